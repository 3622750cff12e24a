//! A first glance at a text: whether it can hold anything that the rules of this room judge word by word. Nearly no text
//! can, and a pack has tens of thousands, so this glance is what those rules cost.

use std::sync::OnceLock;

/// What a text can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    /// A word for a secret.
    pub(super) secret: bool,
    /// A contact.
    pub(super) contact: bool,
}

/// Three bytes of every word for a secret. Two that share them cost one look more, nothing else.
const SECRET: [&str; 27] = [
    "密", "码", "钥", "助", "恢", "种子", "口令", "单词", "个词", "身份", "卡号", "ssw", "ssc", "ssp", "s p", "hra",
    "pin", "mne", "see", "cre", "te k", "wor", "cod", "yst", "cv", "otp", "rd n",
];

/// Three bytes of every word after which letters, or numbers in words, are a contact; digits show by themselves.
const CONTACT: [&str; 14] = [
    "拨", "致电", "呼叫", "微信", "电报", "公众", "call", "dial", "qq", "wechat", "whatsapp", "discord", "telegram",
    "skype",
];

/// Bits by the hash of three bytes.
struct Table {
    secret: [u64; SLOTS / 64],
    contact: [u64; SLOTS / 64],
}

const SLOTS: usize = 1 << 14;

/// The slot of three bytes, small and capital letters alike.
fn slot(bytes: [u8; 3]) -> usize {
    let [a, b, c] = bytes.map(|byte| u32::from(byte | 0x20));
    ((a | b << 8 | c << 16).wrapping_mul(0x9e37_79b1) >> 18) as usize
}

impl Table {
    fn new() -> Self {
        let mut table = Self { secret: [0; SLOTS / 64], contact: [0; SLOTS / 64] };
        for (words, bits) in [(&SECRET[..], &mut table.secret), (&CONTACT[..], &mut table.contact)] {
            for word in words {
                // A word of two bytes stands before anything.
                let thirds = if word.len() < 3 { 0..=u8::MAX } else { word.as_bytes()[2]..=word.as_bytes()[2] };
                for third in thirds {
                    let slot = slot([word.as_bytes()[0], word.as_bytes()[1], third]);
                    bits[slot / 64] |= 1 << (slot % 64);
                }
            }
        }
        table
    }
}

/// Looks at a piece of text.
pub(super) fn look(text: &str) -> Marks {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let table = TABLE.get_or_init(Table::new);
    let bytes = text.as_bytes();
    let (mut secret, mut contact) = (0, 0);
    for three in bytes.windows(3) {
        let slot = slot([three[0], three[1], three[2]]);
        secret |= table.secret[slot / 64] >> (slot % 64);
        contact |= table.contact[slot / 64] >> (slot % 64);
    }
    Marks { secret: secret & 1 == 1 || short_secret(bytes), contact: contact & 1 == 1 || has_signs(bytes) }
}

/// Texts that are too short to have three bytes in a row with anything behind.
fn short_secret(bytes: &[u8]) -> bool {
    bytes.len() < 4
}

/// Digits, `@`, a dot inside a word: no contact is written without one of them. Full-width ones begin with one byte.
fn has_signs(bytes: &[u8]) -> bool {
    let plain = bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit() | (*byte == b'@'));
    let pairs = bytes.windows(2).fold(false, |found, pair| {
        found
            | (pair[0] == b'.' && pair[1].is_ascii_alphanumeric())
            | (pair[0] == 0xbc && matches!(pair[1], 0x8e..=0x99 | 0xa0))
    });
    plain || pairs
}
