//! One-time codes that no word announces: "I got a text, it said 831946", "use 283046 to verify your account".

use crate::secrets::cue::around::{Around, is_labelled, is_round, numbers};
use crate::secrets::cue::tie::{self, Tie};
use crate::secrets::cue::{Cue, Sense, number};
use crate::secrets::reading::Reading;
use std::ops::Range;

/// Words for such codes and nothing else.
#[rustfmt::skip]
const CODES: [&str; 23] = [
    "验证码", "驗證碼", "校验码", "动态码", "动态口令", "动态密码", "确认码", "登录码", "验证器", "两步验证", "双重验证", "二次验证", "otp",
    "2fa", "authenticator", "verification", "one-time", "one time", "login code", "sign-in code", "security code", "passcode",
    "text code",
];
/// Words for what brings them.
#[rustfmt::skip]
const BRINGERS: [&str; 28] = [
    "个码", "发码", "的码", "验证", "收到的数", "手机上的码", "屏幕上的", "短信", "六位", "6位", "位数", "收到的码", "收的码", "sms", "text", "texts", "texted", "text message", "code", "codes", "emailed",
    "six digits", "6 digits", "six-digit", "6-digit", "six numbers", "by mail", "e-mail",
];
/// What a message with a code says besides it.
#[rustfmt::skip]
const WARNINGS: [&str; 17] = [
    "valid for", "expires", "expire in", "share", "disclose", "do not tell", "don't tell", "never tell", "分钟内有效", "请勿", "勿泄",
    "切勿", "勿转发", "不要告诉", "别告诉", "打死", "valid until",
];
/// What a code is for.
#[rustfmt::skip]
const PURPOSES: [&str; 16] = [
    " to log", " to sign", " to verify", " to confirm", " to continue", " to complete", " to finish", " to reset",
    " to authenticate", " to access", " to approve", " to activate", " to link", " to register", " to unlock", " to login",
];
/// Words that say that somebody has the code now.
const TOLD: [&str; 12] =
    ["告诉", "发给", "发了", "给了", "报", "说了", "念", "told", "gave", "sent", "read", "forwarded"];

/// Words that say that nobody has it, or that what follows went wrong.
const NOTHING: [&str; 12] =
    ["没发", "没给", "没告诉", "没说", "错误", "报错", "失败", "error", "didn't", "never", "not sent", "failed"];

/// All of them.
pub(super) fn find(reading: &Reading<'_>, cues: &[Cue], report: &mut dyn FnMut(Range<usize>)) {
    let lower = reading.lower();
    let anywhere = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if !anywhere(&CODES) && !anywhere(&BRINGERS) && !anywhere(&PURPOSES) && !lower.contains(" with ") {
        return;
    }
    for range in numbers(reading, 4, 8) {
        let around = Around::of(reading, &range);
        let digits: String =
            reading.text().get(range.clone()).unwrap_or("").chars().filter(char::is_ascii_digit).collect();
        if is_round(&digits) || is_service(&digits) || is_sum(&around) {
            continue;
        }
        let fits = is_sent(cues, &around, &range) || is_shape(&around, digits.len()) || is_said(&around, digits.len());
        let typed = tie::before(around.clause) == Some(Tie::Given);
        if fits && (typed || !is_labelled(cues, &around, range.start)) && !is_long(reading, &range) {
            report(range);
        }
    }
}

/// A code that somebody typed, told or read.
fn is_said(around: &Around<'_>, digits: usize) -> bool {
    let Some(tie) = tie::before(around.clause) else { return is_counted(around, digits) };
    let strict = around.says(&CODES);
    let brought = strict || around.says(&BRINGERS);
    match tie {
        Tie::Given => digits == 6 && brought || strict && around.said_before(&CODES),
        Tie::Loose => {
            digits == 6 && (around.said_before(&CODES) || around.said_before(&BRINGERS))
                || strict && around.said_before(&CODES)
                || is_message(around.clause)
        }
        Tie::Shown => {
            let asked = (around.said_before(&CODES) || around.said_before(&["code"]))
                && ["entered", "typed", "填", "输"].iter().any(|word| around.before.contains(word));
            digits == 6 && brought && !asked || is_message(around.clause)
        }
        Tie::Said => digits == 6 && brought,
        Tie::Aside => {
            let named = around.said_before(&CODES) || digits == 6 && around.said_before(&BRINGERS);
            named && around.stands_alone() && around.said_before(&TOLD) && !around.said_before(&NOTHING)
        }
    }
}

/// "the text with 3962", "the sms said 3962".
fn is_message(clause: &str) -> bool {
    ["sms", "text message", "短信"].iter().any(|word| {
        clause.rfind(word).is_some_and(|at| clause.len() - at <= word.len() + 12 && !clause.contains("余额"))
    })
}

/// "收到的六位数685203".
fn is_counted(around: &Around<'_>, digits: usize) -> bool {
    let clause = around.clause.trim_end_matches([' ', ':']);
    let named = [
        "六位数",
        "六位数字",
        "6位数",
        "6位数字",
        "六位码",
        "6位码",
        "串数字",
        "串数",
        "six digits",
        "six-digit number",
    ];
    let told = ["text message", "短信", "sms"];
    let texted = clause.ends_with(" me") && clause.contains("texted");
    digits == 6 && (texted || named.iter().chain(&told).any(|word| clause.ends_with(word)))
}

/// A sentence of the message that brings a code.
fn is_shape(around: &Around<'_>, digits: usize) -> bool {
    let clause = around.clause.trim_end();
    let ends = |words: &[&str]| words.iter().any(|word| clause.ends_with(word));
    let used = ends(&["use", "enter", "type", "code", "verification", "input", "pin"])
        && PURPOSES.iter().any(|purpose| around.after.get(..48).unwrap_or(around.after).contains(purpose));
    let confirm = ends(&[" with"])
        && digits == 6
        && ["confirm", "verify", "approve", "activate", "log in", "sign in", "authorize", "authorise"]
            .iter()
            .any(|verb| clause.contains(verb));
    let named = [" is what the ", " was what the ", "是短信", "是收到的", "就是短信"]
        .iter()
        .any(|word| around.after.starts_with(word));
    used || confirm || named && digits == 6
}

/// The bare word "code" right before, and what such messages say behind or before it.
fn is_sent(cues: &[Cue], around: &Around<'_>, range: &Range<usize>) -> bool {
    let last = cues.partition_point(|cue| cue.range.end <= range.start).checked_sub(1).and_then(|last| cues.get(last));
    let named = last.is_some_and(|cue| {
        matches!(cue.sense, Sense::BareCode | Sense::TheirCode | Sense::OneTime) && range.start - cue.range.end <= 4
    });
    let warned = WARNINGS.iter().any(|word| around.later.contains(word));
    named && (warned || around.says(&["sms", "text", "texted", "text message", "短信"]))
}

/// Whether the number is a piece of a longer one, parted by spaces.
fn is_long(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let next = reading.text().as_bytes().get(range.end..range.end + 2);
    let long = matches!(next, Some([b' ' | b'-' | b'/', digit]) if digit.is_ascii_digit());
    long && number::more(reading.text(), range).is_empty()
}

/// The number of a bank or of a phone company, which sends the codes.
fn is_service(digits: &str) -> bool {
    digits.len() == 5 && ["95", "96", "100", "123"].iter().any(|start| digits.starts_with(start))
        || digits.starts_with("1069")
}

/// Whether the clause tells of money or of points, or what follows counts them.
fn is_sum(around: &Around<'_>) -> bool {
    let sum = [
        "余额",
        "金额",
        "消费",
        "支出",
        "转账",
        "转了",
        "付了",
        "扣了",
        "到账",
        "还款",
        "积分",
        "分期",
        "额度",
        "错误",
        "报错",
        "订单",
        "单号",
        "error",
        "amount",
        "paid",
        "charge",
        "balance",
        "transfer",
        "order",
        "parcel",
        "points",
        "deposit",
        "reference",
    ];
    let behind = [
        "积分",
        "韩元",
        "日元",
        "points",
        "coins",
        "tokens",
        "shib",
        "won",
        "yen",
        "rupees",
        "euros",
        "pounds",
        "号客服",
    ];
    let next = around.after.trim_start();
    // "发了 188888 的红包": what follows is no code.
    let thing =
        next.starts_with('的') && !["的验", "的码", "的短信", "的动态"].iter().any(|word| next.starts_with(word));
    // A key of JSON, which says what went wrong.
    let key = around.clause.contains("code\"");
    thing
        || key
        || sum.iter().any(|word| around.clause.contains(word))
        || behind.iter().any(|word| next.starts_with(word))
}
