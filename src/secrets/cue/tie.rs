//! How the words right before a value hand it over: "我输了", "I told him", "is".

/// What the words right before a value say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::secrets) enum Tie {
    /// Somebody types it, sets it or tells it.
    Given,
    /// The same with a verb that also hands over money and names tools: gave, sent, use.
    Loose,
    /// It is said to be this.
    Said,
    /// Some message or screen shows it.
    Shown,
    /// It stands behind a comma or in brackets, and nothing else of its clause does.
    Aside,
}

/// Chinese verbs of typing, setting and telling.
#[rustfmt::skip]
const GIVING: [&str; 23] = [
    "输入", "输", "填写", "填", "填入", "报", "念", "说", "写", "设", "设置", "改", "敲", "读", "回复", "录入", "键入", "告诉",
    "报给", "念给", "回", "按", "密码从",
];
/// Chinese verbs that also hand over other things.
const LOOSE: [&str; 9] = ["发", "给", "用", "试", "换", "打", "发给", "交给", "使用"];
/// Whom something is told.
const PEOPLE: [&str; 9] = ["他们", "他", "她", "对方", "客服", "骗子", "人家", "它", "前男友"];
/// What follows a Chinese verb before its object.
const TAILS: [&str; 10] = ["成了", "成", "为", "了", "的是", "的", "过", "是", "进", "进去"];
/// Chinese words that show a value.
#[rustfmt::skip]
const SHOWING: [&str; 17] = [
    "里的", "里面的", "上的", "显示", "显示的", "显示的是", "收到", "收到了", "收到的", "写着", "里有", "内容", "短信", "来了", "收到一个",
    "发来", "发来的",
];
/// Chinese words that say what a value is.
const SAYING: [&str; 9] = ["是", "为", "這個", "这个", "那个", "把", "叫", "就", "将"];

/// The tie of what stands right behind these words of one clause, in lower case.
pub(in crate::secrets) fn before(clause: &str) -> Option<Tie> {
    let head = clause.trim_end_matches([' ', '"', '\'', '“', '‘', '「', '『', '【', '`', '[', '<']);
    if head.is_empty() || head.ends_with('(') {
        return Some(Tie::Aside);
    }
    let (head, colon) = head.strip_suffix(':').map_or((head, false), |head| (head.trim_end(), true));
    let tie =
        if head.is_ascii() || head.ends_with(|letter: char| letter.is_ascii()) { english(head) } else { chinese(head) };
    tie.or(colon.then_some(Tie::Said))
}

fn chinese(head: &str) -> Option<Tie> {
    if SHOWING.iter().any(|word| head.ends_with(word)) {
        return Some(Tie::Shown);
    }
    let head = without_count(head);
    let verb = TAILS.iter().find_map(|tail| head.strip_suffix(tail)).unwrap_or(head);
    let to = PEOPLE.iter().find_map(|person| verb.strip_suffix(person)).unwrap_or(verb);
    for words in [head, verb, to] {
        if GIVING.iter().any(|word| words.ends_with(word)) && !words.ends_with("客服说") && !words.ends_with("提示输")
        {
            return Some(Tie::Given);
        }
    }
    for words in [head, verb, to] {
        if LOOSE.iter().any(|word| words.ends_with(word)) {
            return Some(Tie::Loose);
        }
    }
    SAYING.iter().any(|word| head.ends_with(word)).then_some(Tie::Said)
}

/// What stands before "三遍" in "输了三遍482913".
fn without_count(head: &str) -> &str {
    let Some(rest) = head.strip_suffix(['遍', '次', '回']) else { return head };
    let number = rest.trim_end_matches(|letter: char| {
        letter.is_ascii_digit() || "一二两三四五六七八九十几好多无数".contains(letter)
    });
    if number.len() < rest.len() { number } else { head }
}

fn english(head: &str) -> Option<Tie> {
    let mut words = head.rsplit([' ', ',', '"', '(']).filter(|word| !word.is_empty());
    let (last, second, third) = (words.next()?, words.next().unwrap_or(""), words.next().unwrap_or(""));
    let changes = || ["chang", "reset", "switch", "set ", "setting", "updat"].iter().any(|verb| head.contains(verb));
    Some(match last {
        "typed" | "type" | "typing" | "entered" | "enter" | "entering" | "inputting" | "typing:" | "keyed"
        | "enters" | "types" => Tie::Given,
        "in" if matches!(
            second,
            "put" | "typed" | "type" | "typing" | "punched" | "keyed" | "entered" | "putting" | "key"
        ) =>
        {
            Tie::Given
        }
        "him" | "her" | "them" | "me" | "it" | "us" | "support" | "someone" | "somebody" | "guy" | "caller"
            if matches!(second, "told" | "gave" | "texted" | "sent" | "telling" | "tell")
                || matches!(third, "told" | "gave" | "sent" | "texted") =>
        {
            if matches!(second, "told" | "telling" | "tell" | "texted") { Tie::Given } else { Tie::Loose }
        }
        "to" | "from" if changes() => Tie::Given,
        "sms" | "text" | "message" | "email" | "mail" | "said" | "read" | "says" | "saying" | "shows" | "showing"
        | "showed" | "displays" | "contains" | "received" | "got" | "receive" | "get" | "reads" | "gives"
        | "generates" | "generated" | "displayed" => Tie::Shown,
        "put" | "used" | "use" | "uses" | "using" | "tried" | "try" | "trying" | "with" | "gave" | "as" | "sent"
        | "giving" | "rejecting" | "rejects" | "rejected" | "refuses" | "accept" | "accepts" | "refusing" | "chose"
        | "picked" | "like" | "remember" | "still" => Tie::Loose,
        "is" | "was" | "were" | "are" | "be" | "it's" | "its" | "being" | "probably" | "maybe" | "always"
        | "namely" => Tie::Said,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Tie, before};

    #[test]
    fn ties() {
        for (clause, tie) in [
            ("我先输了", Some(Tie::Given)),
            ("我说", Some(Tie::Given)),
            ("我告诉他", Some(Tie::Given)),
            ("改成了", Some(Tie::Given)),
            ("我妈一直用", Some(Tie::Loose)),
            ("里面是", Some(Tie::Said)),
            ("短信里的", Some(Tie::Shown)),
            (" so i told him ", Some(Tie::Given)),
            ("i put ", Some(Tie::Loose)),
            ("i reset it to ", Some(Tie::Given)),
            ("i moved it to ", None),
            ("the text message said ", Some(Tie::Shown)),
            (" ", Some(Tie::Aside)),
            ("password now (", Some(Tie::Aside)),
            ("我的手机", None),
            ("on a ", None),
        ] {
            assert_eq!(before(clause), tie, "{clause}");
        }
    }
}
