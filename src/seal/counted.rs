//! The characters that count: what is left of a text after everything that mail, chats and forms do to it on the way.

use crate::wording::is_invisible;
use unicode_normalization::UnicodeNormalization;

/// A character that counts, and the line of the text it stands on, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) character: char,
    pub(super) line: usize,
}

/// How lines were joined on the way, where that cannot be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joined {
    /// As they were written, or with a space between them.
    Spaced,
    /// With nothing between them, so that a list's mark stands right behind a word.
    Tight,
}

/// What counts of a text: no gaps, quotes, marks of Markdown or of lists, and each character in its plain form.
pub(super) fn counted(text: &str, joined: Joined) -> Vec<Counted> {
    let all = visible(text);
    let at = |place: usize| all.get(place).map(|seen| seen.character);
    let is_word = |place: Option<usize>| place.and_then(at).is_some_and(char::is_alphanumeric);
    let mut out = Vec::with_capacity(all.len());
    let mut place = 0;
    while let Some(seen) = all.get(place) {
        // Of a mark only: counting on from each character of a long run would take for ever.
        let is_run = matches!(seen.character, '-' | '=');
        let run = all[place..].iter().take_while(|next| is_run && next.character == seen.character).count();
        let (before, behind) = (place.checked_sub(1), Some(place + run));
        let (length, counts) = match seen.character {
            ' ' | '\n' => (1, false),
            // Behind a gap it may be a list's mark, or stand between words; right before a digit it is a number's sign.
            '-' if before.and_then(at).is_none_or(|c| matches!(c, ' ' | '\n')) => {
                (run, behind.and_then(at).is_some_and(|c| c.is_ascii_digit()))
            }
            '-' => (run, is_word(behind) || (is_word(before) && wraps(&all[place + run..], joined))),
            '=' => (run, run < 3),
            '#' | '+' => (1, is_word(Some(place + 1))),
            '_' => (1, is_word(before) && is_word(Some(place + 1))),
            _ => (1, true),
        };
        if counts {
            out.push(*seen);
        }
        place += length;
    }
    out
}

/// Whether a word goes on behind a hyphen and a gap: a line was broken there.
fn wraps(rest: &[Counted], joined: Joined) -> bool {
    let gap = rest.iter().take_while(|seen| matches!(seen.character, ' ' | '\n')).count();
    let broken = rest[..gap].iter().any(|seen| seen.character == '\n');
    (broken || joined == Joined::Spaced) && rest.get(gap).is_some_and(|seen| seen.character.is_alphanumeric())
}

/// The text without what nobody sees and without marks, gaps told from line breaks.
fn visible(text: &str) -> Vec<Counted> {
    let text = without_entities(text);
    let mut out = Vec::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        for character in line.chars().filter(|c| !is_mark(*c)).nfkc() {
            let character = match character {
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
                '\u{2044}' => '/',
                gap if gap.is_whitespace() => ' ',
                other => other,
            };
            if !is_mark(character) {
                out.push(Counted { character, line: number + 1 });
            }
        }
        out.push(Counted { character: '\n', line: number + 1 });
    }
    out
}

/// What prettifiers put in, change or take away: quotes, marks of Markdown, of quoting and of lists, and what nobody sees.
fn is_mark(character: char) -> bool {
    let quotes = matches!(character, '"' | '\'' | '`' | '´' | '«' | '»' | '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2036}' | '\u{2039}' | '\u{203a}' | '「'..='』' | '〝'..='〟');
    let marks = matches!(character, '*' | '\\' | '<' | '>' | '|' | '~');
    let bullets = matches!(character, '·' | '•' | '‣' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '\u{f0b7}');
    let selectors = matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    quotes
        || marks
        || bullets
        || selectors
        || is_invisible(character)
        || (character.is_control() && !character.is_whitespace())
}

/// Characters that HTML writes in words, as it means them: of those that count only the ampersand is one.
fn without_entities(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        // Written in words more than once, where it went through more than one page.
        text.push('&');
        text.push_str(piece.trim_start_matches("amp;"));
    }
    for entity in ["&lt;", "&gt;", "&quot;", "&apos;", "&#39;", "&#x27;", "&nbsp;", "&#160;"] {
        if text.contains(entity) {
            text = text.replace(entity, if entity.contains("nbsp") || entity.contains("160") { " " } else { "" });
        }
    }
    text
}
