//! A code that was misread leads nowhere, and says where to look.

use super::{PACK, walks};
use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use std::sync::LazyLock;
use walletfix::replay::{Code, Refused, code, decode};
use walletfix::seal::letters::{letter, value};

/// Codes of every length that tested ways have.
static CODES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut codes: Vec<String> = Vec::new();
    for (_, session) in walks() {
        if let Code::Whole(code) = code(&session)
            && codes.iter().all(|known| known.len() != code.len())
        {
            codes.push(code);
        }
    }
    assert!(codes.len() > 5, "{codes:?}");
    codes
});

#[test]
fn every_wrong_symbol_and_every_swap_is_found_and_its_group_named() {
    for code in CODES.iter() {
        let symbols: Vec<char> = code.chars().filter(|c| *c != '-').collect();
        let group = |at: usize| symbols[at / 4 * 4..(at / 4 * 4 + 4).min(symbols.len())].iter().collect::<String>();
        for at in 0..symbols.len() {
            for other in (0..32).map(letter).filter(|other| *other != symbols[at]) {
                let mut wrong = symbols.clone();
                wrong[at] = other;
                let wrong: String = wrong.into_iter().collect();
                let Err(Refused::Slip(groups)) = decode(&PACK, &wrong, None) else { panic!("{code}: {wrong} is read") };
                let named = group(at).replacen(symbols[at], &other.to_string(), 1);
                let here = |named: &String| group(at).chars().zip(named.chars()).filter(|(a, b)| a != b).count() <= 1;
                // Of a code longer than the weights last, two places may fit.
                assert!(groups.as_ref().map_or(symbols.len() > 31, here), "{wrong}: {groups:?}, not {named}");
            }
            if at + 1 < symbols.len() && symbols[at] != symbols[at + 1] {
                let mut wrong = symbols.clone();
                wrong.swap(at, at + 1);
                let wrong: String = wrong.into_iter().collect();
                // Which they were is not guessed.
                assert_eq!(decode(&PACK, &wrong, None), Err(Refused::Slip(None)), "{code}: {wrong}");
            }
        }
    }
}

#[test]
fn a_code_is_read_as_it_is_heard() {
    for code in CODES.iter() {
        let route = decode(&PACK, code, None).expect("a way");
        let heard = code.to_lowercase().replace('-', " ").replace('1', "l").replace('0', "o");
        assert_eq!(decode(&PACK, &heard, None).as_ref(), Ok(&route), "{heard}");
        assert_eq!(decode(&PACK, &heard.replace(' ', "").replace('l', "I"), None), Ok(route), "{heard}");
    }
    for (sign, meant) in [('i', '1'), ('L', '1'), ('o', '0'), ('z', 'Z')] {
        assert_eq!(value(sign), value(meant));
    }
    assert_eq!((value('u'), value('-'), value('é')), (None, None, None));
}

#[test]
fn a_code_of_other_flows_is_told_from_a_slip() {
    let other = walletfix::parse::pack::read_pack(
        &walletfix::library::folder(std::path::Path::new("tests/packs/small"), false).expect("a pack"),
    );
    for code in CODES.iter() {
        assert!(
            matches!(decode(&other.0, code, None), Err(Refused::OtherPack(theirs, _)) if code.starts_with(&theirs))
        );
    }
    assert_eq!(decode(&PACK, "", None), Err(Refused::NoCode));
    assert_eq!(decode(&PACK, "hello", None), Err(Refused::NoCode));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::harness::cases(256)))]

    #[test]
    fn no_text_is_a_wrong_code(text in "\\PC{0,60}", symbols in "[0-9A-HJKMNP-TV-Z]{0,45}") {
        for text in [text, symbols] {
            prop_assert!(decode(&PACK, &text, None).is_err(), "{text}");
        }
    }
}
