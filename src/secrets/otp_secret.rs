//! What an authenticator app is set up with: `otpauth` addresses and secrets in base32.

mod address;
mod base32;

use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;

/// Finds set-up addresses and secrets.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    address::find(reading, &mut |range| report(range, Kind::OtpSecret, Confidence::Exact));
    base32::find(reading, &mut |range| report(range, Kind::OtpSecret, Confidence::Likely));
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Kind, find};
    use proptest::{prop_assert_eq, proptest};

    fn found(text: &str) -> Vec<&str> {
        let all = find(text, TextFormat::Free).into_iter();
        all.filter(|found| found.kind == Kind::OtpSecret).map(|found| &text[found.span]).collect()
    }

    #[test]
    fn finds_what_sets_an_authenticator_up() {
        // The secret is that of the Key Uri Format's own example.
        for key in [
            "otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example",
            "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6",
            "OTPAUTH://hotp/x?secret=JBSWY3DPEHPK3PXP",
            "otpauth://totp/支付宝:me?secret=JBSWY3DPEHPK3PXP",
            "otpauth://totp/My Wallet:me?secret=JBSWY3DPEHPK3PXP",
            "otpauth%3A%2F%2Ftotp%2Fme%3Fsecret%3DJBSWY3DPEHPK3PXP",
        ] {
            for text in [key.to_owned(), format!("扫出来是{key}，怎么用"), format!("It says \"{key}\" here")] {
                assert_eq!(found(&text), [key], "{text}");
            }
        }
        assert_eq!(found("GA key JBSWY3DPEHPK3PXP"), ["JBSWY3DPEHPK3PXP"]);
        for key in [
            "JBSWY3DPEHPK3PXP",
            "jbswy3dpehpk3pxp",
            "JBSW Y3DP EHPK 3PXP",
            "jbsw y3dp ehpk 3pxp",
            "JBSW-Y3DP-EHPK-3PXP",
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
            "XQWZKJHGVBFDPLMN",
        ] {
            for text in [
                format!("谷歌验证器的密钥是{key}"),
                format!("设置密钥：{key}，换手机了"),
                format!("my 2FA secret is {key} but it does not work"),
                format!("setup key: {key}"),
                format!("{key} 是我的身份验证器密钥"),
                format!("16 位密钥：{key}"),
            ] {
                assert_eq!(found(&text), [key], "{text}");
            }
        }
    }

    #[test]
    fn talk_about_authenticators_stays() {
        for text in [
            "My authenticator is not working",
            "the google authenticator code does not work with this very long unbelievableresponsibility",
            "my 2fa code does they work very well with this sort that most user like",
            "谷歌验证器丢了，订单号 2016071921001003030200089909",
            "secret: GDRXE2BQUC3AZNPVFSCEZ76NJ3WWL25FYFK6RGZGIEKWE4SOOHSUJUJ6 is a public address",
            "otpauth:// links do nothing",
            "2FA FAILED WITH AUTHENTICATIONEXCEPTION ON PHONE",
            "JBSWY3DPEHPK3PXP",
            "二次验证失败，地址 TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn finds_any_secret(key in "[A-Z2-7]{32}", fold in proptest::bool::ANY) {
            let key = if fold { key.to_lowercase() } else { key };
            let groups: Vec<&str> = (0..32).step_by(4).filter_map(|at| key.get(at..at + 4)).collect();
            for key in [groups.concat(), groups.join(" ")] {
                let text = format!("secret key: {key}, ok");
                prop_assert_eq!(found(&text), [key.as_str()]);
            }
        }
    }
}
