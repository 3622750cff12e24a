//! Days of the week, as people name them: `周五`, `下周一`, `上周五`, `Friday`, `last Friday`.

use jiff::ToSpan as _;
use jiff::civil::Date;

const HAN: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// The shortest that is written of a name, and the other short ones.
const SHORT: usize = 3;
const SHORTER: [&str; 4] = ["tues", "weds", "thur", "thurs"];

/// A day of a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weekday {
    week: Week,
    /// From Monday on.
    day: i64,
}

/// Which week is meant.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Week {
    /// The one in which the nearest such day lies.
    Nearest,
    /// The nearest such day before today.
    Before,
    Last,
    This,
    Next,
}

impl Weekday {
    /// Its date, counted from `from`. A day alone is the next one, or the last one where it must have passed, `from` among
    /// them.
    pub(super) fn date(self, from: Date, past: bool) -> Option<Date> {
        let days = self.day - i64::from(from.weekday().to_monday_zero_offset());
        let days = match self.week {
            Week::Nearest if past => -(-days).rem_euclid(7),
            Week::Nearest => days.rem_euclid(7),
            Week::Before => days.rem_euclid(7) - 7,
            Week::Last => days - 7,
            Week::This => days,
            Week::Next => days + 7,
        };
        from.checked_add(days.days()).ok()
    }

    /// Whether no week was named, so that it may as well be the one before.
    pub(super) fn is_alone(self) -> bool {
        self.week == Week::Nearest
    }
}

/// The day of the week that a text begins with, and what follows.
pub(super) fn leading(text: &str) -> Option<(Weekday, &str)> {
    han(text).or_else(|| english(text))
}

/// The text with the day of the week that it begins with as a date, counted from `from`; a day alone is the next one,
/// `from` among them. `None`: it begins with none.
pub fn ahead(text: &str, from: Date) -> Option<String> {
    let bare = text.get(..3).filter(|on| on.eq_ignore_ascii_case("on ")).map_or(text, |_| &text[3..]);
    let (day, rest) = leading(bare)?;
    Some(format!("{} {}", day.date(from, false)?, rest.trim_start()))
}

fn han(text: &str) -> Option<(Weekday, &str)> {
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
    Some((Weekday { week, day: i64::try_from(day).ok()? }, rest))
}

/// English has no word for the week after this one that everybody understands alike; `last` is the last such day, since
/// what was understood is shown.
fn english(text: &str) -> Option<(Weekday, &str)> {
    let (word, rest) = word(text);
    let (week, name, rest) = match word.as_str() {
        "last" | "this" => {
            let (name, rest) = self::word(rest.trim_start());
            (if word == "last" { Week::Before } else { Week::This }, name, rest)
        }
        _ => (Week::Nearest, word, rest),
    };
    let is_short = name.len() == SHORT || SHORTER.contains(&name.as_str());
    let day = NAMES.iter().position(|known| *known == name || is_short && known.starts_with(&name[..SHORT]))?;
    Some((Weekday { week, day: i64::try_from(day).ok()? }, rest))
}

/// The letters that a text begins with, in small ones, and what follows.
fn word(text: &str) -> (String, &str) {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    (text[..length].to_ascii_lowercase(), &text[length..])
}

#[cfg(test)]
mod tests {
    use super::ahead;

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
            ("Thurs 9:00", Some("2026-11-26 9:00")),
            ("last Friday", Some("2026-11-20 ")),
            ("last Saturday", Some("2026-11-14 ")),
            ("next Friday", None),
            ("下月五", None),
            ("一周", None),
            ("fridays", None),
            ("", None),
        ] {
            assert_eq!(ahead(text, from).as_deref(), date, "{text}");
        }
    }
}
