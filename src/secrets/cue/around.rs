//! What stands around a value that no word announces: its sentence, and how the words right before it hand it over.
//!
//! The other way round from [`super::behind`]: first the value, then the words, so that "I typed 482913 and it said wrong PIN"
//! and "he wanted my PIN, I said 482913" are one case. All windows are short, so that the search stays linear.

use super::link::floor;
use super::{Cue, Sense, counts, number};
use crate::secrets::reading::Reading;
use std::ops::Range;

/// How many bytes before a value are looked at.
const BACK: usize = 120;
/// How many bytes behind it.
const AHEAD: usize = 96;

/// The words around a value, in lower case.
#[derive(Debug, Clone, Copy)]
pub(in crate::secrets) struct Around<'r> {
    /// Its sentence up to the value, and the sentence before it.
    pub(in crate::secrets) before: &'r str,
    /// The clause up to the value.
    pub(in crate::secrets) clause: &'r str,
    /// The rest of its sentence.
    pub(in crate::secrets) after: &'r str,
    /// That, and the sentence behind it.
    pub(in crate::secrets) later: &'r str,
}

impl<'r> Around<'r> {
    /// Looks around a value.
    pub(in crate::secrets) fn of(reading: &'r Reading<'_>, value: &Range<usize>) -> Self {
        let lower = reading.lower();
        let from = floor(lower, value.start.saturating_sub(BACK));
        let head = lower.get(from..value.start).unwrap_or("");
        let tail = lower.get(value.end..floor(lower, value.end.saturating_add(AHEAD))).unwrap_or("");
        let clause = head.char_indices().rev().find(|(at, letter)| *letter == ',' || ends(head, *at, *letter));
        let clause = clause.map_or(0, |(at, letter)| at + letter.len_utf8());
        let before = head.char_indices().rev().filter(|(at, letter)| ends(head, *at, *letter)).nth(1);
        let before = before.map_or(0, |(at, letter)| at + letter.len_utf8());
        let mut breaks = tail.char_indices().filter(|(at, letter)| ends(tail, *at, *letter)).map(|(at, _)| at);
        let after = breaks.next().unwrap_or(tail.len());
        let later = breaks.next().unwrap_or(tail.len());
        Self {
            before: head.get(before..).unwrap_or(""),
            clause: head.get(clause..).unwrap_or(""),
            after: tail.get(..after).unwrap_or(""),
            later: tail.get(..later).unwrap_or(""),
        }
    }

    /// Whether one of these words stands in the sentence of the value or in the one before.
    pub(in crate::secrets) fn says(&self, words: &[&str]) -> bool {
        self.said_before(words) || words.iter().any(|word| holds(self.after, word))
    }

    /// Whether one of these words stands before the value.
    pub(in crate::secrets) fn said_before(&self, words: &[&str]) -> bool {
        words.iter().any(|word| holds(self.before, word))
    }

    /// Whether the value ends its clause.
    pub(in crate::secrets) fn stands_alone(&self) -> bool {
        let next = self.later.trim_start_matches([' ', '"', '\'', '”', '’', '」']).chars().next();
        next.is_none_or(|letter| matches!(letter, ',' | '.' | '。' | '!' | '?' | ';' | ')' | '\n' | '、'))
    }
}

/// Whether a text holds a word: an English one from its beginning on, so that "pin" is not in "spinning".
fn holds(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.contains(word);
    }
    text.match_indices(word).any(|(at, _)| {
        let next = text.as_bytes().get(at + word.len()).copied().unwrap_or(b' ');
        let inside =
            at.checked_sub(1).and_then(|last| text.as_bytes().get(last)).is_some_and(u8::is_ascii_alphanumeric);
        !inside && (word.len() > 4 || !next.is_ascii_alphabetic())
    })
}

/// Whether a sentence ends at this place of a text.
fn ends(text: &str, at: usize, letter: char) -> bool {
    match letter {
        '。' | '!' | '?' | ';' | '\n' => true,
        '.' => text.as_bytes().get(at + 1).is_none_or(|next| matches!(next, b' ' | b'\n' | b'"')),
        _ => false,
    }
}

/// The numbers of a text that are no piece of anything longer, as people write codes.
pub(in crate::secrets) fn numbers(reading: &Reading<'_>, least: usize, most: usize) -> Vec<Range<usize>> {
    let text = reading.text();
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at + bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
        if is_free(bytes, at)
            && let Some(range) = number::at(text, at)
        {
            end = range.end.max(end);
            let digits = number::digits(text, &range);
            if (least..=most).contains(&digits) && !counts(reading.lower(), range.end) {
                all.push(range);
            }
        }
        at = end;
    }
    all
}

/// Whether what begins here is no rest of a word, a date, a sum or a decimal number.
fn is_free(bytes: &[u8], start: usize) -> bool {
    let back = |by: usize| start.checked_sub(by).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    match back(1) {
        b'.' | b',' | b':' | b' ' => !(back(2).is_ascii_digit() && (back(1) != b' ')),
        // The yen, euro and pound signs end in these bytes.
        0xa5 | 0xa3 => back(2) != 0xc2,
        0xac => !(back(2) == 0x82 && back(3) == 0xe2),
        before => !(before.is_ascii_alphanumeric() || b"-_+@$/\\#*%=&~".contains(&before)),
    }
}

/// Whether digits are rather a sum or a year than a code: round, or 19.. and 20.. with four digits.
pub(in crate::secrets) fn is_round(digits: &str) -> bool {
    digits.ends_with("00") || digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether the last word of the table before a value, in its clause, names something else: an order, an error.
pub(in crate::secrets) fn is_labelled(cues: &[Cue], around: &Around<'_>, value: usize) -> bool {
    let last = cues.partition_point(|cue| cue.range.end <= value).checked_sub(1).and_then(|last| cues.get(last));
    last.is_some_and(|cue| {
        matches!(cue.sense, Sense::Order | Sense::Other | Sense::Card | Sense::Account | Sense::AnyAccount)
            && cue.range.start + around.clause.len() >= value
    }) || {
        let head = around.clause.trim_end_matches([' ', ':', '是', '为', '叫', '#']);
        let head = [" is", " was"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
        LABELS.iter().any(|label| {
            let rest = head.strip_suffix(label);
            rest.is_some_and(|rest| !label.is_ascii() || !rest.ends_with(|last: char| last.is_ascii_alphanumeric()))
        })
    }
}

/// Names of things that have a number or a name and are no secret, where the table has none.
#[rustfmt::skip]
const LABELS: [&str; 58] = [
    "id", "网名", "用户名", "昵称", "微信号", "名字", "型号", "系统", "手机", "提示", "弹出", "显示错误", "客户号", "会员号", "工号", "警号",
    "积分", "消费", "支出", "转账", "还款", "到账", "扣款", "贷款", "房间", "柜", "群", "群号", "qq", "编码", "货号", "文件", "案号",
    "username", "user", "login", "name", "called", "named", "model", "file", "firmware", "device", "building", "room",
    "street", "number of", "charge of", "amount of", "total of", "points", "case", "parcel", "customer", "row", "line",
    "page", "step",
];
