//! Numbers that somebody could call or look for: long ones that are no amount, date or duration, and any at all after a
//! word for calling.

/// So many digits in a row are no count that people write out.
const LONG: usize = 5;
/// So many digits in groups are a phone number.
const GROUPED: usize = 7;
/// Characters between a word for calling and the number it is about.
const REACH: usize = 24;

/// Groups of one number; more are a table.
const GROUPS: usize = 8;
/// Bytes around a number that say what it is, so that a text of any length costs what it is long.
const AROUND: usize = 96;

/// Words for calling. After the first ones any number counts, after the others one of three digits.
const CALL: [&str; 9] = ["拨打", "致电", "拨", "呼叫", "call ", "dial ", "phone ", "ring ", "calling "];
const LINE: [&str; 9] = ["打", "电话", "热线", "号码", "hotline", "phone line", "phone number", "tel", "number is"];

/// What makes a number an amount, a count or a duration.
const UNITS: [&str; 77] = [
    "元",
    "块",
    "万",
    "亿",
    "分",
    "角",
    "人民币",
    "美元",
    "港元",
    "日元",
    "欧元",
    "聪",
    "枚",
    "个",
    "次",
    "遍",
    "步",
    "笔",
    "条",
    "人",
    "位",
    "名",
    "字",
    "行",
    "列",
    "区块",
    "确认",
    "秒",
    "分钟",
    "小时",
    "天",
    "日",
    "周",
    "月",
    "年",
    "毫秒",
    "折",
    "%",
    "％",
    "度",
    "倍",
    "号",
    "cny",
    "usd",
    "eur",
    "hkd",
    "jpy",
    "gbp",
    "sgd",
    "usdt",
    "usdc",
    "btc",
    "eth",
    "trx",
    "bnb",
    "sats",
    "satoshi",
    "gwei",
    "wei",
    "sun",
    "gas",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "ms",
    "time",
    "people",
    "user",
    "block",
    "confirmation",
    "character",
    "word",
    "digit",
];

/// What makes a number an amount when it stands before it.
const MONEY: [&str; 11] = ["¥", "￥", "$", "€", "£", "cny", "usd", "eur", "hkd", "rmb", "us$"];

/// A number as it is written, groups and all.
struct Number {
    start: usize,
    end: usize,
    groups: Vec<String>,
}

/// Every number in a text that is a contact.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<String> = Vec::new();
    for number in all(&lower) {
        if is_measure(&lower, &number) || is_date(&number) {
            continue;
        }
        let digits: usize = number.groups.iter().map(String::len).sum();
        let long = number.groups.iter().any(|group| group.len() >= LONG);
        let grouped = number.groups.len() > 1 && digits >= GROUPED;
        if long || grouped || is_called(around(&lower, &number).0, digits) {
            found.push(text[number.start..number.end].to_owned());
        }
    }
    found.extend(spoken(&lower, text));
    found
}

/// Numbers, with the groups that single signs join.
fn all(text: &str) -> Vec<Number> {
    let bytes = text.as_bytes();
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let group = text[at..end].to_owned();
        // Part of a number with a point, of thousands, of a time or a fraction: not a group of a phone number.
        let before = at.checked_sub(1).map(|before| bytes[before]);
        let after = bytes.get(end).copied();
        let is_next = |byte: Option<u8>| byte.is_some_and(|byte| matches!(byte, b'.' | b',' | b':' | b'/' | b'_'));
        let inner = (is_next(before) && at > 1 && bytes[at - 2].is_ascii_digit())
            || (is_next(after) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
        let joins =
            !inner && numbers.last().is_some_and(|last| last.groups.len() < GROUPS && is_joint(&text[last.end..at]));
        match numbers.last_mut() {
            Some(last) if joins => {
                last.end = end;
                last.groups.push(group);
            }
            _ => numbers.push(Number { start: at, end, groups: vec![group] }),
        }
        at = end;
    }
    numbers
}

/// What stands right before and after a number.
fn around<'t>(text: &'t str, number: &Number) -> (&'t str, &'t str) {
    let (before, after) = (&text[..number.start], &text[number.end..]);
    let from =
        (before.len().saturating_sub(AROUND)..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(0);
    let until = (AROUND.min(after.len())..=after.len()).find(|at| after.is_char_boundary(*at)).unwrap_or(0);
    (&before[from..], &after[..until])
}

/// Signs that hold the groups of a phone number together.
fn is_joint(between: &str) -> bool {
    !between.is_empty()
        && between.len() <= 6
        && between.chars().count() <= 3
        && between.chars().all(|sign| matches!(sign, ' ' | '-' | '‐' | '–' | '(' | ')' | '\u{a0}'))
}

/// Whether it counts something or is money.
fn is_measure(text: &str, number: &Number) -> bool {
    let (before, after) = around(text, number);
    let after = after.trim_start_matches([' ', '+', '多', '余', '来']);
    let before = before.trim_end();
    // A decimal or thousands go on after the sign.
    let after = after.strip_prefix(['.', ',']).map_or(after, |rest| {
        let rest = rest.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ','));
        rest.trim_start()
    });
    let is_unit = |unit: &str| {
        after.strip_prefix(unit).is_some_and(|rest| {
            !unit.is_ascii()
                || rest.trim_start_matches('s').chars().next().is_none_or(|next| !next.is_ascii_alphanumeric())
        })
    };
    UNITS.iter().any(|unit| is_unit(unit)) || MONEY.iter().any(|sign| before.ends_with(sign))
}

/// Whether it is a day, written with dashes or without, or a span of years.
fn is_date(number: &Number) -> bool {
    let value = |group: &String| group.parse::<u32>().unwrap_or(u32::MAX);
    let is_year = |group: &String| group.len() == 4 && (1900..2100).contains(&value(group));
    let is_day = |year: u32, month: u32, day: u32| {
        (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    match number.groups.as_slice() {
        [whole] if whole.len() == 8 => {
            let number = value(whole);
            is_day(number / 10_000, number / 100 % 100, number % 100)
        }
        [year, month, day, ..] if is_year(year) => is_day(value(year), value(month), value(day)),
        groups => groups.iter().all(is_year),
    }
}

/// Whether a word for calling stands before, in the same clause.
fn is_called(before: &str, digits: usize) -> bool {
    let clause = before.rsplit(['。', '，', '；', '？', '.', ';', '?', '\n', '◻', '、']).next().unwrap_or_default();
    let reach = |word: &str| {
        clause.rfind(word).is_some_and(|at| {
            let starts = at == 0 || !word.is_ascii() || !clause.as_bytes()[at - 1].is_ascii_alphanumeric();
            starts && clause[at + word.len()..].chars().count() <= REACH
        })
    };
    // "打 3 遍" is caught by its unit; "step 3 of the call" has its number elsewhere.
    let near = |word: &str| {
        clause.rfind(word).is_some_and(|at| {
            let rest = clause[at + word.len()..]
                .trim_matches(|sign: char| matches!(sign, ' ' | '：' | ':' | '是' | '为' | '+'));
            rest.is_empty() || rest == "is"
        })
    };
    let counts = ["within", "after", "before", "第", "step", "for", "in", "at"];
    let is_counted = counts.iter().any(|word| clause.trim_end().ends_with(word));
    (CALL.iter().any(|word| reach(word)) && !is_counted) || (digits >= 3 && LINE.iter().any(|word| near(word)))
}

/// Numbers in words after a word for calling: `拨打一一零`, `call nine one one`.
fn spoken(lower: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in CALL {
        for (at, _) in lower.match_indices(word) {
            let start = at + word.len();
            let lead = text[start..].len() - text[start..].trim_start().len();
            let rest = &lower[start + lead..];
            let han: String = rest.chars().take_while(|sign| "一二三四五六七八九零〇幺两".contains(*sign)).collect();
            if han.chars().count() >= 3 {
                found.push(han);
                continue;
            }
            let digits =
                ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double"];
            let words: Vec<&str> = rest
                .split([' ', '-'])
                .map(|word| word.trim_matches(|sign: char| !sign.is_ascii_alphabetic()))
                .take_while(|word| digits.contains(word))
                .collect();
            if words.len() >= 3 {
                found.push(words.join(" "));
            }
        }
    }
    found
}
