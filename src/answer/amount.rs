//! Money as people write it: `1,280.00`, `¥100`, `100 元`, `1.5万`, `0.25 eth`.

use super::plain::Plain;
use crate::flow::value::Amount;
use crate::i18n::Message;
use rust_decimal::Decimal;

/// Signs and words that stand for a code; longest first, so that `US$` is not read as `$`.
const NAMES: [(&str, &str); 33] = [
    ("人民币元", "CNY"),
    ("人民币", "CNY"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("euros", "EUR"),
    ("pounds", "GBP"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("日元", "JPY"),
    ("英镑", "GBP"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("块钱", "CNY"),
    ("元钱", "CNY"),
    ("元整", "CNY"),
    ("yuan", "CNY"),
    ("euro", "EUR"),
    ("yen", "JPY"),
    ("rmb", "CNY"),
    ("us$", "USD"),
    ("hk$", "HKD"),
    ("nt$", "TWD"),
    ("cn¥", "CNY"),
    ("jp¥", "JPY"),
    ("元", "CNY"),
    ("块", "CNY"),
    ("圆", "CNY"),
    // How the dollar coin is called in Chinese chats: `200u`.
    ("u", "USDT"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₿", "BTC"),
];

/// Words people put before a number; they are no codes.
const FILLERS: [&str; 12] =
    ["about", "around", "over", "under", "only", "some", "approx", "roughly", "nearly", "almost", "ca", "the"];

/// The coin of examples.
const COIN: &str = "ETH";

/// Reads an amount. `currency` is assumed where none is written; another is refused unless `any`.
pub(super) fn read(plain: &Plain, currency: Option<&str>, any: bool) -> Result<Amount, Message> {
    let unclear = || Message::new("amount-unclear").with("example", sample(currency));
    // The spelling of files, which also allows digits in a code.
    if let Ok(amount) = plain.as_str().parse::<Amount>()
        && amount.currency.bytes().any(|b| b.is_ascii_uppercase())
    {
        let number = exact(plain.as_str().split(' ').next().unwrap_or_default(), currency)?;
        return settled(Amount { number, currency: amount.currency }, currency, any);
    }
    let mut number: Option<Decimal> = None;
    let mut codes: Vec<String> = Vec::new();
    let mut rest = plain.folded();
    while let Some(first) = rest.chars().next() {
        if first == ' ' {
            rest = &rest[1..];
        } else if matches!(first, '-' | '\u{2212}') {
            let negative = rest[first.len_utf8()..].trim_start().starts_with(|c: char| c.is_ascii_digit());
            return Err(if negative { Message::new("amount-negative") } else { unclear() });
        } else if first.is_ascii_digit() || first == '.' {
            let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '\'')).unwrap_or(rest.len());
            let written = rest[..end].trim_end_matches(',');
            rest = &rest[end..];
            if number.is_some() {
                return Err(Message::new("amount-two-numbers").with("example", sample(currency)));
            }
            let mut value = exact(written, currency)?;
            if let Some(after) = rest.trim_start().strip_prefix('万') {
                rest = after;
                value = value
                    .checked_mul(Decimal::from(10_000))
                    .ok_or_else(|| Message::new("amount-too-long"))?
                    .normalize();
            }
            number = Some(value);
        } else if let Some((name, code)) = named(rest, currency) {
            rest = &rest[name..];
            codes.push(code.to_owned());
        } else if first.is_ascii_alphabetic() {
            let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            let word = &rest[..end];
            if !(2..=10).contains(&end) || FILLERS.contains(&word) {
                return Err(unclear());
            }
            codes.push(word.to_ascii_uppercase());
            rest = &rest[end..];
        } else {
            return Err(unclear());
        }
    }
    codes.dedup();
    match (number, codes.as_slice()) {
        (Some(number), []) => match currency {
            Some(code) => Ok(Amount { number, currency: code.to_owned() }),
            None => Err(Message::new("amount-no-currency").with("example", format!("{number} {COIN}"))),
        },
        (Some(number), [code]) => settled(Amount { number, currency: code.clone() }, currency, any),
        _ => Err(unclear()),
    }
}

/// How to write one.
pub(super) fn example(currency: Option<&str>) -> Message {
    Message::new("amount-example").with("example", sample(currency))
}

/// Where no currency is assumed, it is mostly coins that are asked for.
fn sample(currency: Option<&str>) -> String {
    currency.map_or_else(|| format!("0.25 {COIN}"), |code| format!("100 {code}"))
}

fn settled(amount: Amount, currency: Option<&str>, any: bool) -> Result<Amount, Message> {
    match currency {
        Some(code) if !any && code != amount.currency => Err(Message::new("amount-other-currency")
            .with("found", amount.currency.clone())
            .with("wanted", code)
            .with("example", sample(currency))),
        _ => Ok(amount),
    }
}

/// The length of a currency's name at the beginning of `text`, and its code.
fn named<'c>(text: &str, currency: Option<&'c str>) -> Option<(usize, &'c str)> {
    if text.starts_with('¥') {
        return Some(('¥'.len_utf8(), if currency == Some("JPY") { "JPY" } else { "CNY" }));
    }
    NAMES.iter().find_map(|(name, code)| {
        let rest = text.strip_prefix(name)?;
        let whole =
            !name.ends_with(|c: char| c.is_ascii_alphabetic()) || !rest.starts_with(|c: char| c.is_ascii_alphabetic());
        whole.then_some((name.len(), *code))
    })
}

/// The number, exactly; the comma and the apostrophe only group in threes.
fn exact(written: &str, currency: Option<&str>) -> Result<Decimal, Message> {
    let Some(digits) = digits(written) else {
        let key = if written.contains([',', '\'']) { "amount-comma" } else { "amount-unclear" };
        return Err(Message::new(key).with("example", sample(currency)));
    };
    Decimal::from_str_exact(&digits).map_err(|_| Message::new("amount-too-long"))
}

/// A written number without its grouping, `.` being the decimal point; `None` where the grouping is no grouping.
pub(super) fn digits(written: &str) -> Option<String> {
    let (whole, fraction) = match written.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (written, None),
    };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return None;
    }
    let mark = if whole.contains('\'') { '\'' } else { ',' };
    let groups: Vec<&str> = whole.split(mark).collect();
    let grouped = match groups.as_slice() {
        [""] => fraction.is_some(),
        [only] => all_digits(only),
        [first, rest @ ..] => {
            all_digits(first) && first.len() <= 3 && rest.iter().all(|group| group.len() == 3 && all_digits(group))
        }
        [] => false,
    };
    if !grouped {
        return None;
    }
    let whole = groups.concat();
    let whole = if whole.is_empty() { "0" } else { &whole };
    Some(fraction.map_or_else(|| whole.to_owned(), |fraction| format!("{whole}.{fraction}")))
}
