//! Contacts that stand in a text: web and mail addresses, handles, numbers to call. They come only from profiles and
//! regions, where somebody answers for them, so that no flow can send a person to a stranger.

mod number;
mod online;

use super::sieve;
use super::steps::{each_text, place};
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::{Draft, DraftText};
use crate::flow::text::{Piece, Template};
use crate::i18n::{Lang, Message};
use crate::source::Span;
use unicode_normalization::UnicodeNormalization;

/// Texts that hold a contact.
pub(super) fn literal_contact(draft: &Draft, findings: &Findings) {
    each_text(draft, &mut |_, text| judge(text, findings));
}

fn judge(text: &DraftText, findings: &Findings) {
    for lang in Lang::ALL {
        let template = text.text.template(lang);
        if !template.pieces.iter().any(|piece| matches!(piece, Piece::Literal(text) if sieve::look(text).contact)) {
            continue;
        }
        for found in contacts(&whole(template)) {
            let whole = place(text, lang);
            let message = Message::new("literal-contact").with("value", found.as_str());
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

/// A text as one; a placeholder parts what stands before it from what follows.
fn whole(template: &Template) -> String {
    let pieces = template.pieces.iter().map(|piece| match piece {
        Piece::Literal(text) => text.as_str(),
        Piece::Placeholder(_) => "◻",
    });
    pieces.collect()
}

/// Every contact in a text, as it is written there but for full-width signs.
pub(super) fn contacts(text: &str) -> Vec<String> {
    let plain: String = if text.chars().any(|sign| matches!(sign, '\u{ff01}'..='\u{ff5e}')) {
        // Chinese punctuation stays, since it parts sentences.
        let keep = |sign: char| matches!(sign, '，' | '：' | '？' | '！' | '；' | '（' | '）');
        text.chars().flat_map(|sign| if keep(sign) { vec![sign] } else { sign.to_string().nfkc().collect() }).collect()
    } else {
        text.to_owned()
    };
    let mut found = online::addresses(&plain);
    // The numbers inside an address are told with it.
    let rest = found.iter().fold(plain, |rest, address| rest.replace(address.as_str(), "◻"));
    found.extend(number::numbers(&rest));
    found
}
