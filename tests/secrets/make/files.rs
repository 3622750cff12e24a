//! Key files as people paste them: Ethereum keystores and PEM blocks.

use super::encode::{base64, hex};
use super::{Sheet, bytes, dice, grouped};
use crate::harness::wander::Dice;

/// An Ethereum keystore (Web3 Secret Storage, version 3) and its ciphertext.
fn keystore(dice: &mut Dice, scrypt: bool) -> (String, String) {
    let text = hex(&bytes::<32>(dice));
    let salt = hex(&bytes::<32>(dice));
    let derivation = if scrypt {
        format!("\"kdf\":\"scrypt\",\"kdfparams\":{{\"dklen\":32,\"n\":262144,\"p\":1,\"r\":8,\"salt\":\"{salt}\"}}")
    } else {
        format!(
            "\"kdf\":\"pbkdf2\",\"kdfparams\":{{\"c\":262144,\"dklen\":32,\"prf\":\"hmac-sha256\",\"salt\":\"{salt}\"}}"
        )
    };
    let address = hex(&bytes::<20>(dice));
    let vector = hex(&bytes::<16>(dice));
    let mac = hex(&bytes::<32>(dice));
    let file = format!(
        "{{\"address\":\"{address}\",\"crypto\":{{\"cipher\":\"aes-128-ctr\",\"cipherparams\":{{\"iv\":\"{vector}\"}},\"ciphertext\":\"{text}\",{derivation},\"mac\":\"{mac}\"}},\"id\":\"3198bc9c-6672-5ab3-d995-4942343ae5b6\",\"version\":3}}"
    );
    (file, text)
}

/// With line breaks and indents, as an editor shows it.
fn pretty(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    serde_json::to_string_pretty(&value).unwrap()
}

/// Keystores.
pub(crate) fn keystores() -> Sheet {
    let mut sheet = Sheet::secrets(
        "keystores",
        "Ethereum keystore files (version 3) with scrypt and PBKDF2: in one line, over several, in a sentence, cut off; the core is the ciphertext.",
    );
    let mut dice = dice(41);
    for number in 0..10 {
        let (file, core) = keystore(&mut dice, number % 2 == 0);
        let text = match number {
            0 | 1 => file,
            2 | 3 => pretty(&file),
            4 => format!("钱包备份文件里是这个：{file} 怎么导入"),
            5 => format!("my backup file says {file} but the password does not work"),
            6 => format!("我把文件内容贴出来\n{}\n请帮我解锁", pretty(&file)),
            7 => format!("UTC--2026-01-05T08-12-33.000000000Z--0f1e\n{}", pretty(&file)),
            8 => file.replace("crypto", "Crypto"),
            _ => file.split_once(",\"mac\"").unwrap().0.to_owned(),
        };
        sheet.exact("keystore", &core, &text);
    }
    sheet
}

/// PEM blocks with private keys.
pub(crate) fn pem_blocks() -> Sheet {
    let mut sheet = Sheet::secrets(
        "pem-blocks",
        "PEM and OpenPGP blocks with private keys (RFC 7468, RFC 9580) of random bytes: whole, in a sentence, with written-out line breaks, without an end.",
    );
    let mut dice = dice(42);
    let labels = [
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "PGP PRIVATE KEY BLOCK",
        "PRIVATE KEY",
        "EC PRIVATE KEY",
        "PRIVATE KEY",
    ];
    for (number, label) in labels.into_iter().enumerate() {
        let body = base64(&bytes::<120>(&mut dice));
        let block = format!("-----BEGIN {label}-----\n{}\n-----END {label}-----", grouped(&body, 64, "\n"));
        let text = match number {
            3 => format!("商户后台下载的密钥是\n{block}\n上传一直失败"),
            4 => format!("here is my key file\n{block}\nwhy is it rejected"),
            6 => format!("\"key\": \"{}\"", block.replace('\n', "\\n")),
            7 => block.split_once("\n-----END").unwrap().0.to_owned(),
            8 => block.replace('\n', " "),
            _ => block,
        };
        sheet.exact("pem-key", &body, &text);
    }
    sheet
}
