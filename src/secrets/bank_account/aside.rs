//! Account numbers beside the name of a bank, or beside the other half of an account: "转到工行4000...", "account 70872490, sort
//! code 40-47-84".

use crate::secrets::cue::around::{Around, numbers};
use crate::secrets::reading::Reading;
use std::ops::Range;

/// Banks, and words for who is paid.
#[rustfmt::skip]
const BANKS: [&str; 41] = [
    "工行", "农行", "中行", "建行", "交行", "招行", "邮储", "浦发", "民生", "兴业", "光大", "华夏", "广发", "平安", "中信", "银行", "信用社", "农商行", "农信",
    "对方", "收款人", "收款", "打款", "汇款", "入账", "对公", "开户", "公户", "私户", "他的", "她的", "骗子", "户名", "bank", "sort code", "sort:", "routing",
    "swift", "credit union", "aba", "beneficiary",
];
/// Words for accounts and cards that may stand between.
#[rustfmt::skip]
const ACCOUNTS: [&str; 24] = [
    "账号", "帐号", "账户", "帐户", "账戶", "賬號", "賬戶", "卡号", "卡", "户头", "折子", "存折", "account", "acct", "a/c", "account number",
    "account no", "account no.", "acct no", "acct no.", "account #", "account is", "acc no", "acc",
];
/// Words that may stand between those and the number.
#[rustfmt::skip]
const PASSING: [&str; 19] = [
    "的", "号码", "号", "是", "为", ":", " ", "这个", "这张", "那张", "给我", "给他", "里", "到", "了", "上", "(", "尾号是", "number",
];

/// All of them.
pub(super) fn find(reading: &Reading<'_>, report: &mut dyn FnMut(Range<usize>)) {
    let lower = reading.lower();
    if !BANKS.iter().any(|word| lower.contains(word)) {
        return;
    }
    for range in numbers(reading, 8, 24) {
        let Some(digits) = reading.text().get(range.clone()) else { continue };
        let around = Around::of(reading, &range);
        let account = leads(around.clause, &ACCOUNTS);
        let english = around.clause.is_ascii();
        let bank = leads(around.clause, &BANKS);
        let least = match (account, english) {
            (true, true) => 8,
            (true, false) => 10,
            (false, _) => 15,
        };
        let fits = (account && around.says(&BANKS) || bank && !english) && digits.len() >= least;
        if fits && !is_dated(digits) && !is_mobile(digits) {
            report(range);
        }
    }
}

/// Whether one of these words leads to the number, with nothing between them but words that pass.
fn leads(clause: &str, words: &[&str]) -> bool {
    let mut head = clause;
    for _ in 0..6 {
        if words.iter().any(|word| head.ends_with(word)) {
            return true;
        }
        let Some(rest) = PASSING.iter().find_map(|word| head.strip_suffix(word)) else { return false };
        head = rest;
    }
    false
}

/// Whether digits begin with a day, as the numbers of transactions do.
fn is_dated(digits: &str) -> bool {
    let month = digits.get(4..6).and_then(|month| month.parse::<u32>().ok()).unwrap_or(0);
    matches!(digits.get(..2), Some("19" | "20")) && (1..=12).contains(&month)
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && !digits.starts_with("10")
        || digits.len() == 13 && digits.starts_with("861")
}
