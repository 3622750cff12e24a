//! A first glance at a text: whether it can hold anything that the rules judge word by word. Nearly no text can, and a pack
//! has tens of thousands, so this one pass over the bytes is what those rules cost.

use std::sync::OnceLock;

/// What a text holds at a glance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// A word for a secret.
    pub(super) secret: bool,
    /// Digits, signs or words that a contact is written with.
    pub(super) contact: bool,
    /// Japanese or Korean letters.
    pub(super) kana: bool,
    /// How many words of Latin letters.
    pub(super) words: usize,
}

/// How English words for secrets begin.
const SECRET: [&str; 19] = [
    "passw",
    "passc",
    "passp",
    "phrase",
    "pin",
    "mnemonic",
    "seed",
    "credential",
    "key",
    "words",
    "code",
    "cvv",
    "cvc",
    "otp",
    "totp",
    "card",
    "passport",
    "secret",
    "keystore",
];

/// How Chinese words for secrets begin.
const SECRET_ZH: [&str; 23] = [
    "密码",
    "密钥",
    "私钥",
    "助记",
    "恢复词",
    "恢复短语",
    "恢复码",
    "恢复种子",
    "种子",
    "口令",
    "验证码",
    "二次验证",
    "动态",
    "备用码",
    "安全码",
    "短信码",
    "谷歌码",
    "单词",
    "个词",
    "身份证",
    "卡号",
    "银行卡号",
    "完整卡号",
];

/// English words after which letters, or numbers in words, are a contact. Digits show by themselves.
const CONTACT: [&str; 14] = [
    "call", "dial", "ring", "phone", "qq", "wechat", "whatsapp", "discord", "telegram", "skype", "line", "signal",
    "twitter", "weibo",
];

/// The same in Chinese.
const CONTACT_ZH: [&str; 6] = ["拨", "致电", "呼叫", "微信", "电报", "公众"];

/// What each byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Letter,
    /// No contact is written without one of these, or a dot inside a word.
    Sign,
    Dot,
    /// The first of three bytes: Chinese among others.
    Lead,
}

/// Tables that say in one look whether anything begins here.
struct Tables {
    classes: [Class; 256],
    /// By the first three letters.
    letters: [u64; 512],
    /// By the first character.
    characters: [u64; 1024],
    /// By the first two characters, in order.
    pairs: Vec<(usize, usize)>,
}

impl Tables {
    fn new() -> Self {
        let mut tables =
            Self { classes: [Class::Other; 256], letters: [0; 512], characters: [0; 1024], pairs: Vec::new() };
        for (byte, class) in (0..=u8::MAX).zip(&mut tables.classes) {
            *class = match byte {
                b'.' => Class::Dot,
                b'@' | b'0'..=b'9' => Class::Sign,
                0xe0..=0xef => Class::Lead,
                _ if byte.is_ascii_alphabetic() => Class::Letter,
                _ => Class::Other,
            };
        }
        for word in SECRET.iter().chain(&CONTACT).map(|word| word.as_bytes()) {
            // A word of two letters stands before anything.
            let thirds = if let [_, _, third, ..] = word { *third..=*third } else { 0..=0x1f };
            for third in thirds {
                let slot = slot([word[0], word[1], third]);
                tables.letters[slot / 64] |= 1 << (slot % 64);
            }
        }
        for word in SECRET_ZH.iter().chain(&CONTACT_ZH) {
            let mut codes = word.chars().map(|character| u32::from(character) as usize);
            let (first, second) = (codes.next().unwrap_or_default(), codes.next().unwrap_or_default());
            tables.characters[first / 64] |= 1 << (first % 64);
            tables.pairs.push((first, second));
        }
        tables.pairs.sort_unstable();
        tables
    }
}

/// The slot of three letters, small and capital alike.
fn slot(letters: [u8; 3]) -> usize {
    let [first, second, third] = letters.map(|letter| usize::from(letter & 0x1f));
    first << 10 | second << 5 | third
}

/// The character of three bytes.
fn code([first, second, third]: [u8; 3]) -> usize {
    usize::from(first & 0xf) << 12 | usize::from(second & 0x3f) << 6 | usize::from(third & 0x3f)
}

/// Looks at one piece of a text after another.
pub(super) fn look<'t>(pieces: impl Iterator<Item = &'t str>) -> Marks {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    let tables = TABLES.get_or_init(Tables::new);
    let mut marks = Marks::default();
    for piece in pieces {
        look_at(piece.as_bytes(), tables, &mut marks);
    }
    marks
}

fn look_at(bytes: &[u8], tables: &Tables, marks: &mut Marks) {
    let class = |byte: u8| tables.classes[usize::from(byte)];
    let mut left = bytes;
    while let [byte, rest @ ..] = left {
        left = rest;
        match class(*byte) {
            Class::Letter => {
                marks.words += 1;
                let letters = [*byte, rest.first().copied().unwrap_or(0), rest.get(1).copied().unwrap_or(0)];
                let slot = slot(letters);
                if tables.letters[slot / 64] >> (slot % 64) & 1 == 1 {
                    look_at_word(*byte, rest, marks);
                }
                // Only the beginning of a word says anything.
                while let [byte, rest @ ..] = left
                    && class(*byte) == Class::Letter
                {
                    left = rest;
                }
            }
            Class::Other => {}
            Class::Lead => {
                let [second, third, after @ ..] = rest else { continue };
                left = after;
                let code = code([*byte, *second, *third]);
                if tables.characters[code / 64] >> (code % 64) & 1 == 1 {
                    let next = after.first_chunk().map_or(0, |bytes| self::code(*bytes));
                    let has = |pair| tables.pairs.binary_search(&pair).is_ok();
                    if has((code, next)) || has((code, 0)) {
                        look_at_chinese(&bytes[bytes.len() - rest.len() - 1..], marks);
                    }
                }
                // Below and above Chinese characters lie kana, hangul and full-width signs.
                if !(0x3100..0xac00).contains(&code) {
                    look_at_sign(code, marks);
                }
            }
            class => marks.contact |= class == Class::Sign || rest.first().is_some_and(u8::is_ascii_alphanumeric),
        }
    }
}

fn look_at_word(first: u8, rest: &[u8], marks: &mut Marks) {
    let is_start = |word: &[u8]| {
        first.eq_ignore_ascii_case(&word[0])
            && rest.get(..word.len() - 1).is_some_and(|rest| rest.eq_ignore_ascii_case(&word[1..]))
    };
    marks.secret |= SECRET.iter().any(|word| is_start(word.as_bytes()));
    marks.contact |= CONTACT.iter().any(|word| is_start(word.as_bytes()));
}

fn look_at_chinese(text: &[u8], marks: &mut Marks) {
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word.as_bytes()));
    marks.secret |= begins(&SECRET_ZH);
    marks.contact |= begins(&CONTACT_ZH);
}

fn look_at_sign(code: usize, marks: &mut Marks) {
    match code {
        0x3041..=0x30fa | 0xac00..=0xd7a3 => marks.kana = true,
        // Full-width digits, letters, `@` and `.`.
        0xff0e | 0xff10..=0xff19 | 0xff20..=0xff5a => marks.contact = true,
        _ => {}
    }
}
