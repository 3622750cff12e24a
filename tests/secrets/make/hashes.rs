//! Transaction hashes where they are asked for, and other long harmless numbers.

use super::encode::hex;
use super::{Sheet, bytes, dice};

/// Hashes.
pub(crate) fn hashes() -> Sheet {
    let mut sheet = Sheet::benign(
        "hashes",
        "Transaction hashes in the question that asks for them (64 hex digits, base58 of 64 bytes), shortened hashes, UUIDs and commits anywhere.",
    );
    let mut dice = dice(102);
    for number in 0..24 {
        let hash = hex(&bytes::<32>(&mut dice));
        let text = match number % 6 {
            0 => hash,
            1 => format!("0x{hash}"),
            2 => hash.to_uppercase(),
            3 => format!("交易哈希 {hash}"),
            4 => format!("https://etherscan.io/tx/0x{hash}"),
            _ => format!("TxID: 0x{hash}"),
        };
        sheet.row(&["tx-hash", &text]);
    }
    for number in 0..6 {
        let hash = bs58::encode(bytes::<64>(&mut dice)).into_string();
        let text = if number % 2 == 0 { hash } else { format!("https://solscan.io/tx/{hash}") };
        sheet.row(&["tx-hash", &text]);
    }
    for number in 0..8 {
        let hash = hex(&bytes::<32>(&mut dice));
        let text = match number % 4 {
            0 => format!("哈希是 0x{}…{}", &hash[..6], &hash[60..]),
            1 => format!("tx 0x{}...{} is still pending", &hash[..8], &hash[56..]),
            2 => format!("the hash starts with {}", &hash[..10]),
            _ => format!("尾号 {} 的那笔", &hash[60..]),
        };
        sheet.plain(&text);
    }
    for number in 0..10 {
        let id = hex(&bytes::<16>(&mut dice));
        let id = format!("{}-{}-4{}-a{}-{}", &id[..8], &id[8..12], &id[13..16], &id[17..20], &id[20..]);
        let text = match number % 5 {
            0 => id,
            1 => format!("请求编号 {id}"),
            2 => format!("request id: {id}, status 503"),
            3 => format!("工单 {id} 已关闭"),
            _ => format!("traceId={id}"),
        };
        sheet.plain(&text);
    }
    for number in 0..4 {
        let commit = hex(&bytes::<20>(&mut dice));
        sheet.plain(&["build {}", "版本 2.4.1（{}）"][number % 2].replace("{}", &commit));
    }
    sheet
}
