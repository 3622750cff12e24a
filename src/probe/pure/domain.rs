//! Is a web address the provider's?

use super::{found, input, missing, short};
use crate::domain::{Address, Trick, Verdict, judge_address};
use crate::flow::probe::{Finding, ProbeCall};
use crate::i18n::Message;
use crate::profile::Profile;
use crate::wording::is_han;

/// No host name is longer.
const LONGEST: usize = 253;

/// Judges the address, or the worst of those that stand in a message.
pub(in crate::probe) fn check(call: &ProbeCall, profile: &Profile) -> Finding {
    let Some(text) = input(call, "url").filter(|text| !text.trim().is_empty()) else { return missing() };
    let official = &profile.official_domains;
    let judged = addresses(text).into_iter().filter_map(|text| Some((judge_address(&text, official)?, text)));
    let worst = judged.max_by_key(|(verdict, _)| match verdict {
        Verdict::Official => 0,
        Verdict::Unlisted => 1,
        Verdict::LookAlike(_) => 2,
    });
    let Some((verdict, text)) = worst else { return Finding::unknown(Message::new("probe-no-web-address")) };
    let host = Address::read(&text).map_or_else(String::new, |address| address.host.ascii());
    match verdict {
        Verdict::Official => found("official", short(&host, LONGEST)),
        Verdict::LookAlike(Trick::Name(like)) => found("look-alike", format!("{} ({like})", harmless(&host))),
        Verdict::LookAlike(Trick::Scripts | Trick::Number) => found("look-alike", harmless(&host)),
        // Without a list, nothing can be missing on it.
        Verdict::Unlisted if official.is_empty() => Finding::unknown(Message::new("probe-no-official-domains")),
        Verdict::Unlisted => found("unlisted", harmless(&host)),
    }
}

/// A host that nobody can click by accident: the summary goes to people who answer many.
fn harmless(host: &str) -> String {
    short(&host.replace('.', "[.]"), 2 * LONGEST)
}

/// The pieces of a text that are addresses: people paste the whole message.
fn addresses(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let is_ascii = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_alphanumeric);
    // Browsers take a Chinese full stop inside a name for a dot; behind a name it ends a sentence.
    let dotted = signs.iter().enumerate().map(|(at, sign)| match sign {
        '。' if is_ascii(at.checked_sub(1)) && is_ascii(Some(at + 1)) => '.',
        sign => *sign,
    });
    let dotted: String = dotted.collect();
    let between = |sign: char| sign.is_whitespace() || "，。！？；、（）《》【】“”‘’<>\"'|".contains(sign);
    dotted.split(between).filter_map(link).map(str::to_owned).collect()
}

/// The address in a piece, without the Chinese that touches it in front of its scheme or behind its end.
fn link(piece: &str) -> Option<&str> {
    let small = piece.to_ascii_lowercase();
    let scheme = ["https://", "http://", "hxxps://", "hxxp://"].into_iter().filter_map(|start| small.find(start)).min();
    let piece = match scheme {
        Some(from) => piece.get(from..)?,
        None if small.trim_start_matches(is_han).starts_with(|sign: char| sign.is_ascii_alphanumeric()) => {
            piece.trim_start_matches(is_han)
        }
        None => piece,
    };
    // No ending of a name is written in both, so the Chinese behind the last dot is a sentence.
    let end = piece.find(is_han).filter(|end| {
        let rest = piece.get(*end..).unwrap_or_default();
        !rest.split(['/', '?', '#']).next().unwrap_or_default().contains('.')
    });
    let cut = end.and_then(|end| piece.get(..end));
    cut.into_iter().chain([piece]).find(|piece| Address::read(piece).is_some())
}
