//! Secrets that were made for a test a moment ago, and what of them must not be found.

use bip39::{Language, Mnemonic};

/// A secret and the pieces of it that give it away: three neighbouring words of a phrase, eight characters of anything else.
pub(super) struct Secret {
    pub(super) name: &'static str,
    pub(super) text: String,
    pieces: Vec<Vec<u8>>,
}

impl Secret {
    /// One of each sort.
    pub(super) fn all() -> Vec<Self> {
        vec![
            Self::phrase("a phrase", Language::English, 16),
            Self::phrase("a Chinese phrase", Language::SimplifiedChinese, 32),
            Self::key("a key", wif()),
            Self::key("a card number", card()),
        ]
    }

    /// A valid phrase of so many bytes.
    pub(super) fn phrase(name: &'static str, language: Language, bytes: usize) -> Self {
        let text = Mnemonic::from_entropy_in(language, &random(bytes)).expect("a phrase").to_string();
        let words: Vec<&str> = text.split(' ').collect();
        let mut pieces = Vec::new();
        for three in words.windows(3) {
            pieces.extend([" ", "\n", "\r", "\r\n", ""].map(|between| three.join(between).into_bytes()));
            pieces.push(wide(&three.join(" ")));
        }
        Self { name, text, pieces }
    }

    fn key(name: &'static str, text: String) -> Self {
        let eights = text.as_bytes().windows(8);
        let wide_eights = eights.clone().map(|eight| wide(&String::from_utf8_lossy(eight)));
        let pieces = eights.map(<[u8]>::to_vec).chain(wide_eights).collect();
        Self { name, text, pieces }
    }

    /// Its words.
    pub(super) fn words(&self) -> Vec<&str> {
        self.text.split(' ').collect()
    }

    /// What is drawn last when it is typed.
    pub(super) fn end(&self) -> &str {
        let start = self.text.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
        &self.text[start..]
    }

    /// Where pieces of it stand in some bytes, with what stands around them.
    pub(super) fn traces_in(&self, place: &str, bytes: &[u8]) -> Vec<String> {
        // By the first two bytes of each piece: a plain search is slow over so much memory.
        let mut begins = vec![false; 1 << 16];
        for piece in &self.pieces {
            begins[usize::from(piece[0]) << 8 | usize::from(piece[1])] = true;
        }
        let mut traces = Vec::new();
        let mut at = 0;
        while at + 1 < bytes.len() {
            let hit = begins[usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1])];
            let piece = hit.then(|| self.pieces.iter().find(|piece| bytes[at..].starts_with(piece))).flatten();
            if let Some(piece) = piece {
                let around = &bytes[at.saturating_sub(48)..(at + 160).min(bytes.len())];
                traces.push(format!("{place} + {at:#x}: {:?}", String::from_utf8_lossy(around)));
                at += piece.len();
            }
            at += 1;
        }
        traces
    }
}

/// A text of four bytes a character, as it stands in a list of characters.
fn wide(text: &str) -> Vec<u8> {
    text.chars().flat_map(|character| u32::from(character).to_le_bytes()).collect()
}

fn random(bytes: usize) -> Vec<u8> {
    let mut random = vec![0; bytes];
    getrandom::fill(&mut random).expect("randomness");
    random
}

/// A private key as Bitcoin Core exports it.
fn wif() -> String {
    let mut bytes = vec![0x80];
    bytes.extend(random(32));
    bytes.push(1);
    bs58::encode(bytes).with_check().into_string()
}

/// A number of a card that was never issued by anybody: the digits are random, the last one checks the others (Luhn).
fn card() -> String {
    let mut digits: Vec<u32> = vec![4];
    digits.extend(random(14).into_iter().map(|byte| u32::from(byte % 10)));
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    digits.push((10 - sum % 10) % 10);
    digits.into_iter().filter_map(|digit| char::from_digit(digit, 10)).collect()
}
