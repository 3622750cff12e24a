//! Base58 and Base58Check, the writing of keys that Bitcoin began (Bitcoin wiki, "Base58Check encoding").

pub(super) mod run;

use sha2::{Digest, Sha256};

/// The longest text that is decoded: extended keys have 112 characters. Decoding takes the square of the length.
const LONGEST: usize = 128;

/// The bytes of a checksum.
const CHECKSUM: usize = 4;

/// Not a digit.
const NONE: u8 = u8::MAX;

/// The 58 digits in their order.
pub(crate) struct Alphabet {
    values: [u8; 128],
}

/// The digits of Bitcoin: no `0`, `O`, `I`, `l`.
pub(crate) static BITCOIN: Alphabet = Alphabet::new(b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");

/// The same digits in the order of the XRP Ledger (xrpl.org, "base58 Encodings").
pub(crate) static RIPPLE: Alphabet = Alphabet::new(b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

impl Alphabet {
    const fn new(digits: &[u8; 58]) -> Self {
        let mut values = [NONE; 128];
        let mut value: u8 = 0;
        while value < 58 {
            values[digits[value as usize] as usize] = value;
            value += 1;
        }
        Self { values }
    }

    fn value(&self, digit: u8) -> Option<u8> {
        self.values.get(usize::from(digit)).copied().filter(|value| *value != NONE)
    }

    /// The bytes that the digits stand for; `None` for other characters and for very long texts.
    pub(crate) fn decode(&self, digits: &[u8]) -> Option<Vec<u8>> {
        if digits.len() > LONGEST {
            return None;
        }
        let mut bytes: Vec<u8> = Vec::with_capacity(digits.len());
        for digit in digits {
            let mut carry = u32::from(self.value(*digit)?);
            for byte in &mut bytes {
                carry += u32::from(*byte) * 58;
                *byte = low_byte(carry);
                carry >>= 8;
            }
            while carry > 0 {
                bytes.push(low_byte(carry));
                carry >>= 8;
            }
        }
        // Each leading zero byte is written as the first digit.
        let zeros = digits.iter().take_while(|digit| self.value(**digit) == Some(0)).count();
        bytes.resize(bytes.len() + zeros, 0);
        bytes.reverse();
        Some(bytes)
    }

    /// The bytes without the checksum, where that is right: the first four bytes of SHA-256 taken twice.
    pub(crate) fn checked(&self, digits: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = self.decode(digits)?;
        let (payload, checksum) = bytes.split_last_chunk::<CHECKSUM>()?;
        let twice = Sha256::digest(Sha256::digest(payload));
        let payload = payload.len();
        if !twice.starts_with(checksum) {
            return None;
        }
        bytes.truncate(payload);
        Some(bytes)
    }
}

/// Whether a character is one of the 58.
pub(super) fn is_digit(byte: u8) -> bool {
    BITCOIN.value(byte).is_some()
}

fn low_byte(number: u32) -> u8 {
    u8::try_from(number & 0xff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::BITCOIN;
    use proptest::collection::vec;
    use proptest::prelude::any;
    use proptest::{prop_assert_eq, proptest};

    #[test]
    fn what_is_no_base58_is_none() {
        for text in ["0", "abc l", "私钥", &"z".repeat(500)] {
            assert_eq!(BITCOIN.decode(text.as_bytes()), None, "{text}");
        }
        assert_eq!(BITCOIN.checked(b"1"), None);
    }

    proptest! {
        #[test]
        fn reads_what_another_program_writes(bytes in vec(any::<u8>(), 0..70)) {
            let plain = bs58::encode(&bytes).into_string();
            prop_assert_eq!(BITCOIN.decode(plain.as_bytes()), Some(bytes.clone()));
            let checked = bs58::encode(&bytes).with_check().into_string();
            prop_assert_eq!(BITCOIN.checked(checked.as_bytes()), Some(bytes));
        }
    }
}
