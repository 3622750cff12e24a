//! Addresses in hexadecimal digits: Ethereum's, and Tron's as its programs write them.

use super::chain::Family;
use super::read::{Address, Flaw};
use sha3::{Digest, Keccak256};

/// The digits of 20 bytes, and those of the hash of a transaction.
const DIGITS: usize = 40;
const HASH: usize = 64;

/// Reads an address in hexadecimal digits; `None`: there is something else.
pub(super) fn read(text: &str) -> Option<Result<Address, Flaw>> {
    let prefixed = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    let digits = prefixed.unwrap_or(text);
    if let Some(sign) = digits.chars().find(|sign| !sign.is_ascii_hexdigit()) {
        return prefixed.is_some().then_some(Err(Flaw::Sign(sign)));
    }
    // Without the prefix, figures alone are the number of an order.
    if prefixed.is_none() && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        DIGITS => Some(ethereum(digits)),
        HASH => Some(Err(Flaw::Hash)),
        42 if digits.starts_with("41") => Some(Ok(Address {
            family: Family::Tron,
            form: "hex",
            payload: bytes(&digits[2..]),
            is_test: false,
            has_checksum: false,
        })),
        length => prefixed.map(|_| Err(Flaw::Length(length, DIGITS))),
    }
}

fn ethereum(digits: &str) -> Result<Address, Flaw> {
    let small = digits.to_ascii_lowercase();
    // All letters of one size carry no checksum (EIP-55).
    let has_checksum = digits != small && digits != digits.to_ascii_uppercase();
    if has_checksum && !is_checked(digits, &small) {
        return Err(Flaw::Checksum("EIP-55"));
    }
    let form = if has_checksum { "EIP-55" } else { "hex" };
    Ok(Address { family: Family::Evm, form, payload: bytes(digits), is_test: false, has_checksum })
}

/// Whether each letter is a capital where the hash of the small ones has a digit of at least 8 (EIP-55).
fn is_checked(digits: &str, small: &str) -> bool {
    let hash = Keccak256::digest(small.as_bytes());
    digits.bytes().enumerate().all(|(at, digit)| {
        let half = hash.get(at / 2).map_or(0, |byte| if at % 2 == 0 { byte >> 4 } else { byte & 0xf });
        digit.is_ascii_digit() || digit.is_ascii_uppercase() == (half >= 8)
    })
}

/// What the digits stand for.
pub(super) fn bytes(digits: &str) -> Vec<u8> {
    let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok()).unwrap_or(0);
    digits.as_bytes().chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | value(*digit))).collect()
}
