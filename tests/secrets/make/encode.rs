//! Encodings and check digits, each by its own standard.

use std::fmt::Write;

/// Bytes as lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

/// Bits in groups of `width` as characters of an alphabet, the last group filled up with zeros.
fn in_alphabet(bytes: &[u8], width: usize, alphabet: &str) -> String {
    let alphabet: Vec<char> = alphabet.chars().collect();
    let bits: Vec<usize> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| usize::from(byte >> bit & 1))).collect();
    bits.chunks(width)
        .map(|chunk| chunk.iter().fold(0, |value, bit| value << 1 | bit) << (width - chunk.len()))
        .map(|value| alphabet[value])
        .collect()
}

/// Base64 with padding (RFC 4648).
pub(crate) fn base64(bytes: &[u8]) -> String {
    let mut out = in_alphabet(bytes, 6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    while !out.len().is_multiple_of(4) {
        out.push('=');
    }
    out
}

/// Base64 for addresses, without padding (RFC 4648, section 5).
pub(crate) fn base64_url(bytes: &[u8]) -> String {
    in_alphabet(bytes, 6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}

/// Base32 without padding (RFC 4648).
pub(crate) fn base32(bytes: &[u8]) -> String {
    in_alphabet(bytes, 5, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
}

const BECH32: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// A version-0 witness address (BIP-173).
pub(crate) fn segwit(prefix: &str, program: &[u8]) -> String {
    let body = format!("q{}", in_alphabet(program, 5, BECH32));
    let values =
        |text: &str| text.chars().map(|character| u32::try_from(BECH32.find(character).unwrap()).unwrap()).collect();
    let mut all: Vec<u32> = prefix.bytes().map(|byte| u32::from(byte >> 5)).collect();
    all.push(0);
    all.extend(prefix.bytes().map(|byte| u32::from(byte & 31)));
    all.extend::<Vec<u32>>(values(&body));
    all.extend([0; 6]);
    let sum = polymod(&all) ^ 1;
    let check: String = (0..6).map(|at| BECH32.chars().nth((sum >> (5 * (5 - at)) & 31) as usize).unwrap()).collect();
    format!("{prefix}1{body}{check}")
}

fn polymod(values: &[u32]) -> u32 {
    let mut sum: u32 = 1;
    for value in values {
        let top = sum >> 25;
        sum = (sum & 0x01ff_ffff) << 5 ^ value;
        for (bit, generator) in
            [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3].into_iter().enumerate()
        {
            if top >> bit & 1 == 1 {
                sum ^= generator;
            }
        }
    }
    sum
}

/// The digit that makes a number right (ISO/IEC 7812-1, Luhn).
pub(crate) fn luhn(digits: &str) -> char {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u32::from(digit - b'0') * if at.is_multiple_of(2) { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap()
}

/// The check character of 17 digits (GB 11643-1999, ISO 7064 MOD 11-2).
pub(crate) fn identity_check(digits: &str) -> char {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    b"10X98765432"[(sum % 11) as usize].into()
}

/// An IBAN with its check digits (ISO 13616, ISO 7064 MOD 97-10).
pub(crate) fn iban(country: &str, account: &str) -> String {
    let rest = remainder_97(&format!("{account}{country}00"));
    format!("{country}{:02}{account}", 98 - rest)
}

/// Letters count from ten; the number modulo 97.
pub(crate) fn remainder_97(text: &str) -> u32 {
    text.chars().fold(0, |rest, character| {
        let value = character.to_digit(36).unwrap();
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    })
}
