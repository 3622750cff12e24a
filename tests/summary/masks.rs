//! Masks: how much they show, that they hide a value wherever it turns up, and that each thing has one of its own.

use super::cases::{self, MAIN, words};
use super::story::{self, Happened, minute, noted};
use super::{both, told};
use crate::harness::cases as count;
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use unicode_segmentation::UnicodeSegmentation;
use walletfix::flow::field::Field;
use walletfix::i18n::Lang;
use walletfix::summary::mask;
use walletfix::summary::render::{Format, render};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(count(64)))]

    #[test]
    fn a_mask_shows_at_most_the_ends(text in "(\\PC|[一-龥]|[0-9]|👨‍👩‍👧){1,40}", at in any::<proptest::sample::Index>()) {
        let fields: Vec<Field> = Field::all().filter(|field| field.masked()).collect();
        let field = fields[at.index(fields.len())];
        let shown = mask::masked(field, &text);
        prop_assert!(shown.contains('*'));
        if !text.contains('@') && field.name() != "email" {
            let all: Vec<&str> = text.graphemes(true).collect();
            let kept = shown.graphemes(true).filter(|grapheme| *grapheme != "*").count();
            prop_assert!(kept <= 7 && kept * 3 <= all.len() * 2 || field.name() == "card-last4" && kept <= 4 , "{text:?} as {shown:?}");
        }
    }

    #[test]
    fn a_masked_value_is_masked_wherever_it_is_repeated(digits in "1[3-9][0-9]{9}") {
        let pack = cases::wallet();
        let mut story = story::story(&pack, MAIN)
            .answer("account", MAIN, words(&digits))
            .answer("message", MAIN, words(&format!("账户 {digits} 已受限")))
            .ended("ask-support", MAIN);
        story.words = Some(format!("我的账号{digits}登录不了"));
        story.notes.push(noted(minute(3), digits.as_str()));
        for format in [Format::Text, Format::Markdown, Format::Json] {
            for text in both(&story, format, false) {
                prop_assert!(!text.contains(&digits), "{text}");
            }
        }
    }
}

#[test]
fn a_mask_holds_however_the_value_is_written_again() {
    let pack = cases::wallet();
    for (field, answer, free, gone) in [
        ("payee", "Bob", "I paid Bob and bob", &["Bob", " bob"][..]),
        ("account", "138 0000 0000", "user 13800000000 not found", &["13800000000"]),
        ("payee", "Lin Wei", "paid lin wei, LIN WEI", &["lin wei", "LIN WEI"]),
    ] {
        let mut story = story::story(&pack, MAIN)
            .answer(field, MAIN, words(answer))
            .answer("message", MAIN, words(free))
            .ended("ask-support", MAIN);
        story.words = Some(free.to_owned());
        for text in both(&story, Format::Text, false) {
            assert!(gone.iter().all(|part| !text.contains(part)), "{text}");
        }
    }
}

/// Both numbers begin with 138 and end with 1234.
#[test]
fn one_thing_has_one_mask_and_two_things_have_two() {
    let pack = cases::wallet();
    let mut story = story::story(&pack, MAIN)
        .answer("account", MAIN, words("13812341234"))
        .answer("payee", MAIN, words("138 9999 1234"))
        .answer("message", MAIN, words("13812341234 cannot pay 138 9999 1234"))
        .ended("ask-support", MAIN);
    story.words = Some("From 13812341234 to 138 9999 1234".to_owned());
    for lang in Lang::ALL {
        let text = render(&told(&story, lang), Format::Text, false);
        for part in ["138****1234 cannot pay 138****1234 (2)", "From 138****1234 to 138****1234 (2)"] {
            assert!(text.contains(part), "{text}");
        }
        let json: serde_json::Value =
            serde_json::from_str(&render(&told(&story, lang), Format::Json, false)).expect("JSON");
        assert_eq!(json["ticket"]["account"]["account"], "138****1234");
        assert_eq!(json["ticket"]["transaction"]["payee"], "138****1234 (2)");
    }
    let again = story::story(&pack, MAIN)
        .answer("account", MAIN, words("138-1234-1234"))
        .answer("payee", MAIN, words("138 1234 1234"))
        .ended("ask-support", MAIN);
    let text = render(&told(&again, Lang::En), Format::Text, false);
    assert!(text.contains("account 138****1234 | payee 138****1234\n"), "one number, however it is written\n{text}");
}

/// People are made to copy the address of somebody who has made one with the same ends.
#[test]
fn addresses_that_look_alike_are_shown_whole() {
    let pack = cases::wallet();
    let (own, other) = ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb60000000000000000000000000000001BeAed");
    let other = other.replace("00001BeAed", "00Ef1BeAed");
    let with = |to: &str| {
        story::story(&pack, MAIN)
            .answer("to", MAIN, words(own))
            .answer("from", MAIN, words(to))
            .ended("ask-support", MAIN)
    };
    for lang in Lang::ALL {
        let text = render(&told(&with(&other), lang), Format::Text, false);
        assert!(text.contains(own) && text.contains(&other), "{text}");
        let text = render(&told(&with("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"), lang), Format::Text, false);
        assert!(text.contains("0x5aAeb6...Ef1BeAed") && text.contains("0xfB6916...37c5d359"), "{text}");
    }
}
