//! Is a web address the provider's?

use super::{found, input, missing, short};
use crate::domain::{Address, Trick, Verdict, judge_address};
use crate::flow::probe::{Finding, ProbeCall};
use crate::i18n::Message;
use crate::profile::Profile;

/// No host name is longer.
const LONGEST: usize = 253;

/// Judges the address, or the worst of those that stand in a message.
pub(in crate::probe) fn check(call: &ProbeCall, profile: &Profile) -> Finding {
    let Some(text) = input(call, "url").filter(|text| !text.trim().is_empty()) else { return missing() };
    let official = &profile.official_domains;
    let judged = addresses(text).into_iter().filter_map(|text| Some((judge_address(text, official)?, text)));
    let worst = judged.max_by_key(|(verdict, _)| match verdict {
        Verdict::Official => 0,
        Verdict::Unlisted => 1,
        Verdict::LookAlike(_) => 2,
    });
    let Some((verdict, text)) = worst else { return Finding::unknown(Message::new("probe-no-web-address")) };
    let host = Address::read(text).map_or_else(String::new, |address| address.host.ascii());
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

/// The text if it is an address, else the pieces of it that are: people paste the whole message.
fn addresses(text: &str) -> Vec<&str> {
    if Address::read(text).is_some() {
        return vec![text];
    }
    let between = |sign: char| sign.is_whitespace() || "，。！？；、（）《》【】“”‘’<>\"'|".contains(sign);
    text.split(between).filter_map(link).filter(|piece| Address::read(piece).is_some()).collect()
}

/// The address in a piece: from its scheme on, and without the Chinese that stands right before or behind it.
fn link(piece: &str) -> Option<&str> {
    let from = ["https://", "http://", "hxxps://", "hxxp://", "www."].into_iter();
    let from = from.filter_map(|start| piece.to_ascii_lowercase().find(start)).min().unwrap_or(0);
    let piece = piece.get(from..)?;
    let signs = |sign: char| sign.is_ascii_graphic();
    if from > 0 {
        return Some(piece.split(|sign: char| !sign.is_ascii()).next().unwrap_or(piece))
            .filter(|piece| piece.contains('.'));
    }
    let bare = piece.trim_matches(|sign: char| !signs(sign));
    bare.contains('.').then_some(bare)
}
