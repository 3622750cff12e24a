//! How much a word looks like a password, when nothing announces it: letters and digits, but no name of a device, a program,
//! an order, an error or a file.

use super::value::{is_mixed, is_possible};
use crate::secrets::cue::counts;

/// How much a word looks like a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Not at all.
    None,
    /// Large letters and digits, as in orders and errors: only where somebody types it.
    Weak,
    /// A large letter, small ones, one or two digits, as programs and devices are called.
    Name,
    /// Letters and digits.
    Plain,
    /// Signs between letters and digits.
    Strong,
}

/// Beginnings of names of devices, systems, programs, coins and standards.
#[rustfmt::skip]
const NAMES: [&str; 78] = [
    "1password", "2fa", "aes", "airpods", "android", "apple", "base64", "bep20", "bep2", "bip", "bitwarden", "bluetooth",
    "brc20", "chrome", "chromium", "coldcard", "covid", "edge", "erc", "exodus", "firefox", "firmware", "galaxy", "google",
    "harmony", "honor", "http", "huawei", "hyperos", "imei", "imtoken", "ios", "ipad", "iphone", "ipv", "jade", "keepass",
    "keystone", "kindle", "layer", "ledger", "linux", "lumia", "macbook", "macos", "magsafe", "mate", "metamask", "miui",
    "moto", "nano", "nexus", "nokia", "note", "office", "onekey", "oneplus", "oppo", "pixel", "realme", "redmi", "safepal",
    "safari", "samsung", "sha", "sm-", "sony", "token", "tp-link", "trc", "trezor", "ubuntu", "usb", "usdc", "usdt", "utf",
    "utc-", "vivo",
];
/// More beginnings: names of networks, systems and cases.
const MORE_NAMES: [&str; 12] =
    ["web3", "wechat", "wifi", "win1", "win7", "windows", "wordpress", "xiaomi", "xperia", "zenfone", "err", "wallet_"];
/// Endings of files and hosts.
#[rustfmt::skip]
const FILES: [&str; 22] = [
    ".json", ".txt", ".png", ".jpg", ".jpeg", ".pdf", ".zip", ".exe", ".apk", ".csv", ".dat", ".doc", ".docx", ".html", ".js",
    ".log", ".dmg", ".kdbx", ".cn", ".org", ".net", ".io",
];

/// How much a word looks like a password. `lower` is the text, in lower case, in which it ends at a place.
pub(super) fn shape(lower: &str, token: &str, end: usize) -> Shape {
    let small = token.to_ascii_lowercase();
    let starts = |names: &[&str]| names.iter().any(|name| small.starts_with(name));
    let letters = token.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let number = token.bytes().take_while(|byte| byte.is_ascii_digit() || b".,-:".contains(byte)).count();
    let counted = number > 0 && (counts(&small, number) || small.get(number..).is_some_and(is_unit));
    let hash = small.bytes().all(|byte| byte.is_ascii_hexdigit()) && token.len() >= 16 || token.len() > 32;
    let other = hash
        || counted
        || letters < 2
        || starts(&NAMES)
        || starts(&MORE_NAMES)
        || small.starts_with("0x")
        || FILES.iter().any(|file| small.ends_with(file))
        || token.contains(['/', '\\', '=', '|', '<', '>', '{'])
        || token.contains("**")
        || is_version(&small);
    if other || digits + signs(token) == 0 || !is_possible(lower, token, end) || !is_mixed(token) {
        return Shape::None;
    }
    let has_small = token.bytes().any(|byte| byte.is_ascii_lowercase());
    if letters >= 3 && digits > 0 && signs(token) > 0 && token.len() >= 7 {
        Shape::Strong
    } else if !has_small {
        Shape::Weak
    } else if is_name(token) {
        Shape::Name
    } else {
        Shape::Plain
    }
}

/// Signs that hardly any name has, between other characters.
fn signs(token: &str) -> usize {
    let inner = token.get(1..token.len().saturating_sub(1)).unwrap_or("");
    inner.bytes().filter(|byte| b"!@#$%^&*+~".contains(byte)).count()
}

/// A word with a large letter and one or two digits behind it: "Chrome120" has three and is known.
fn is_name(token: &str) -> bool {
    let word = token.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    token.len() - word.len() <= 2
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        && word.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase())
}

/// "1.2.3-beta", "v2", "name-1.2.3".
fn is_version(small: &str) -> bool {
    let number =
        small.trim_start_matches('v').bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let dotted = small
        .rsplit('-')
        .next()
        .is_some_and(|last| last.contains('.') && last.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    dotted || small.starts_with('v') && number > 0 && number + 1 >= small.len()
}

/// What is counted or measured, where the word touches its number.
fn is_unit(rest: &str) -> bool {
    let word = rest.trim_start_matches('-');
    ["th", "st", "nd", "rd", "px", "x", "year", "day", "hour", "character", "digit", "word", "step", "factor", "time"]
        .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{Shape, shape};

    #[test]
    fn shapes() {
        for (token, expected) in [
            ("Corgi!Paws3", Shape::Strong),
            ("Tulip$2023", Shape::Strong),
            ("meimei_99", Shape::Plain),
            ("yy20180808y", Shape::Plain),
            ("Lakehouse1987", Shape::Plain),
            ("Bluebird77", Shape::Name),
            ("TB83920175", Shape::Weak),
            ("ERR_4001", Shape::None),
            ("iPhone15ProMax", Shape::None),
            ("keystore.v3.json", Shape::None),
            ("v11.4.1", Shape::None),
            ("KeePassXC-2.7.6", Shape::None),
            ("0x80070005", Shape::None),
            ("100USDT", Shape::None),
            ("maria88@example.com", Shape::None),
            ("8-character", Shape::None),
            ("wallet", Shape::None),
        ] {
            assert_eq!(shape(&token.to_ascii_lowercase(), token, token.len()), expected, "{token}");
        }
    }
}
