//! Secret seeds of Stellar (SEP-23): `S` and 55 more of base32, with a CRC-16. Accounts are written alike.

use super::super::Confidence;

/// A seed: one version byte, 32 bytes, two of checksum.
const LENGTH: usize = 56;

/// The version byte of a seed, which reads as `S`.
const VERSION: u8 = 18 << 3;

/// How sure it is that a word is a seed; `None` if it is none.
pub(super) fn seed(word: &str) -> Option<Confidence> {
    if !word.starts_with('S') {
        return None;
    }
    let digits = word.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'2'..=b'7'));
    if word.len() == LENGTH && digits {
        // The first letter and two bits of the second are the version.
        let version = decode(word).first() == Some(&VERSION);
        let proven = version && strkey(word).is_some();
        return if proven { Some(Confidence::Exact) } else { version.then_some(Confidence::Likely) };
    }
    let near = (LENGTH - 1..=LENGTH + 1).contains(&word.len());
    let digit = word.bytes().any(|byte| byte.is_ascii_digit());
    (near && digits && digit && matches!(word.as_bytes().get(1), Some(b'A'..=b'D'))).then_some(Confidence::Likely)
}

/// The version byte and what follows it, where the checksum of such a key or account is right.
pub(crate) fn strkey(word: &str) -> Option<Vec<u8>> {
    if !word.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'2'..=b'7')) {
        return None;
    }
    let mut bytes = decode(word);
    let checksum = crc16(bytes.get(..bytes.len().checked_sub(2)?)?);
    let given = bytes.split_off(bytes.len() - 2);
    (given == checksum.to_le_bytes()).then_some(bytes)
}

/// Base32 (RFC 4648) without padding.
fn decode(word: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(word.len() * 5 / 8);
    let mut held: u32 = 0;
    let mut bits = 0;
    for digit in word.bytes() {
        let value = if digit.is_ascii_digit() { digit - b'2' + 26 } else { digit - b'A' };
        held = (held << 5 | u32::from(value)) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap_or_default());
        }
    }
    bytes
}

/// CRC-16/XMODEM.
pub(crate) fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte) << 8, |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 })
    })
}

#[cfg(test)]
mod tests {
    use super::{VERSION, crc16, seed};
    use crate::flow::step::TextFormat;
    use crate::secrets::{Confidence, find};
    use proptest::prelude::any;
    use proptest::{prop_assert_eq, proptest};

    /// The writer's side, apart from the reader above: bit by bit.
    fn encode(version: u8, secret: [u8; 32]) -> String {
        let mut bytes = [&[version], secret.as_slice()].concat();
        bytes.extend(crc16(&bytes).to_le_bytes());
        let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
        let digit = |five: &[u8]| {
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[usize::from(five.iter().fold(0, |sum, bit| sum * 2 + bit))]
        };
        bits.chunks(5).map(|five| char::from(digit(five))).collect()
    }

    #[test]
    fn reads_the_seed_of_the_standard() {
        // SEP-23 gives this public key, SEP-5 this seed.
        assert_eq!(crc16(b"123456789"), 0x31c3);
        assert_eq!(seed("SBGWSG6BTNCKCOB3DIFBGCVMUPQFYPA2G4O34RMTB343OYPXU5DJDVMN"), Some(Confidence::Exact));
        assert_eq!(seed("SBGWSG6BTNCKCOB3DIFBGCVMUPQFYPA2G4O34RMTB343OYPXU5DJDVMM"), Some(Confidence::Likely));
        assert_eq!(seed("GDRXE2BQUC3AZNPVFSCEZ76NJ3WWL25FYFK6RGZGIEKWE4SOOHSUJUJ6"), None);
    }

    proptest! {
        #[test]
        fn finds_any_seed_and_no_address(secret in any::<[u8; 32]>()) {
            let key = encode(VERSION, secret);
            let text = format!("种子{key}，");
            let all = find(&text, TextFormat::Free);
            prop_assert_eq!(all.iter().map(|found| (&text[found.span.clone()], found.confidence)).collect::<Vec<_>>(), [(key.as_str(), Confidence::Exact)]);
            prop_assert_eq!(find(&encode(6 << 3, secret), TextFormat::Free), []);
        }
    }
}
