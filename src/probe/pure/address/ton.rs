//! Addresses of TON (TEP-2): in Base64 with a checksum, or raw.

use super::chain::Family;
use super::evm::bytes;
use super::read::{Address, Flaw};
use crate::secrets::crc16;

/// The characters of an address, and its bytes: a flag, the workchain, a hash, the checksum.
const SIGNS: usize = 48;

/// The flags: whether coins come back where nobody is; one bit more is for tests.
const FLAGS: [u8; 2] = [0x11, 0x51];
const TEST: u8 = 0x80;

/// How they begin: the flag, and the workchain. Which flag it is changes nothing about whose the address is.
pub(in crate::probe) const BEGINNINGS: [&str; 8] = ["EQ", "UQ", "kQ", "0Q", "Ef", "Uf", "kf", "0f"];

/// Reads such an address; `None`: there is something else.
pub(super) fn read(text: &str) -> Option<Result<Address, Flaw>> {
    if let Some((workchain, hash)) = text.split_once(':') {
        let workchain: i8 = workchain.parse().ok()?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
        let payload = [workchain.to_be_bytes().as_slice(), &bytes(hash)].concat();
        let family = Family::Ton;
        return is_hash.then_some(Ok(Address { family, form: "raw", payload, is_test: false, has_checksum: false }));
    }
    if text.len() != SIGNS || !text.starts_with(['E', 'U', 'k', '0']) {
        return None;
    }
    let decoded = decode(text)?;
    let (payload, checksum) = decoded.split_last_chunk::<2>()?;
    let flag = *payload.first()?;
    if crc16(payload).to_be_bytes() != *checksum || !FLAGS.contains(&(flag & !TEST)) {
        return Some(Err(Flaw::Checksum("Base64")));
    }
    let payload = payload.get(1..)?.to_vec();
    Some(Ok(Address { family: Family::Ton, form: "Base64", payload, is_test: flag & TEST != 0, has_checksum: true }))
}

/// Base64 in either alphabet (RFC 4648), without padding.
fn decode(text: &str) -> Option<Vec<u8>> {
    let value = |sign: u8| match sign {
        b'A'..=b'Z' => Some(sign - b'A'),
        b'a'..=b'z' => Some(sign - b'a' + 26),
        b'0'..=b'9' => Some(sign - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    };
    let values: Vec<u8> = text.bytes().map(value).collect::<Option<_>>()?;
    let bytes = values.chunks_exact(4).flat_map(|four| {
        let [.., a, b, c] = four.iter().fold(0_u32, |held, value| held << 6 | u32::from(*value)).to_be_bytes();
        [a, b, c]
    });
    Some(bytes.collect())
}
