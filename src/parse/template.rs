//! Texts: a pair of keys `.zh` and `.en`, with placeholders in braces.

use super::reader::{Kind, Node, Table};
use super::word::Word;
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::{DraftText, Hole};
use crate::flow::text::{Piece, Placeholder, Template, Text};
use crate::i18n::{Lang, Message};
use crate::source::Span;
use std::sync::Arc;

impl Table<'_> {
    /// A text in both languages.
    pub fn text(&mut self, key: &'static str) -> Option<DraftText> {
        self.get(key).and_then(pair)
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str) -> Option<DraftText> {
        self.required(key).and_then(pair)
    }

    /// A text that has no placeholders, such as the name of a profile.
    pub fn plain_text(&mut self, key: &'static str) -> Option<Text> {
        self.label(key).map(|draft| draft.text)
    }

    /// The same, for rules about texts.
    pub fn label(&mut self, key: &'static str) -> Option<DraftText> {
        let mut draft = self.text(key)?;
        for hole in &draft.holes {
            let message = Message::new("placeholder-unknown-here").with("key", key);
            self.findings().report(Rule::PlaceholderUnknown, hole.span, message);
        }
        draft.holes.clear();
        Some(draft)
    }

    /// A text that must be there and has no placeholders.
    pub fn required_plain_text(&mut self, key: &'static str) -> Option<Text> {
        if !self.has(key) {
            self.missing(key);
        }
        self.plain_text(key)
    }
}

fn pair(node: Node<'_>) -> Option<DraftText> {
    if node.kind() == Kind::Word {
        let message = Message::new("wrong-type-text").with("key", node.name);
        let help = Message::new("wrong-type-text-help").with("key", node.name);
        node.findings().report_with(Rule::WrongType, node.span, message, Some(help));
        return None;
    }
    let mut table = node.table()?;
    let draft = languages(&mut table, node.name, node.key);
    table.done();
    Some(draft)
}

/// Reads `zh` and `en` of a table that may hold more, such as an option.
pub(super) fn languages(table: &mut Table<'_>, name: &str, owner: Span) -> DraftText {
    let mut holes = Vec::new();
    let mut language = |key: &'static str, lang: Lang| {
        let Some(node) = table.get(key) else {
            let key_of = if name == "options" { "text-missing-option" } else { "text-missing" };
            let worded = |key_of: String| Message::new(key_of).with("key", name).with("lang", key);
            let help = Some(worded(format!("{key_of}-help")));
            table.findings().report_with(Rule::TextMissing, owner, worded(key_of.to_owned()), help);
            return Template::default();
        };
        if node.kind() != Kind::Word {
            node.wrong_as::<()>(&format!("{name}.{key}"), &[Kind::Word]);
            return Template::default();
        }
        let Some(word) = node.word() else { return Template::default() };
        if word.text.trim().is_empty() {
            let message = Message::new("text-missing-empty").with("key", name).with("lang", key);
            table.findings().report(Rule::TextMissing, word.span, message);
        }
        template(&word, lang, &mut holes, table.findings())
    };
    let text = Text { zh: language("zh", Lang::Zh), en: language("en", Lang::En) };
    DraftText { text, holes }
}

/// Splits a string into literal pieces and placeholders.
fn template(word: &Word<'_>, lang: Lang, holes: &mut Vec<Hole>, findings: &Findings) -> Template {
    let text = word.text;
    if !text.bytes().any(|byte| matches!(byte, b'{' | b'}')) {
        return Template { pieces: whole(text), span: word.span };
    }
    // Asked once, since the answer takes as long as the text.
    let (offset, last_closing) = (word.offset(), text.rfind('}'));
    let place =
        |start: usize, end: usize| offset.map_or(word.span, |offset| Span { start: offset + start, end: offset + end });
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut at = 0;
    while let Some(brace) = brace_after(text, at) {
        literal.push_str(&text[at..brace]);
        let rest = &text[brace..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            literal.push_str(&rest[..1]);
            at = brace + 2;
            continue;
        }
        let closes = rest.starts_with('{') && last_closing.is_some_and(|last| last > brace);
        let end = if closes { rest.find('}') } else { None };
        let name = end.map(|end| rest[1..end].trim());
        match (name.filter(|name| is_path(name)), end) {
            (Some(name), Some(end)) => {
                if !literal.is_empty() {
                    pieces.push(Piece::Literal(std::mem::take(&mut literal)));
                }
                let from = brace + rest.find(name).unwrap_or(1);
                holes.push(Hole { lang, piece: pieces.len(), span: place(from, from + name.len()) });
                pieces.push(Piece::Placeholder(placeholder(name)));
                at = brace + end + 1;
            }
            (_, end) => {
                let key = if rest.starts_with('}') { "placeholder-syntax-closing" } else { "placeholder-syntax" };
                let until = end.unwrap_or(0) + 1;
                let span = place(brace, brace + until);
                let help = Some(Message::new("placeholder-syntax-help"));
                findings.report_with(Rule::PlaceholderSyntax, span, Message::new(key), help);
                literal.push_str(&rest[..until]);
                at = brace + until;
            }
        }
    }
    literal.push_str(&text[at..]);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Template { pieces: pieces.into(), span: word.span }
}

/// A text without braces.
fn whole(text: &str) -> Arc<[Piece]> {
    if text.is_empty() { Arc::default() } else { Arc::from([Piece::Literal(text.to_owned())]) }
}

/// The next brace; both are single bytes, so bytes are enough.
fn brace_after(text: &str, at: usize) -> Option<usize> {
    text.as_bytes()[at..].iter().position(|byte| matches!(byte, b'{' | b'}')).map(|found| at + found)
}

/// Ids joined by dots.
pub(super) fn is_path(name: &str) -> bool {
    !name.is_empty()
        && name.split('.').all(|part| {
            part.starts_with(|first: char| first.is_ascii_lowercase())
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        })
}

/// What a name in braces asks for, before anybody knows the flow's facts.
pub(super) fn placeholder(name: &str) -> Placeholder {
    if name == "follow-up" {
        Placeholder::FollowUp
    } else if let Some(path) = name.strip_prefix("profile.") {
        Placeholder::Profile(path.to_owned())
    } else {
        Placeholder::Fact(name.to_owned())
    }
}
