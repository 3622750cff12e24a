//! Bank account numbers, in context, and IBANs (ISO 13616).

mod aside;
pub(crate) mod iban;

use super::Confidence;
use super::Report;
use super::cue::{self, Cue, Link, Place, Sense, counts, number};
use super::kind::Kind;
use super::reading::Reading;
use crate::flow::step::TextFormat;
use std::ops::Range;

/// Finds account numbers.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    if !reading.text().bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    for range in iban::all(reading.text()) {
        report(range, Kind::BankAccount, Confidence::Exact);
    }
    if matches!(format, TextFormat::Phone | TextFormat::Email) {
        return;
    }
    let cues = cue::all(reading);
    for (index, cue) in cues.iter().enumerate() {
        if cue.sense == Sense::Account || is_card_number(reading, cue) || is_at_bank(&cues, index) {
            let places = cue::behind(reading, &cues, index);
            if let Some(range) = places.into_iter().find_map(|place| value(reading, place)) {
                report(range, Kind::BankAccount, Confidence::Likely);
            }
        } else if cue.sense == Sense::AnyAccount {
            let said = cue::behind(reading, &cues, index).into_iter().filter(|place| place.link != Link::Beside);
            let long = said.filter_map(|place| value(reading, place)).find(|range| is_long(reading, range));
            if let Some(range) = long {
                report(range, Kind::BankAccount, Confidence::Likely);
            }
        }
    }
    if format != TextFormat::OrderId {
        aside::find(reading, &mut |range| report(range, Kind::BankAccount, Confidence::Likely));
    }
}

/// Whether a number is as long as those of banks and no wallet's: 16 to 19 digits that begin with no year.
fn is_long(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let wallet = reading.text().get(range.clone()).is_none_or(|digits| digits.starts_with("20"));
    !wallet && (16..=20).contains(&number::digits(reading.text(), range))
}

/// Whether a word says "card number": whoever says so may mean an account.
fn is_card_number(reading: &Reading<'_>, cue: &Cue) -> bool {
    let word = reading.lower().get(cue.range.clone()).unwrap_or("");
    cue.sense == Sense::Card && ["卡号", "卡號", "number"].iter().any(|end| word.ends_with(end))
}

/// Whether a bank or its routing number was named shortly before a word for accounts of any kind.
fn is_at_bank(cues: &[Cue], index: usize) -> bool {
    let Some(cue) = cues.get(index) else { return false };
    let Some(last) = index.checked_sub(1).and_then(|last| cues.get(last)) else { return false };
    let near = cue.range.start - last.range.end <= 48;
    matches!(cue.sense, Sense::AnyAccount | Sense::Card)
        && matches!(last.sense, Sense::Bank | Sense::Account | Sense::Card)
        && near
}

/// The number behind its word: 8 to 30 digits, spaces and dashes between them.
fn value(reading: &Reading<'_>, place: Place) -> Option<Range<usize>> {
    let bytes = reading.text().as_bytes();
    let mut start = place.at;
    start += bytes.get(start..)?.iter().take(2).take_while(|byte| b"[(<#*".contains(byte)).count();
    let (mut end, mut digits) = (start, 0);
    let mut groups: Vec<usize> = Vec::new();
    loop {
        let length = bytes.get(end..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if length == 0 || digits + length > 30 && !groups.is_empty() {
            break;
        }
        digits += length;
        groups.push(end);
        end += length;
        let parted = bytes.get(end).is_some_and(|byte| b" -".contains(byte))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !parted || !number::ends_there(bytes, end, length) && bytes.get(end) != Some(&b'-') {
            break;
        }
        end += 1;
    }
    if bytes.get(end.checked_sub(1)?) == Some(&b' ') || bytes.get(end - 1) == Some(&b'-') {
        end -= 1;
    }
    let fits = (8..=30).contains(&digits) && number::ends_there(bytes, end, digits) && !counts(reading.lower(), end);
    (fits && !is_other(reading.text().get(start..end)?, place.link)).then_some(start..end)
}

/// A mobile number, or a day.
fn is_other(value: &str, link: Link) -> bool {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let mobile = |digits: &str| {
        digits.len() == 11 && digits.starts_with('1') && !matches!(digits.as_bytes().get(1), Some(b'0' | b'1' | b'2'))
    };
    let called = mobile(&digits) || digits.strip_prefix("86").is_some_and(mobile);
    let day = value.contains('-') && digits.len() == 8 && (digits.starts_with("19") || digits.starts_with("20"));
    called || day || link == Link::Beside && digits.len() == 8 && digits.starts_with("20")
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::secrets::cue::found_by;
    use crate::secrets::kind::Kind;

    #[test]
    fn accounts() {
        for (text, account) in [
            ("银行账号0200001009012345678", "0200001009012345678"),
            ("银行账号：3301 0001 2345 678", "3301 0001 2345 678"),
            ("对公账户是 44050100123456789", "44050100123456789"),
            ("收款账号为“330100012345”", "330100012345"),
            ("开户行：工商银行北京分行，账号：0200001009012345678", "0200001009012345678"),
            ("开户行中国银行 账号 330100012345", "330100012345"),
            ("银行户头 330100012345", "330100012345"),
            ("存折账号是330100012345。", "330100012345"),
            ("打款账号(330100012345)", "330100012345"),
            ("提现账号 = 330100012345", "330100012345"),
            ("bank account 12345678", "12345678"),
            ("my bank account number is 12-3456-7890123-00", "12-3456-7890123-00"),
            ("Account number: 1234567890", "1234567890"),
            ("acct no. 1234567890", "1234567890"),
            ("卡号 12345678901", "12345678901"),
            ("a/c 1234567890", "1234567890"),
            ("对方给的账号是0200003609200123456", "0200003609200123456"),
            ("checking account 62000123456 was debited", "62000123456"),
            ("routing number 021000021", "021000021"),
            ("sort code 12-34-56, account 12345678", "12345678"),
            ("account number of the shop is 1234567890", "1234567890"),
            ("beneficiary account: 1234567890", "1234567890"),
            ("IBAN GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"),
            ("DE89370400440532013000", "DE89370400440532013000"),
            ("收款人账号：40817810099910004312", "40817810099910004312"),
            ("account 70872490, sort code 40-47-84", "70872490"),
            ("钱打到工行4000023409200765432这个账号", "4000023409200765432"),
        ] {
            assert_eq!(found_by(find, text), [(account, Kind::BankAccount)], "{text}");
        }
    }

    #[test]
    fn no_accounts() {
        for text in [
            "账号 13800138000",
            "账号：name@example.com",
            "account: name@example.com",
            "account 12345678",
            "account id u12345678",
            "收款账号 138 0013 8000",
            "银行账号 +86 13800138000",
            "银行账户 2026-11-24 被冻结",
            "银行账户 10000000 元",
            "银行账号忘了，订单 2016071921001003030200089909",
            "bank account since 2026-11-24",
            "bank account 20261124",
            "account number ending in 1234",
            "bank account: 1000 USD",
            "bank account was debited 10000000 yuan",
            "支付宝账号 13800138000",
            "微信号 wx12345678",
            "my bank account. Order 20261124093003",
            "IBAN GB29 NWBK 6016 1331 9268 18",
            "the account number has 16 digits",
            "银行账号错误，错误码 10034567",
        ] {
            assert_eq!(found_by(find, text), [], "{text}");
        }
    }
}
