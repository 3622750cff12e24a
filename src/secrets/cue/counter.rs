//! Words behind a number that make it a count, a time or a sum.

#[rustfmt::skip]
const CHINESE: [&str; 37] = [
    "开头", "结尾", "打头", "尾号", "次", "分钟", "分内", "分后", "分前", "秒", "天", "小时", "个", "位", "年", "月", "日",
    "岁", "条", "笔", "遍", "倍", "多", "字符", "字节", "元", "块", "美元", "美金", "人民币", "万", "亿", "发来", "发的",
    "发过来", "打来", "短信",
];

#[rustfmt::skip]
const ENGLISH: [&str; 66] = [
    "am", "attempt", "attempts", "bit", "bits", "blocks", "btc", "bytes", "char", "character",
    "characters", "chars", "cny", "confirmations", "days", "day", "digit", "digits", "dollars",
    "eth", "eur", "gb", "gbp", "gwei", "h", "hour", "hours", "hr", "hrs", "items", "k", "kb",
    "letter", "letters", "m", "mb", "min", "mins", "minute", "minutes", "months", "ms", "numbers",
    "people", "percent", "pm", "retries", "rmb", "s", "sats", "sec", "second", "seconds", "secs",
    "time", "times", "tries", "trx", "usd", "usdc", "usdt", "users", "wei", "weeks", "years",
    "yuan",
];

/// Whether what ends here is counted or measured: "30 分钟", "3 times", "1280 CNY". The text is in lower case.
pub(in crate::secrets) fn counts(lower: &str, end: usize) -> bool {
    let Some(rest) = lower.get(end..) else { return false };
    let rest = rest.trim_start_matches([' ', '-']);
    if rest.starts_with('%') || CHINESE.iter().any(|word| rest.starts_with(word)) {
        return true;
    }
    let word = rest.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or("");
    !word.is_empty() && ENGLISH.contains(&word)
}
