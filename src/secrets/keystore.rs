//! Key files: the keystore of Ethereum (Web3 Secret Storage), and JSON with a phrase or a key in a field.

mod field;

use super::base58::run::{after, says};
use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;
use std::ops::Range;

/// What a keystore has in it beside the encrypted key.
const BESIDE: [&str; 5] = ["kdf", "kdfparams", "cipherparams", "mac", "pbkdf2"];

/// What may stand at the beginning of one that has lost its brace.
const KEYS: [&str; 7] = ["address", "crypto", "cipher", "cipherparams", "kdf", "kdfparams", "mac"];

/// Finds keystores, whole or torn, and secrets in the fields of other JSON.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    find_keystores(reading.lower(), report);
    field::find(reading, report);
}

fn find_keystores(lower: &str, report: &mut Report<'_>) {
    let marks: Vec<usize> =
        lower.match_indices("ciphertext").map(|(at, _)| at).filter(|at| is_key(lower, *at)).collect();
    let Some(first) = marks.first() else { return };
    if !says(lower, &BESIDE) {
        return;
    }
    let objects = Objects::around(lower, &marks);
    for object in &objects.whole {
        report(object.clone(), Kind::Keystore, Confidence::Exact);
    }
    // A mark in no whole object: the paste was cut.
    if marks.iter().any(|mark| !objects.hold(*mark)) {
        let keys =
            KEYS.iter().filter_map(|key| lower.match_indices(key).map(|(at, _)| at).find(|at| is_key(lower, *at)));
        let earliest = keys.chain([*first]).min().unwrap_or(*first);
        let quotes = lower.get(..earliest).unwrap_or_default();
        let start = objects.open.unwrap_or_else(|| quotes.trim_end_matches(['"', '\'', '\\', '“', '”']).len());
        report(start..lower.trim_end().len(), Kind::Keystore, Confidence::Exact);
    }
}

/// How far behind a word its colon may stand.
const KEY_REACH: usize = 40;

/// Whether a word is the key of a field: a colon follows its quote.
fn is_key(lower: &str, at: usize) -> bool {
    let rest = after(lower, at, KEY_REACH);
    let rest = rest.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric());
    rest.trim_start_matches(['"', '\'', '\\', '“', '”', ' ', '\n', '\r', '\t']).starts_with([':', '='])
}

/// The braces around some places.
struct Objects {
    /// The outermost pairs.
    whole: Vec<Range<usize>>,
    /// The first brace that nothing closes and that has a mark behind it.
    open: Option<usize>,
}

impl Objects {
    fn around(text: &str, marks: &[usize]) -> Self {
        let mut whole: Vec<Range<usize>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'{' => open.push(at),
                b'}' => {
                    let Some(start) = open.pop() else { continue };
                    let first = marks.partition_point(|mark| *mark < start);
                    if marks.get(first).is_some_and(|mark| *mark < at) {
                        while whole.pop_if(|inner| inner.start > start).is_some() {}
                        whole.push(start..at + 1);
                    }
                }
                _ => {}
            }
        }
        let mut objects = Self { whole, open: None };
        let lost = marks.iter().find(|mark| !objects.hold(**mark));
        objects.open = open.into_iter().find(|start| lost.is_some_and(|mark| start < mark));
        objects
    }

    /// Whether a place lies in a whole object. They stand in order, none in another.
    fn hold(&self, mark: usize) -> bool {
        let next = self.whole.partition_point(|object| object.end <= mark);
        self.whole.get(next).is_some_and(|object| object.contains(&mark))
    }
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Kind, find};

    /// The test vector of the Web3 Secret Storage Definition.
    const KEYSTORE: &str = r#"{"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},"ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2","kdfparams":{"c":262144,"dklen":32,"prf":"hmac-sha256","salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},"mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}"#;

    fn found(text: &str) -> Vec<(&str, Kind)> {
        find(text, TextFormat::Free).into_iter().map(|found| (&text[found.span], found.kind)).collect()
    }

    #[test]
    fn finds_key_files() {
        let lines = KEYSTORE.replace(',', ",\n  ").replace('{', "{\n ");
        let loud = KEYSTORE.replace("crypto", "Crypto").replace("ciphertext", "CipherText");
        let escaped = KEYSTORE.replace('"', "\\\"");
        for key in [KEYSTORE, &lines, &loud, &escaped] {
            for text in [key.to_owned(), format!("这是我的文件{key}打不开"), format!("see {{1}}: {key} and }}")]
            {
                assert_eq!(found(&text), [(key, Kind::Keystore)], "{text}");
            }
        }
        let torn = &KEYSTORE[..200];
        assert_eq!(found(&format!("文件：{torn}")), [(torn, Kind::Keystore)]);
        let headless = &KEYSTORE[60..];
        assert_eq!(found(headless).first().map(|found| found.1), Some(Kind::Keystore));
        let two = format!("{KEYSTORE}\n{KEYSTORE}");
        assert_eq!(found(&two).len(), 2);
    }

    #[test]
    fn other_json_stays() {
        for text in [
            r#"{"error":"insufficient funds for gas","code":-32000,"data":{"txHash":"0xabc"}}"#,
            "the ciphertext could not be read: kdf unknown",
            "keystore 文件导入失败，提示 mac mismatch",
            "{{{{ ciphertext }}}}",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
