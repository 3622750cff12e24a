//! Contacts that stand in a text: web and mail addresses, handles, numbers to call. They come only from profiles and
//! regions, where somebody answers for them, so that no flow can send a person to a stranger.

mod number;
mod online;

use super::steps::place;
use super::texts::{Seen, whole};
use crate::diagnostic::{Findings, Rule};
use crate::i18n::{Lang, Message};
use crate::source::Span;
use unicode_normalization::UnicodeNormalization;

/// Texts that hold a contact.
pub(super) fn literal_contact(seen: &Seen<'_>, findings: &Findings) {
    for lang in Lang::ALL.into_iter().filter(|lang| seen.marks(*lang).contact) {
        // A placeholder parts what stands before it from what follows.
        for found in contacts(&whole(seen.text.text.template(lang), "◻")) {
            let whole = place(seen.text, lang);
            let message = Message::new("literal-contact").with("value", found.chars().take(SHOWN).collect::<String>());
            let help = Some(Message::new("literal-contact-help"));
            findings.report_with(Rule::LiteralContact, spot(whole, &found, findings), message, help);
        }
    }
}

/// Where the contact stands, where it is written as it reads.
fn spot(whole: Span, found: &str, findings: &Findings) -> Span {
    let written = findings.source().text.get(whole.start..whole.end).and_then(|text| text.find(found));
    written.map_or(whole, |at| whole.slice(at, found.len()))
}

/// So many contacts of one text are told; whoever mends these sees the others.
const MOST: usize = 12;
/// Characters of a contact that a message shows.
const SHOWN: usize = 60;

/// Every contact in a text, as it is written there but for full-width signs.
fn contacts(text: &str) -> Vec<String> {
    let plain: String = if text.chars().any(|sign| matches!(sign, '\u{ff01}'..='\u{ff5e}')) {
        // Chinese punctuation stays, since it parts sentences.
        let keep = |sign: char| matches!(sign, '，' | '：' | '？' | '！' | '；' | '（' | '）');
        text.chars().flat_map(|sign| if keep(sign) { vec![sign] } else { sign.to_string().nfkc().collect() }).collect()
    } else {
        text.to_owned()
    };
    let mut found = online::addresses(&plain);
    found.truncate(MOST);
    // The numbers inside an address are told with it.
    let rest = found.iter().fold(plain, |rest, address| rest.replace(address.as_str(), "◻"));
    found.extend(number::numbers(&rest));
    found.truncate(MOST);
    found
}
