//! The id of a transaction, as people paste it.

use crate::i18n::Message;
use crate::probe::pure::address::{bare, read};
use crate::wording::is_invisible;
use std::iter;

/// The digits of 32 bytes.
const DIGITS: usize = 64;
/// The digits of an Ethereum address, and of a Tron one as programs write it.
const OF_ADDRESSES: [usize; 2] = [40, 42];
/// Fewer digits are no id that lost some.
const FEWEST: usize = 24;

/// The id of a transaction: 64 hexadecimal digits, with `0x` in front on Ethereum and its kin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::probe::remote) struct TxId {
    /// Small letters, without `0x`.
    digits: String,
    prefixed: bool,
}

impl TxId {
    /// Reads what was pasted: blanks, signs around it and the page of an explorer do not matter.
    pub(in crate::probe::remote) fn read(text: &str) -> Result<Self, Message> {
        let seen: String = text.chars().filter(|sign| !is_invisible(*sign) && !sign.is_control()).collect();
        if ["...", "…", "**", "⋯"].iter().any(|gap| seen.contains(gap)) {
            return Err(Message::new("chain-tx-shortened"));
        }
        let pieces = if seen.contains("://") { seen.split(['/', '?', '#', '&', '=']).collect() } else { vec![&*seen] };
        // A page of an explorer names the id somewhere; the whole text comes last.
        let ids = pieces.into_iter().map(Self::plain).chain(iter::once(Self::plain(&seen)));
        let mut wrong = None;
        for id in ids {
            match id {
                Ok(id) => return Ok(id),
                Err(message) => wrong = Some(message),
            }
        }
        Err(wrong.unwrap_or_else(|| Message::new("chain-tx-no-id")))
    }

    /// Reads an id that stands alone.
    fn plain(text: &str) -> Result<Self, Message> {
        let around = |sign: char| "\"'`<>()[]{},;.，。；、：“”（）《》".contains(sign);
        let whole: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        let whole = whole.trim_matches(around);
        let after = whole.strip_prefix("0x").or_else(|| whole.strip_prefix("0X"));
        let digits = after.unwrap_or(whole);
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        // An account's number is in capitals or figures too, so an address is asked about first.
        let is_address = (is_hex && OF_ADDRESSES.contains(&digits.len())) || read(&bare(text)).is_ok();
        match digits.len() {
            DIGITS if is_hex => Ok(Self { digits: digits.to_ascii_lowercase(), prefixed: after.is_some() }),
            _ if is_address => Err(Message::new("chain-tx-is-address")),
            length if is_hex && length >= FEWEST => {
                let count = i64::try_from(length).unwrap_or(i64::MAX);
                Err(Message::new("chain-tx-length").with("count", count))
            }
            _ => Err(Message::new("chain-tx-no-id")),
        }
    }

    /// Whether `0x` stood in front.
    pub(super) fn is_prefixed(&self) -> bool {
        self.prefixed
    }

    /// The digits alone, in small letters.
    pub(in crate::probe::remote) fn digits(&self) -> &str {
        &self.digits
    }

    /// With `0x`.
    pub(super) fn with_prefix(&self) -> String {
        format!("0x{}", self.digits)
    }

    /// Whether a chain's own spelling means this one.
    pub(super) fn is(&self, said: &str) -> bool {
        let digits = if self.prefixed { said.strip_prefix("0x") } else { Some(said) };
        digits.is_some_and(|digits| digits.eq_ignore_ascii_case(&self.digits))
    }
}
