//! PINs, in context.

mod aside;

use super::Confidence;
use super::Report;
use super::cue::{self, Cue, Link, Place, Sense, counts, number};
use super::kind::Kind;
use super::reading::Reading;
use crate::flow::step::TextFormat;
use std::ops::Range;

/// Finds PINs.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    if matches!(format, TextFormat::Phone | TextFormat::Email)
        || !reading.text().bytes().any(|byte| byte.is_ascii_digit())
    {
        return;
    }
    let cues = cue::all(reading);
    for (index, cue) in cues.iter().enumerate() {
        if matches!(cue.sense, Sense::Pin | Sense::PaymentPin) {
            let behind = cue::behind(reading, &cues, index).into_iter().find_map(|place| value(reading, cue, place));
            if let Some(range) = behind.or_else(|| value_before(reading, &cues, index)) {
                for more in number::more(reading.text(), &range) {
                    report(more, Kind::Pin, Confidence::Likely);
                }
                report(range, Kind::Pin, Confidence::Likely);
            }
        }
    }
    if format != TextFormat::Error {
        aside::find(reading, &cues, &mut |range| report(range, Kind::Pin, Confidence::Likely));
    }
}

/// The PIN behind its word.
fn value(reading: &Reading<'_>, cue: &Cue, place: Place) -> Option<Range<usize>> {
    let range = number::at(reading.text(), place.at)?;
    let most = if cue.sense == Sense::PaymentPin && place.link != Link::Beside { 12 } else { 8 };
    let fits = (4..=most).contains(&number::digits(reading.text(), &range));
    (fits && !counts(reading.lower(), range.end)).then_some(range)
}

/// The PIN before its word.
fn value_before(reading: &Reading<'_>, cues: &[Cue], index: usize) -> Option<Range<usize>> {
    let range = number::ending(reading.text(), cue::before(reading, cues, index)?)?;
    (4..=8).contains(&number::digits(reading.text(), &range)).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::secrets::cue::found_by as one;
    use crate::secrets::kind::Kind;

    #[test]
    fn pins() {
        for (text, pin) in [
            ("PIN 1234", "1234"),
            ("my PIN is 482913", "482913"),
            ("pin: 1234", "1234"),
            ("PIN=1234", "1234"),
            ("pin1234", "1234"),
            ("Pin code 4829 is refused", "4829"),
            ("the PIN of my Ledger is 48291357", "48291357"),
            ("I set my PIN to 482913", "482913"),
            ("1234 is my PIN", "1234"),
            ("my daughter knows the PIN, 1968.", "1968"),
            ("支付密码，我输的是482913", "482913"),
            ("my phone passcode is 482913", "482913"),
            ("card PIN - 4829", "4829"),
            ("PIN码是1234", "1234"),
            ("ＰＩＮ：１２３４", "１２３４"),
            ("支付密码482913", "482913"),
            ("支付密码是 482913，帮我看看", "482913"),
            ("我的取款密码为482913", "482913"),
            ("交易密码改成了 482913", "482913"),
            ("解锁密码:1234", "1234"),
            ("锁屏密码我设的是 4829", "4829"),
            ("482913 是我的支付密码", "482913"),
            ("支付密码（482913）", "482913"),
            ("资金密码=4829135791", "4829135791"),
            ("付款时要密码，我输入482913，一直说错", "482913"),
            ("I typed 9036 and it said wrong PIN", "9036"),
        ] {
            assert_eq!(one(find, text), [(pin, Kind::Pin)], "{text}");
        }
    }

    #[test]
    fn no_pins() {
        for text in [
            "PIN 输错 3 次",
            "PIN has 6 digits",
            "6 位数密码",
            "支付密码是 6 位数字",
            "支付密码忘了，订单 20261124",
            "支付密码错误 10034",
            "支付密码输错，错误码 10034",
            "PIN was wrong 3 times",
            "my PIN is 4-8 digits long",
            "PIN not accepted since 2026-11-24",
            "支付密码 2026 年改过",
            "支付密码 10 分钟后再试",
            "the pinned message 1234",
            "spinning 1234",
            "支付密码被锁 1440 分钟",
            "PIN is 1000 USDT",
            "PIN pad shows error 4829",
            "I forgot my PIN. 2026 was bad",
            "1280 CNY paid, then PIN",
            "解锁密码是生日",
            "PIN 1.2.3",
            "支付密码 24:00 以后再改",
            "我输入了20000，付款时要密码",
            "I entered 3250 and then the PIN",
            "the PIN screen came after I sent 4250",
        ] {
            assert_eq!(one(find, text), [], "{text}");
        }
    }
}
