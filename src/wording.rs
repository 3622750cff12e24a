//! Plurals, lists and "did you mean", in both languages, and how wide text is.

use crate::i18n::{Lang, Message};
use std::io::{self, ErrorKind};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Names joined by "or": `a, b or c`, `a、b 或 c`.
pub fn one_of(names: &[String], lang: Lang) -> String {
    let (comma, or) = match lang {
        Lang::Zh => ("、", " 或 "),
        Lang::En => (", ", " or "),
    };
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => {
            let mut out = rest.join(comma);
            join(&mut out, or);
            join(&mut out, last);
            out
        }
    }
}

/// The longest name that is compared with others, in bytes.
const LONGEST: usize = 120;

/// The known name nearest to a misspelt one, if one is near enough to be meant.
pub fn nearest<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    // Nobody means a name that is so much longer than any; comparing it would take long.
    let comparable = word.len() <= LONGEST;
    let letters = word.chars().count();
    let limit = (letters / 3).max(1);
    let begins = |name: &str| word.len() >= 4 && name.starts_with(word);
    known
        .into_iter()
        .filter(|name| comparable && name.len() <= LONGEST)
        // As many letters more or less are as many mistakes, at least.
        .filter(|name| name.chars().count().abs_diff(letters) <= limit || begins(name))
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .filter(|(distance, name)| *distance <= limit || begins(name))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Appends a piece of text to another.
///
/// Where the pieces meet, the space that authors write between Chinese and a placeholder is dropped if Chinese follows
/// Chinese after all.
pub fn join(out: &mut String, next: &str) {
    if let Some(rest) = next.strip_prefix(' ')
        && out.chars().next_back().is_some_and(is_wide)
        && rest.chars().next().is_some_and(is_wide)
    {
        out.push_str(rest);
    } else if out.ends_with(' ')
        && out.chars().rev().nth(1).is_some_and(is_wide)
        && next.chars().next().is_some_and(is_wide)
    {
        out.pop();
        out.push_str(next);
    } else {
        out.push_str(next);
    }
}

/// Characters that nobody sees and that turn up in pastes: direction marks, zero-width spaces, byte order marks.
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}' | '\u{3164}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A text from elsewhere in one line, without what nobody sees and what a terminal would obey.
pub fn one_line(text: &str) -> String {
    let hidden = |c: &char| c.is_control() || is_invisible(*c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{61c}');
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !hidden(c)).collect()
}

/// Whether it is a Chinese character.
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Chinese characters and full-width punctuation.
fn is_wide(character: char) -> bool {
    is_han(character) || matches!(character, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}')
}

/// Why the system refused to read or write, in words people know.
pub fn refusal(error: &io::Error) -> Message {
    Message::new(match error.kind() {
        ErrorKind::NotFound => "reason-not-found",
        ErrorKind::PermissionDenied => "reason-not-allowed",
        ErrorKind::IsADirectory => "reason-folder",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "reason-no-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "reason-full",
        ErrorKind::ReadOnlyFilesystem => "reason-read-only",
        _ => return Message::new("reason-other").with("system", error.to_string()),
    })
}

/// The columns a text takes; characters that terminals draw one or two wide count as two.
pub fn width(text: &str) -> usize {
    text.width_cjk()
}

/// Breaks text into lines of at most `columns` columns, where both languages allow it (UAX 14); line breaks in it stay.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    wrap_behind(0, text, columns)
}

/// The same where so many columns of the first line are taken. That line is empty where no word fits behind them that fits
/// on a line of its own.
pub fn wrap_behind(taken: usize, text: &str, columns: usize) -> Vec<String> {
    let taken = std::iter::once(taken).chain(std::iter::repeat(0));
    text.split('\n').zip(taken).flat_map(|(line, taken)| wrap_line(taken, line, columns.max(2))).collect()
}

fn wrap_line(taken: usize, line: &str, columns: usize) -> Vec<String> {
    let mut room = columns.saturating_sub(taken);
    let whole = line.trim_end();
    if width(whole) <= room {
        return vec![whole.to_owned()];
    }
    let mut lines = Vec::new();
    let mut current = String::new();
    // The columns that `current` takes.
    let mut used = 0;
    let mut start = 0;
    for (end, _) in unicode_linebreak::linebreaks(line).filter(|(end, _)| is_place(line, *end, columns)) {
        let word = &line[start..end];
        start = end;
        let needed = width(word.trim_end());
        let behind_nothing = current.is_empty() && (room == columns || needed > columns && room > 1);
        if used + needed > room && !behind_nothing {
            lines.push(current.trim_end().to_owned());
            current.clear();
            (used, room) = (0, columns);
        }
        current.push_str(word);
        if used + needed <= room {
            used += width(word);
            continue;
        }
        while width(current.trim_end()) > room {
            let at = fitting(&current, room);
            let rest = current.split_off(at);
            lines.push(std::mem::replace(&mut current, rest));
            room = columns;
        }
        used = width(&current);
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// Whether a line may end there.
fn is_place(line: &str, at: usize, columns: usize) -> bool {
    !is_inside_address(line, at) && !is_inside_command(line, at, columns)
}

/// Characters of a session's id.
const LENGTH_OF_ID: usize = 8;

/// Whether a break there would split a command that fits on a line: one in backticks, or this program's own from its name
/// to the first word behind it and to the session that this names.
fn is_inside_command(line: &str, at: usize, columns: usize) -> bool {
    let (before, after) = line.split_at(at);
    if after.is_empty() {
        return false;
    }
    let Some(start) = before.rfind('`').filter(|_| before.matches('`').count() % 2 == 1) else {
        let mut words = before.trim_end().rsplit(|character: char| !character.is_ascii_graphic());
        let (last, one_before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let next = after.split(|character: char| !character.is_ascii_graphic()).next().unwrap_or_default();
        let names_session = next.trim_end_matches(['.', ',']).len() == LENGTH_OF_ID;
        let command = width(one_before) + width(last) + width(next) + 2;
        return last == "walletfix" && next.starts_with(|character: char| character.is_ascii_alphabetic())
            || one_before == "walletfix" && names_session && command <= columns;
    };
    after.find('`').is_some_and(|end| width(&before[start..]) + width(&after[..=end]) <= columns)
}

/// Whether a break there would split what people copy or type as one: an address, a command, a name with hyphens.
fn is_inside_address(line: &str, at: usize) -> bool {
    let ascii = |character: Option<char>| character.is_some_and(|character| character.is_ascii_graphic());
    ascii(line[..at].chars().next_back()) && ascii(line[at..].chars().next())
}

/// How many bytes of `text` fit into `columns`, at least one character.
fn fitting(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += character.width_cjk().unwrap_or(0);
        if used > columns && at > 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{wrap, wrap_behind};

    #[test]
    fn a_word_that_does_not_fit_behind_a_mark_stays_whole() {
        let text = "There is a transaction I did not make";
        assert_eq!(wrap_behind(6, text, 16), ["There is a", "transaction I", "did not make"]);
        assert_eq!(wrap_behind(8, "transaction one", 12), ["", "transaction", "one"]);
        assert_eq!(wrap_behind(8, "transactions-without-end", 12), ["tran", "sactions-wit", "hout-end"]);
        assert_eq!(wrap_behind(20, "a\nb", 12), ["", "a", "b"]);
        assert_eq!(wrap_behind(6, "账户被别人知道了，或设备", 16), ["账户被别人", "知道了，或设备"]);
    }

    #[test]
    fn a_command_that_fits_stays_whole() {
        let text = "All of them: `walletfix sessions show W1`. Then go on with walletfix resume W1 or leave it.";
        let lines =
            ["All of them:", "`walletfix sessions show W1`.", "Then go on with", "walletfix resume W1 or leave", "it."];
        assert_eq!(wrap(text, 29), lines);
        assert!(wrap(text, 20).iter().all(|line| line.len() <= 20), "one that does not fit is broken all the same");
        assert_eq!(wrap("Go on with: walletfix resume cf5ww62b", 30), ["Go on with:", "walletfix resume cf5ww62b"]);
        assert_eq!(wrap("一个 ` 也不碍事，walletfix 会提醒", 20), ["一个 ` 也不碍事，", "walletfix 会提醒"]);
    }

    #[test]
    fn an_address_that_fits_stays_whole() {
        let text = "应用内在线客服：https://help.demo-pay.example/chat 或 support@demo-pay.example";
        assert_eq!(
            wrap(text, 38),
            ["应用内在线客服：", "https://help.demo-pay.example/chat 或", "support@demo-pay.example"]
        );
        assert!(wrap(text, 20).iter().all(|line| line.len() <= 40), "one that does not fit is broken all the same");
    }
}
