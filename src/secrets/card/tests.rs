//! Card numbers in contexts, and the law of their check digit.

use super::find;
use super::issuer::{fit, luhn};
use crate::flow::step::TextFormat;
use crate::secrets::cue::{found_by, found_in};
use crate::secrets::kind::Kind;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

#[test]
fn cards() {
    for (text, card) in [
        ("4111111111111111", "4111111111111111"),
        ("4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("4111-1111-1111-1111", "4111-1111-1111-1111"),
        ("4111.1111.1111.1111", "4111.1111.1111.1111"),
        ("4111\u{a0}1111\u{a0}1111\u{a0}1111", "4111\u{a0}1111\u{a0}1111\u{a0}1111"),
        ("4111 1111\n1111 1111", "4111 1111\n1111 1111"),
        ("4111, 1111, 1111, 1111", "4111, 1111, 1111, 1111"),
        ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"),
        ("41111111 11111111", "41111111 11111111"),
        ("41 11 11 11 11 11 11 11", "41 11 11 11 11 11 11 11"),
        ("3782 822463 10005", "3782 822463 10005"),
        ("３７８２８２２４６３１０００５", "３７８２８２２４６３１０００５"),
        ("我的卡4111111111111111被冻结了", "4111111111111111"),
        ("卡号6222021234567890128，帮我看看", "6222021234567890128"),
        ("622202 1234567890128", "622202 1234567890128"),
        ("6222 0212 3456 7890 128", "6222 0212 3456 7890 128"),
        ("card4111111111111111", "4111111111111111"),
        ("4111111111111111exp12/28", "4111111111111111"),
        ("4111 1111 1111 1111 1228 123", "4111 1111 1111 1111"),
        ("4111111111111111 12/28 123", "4111111111111111"),
        ("2026 4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("5555555555554444,", "5555555555554444"),
        ("622202123456789012", "622202123456789012"),
        ("30569309025904", "30569309025904"),
        ("6759649826438453", "6759649826438453"),
        ("1003，4111-1111-1111-1111，4", "4111-1111-1111-1111"),
        ("\\n4111111111111111\\n", "4111111111111111"),
        ("卡号是 4111111111111112", "4111111111111112"),
        ("card number: 4111 1111 1111 1112", "4111 1111 1111 1112"),
        ("PAN 6759649826438453", "6759649826438453"),
        ("信用卡号码（4111111111111112）", "4111111111111112"),
    ] {
        assert_eq!(found_by(find, text), [(card, Kind::Card)], "{text}");
    }
    let two = "4111 1111 1111 1111 5555 5555 5555 4444";
    assert_eq!(found_by(find, two).len(), 2);
    assert_eq!(found_by(find, "4111111111111111 5555555555554444").len(), 2);
}

#[test]
fn no_cards() {
    for text in [
        "4111111111111112",
        "1234567890123452",
        "2016071921001003030200089909",
        "4200001180202108191793854834",
        "4200 0011 8020 2108 1917 9385 4834",
        "订单 A4111111111111111",
        "WF-4111111111111111",
        "0x4111111111111111",
        "4111111111111111abcdef",
        "0.4111111111111111",
        "4111111111111111.5",
        "4,111,111,111,111,111",
        "+378282246310005",
        "+86 138 0013 8000",
        "138 0013 8000, 139 0013 8000",
        "2026-11-24 09:30:00 1280.00",
        "411111111111111111111111",
        "4111111111111111@example.com",
        "order_4111111111111111",
        "卡号后四位 1111",
        "card ending in 1111",
        "订单号 2305120034567890",
        "银行卡订单 2016071921001003",
        "11010519491231002X",
        "550e8400-e29b-41d4-a716-446655440000",
        "192.168.100.100 10.0.0.1",
    ] {
        assert_eq!(found_by(find, text), [], "{text}");
    }
}

#[test]
fn the_question_decides() {
    for (text, format, count) in [
        ("4111111111111111", TextFormat::OrderId, 1),
        ("4111 1111 1111 1111", TextFormat::OrderId, 1),
        ("6222021234567890128", TextFormat::OrderId, 1),
        ("4222222222222", TextFormat::OrderId, 0),
        ("30569309025904", TextFormat::OrderId, 0),
        ("2305120034567890", TextFormat::OrderId, 0),
        ("卡号 4111111111111112", TextFormat::OrderId, 0),
        ("2026112409300030200089909", TextFormat::OrderId, 0),
        ("4111111111111111", TextFormat::Phone, 1),
        ("378282246310005", TextFormat::Phone, 1),
        ("4222222222222", TextFormat::Phone, 0),
        ("30569309025904", TextFormat::Phone, 0),
        ("卡号 4111111111111112", TextFormat::Email, 0),
        ("4111111111111111", TextFormat::Email, 1),
        ("declined: 4111111111111111", TextFormat::Error, 1),
        ("4111111111111111", TextFormat::TxHash, 1),
    ] {
        assert_eq!(found_in(find, text, format).len(), count, "{text} as {format:?}");
    }
}

/// Digits with their check digit behind them.
fn checked(digits: &str) -> String {
    ('0'..='9').map(|last| format!("{digits}{last}")).find(|number| luhn(number)).unwrap_or_default()
}

proptest! {
    #[test]
    fn every_number_is_found_wherever_it_stands(
        prefix in select(vec![("411111", 16), ("530000", 16), ("223000", 16), ("340000", 15), ("622202", 19), ("622848", 16),
            ("353000", 16), ("601100", 16), ("436742", 19), ("955880", 19)]),
        rest in "[0-9]{13}", before in "[我的是：，\nab ]{0,6}[：， 的]", after in "[，。 呀][吗？。\n谢x ]{0,6}",
        gap in select(vec!["", " ", "-", ".", "\u{a0}", " - ", "\u{2009}"]), wide in proptest::bool::ANY,
        place in 6_usize..15, step in 1_u8..10,
    ) {
        let (first, length) = prefix;
        let number = checked(&format!("{first}{}", &rest[..length - 1 - first.len()]));
        prop_assert!(fit(&number).is_some());
        let fours: Vec<&str> = (0..number.len()).step_by(4).map(|at| &number[at..number.len().min(at + 4)]).collect();
        let mut grouped = fours.join(gap);
        if wide {
            grouped = grouped.chars().map(|letter| match letter {
                '0'..='9' => char::from_u32(u32::from(letter) - 0x30 + 0xff10).unwrap_or(letter),
                other => other,
            }).collect();
        }
        let text = format!("{before}{grouped}{after}");
        prop_assert_eq!(found_by(find, &text), [(grouped.as_str(), Kind::Card)]);
        let mut wrong = number.into_bytes();
        if let Some(byte) = wrong.get_mut(place) {
            *byte = b'0' + (*byte - b'0' + step) % 10;
        }
        let text = format!("{before}{}{after}", String::from_utf8_lossy(&wrong));
        prop_assert!(found_by(find, &text).is_empty());
    }
}
