//! Payment cards of every issuer (ISO/IEC 7812-1).

use super::encode::luhn;
use super::{Sheet, dice, digits, grouped, wide};

/// Issuer, first digits, length.
const ISSUERS: [(&str, &str, usize); 14] = [
    ("Visa", "4", 16),
    ("Visa", "4", 13),
    ("Visa", "4", 19),
    ("Mastercard", "53", 16),
    ("Mastercard", "2320", 16),
    ("American Express", "37", 15),
    ("Discover", "6011", 16),
    ("JCB", "3530", 16),
    ("Diners Club", "36", 14),
    ("UnionPay", "622202", 16),
    ("UnionPay", "622588", 17),
    ("UnionPay", "621700", 19),
    ("UnionPay", "623058", 18),
    ("Maestro", "6759", 16),
];

const ZH: [&str; 7] = [
    "我的卡号是{}被扣了两次钱",
    "银行卡{}付款失败",
    "用{}这张卡付的，一直没到账",
    "卡号：{}",
    "我填了卡号{}，短信验证码也填了，会不会被盗刷？",
    "绑卡的时候输入「{}」提示不支持",
    "充值用的信用卡 {} ，显示已扣款",
];

const EN: [&str; 7] = [
    "my card {} was charged twice",
    "Card number: {}",
    "I paid with {} last night and it is still pending",
    "card ending... the full number is {}, please check",
    "They asked for my card and I gave them {} and the expiry date",
    "Payment method \"{}\" declined",
    "debit card no.{} refused at checkout",
];

/// Cards of every issuer, spaced in every way.
pub(crate) fn cards() -> Sheet {
    let mut sheet = Sheet::secrets(
        "cards",
        "Card numbers of every issuer with a right check digit: plain, with spaces, dashes, dots and line breaks, full-width, glued to Chinese, in sentences. Official test numbers first.",
    );
    for (number, text) in [
        ("4111111111111111", "4111111111111111"),
        ("5555555555554444", "卡号5555555555554444扣款失败"),
        ("378282246310005", "amex 3782 822463 10005 declined"),
        ("6011111111111117", "6011-1111-1111-1117"),
        ("6222021234567890128", "6222 0212 3456 7890 128"),
        ("622202123456789012", "我的银行卡622202123456789012"),
        ("4111111111111111", "Visa4111111111111111 declined"),
        ("4111111111111111", "4111.1111.1111.1111"),
        ("4111111111111111", "4111\u{a0}1111\u{a0}1111\u{a0}1111"),
        ("4111111111111111", "4111–1111–1111–1111"),
        ("4111111111111111", "4111_1111_1111_1111"),
        ("4111111111111111", "4111  1111  1111  1111"),
        ("4111111111111111", "4111\n1111\n1111\n1111"),
        ("4111111111111111", "4111 1111\u{200b} 1111 1111"),
        ("4111111111111111", "card_no=4111111111111111&amount=5"),
        ("4111111111111111", "41 11 11 11 11 11 11 11"),
        ("5555555555554444", "5555555555554444/12/28/123"),
        ("5555555555554444", "5555555555554444元"),
    ] {
        sheet.exact("card", number, text);
    }
    let mut dice = dice(71);
    let shapes: [fn(&str) -> String; 4] =
        [str::to_owned, |card| grouped(card, 4, " "), |card| grouped(card, 4, "-"), wide];
    for (number, (issuer, start, length)) in ISSUERS.into_iter().enumerate() {
        for turn in 0..4 {
            let mut card = format!("{start}{}", digits(&mut dice, length - start.len() - 1));
            card.push(luhn(&card));
            let shape = if issuer == "American Express" && turn == 1 {
                |card: &str| format!("{} {} {}", &card[..4], &card[4..10], &card[10..])
            } else {
                shapes[turn]
            };
            let text = match (number + turn) % 3 {
                0 => shape(&card),
                1 => ZH[(number + turn) % 7].replace("{}", &shape(&card)),
                _ => EN[(number + turn) % 7].replace("{}", &shape(&card)),
            };
            sheet.exact("card", &card, &text);
        }
    }
    sheet
}
