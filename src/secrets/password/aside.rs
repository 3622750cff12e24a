//! Passwords that no word announces, told by their form and by the words of their sentence: "I typed Corgi!Paws3 and it says
//! wrong password".

use super::shape::{Shape, shape};
use crate::secrets::cue::around::{Around, is_labelled};
use crate::secrets::cue::tie::{self, Tie};
use crate::secrets::cue::{Cue, Sense};
use crate::secrets::reading::Reading;
use std::ops::Range;

/// Words of which one must stand in the same sentence or in the one before.
const TOPIC: [&str; 9] = ["密码", "密碼", "口令", "password", "passwords", "passphrase", "passcode", "pwd", "passwort"];
/// Words that say, before a comma, that there is nothing to tell behind it.
const NOTHING: [&str; 14] = [
    "忘",
    "不记得",
    "记不",
    "没说",
    "没给",
    "没告诉",
    "没发",
    "forgot",
    "forget",
    "lost my",
    "didn't",
    "never",
    "unknown",
    "don't know",
];

/// All of them.
pub(super) fn find(reading: &Reading<'_>, cues: &[Cue], report: &mut dyn FnMut(Range<usize>)) {
    let lower = reading.lower();
    if !TOPIC.iter().any(|word| lower.contains(word)) {
        return;
    }
    for range in tokens(reading.text()) {
        let Some(token) = reading.text().get(range.clone()) else { continue };
        let shape = shape(lower, token, range.end);
        if shape == Shape::None {
            continue;
        }
        let around = Around::of(reading, &range);
        if is_tied(shape, &around)
            && around.says(&TOPIC)
            && (tie::before(around.clause) == Some(Tie::Given) || !is_labelled(cues, &around, range.start))
            && !is_name(cues, &range)
        {
            report(range);
        }
    }
}

/// Whether the words before a token hand it over, or its form needs no such words.
fn is_tied(shape: Shape, around: &Around<'_>) -> bool {
    match (shape, tie::before(around.clause)) {
        // "My login is maria_88, the password is lost".
        (Shape::Name | Shape::Plain, Some(Tie::Said)) if !around.said_before(&TOPIC) => is_owned(around),
        (Shape::Name | Shape::Plain, Some(Tie::Shown)) => {
            ["密码显示", "密码里", "password shown", "password said"].iter().any(|word| around.clause.contains(word))
        }
        (_, Some(Tie::Given)) | (Shape::Strong, _) => true,
        (Shape::None | Shape::Weak, _) | (_, None) | (Shape::Name, Some(Tie::Loose)) => false,
        (Shape::Name | Shape::Plain, Some(Tie::Aside)) => {
            around.stands_alone() && around.said_before(&TOPIC) && !around.said_before(&NOTHING)
        }
        (Shape::Name | Shape::Plain, Some(Tie::Loose | Tie::Said)) => true,
    }
}

/// Whether what follows says that this is a password.
fn is_owned(around: &Around<'_>) -> bool {
    let near = around.after.split([',', ':']).next().unwrap_or("");
    let near = near.split(" and ").next().unwrap_or("");
    let near = near.split(" but ").next().unwrap_or("");
    TOPIC.iter().any(|word| near.contains(word))
        || ["的密码", "是密码", "当密码", "my password", "the password i"]
            .iter()
            .any(|word| around.after.contains(word))
}

/// Whether a word for accounts stands right before: a name to log in with.
fn is_name(cues: &[Cue], range: &Range<usize>) -> bool {
    let last = cues.partition_point(|cue| cue.range.end <= range.start).checked_sub(1).and_then(|last| cues.get(last));
    last.is_some_and(|cue| matches!(cue.sense, Sense::AnyAccount | Sense::Order) && range.start - cue.range.end <= 7)
}

/// The words of ASCII in a text that hold a digit or a sign, without the signs of their sentence.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let inside = |byte: &u8| byte.is_ascii_graphic() && !b"\"`,;".contains(byte);
            let length = bytes.get(at..)?.iter().take_while(|byte| inside(byte)).count();
            if length == 0 {
                at += 1;
                continue;
            }
            let word = text.get(at..at + length)?;
            let tail = word.trim_end_matches([')', ']', '}', '>', '\'', '.', ':', '!', '?']);
            // The sign at the end of a sentence may be part of a password; what counts is the rest.
            let token = tail.trim_start_matches(['(', '[', '\'', ':', '<', '*', '-']);
            let start = at + tail.len() - token.len();
            at += length;
            if (6..=40).contains(&token.len()) && !token.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                return Some(start..start + token.len());
            }
        }
        None
    })
}
