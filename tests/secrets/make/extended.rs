//! Extended private keys (BIP-32 with the version bytes of SLIP-132).

use super::words::{KEY_EN, KEY_ZH, around};
use super::{Sheet, bytes, dice};
use crate::harness::wander::Dice;

/// Prefix and version bytes of private keys.
const PRIVATE: [(&str, u32); 10] = [
    ("xprv", 0x0488_ade4),
    ("yprv", 0x049d_7878),
    ("zprv", 0x04b2_430c),
    ("Yprv", 0x0295_b005),
    ("Zprv", 0x02aa_7a99),
    ("tprv", 0x0435_8394),
    ("uprv", 0x044a_4e28),
    ("vprv", 0x045f_18bc),
    ("Uprv", 0x0242_85b5),
    ("Vprv", 0x0257_5048),
];

/// Prefix and version bytes of public keys.
pub(crate) const PUBLIC: [(&str, u32); 4] =
    [("xpub", 0x0488_b21e), ("ypub", 0x049d_7cb2), ("zpub", 0x04b2_4746), ("tpub", 0x0435_87cf)];

/// An extended key; a public one holds a point, which begins with 2 or 3.
pub(crate) fn extended_key(dice: &mut Dice, version: u32, first: u8) -> String {
    let mut payload = version.to_be_bytes().to_vec();
    payload.push(3);
    payload.extend(bytes::<4>(dice));
    payload.extend([0x80, 0, 0, 0]);
    payload.extend(bytes::<32>(dice));
    payload.push(first);
    payload.extend(bytes::<32>(dice));
    bs58::encode(payload).with_check().into_string()
}

/// Extended private keys of every family.
pub(crate) fn extended_keys() -> Sheet {
    let mut sheet = Sheet::secrets(
        "extended-keys",
        "Extended private keys (BIP-32, SLIP-132) of every family with right checksums, alone, in sentences and as a whole descriptor.",
    );
    let mut dice = dice(31);
    for (number, (prefix, version)) in PRIVATE.into_iter().enumerate() {
        let key = extended_key(&mut dice, version, 0);
        assert!(key.starts_with(prefix), "{key} is no {prefix}");
        sheet.exact("private-key", &key, &key);
        let key = extended_key(&mut dice, version, 0);
        let text = if number % 2 == 0 { around(&KEY_ZH, number, &key) } else { around(&KEY_EN, number, &key) };
        sheet.exact("private-key", &key, &text);
    }
    let key = extended_key(&mut dice, 0x0488_ade4, 0);
    sheet.exact("private-key", &key, &format!("wpkh([d34db33f/84h/0h/0h]{key}/0/*)"));
    let key = extended_key(&mut dice, 0x0488_ade4, 0);
    sheet.row(&["private-key", "exact", "tx-hash", &key, &key]);
    sheet
}
