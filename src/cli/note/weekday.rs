//! Days of the week, as promises name them: `周五`, `下周一 10:00`, `Friday 18:00`.

use jiff::ToSpan as _;
use jiff::civil::Date;

const HAN: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Which week is meant.
enum Week {
    /// The one in which the next such day lies.
    Nearest,
    This,
    Next,
}

/// The text with the day of the week that it begins with as a date, counted from `from`; a day alone is the next one,
/// `from` among them. `None`: it begins with none.
pub(super) fn dated(text: &str, from: Date) -> Option<String> {
    let (week, day, rest) = han(text).or_else(|| english(text))?;
    let today = i64::from(from.weekday().to_monday_zero_offset());
    let days = match week {
        Week::Nearest => (day - today).rem_euclid(7),
        Week::This => day - today,
        Week::Next => day - today + 7,
    };
    let date = from.checked_add(days.days()).ok()?;
    Some(format!("{date} {}", rest.trim_start()))
}

/// The week, the day from Monday on, and what follows.
fn han(text: &str) -> Option<(Week, i64, &str)> {
    let (week, text) = match text.strip_prefix('下') {
        Some(rest) => (Week::Next, rest.strip_prefix('个').unwrap_or(rest)),
        None => match text.strip_prefix(['本', '这']) {
            Some(rest) => (Week::This, rest.strip_prefix('个').unwrap_or(rest)),
            None => (Week::Nearest, text),
        },
    };
    let text = ["周", "星期", "礼拜"].iter().find_map(|word| text.strip_prefix(word))?;
    let day = HAN.iter().position(|known| text.starts_with(*known))?.min(6);
    let rest = text.strip_prefix(HAN)?;
    Some((week, i64::try_from(day).ok()?, rest))
}

/// English has no word for the week after this one that everybody understands alike.
fn english(text: &str) -> Option<(Week, i64, &str)> {
    let text = text.get(..3).filter(|on| on.eq_ignore_ascii_case("on ")).map_or(text, |_| &text[3..]);
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = (text[..length].to_ascii_lowercase(), &text[length..]);
    let day = NAMES.iter().position(|name| *name == word || word.len() == 3 && name.starts_with(&word))?;
    Some((Week::Nearest, i64::try_from(day).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[test]
    fn a_day_of_the_week_is_the_next_one() {
        // A Saturday.
        let from = "2026-11-21".parse().unwrap();
        for (text, date) in [
            ("周五", Some("2026-11-27 ")),
            ("周六 18:00", Some("2026-11-21 18:00")),
            ("星期天下午3点", Some("2026-11-22 下午3点")),
            ("礼拜一", Some("2026-11-23 ")),
            ("本周三", Some("2026-11-18 ")),
            ("下周六", Some("2026-11-28 ")),
            ("下个星期日", Some("2026-11-29 ")),
            ("Friday 18:00", Some("2026-11-27 18:00")),
            ("on fri, 6pm", Some("2026-11-27 , 6pm")),
            ("next Friday", None),
            ("下月五", None),
            ("一周", None),
            ("fridays", None),
            ("", None),
        ] {
            assert_eq!(dated(text, from).as_deref(), date, "{text}");
        }
    }
}
