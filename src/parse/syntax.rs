//! Mistakes of TOML itself, in the words of somebody who writes flows and has never heard of a literal string.

use super::slip;
use crate::i18n::Message;
use crate::source::Span;
use std::collections::HashMap;

/// Signs of a Chinese keyboard, or of other file formats, and what stands in their place.
const SIGNS: [(char, &str); 12] = [
    ('，', ","),
    ('、', ","),
    ('；', ","),
    ('：', "="),
    (':', "="),
    ('＝', "="),
    ('【', "["),
    ('［', "["),
    ('】', "]"),
    ('］', "]"),
    ('｛', "{"),
    ('｝', "}"),
];

/// Quotation marks that open or close no text.
const QUOTES: [char; 13] = ['“', '”', '„', '‟', '«', '»', '＂', '「', '」', '『', '』', '‘', '’'];

/// How the reader's sentences begin, and what they are called here.
const KINDS: [(&str, &str); 31] = [
    ("key with no value", "toml-syntax-no-equals"),
    ("missing comma", "toml-syntax-comma"),
    ("unclosed table", "toml-syntax-open-header"),
    ("unclosed array table", "toml-syntax-open-header"),
    ("unclosed array", "toml-syntax-open-list"),
    ("unclosed inline table", "toml-syntax-open-table"),
    ("invalid basic string", "toml-syntax-open-text"),
    ("invalid literal string", "toml-syntax-open-text"),
    ("missing escaped value", "toml-syntax-backslash"),
    ("too few unicode value digits", "toml-syntax-backslash"),
    ("missing assignment", "toml-syntax-no-equals"),
    ("missing value", "toml-syntax-no-value"),
    ("missing key", "toml-syntax-no-key"),
    ("unquoted keys cannot be empty", "toml-syntax-no-key"),
    ("extra comma", "toml-syntax-extra-comma"),
    ("extra `=`", "toml-syntax-extra-equals"),
    ("extra assignment", "toml-syntax-extra-equals"),
    ("unexpected `=` in array", "toml-syntax-extra-equals"),
    ("cannot recurse further", "toml-syntax-deep"),
    ("recursion limit", "toml-syntax-deep"),
    ("invalid date", "toml-syntax-date"),
    ("invalid time", "toml-syntax-date"),
    ("invalid offset", "toml-syntax-date"),
    ("integers with a radix", "toml-syntax-number"),
    ("radix must be lowercase", "toml-syntax-number"),
    ("unexpected leading zero", "toml-syntax-number"),
    ("unexpected sign", "toml-syntax-number"),
    ("redundant", "toml-syntax-number"),
    ("`_` may only go between digits", "toml-syntax-number"),
    ("integer number overflowed", "toml-syntax-number"),
    ("floating-point number overflowed", "toml-syntax-number"),
];

/// What the reader says of the lines of a list that ended too early, or never began.
pub(super) const REMAINS: [&str; 3] = ["invalid key-value pair", "missing table open", "invalid inline table element"];

/// What is wrong and what would be right. The reader's own sentence, which is English, is the last resort.
pub(super) fn explain(detail: &str, span: Span, text: &str, lines: &Lines<'_>) -> (Message, Message) {
    let begins = |beginning: &str| detail.starts_with(beginning);
    let plain = |key: &str| (Message::new(key), Message::new(format!("{key}-help")));
    let word = text.get(span.start..span.end).unwrap_or_default();
    let rest = text.get(span.start..).unwrap_or_default();
    let first = rest.chars().next().unwrap_or('\n');
    let line = line_around(text, span.start);

    if begins("duplicate key") {
        return twice(word, span, text, lines);
    }
    if begins("cannot extend value") {
        let (message, help) = plain("toml-syntax-value-already");
        return (message.with("key", word), help.with("key", word));
    }
    if let Some(said) = slip::space(rest) {
        return said;
    }
    let column = span.start - lines.start_of(span.start);
    if let Some(said) = slip::header(line, column) {
        return said;
    }
    if (begins("missing comma") || begins("unexpected key or value"))
        && let Some(said) = slip::condition(line, column)
    {
        return said;
    }
    if QUOTES.contains(&first) || begins("invalid basic string") && line.trim_end().ends_with(QUOTES) {
        return plain("toml-syntax-quotes");
    }
    if let Some((wrong, right)) = SIGNS.iter().find(|(wrong, _)| *wrong == first) {
        let (message, help) = plain("toml-syntax-sign");
        return (message.with("wrong", wrong.to_string()), help.with("right", *right));
    }
    let unquoted =
        ["string values must be quoted", "invalid boolean", "invalid float, expected"].map(begins).contains(&true);
    let entry_begins = line.get(..column).is_some_and(|before| before.trim().is_empty());
    if unquoted && entry_begins && line.matches('}').count() > line.matches('{').count() {
        return plain("toml-syntax-no-open-table");
    }
    if begins("string values must be quoted") {
        if word.trim().is_empty() {
            return plain("toml-syntax-no-value");
        }
        let (message, help) = plain("toml-syntax-unquoted");
        let switch = match word.trim() {
            "yes" | "on" => "true",
            "no" | "off" => "false",
            _ => return (message.with("word", word), help.with("word", word)),
        };
        let help = Message::new("toml-syntax-unquoted-help-switch").with("word", word).with("switch", switch);
        return (message.with("word", word), help);
    }
    if begins("invalid unquoted key") {
        if word == "//" {
            return plain("toml-syntax-remark");
        }
        return (Message::new("toml-syntax-name").with("name", word), Message::new("bad-id-help"));
    }
    if begins("invalid boolean") || begins("invalid float, expected") {
        // The reader has looked at one letter: `next = fee` is no switch, and `next = note` no number.
        let name = rest.split(|sign: char| !sign.is_alphanumeric() && sign != '-' && sign != '_').next();
        return match name {
            Some(word) if !word.is_empty() && !["true", "false"].contains(&word.to_lowercase().as_str()) => {
                let (message, help) = plain("toml-syntax-unquoted");
                (message.with("word", word), help.with("word", word))
            }
            _ => plain("toml-syntax-bool"),
        };
    }
    if begins("missing comma") && first == '}' {
        return plain("toml-syntax-extra-close");
    }
    if REMAINS.iter().any(|remains| begins(remains)) {
        return plain("toml-syntax-remains");
    }
    if begins("unexpected key or value") {
        let quotes = line.matches('"').count() > 2 && !matches!(first, ',' | ';');
        return plain(if quotes { "toml-syntax-inner-quotes" } else { "toml-syntax-after" });
    }
    match KINDS.iter().find(|(beginning, _)| begins(beginning)) {
        Some((_, key)) => plain(key),
        None => (Message::new("toml-syntax").with("detail", detail), Message::new("toml-syntax-help")),
    }
}

/// A table or key that is there already: a step by the line of the first one.
fn twice(word: &str, span: Span, text: &str, lines: &Lines<'_>) -> (Message, Message) {
    let message = Message::new("toml-syntax-twice").with("name", word);
    let header = line_around(text, span.start).trim();
    let first = lines.header(header).filter(|line| *line < lines.at(span.start));
    let help = match first {
        Some(line) => Message::new("toml-syntax-twice-help-line").with("line", line),
        None => Message::new("toml-syntax-twice-help"),
    };
    (message, help)
}

/// The lines of a text, looked at once, however many mistakes there are.
pub(super) struct Lines<'t> {
    /// Where each begins.
    starts: Vec<usize>,
    /// The number of the first line that is a header, by its words.
    headers: HashMap<&'t str, usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut headers = HashMap::new();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with('[')) {
            headers.entry(line.trim()).or_insert(at + 1);
        }
        Self { starts, headers }
    }

    /// The number of the line of that byte.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// Where the line of that byte begins.
    pub(super) fn start_of(&self, byte: usize) -> usize {
        self.starts.get(self.at(byte).saturating_sub(1)).copied().unwrap_or_default()
    }

    /// The number of the first line that holds this header and nothing else.
    fn header(&self, header: &str) -> Option<usize> {
        self.headers.get(header).copied()
    }
}

/// The whole line around a byte.
pub(super) fn line_around(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}
