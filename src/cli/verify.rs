//! `verify`: whether a pasted summary is whole, and what became of it if it is not.

use super::args::support::VerifyArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::pasted;
use crate::i18n::Message;
use crate::seal::{Damage, Kind, Verdict, verify};
use crate::wording::{one_line, wrap};

/// Runs `verify`.
pub fn run(context: &Context, args: &VerifyArgs) -> Exit {
    settle(judge(context, args))
}

fn judge(context: &Context, args: &VerifyArgs) -> Result<Exit, Exit> {
    if args.file.is_none() && context.input_is_terminal {
        context.say(&Message::new("verify-paste"));
    }
    let verdicts = verify(&pasted::text(context, args.file.as_deref())?);
    if verdicts.is_empty() {
        context.complain(&Message::new("verify-none"));
        return Err(Exit::Usage);
    }
    let mut text = String::new();
    for message in verdicts.iter().flat_map(told) {
        for line in wrap(&one_line(&message.text(context.lang)), context.width) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    context.print(&text)?;
    let whole = verdicts.iter().all(|verdict| verdict.damages.is_empty());
    Ok(if whole { Exit::Done } else { Exit::Findings })
}

/// One line about a summary, and one about each thing that is wrong with it.
fn told(verdict: &Verdict) -> Vec<Message> {
    let name = match &verdict.id {
        Some(id) => Message::new("verify-summary").with("id", id.as_str()),
        None => Message::new("verify-summary-unnamed"),
    };
    let head = if verdict.damages.is_empty() { "verify-intact" } else { "verify-damaged" };
    let damages = verdict.damages.iter().map(damage);
    std::iter::once(Message::new(head).with("summary", name)).chain(damages).collect()
}

fn damage(damage: &Damage) -> Message {
    let number = |line: usize| i64::try_from(line).unwrap_or(i64::MAX);
    let key = match &damage.kind {
        Kind::Changed => "verify-changed",
        Kind::Missing => "verify-missing",
        Kind::Added => "verify-added",
        Kind::Somewhere => "verify-somewhere",
        Kind::Seal => "verify-seal",
        Kind::Sealless => "verify-sealless",
        Kind::Broken(line, column) => {
            return Message::new("verify-broken").with("line", number(*line)).with("column", number(*column));
        }
        Kind::Cut(words) => {
            let key = if damage.part.is_some() { "verify-cut" } else { "verify-cut-document" };
            let message = Message::new(key).with("words", words.as_str());
            return with_part(message, damage);
        }
    };
    with_part(Message::new(key), damage)
}

/// Names the part and where it stands now.
fn with_part(message: Message, damage: &Damage) -> Message {
    let Some(part) = damage.part.clone() else { return message };
    let part = match damage.lines {
        Some((first, last)) if first == last => Message::new("verify-part-line").with("part", part).with("line", first),
        Some((first, last)) => {
            Message::new("verify-part-lines").with("part", part).with("first", first).with("last", last)
        }
        None => Message::new("verify-part").with("part", part),
    };
    message.with("part", part)
}
