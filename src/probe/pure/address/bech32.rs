//! Addresses in Bech32 and Bech32m (BIP-173, BIP-350): SegWit, and the chains that took the writing over.

use super::chain::Family;
use super::read::{Address, Flaw};
use bech32::primitives::decode::{CheckedHrpstring, SegwitHrpstring};
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

/// The fewest bytes that stand for somebody.
const FEWEST: usize = 20;

/// Reads such an address; `None`: there is something else.
pub(super) fn read(text: &str) -> Option<Result<Address, Flaw>> {
    let (name, _) = text.rsplit_once('1')?;
    let known = |table: &[(&str, Family, bool)]| {
        table.iter().find(|(own, ..)| name.eq_ignore_ascii_case(own)).map(|(_, family, is_test)| (*family, *is_test))
    };
    if let Some((family, is_test)) = known(&SEGWIT) {
        return Some(segwit(text, family, is_test).ok_or(Flaw::Checksum("Bech32")));
    }
    let found = plain(text);
    let (family, is_test) = match (known(&PLAIN), &found) {
        (Some(known), _) => known,
        (None, Some(bytes)) if bytes.len() >= FEWEST => (Family::Other, false),
        _ => return None,
    };
    let address = |payload| Address { family, form: "Bech32", payload, is_test, has_checksum: true };
    Some(
        found
            .map(|bytes| address([name.to_ascii_lowercase().as_bytes(), &bytes].concat()))
            .ok_or(Flaw::Checksum("Bech32")),
    )
}

fn segwit(text: &str, family: Family, is_test: bool) -> Option<Address> {
    let read = SegwitHrpstring::new(text).ok()?;
    let program: Vec<u8> = read.byte_iter().collect();
    let version = read.witness_version().to_u8();
    let form = match (version, program.len()) {
        (0, 20) => "P2WPKH",
        (0, _) => "P2WSH",
        (1, 32) => "P2TR",
        _ => "SegWit",
    };
    let name: Vec<u8> = read.hrp().lowercase_byte_iter().collect();
    let payload = [name.as_slice(), &[version], &program].concat();
    Some(Address { family, form, payload, is_test, has_checksum: true })
}

/// The bytes behind the name, where the checksum is right.
fn plain(text: &str) -> Option<Vec<u8>> {
    let bytes = |read: CheckedHrpstring<'_>| read.byte_iter().collect();
    CheckedHrpstring::new::<Bech32>(text).or_else(|_| CheckedHrpstring::new::<Bech32m>(text)).ok().map(bytes)
}
