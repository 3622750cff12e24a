//! Fields of JSON-like text whose names say that the value is a phrase or a key.

use super::super::base58::run::after;
use super::super::reading::Reading;
use super::super::{Confidence, Kind, Report};
use std::ops::Range;

/// The names, in lower case and without `_` and `-`.
const NAMES: [(&str, Kind); 16] = [
    ("mnemonic", Kind::RecoveryPhrase),
    ("mnemonics", Kind::RecoveryPhrase),
    ("mnemonicphrase", Kind::RecoveryPhrase),
    ("seedphrase", Kind::RecoveryPhrase),
    ("recoveryphrase", Kind::RecoveryPhrase),
    ("seedwords", Kind::RecoveryPhrase),
    ("助记词", Kind::RecoveryPhrase),
    ("seed", Kind::PrivateKey),
    ("masterseed", Kind::PrivateKey),
    ("privatekey", Kind::PrivateKey),
    ("privkey", Kind::PrivateKey),
    ("secretkey", Kind::PrivateKey),
    ("signingkey", Kind::PrivateKey),
    ("encryptedprivatekey", Kind::PrivateKey),
    ("encryptedseed", Kind::PrivateKey),
    ("私钥", Kind::PrivateKey),
];

/// The longest of them, with `_` and `-`.
const LONGEST: usize = 30;

/// The longest value that is read.
const VALUE: usize = 1024;

/// The fewest letters and digits that are worth anything.
const LEAST: usize = 4;

/// Finds such fields; what is reported is the value, without its quotes.
pub(super) fn find(reading: &Reading<'_>, report: &mut Report<'_>) {
    let text = reading.lower();
    let mut end = 0;
    for (colon, _) in text.match_indices([':']) {
        if colon < end {
            continue;
        }
        let Some(kind) = kind_before(text.get(..colon).unwrap_or_default()) else { continue };
        let Some(value) = value_behind(text, colon + 1) else { continue };
        if text.get(value.clone()).is_some_and(is_secret) {
            end = value.end;
            report(value, kind, Confidence::Likely);
        }
    }
}

/// The kind of the quoted name that ends here.
fn kind_before(text: &str) -> Option<Kind> {
    let quoted = text.trim_end();
    let name = quoted.trim_end_matches(['"', '\'', '\\', '”']);
    let from = (name.len().saturating_sub(LONGEST)..name.len()).find(|at| name.is_char_boundary(*at))?;
    let name = name.get(from..).filter(|name| name.len() < quoted.len() - from)?;
    let name = name.rsplit(['"', '\'', '“']).next()?;
    let plain: String = name.chars().filter(|sign| !matches!(sign, '_' | '-' | ' ')).collect();
    NAMES.iter().find(|(known, _)| *known == plain).map(|(_, kind)| *kind)
}

/// The string, or the list of strings, that begins here; one that nobody closed goes to the end of its line.
fn value_behind(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let begin = from + (rest.len() - rest.trim_start().len());
    let rest = after(text, begin, VALUE);
    if rest.starts_with('[') {
        let end = rest.find(']').map_or(rest.len(), |at| at + 1);
        return Some(begin..begin + end);
    }
    let bare = rest.trim_start_matches('\\');
    let quote = bare.chars().next().filter(|sign| matches!(sign, '"' | '\'' | '“'))?;
    let start = begin + (rest.len() - bare.len()) + quote.len_utf8();
    let value = after(text, start, VALUE);
    let close = if quote == '“' { '”' } else { quote };
    let end = value.find([close, '\n']).unwrap_or(value.len());
    let value = value.get(..end)?.trim_end_matches('\\');
    Some(start..start + value.len())
}

/// Whether a value is more than a mask or a blank to fill in.
fn is_secret(value: &str) -> bool {
    const BLANKS: [&str; 6] = ["redacted", "hidden", "removed", "your", "null", "undefined"];
    let letters = value.chars().filter(|sign| sign.is_alphanumeric() && *sign != 'x').count();
    let masked = value.chars().filter(|sign| matches!(sign, '*' | '.' | '…' | '•')).count() > letters;
    letters >= LEAST
        && !masked
        && !BLANKS.iter().any(|blank| value.trim_start_matches(['<', '[', '{', '$']).starts_with(blank))
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Kind, find};

    #[test]
    fn finds_the_values() {
        for (text, value, kind) in [
            (r#"{"mnemonic": "test words of nobody"}"#, "test words of nobody", Kind::RecoveryPhrase),
            (r#"{"Seed_Phrase":["test","words"],"x":1}"#, r#"["test","words"]"#, Kind::RecoveryPhrase),
            (r"{'privateKey': 'abcd1234'}", "abcd1234", Kind::PrivateKey),
            (r#"日志{\"private_key\":\"abcd1234\"}"#, "abcd1234", Kind::PrivateKey),
            ("“seed”：“abcd1234”", "abcd1234", Kind::PrivateKey),
            (r#""secretKey": "abcd1234 cut"#, "abcd1234 cut", Kind::PrivateKey),
        ] {
            let all = find(text, TextFormat::Free);
            let all: Vec<_> = all.into_iter().map(|found| (&text[found.span], found.kind)).collect();
            assert_eq!(all, [(value, kind)], "{text}");
        }
    }

    #[test]
    fn what_holds_nothing_stays() {
        for text in [
            r#"{"privateKey": "", "seed": null}"#,
            r#"{"mnemonic":"********","privateKey":"<redacted>"}"#,
            r#"{"seed": 42, "publicKey": "abcd1234"}"#,
            "the seed: \"where is it?\"",
            "privateKey: 'not found'",
        ] {
            assert_eq!(find(text, TextFormat::Free), [], "{text}");
        }
    }
}
