//! A value that stands before the word that says what it is: "482913 是您的验证码".

use super::Cue;
use super::link::{FAR, ends_sentence, floor};
use crate::secrets::reading::Reading;
use std::cmp::Reverse;

/// Words between a value and the word behind it: "482913 是您的验证码".
#[rustfmt::skip]
const BACK: [&str; 12] = [
    "就是", "作为", "这个", "是", "为", "当", " is ", " was ", " as ", "'s ", "(", " = ",
];
/// Words that make it another statement.
#[rustfmt::skip]
const OTHERWISE: [&str; 15] =
    [
    "发", "什么", "不", "哪", "否", "没", "错", "not ", "what", "who", "sent", "wrong", "error", "where",
    "why",
];
/// What makes the word itself part of another: a password manager is no password.
#[rustfmt::skip]
const COMPOUND: [&str; 20] = [
    "管理", "提示", "错误", "页", "找回", "重置", "输入", "的", "框", "长度", " manager", " reset", " hint",
    " field", " generator", " page", " prompt", " screen", " length", " error",
];

/// Where a value ends that stands before its word.
pub(in crate::secrets) fn before(reading: &Reading<'_>, cues: &[Cue], index: usize) -> Option<usize> {
    let lower = reading.lower();
    let cue = cues.get(index)?;
    let rest = lower.get(cue.range.end..)?;
    if COMPOUND.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    let after_last = index.checked_sub(1).and_then(|last| cues.get(last)).map_or(0, |last| last.range.end);
    let from = floor(lower, cue.range.start.saturating_sub(64)).max(after_last);
    let window = lower.get(from..cue.range.start)?;
    // The last one; of two that end at one place ("就是", "是") the longer one.
    let ends = |word: &&str| window.rfind(*word).map(|start| (start + word.len(), Reverse(start)));
    let (end, Reverse(start)) = BACK.iter().filter_map(ends).max()?;
    let between = window.get(end..)?;
    let plain = between.chars().all(|letter| !letter.is_ascii_digit() && !ends_sentence(letter) && letter != ':');
    let width: usize = between.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
    if !plain || width > FAR || OTHERWISE.iter().any(|word| between.contains(word)) {
        return None;
    }
    let value = window.get(..start)?.trim_end_matches([' ', '"', '\'', '”', '’', '」', '』', '】', ')', '*', ',']);
    (!value.is_empty()).then_some(from + value.len())
}
