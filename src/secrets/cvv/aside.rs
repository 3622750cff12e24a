//! Card security codes that no word announces: "I entered 250 for CVV", "the 836 on the back".

use crate::secrets::cue::around::{Around, numbers};
use crate::secrets::cue::tie::{self, Tie};
use crate::secrets::reading::Reading;
use std::ops::Range;

/// Words for them.
#[rustfmt::skip]
const TOPIC: [&str; 20] = [
    "cvv", "cvv2", "cvc", "cvc2", "安全码", "安全碼", "卡背", "背面", "背后", "后三位", "后3位", "后三码", "末三位", "签名栏", "on the back",
    "back of", "security number", "security code", "on the front", "signature strip",
];
/// Chinese words that may stand between such a word and the code.
#[rustfmt::skip]
const PASSING: [&str; 18] = [
    "那三位", "那3位", "三位", "3位", "三个", "数字", "数", "码", "串", "的", "那", "几", "个", "是", "为", ":", " ", "上",
];

/// All of them.
pub(super) fn find(reading: &Reading<'_>, report: &mut dyn FnMut(Range<usize>)) {
    let lower = reading.lower();
    if !TOPIC.iter().any(|word| lower.contains(word)) {
        return;
    }
    for range in numbers(reading, 3, 4) {
        let around = Around::of(reading, &range);
        let after = around.after.trim_start();
        let three = range.len() == 3;
        let behind = is_behind(around.clause) && three;
        let on_back = three
            && ["on the back", "on back", "from the back"].iter().any(|word| after.starts_with(word))
            && !around.clause.ends_with("error ");
        let typed = three
            && matches!(tie::before(around.clause), Some(Tie::Given | Tie::Loose))
            && around.says(&TOPIC)
            && !["error", "错误", "报错"].iter().any(|word| around.clause.contains(word));
        let said = three && around.said_before(&TOPIC) && around.clause.trim_end().ends_with(" said");
        let alone = three
            && tie::before(around.clause) == Some(Tie::Aside)
            && around.stands_alone()
            && around.said_before(&TOPIC)
            && ["告诉", "念", "给他", "给了", "说了", "报", "发", "asked", "told", "gave", "sent"]
                .iter()
                .any(|word| around.before.contains(word))
            && !["error", "错误", "错"].iter().any(|word| around.before.contains(word));
        let front = range.len() == 4
            && matches!(tie::before(around.clause), Some(Tie::Said))
            && ["on the front", "正面四位"].iter().any(|word| around.clause.contains(word));
        if behind || on_back || typed || said || alone || front {
            report(range);
        }
    }
}

/// Whether only words that pass stand between a word for the back of a card and the code.
fn is_behind(clause: &str) -> bool {
    let mut head = clause;
    for _ in 0..6 {
        match PASSING.iter().find_map(|word| head.strip_suffix(word)) {
            Some(rest) => head = rest,
            None => break,
        }
    }
    ["背面", "背后", "卡背", "卡的后", "卡后", "后三", "末三", "签名栏", "安全码", "security number", "signature strip"]
        .iter()
        .any(|word| head.ends_with(word))
        || ["背面", "背后", "卡背"].iter().any(|word| clause.contains(word))
            && ["三个数字", "三位数", "三位数字", "3位数", "3位数字", "三个数"]
                .iter()
                .any(|word| clause.ends_with(word))
        || clause.trim_end().ends_with("security number on the back is")
}
