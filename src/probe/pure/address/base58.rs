//! Addresses in Base58: Bitcoin's first ones, Tron's, and those of the coins that took the writing over.

use super::chain::Family;
use super::read::{Address, Flaw};
use crate::secrets::base58::{BITCOIN, RIPPLE};

/// The first byte of addresses of 20 more, whose they are, what experts call them, and whether they are for tests
/// (Bitcoin wiki, "List of address prefixes"; the chain parameters of each node).
const VERSIONS: [(u8, Family, &str, bool); 12] = [
    (0x00, Family::Bitcoin, "P2PKH", false),
    (0x05, Family::Bitcoin, "P2SH", false),
    (0x6f, Family::Bitcoin, "P2PKH", true),
    (0xc4, Family::Bitcoin, "P2SH", true),
    (0x41, Family::Tron, "Base58Check", false),
    (0xa0, Family::Tron, "Base58Check", true),
    (0x30, Family::Litecoin, "P2PKH", false),
    (0x32, Family::Litecoin, "P2SH", false),
    (0x3a, Family::Litecoin, "P2SH", true),
    (0x1e, Family::Dogecoin, "P2PKH", false),
    (0x16, Family::Dogecoin, "P2SH", false),
    (0x71, Family::Dogecoin, "P2PKH", true),
];

/// The first bytes of addresses of the XRP Ledger that hold their tag (XLS-5), and whether they are for tests.
const TAGGED: [([u8; 2], bool); 2] = [([0x05, 0x44], false), ([0x04, 0x93], true)];

/// How many characters such addresses have.
const LENGTHS: std::ops::RangeInclusive<usize> = 25..=36;

/// Reads such an address; `None`: there is something else.
pub(super) fn read(text: &str) -> Option<Result<Address, Flaw>> {
    if let Some(address) = bitcoin(text).or_else(|| ripple(text)) {
        return Some(Ok(address));
    }
    let begins = text.starts_with(['1', '3', 'T', 'm', 'n', '2', 'r', 'L', 'M', 'D']);
    let written = text.bytes().all(|sign| sign.is_ascii_alphanumeric());
    (begins && written && LENGTHS.contains(&text.len())).then_some(Err(Flaw::Checksum("Base58Check")))
}

fn bitcoin(text: &str) -> Option<Address> {
    let bytes = BITCOIN.checked(text.as_bytes())?;
    let (version, payload) = bytes.split_first()?;
    let known = VERSIONS.iter().find(|(own, ..)| own == version && payload.len() == 20);
    let (family, form, is_test) = match known {
        Some((_, family, form, is_test)) => (*family, *form, *is_test),
        // Some chains put more than one byte in front; keys have 32 bytes.
        None if (20..=26).contains(&payload.len()) => (Family::Other, "Base58Check", false),
        None => return None,
    };
    let payload = if family == Family::Other { bytes } else { payload.to_vec() };
    Some(Address { family, form, payload, is_test, has_checksum: true })
}

/// Of the XRP Ledger (xrpl.org, "base58 Encodings").
fn ripple(text: &str) -> Option<Address> {
    let bytes = RIPPLE.checked(text.as_bytes())?;
    let address = |form, payload: &[u8], is_test| {
        let payload = payload.to_vec();
        Some(Address { family: Family::Xrp, form, payload, is_test, has_checksum: true })
    };
    match bytes.as_slice() {
        [0, account @ ..] if account.len() == 20 => address("classic", account, false),
        [first, second, rest @ ..] if rest.len() == 29 => {
            let (_, is_test) = TAGGED.iter().find(|(own, _)| *own == [*first, *second])?;
            address("X-address", rest, *is_test)
        }
        _ => None,
    }
}

/// A key of Solana, which is an address too. It has no checksum, so any 32 bytes are one.
pub(super) fn solana(text: &str) -> Option<Address> {
    let payload = BITCOIN.decode(text.as_bytes()).filter(|bytes| bytes.len() == 32)?;
    Some(Address { family: Family::Solana, form: "Base58", payload, is_test: false, has_checksum: false })
}
