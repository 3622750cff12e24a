//! Keys in the wallet import format: what Bitcoin wallets export (Bitcoin wiki, "Wallet import format").

mod mini;
mod split;

use super::base58::run::{is_word, leads, runs};
use super::base58::{BITCOIN, is_digit};
use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;

/// The shortest and the longest that is taken for a key with a mistake in it.
const SHORTEST: usize = 49;
const LONGEST: usize = 53;

/// The lengths of a key: without and with the mark for a compressed public key.
const LENGTHS: [usize; 2] = [51, 52];

/// What people call it.
const CUES: [&str; 8] = ["wif", "private key", "privatekey", "private_key", "privkey", "私钥", "密钥", "秘钥"];

/// Finds keys in the wallet import format, of Bitcoin and of the coins that took it over.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let text = reading.text();
    split::find(text, &mut |range| report(range, Kind::PrivateKey, Confidence::Exact));
    mini::find(text, &mut |range| report(range, Kind::PrivateKey, Confidence::Exact));
    for run in runs(text, SHORTEST - 1, is_word) {
        let Some(token) = text.get(run.clone()) else { continue };
        let mut proven = false;
        for part in runs(token, LENGTHS[0], is_digit) {
            // Whole, or with something that touches it on one side: the letter of a `\n` in a log, a `%3A` of an address.
            let key = LENGTHS.into_iter().find_map(|length| {
                let starts = [Some(part.start), Some(part.start + 1), part.end.checked_sub(length)];
                let mut keys = starts.into_iter().flatten().map(|start| start..start + length);
                keys.find(|key| key.start >= part.start && token.as_bytes().get(key.clone()).is_some_and(is_key))
            });
            if let Some(key) = key {
                report(run.start + key.start..run.start + key.end, Kind::PrivateKey, Confidence::Exact);
                proven = true;
            }
        }
        if !proven && (is_nearly(token) || (is_like(token) && leads(reading.lower(), run.start, &CUES))) {
            report(run, Kind::PrivateKey, Confidence::Likely);
        }
    }
}

/// The first digits of every version byte in use: Bitcoin and its test network, Litecoin, Dogecoin, Dash, Mina.
const FIRST: &[u8] = b"5KL9c67TQXE";

/// A version byte, 32 bytes of key, perhaps the mark, and a checksum that is right. No address has as many bytes.
fn is_key(digits: &[u8]) -> bool {
    // Others need no arithmetic.
    let begins = digits.first().is_some_and(|first| FIRST.contains(first));
    begins && BITCOIN.checked(digits).is_some_and(|bytes| matches!(bytes.len(), 33 | 34))
}

/// The look of a key, with a mistake or a character too few or too many.
fn is_nearly(token: &str) -> bool {
    let lengths = match token.as_bytes() {
        [b'5', b'H' | b'J' | b'K', ..] | [b'9', ..] => 50..=52,
        [b'K' | b'L' | b'c', ..] => 51..=53,
        _ => return false,
    };
    lengths.contains(&token.len()) && is_like(token)
}

/// Letters of both cases and digits, as chance mixes them, with at most two characters that base58 does not have.
fn is_like(token: &str) -> bool {
    let count = |test: fn(u8) -> bool| token.bytes().filter(|byte| test(*byte)).count();
    (SHORTEST..=LONGEST).contains(&token.len())
        && count(|byte| byte.is_ascii_digit()) >= 2
        && count(|byte| byte.is_ascii_uppercase()) >= 6
        && count(|byte| byte.is_ascii_lowercase()) >= 6
        && count(|byte| !is_digit(byte)) <= 2
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Confidence, Kind, find};
    use proptest::prelude::any;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    /// The keys of the Bitcoin wiki's own examples, both forms, and one of the test network.
    const KEYS: [&str; 3] = [
        "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
        "KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617",
        "cMzLdeGd5vEqxB8B6VFQoRopQ3sLAAvEzDAoQgvX54xwofSWj1fx",
    ];

    fn found(text: &str) -> Vec<(String, Kind, Confidence)> {
        let all = find(text, TextFormat::Free);
        all.into_iter().map(|found| (text[found.span].to_owned(), found.kind, found.confidence)).collect()
    }

    #[test]
    fn finds_keys_with_and_without_mistakes() {
        for key in KEYS {
            for text in
                [key.to_owned(), format!("私钥{key}转不出来"), format!("p2wpkh:{key}"), format!("log\\n{key}\\n")]
            {
                assert_eq!(found(&text), [(key.to_owned(), Kind::PrivateKey, Confidence::Exact)], "{text}");
            }
            for broken in
                [format!("{}\n{}", &key[..26], &key[26..]), format!("{} {}\r\n{}", &key[..5], &key[5..10], &key[10..])]
            {
                let text = format!("could you change: {broken} nothing");
                assert_eq!(found(&text), [(broken, Kind::PrivateKey, Confidence::Exact)], "{text}");
            }
            let wrong = key.replacen('v', "w", 1);
            let short = &key[..key.len() - 1];
            let zero = key.replacen('x', "0", 1);
            for near in [wrong.as_str(), short, &zero] {
                let text = format!("I typed {near}, is it wrong?");
                assert_eq!(found(&text), [(near.to_owned(), Kind::PrivateKey, Confidence::Likely)], "{text}");
            }
        }
    }

    #[test]
    fn addresses_stay() {
        for text in [
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
            "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr",
            "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
            "4wBqpZM9xaSheZzJSMawUHDgZ7miWfSsxmfVF5jJpYP",
            "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPBbZ",
            "Keep calm and Like it: KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn finds_any_key_and_no_address(secret in any::<[u8; 32]>(), short in any::<bool>(), version in 0usize..4, head in "[ -~]{0,40}[ :\"]", tail in "([ ,.\"][ -~]{0,40})?") {
            let version = [0x80u8, 0xef, 0xb0, 0x9e][version];
            let mut bytes = [&[version], secret.as_slice()].concat();
            if !short {
                bytes.push(1);
            }
            let key = bs58::encode(bytes).with_check().into_string();
            let text = [head.as_str(), &key, &tail].concat();
            // Words before it can make a password of it and of what touches it.
            let whole = |(word, kind, confidence): &(String, Kind, Confidence)| match kind {
                Kind::PrivateKey => *word == key && *confidence == Confidence::Exact,
                kind => *kind == Kind::Password && word.contains(&key),
            };
            prop_assert!(found(&text).iter().any(whole));

            // Addresses have 20 bytes; a mistake in one makes no key of it.
            let mut address = bs58::encode([&[0u8], &secret[..20]].concat()).with_check().into_string();
            prop_assert_eq!(found(&address), []);
            let last = address.pop();
            address.push(if last == Some('2') { '3' } else { '2' });
            prop_assert_eq!(found(&address), []);
        }
    }
}
