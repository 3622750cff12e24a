//! Public addresses and keys of many chains: they harm nobody and must stay.

use super::encode::{hex, segwit};
use super::extended::{PUBLIC, extended_key};
use super::{Sheet, bytes, dice};
use crate::harness::wander::Dice;

type Address = fn(&mut Dice) -> String;

const ADDRESSES: [Address; 9] = [
    |dice| versioned(dice, &[0x00]),
    |dice| versioned(dice, &[0x05]),
    |dice| segwit("bc", &bytes::<20>(dice)),
    |dice| segwit("bc", &bytes::<32>(dice)),
    |dice| format!("0x{}", hex(&bytes::<20>(dice))),
    |dice| versioned(dice, &[0x41]),
    |dice| bs58::encode(bytes::<32>(dice)).into_string(),
    |dice| versioned(dice, &[0x1e]),
    |dice| segwit("ltc", &bytes::<20>(dice)),
];

/// 20 bytes in Base58Check.
fn versioned(dice: &mut Dice, version: &[u8]) -> String {
    let mut payload = version.to_vec();
    payload.extend(bytes::<20>(dice));
    bs58::encode(payload).with_check().into_string()
}

/// Addresses, public keys, names.
pub(crate) fn addresses() -> Sheet {
    let mut sheet = Sheet::benign(
        "addresses",
        "Public addresses of Bitcoin, Ethereum, Tron, Solana, Dogecoin and Litecoin with right checksums, extended public keys, the examples of EIP-55.",
    );
    let mut dice = dice(101);
    let told = [
        "{}",
        "我转到了 {} ，对方说没收到",
        "充值地址是{}，网络选的TRC20",
        "I sent it to {} but nothing arrived",
        "my deposit address: {}",
        "收款地址 {}",
        "Wrong address! I meant {}, can it be reversed?",
    ];
    for (number, address) in ADDRESSES.iter().enumerate() {
        for turn in 0..4 {
            let address = address(&mut dice);
            sheet.plain(&told[(number + turn) % told.len()].replace("{}", &address));
            if turn == 0 {
                let address = ADDRESSES[number](&mut dice);
                sheet.row(&["address", &address]);
            }
        }
    }
    for address in [
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    ] {
        sheet.plain(address);
    }
    for (number, (prefix, version)) in PUBLIC.into_iter().enumerate() {
        let key = extended_key(&mut dice, version, 2);
        assert!(key.starts_with(prefix), "{key} is no {prefix}");
        sheet.plain(&["{}", "我的观察钱包用的是 {}", "watch-only wallet with {}"][number % 3].replace("{}", &key));
    }
    sheet
}
