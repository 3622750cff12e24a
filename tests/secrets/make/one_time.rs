//! What authenticator apps are set up with.

use super::encode::base32;
use super::{Sheet, bytes, dice, grouped};

/// Addresses and secrets of authenticator apps.
pub(crate) fn authenticators() -> Sheet {
    let mut sheet = Sheet::secrets(
        "authenticators",
        "otpauth addresses (Key Uri Format, RFC 6238 and 4226), exact; base32 secrets next to words that tell what they are, context.",
    );
    let mut dice = dice(51);
    let addresses = [
        "otpauth://totp/Example:alice@example.com?secret={}&issuer=Example",
        "otpauth://hotp/Example:alice?secret={}&counter=1",
        "otpauth://totp/%E7%A4%BA%E4%BE%8B%E9%92%B1%E5%8C%85:13800138000?secret={}&algorithm=SHA1&digits=6&period=30",
        "二维码扫出来是 otpauth://totp/Exchange:user?secret={}&issuer=Exchange 然后呢",
        "The QR code reads otpauth://totp/Exchange:user?issuer=Exchange&secret={} but no code works",
        "OTPAUTH://TOTP/Wallet?SECRET={}",
    ];
    for address in addresses {
        let secret = base32(&bytes::<20>(&mut dice));
        sheet.exact("otp-secret", &secret, &address.replace("{}", &secret));
    }
    let secret = base32(&bytes::<20>(&mut dice));
    let address = addresses[0].replace("{}", &secret);
    sheet.row(&["otp-secret", "exact", "url", &secret, &address]);
    let told = [
        "谷歌验证器的密钥是 {}，换手机后丢了",
        "身份验证器密钥：{}",
        "2FA 密钥 {} 我抄在本子上了",
        "绑定二次验证的时候显示的密钥是{}",
        "TOTP密钥：{}",
        "无法扫码就手动输入 {} ，两步验证提示密钥无效",
        "my authenticator setup key is {}",
        "2FA secret: {}",
        "TOTP secret key {} does not produce the right codes",
        "Can't scan it? Enter this setup key in Google Authenticator: {}",
        "the manual entry key for two-factor was {} and I lost my phone",
        "MFA seed = {}",
    ];
    for (number, sentence) in told.iter().enumerate() {
        let secret = if number % 3 == 0 { base32(&bytes::<10>(&mut dice)) } else { base32(&bytes::<20>(&mut dice)) };
        let shown = match number % 4 {
            1 => grouped(&secret, 4, " "),
            2 => grouped(&secret, 4, " ").to_lowercase(),
            _ => secret.clone(),
        };
        sheet.context("otp-secret", &secret, &sentence.replace("{}", &shown));
    }
    sheet
}
