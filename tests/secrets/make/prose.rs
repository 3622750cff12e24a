//! Innocent sentences that look like recovery phrases: Chinese ones of exactly 12, 15, 18, 21 or 24 list characters whose
//! checksum happens to be right, and English ones with many list words in a row.

use super::{Sheet, dice};
use crate::harness::wander::Dice;
use bip39::{Language, Mnemonic};

/// Parts of sentences; one of each makes a sentence that somebody could write.
const PATTERNS: [&[&[&str]]; 7] = [
    &[
        &["我", "他", "我们", "我妈", "我朋友"],
        &["昨天", "前天", "今天", "上周", "刚才", "早上"],
        &["在网上", "用手机", "在外面", "在家里", "用电脑"],
        &["转出去", "买东西", "付了钱", "发出去"],
        &["一直", "到现在", "但是", "结果"],
        &["没有到", "对方没收到", "看不到", "没有结果", "还没到账"],
    ],
    &[
        &["这个", "我的", "手机上的", "他发的"],
        &["应用", "账号", "页面", "网站"],
        &["昨天", "今天", "现在", "从早上"],
        &["开始", "已经", "一直", "突然"],
        &["打不开", "进不去", "用不了", "没有反应", "不能用了"],
        &["怎么办", "是为什么", "要等多久", "我很着急"],
    ],
    &[
        &["对方", "商家", "那个人", "客服", "他们"],
        &["说", "告诉我", "只说", "还是说"],
        &["要等", "再等", "需要"],
        &["一天", "两天", "三天", "七天", "一个小时", "几分钟"],
        &["才能", "就会", "以后"],
        &["到", "看到", "处理", "有结果", "收到钱", "回来"],
    ],
    &[
        &["我", "我已经", "我现在", "我真的"],
        &["等了", "问了", "看了", "查了"],
        &["三天", "很久", "好几次", "一上午", "五个小时"],
        &["还是没有", "也没有", "一直没有", "都没有"],
        &["人回我", "人理我", "消息", "结果", "任何变化"],
        &["了", "很生气", "心里不安", "不知道怎么办"],
    ],
    &[
        &["我想", "我要", "能不能", "可不可以", "请你们"],
        &["把钱", "把那笔钱", "把这五百"],
        &["退回", "还给", "转给"],
        &["我", "我的卡", "原来的账号", "我自己"],
        &["不然", "要不", "我"],
        &["就没办法了", "只能去报案", "真的很急", "不会再用了", "就要找人了"],
    ],
    &[
        &["电话", "对方", "有人", "一个女的"],
        &["打来", "联系我", "加我", "找我"],
        &["说我的", "说要", "让我"],
        &["账号有问题", "钱不安全", "把钱转出去", "下一个应用", "马上处理"],
        &["我没", "我不", "我有点不"],
        &["相信", "敢信", "理他", "放心"],
    ],
    &[
        &["余额", "里面的钱", "我的钱"],
        &["少了", "多了", "只有"],
        &["一百", "三千", "二十", "八百多", "一万五"],
        &["不是我", "我没有", "也不知道"],
        &["转的", "花的", "用的", "是谁动的", "动过"],
        &["请查一下", "帮我看看", "这是怎么回事", "求你们了"],
    ],
];

fn sentence(dice: &mut Dice) -> String {
    PATTERNS[dice.roll(PATTERNS.len())].iter().map(|part| *dice.pick(part)).collect()
}

/// What people add without a full stop before it.
const ENDS: [&str; 10] = [
    "现在怎么办",
    "请帮我看一下",
    "我很着急",
    "这样正常吗",
    "有人知道吗",
    "我要报案了",
    "到底要等到什么时候",
    "求你们快一点",
    "我自己什么都没动过",
    "之前从来没有这样",
];

/// Whether every character is a word and the checksum is right.
pub(crate) fn passes_for_a_phrase(text: &str) -> bool {
    let spaced: Vec<String> = text.chars().map(String::from).collect();
    let spaced = spaced.join(" ");
    [Language::SimplifiedChinese, Language::TraditionalChinese]
        .into_iter()
        .any(|language| Mnemonic::parse_in_normalized(language, &spaced).is_ok())
}

/// Chinese sentences with a right checksum.
pub(crate) fn characters() -> Sheet {
    let mut sheet = Sheet::benign(
        "prose-checksums",
        "Chinese sentences of exactly 12, 15, 18, 21 or 24 characters of a BIP-39 list whose checksum happens to be right, found by search; some with a comma or a full stop, some within more text.",
    );
    let mut dice = dice(121);
    for (length, count) in [(12, 30), (15, 24), (18, 16), (21, 10), (24, 8)] {
        let mut known: Vec<String> = Vec::new();
        for _ in 0..400_000 {
            let end = if length > 15 { *dice.pick(&ENDS) } else { "" };
            let text = sentence(&mut dice) + end;
            if text.chars().count() == length && !known.contains(&text) && passes_for_a_phrase(&text) {
                known.push(text);
            }
            if known.len() == count {
                break;
            }
        }
        assert_eq!(known.len(), count, "of {length} characters");
        for (number, text) in known.iter().enumerate() {
            let middle = text.char_indices().nth(length / 2).unwrap().0;
            match number % 6 {
                0..3 => sheet.plain(text),
                3 => sheet.plain(&format!("{text}。")),
                4 => sheet.plain(&format!("{}，{}", &text[..middle], &text[middle..])),
                _ => sheet.plain(&format!("你好，{text}！谢谢")),
            }
        }
    }
    sheet
}

/// English list words, as sentences use them.
const ENGLISH: [&[&[&str]]; 4] = [
    &[
        &["please wait", "just wait", "must wait", "then wait"],
        &["until", "before"],
        &["they", "you"],
        &["can", "have", "will"],
        &["finish", "confirm", "cancel", "verify", "receive", "order"],
        &["that", "this", "one more", "another"],
        &["item", "order", "ticket", "asset", "coin"],
        &["again", "today", "tonight"],
    ],
    &[
        &["someone"],
        &["will"],
        &["ask"],
        &["you"],
        &["what"],
        &["phone", "device", "machine", "gadget", "network"],
        &["you"],
        &["have", "use", "trust", "open"],
    ],
    &[
        &["this", "that"],
        &["vendor", "phone", "device", "person"],
        &["will", "can"],
        &["only", "never", "just"],
        &["call", "display", "remember", "report", "recycle"],
        &["one", "that", "this", "more"],
        &["coin", "asset", "network", "ticket", "message"],
        &["when", "until", "before"],
        &["you", "they"],
        &["upgrade", "enter", "review", "change", "expect"],
    ],
    &[
        &["when", "where"],
        &["will", "can"],
        &["you"],
        &["call", "wait", "advance", "begin", "try"],
        &["again"],
        &["about"],
        &["this", "that"],
        &["problem", "crash", "ticket", "trouble", "item", "purchase"],
    ],
];

/// English sentences with eight list words in a row and more.
pub(crate) fn words() -> Sheet {
    let mut sheet = Sheet::benign(
        "prose-list-words",
        "English prose in which eight to eleven neighbouring words stand in the BIP-39 list; no valid phrase.",
    );
    let mut dice = dice(122);
    let mut known: Vec<String> = Vec::new();
    let (before, after) = (["", "He said: ", "They told me: "], [".", " as nobody helps me.", ", is it?"]);
    for _ in 0..2000 {
        let text = dice.pick(&ENGLISH).iter().map(|part| *dice.pick(part)).collect::<Vec<_>>().join(" ");
        let row = longest_row(&text);
        if row >= 8 && !known.contains(&text) {
            let turn = known.len() % 3;
            sheet.plain(&format!("{}{text}{}", before[turn], after[turn]));
            known.push(text);
        }
        if known.len() == 24 {
            break;
        }
    }
    assert_eq!(known.len(), 24);
    sheet
}

/// How many list words follow one another.
pub(crate) fn longest_row(text: &str) -> usize {
    let (mut row, mut longest) = (0, 0);
    for word in text.split(|character: char| !character.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        row = if Language::English.find_word(&word.to_ascii_lowercase()).is_some() { row + 1 } else { 0 };
        longest = longest.max(row);
    }
    longest
}
