//! Are two addresses the same: spellings of one, and addresses that only look like one another.

use super::{call, key, reason, world};
use crate::harness::cases;
use proptest::prelude::*;
use walletfix::flow::probe::{Finding, ProbeKind};
use walletfix::probe::check;

fn compare(a: &str, b: &str) -> Finding {
    check(&call("same", ProbeKind::SameAddress, 5000, &[("a", a), ("b", b)]), &world(&[], "2026-11-21T02:00:00Z"))
}

const ETHEREUM: &str = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const TRON: &str = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
const SEGWIT: &str = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

#[test]
fn spellings_of_one_address() {
    for (a, b) in [
        (ETHEREUM, "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
        (ETHEREUM, "5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"),
        (ETHEREUM, " 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed。"),
        (ETHEREUM, "ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed@1?value=1"),
        (TRON, "41a614f803b6fd780986a42c78ec9c7f77e6ded13c"),
        (SEGWIT, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"),
        ("DE89 3704 0044 0532 0130 00", "de89370400440532013000"),
        (
            "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs",
            "0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe",
        ),
        ("not an address", "not an address"),
    ] {
        assert_eq!(key(&compare(a, b)), "same", "{a} {b}");
        assert_eq!(key(&compare(b, a)), "same", "{b} {a}");
    }
}

#[test]
fn addresses_that_a_glance_takes_for_another() {
    for (a, b) in [
        // Equal ends, as poisoned histories have them.
        (ETHEREUM, "0x5aAe1111222233334444555566667777888BeAed"),
        (TRON, "TR7NHxx9fP2sVqkWmBcDyE3aHnLtRuZ5Gj1Lj6t"),
        (SEGWIT, "bc1qw50rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr8f3t4"),
        // The last characters alone.
        (TRON, "TXkWmBcDyE3aHnLtRuZ5Gj1P2sVqzgjLj6t"),
        // One character, or the size of one where that matters.
        (TRON, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T"),
        (TRON, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6"),
        (ETHEREUM, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe1"),
        (ETHEREUM, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeaED"),
        // Letters of another script.
        (TRON, "ТR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
        (ETHEREUM, "0x5aАeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
        ("DE89370400440532013000", "DE89370400440532013001"),
        // What begins as addresses of another chain do, by chance: no less of it is its own.
        ("TB19ma1m1AJ1ma1JAaJmPaP1AJJAmA1aJP", "TB19mAPPmPA1aAaPJmJPPmJaJPmJ1ma1aJP"),
        ("TB1q7HxkWmBcDyE3aHnLtRuZ5Gj1P2sVqm", "TB1qxx9fP2sVqkWmBcDyE3aHnLtRuZ52sVqm"),
        ("oX1f7HxkWmBcDyE3aHnLtRuZ5Gj1P2sVqm", "oX1fxx9fP2sVqkWmBcDyE3aHnLtRuZ52sVqm"),
        (SEGWIT, "bc1qw508D6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
        (SEGWIT, "bc1qw50Drrrrrrrrrrrrrrrrrrrrrrrrrrrrrr8f3t4"),
    ] {
        // EIP-55 lets nobody but programs tell sizes apart: what is not checked is no spelling of it.
        assert_eq!(key(&compare(a, b)), "look-alike", "{a} {b}");
        assert_eq!(key(&compare(b, a)), "look-alike", "{b} {a}");
    }
    let seen = compare(TRON, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T").observed;
    assert_eq!(seen.as_deref(), Some("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t / TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T"));
}

#[test]
fn different_addresses() {
    for (a, b) in [
        (ETHEREUM, "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"),
        (ETHEREUM, TRON),
        (TRON, "TUypRbajp5NxbjSotQUaZydFgdpT9KSUy1"),
        (SEGWIT, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"),
        (ETHEREUM, "alice"),
        ("a", "b"),
    ] {
        assert_eq!(key(&compare(a, b)), "different", "{a} {b}");
    }
}

#[test]
fn a_shortened_address_proves_no_more_than_a_difference() {
    for short in ["0x5aAe...eAed", "0x5AAEB6…1BEAED", "0x5aAeb****eAed"] {
        let finding = compare(ETHEREUM, short);
        assert_eq!((key(&finding), reason(&finding)), ("unknown", Some("probe-address-shortened")), "{short}");
    }
    assert_eq!(key(&compare("TR7N...Lj6t", "TR7N...Lj6t")), "unknown");
    // The same account of TON, as two wallets show it: the flag in front and the checksum behind differ.
    let ton = "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs";
    for short in ["EQCxE6...Id_sDs", "UQCxE6...Id_p0p", "UQCx...p0p"] {
        assert_eq!((key(&compare(ton, short)), key(&compare(short, ton))), ("unknown", "unknown"), "{short}");
    }
    assert_eq!(key(&compare(ton, "UQDxE6...Id_p0p")), "different");
    assert_eq!(key(&compare(ton, "EQCxE6...Id_p0p")), "different");
    assert_eq!(key(&compare(ETHEREUM, "0x5aAe...eAee")), "different");
    assert_eq!(reason(&compare(ETHEREUM, " ")), Some("probe-input-missing"));
}

/// The result, on its own.
fn result(a: &str, b: &str) -> String {
    key(&compare(a, b)).to_owned()
}

fn hex(bytes: [u8; 20]) -> String {
    bytes.iter().fold("0x".to_owned(), |text, byte| format!("{text}{byte:02x}"))
}

fn base58(bytes: [u8; 20]) -> String {
    bs58::encode([&[0x41], bytes.as_slice()].concat()).with_check().into_string()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(256)) })]

    #[test]
    fn every_address_is_itself_and_no_other(a in any::<[u8; 20]>(), b in any::<[u8; 20]>()) {
        prop_assume!(a != b);
        for write in [hex, base58] {
            let (x, y) = (write(a), write(b));
            prop_assert_eq!(&*result(&x, &x), "same");
            prop_assert_ne!(&*result(&x, &y), "same");
            prop_assert_eq!(&*result(&x, &y), &*result(&y, &x));
        }
        prop_assert_eq!(&*result(&hex(a), &hex(a).to_uppercase()), "same");
        prop_assert_eq!(&*result(&hex(a), &base58(a)), "different");
    }

    /// What people compare is the first and last four to six characters; with those equal, no other address passes.
    #[test]
    fn equal_ends_alone_are_an_alarm(first in "[1-9A-HJ-NP-Za-km-z]", a in "[1-9A-HJ-NP-Za-km-z]{33}", middle in "[1-9A-HJ-NP-Za-km-z]{25}", head in 4..=6_usize, tail in 4..=6_usize) {
        let body = &a[..];
        let other = format!("{}{}{}", &body[..head], &middle[..33 - head - tail], &body[33 - tail..]);
        prop_assume!(body != other);
        prop_assert_eq!(&*result(&format!("{first}{body}"), &format!("{first}{other}")), "look-alike");
    }

    #[test]
    fn one_changed_character_is_seen(bytes in any::<[u8; 20]>(), at in 1..34_usize, sign in "[1-9A-HJ-NP-Za-km-z]") {
        let address = base58(bytes);
        let mut other = address.clone();
        other.replace_range(at..=at, &sign);
        prop_assert_eq!(&*result(&address, &other), if address == other { "same" } else { "look-alike" });
    }

    #[test]
    fn any_two_texts_can_be_compared(a in "\\PC{0,40}", b in "\\PC{0,40}", gap in "(\\.\\.\\.|…|)") {
        for (x, y) in [(a.clone(), b.clone()), (format!("{a}{gap}{b}"), format!("0x{b}{gap}{a}")), (a.clone(), a.clone())] {
            let (one, two) = (compare(&x, &y), compare(&y, &x));
            prop_assert_eq!(key(&one), key(&two));
        }
    }
}
