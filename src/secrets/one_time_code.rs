//! Codes that count once, in context.

mod aside;

use super::Report;
use super::cue::{self, Cue, Link, Place, Sense, number};
use super::kind::Kind;
use super::reading::Reading;
use super::{Confidence, cue::counts};
use crate::flow::step::TextFormat;
use std::ops::Range;

/// Finds one-time codes.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    if matches!(format, TextFormat::Phone | TextFormat::Email)
        || !reading.text().bytes().any(|byte| byte.is_ascii_digit())
    {
        return;
    }
    let cues = cue::all(reading);
    for (index, cue) in cues.iter().enumerate() {
        let weak = matches!(cue.sense, Sense::TheirCode | Sense::BareCode);
        if !weak && !matches!(cue.sense, Sense::OneTime | Sense::SecurityCode) || weak && format == TextFormat::Error {
            continue;
        }
        let behind = cue::behind(reading, &cues, index).into_iter().find_map(|place| value(reading, cue, place));
        if let Some(range) = behind.or_else(|| value_before(reading, &cues, index)) {
            for more in number::more(reading.text(), &range) {
                report(more, Kind::OneTimeCode, Confidence::Likely);
            }
            report(range, Kind::OneTimeCode, Confidence::Likely);
        }
    }
    if format != TextFormat::Error {
        aside::find(reading, &cues, &mut |range| report(range, Kind::OneTimeCode, Confidence::Likely));
    }
}

/// The code behind its word.
fn value(reading: &Reading<'_>, cue: &Cue, place: Place) -> Option<Range<usize>> {
    let text = reading.text();
    if cue.sense == Sense::OneTime
        && place.link != Link::Beside
        && let Some(range) = mixed(text, place.at)
    {
        return Some(range);
    }
    let range = number::at(text, place.at)?;
    let digits = number::digits(text, &range);
    let beside = place.link == Link::Beside;
    let entered = beside && digits == 6 && is_entered(reading, cue);
    let usual = (4..=8).contains(&digits);
    // The code of a branch, of a door: other words between them leave only the usual length.
    let said = !beside && (place.link == Link::Said || digits == 6);
    let fits = match cue.sense {
        Sense::BareCode if is_yours(reading, cue) => usual && said,
        Sense::BareCode => digits == 6 && (said && !is_key(reading, cue) || entered),
        Sense::TheirCode => usual && said || entered,
        _ => usual && !(beside && is_known_number(text.get(range.clone())?)),
    };
    (fits && !counts(reading.lower(), range.end)).then_some(range)
}

/// The code before its word.
fn value_before(reading: &Reading<'_>, cues: &[Cue], index: usize) -> Option<Range<usize>> {
    let cue = cues.get(index)?;
    let range = number::ending(reading.text(), cue::before(reading, cues, index)?)?;
    let digits = number::digits(reading.text(), &range);
    let fits = if cue.sense == Sense::BareCode { digits == 6 } else { (4..=8).contains(&digits) };
    (fits && !is_known_number(reading.text().get(range.clone())?)).then_some(range)
}

/// Six to eight letters of one case and digits, as some services send them; five as Steam does.
fn mixed(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let token = rest.get(..length)?;
    let digit = token.bytes().any(|byte| byte.is_ascii_digit());
    let upper = token.bytes().any(|byte| byte.is_ascii_uppercase());
    let lower = token.bytes().any(|byte| byte.is_ascii_lowercase());
    let next = rest.as_bytes().get(length).copied().unwrap_or(b' ');
    let whole = !b"-_@/".contains(&next) && number::ends_there(rest.as_bytes(), length, length);
    ((5..=8).contains(&length) && digit && (upper != lower) && whole && !is_ordinal(token)).then_some(at..at + length)
}

/// "10am", "120secs", "30days": digits, then a word.
fn is_ordinal(token: &str) -> bool {
    let word = token.trim_start_matches(|letter: char| letter.is_ascii_digit());
    word.len() < token.len() && counts(&token.to_ascii_lowercase(), token.len() - word.len())
}

/// A year, or the number of a bank or of a phone company, which sends the codes.
fn is_known_number(number: &str) -> bool {
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let service = number.len() == 5 && ["95", "96", "100", "123"].iter().any(|start| number.starts_with(start));
    year || service
}

/// "Your Microsoft code".
fn is_yours(reading: &Reading<'_>, cue: &Cue) -> bool {
    let before = reading.lower().get(..cue.range.start).unwrap_or("");
    let mut words = before.rsplit(' ').take(4).skip(1);
    before.ends_with(' ') && words.any(|word| matches!(word, "your" | "my"))
}

/// Whether somebody enters this code, or got it.
fn is_entered(reading: &Reading<'_>, cue: &Cue) -> bool {
    let before = reading.lower().get(..cue.range.start).unwrap_or("").trim_end();
    let before = [" a", " the", " this"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let verbs =
        ["got", "enter", "entered", "type", "typed", "use", "used", "received", "gave", "told them", "输入", "with"];
    verbs.iter().any(|verb| before.ends_with(verb))
}

/// Whether the word is a key in JSON, where it says what went wrong.
fn is_key(reading: &Reading<'_>, cue: &Cue) -> bool {
    reading.text().get(cue.range.end..).is_some_and(|rest| rest.starts_with(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::secrets::cue::found_by as one;
    use crate::secrets::kind::Kind;

    #[test]
    fn codes() {
        for (text, code) in [
            ("验证码是482913", "482913"),
            ("验证码 482913", "482913"),
            ("验证码：４８２９１３", "４８２９１３"),
            ("【支付宝】验证码 482913，5分钟内有效", "482913"),
            ("【招商银行】您的验证码为482913，请勿泄露", "482913"),
            ("482913 是您的验证码", "482913"),
            ("482913就是您的支付宝登录验证码", "482913"),
            ("客服让我把验证码4829发给他", "4829"),
            ("我收到的验证码应该是：“482913”", "482913"),
            ("验证码收到了 482913", "482913"),
            ("短信里的动态码:482 913", "482 913"),
            ("校验码482-913，请输入", "482-913"),
            ("【微信支付】你正在绑定银行卡，482913（动态验证码）", "482913"),
            ("验证码\n482913\n", "482913"),
            ("验证码：8F3K2D", "8F3K2D"),
            ("您的一次性密码是12345678。", "12345678"),
            ("Your verification code is 482913.", "482913"),
            ("Your WhatsApp code: 123-456", "123-456"),
            ("G-482913 is your Google verification code", "G-482913"),
            ("482913 is your code", "482913"),
            ("Use 482913 as your security code", "482913"),
            ("OTP=482913", "482913"),
            ("your code: 482913", "482913"),
            ("code is 482913", "482913"),
            ("the code they texted to me was 482913", "482913"),
            ("one-time passcode: 4829", "4829"),
            ("2FA code 482913 does not work", "482913"),
            ("login code: 12345", "12345"),
            ("客服要的验证码我给了，是482913", "482913"),
            ("I typed the code 482913 twice", "482913"),
            ("Your Microsoft code is 4829135", "4829135"),
            ("He asked for the confirmation code and I told him 482913", "482913"),
            ("{\"otpCode\":\"482913\"}", "482913"),
            ("verification code: A7K9Q2", "A7K9Q2"),
            ("收到的是482913，填进去说验证码错误", "482913"),
            ("我把收到的六位数482913发给了客服", "482913"),
            ("use 482913 to verify your account", "482913"),
            ("Example code 482-913. Valid for 5 minutes.", "482-913"),
            ("sms says code 4829 what now", "4829"),
        ] {
            assert_eq!(one(find, text), [(code, Kind::OneTimeCode)], "{text}");
        }
    }

    #[test]
    fn no_codes() {
        for text in [
            "错误码 10034",
            "错误代码：482913",
            "Error code: 482913",
            "exit code 1000",
            "HTTP status code: 5003",
            "{\"code\": 482913, \"msg\": \"denied\"}",
            "zip code: 100080, country code 8600",
            "promo code: 482913 does not work",
            "验证码等了 3000 秒",
            "验证码输了 3 次",
            "验证码收不到，客服电话是 95188",
            "10086 发来的验证码",
            "验证码是 10086 发来的",
            "验证码从 2026 年开始收不到",
            "验证码有效期是 1800 秒",
            "验证码发到 13800138000",
            "验证码发到 138 0013 8000",
            "2FA since 2026-11-24",
            "the code never arrived",
            "the code expires after 300 seconds",
            "your code is invalid",
            "the code is 2.5.1, build 4829",
            "QR code: 482913",
            "order code is ticket 482913",
            "邮编是 100080",
            "验证码是10690开头的号码发的",
            "the code of the branch is 0042",
            "验证码 10:30 发的",
            "验证码错误 10034",
            "我输入了验证码。2026 年 11 月",
            "the code is on line 482913abc",
            "transferred 482913 USDT, code never came",
            "95188 是发验证码的号码",
            "验证码 2026-11-24 收不到",
            "他给我发了 188888 的红包截图，说要验证码",
            "短信显示余额 158204",
            "I entered the code and got 403112",
            "Enter amount 250000 to confirm",
        ] {
            assert_eq!(one(find, text), [], "{text}");
        }
    }
}
