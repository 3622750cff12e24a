//! Passwords, in context.

mod aside;
mod shape;
mod stop;
mod value;

use super::Confidence;
use super::Report;
use super::cue::{self, Cue, Link, Place, Sense, window};
use super::kind::Kind;
use super::reading::Reading;
use crate::flow::step::TextFormat;
use std::ops::Range;

/// Finds passwords.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    if matches!(format, TextFormat::Phone | TextFormat::Email) {
        return;
    }
    let cues = cue::all(reading);
    for (index, cue) in cues.iter().enumerate() {
        if !matches!(cue.sense, Sense::Password | Sense::Pass | Sense::PaymentPin | Sense::Pin) {
            continue;
        }
        let places = cue::behind(reading, &cues, index);
        let behind = places.into_iter().find_map(|place| value(reading, cue, place, format));
        if let Some(range) = behind.or_else(|| value_before(reading, &cues, index)) {
            if let Some(other) = another(reading, range.end) {
                report(other, Kind::Password, Confidence::Likely);
            }
            report(range, Kind::Password, Confidence::Likely);
        }
    }
    if format != TextFormat::Error {
        aside::find(reading, &cues, &mut |range| report(range, Kind::Password, Confidence::Likely));
    }
}

/// The password behind its word.
fn value(reading: &Reading<'_>, cue: &Cue, place: Place, format: TextFormat) -> Option<Range<usize>> {
    let text = reading.text();
    let place = Place { at: second_of_pair(reading, cue, place).unwrap_or(place.at), ..place };
    let value = value::at(text, place.at)?;
    let token = text.get(value.range.clone())?;
    if !token.is_ascii() {
        return (value.quoted && place.link != Link::Beside && value::is_saying(token)).then_some(value.range);
    }
    let pin = matches!(cue.sense, Sense::PaymentPin | Sense::Pin);
    if !value.quoted
        && place.link == Link::Said
        && place.sign
        && !pin
        && let Some(words) = value::words(text, place.at)
    {
        return Some(words);
    }
    if !value::is_possible(reading.lower(), token, value.range.end) || pin && !value::is_mixed(token) {
        return None;
    }
    let number = token.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match place.link {
        Link::Said if place.sign => {
            let said = format != TextFormat::Error
                && !is_lost(reading, cue)
                && !value::goes_on(reading.lower(), value.range.end);
            value::is_odd(token) || value.quoted || said
        }
        Link::Said => value::is_odd(token) || value.quoted || follows_chinese(text, place.at),
        Link::Far => {
            value::is_mixed(token) || number && place.sign && cue.sense == Sense::Password && token.len() <= 12
        }
        Link::Beside if value.quoted && cue.range.end + 1 >= place.at => false,
        Link::Beside if !parted(reading, cue, place.at) => false,
        Link::Beside if number => (4..=12).contains(&token.len()) && !is_day(token),
        Link::Beside => value::is_mixed(token),
    };
    fits.then_some(value.range)
}

/// A second password behind one: "Qwer1234 和 Asdf5678".
fn another(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let rest = window(reading.text(), end, 24);
    let next = rest.trim_start_matches(['"', '”', ' ']);
    let joins = ["和", "或者", "或", "、", "and ", "or ", "/ ", ", "];
    let after = joins.iter().find_map(|join| next.strip_prefix(join))?.trim_start_matches(['"', '“', ' ', '是']);
    let value = value::at(reading.text(), end + rest.len() - after.len())?;
    let token = reading.text().get(value.range.clone())?;
    let fits = value::is_possible(reading.lower(), token, value.range.end) && value::is_mixed(token);
    fits.then_some(value.range)
}

/// "user/pass: a / b": where the second value begins.
fn second_of_pair(reading: &Reading<'_>, cue: &Cue, place: Place) -> Option<usize> {
    let lower = reading.lower();
    let paired = place.sign && lower.get(..cue.range.start)?.trim_end_matches(' ').ends_with('/');
    let rest = lower.get(place.at..).filter(|_| paired)?;
    let line = window(rest, 0, 160).lines().next().unwrap_or("");
    let first = line.find([' ', '/', ',', '|', '、'])?;
    let gap = line.get(first..)?;
    let value = gap.trim_start_matches([' ', '/', ',', '|', '、']);
    (!value.is_empty()).then_some(place.at + first + gap.len() - value.len())
}

/// Whether the words before say that there is no password to tell: "Forgotten password: what now".
fn is_lost(reading: &Reading<'_>, cue: &Cue) -> bool {
    let before = reading.lower().get(..cue.range.start).unwrap_or("").trim_end();
    [
        "forgotten",
        "forgot",
        "lost",
        "wrong",
        "incorrect",
        "invalid",
        "bad",
        "reset",
        "change",
        "missing",
        "no",
        "without",
    ]
    .iter()
    .any(|word| before.ends_with(word))
}

/// Whether a Chinese word announces the value: an English one behind it is no part of the sentence.
fn follows_chinese(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end_matches([' ', '\t']);
    before.chars().next_back().is_some_and(|letter| matches!(letter, '是' | '为' | '為' | '成' | '叫'))
}

/// Whether anything stands between the word and its value; Chinese words need nothing.
fn parted(reading: &Reading<'_>, cue: &Cue, at: usize) -> bool {
    let text = reading.text();
    let word = text.get(cue.range.clone()).unwrap_or("");
    !word.is_ascii() || text.get(cue.range.end..at).is_some_and(|gap| gap.starts_with([' ', '\t', '\n']))
}

/// Whether digits are a year or a day.
fn is_day(digits: &str) -> bool {
    matches!(digits.len(), 4 | 8) && (digits.starts_with("20") || digits.starts_with("19"))
}

/// The password before its word: "hunter2 is my password".
fn value_before(reading: &Reading<'_>, cues: &[Cue], index: usize) -> Option<Range<usize>> {
    let text = reading.text();
    let end = cue::before(reading, cues, index)?;
    let head = text.get(..end)?;
    let start = head
        .char_indices()
        .rev()
        .take(64)
        .take_while(|(_, letter)| letter.is_ascii_graphic())
        .last()
        .map(|(at, _)| at)?;
    let token = head.get(start..)?.trim_start_matches(['"', '\'', '(', '*']);
    let range = end - token.len()..end;
    let cue = cues.get(index).filter(|cue| matches!(cue.sense, Sense::Password | Sense::PaymentPin))?;
    // A call of a function: hash("password").
    let called = text.get(end..)?.starts_with('(');
    let owned = whose(reading.lower().get(end..cue.range.start)?);
    let fits = owned && !called && value::is_possible(reading.lower(), token, end);
    (fits && value::is_mixed(token)).then_some(range)
}

/// Whether the words between a value and "password" tie them: "is my", "是我的", or hardly anything.
fn whose(words: &str) -> bool {
    let near = words.chars().filter(|letter| letter.is_alphabetic()).count() <= 2;
    near || ["my ", "our ", "his ", "her ", "the ", "your ", "我", "你", "他", "她", "您", "的", "钱包"]
        .iter()
        .any(|word| words.contains(word))
}

#[cfg(test)]
mod tests;
