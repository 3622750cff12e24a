//! The tables that seeds make: the same dice, the same rows, and not one of them anybody's.

mod accounts;
mod addresses;
mod cards;
pub(crate) mod encode;
mod extended;
mod files;
mod hashes;
mod keys;
mod lists;
mod one_time;
mod orders;
mod phrases;
pub(crate) mod prose;
mod tokens;
mod words;

use super::corpus::{escaped, folder};
use crate::harness::wander::Dice;

/// A table that is being made.
pub(crate) struct Sheet {
    path: String,
    text: String,
}

impl Sheet {
    /// A table of secrets with what is in it.
    fn secrets(name: &str, about: &str) -> Self {
        let path = format!("secrets/{name}.tsv");
        Self { path, text: format!("# {about}\n# Made from seeds. kind\tsure\tformat\tcore\ttext\n") }
    }

    /// A table of harmless texts with what is in it.
    fn benign(name: &str, about: &str) -> Self {
        Self { path: format!("benign/{name}.tsv"), text: format!("# {about}\n# Made from seeds. format\ttext\n") }
    }

    fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        self.text.push_str(&cells.join("\t"));
        self.text.push('\n');
    }

    /// A secret that its form proves.
    fn exact(&mut self, kind: &str, core: &str, text: &str) {
        self.row(&[kind, "exact", "free", core, text]);
    }

    /// A secret that only its context tells.
    fn context(&mut self, kind: &str, core: &str, text: &str) {
        self.row(&[kind, "context", "free", core, text]);
    }

    /// A harmless text.
    fn plain(&mut self, text: &str) {
        self.row(&["free", text]);
    }
}

/// Dice for a table, shaken.
fn dice(seed: u64) -> Dice {
    let mut dice = Dice::new(seed);
    for _ in 0..20 {
        dice.roll(2);
    }
    dice
}

fn bytes<const N: usize>(dice: &mut Dice) -> [u8; N] {
    std::array::from_fn(|_| u8::try_from(dice.roll(256)).unwrap())
}

/// So many characters of an alphabet.
fn string(dice: &mut Dice, alphabet: &str, length: usize) -> String {
    let alphabet: Vec<char> = alphabet.chars().collect();
    (0..length).map(|_| *dice.pick(&alphabet)).collect()
}

const DIGITS: &str = "0123456789";
const ALPHANUMERIC: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

fn digits(dice: &mut Dice, length: usize) -> String {
    string(dice, DIGITS, length)
}

/// Full-width instead of plain characters.
fn wide(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '!'..='~' => char::from_u32(u32::from(character) + 0xfee0).unwrap(),
            other => other,
        })
        .collect()
}

/// In groups of so many characters.
fn grouped(text: &str, size: usize, between: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    characters.chunks(size).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(between)
}

fn sheets() -> Vec<Sheet> {
    vec![
        phrases::english(),
        phrases::chinese(),
        phrases::other_languages(),
        phrases::dressed(),
        keys::hex(),
        keys::wif(),
        keys::solana(),
        extended::extended_keys(),
        files::keystores(),
        files::pem_blocks(),
        one_time::authenticators(),
        lists::backup_codes(),
        cards::cards(),
        accounts::identity_numbers(),
        accounts::ibans(),
        tokens::tokens(),
        addresses::addresses(),
        hashes::hashes(),
        orders::orders(),
        prose::characters(),
        prose::words(),
    ]
}

#[test]
fn seeds_make_the_tables() {
    for sheet in sheets() {
        let path = folder().join(&sheet.path);
        if std::env::var_os("WALLETFIX_BLESS").is_some() {
            std::fs::write(&path, &sheet.text).unwrap();
        }
        let stands = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(stands == sheet.text, "{} is not what its seed makes; WALLETFIX_BLESS=1 writes it", sheet.path);
    }
}
