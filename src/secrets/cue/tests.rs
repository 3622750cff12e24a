//! The table of words, and what holds for every detector that reads it.

use super::words::WORDS;
use super::{Sense, all};
use crate::flow::step::TextFormat;
use crate::secrets::reading::Reading;
use crate::secrets::{bank_account, card, cvv, id_number, one_time_code, password, pin};
use proptest::collection::vec;
use proptest::prelude::{prop_assert, proptest};
use proptest::sample::select;

#[test]
fn the_table_is_in_order() {
    for pair in WORDS.windows(2) {
        assert!(pair[0].0 < pair[1].0, "{} stands before {}", pair[0].0, pair[1].0);
    }
    for (word, _) in WORDS {
        assert!(word.len() > 1 && *word == word.to_lowercase() && !word.as_bytes()[..2].contains(&b' '), "{word}");
    }
}

#[test]
fn the_longest_word_wins() {
    let senses = |text: &str| -> Vec<Sense> { all(&Reading::new(text)).iter().map(|cue| cue.sense).collect() };
    assert_eq!(senses("error code: 1"), [Sense::Other]);
    assert_eq!(senses("the verification-code"), [Sense::OneTime]);
    assert_eq!(senses("verificationCode"), [Sense::OneTime]);
    assert_eq!(senses("CODE"), [Sense::BareCode]);
    assert_eq!(senses("decoded, spinning, compass"), []);
    assert_eq!(senses("支付密码和登录密码"), [Sense::PaymentPin, Sense::Password]);
    assert_eq!(senses("错误码"), [Sense::Other]);
    assert_eq!(senses("ＰＩＮ码"), [Sense::Pin]);
    assert_eq!(senses("DB_PASSWORD userPassword"), [Sense::Password, Sense::Password]);
}

proptest! {
    #[test]
    fn whatever_is_found_stands_in_the_text(
        pieces in vec(select(vec![
            "验证码", "密码", "支付密码", "CVV", "PIN", "code", "is", "是", "：", ": ", "=", "482913", "1", "４", "①", "-", " ", "\n",
            "“", "”", "\"", "'", "（", "(", "卡号", "4111 1111", "/", "12/28", "GB29", "身份证", "110105", "é", "\u{200d}", "👩‍🔧", "Qwer1", "to ",
            "changed ", "…", "账号", "G-", "我的", "my ", "。", ".", ",", "*", "[", "\\n", "x",
        ]), 0..24),
        format in select(TextFormat::ALL.iter().map(|(_, format)| *format).collect::<Vec<_>>()),
    ) {
        let text = pieces.concat();
        let reading = Reading::new(&text);
        for detector in [card::find, cvv::find, one_time_code::find, pin::find, password::find, id_number::find, bank_account::find] {
            let mut found = Vec::new();
            detector(&reading, format, &mut |range, _, _| found.push(range));
            for range in found {
                let piece = reading.text().get(range.clone());
                prop_assert!(piece.is_some_and(|piece| !piece.is_empty() && piece.trim() == piece), "{:?}: {:?}", text, range);
            }
        }
    }
}
