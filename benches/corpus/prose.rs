//! Sentences as flows have them, in both languages.

use super::dice::Dice;

const ENGLISH: [&str; 14] = [
    "Open the wallet and look at the details page.",
    "Check whether the status says pending, complete or failed.",
    "Compare the receiving account character by character with the one you copied.",
    "Keep a screenshot of this page before you go on.",
    "The fee may be too low for the current load.",
    "Write down the order number before you go on.",
    "Wait until the list shows a final state.",
    "Make sure that the selected method is the one the shop expects.",
    "Restart the app, then refresh the balance by pulling down.",
    "If the balance is still missing, look at the frozen part too.",
    "Your money stays where it is even when the app does not show it.",
    "Ask the receiving side whether a note was required.",
    "Update the app from the store and sign in again.",
    "Turn off the proxy and try again on another connection.",
];

const CHINESE: [&str; 14] = [
    "请打开钱包并查看详情页面。",
    "请确认状态显示为处理中、已完成还是失败。",
    "请逐个字符核对收款账号与您复制的是否一致。",
    "继续之前请先保存这一页的截图。",
    "当前网络拥堵，手续费可能设置过低。",
    "继续之前请先记下订单号。",
    "请等待列表显示最终状态。",
    "请确保所选方式与商家要求的一致。",
    "重启应用，然后下拉刷新余额。",
    "如果余额仍未显示，请同时查看冻结部分。",
    "即使应用没有显示，您的资金仍在原处。",
    "请询问收款方是否需要填写备注。",
    "请从应用商店更新应用后重新登录。",
    "请关闭代理并换一个网络再试。",
];

/// Labels of options: Chinese, English.
const LABELS: [(&str, &str); 8] = [
    ("处理中", "It is pending"),
    ("失败了", "It failed"),
    ("一直没有出现", "It never appeared"),
    ("金额不对", "The amount is wrong"),
    ("方式不对", "The method is wrong"),
    ("账号不对", "The account is wrong"),
    ("缺少备注", "A note is missing"),
    ("其他问题", "Something else"),
];

/// Between 60 and 200 characters, and the rest of the last sentence: Chinese, English.
pub(crate) fn texts(dice: &mut Dice) -> (String, String) {
    (text(dice, &CHINESE, ""), text(dice, &ENGLISH, " "))
}

fn text(dice: &mut Dice, sentences: &[&str], between: &str) -> String {
    let wanted = dice.between(60, 200);
    let (mut text, mut length) = (String::new(), 0);
    while length < wanted {
        if !text.is_empty() {
            text.push_str(between);
        }
        let sentence = dice.pick(sentences);
        text.push_str(sentence);
        length += sentence.chars().count() + between.len();
    }
    text
}

/// The title of a flow: Chinese, English.
pub(crate) fn title(dice: &mut Dice) -> (String, String) {
    let short =
        |text: &str| text.trim_end_matches(['.', '。']).chars().take(30).collect::<String>().trim_end().to_owned();
    (short(dice.pick(&CHINESE)), short(dice.pick(&ENGLISH)))
}

/// So many labels, no two of them alike.
pub(crate) fn labels(dice: &mut Dice, count: usize) -> Vec<(&'static str, &'static str)> {
    let mut left = LABELS.to_vec();
    (0..count).map(|_| left.swap_remove(dice.roll(left.len()))).collect()
}
