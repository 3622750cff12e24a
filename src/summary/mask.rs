//! Masks: what a person, an account or a device is called, shown only as far as needed to recognise it.
//!
//! A value is masked before anything is drawn, and wherever it turns up again in other words of the same summary it is
//! replaced by the same mask, so that one thing has one name everywhere.

use crate::flow::field::{Field, Place};
use crate::flow::value::Value;
use crate::session::story::Story;
use crate::wording::is_invisible;
use unicode_segmentation::UnicodeSegmentation;

/// How `text` is shown in the place of `field`; as it is where the field is not masked.
pub fn masked(field: Field, text: &str) -> String {
    if !field.masked() {
        return text.to_owned();
    }
    match field.name() {
        "phone" => phone(text),
        "email" => email(text),
        "card-last4" => last_four(text),
        // An account by any other name: who is paid may be a number or an address of mail.
        _ if text.contains('@') => email(text),
        _ if is_phone(text) => phone(text),
        "payee" => name(text),
        _ => ends(text),
    }
}

/// The first and last eight characters of an address; shorter ones stay whole.
pub fn middle(address: &str) -> String {
    let all: Vec<&str> = address.graphemes(true).collect();
    if all.len() <= 20 {
        return address.to_owned();
    }
    format!("{}...{}", all[..8].concat(), all[all.len() - 8..].concat())
}

/// Whether the field holds an address on a chain, which people see shortened and programs see whole.
pub fn is_address(field: Field) -> bool {
    field.place() == Place::Transaction && field.name().ends_with("-address")
}

/// Everything in a story that has a mask, each thing one of its own: of two accounts that look alike once they are masked,
/// the second carries a number.
#[derive(Debug, Clone, Default)]
pub struct Masks(Vec<Entry>);

#[derive(Debug, Clone)]
struct Entry {
    /// As it was typed.
    text: String,
    /// However it was typed.
    same: String,
    mask: String,
    /// Whether it is looked for in other words.
    distinct: bool,
}

impl Masks {
    /// The masks of all masked facts, dropped and private ones included: they must not come out another way either.
    pub fn of(story: &Story) -> Self {
        let mut all: Vec<Entry> = Vec::new();
        for visit in &story.visits {
            let (Some(field), Value::Text(text)) = (visit.step.field, &visit.value) else { continue };
            let text = text.trim();
            if !field.masked() || !is_named(field) || all.iter().any(|known| known.text == text) {
                continue;
            }
            let same = sameness(text);
            let mask = match all.iter().find(|known| known.same == same) {
                Some(known) => known.mask.clone(),
                None => numbered(&all, masked(field, text)),
            };
            all.push(Entry { text: text.to_owned(), same, mask, distinct: is_distinct(field, text) });
        }
        all.sort_by_key(|entry| std::cmp::Reverse(entry.text.len()));
        Self(all)
    }

    /// How a value is shown in the place of `field`: the same thing by the same mask, wherever it was asked for.
    pub fn shown(&self, field: Field, text: &str) -> String {
        let known = || self.0.iter().find(|entry| entry.same == sameness(text));
        match is_named(field).then(known).flatten() {
            Some(known) => known.mask.clone(),
            None => masked(field, text),
        }
    }

    /// `text` with every masked value in it masked.
    pub fn hide(&self, text: &str) -> String {
        let distinct = self.0.iter().filter(|entry| entry.distinct);
        distinct.fold(text.to_owned(), |text, entry| replace(&text, &entry.text, &entry.mask, false))
    }
}

/// The last digits of a card are no name: two cards can share them.
fn is_named(field: Field) -> bool {
    field.name() != "card-last4"
}

/// The mask, with a number behind it where another thing has it already.
fn numbered(all: &[Entry], mask: String) -> String {
    let is_free = |mask: &String| all.iter().all(|known| known.mask != *mask);
    if is_free(&mask) {
        return mask;
    }
    let mut numbers = (2..).map(|number| format!("{mask} ({number})"));
    numbers.find(is_free).unwrap_or_default()
}

/// One spelling for one thing: a phone number with and without gaps, an address of mail in any case.
fn sameness(text: &str) -> String {
    let gap = |c: &char| c.is_whitespace() || (is_phone(text) && !c.is_ascii_digit());
    text.chars().filter(|c| !gap(c)).flat_map(char::to_lowercase).collect()
}

/// Whether a value is long enough to be searched for without hitting something else; a name may be as short as names are.
pub(super) fn is_distinct(field: Field, text: &str) -> bool {
    let is_name = field.masked() && is_named(field) && text.chars().any(char::is_alphabetic);
    let least = if is_name || !text.is_ascii() { 2 } else { 4 };
    text.graphemes(true).count() >= least
}

/// Values from this length on, in bytes, are themselves also inside a longer word.
const LONG: usize = 16;

/// Replaces `value`, in any case and with any gaps, where it does not stand inside a longer word or number; where it is
/// long and `anywhere`, also there.
pub(super) fn replace(text: &str, value: &str, mask: &str, anywhere: bool) -> String {
    let phone = is_phone(value);
    let is_gap = |c: char| {
        c.is_whitespace()
            || is_invisible(c)
            || matches!(c, '-' | '\u{2010}'..='\u{2015}')
            || phone && matches!(c, '+' | '(' | ')')
    };
    let signs = |text: &str| -> Vec<(usize, usize, char)> {
        let all = text.char_indices().filter(|(_, c)| !is_gap(*c));
        all.flat_map(|(at, c)| c.to_lowercase().map(move |low| (at, at + c.len_utf8(), low))).collect()
    };
    let (signs, wanted) = (signs(text), signs(value));
    let anywhere = anywhere && value.len() >= LONG;
    let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut out = String::new();
    let mut from = 0;
    for found in signs.windows(wanted.len().max(1)) {
        let (Some(&(at, ..)), Some(&(_, end, _))) = (found.first(), found.last()) else { continue };
        if at < from || !found.iter().map(|sign| sign.2).eq(wanted.iter().map(|sign| sign.2)) {
            continue;
        }
        let before = part(text[..at].chars().next_back()) && part(text[at..].chars().next());
        let after = part(text[..end].chars().next_back()) && part(text[end..].chars().next());
        if anywhere || !(before || after) {
            out.push_str(&text[from..at]);
            out.push_str(mask);
            from = end;
        }
    }
    out.push_str(&text[from..]);
    out
}

fn is_phone(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 7
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')'))
}

fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        0..=6 => "****".to_owned(),
        7..=10 => format!("{}****{}", &digits[..2], &digits[digits.len() - 2..]),
        _ => format!("{}****{}", &digits[..3], &digits[digits.len() - 4..]),
    }
}

fn email(text: &str) -> String {
    match text.rsplit_once('@') {
        Some((local, host)) => format!("{}***@{host}", local.graphemes(true).next().unwrap_or_default()),
        None => ends(text),
    }
}

fn name(text: &str) -> String {
    let all: Vec<&str> = text.graphemes(true).collect();
    match all.as_slice() {
        [] | [_] => "*".to_owned(),
        [first, rest @ ..] => format!("{first}{}", "*".repeat(rest.len().min(3))),
    }
}

fn last_four(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        0..=3 => "****".to_owned(),
        count => format!("****{}", &digits[count - 4..]),
    }
}

fn ends(text: &str) -> String {
    let all: Vec<&str> = text.graphemes(true).collect();
    match all.len() {
        0..=4 => "****".to_owned(),
        5..=7 => format!("{}****", all[0]),
        count => format!("{}****{}", all[..2].concat(), all[count - 2..].concat()),
    }
}
