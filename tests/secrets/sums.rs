//! What the tables promise is so: checksums are tried by other code than made them.

use super::corpus::{benign, secrets};
use super::make::encode::{identity_check, remainder_97};
use bip39::{Language, Mnemonic};
use unicode_normalization::UnicodeNormalization as _;
use walletfix::secrets::Kind;

/// The Luhn test by its definition, from the right.
fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, u32::from(digit - b'0')) {
            (0, value) => value,
            (_, value @ 0..=4) => value * 2,
            (_, value) => value * 2 - 9,
        })
        .sum();
    sum.is_multiple_of(10)
}

fn is_a_phrase(core: &str) -> bool {
    let core: String = core.trim().nfkd().collect();
    Language::ALL.iter().any(|language| Mnemonic::parse_in_normalized(*language, &core).is_ok())
}

#[test]
fn exact_secrets_have_right_checksums() {
    let mut tried = 0;
    // The held tables were made and verified elsewhere, and some of their secrets are damaged on purpose.
    for secret in secrets().into_iter().filter(|secret| !secret.place.contains("/held-")) {
        let core = &secret.core;
        let right = match secret.kind {
            Kind::RecoveryPhrase => is_a_phrase(core) || !secret.exact,
            Kind::Card => core.bytes().all(|byte| byte.is_ascii_digit()) && passes_luhn(core) == secret.exact,
            Kind::IdNumber if secret.exact => {
                core.len() == 18 && core.to_uppercase().ends_with(identity_check(&core[..17]))
            }
            Kind::BankAccount if secret.exact => remainder_97(&format!("{}{}", &core[4..], &core[..4])) == 1,
            Kind::PrivateKey => match core.len() {
                51..=52 | 111 => bs58::decode(core).with_check(None).into_vec().is_ok(),
                87..=88 => bs58::decode(core).into_vec().is_ok_and(|key| key.len() == 64),
                64 => core.bytes().all(|byte| byte.is_ascii_hexdigit()),
                _ => secret.text.contains('['),
            },
            _ => continue,
        };
        assert!(right, "{}: {core}", secret.place);
        tried += 1;
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn innocent_sentences_pass_for_phrases() {
    let (mut chinese, mut english, mut cards) = (0, 0, 0);
    for benign in benign() {
        let han: String = benign.text.chars().filter(|character| !"，。！".contains(*character)).collect();
        chinese += usize::from(super::make::prose::passes_for_a_phrase(&han));
        english += usize::from(super::make::prose::longest_row(&benign.text) >= 8);
        let digits: String = benign.text.chars().filter(char::is_ascii_digit).collect();
        cards += usize::from(digits.len() > 15 && digits.len() < 20 && passes_luhn(&digits));
    }
    assert!(chinese >= 40, "{chinese} Chinese sentences with a right checksum");
    assert!(english >= 24, "{english} English sentences with eight list words in a row");
    assert!(cards >= 10, "{cards} numbers that pass for cards");
}
