//! Spaces, quotes, and every character that may stand in a text.

use super::parts::own_words;
use super::report::Report;
use super::texts::{Role, Text};
use unicode_width::UnicodeWidthChar;
use walletfix::i18n::Lang;
use walletfix::wording::is_han;

/// Every rule about characters.
pub(super) fn check(text: &Text, lang: Lang, words: &str, report: &mut Report<'_>) {
    signs(text, lang, words, report);
    quotes(text, words, report);
    match lang {
        Lang::Zh => chinese_spaces(text, words, report),
        Lang::En => english_spaces(words, report),
    }
    if !(text.role.is_of_pack() || text.role == Role::Spoken) {
        return;
    }
    if words.contains("  ") && !words.contains("}  {") {
        report.add("space", "one space, not two");
    }
    if words.trim() != words && text.role.is_of_pack() {
        report.add("space", "no space at either end");
    }
    numbers(lang, words, report);
}

/// What to write instead of a sign. Those left out of all lists have no fixed place or width.
fn signs(text: &Text, lang: Lang, words: &str, report: &mut Report<'_>) {
    let own = own_words(words);
    // What people write flows with: code, and what stands for something left out.
    let is_code = text.role == Role::Authors;
    for sign in own.chars().filter(|sign| !is_code || !matches!(sign, '"' | '…')) {
        let right = match sign {
            '!' | '！' => Some(("exclamation", "a full stop: calm comes from order".to_owned())),
            '…' => Some(("ellipsis", "nothing: say what is going on".to_owned())),
            '—' | '–' | '―' => Some(("dash", "a colon, a comma or a new sentence".to_owned())),
            '～' | '~' if !own.contains("~/") => Some(("dash", "到 / to".to_owned())),
            '「' | '」' | '『' | '』' | '‘' | '’' | '"' => {
                Some(("quotes", "“ ” around words on a screen, ' in English".to_owned()))
            }
            '¥' | '￥' | '$' | '€' | '£' => Some(("money", "the currency: 100 元 / 100 CNY".to_owned())),
            '％' => Some(("percent", "3%".to_owned())),
            '\u{3000}' | '\u{a0}' | '\u{2009}' => Some(("full-width", "a plain space".to_owned())),
            '\u{ff10}'..='\u{ff5e}' if sign.is_alphanumeric() => {
                Some(("full-width", char::from_u32(sign as u32 - 0xfee0).map_or_else(String::new, String::from)))
            }
            '“' | '”' | '→' if !text.role.is_short() => None,
            '，' | '。' | '、' | '：' | '；' | '？' | '（' | '）' | '《' | '》' if lang == Lang::Zh => None,
            '《' | '》' | '（' | '）' => Some(("half-width", "the plain sign of English".to_owned())),
            '\n' => None,
            _ if is_han(sign) || sign.is_ascii() => None,
            _ if lang == Lang::En && matches!(sign, '，' | '。' | '、' | '：' | '；' | '？') => {
                Some(("half-width", "the plain sign of English".to_owned()))
            }
            _ if sign.width() != sign.width_cjk() => {
                Some(("width", format!("plain words: {sign} is one or two columns wide, as the terminal likes")))
            }
            _ => Some(("sign", format!("words instead of {sign}"))),
        };
        if let Some((rule, right)) = right {
            report.add(rule, &format!("{sign}: {right}"));
        }
    }
}

/// Quotes in pairs, none inside another.
fn quotes(text: &Text, words: &str, report: &mut Report<'_>) {
    if text.role.is_short() {
        return;
    }
    let mut open = false;
    for sign in words.chars().filter(|sign| matches!(sign, '“' | '”')) {
        let opens = sign == '“';
        if opens == open {
            report.add("quotes", "“ and ” in turn, none inside another");
            return;
        }
        open = opens;
    }
    if open {
        report.add("quotes", "a ” for each “");
    }
}

/// One space between Chinese and Latin letters, digits and placeholders; none beside Chinese punctuation.
fn chinese_spaces(text: &Text, words: &str, report: &mut Report<'_>) {
    let is_latin = |sign: char| sign.is_ascii_alphanumeric();
    // The program puts the value in as it stands, and these are always Chinese.
    let mut words = words.to_owned();
    if !text.role.is_of_pack() {
        for name in ALWAYS_CHINESE {
            words = words.replace(&format!("{{{name}}}"), "\0");
        }
    }
    let signs: Vec<char> = words.chars().collect();
    for pair in signs.windows(2) {
        let [left, right] = [pair[0], pair[1]];
        let joined = format!("{left}{right}");
        if (is_han(left) && (is_latin(right) || right == '{')) || ((is_latin(left) || left == '}') && is_han(right)) {
            report.add("space", &format!("{left} {right}, not {joined}"));
        } else if (left == ' ' && is_full_width(right)) || (is_full_width(left) && right == ' ') {
            report.add("space", &format!("no space in “{joined}”"));
        } else if (is_han(left) || left == '}' && text.role != Role::Authors)
            && matches!(right, ',' | ';' | ':' | '?' | '(')
            || matches!(left, ',' | ';' | '?' | ')') && is_han(right)
        {
            report.add("half-width", &format!("the Chinese sign in “{joined}”"));
        }
    }
    for triple in signs.windows(3) {
        if is_han(triple[0]) && triple[1] == ' ' && is_han(triple[2]) {
            report.add("space", &format!("{}{}: no space between Chinese and Chinese", triple[0], triple[2]));
        }
    }
}

/// Values of the program's sentences that bring Chinese into a Chinese one.
const ALWAYS_CHINESE: [&str; 10] =
    ["expected", "found", "first", "second", "left", "right", "type", "zone", "languages", "message"];

fn is_full_width(sign: char) -> bool {
    matches!(sign, '，' | '。' | '、' | '：' | '；' | '？' | '！' | '（' | '）' | '“' | '”' | '《' | '》')
}

/// A placeholder is a word among words.
fn english_spaces(words: &str, report: &mut Report<'_>) {
    let signs: Vec<char> = words.chars().collect();
    for pair in signs.windows(2) {
        let [left, right] = [pair[0], pair[1]];
        if (left == '}' && right.is_ascii_alphanumeric()) || (left.is_ascii_alphanumeric() && right == '{') {
            report.add("space", &format!("{left} {right}, not {left}{right}"));
        } else if left == ' ' && matches!(right, ',' | ';' | '!' | ')' | '”')
            || matches!(left, '(' | '“') && right == ' '
        {
            report.add("space", &format!("no space in “{left}{right}”"));
        }
    }
    // A language is called by its own name.
    let own = own_words(words).replace("中文", "");
    if own.ends_with(" ?") {
        report.add("space", "no space before ?");
    }
    let mut pairs = own.char_indices().zip(own.chars().skip(1));
    let alone = pairs.find(|((_, left), right)| is_han(*left) != is_han(*right) && (is_han(*left) || is_han(*right)));
    if let Some(((at, _), _)) = alone
        && !own.contains(['(', '`'])
    {
        report.add("sign", &format!("English, or a quoted word of the screen: {}", &own[at..]));
    }
}

/// Ranges in words, per cent beside its number, words instead of a slash.
fn numbers(lang: Lang, words: &str, report: &mut Report<'_>) {
    let own = own_words(words);
    let signs: Vec<char> = own.chars().collect();
    for (at, triple) in signs.windows(3).enumerate() {
        let [left, middle, right] = [triple[0], triple[1], triple[2]];
        if left.is_ascii_digit() && middle == ' ' && right == '%' {
            report.add("percent", "3%, not 3 %");
        }
        // A date has two of them, and a word with a number in it is a name.
        let around = |sign: Option<&char>| sign.is_some_and(|sign| sign.is_ascii_digit() || *sign == '-');
        let is_date = signs[..at].iter().rev().take(5).any(|sign| *sign == '-')
            || around(signs.get(at + 4)) && signs[at + 3..].iter().take(3).any(|sign| *sign == '-');
        if left.is_ascii_digit() && middle == '-' && right.is_ascii_digit() && !is_date {
            report.add("range", &format!("{left} {} {right}", if lang == Lang::Zh { "到" } else { "to" }));
        }
        let is_word = |sign: char| if lang == Lang::Zh { is_han(sign) } else { sign.is_ascii_lowercase() };
        if is_word(left) && middle == '/' && is_word(right) {
            report.add("slash", if lang == Lang::Zh { "或" } else { "or" });
        }
        if left.is_ascii_digit() && ((middle == '万') || (middle == ' ' && right == '万')) {
            report.add("number", "the number in digits: 20000, not 2 万");
        }
    }
    if let Some(written) = time_in_words(lang, &own) {
        report.add("number", &format!("digits: 3 天 / 3 days, not {written}"));
    }
    for (written, right) in [("per cent", "3%"), (" percent", "3%"), ("百分之", "3%")] {
        if own.contains(written) {
            report.add("percent", &format!("{right}, not {written}"));
        }
    }
}

/// A length of time that can be counted, written without digits. 第二天 counts nothing.
fn time_in_words(lang: Lang, own: &str) -> Option<String> {
    const UNITS: [&str; 8] = ["天", "小时", "分钟", "秒", "周", "个月", "年", "个工作日"];
    const NUMBERS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    const TIMES: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];
    if lang == Lang::Zh {
        let counted = own.match_indices(['两', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
        let mut words = counted.filter(|(at, _)| !own[..*at].ends_with('第')).filter_map(|(at, word)| {
            let unit = UNITS.iter().find(|unit| own[at + word.len()..].starts_with(**unit))?;
            Some(format!("{word}{unit}"))
        });
        return words.next();
    }
    let words: Vec<String> = own.split_whitespace().map(str::to_lowercase).collect();
    let is_time =
        |pair: &&[String]| NUMBERS.contains(&pair[0].as_str()) && TIMES.iter().any(|unit| pair[1].starts_with(unit));
    words.windows(2).find(is_time).map(|pair| pair.join(" "))
}
