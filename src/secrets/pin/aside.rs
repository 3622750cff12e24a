//! PINs that no word announces: "I typed 9036 and it said wrong PIN".

use crate::secrets::cue::Cue;
use crate::secrets::cue::around::{Around, is_labelled, is_round, numbers};
use crate::secrets::cue::tie::{self, Tie};
use crate::secrets::reading::Reading;
use std::ops::Range;

/// Words of which one must stand in the same sentence or in the one before.
const TOPIC: [&str; 6] = ["密码", "密碼", "pin", "pins", "passcode", "password"];
/// Words for secrets of four digits.
const SHORT: [&str; 9] = ["pin", "pins", "passcode", "取款", "取钱", "锁屏", "解锁", "银行卡", "储蓄卡"];
/// Words that say that somebody knows it now.
#[rustfmt::skip]
const TOLD: [&str; 20] = [
    "念", "背面", "告诉", "知道", "发给", "发了", "给了", "报", "说了", "填", "输", "就是", "told", "gave", "knows", "saw", "say", "made me",
    "asked", "sent",
];
/// Words that say there is nothing to tell, or that the number is something else.
#[rustfmt::skip]
const NOTHING: [&str; 17] = [
    "忘", "不记得", "没说", "没给", "没告诉", "没发", "错误", "报错", "forgot", "never", "didn't", "error", "blocked", "转了", "扣了",
    "paid", "订单",
];
/// Words before the topic that make the number a step before it: "I entered 2550, then my PIN".
const THEN: [&str; 6] = ["然后", "再", "以后", "之后", "then", "and my"];

/// All of them.
pub(super) fn find(reading: &Reading<'_>, cues: &[Cue], report: &mut dyn FnMut(Range<usize>)) {
    let lower = reading.lower();
    if !TOPIC.iter().any(|word| lower.contains(word)) {
        return;
    }
    for range in numbers(reading, 4, 8) {
        let around = Around::of(reading, &range);
        let Some(tie) = tie::before(around.clause) else { continue };
        let digits = reading.text().get(range.clone()).unwrap_or("");
        let short = digits.len() == 4 && around.says(&SHORT);
        let usual = match tie {
            Tie::Given => digits.len() == 6 || short || digits.len() == 8 && around.said_before(&TOPIC),
            Tie::Loose | Tie::Said => digits.len() == 6 || short,
            Tie::Aside => matches!(digits.len(), 4 | 6) && is_told(&around),
            Tie::Shown => false,
        };
        let before = around.said_before(&TOPIC);
        let step = !before && THEN.iter().any(|word| around.after.contains(word));
        let weak = matches!(tie, Tie::Loose | Tie::Said) && !before && !is_judged(&around);
        // "I sent 4250".
        let paid = tie == Tie::Loose
            && (is_default(digits) || [" sent ", "给了", "给"].iter().any(|verb| around.clause.ends_with(verb)));
        if !usual || step || weak || paid || is_round(digits) || is_sum(&around) {
            continue;
        }
        if around.says(&TOPIC) && (tie == Tie::Given || !is_labelled(cues, &around, range.start)) {
            report(range);
        }
    }
}

/// Whether a number alone in its clause follows the word and somebody who knows it now.
fn is_told(around: &Around<'_>) -> bool {
    around.stands_alone() && around.said_before(&TOPIC) && around.said_before(&TOLD) && !around.said_before(&NOTHING)
}

/// Whether what follows speaks of the number as a PIN: "is 5519 too weak for a PIN", "用 318204 做密码".
fn is_judged(around: &Around<'_>) -> bool {
    [" for ", " as ", " too ", "不是", "错", "不对", "做", "当", "wrong", "incorrect"]
        .iter()
        .any(|word| around.after.contains(word))
}

/// What somebody tries first: "试了1234和0000".
fn is_default(digits: &str) -> bool {
    matches!(digits, "1234" | "123456" | "12345678")
        || digits.bytes().all(|byte| Some(&byte) == digits.as_bytes().first())
}

/// Whether the clause tells of money or of an error.
fn is_sum(around: &Around<'_>) -> bool {
    ["金额", "元", "转了", "付了", "扣了", "余额", "错误", "报错", "error", "amount", "paid", "transfer"]
        .iter()
        .any(|word| around.clause.contains(word))
}
