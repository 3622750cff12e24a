//! Keys that name themselves: the xprv family, BIP-38, and the secret keys and seeds of Cardano, Nostr, Stellar, XRP and
//! others.

pub(crate) mod stellar;

use super::base58::run::{is_word, leads, runs};
use super::base58::{BITCOIN, RIPPLE, is_digit};
use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;

/// The secret halves of the extended keys of BIP-32, SLIP-132 and Litecoin. The public ones (`xpub`) move no money.
const EXTENDED: [&str; 12] =
    ["xprv", "yprv", "zprv", "Yprv", "Zprv", "tprv", "uprv", "vprv", "Uprv", "Vprv", "Ltpv", "Mtpv"];

/// The length of an extended key, and of a part of one that is worth hiding.
const EXTENDED_LENGTH: usize = 111;
const EXTENDED_PART: usize = 40;

/// Names of secret keys in Bech32 (BIP-173), with the `1` behind: Cardano (CIP-5), Nostr (NIP-19, NIP-49), age, Sui, Zcash.
const BECH32: [&str; 14] = [
    "_xsk1",
    "_sk1",
    "_esk1",
    "ed25519_sk1",
    "ed25519e_sk1",
    "ed25519bip32_sk1",
    "xprv1",
    "nsec1",
    "ncryptsec1",
    "age-secret-key-1",
    "suiprivkey1",
    "secret-extended-key-main1",
    "secret-spending-key-main1",
    "root_xprv1",
];

/// The fewest characters behind such a name.
const BECH32_BODY: usize = 40;

/// What people call a seed.
const CUES: [&str; 8] = ["seed", "secret", "private key", "secret key", "私钥", "密钥", "种子", "秘钥"];

/// Finds keys that name themselves.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let text = reading.text();
    let mut after = 0;
    for run in runs(text, SHORTEST, is_word) {
        if run.start >= after {
            after = find_extended(text, run.start, run.end, report);
        }
        if run.start < after {
            continue;
        }
        let Some(token) = text.get(run.clone()) else { continue };
        // A log writes a line break as `\n`, and the letter touches the key.
        let proven =
            [0, 1].into_iter().find_map(|start| Some((start, checked_length(token.as_bytes().get(start..)?)?)));
        if let Some((start, length)) = proven {
            report(run.start + start..run.start + start + length, Kind::PrivateKey, Confidence::Exact);
            continue;
        }
        if let Some(confidence) = stellar::seed(token) {
            report(run.clone(), Kind::PrivateKey, confidence);
        } else if is_nearly(token) || (is_like_seed(token) && leads(reading.lower(), run.start, &CUES)) {
            report(run, Kind::PrivateKey, Confidence::Likely);
        }
    }
    find_bech32(reading, report);
}

/// The shortest of them, the seed of an XRP account.
const SHORTEST: usize = 28;

/// An extended key that begins in a word; the end of what was reported, or the beginning of the word.
fn find_extended(text: &str, from: usize, end: usize, report: &mut Report<'_>) -> usize {
    let word = text.get(from..end).unwrap_or_default();
    let Some(start) = EXTENDED.iter().filter_map(|name| word.find(name)).min() else { return from };
    // Inside a longer word the four letters may be chance; a letter before them may be that of a `\n`.
    let inside = start > 1;
    let start = from + start;
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    // A terminal breaks a key of 111 characters in two lines; the checksum says whether the rest belongs to it.
    let mut digits: Vec<u8> = Vec::with_capacity(EXTENDED_LENGTH + 1);
    let mut whole = None;
    let mut joined = 0;
    for (at, byte) in bytes.iter().enumerate().take(EXTENDED_LENGTH * 2) {
        if is_digit(*byte) {
            digits.push(*byte);
        } else if !byte.is_ascii_whitespace() && *byte != b'\\' {
            break;
        }
        if joined == 0 && bytes.get(at + 1).is_none_or(|next| !is_digit(*next)) {
            joined = at + 1;
        }
        if is_digit(*byte) && digits.len() >= EXTENDED_LENGTH && BITCOIN.checked(&digits).is_some() {
            whole = Some(at + 1);
            break;
        }
        if digits.len() > EXTENDED_LENGTH {
            break;
        }
    }
    let length = whole.unwrap_or(joined);
    if length < EXTENDED_PART || (inside && whole.is_none()) {
        return from;
    }
    let sure = if length >= 100 { Confidence::Exact } else { Confidence::Likely };
    report(start..start + length, Kind::PrivateKey, sure);
    start + length
}

/// The length of the key that begins here, if its checksum is right: BIP-38, or the seed of an XRP account.
fn checked_length(rest: &[u8]) -> Option<usize> {
    /// Both kinds of BIP-38: with and without multiplication.
    const BIP38: [[u8; 2]; 2] = [[1, 0x42], [1, 0x43]];
    /// `s` for secp256k1, `sEd` for Ed25519 (xrpl.org, "Cryptographic Keys").
    const SEEDS: [(usize, &[u8]); 3] = [(29, &[0x21]), (31, &[1, 0xe1, 0x4b]), (28, &[0x21])];
    if rest.starts_with(b"6P") {
        let bytes = BITCOIN.checked(rest.get(..58)?)?;
        return (bytes.len() == 39 && BIP38.iter().any(|version| bytes.starts_with(version))).then_some(58);
    }
    if !rest.starts_with(b"s") {
        return None;
    }
    let is_seed = |(length, version): &(usize, &[u8])| {
        let bytes = rest.get(..*length).and_then(|digits| RIPPLE.checked(digits));
        bytes.is_some_and(|bytes| bytes.len() == version.len() + 16 && bytes.starts_with(version))
    };
    SEEDS.iter().find(|seed| is_seed(seed)).map(|(length, _)| *length)
}

/// A key of BIP-38 or Tezos with a mistake in it, or one of EOS, which has a checksum of another kind.
fn is_nearly(token: &str) -> bool {
    let base58 = token.bytes().filter(|byte| !is_digit(*byte)).count() <= 2;
    let long = match token.as_bytes() {
        [b'6', b'P', ..] => 57..=59,
        [b'e', b'd', b's', b'k', ..] => 53..=99,
        _ => return false,
    };
    base58 && long.contains(&token.len())
}

/// The look of an XRP seed.
fn is_like_seed(token: &str) -> bool {
    token.starts_with('s')
        && (28..=32).contains(&token.len())
        && token.bytes().all(is_digit)
        && token.bytes().any(|byte| byte.is_ascii_digit())
        && token.bytes().any(|byte| byte.is_ascii_uppercase())
}

fn find_bech32(reading: &Reading<'_>, report: &mut Report<'_>) {
    let belongs = |byte: u8| is_word(byte) || byte == b'_' || byte == b'-';
    for run in runs(reading.lower(), BECH32_BODY, belongs) {
        let Some(token) = reading.lower().get(run.clone()) else { continue };
        let name = BECH32.iter().find_map(|name| Some((*name, token.find(name)?)));
        let other = ["pvt_k1_", "pvt_r1_"].iter().find_map(|name| Some((*name, token.find(name)?)));
        let Some((name, at)) = name.or(other) else { continue };
        let body = token.get(at + name.len()..).unwrap_or_default();
        let length = body.bytes().take_while(|byte| is_word(*byte)).count();
        if length < BECH32_BODY || !body.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        // The name of a Cardano key begins before the part that all of them share.
        let head = token.get(..at).unwrap_or_default();
        let start =
            at - if name.starts_with('_') { head.bytes().rev().take_while(|byte| is_word(*byte)).count() } else { 0 };
        report(run.start + start..run.start + at + name.len() + length, Kind::PrivateKey, Confidence::Exact);
    }
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::base58::RIPPLE;
    use crate::secrets::{Confidence, Kind, find};
    use proptest::prelude::any;
    use proptest::{prop_assert, prop_assert_eq, proptest};
    use sha2::{Digest, Sha256};

    /// From the test vectors of BIP-32.
    const XPRV: &str = "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi";
    const XPUB: &str = "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";
    /// From the test vectors of BIP-38, CIP-16's kind of spelling, NIP-19, SEP-23's alphabet and xrpl.org.
    const OTHERS: [&str; 5] = [
        "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
        "nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5",
        "addr_xsk1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5",
        "snoPBrXtMeMyMHUVTgbuqAfg1SUTb",
        "sEdTM1uX8pu2do5XvTnutH6HsouMaM2",
    ];

    fn found(text: &str) -> Vec<(String, Kind, Confidence)> {
        let all = find(text, TextFormat::Free);
        all.into_iter().map(|found| (text[found.span].to_owned(), found.kind, found.confidence)).collect()
    }

    #[test]
    fn finds_keys_that_name_themselves() {
        for key in [[XPRV].as_slice(), &OTHERS].concat() {
            for text in
                [key.to_owned(), format!("私钥{key}不行"), format!("I pasted '{key}', and"), format!("k={key}/0/1")]
            {
                assert_eq!(found(&text), [(key.to_owned(), Kind::PrivateKey, Confidence::Exact)], "{text}");
            }
        }
        let (head, tail) = XPRV.split_at(80);
        let broken = format!("{head}\n  {tail}");
        assert_eq!(found(&format!("{broken} see")), [(broken, Kind::PrivateKey, Confidence::Exact)]);
        assert_eq!(found(&format!("{} see", &XPRV[..105])).len(), 1);
        assert_eq!(found(&format!("{} see", &XPRV[..60])).len(), 1);
        assert_eq!(found(&OTHERS[0].replacen("6PR", "6PRx", 1)).len(), 1);
        assert_eq!(found("my secret is snoPBrXtMeMyMHUVTgbuqAfg1SUTc").len(), 1);
    }

    #[test]
    fn a_key_in_a_password_is_a_key() {
        for (head, value) in
            [("PW:", format!("a:{XPRV}")), ("PW:", format!("a:{XPRV}.A")), ("密码是 ", XPRV.to_owned())]
        {
            assert_eq!(found(&format!("{head}{value}")), [(value, Kind::PrivateKey, Confidence::Exact)]);
        }
    }

    #[test]
    fn what_is_public_stays() {
        for text in [
            XPUB,
            "snoPBrXtMeMyMHUVTgbuqAfg1SUTc",
            "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
            "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
            "npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg",
            "addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "4vetr45bGL6rjY3hoKhApPWZspCbpxVvhV5YC5STvprvSVpknXqGtoTjgfKvFyUpkyGDqokPqRSJegAPp",
            "xprv means an extended private key; never show it",
            "stake1u9ylzsgxaa6xctf4juup682ar3juj85n8tx3hthnljg47zctvm3rc",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    fn seed(version: &[u8], secret: &[u8; 16]) -> String {
        let mut bytes = [version, secret.as_slice()].concat();
        let sum = Sha256::digest(Sha256::digest(&bytes));
        bytes.extend(&sum[..4]);
        bs58::encode(bytes).with_alphabet(bs58::Alphabet::RIPPLE).into_string()
    }

    proptest! {
        #[test]
        fn finds_any_of_them(
            secret in any::<[u8; 16]>(),
            more in any::<[u8; 32]>(),
            chain in any::<[u8; 32]>(),
            head in "[ -~]{0,40}[ :\"]",
            tail in "([,.\"][ -~]{0,40})?",
        ) {
            for version in [[0x21].as_slice(), &[1, 0xe1, 0x4b]] {
                let key = seed(version, &secret);
                prop_assert!(RIPPLE.checked(key.as_bytes()).is_some());
                prop_assert_eq!(found(&format!("是{key}了")), [(key, Kind::PrivateKey, Confidence::Exact)]);
            }
            let versions: [[u8; 4]; 2] = [[0x04, 0x88, 0xad, 0xe4], [0x04, 0xb2, 0x43, 0x0c]];
            for version in versions {
                let bytes = [&version[..], &[0; 9], &chain, &[0], &more].concat();
                let key = bs58::encode(bytes).with_check().into_string();
                let text = [head.as_str(), &key, &tail].concat();
                let place = head.len()..head.len() + key.len();
                let all = find(&text, TextFormat::Free);
                // What stands around it may be a secret too: behind `PW:` all of it is a password, and hidden with the key.
                let hidden = all.iter().find(|found| found.span.start <= place.start && place.end <= found.span.end);
                let named = hidden.map(|found| (found.kind, found.confidence));
                prop_assert_eq!(named, Some((Kind::PrivateKey, Confidence::Exact)), "{}", text);
            }
        }
    }
}
