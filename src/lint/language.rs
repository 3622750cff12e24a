//! Texts: both languages, their scripts, their placeholders, their width.

use super::script;
use super::steps::{Role, place};
use super::texts::{Seen, literals};
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::DraftText;
use crate::flow::text::{Piece, Placeholder, Template};
use crate::i18n::{Lang, Message};
use crate::wording::{self, is_han};
use std::collections::HashSet;

/// The columns of a line.
const LINE: usize = 76;
/// The columns of a screen: six lines.
const SCREEN: usize = 6 * LINE;
/// The columns that the value of a placeholder is thought to take.
const VALUE: usize = 10;
/// So many words in a row are a sentence, not a name that both languages share.
const SENTENCE: usize = 4;

/// Every rule about the language of a text.
pub(super) fn text(seen: &Seen<'_>, findings: &Findings) {
    let (role, text) = (seen.role, seen.text);
    if text.text.zh.pieces.is_empty() || text.text.en.pieces.is_empty() {
        return;
    }
    placeholder_mismatch(text, findings);
    too_wide(role, text, findings);
    // In the wrong language every sign is wrong too.
    if !text_same(seen, findings) && !script::text_wrong_script(seen, findings) {
        punctuation_mixed(text, findings);
    }
}

/// A placeholder that one language has and the other has not.
fn placeholder_mismatch(text: &DraftText, findings: &Findings) {
    if text.holes.is_empty() {
        return;
    }
    for lang in Lang::ALL {
        let here: HashSet<&Placeholder> = text.text.template(lang).placeholders().collect();
        let other = text.text.template(lang.other()).placeholders();
        let mut missing: Vec<&Placeholder> = other.filter(|placeholder| !here.contains(placeholder)).collect();
        missing.dedup();
        for placeholder in missing {
            let message = Message::new("placeholder-mismatch").with("lang", lang.tag()).with("name", name(placeholder));
            findings.report(Rule::PlaceholderMismatch, place(text, lang), message);
        }
    }
}

fn name(placeholder: &Placeholder) -> String {
    match placeholder {
        Placeholder::Fact(name) => name.clone(),
        Placeholder::Rest(name) => format!("{name}.rest"),
        Placeholder::Count(name) => format!("{name}.count"),
        Placeholder::Profile(path) => format!("profile.{path}"),
        Placeholder::FollowUp => "follow-up".to_owned(),
    }
}

/// The same text in both languages. Names such as "Ethereum" may be.
fn text_same(seen: &Seen<'_>, findings: &Findings) -> bool {
    let text = seen.text;
    if text.text.zh.pieces != text.text.en.pieces {
        return false;
    }
    let has_han = literals(&text.text.en).any(|text| text.chars().any(is_han));
    let same = has_han || seen.en.words >= if seen.role == Role::Screen { 2 } else { SENTENCE };
    if same {
        findings.report(Rule::TextSame, place(text, Lang::En), Message::new("text-same"));
    }
    same
}

/// Labels over one line, screens over six.
fn too_wide(of: Role, text: &DraftText, findings: &Findings) {
    for lang in Lang::ALL {
        let template = text.text.template(lang);
        let limit = if of == Role::Screen { SCREEN } else { LINE };
        // No character is wider than its bytes or than two columns, so short texts need no table.
        if most(template, str::len) <= limit || most(template, |text| 2 * text.chars().count()) <= limit {
            continue;
        }
        let columns = columns(template);
        if columns > limit {
            let rule = if of == Role::Screen { Rule::TextTooLong } else { Rule::LabelTooWide };
            let message = Message::new(rule.id()).with("columns", columns).with("limit", limit);
            findings.report(rule, template.span, message);
        }
    }
}

/// The most columns that a text can take, where a literal takes `of_literal` at most.
fn most(template: &Template, of_literal: impl Fn(&str) -> usize) -> usize {
    let of_piece = |piece: &Piece| if let Piece::Literal(text) = piece { of_literal(text) } else { VALUE };
    template.pieces.iter().map(of_piece).sum()
}

fn columns(template: &Template) -> usize {
    let of_piece = |piece: &Piece| if let Piece::Literal(text) = piece { wording::width(text) } else { VALUE };
    template.pieces.iter().map(of_piece).sum()
}

/// Half-width signs after Chinese, or full-width signs in English.
fn punctuation_mixed(text: &DraftText, findings: &Findings) {
    let zh = literals(&text.text.zh).find_map(|text| {
        let signs =
            text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b',' | b'.' | b'?' | b'!' | b':' | b';' | b'('));
        let after_han = |at: usize| text[..at].chars().next_back().is_some_and(is_han);
        signs.filter(|(at, _)| after_han(*at)).map(|(_, byte)| char::from(byte)).next()
    });
    let full_width = |character: &char| matches!(character, '，' | '。' | '？' | '！' | '：' | '；' | '、');
    let en = literals(&text.text.en).filter(|text| !text.is_ascii()).flat_map(str::chars).find(full_width);
    for (lang, key, sign) in [(Lang::Zh, "punctuation-mixed-zh", zh), (Lang::En, "punctuation-mixed-en", en)] {
        if let Some(sign) = sign {
            let message = Message::new(key).with("sign", sign.to_string());
            findings.report(Rule::PunctuationMixed, place(text, lang), message);
        }
    }
}
