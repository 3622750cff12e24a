//! Laws of the filter: any text at all, and any secret anywhere.

use super::corpus::{Benign, Secret, benign, secrets};
use super::mask::{leak, left_in};
use crate::harness::cases;
use crate::harness::wander::Dice;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_assume, prop_oneof, proptest,
};
use proptest::sample::select;
use unicode_segmentation::UnicodeSegmentation as _;
use walletfix::flow::step::TextFormat;
use walletfix::secrets::{Confidence, Found, Kind, blot, cover, find, scrub};

fn formats() -> impl Strategy<Value = TextFormat> {
    select(TextFormat::ALL.map(|(_, format)| format).to_vec())
}

/// Pieces that detectors look at, and pieces that break careless ones.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9]{1,80}",
        "[0-9]{1,4}([ -]?[0-9]{1,4}){0,12}",
        "[0-9a-fA-F]{1,140}",
        "[1-9A-HJ-NP-Za-km-z]{20,120}",
        "[A-Z2-7]{8,40}",
        "[\u{300}-\u{36f}]{1,6}",
        "[０-９Ａ-Ｚ①-⑳㊀-㊉ⅰ-ⅻ½㏂ﬁ]{1,12}",
        "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2064}\u{fe00}-\u{fe0f}\u{feff}]{1,4}",
        "[ \t\n.,:;'\"(){}\\[\\]，。：；、“”「」]{1,5}",
        select(bip39::Language::English.word_list().to_vec()).prop_map(|word| format!("{word} ")),
        select(bip39::Language::SimplifiedChinese.word_list().to_vec()).prop_map(str::to_owned),
        select(bip39::Language::Japanese.word_list().to_vec()).prop_map(|word| format!("{word}\u{3000}")),
        select(vec![
            "密码",
            "验证码",
            "密码是",
            "支付密码:",
            "PIN",
            "cvv ",
            "password",
            "password is ",
            "code: ",
            "助记词",
            "私钥",
            "卡号",
            "otpauth://totp/",
            "secret=",
            "-----BEGIN ",
            "PRIVATE KEY-----",
            "-----END",
            "{\"crypto\":",
            "\"ciphertext\"",
            "eyJ",
            ".",
            "Bearer ",
            "xprv",
            "0x",
            "IBAN ",
            "身份证",
            "备用码",
            "[",
            "255,",
            "]",
            "İ",
            "ß",
            "ẞ",
            "\u{1f469}\u{200d}\u{1f4bb}",
        ])
        .prop_map(str::to_owned),
        select(secrets()).prop_map(|secret| secret.text),
        Just("9".repeat(1000)),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(120), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_lie_in_the_text_apart_and_in_order(text in any_text(), format in formats()) {
        let mut at = 0;
        for found in find(&text, format) {
            prop_assert!(at <= found.span.start && found.span.start < found.span.end, "{found:?} in {text:?}");
            prop_assert!(text.get(found.span.clone()).is_some(), "{found:?} cuts a character of {text:?}");
            at = found.span.end;
        }
    }

    #[test]
    fn what_leaves_the_program_holds_no_secret(text in any_text()) {
        // A hash and a key look the same, and the last look lets hashes pass.
        let is_hash = |found: &Found| found.kind == Kind::PrivateKey;
        for (clean, excused) in [(scrub(&text, &[]), false), (cover(&text), true), (blot(&text), false)] {
            let mut left = find(&clean, TextFormat::Free);
            left.retain(|found| found.confidence == Confidence::Exact && !(excused && is_hash(found)));
            prop_assert_eq!(&left, &vec![], "in {:?}, which was {:?}", clean, text);
        }
        prop_assert_eq!(blot(&text).len(), text.len());
    }

    #[test]
    fn the_same_text_has_the_same_findings(text in any_text(), format in formats()) {
        prop_assert_eq!(find(&text, format), find(&text, format));
    }

    #[test]
    fn an_exact_secret_is_found_in_any_text(
        secret in select(secrets().into_iter().filter(|secret| secret.exact).collect::<Vec<_>>()),
        text in select(benign()),
        seed in any::<u64>(),
    ) {
        prop_assume!(leak(&secret, &text.text).is_none());
        let placed = placed(&secret, &text, &mut Dice::new(seed));
        let left = left_in(&secret, &placed, secret.format);
        prop_assert!(left.is_none(), "{} in {} left {left:?} in {placed:?}", secret.place, text.place);
    }
}

/// A secret put between two characters of a text, with a space, a line break or a comma around it.
fn placed(secret: &Secret, benign: &Benign, dice: &mut Dice) -> String {
    let mut places: Vec<usize> = benign.text.grapheme_indices(true).map(|(at, _)| at).collect();
    places.push(benign.text.len());
    let (before, after) = benign.text.split_at(*dice.pick(&places));
    let around = dice.pick(&[" ", "\n", "，", "\n\n", ", "]);
    format!("{before}{around}{}{around}{after}", secret.text)
}

/// Each secret of that sureness in four other texts: how many were tried and which were missed.
fn among_others(exact: bool) -> (usize, Vec<String>) {
    let texts = benign();
    let mut dice = Dice::new(7);
    let (mut tried, mut missed) = (0, Vec::new());
    for secret in secrets().iter().filter(|secret| secret.exact == exact) {
        for _ in 0..4 {
            let text = dice.pick(&texts);
            if leak(secret, &text.text).is_some() {
                continue;
            }
            let placed = placed(secret, text, &mut dice);
            tried += 1;
            if let Some(left) = left_in(secret, &placed, secret.format) {
                missed.push(format!("{} in {}: {placed:?}: {left}", secret.place, text.place));
            }
        }
    }
    (tried, missed)
}

#[test]
fn exact_secrets_are_found_in_other_texts() {
    let (tried, missed) = among_others(true);
    assert!(missed.is_empty(), "{} of {tried} pass\n{}", missed.len(), missed.join("\n"));
}

/// Not every one: a word beside it may tell something else. Most of them.
#[test]
fn secrets_in_context_are_found_in_other_texts() {
    let (tried, missed) = among_others(false);
    assert!(missed.len() * 20 <= tried, "{} of {tried} pass\n{}", missed.len(), missed.join("\n"));
}

/// Whatever is asked. Where a transaction hash is, a key may pass for one. Where a number is, an order's or a phone's may
/// have a card's checksum by chance: there only the commonest cards count.
#[test]
fn exact_secrets_are_found_in_every_question() {
    let mut missed = Vec::new();
    for secret in secrets().iter().filter(|secret| secret.exact) {
        for (name, format) in TextFormat::ALL {
            let could_be_hash = format == TextFormat::TxHash && matches!(secret.kind, Kind::PrivateKey);
            let digits: String =
                secret.core.chars().filter_map(|digit| digit.to_digit(10)).map(|digit| digit.to_string()).collect();
            let common = digits.len() == 16 && (digits.starts_with('4') || ("51".."56").contains(&&digits[..2]));
            let numbers = matches!(format, TextFormat::OrderId | TextFormat::Phone);
            let could_be_number = secret.kind == Kind::Card && numbers && !common;
            let excused = could_be_hash || could_be_number;
            if let Some(left) = left_in(secret, &secret.text, format).filter(|_| !excused) {
                missed.push(format!("{} in a question for {name}: {left}", secret.place));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
