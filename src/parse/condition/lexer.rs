//! The text of a condition to its words and signs.

use crate::diagnostic::{Findings, Rule};
use crate::flow::condition::Comparison;
use crate::flow::draft::DraftCondition;
use crate::i18n::Message;
use crate::source::Span;

/// A word or sign and where it begins in the condition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Token<'c> {
    pub(super) sign: Sign,
    pub(super) text: &'c str,
    pub(super) start: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sign {
    Word,
    Open,
    Close,
    Comma,
    Compare(Comparison),
}

impl Token<'_> {
    /// Its place in the file.
    pub(super) fn span(&self, draft: &DraftCondition) -> Span {
        place(draft, self.start, self.start + self.text.len())
    }
}

/// The place of a part of the condition; the whole value where escapes shift the places.
pub(super) fn place(draft: &DraftCondition, start: usize, end: usize) -> Span {
    draft.offset.map_or(draft.span, |offset| Span { start: offset + start, end: offset + end })
}

/// Signs of this language, longer ones first.
const SIGNS: [(&str, Sign); 8] = [
    ("<=", Sign::Compare(Comparison::AtMost)),
    (">=", Sign::Compare(Comparison::AtLeast)),
    ("<", Sign::Compare(Comparison::Less)),
    (">", Sign::Compare(Comparison::More)),
    ("=", Sign::Compare(Comparison::Equal)),
    ("(", Sign::Open),
    (")", Sign::Close),
    (",", Sign::Comma),
];

/// Signs of other languages and what they are called here, longer ones first.
const FOREIGN: [(&str, &str); 24] = [
    ("===", "="),
    ("!==", "is not"),
    ("==", "="),
    ("!=", "is not"),
    ("<>", "is not"),
    ("=>", ">="),
    ("=<", "<="),
    ("&&", "and"),
    ("||", "or"),
    ("!", "not"),
    ("&", "and"),
    ("|", "or"),
    ("≥", ">="),
    ("≤", "<="),
    ("≠", "is not"),
    ("（", "("),
    ("）", ")"),
    ("，", ","),
    ("、", ","),
    ("＝", "="),
    ("＞", ">"),
    ("＜", "<"),
    ("！", "not"),
    ("：", "is"),
];

/// Words of other languages, and the Chinese ones that stand for words of this one.
const FOREIGN_WORDS: [(&str, &str); 19] = [
    ("AND", "and"),
    ("OR", "or"),
    ("NOT", "not"),
    ("IS", "is"),
    ("是", "is"),
    ("等于", "is"),
    ("不是", "is not"),
    ("不等于", "is not"),
    ("包含", "has"),
    ("大于", ">"),
    ("小于", "<"),
    ("早于", "older than"),
    ("晚于", "newer than"),
    ("且", "and"),
    ("并且", "and"),
    ("和", "and"),
    ("或", "or"),
    ("或者", "or"),
    ("不", "not"),
];

/// Quotation marks, which a condition has none of inside.
const QUOTES: [char; 9] = ['\'', '"', '`', '“', '”', '‘', '’', '「', '」'];

/// Splits a condition; `None` where a sign is not of this language.
pub(super) fn read<'c>(draft: &'c DraftCondition, findings: &Findings) -> Option<Vec<Token<'c>>> {
    let text = draft.text.as_str();
    let mut tokens = Vec::new();
    let mut sound = true;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        if let Some((wrong, right)) = FOREIGN.iter().find(|(wrong, _)| rest.starts_with(wrong)) {
            operator(wrong, right, place(draft, at, at + wrong.len()), findings);
            sound = false;
            at += wrong.len();
        } else if let Some((sign, kind)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            tokens.push(Token { sign: *kind, text: &rest[..sign.len()], start: at });
            at += sign.len();
        } else if is_word(first) {
            let end = rest.find(|character: char| !is_word(character)).unwrap_or(rest.len());
            let word = &rest[..end];
            if let Some((_, right)) = FOREIGN_WORDS.iter().find(|(wrong, _)| *wrong == word) {
                operator(word, right, place(draft, at, at + end), findings);
                sound = false;
            }
            tokens.push(Token { sign: Sign::Word, text: word, start: at });
            at += end;
        } else {
            let span = place(draft, at, at + first.len_utf8());
            let message = Message::new("when-syntax-character").with("character", first.to_string());
            let help = QUOTES.contains(&first).then(|| Message::new("when-syntax-quotes-help"));
            findings.report_with(Rule::WhenSyntax, span, message, help);
            return None;
        }
    }
    sound.then_some(tokens)
}

fn operator(wrong: &str, right: &str, span: Span, findings: &Findings) {
    let message = Message::new("when-operator").with("wrong", wrong);
    // Other languages have one sign where this one has two.
    let key = if right == "=" { "when-operator-equal-help" } else { "when-operator-help" };
    let help = Message::new(key).with("right", right);
    findings.report_with(Rule::WhenOperator, span, message, Some(help));
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '.' | '_' | '+')
}
