//! Days of the week, as promises and contacts name them: `周五`, `下周一 10:00`, `上周五`, `Friday 18:00`.

use jiff::ToSpan as _;
use jiff::civil::Date;

const HAN: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Which week is meant.
enum Week {
    /// The one in which the nearest such day lies.
    Nearest,
    Last,
    This,
    Next,
}

/// The text with the day of the week that it begins with as a date, counted from `from`; a day alone is the next one,
/// `from` among them. `None`: it begins with none.
pub(super) fn ahead(text: &str, from: Date) -> Option<String> {
    dated(text, from, |days| days.rem_euclid(7))
}

/// The same of a day that has passed: a day alone is the last one, `from` among them.
pub(super) fn passed(text: &str, from: Date) -> Option<String> {
    dated(text, from, |days| -(-days).rem_euclid(7))
}

/// `nearest`: from the days to that day in the same week to those to the nearest one.
fn dated(text: &str, from: Date, nearest: fn(i64) -> i64) -> Option<String> {
    let (week, day, rest) = han(text).or_else(|| english(text))?;
    let days = day - i64::from(from.weekday().to_monday_zero_offset());
    let days = match week {
        Week::Nearest => nearest(days),
        Week::Last => days - 7,
        Week::This => days,
        Week::Next => days + 7,
    };
    let date = from.checked_add(days.days()).ok()?;
    Some(format!("{date} {}", rest.trim_start()))
}

/// The week, the day from Monday on, and what follows.
fn han(text: &str) -> Option<(Week, i64, &str)> {
    let week = match text.chars().next()? {
        '上' => Week::Last,
        '下' => Week::Next,
        '本' | '这' => Week::This,
        _ => Week::Nearest,
    };
    let text = text.strip_prefix(['上', '下', '本', '这']).map_or(text, |rest| rest.strip_prefix('个').unwrap_or(rest));
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
    use super::{ahead, passed};

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
            assert_eq!(ahead(text, from).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn of_a_contact_it_is_the_last_one() {
        // A Saturday.
        let from = "2026-11-21".parse().unwrap();
        for (text, date) in [
            ("周五 14:30", Some("2026-11-20 14:30")),
            ("星期六上午9点", Some("2026-11-21 上午9点")),
            ("周日", Some("2026-11-15 ")),
            ("上周五", Some("2026-11-13 ")),
            ("上个星期一 10:00", Some("2026-11-09 10:00")),
            ("on Friday 18:00", Some("2026-11-20 18:00")),
            // To some the one before it.
            ("last Friday", None),
            ("上月五", None),
        ] {
            assert_eq!(passed(text, from).as_deref(), date, "{text}");
        }
    }
}
