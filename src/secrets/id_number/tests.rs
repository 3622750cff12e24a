//! Identity numbers in contexts, and the law of their check digit.

use super::{find, is_valid};
use crate::flow::step::TextFormat;
use crate::secrets::cue::{found_by, found_in};
use crate::secrets::kind::Kind;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

#[test]
fn numbers() {
    for (text, number) in [
        ("11010519491231002X", "11010519491231002X"),
        ("我的身份证是11010519491231002x，过期了", "11010519491231002x"),
        ("110105 19491231 002X", "110105 19491231 002X"),
        ("110105-19491231-002X", "110105-19491231-002X"),
        ("１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２Ｘ"),
        ("身份证号：110105194912310021", "110105194912310021"),
        ("身份证 110105491231002", "110105491231002"),
        ("ID number: 110105194912310021", "110105194912310021"),
        ("id11010519491231002X", "11010519491231002X"),
        ("\\n11010519491231002X", "11010519491231002X"),
    ] {
        assert_eq!(found_by(find, text), [(number, Kind::IdNumber)], "{text}");
        assert_eq!(find_all(text), [(number.to_owned(), Kind::IdNumber)], "{text}");
    }
}

fn find_all(text: &str) -> Vec<(String, Kind)> {
    crate::secrets::find(text, TextFormat::Free)
        .into_iter()
        .map(|found| (text[found.span].to_owned(), found.kind))
        .collect()
}

#[test]
fn no_numbers() {
    for text in [
        "110105194912310021",
        "110105194913310024",
        "order A11010519491231002X",
        "11010519491231002XY",
        "2016071921001003030200089909",
        "1101051949123100200",
        "身份证过期了",
        "身份证 18 位",
        "ID card upload fails since 2026-11-24",
        "证件号码填了 3 次",
    ] {
        assert_eq!(found_by(find, text), [], "{text}");
    }
    assert_eq!(found_in(find, "身份证 110105194912310021", TextFormat::Phone), []);
    assert_eq!(found_in(find, "11010519491231002X", TextFormat::OrderId).len(), 1);
}

/// A number of these parts with its check digit.
fn number(region: u32, year: u32, month: u32, day: u32, order: u32) -> String {
    let first = format!("{region:06}{year:04}{month:02}{day:02}{order:03}");
    let checked = "0123456789X".chars().map(|last| format!("{first}{last}"));
    checked.into_iter().find(|number| is_valid(number)).unwrap_or_default()
}

proptest! {
    #[test]
    fn every_number_is_found_wherever_it_stands(
        region in select(vec![110_105_u32, 310_115, 440_305, 622_201, 820_000]), year in 1900_u32..2030, month in 1_u32..=12,
        day in 1_u32..=28, order in 0_u32..1000, before in "[ 我的是：，\n]{0,6}", after in "[ 吗？。，\n谢]{0,6}",
        gap in select(vec!["", " ", "-", "\u{a0}"]), place in 0_usize..18, digit in 1_u8..10,
    ) {
        let number = number(region, year, month, day, order);
        let grouped = format!("{}{gap}{}{gap}{}", &number[..6], &number[6..14], &number[14..]);
        let text = format!("{before}{grouped}{after}");
        prop_assert_eq!(found_by(find, &text), [(grouped.as_str(), Kind::IdNumber)]);
        let mut wrong = number.into_bytes();
        if let Some(byte) = wrong.get_mut(place).filter(|byte| byte.is_ascii_digit()) {
            *byte = b'0' + (*byte - b'0' + digit) % 10;
            let text = format!("{before}{}{after}", String::from_utf8_lossy(&wrong));
            prop_assert!(found_by(find, &text).is_empty());
        }
    }
}
