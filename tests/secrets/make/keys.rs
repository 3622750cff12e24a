//! Keys that move money: hex (secp256k1), WIF, Solana.

use super::encode::hex as to_hex;
use super::words::{KEY_EN, KEY_ZH, around};
use super::{Sheet, bytes, dice, grouped, wide};
use crate::harness::wander::Dice;

const KIND: &str = "private-key";

/// Raw keys in hex.
pub(crate) fn hex() -> Sheet {
    let mut sheet = Sheet::secrets(
        "hex-keys",
        "Raw keys of 64 hex digits, with and without 0x, in capitals, full-width, split over lines and groups, in sentences and settings files.",
    );
    let mut dice = dice(21);
    let forms: [fn(&str) -> String; 8] = [
        str::to_owned,
        |key| format!("0x{key}"),
        str::to_uppercase,
        |key| format!("0X{}", key.to_uppercase()),
        wide,
        |key| format!("\"{key}\""),
        |key| format!("PRIVATE_KEY={key}"),
        |key| format!("{{\"privateKey\": \"0x{key}\"}}"),
    ];
    for (number, form) in forms.iter().enumerate() {
        for turn in 0..3 {
            let key = to_hex(&bytes::<32>(&mut dice));
            let text = match turn {
                0 => form(&key),
                1 => around(&KEY_ZH, number, &form(&key)),
                _ => around(&KEY_EN, number, &form(&key)),
            };
            sheet.exact(KIND, &key, &text);
        }
    }
    let splits: [fn(&str) -> String; 5] = [
        |key| grouped(key, 32, "\n"),
        |key| grouped(key, 32, " "),
        |key| grouped(key, 8, " "),
        |key| grouped(key, 4, " "),
        |key| grouped(key, 16, "-"),
    ];
    for (number, split) in splits.iter().enumerate() {
        let key = to_hex(&bytes::<32>(&mut dice));
        sheet.context(KIND, &key, &around(&KEY_ZH, number, &split(&key)));
        let key = to_hex(&bytes::<32>(&mut dice));
        sheet.context(KIND, &key, &around(&KEY_EN, number, &split(&key)));
    }
    for format in ["error", "order-id", "address", "email", "phone", "url"] {
        let key = to_hex(&bytes::<32>(&mut dice));
        sheet.row(&[KIND, "exact", format, &key, &key]);
    }
    sheet
}

/// A key in the import format of Bitcoin wallets.
fn wallet_import_format(dice: &mut Dice, version: u8, compressed: bool) -> String {
    let mut payload = vec![version];
    payload.extend(bytes::<32>(dice));
    if compressed {
        payload.push(1);
    }
    bs58::encode(payload).with_check().into_string()
}

/// Keys in the import format of Bitcoin wallets.
pub(crate) fn wif() -> Sheet {
    let mut sheet = Sheet::secrets(
        "wif",
        "Bitcoin keys in wallet import format (Base58Check): main and test net, compressed or not, also with the prefixes of Electrum; Litecoin and Dogecoin.",
    );
    let mut dice = dice(22);
    for (number, (version, compressed)) in
        [(0x80, true), (0x80, false), (0xef, true), (0xef, false), (0xb0, true), (0x9e, true)].into_iter().enumerate()
    {
        let key = wallet_import_format(&mut dice, version, compressed);
        sheet.exact(KIND, &key, &key);
        let key = wallet_import_format(&mut dice, version, compressed);
        sheet.exact(KIND, &key, &around(&KEY_ZH, number, &key));
        let key = wallet_import_format(&mut dice, version, compressed);
        sheet.exact(KIND, &key, &around(&KEY_EN, number, &key));
    }
    for prefix in ["p2wpkh:", "p2wpkh-p2sh:", "key="] {
        let key = wallet_import_format(&mut dice, 0x80, true);
        sheet.exact(KIND, &key, &format!("{prefix}{key}"));
    }
    for format in ["tx-hash", "address", "order-id", "error"] {
        let key = wallet_import_format(&mut dice, 0x80, true);
        sheet.row(&[KIND, "exact", format, &key, &key]);
    }
    sheet
}

/// Solana keys: 64 bytes in base58 as wallets export them, or as the array that its command line writes.
pub(crate) fn solana() -> Sheet {
    let mut sheet = Sheet::secrets(
        "solana",
        "Solana keys of 64 bytes: base58 of 87 or 88 characters, and the array of its command line, in one line and over several.",
    );
    let mut dice = dice(23);
    for number in 0..10 {
        let key = bs58::encode(bytes::<64>(&mut dice)).into_string();
        let text = match number % 3 {
            0 => key.clone(),
            1 => around(&KEY_ZH, number, &key),
            _ => around(&KEY_EN, number, &key),
        };
        sheet.exact(KIND, &key, &text);
    }
    for (number, between) in [",", ", ", ",\n", " , ", ",", ", "].into_iter().enumerate() {
        let numbers: Vec<String> = bytes::<64>(&mut dice).iter().map(ToString::to_string).collect();
        let array = format!("[{}]", numbers.join(between));
        let text = match number % 3 {
            0 => array,
            1 => around(&KEY_ZH, number, &array),
            _ => around(&KEY_EN, number, &array),
        };
        sheet.exact(KIND, &numbers.concat(), &text);
    }
    sheet
}
