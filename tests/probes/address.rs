//! Is an address well formed: the vectors of the standards, and laws about typing errors.

use super::{call, key, reason, world};
use crate::harness::cases;
use bs58::encode;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use walletfix::flow::probe::{Finding, ProbeKind, ResultType};
use walletfix::flow::value::Value;
use walletfix::probe::{World, check};

const LINES: &str = include_str!("addresses.tsv");

fn at_home() -> World {
    let mut world = world(&[], "2026-11-21T02:00:00Z");
    for (name, address) in [
        ("usdt-tron", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
        ("usdt-ethereum", "0xdAC17F958D2ee523a2206206994597C13D831ec7"),
    ] {
        world.profile.values.insert(format!("addresses.{name}"), Value::Text(address.to_owned()));
    }
    world
}

fn judge(address: &str, chain: Option<&str>) -> Finding {
    let inputs: Vec<(&str, &str)> =
        [("address", address)].into_iter().chain(chain.map(|chain| ("chain", chain))).collect();
    check(&call("address", ProbeKind::Address, 5000, &inputs), &at_home())
}

fn is_valid(address: &str) -> bool {
    key(&judge(address, None)) == "valid"
}

#[test]
fn vectors_of_the_standards() {
    let (mut wrong, mut counts) = (String::new(), BTreeMap::new());
    for (at, line) in LINES.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let [result, chain, _, address] = line.split('\t').collect::<Vec<_>>().try_into().expect("four columns");
        *counts.entry(result).or_insert(0) += 1;
        let finding = judge(address, Some(chain).filter(|chain| *chain != "-"));
        if key(&finding) != result {
            writeln!(wrong, "addresses.tsv:{}: {address}: {} ({:?})", at + 1, key(&finding), finding.observed).unwrap();
        }
        assert_eq!(finding.observed.is_some(), finding.reason.is_none(), "addresses.tsv:{}", at + 1);
    }
    println!("{counts:?}");
    assert!(wrong.is_empty(), "\n{wrong}");
    let ResultType::OneOf(results) = ProbeKind::Address.result() else { panic!("results") };
    assert!(results.iter().all(|result| counts.get(result).is_some_and(|count| *count >= 4)), "{counts:?}");
}

#[test]
fn says_what_it_saw() {
    let seen = |address: &str, chain| judge(address, chain).observed.unwrap();
    for (address, chain, observed) in [
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", None, "Tron Base58Check: TR7NHqje...zgjLj6t (usdt-tron)"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", Some("tron"), "Bitcoin P2WPKH: bc1qw508...kv8f3t4"),
        ("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", None, "0x5AAeb6...f1BeAed: EIP-55, checksum"),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", None, "0x5aAeb6...Ef1BeAe: 39/40"),
        ("0x5аAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", None, "0x5аAeb6...f1BeAed: U+0430"),
        ("DE8937040044053201300", None, "DE893704...53201300: 21/22"),
        ("TUypRbajp5NxbjSotQ UaZydFgdpT9KSUy1", None, "TUypRbaj...T9KSUy1: U+0020"),
        ("0x5aAe...eAed", None, "0x5aAe...eAed: ..."),
    ] {
        let (begin, end) = observed.split_once("...").unwrap();
        let observed_here = seen(address, chain);
        assert!(observed_here.starts_with(begin) && observed_here.ends_with(end), "{observed_here}");
    }
    let long = judge(&"钱包\u{1b}[2J".repeat(4000), None).observed.unwrap();
    assert!(long.chars().count() < 60 && !long.contains('\u{1b}'), "{long}");
}

#[test]
fn what_cannot_be_judged_is_unknown() {
    let unknown = judge("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Some("aptos"));
    assert_eq!((key(&unknown), reason(&unknown)), ("unknown", Some("probe-chain-not-known")));
    assert_eq!(reason(&judge(" \u{200b}", None)), Some("probe-input-missing"));
}

/// An address in a form that has a checksum, written by other programs than ours.
fn with_checksum() -> impl Strategy<Value = String> {
    let base58 = (prop::sample::select(&[0x00_u8, 0x05, 0x41, 0x30][..]), any::<[u8; 20]>())
        .prop_map(|(version, bytes)| encode([&[version], bytes.as_slice()].concat()).with_check().into_string());
    let ripple = any::<[u8; 20]>().prop_map(|bytes| {
        encode([&[0], bytes.as_slice()].concat()).with_alphabet(bs58::Alphabet::RIPPLE).with_check().into_string()
    });
    let segwit = (any::<bool>(), any::<[u8; 32]>()).prop_map(|(taproot, bytes)| {
        let (version, program) = if taproot { (1, bytes.as_slice()) } else { (0, &bytes[..20]) };
        let version = bech32::Fe32::try_from(version).unwrap();
        bech32::segwit::encode(bech32::Hrp::parse("bc").unwrap(), version, program).unwrap()
    });
    let stellar = any::<[u8; 32]>().prop_map(|key| {
        let bytes = [&[6 << 3], key.as_slice()].concat();
        digits(&[&bytes[..], &crc16(&bytes).to_le_bytes()].concat(), 5, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    });
    let ton = any::<[u8; 32]>().prop_map(|hash| {
        let bytes = [&[0x51, 0], hash.as_slice()].concat();
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        digits(&[&bytes[..], &crc16(&bytes).to_be_bytes()].concat(), 6, alphabet)
    });
    prop_oneof![base58, ripple, segwit, stellar, ton]
}

/// The writer's side of base 32 and 64, bit by bit.
fn digits(bytes: &[u8], width: usize, alphabet: &[u8]) -> String {
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let digit = |bits: &[u8]| char::from(alphabet[bits.iter().fold(0, |sum, bit| sum * 2 + usize::from(*bit))]);
    bits.chunks(width).map(digit).collect()
}

/// The writer's side of CRC-16/XMODEM, by division of polynomials.
fn crc16(bytes: &[u8]) -> u16 {
    let mut rest: u32 = 0;
    for byte in bytes.iter().chain(&[0, 0]) {
        for bit in (0..8).rev() {
            rest = rest << 1 | u32::from(byte >> bit & 1);
            rest ^= if rest & 0x1_0000 == 0 { 0 } else { 0x1_1021 };
        }
    }
    u16::try_from(rest).unwrap()
}

/// A letter or digit.
fn sign() -> impl Strategy<Value = char> {
    prop::sample::select("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".chars().collect::<Vec<_>>())
}

fn changed(text: &str, at: usize, sign: char) -> String {
    let mut signs: Vec<char> = text.chars().collect();
    let at = at % signs.len();
    signs[at] = sign;
    signs.into_iter().collect()
}

fn swapped(text: &str, at: usize) -> String {
    let mut signs: Vec<char> = text.chars().collect();
    let at = at % (signs.len() - 1);
    signs.swap(at, at + 1);
    signs.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(256)) })]

    #[test]
    fn one_wrong_character_shows(address in with_checksum(), at in any::<usize>(), sign in sign()) {
        prop_assert!(is_valid(&address), "{}", address);
        let changed = changed(&address, at, sign);
        prop_assert!(changed == address || !is_valid(&changed), "{} {}", address, changed);
    }

    #[test]
    fn swapped_neighbours_show(address in with_checksum(), at in any::<usize>()) {
        let swapped = swapped(&address, at);
        prop_assert!(swapped == address || !is_valid(&swapped), "{} {}", address, swapped);
    }

    /// A figure against a figure or a letter against a letter, and neighbours of one sort: what modulo 97 finds. A figure
    /// against a letter changes how long the number is, and 1 of 97 of those is not found.
    #[test]
    fn a_wrong_figure_of_an_account_shows(line in any::<usize>(), at in any::<usize>(), digit in "[0-9]", letter in "[A-Z]") {
        let all: Vec<&str> = LINES.lines().filter(|line| line.starts_with("valid\tiban")).collect();
        let iban = all[line % all.len()].rsplit('\t').next().unwrap();
        let at = 4 + at % (iban.len() - 5);
        let is_figure = |at: usize| iban.as_bytes()[at].is_ascii_digit();
        let changed = changed(iban, at, if is_figure(at) { &digit } else { &letter }.chars().next().unwrap());
        prop_assert!(changed == iban || !is_valid(&changed), "{}", changed);
        if is_figure(at) == is_figure(at + 1) {
            let swapped = swapped(iban, at);
            prop_assert!(swapped == iban || !is_valid(&swapped), "{}", swapped);
        }
    }

    /// The size of a single letter is always found out; another digit in 1 of 2 to the number of letters is not.
    #[test]
    fn one_letter_of_the_wrong_size_shows(line in 0..4_usize, at in any::<usize>()) {
        let all: Vec<&str> = LINES.lines().filter(|line| line.starts_with("valid\tethereum")).collect();
        let address = all[line].rsplit('\t').next().unwrap();
        let letters: Vec<usize> = (2..42).filter(|at| address.as_bytes()[*at].is_ascii_alphabetic()).collect();
        let at = letters[at % letters.len()];
        let sign = char::from(address.as_bytes()[at] ^ 0x20);
        prop_assert!(!is_valid(&changed(address, at, sign)));
    }

    #[test]
    fn letters_of_one_size_have_no_checksum(bytes in any::<[u8; 20]>()) {
        let small = bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        for address in [format!("0x{small}"), format!("0x{}", small.to_uppercase())] {
            prop_assert_eq!(key(&judge(&address, Some("ethereum"))).to_owned(), "no-checksum");
            prop_assert_eq!(key(&judge(&address, Some("tron"))).to_owned(), "wrong-chain");
        }
    }

    #[test]
    fn any_text_can_be_judged(text in "\\PC{0,60}", start in prop::sample::select(&["", "0x", "bc1", "T", "DE89", "EQ", "0:", "bitcoin:", "X", "addr1", "1"][..]), chain in "[a-z0-9-]{0,12}") {
        for text in [format!("{start}{text}"), text, start.to_owned()] {
            let _ = judge(&text, None);
            let _ = judge(&text, Some(&chain));
        }
    }
}

/// A changed digit of an address with a checksum of the EIP-55 kind is found out but for few.
#[test]
fn a_changed_digit_of_an_ethereum_address_nearly_always_shows() {
    let (mut tried, mut missed) = (0, 0);
    for line in LINES.lines().filter(|line| line.starts_with("valid\tethereum")) {
        let address = line.rsplit('\t').next().unwrap();
        for at in 2..42 {
            for sign in "0123456789abcdefABCDEF".chars() {
                let changed = changed(address, at, sign);
                tried += usize::from(changed != address);
                missed += usize::from(changed != address && is_valid(&changed));
            }
        }
    }
    println!("{missed} of {tried} changed digits are not found");
    assert!(tried > 3000 && missed * 500 < tried, "{missed} of {tried}");
}
