//! Addresses in Bech32 and Bech32m (BIP-173, BIP-350): SegWit, and the chains that took the writing over.

use super::chain::Family;
use super::read::{Address, Flaw};
use bech32::primitives::decode::{SegwitHrpstring, UncheckedHrpstring};
use bech32::{Bech32, Bech32m};

/// What SegWit addresses begin with, whose they are, and whether their coins are worth nothing.
const SEGWIT: [(&str, Family, bool); 5] = [
    ("bc", Family::Bitcoin, false),
    ("tb", Family::Bitcoin, true),
    ("bcrt", Family::Bitcoin, true),
    ("ltc", Family::Litecoin, false),
    ("tltc", Family::Litecoin, true),
];

/// The same of others, which have no witness version.
const PLAIN: [(&str, Family, bool); 14] = [
    ("cosmos", Family::Cosmos, false),
    ("addr", Family::Cardano, false),
    ("stake", Family::Cardano, false),
    ("addr_test", Family::Cardano, true),
    ("osmo", Family::Other, false),
    ("terra", Family::Other, false),
    ("kava", Family::Other, false),
    ("axelar", Family::Other, false),
    ("celestia", Family::Other, false),
    ("inj", Family::Other, false),
    ("dydx", Family::Other, false),
    ("sei", Family::Other, false),
    ("thor", Family::Other, false),
    ("bnb", Family::Other, false),
];

/// The fewest characters that stand for somebody: 20 bytes and the checksum.
const FEWEST: usize = 38;

/// Reads such an address; `None`: there is something else.
pub(super) fn read(text: &str) -> Option<Result<Address, Flaw>> {
    let (name, _) = text.rsplit_once('1')?;
    let known = |table: &[(&str, Family, bool)]| {
        table.iter().find(|(own, ..)| name.eq_ignore_ascii_case(own)).map(|(_, family, is_test)| (*family, *is_test))
    };
    if let Some((family, is_test)) = known(&SEGWIT) {
        return Some(segwit(text, family, is_test).ok_or(Flaw::Checksum("Bech32")));
    }
    let data = UncheckedHrpstring::new(text).ok()?;
    let is_right = data.has_valid_checksum::<Bech32>() || data.has_valid_checksum::<Bech32m>();
    let (family, is_test) = match known(&PLAIN) {
        Some(known) => known,
        None if is_right && data.data_part_ascii().len() >= FEWEST => (Family::Other, false),
        None => return None,
    };
    let payload = spelling(text);
    let address = Address { family, form: "Bech32", payload, is_test, has_checksum: true };
    Some(if is_right { Ok(address) } else { Err(Flaw::Checksum("Bech32")) })
}

fn segwit(text: &str, family: Family, is_test: bool) -> Option<Address> {
    let read = SegwitHrpstring::new(text).ok()?;
    // Five bits a character: 20 bytes, or 32.
    let form = match (read.witness_version().to_u8(), read.data_part_ascii_no_witver_no_checksum().len()) {
        (0, 32) => "P2WPKH",
        (0, _) => "P2WSH",
        (1, 52) => "P2TR",
        _ => "SegWit",
    };
    Some(Address { family, form, payload: spelling(text), is_test, has_checksum: true })
}

/// Capitals and small letters spell the same address; nothing else does.
fn spelling(text: &str) -> Vec<u8> {
    text.to_ascii_lowercase().into_bytes()
}
