//! Reading an address by the form it has.

use super::chain::Family;
use super::{base58, bech32, byron, evm, ton};
use crate::secrets::{iban, strkey};
use std::fmt::{self, Display, Formatter};

/// An address that is whole and whose checksum, if it has one, is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::probe) struct Address {
    /// Where it is one.
    pub(in crate::probe) family: Family,
    /// What experts call the form.
    pub(in crate::probe) form: &'static str,
    /// What the chain knows it by; two spellings of one address have the same.
    pub(in crate::probe) payload: Vec<u8>,
    /// Whether it can only hold coins that are worth nothing.
    pub(in crate::probe) is_test: bool,
    /// Whether a typing error would show.
    pub(in crate::probe) has_checksum: bool,
}

/// Why a text is no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::probe) enum Flaw {
    /// The checksum of that form is wrong: at least one character is.
    Checksum(&'static str),
    /// As many characters as there are, and as many as there should be.
    Length(usize, usize),
    /// A character that no address has.
    Sign(char),
    /// The middle is left out.
    Shortened,
    /// The number of a transaction.
    Hash,
    /// Nothing that looks like an address.
    Strange,
}

impl Address {
    /// Whether both spell one address.
    pub(in crate::probe) fn is_same(&self, other: &Self) -> bool {
        let place = |address: &Self| (address.family, address.is_test);
        place(self) == place(other) && self.payload == other.payload && self.is_kind_of(other)
    }

    /// Bitcoin pays a key and a script of the same bytes in different ways; elsewhere the bytes are all there is.
    fn is_kind_of(&self, other: &Self) -> bool {
        !matches!(self.family, Family::Bitcoin | Family::Litecoin | Family::Dogecoin) || self.form == other.form
    }
}

/// In signs that are read in every language.
impl Display for Flaw {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checksum(form) => write!(formatter, "{form}, checksum"),
            Self::Length(there, right) => write!(formatter, "{there}/{right}"),
            Self::Sign(sign) if sign.is_ascii_graphic() => write!(formatter, "{sign}"),
            Self::Sign(sign) => write!(formatter, "U+{:04X}", u32::from(*sign)),
            Self::Shortened => formatter.write_str("..."),
            Self::Hash => formatter.write_str("TxID"),
            Self::Strange => formatter.write_str("?"),
        }
    }
}

/// No address is longer; Cardano's first ones come nearest.
const LONGEST: usize = 130;

/// Reads an address that stands alone.
pub(in crate::probe) fn read(text: &str) -> Result<Address, Flaw> {
    if ["...", "…", "**", "⋯"].iter().any(|gap| text.contains(gap)) {
        return Err(Flaw::Shortened);
    }
    if let Some(sign) = text.chars().find(|sign| !sign.is_ascii()) {
        return Err(Flaw::Sign(sign));
    }
    if text.len() > LONGEST {
        return Err(Flaw::Strange);
    }
    // Where a form is unmistakable, what is wrong with it is said; where it is not, the next one may fit.
    let forms = [evm::read, bech32::read, base58::read, byron::read, stellar, ton::read, bank];
    let mut flaw = Flaw::Strange;
    for read in forms {
        match read(text) {
            Some(Ok(address)) => return Ok(address),
            Some(Err(found)) if flaw == Flaw::Strange => flaw = found,
            _ => {}
        }
    }
    if flaw != Flaw::Strange {
        return Err(flaw);
    }
    let whole: String = text.split_whitespace().collect();
    // Wallets take no spaces; they come with a paste from two lines.
    let gap = text.chars().find(|sign| sign.is_whitespace() && read(&whole).is_ok());
    base58::solana(text).ok_or(gap.map_or(flaw, Flaw::Sign))
}

/// Stellar's accounts, plain and with a number inside (SEP-23).
fn stellar(text: &str) -> Option<Result<Address, Flaw>> {
    /// The versions that are written as `G` and `M`.
    const VERSIONS: [u8; 2] = [6 << 3, 12 << 3];
    let form = match text.as_bytes() {
        [b'G', rest @ ..] if rest.len() == 55 => "G",
        [b'M', rest @ ..] if rest.len() == 68 => "M",
        _ => return None,
    };
    let payload = strkey(text).filter(|payload| payload.first().is_some_and(|version| VERSIONS.contains(version)));
    Some(payload.ok_or(Flaw::Checksum("StrKey")).map(|payload| Address {
        family: Family::Stellar,
        form,
        payload,
        is_test: false,
        has_checksum: true,
    }))
}

/// Bank accounts (ISO 13616), as people write them: in groups, or not.
fn bank(text: &str) -> Option<Result<Address, Flaw>> {
    // Letters of both sizes are another chain's.
    let has = |size: fn(&u8) -> bool| text.as_bytes().iter().any(size);
    if has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase) {
        return None;
    }
    let number: String =
        text.chars().filter(|sign| !matches!(sign, ' ' | '-')).map(|sign| sign.to_ascii_uppercase()).collect();
    let length = iban::length(&number)?;
    let signs = number.len();
    let right = signs == length && iban::is_whole(&number);
    Some(if right {
        let payload = number.into_bytes();
        Ok(Address { family: Family::Bank, form: "ISO 13616", payload, is_test: false, has_checksum: true })
    } else if signs == length {
        Err(Flaw::Checksum("IBAN"))
    } else {
        Err(Flaw::Length(signs, length))
    })
}
