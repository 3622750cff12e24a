//! Yes or no, in the words people have for it.

use super::choice;
use super::plain::Plain;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};

const YES: &[&str] = &[
    "yes", "y", "ye", "yeah", "yep", "true", "ok", "sure", "是", "是的", "对", "对的", "好", "好的", "有", "有的",
    "嗯", "行", "可以", "能", "没错", "對", "确定", "会", "嗯嗯", "解决",
];
const NO: &[&str] = &[
    "no",
    "n",
    "nope",
    "not",
    "not yet",
    "false",
    "否",
    "不",
    "不是",
    "不对",
    "没有",
    "没",
    "无",
    "不能",
    "不行",
    "不可以",
    "不会",
    "不好",
    "还没",
    "还没有",
    "没有的",
    "还不行",
    "还是不行",
    "没好",
    "没解决",
    "没有解决",
    "沒",
    "沒有",
];

/// The two answers as the screen lists them.
pub(super) fn options(lang: Lang) -> Vec<(String, String)> {
    ["yes", "no"].map(|id| (id.to_owned(), Message::new(format!("answer-{id}")).text(lang))).into()
}

/// Reads yes or no; `options` are listed with their labels, a skip last.
pub(super) fn read(options: &[(String, String)], plain: &Plain) -> Result<Value, Message> {
    match said(plain) {
        Some(yes) => Ok(Value::Choice(if yes { "yes" } else { "no" }.to_owned())),
        None => choice::read(options, plain)
            .map_err(|_| Message::new(if options.len() > 2 { "yes-no-unclear-skip" } else { "yes-no-unclear" })),
    }
}

/// Whether the line says yes or no, in words.
pub(super) fn said(plain: &Plain) -> Option<bool> {
    let word = bare(plain);
    if YES.contains(&word) {
        Some(true)
    } else if NO.contains(&word) {
        Some(false)
    } else {
        None
    }
}

/// The line without what people put behind a short answer.
pub(super) fn bare(plain: &Plain) -> &str {
    plain.folded().trim_end_matches(['!', '了', '啊', '呢', '吧', ',', ' '])
}
