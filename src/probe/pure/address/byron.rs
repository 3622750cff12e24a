//! Cardano's first addresses (CIP-19, "Byron Addresses"): Base58 around CBOR with a CRC-32. Exchanges still show them.

use super::chain::Family;
use super::read::{Address, Flaw};
use crate::secrets::base58::BITCOIN;

/// How every such address begins: an array of two, the first of which is tagged bytes.
const HEAD: [u8; 4] = [0x82, 0xd8, 0x18, 0x58];
/// What stands before the checksum: a number of four bytes.
const NUMBER: u8 = 0x1a;
/// How the attribute begins by which a test network is known; four bytes and the kind of address follow.
const MAGIC: [u8; 3] = [0x02, 0x45, 0x1a];

/// Reads such an address; `None`: there is something else.
pub(super) fn read(text: &str) -> Option<Result<Address, Flaw>> {
    let bytes = BITCOIN.decode(text.as_bytes())?;
    let (length, rest) = bytes.strip_prefix(&HEAD)?.split_first()?;
    let (payload, checksum) = rest.split_at_checked(usize::from(*length))?;
    let right = matches!(checksum, [NUMBER, sum @ ..] if *sum == crc32(payload).to_be_bytes());
    let is_test =
        payload.len().checked_sub(8).and_then(|at| payload.get(at..)).is_some_and(|end| end.starts_with(&MAGIC));
    let payload = payload.to_vec();
    let address = Address { family: Family::Cardano, form: "Byron", payload, is_test, has_checksum: true };
    Some(if right { Ok(address) } else { Err(Flaw::Checksum("CRC-32")) })
}

/// CRC-32 as in Ethernet and zip.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 0 { crc >> 1 } else { crc >> 1 ^ 0xedb8_8320 })
    })
}
