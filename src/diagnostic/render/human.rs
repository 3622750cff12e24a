//! Findings for people: the sentence, the source line with a caret under the word, what would be right.

use super::place::{Place, Places};
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{Lang, Message};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use std::borrow::Cow;
use std::collections::HashSet;

/// Covers what must not be shown, and leaves every other byte where it is.
pub type Clean = fn(&str) -> Cow<'_, str>;

/// A line longer than this is cut around the finding before it is drawn, so that a file in one line stays readable.
const LONGEST_LINE: usize = 2_000;
/// How many bytes of a cut line are looked at on either side of the finding.
const LOOKED_AT: usize = 300;
/// How many characters of a cut line are kept before the finding.
const KEPT_BEFORE: usize = 40;
/// How many characters of a cut line are kept from the finding's start on.
const KEPT_AFTER: usize = 120;

/// Every finding in the order given (see [`sort`](crate::diagnostic::sort)), then one line that counts them.
///
/// Nothing at all where there is no finding. Escape sequences stand in it only with `color`. `clean` covers what must not
/// be shown of a source line, byte for byte.
pub fn render(diagnostics: &[Diagnostic], lang: Lang, color: bool, width: usize, clean: Clean) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(width.max(40));
    let places = Places::of(diagnostics);
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&visible(Cow::Owned(one(diagnostic, &places, lang, &renderer, clean))));
        out.push_str("\n\n");
    }
    out.push_str(&tally(diagnostics).text(lang));
    out.push('\n');
    out
}

/// `3 errors, 1 warning in 2 files`.
pub fn tally(diagnostics: &[Diagnostic]) -> Message {
    let files: HashSet<&str> = diagnostics.iter().map(|diagnostic| diagnostic.source.name.as_str()).collect();
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let counted = [
        ("files-tally-errors", count(Severity::Error)),
        ("files-tally-warnings", count(Severity::Warning)),
        ("files-tally-infos", count(Severity::Info)),
    ];
    let parts: Vec<Message> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| Message::new(key).with("count", count))
        .collect();
    let list =
        parts.into_iter().reduce(|left, right| Message::new("files-tally-and").with("left", left).with("right", right));
    Message::new("files-tally")
        .with("list", list.unwrap_or_else(|| Message::new("files-tally-errors").with("count", 0_usize)))
        .with("files", files.len())
}

fn one(diagnostic: &Diagnostic, places: &Places, lang: Lang, renderer: &Renderer, clean: Clean) -> String {
    let (level, name) = match diagnostic.severity {
        Severity::Error => (Level::ERROR, "files-word-error"),
        Severity::Warning => (Level::WARNING, "files-word-warning"),
        Severity::Info => (Level::INFO, "files-word-info"),
    };
    let word = |key: &str| Message::new(key).text(lang);
    let start = places.at(&diagnostic.source, diagnostic.span.start);
    let excerpt = Excerpt::of(&diagnostic.source.text, diagnostic.span.start, diagnostic.span.end, start, clean);
    let title = level.with_name(word(name)).primary_title(diagnostic.message.text(lang)).id(diagnostic.rule.id());
    let file = &diagnostic.source.name;
    let snippet = Snippet::source(excerpt.text)
        .line_start(start.position.line)
        .annotation(AnnotationKind::Primary.span(excerpt.span));
    let mut group = Group::with_title(title);
    group = if excerpt.cut {
        // The renderer would count the column in what is left of the line.
        let origin = Origin::path(file).line(start.position.line).char_column(start.position.column);
        group.element(origin).element(snippet)
    } else {
        group.element(snippet.path(file))
    };
    if let Some(help) = &diagnostic.help {
        let text = normalize_untrusted_str(&help.text(lang));
        group = group.element(Level::HELP.with_name(word("files-word-help")).message(text));
    }
    if let Some(example) = &diagnostic.example {
        let text = format!("{}\n{}", word("files-example"), normalize_untrusted_str(example.trim_end()));
        group = group.element(Level::NOTE.with_name(word("files-word-note")).message(text));
    }
    renderer.render(&[group])
}

/// Whether some terminals obey that character although it is none of ASCII; the renderer shows only those of ASCII.
fn is_upper_control(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9f}')
}

/// The text with a sign of as many bytes, and of one column, where a terminal would obey and show nothing.
fn visible(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(is_upper_control) { Cow::Owned(text.replace(is_upper_control, "¤")) } else { text }
}

/// The line a finding starts in and the bytes of it that the caret marks.
struct Excerpt {
    text: String,
    span: std::ops::Range<usize>,
    cut: bool,
}

impl Excerpt {
    /// A finding of several lines is marked up to the end of its first, which is where a person looks.
    fn of(text: &str, start: usize, end: usize, place: Place, clean: Clean) -> Self {
        let from = place.line_start.min(text.len());
        let to = text[from..].find('\n').map_or(text.len(), |at| from + at);
        let whole = text[from..to].trim_end_matches('\r');
        // A long line is looked at only around the finding, however many findings it has.
        let near = boundary(whole, start.saturating_sub(from));
        let window = if whole.len() <= LONGEST_LINE { 0..whole.len() } else { around(whole, near) };
        let covered = visible(clean(&whole[window.clone()]));
        let line = covered.as_ref();
        let first = boundary(line, near - window.start);
        let last = boundary(line, end.saturating_sub(from + window.start)).max(first);
        if whole.len() <= LONGEST_LINE {
            return Self { text: line.to_owned(), span: first..last, cut: false };
        }
        let before: usize = line[..first].chars().rev().take(KEPT_BEFORE).map(char::len_utf8).sum();
        let after: usize = line[first..].chars().take(KEPT_AFTER).map(char::len_utf8).sum();
        let (cut_from, cut_to) = (first - before, first + after);
        let head = if window.start + cut_from > 0 { "..." } else { "" };
        let tail = if window.start + cut_to < whole.len() { "..." } else { "" };
        let shift = |byte: usize| head.len() + byte.min(cut_to) - cut_from;
        Self { text: format!("{head}{}{tail}", &line[cut_from..cut_to]), span: shift(first)..shift(last), cut: true }
    }
}

/// The part of a line around a byte that is enough to see what stands there.
fn around(line: &str, byte: usize) -> std::ops::Range<usize> {
    boundary(line, byte.saturating_sub(LOOKED_AT))..boundary(line, byte.saturating_add(LOOKED_AT))
}

/// The nearest byte at or before `byte` at which a character of `line` begins.
fn boundary(line: &str, byte: usize) -> usize {
    let mut byte = byte.min(line.len());
    while !line.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
