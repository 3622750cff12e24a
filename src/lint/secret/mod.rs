//! A flow never asks for a secret: no question that takes free words, a number or a version asks for one, and nothing tells
//! a person to enter, send, show, photograph or read one out.
//!
//! Texts must be able to speak of secrets, above all to warn, so a mention is not enough. A question counts where what it
//! asks for is the secret itself; a sentence counts where it is an order, the secret is what the order is about, and
//! nothing before the order turns it round ("never", "不要"). Questions with closed answers cannot take a secret and may ask
//! about them freely; an order inside one is an order all the same.

mod chinese;
mod english;
mod words;

use super::sieve;
use super::steps::{Role, each_text_of, place};
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::{Draft, DraftStep, DraftText, DraftVerb};
use crate::flow::step::{AnswerType, TextFormat};
use crate::flow::text::{Piece, Template};
use crate::i18n::{Lang, Message};

/// What a text is judged as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A question whose answer could hold a secret.
    Question,
    /// Anything else that a person reads.
    Words,
}

/// The word for a secret that `text` asks for, if it asks for one.
pub(super) fn asked(text: &str, lang: Lang, kind: Kind) -> Option<String> {
    match lang {
        Lang::Zh => chinese::asked(text, kind),
        Lang::En => english::asked(text, kind),
    }
}

/// Texts that ask for a secret.
pub(super) fn asks_secret(draft: &Draft, findings: &Findings) {
    for text in [&draft.title, &draft.about].into_iter().flatten() {
        judge(text, Kind::Words, findings);
    }
    for step in draft.steps.values() {
        let question = question(step);
        each_text_of(step, &mut |role, text| {
            // An option is what the person says.
            if role == Role::Option {
                return;
            }
            let is_question = question.is_some_and(|question| std::ptr::eq(question, text));
            judge(text, if is_question { Kind::Question } else { Kind::Words }, findings);
        });
    }
}

/// The question of a step whose answer could hold a secret.
fn question(step: &DraftStep) -> Option<&DraftText> {
    let DraftVerb::Ask(ask) = &step.verb else { return None };
    let takes_anything =
        matches!(ask.kind, Some(AnswerType::Text(TextFormat::Free) | AnswerType::Number { .. } | AnswerType::Version));
    if takes_anything { ask.text.as_ref() } else { None }
}

fn judge(text: &DraftText, kind: Kind, findings: &Findings) {
    for lang in Lang::ALL {
        let template = text.text.template(lang);
        if !template.pieces.iter().any(|piece| matches!(piece, Piece::Literal(text) if sieve::look(text).secret)) {
            continue;
        }
        if let Some(secret) = asked(&whole(template), lang, kind) {
            let message = Message::new("asks-secret").with("secret", secret);
            let help = Some(Message::new("asks-secret-help"));
            findings.report_with(Rule::AsksSecret, place(text, lang), message, help);
        }
    }
}

/// A text as one; a placeholder stands for a name that nobody asks for.
fn whole(template: &Template) -> String {
    let pieces = template.pieces.iter().map(|piece| match piece {
        Piece::Literal(text) => text.as_str(),
        Piece::Placeholder(_) => "“”",
    });
    pieces.collect()
}
