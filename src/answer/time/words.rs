//! Taking a line apart into a day, a time of day and "how long ago".

use super::number::leading;
use crate::i18n::Message;
use jiff::civil::Time;

/// What a line says about time.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// "now"
    pub(super) now: bool,
    /// The day.
    pub(super) day: Option<Day>,
    /// How long ago.
    pub(super) ago: Option<Ago>,
    clock: Option<(i64, i64, i64)>,
    period: Option<Period>,
}

/// A day.
#[derive(Debug, PartialEq)]
pub(super) enum Day {
    /// So many days before today.
    Back(i64),
    /// Year, month, day.
    Full(i16, i8, i8),
    /// Month and day of some year.
    InYear(i8, i8),
}

/// How long ago; months and days are those of the calendar.
#[derive(Debug, Default)]
pub(super) struct Ago {
    /// Months.
    pub(super) months: i64,
    /// Days.
    pub(super) days: i64,
    /// Seconds.
    pub(super) seconds: i64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Period {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Am,
    Pm,
}

const NOW: [&str; 7] = ["just now", "right now", "now", "刚刚", "刚才", "现在", "此刻"];
const DAYS: [(&str, i64, Option<Period>); 20] = [
    ("the day before yesterday", 2, None),
    ("day before yesterday", 2, None),
    ("大前天", 3, None),
    ("前天", 2, None),
    ("yesterday", 1, None),
    ("last night", 1, Some(Period::Evening)),
    ("昨天", 1, None),
    ("昨日", 1, None),
    ("昨晚", 1, Some(Period::Evening)),
    ("昨夜", 1, Some(Period::Evening)),
    ("昨早", 1, Some(Period::Morning)),
    ("today", 0, None),
    ("this morning", 0, Some(Period::Morning)),
    ("this afternoon", 0, Some(Period::Afternoon)),
    ("this evening", 0, Some(Period::Evening)),
    ("今天", 0, None),
    ("今日", 0, None),
    ("今早", 0, Some(Period::Morning)),
    ("今晨", 0, Some(Period::Morning)),
    ("今晚", 0, Some(Period::Evening)),
];
const PERIODS: [(&str, Period); 22] = [
    ("凌晨", Period::Night),
    ("半夜", Period::Night),
    ("清晨", Period::Morning),
    ("早晨", Period::Morning),
    ("早上", Period::Morning),
    ("上午", Period::Morning),
    ("in the morning", Period::Am),
    ("morning", Period::Morning),
    ("a.m", Period::Am),
    ("am", Period::Am),
    ("中午", Period::Noon),
    ("下午", Period::Afternoon),
    ("午后", Period::Afternoon),
    ("in the afternoon", Period::Pm),
    ("afternoon", Period::Afternoon),
    ("p.m", Period::Pm),
    ("pm", Period::Pm),
    ("傍晚", Period::Evening),
    ("晚上", Period::Evening),
    ("夜里", Period::Evening),
    ("in the evening", Period::Pm),
    ("evening", Period::Evening),
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Longest first within a beginning: months, days, seconds of one.
const UNITS: [(&str, i64, i64, i64); 34] = [
    ("个小时", 0, 0, 3600),
    ("小时", 0, 0, 3600),
    ("个钟头", 0, 0, 3600),
    ("个钟", 0, 0, 3600),
    ("钟头", 0, 0, 3600),
    ("hours", 0, 0, 3600),
    ("hour", 0, 0, 3600),
    ("hrs", 0, 0, 3600),
    ("hr", 0, 0, 3600),
    ("分钟", 0, 0, 60),
    ("minutes", 0, 0, 60),
    ("minute", 0, 0, 60),
    ("mins", 0, 0, 60),
    ("min", 0, 0, 60),
    ("秒钟", 0, 0, 1),
    ("秒", 0, 0, 1),
    ("seconds", 0, 0, 1),
    ("second", 0, 0, 1),
    ("secs", 0, 0, 1),
    ("sec", 0, 0, 1),
    ("个星期", 0, 7, 0),
    ("星期", 0, 7, 0),
    ("周", 0, 7, 0),
    ("weeks", 0, 7, 0),
    ("week", 0, 7, 0),
    ("天", 0, 1, 0),
    ("days", 0, 1, 0),
    ("day", 0, 1, 0),
    ("个月", 1, 0, 0),
    ("months", 1, 0, 0),
    ("month", 1, 0, 0),
    ("h", 0, 0, 3600),
    ("d", 0, 1, 0),
    ("m", 0, 0, 60),
];

/// Takes `text` (folded) apart. The error says what would be right.
pub(super) fn parts(text: &str) -> Result<Parts, Message> {
    let mut parts = Parts::default();
    let mut ago: Option<Ago> = None;
    let mut said_ago = false;
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        if let Some(next) = filler(rest) {
            rest = next;
        } else if let Some(next) = NOW.iter().find_map(|word| rest.strip_prefix(word)) {
            parts.now = true;
            rest = next;
        } else if let Some(next) =
            ["以前", "之前", "前", "ago", "earlier"].iter().find_map(|word| rest.strip_prefix(word))
            && ago.is_some()
            && !said_ago
        {
            said_ago = true;
            rest = next;
        } else if let Some((back, period, next)) = day_word(rest) {
            parts.set_day(Day::Back(back))?;
            if let Some(period) = period {
                parts.set_period(period)?;
            }
            rest = next;
        } else if let Some((period, next)) =
            PERIODS.iter().find_map(|(word, period)| Some((*period, rest.strip_prefix(word)?)))
        {
            parts.set_period(period)?;
            rest = next;
        } else if let Some((day, next)) = english_date(rest) {
            parts.set_day(day)?;
            rest = next;
        } else if let Some((unit, next)) = duration(rest)
            && !said_ago
        {
            let total = ago.get_or_insert_default();
            total.months = total.months.saturating_add(unit.months);
            total.days = total.days.saturating_add(unit.days);
            total.seconds = total.seconds.saturating_add(unit.seconds);
            rest = next;
        } else if let Some((day, next)) = chinese_date(rest) {
            parts.set_day(day)?;
            rest = next;
        } else if let Some((day, next)) = numeric_date(rest)? {
            parts.set_day(day)?;
            rest = next;
        } else if let Some((clock, next)) = clock(rest) {
            if parts.clock.replace(clock).is_some() {
                return Err(super::unclear());
            }
            rest = next;
        } else {
            return Err(super::unclear());
        }
    }
    if ago.is_some() && !said_ago {
        return Err(super::unclear());
    }
    parts.ago = ago;
    Ok(parts)
}

impl Parts {
    fn set_day(&mut self, day: Day) -> Result<(), Message> {
        if self.day.replace(day).is_some() { Err(super::unclear()) } else { Ok(()) }
    }

    fn set_period(&mut self, period: Period) -> Result<(), Message> {
        match self.period.replace(period) {
            // "last night 9 pm" says the same twice.
            Some(Period::Evening | Period::Afternoon) if period == Period::Pm => Ok(()),
            Some(Period::Morning) if period == Period::Am => Ok(()),
            Some(before) if before != period => Err(super::unclear()),
            _ => Ok(()),
        }
    }

    /// The time of day and how many days later than the day it lies ("晚上 12 点" ends the day). `Err`: no such time.
    pub(super) fn time_of_day(&self) -> Result<Option<(Time, i64)>, ()> {
        let Some((hour, minute, second)) = self.clock else {
            return if self.period.is_some() { Err(()) } else { Ok(None) };
        };
        let (hour, later) = match (self.period, hour) {
            (Some(Period::Evening), 12) | (None, 24) => (0, 1),
            (Some(Period::Am | Period::Night), 12) => (0, 0),
            (Some(Period::Noon), 1..=2) | (Some(Period::Afternoon | Period::Evening | Period::Pm), 1..=11) => {
                (hour + 12, 0)
            }
            (Some(Period::Noon), 11..=14) | (Some(Period::Afternoon | Period::Evening | Period::Pm), 12..=23) => {
                (hour, 0)
            }
            (Some(Period::Am | Period::Morning | Period::Night), 0..=12) | (None, _) => (hour, 0),
            _ => return Err(()),
        };
        if later == 1 && (minute, second) != (0, 0) && self.period.is_none() {
            return Err(());
        }
        let small = |number: i64| i8::try_from(number).map_err(|_| ());
        Time::new(small(hour)?, small(minute)?, small(second)?, 0).map(|time| Some((time, later))).map_err(|_| ())
    }
}

/// Words and marks that only join.
fn filler(text: &str) -> Option<&str> {
    if let Some(rest) =
        [" ", ",", "、", "的", "在", "大约", "大概", "左右"].iter().find_map(|mark| text.strip_prefix(mark))
    {
        return Some(rest);
    }
    ["at", "on", "about", "around", "t", "and"].iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        (rest.starts_with(' ') || (*word == "t" && rest.starts_with(|c: char| c.is_ascii_digit()))).then_some(rest)
    })
}

fn day_word(text: &str) -> Option<(i64, Option<Period>, &str)> {
    DAYS.iter().find_map(|(word, back, period)| Some((*back, *period, text.strip_prefix(word)?)))
}

/// `2h`, `30 分钟`, `半小时`, `an hour`: one piece of "how long ago".
fn duration(text: &str) -> Option<(Ago, &str)> {
    for (word, seconds) in
        [("半个小时", 1800), ("半小时", 1800), ("half an hour", 1800), ("half a day", 43_200), ("半天", 43_200)]
    {
        if let Some(rest) = text.strip_prefix(word) {
            return Some((Ago { seconds, ..Ago::default() }, rest));
        }
    }
    let (count, rest) = match text.strip_prefix("an ").or_else(|| text.strip_prefix("a ")) {
        Some(rest) => (1, rest),
        None => leading(text).map(|(count, _, rest)| (count, rest))?,
    };
    let rest = rest.trim_start();
    let (word, months, days, seconds) = UNITS.iter().find(|(word, ..)| {
        rest.strip_prefix(word).is_some_and(|after| {
            !word.is_ascii() || !after.starts_with(|c: char| c.is_ascii_alphabetic() && !after.starts_with("ago"))
        })
    })?;
    let mut rest = &rest[word.len()..];
    let mut seconds = count.checked_mul(*seconds)?;
    if let Some(after) = rest.strip_prefix('半')
        && seconds % 3600 == 0
        && seconds > 0
    {
        seconds += 1800;
        rest = after;
    }
    Some((Ago { months: count.checked_mul(*months)?, days: count.checked_mul(*days)?, seconds }, rest))
}

/// `2026年11月20日`, `11月20号`.
fn chinese_date(text: &str) -> Option<(Day, &str)> {
    let (first, _, rest) = leading(text)?;
    let (year, month, rest) = match rest.trim_start().strip_prefix('年') {
        Some(rest) => {
            let (month, _, rest) = leading(rest.trim_start())?;
            (Some(first), month, rest)
        }
        None => (None, first, rest),
    };
    let (day, _, rest) = leading(rest.trim_start().strip_prefix('月')?.trim_start())?;
    let rest = rest.trim_start();
    let rest = ["日", "号"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
    Some((calendar(year, month, day)?, rest))
}

/// `20 Nov`, `November 20th, 2026`.
fn english_date(text: &str) -> Option<(Day, &str)> {
    let (month, day, rest) = if let Some((month, rest)) = month_name(text) {
        let (day, _, rest) = leading(rest.trim_start())?;
        (month, day, ordinal(rest))
    } else {
        let (day, _, rest) = leading(text)?;
        let (month, rest) = month_name(ordinal(rest).trim_start_matches([' ', '-', '/']))?;
        (month, day, rest)
    };
    if rest.starts_with(':') {
        return None;
    }
    let year = leading(rest.trim_start_matches([',', ' ', '-', '/']))
        .filter(|(_, digits, after)| *digits == 4 && !after.starts_with(':'));
    match year {
        Some((year, _, rest)) => Some((calendar(Some(year), month, day)?, rest)),
        None => Some((calendar(None, month, day)?, rest)),
    }
}

fn month_name(text: &str) -> Option<(i64, &str)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[..letters];
    let at = MONTHS
        .iter()
        .position(|month| letters >= 3 && (month.starts_with(word) || (word == "sept" && *month == "september")))?;
    Some((i64::try_from(at).ok()? + 1, text[letters..].trim_start_matches('.')))
}

fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_prefix(ending)).unwrap_or(text)
}

/// `2026-11-20`, `2026/11/20`, `20.11.2026`, `11/20`; two numbers that could both be the month are refused.
fn numeric_date(text: &str) -> Result<Option<(Day, &str)>, Message> {
    let Some((first, digits, rest)) = leading(text).filter(|(_, digits, _)| *digits > 0) else { return Ok(None) };
    let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.')) else { return Ok(None) };
    let Some((second, 1..=2, rest)) = leading(&rest[1..]) else { return Ok(None) };
    let third = rest.strip_prefix(mark).and_then(leading).filter(|(_, digits, _)| *digits > 0);
    let bad = super::unclear;
    match (digits, third) {
        (4, Some((day, _, rest))) => Ok(Some((calendar(Some(first), second, day).ok_or_else(bad)?, rest))),
        (1..=2, Some((year, 4, rest))) => {
            let (month, day) = month_and_day(first, second)?;
            Ok(Some((calendar(Some(year), month, day).ok_or_else(bad)?, rest)))
        }
        (1..=2, None) if mark != '.' => {
            let (month, day) = month_and_day(first, second)?;
            Ok(Some((calendar(None, month, day).ok_or_else(bad)?, rest)))
        }
        _ => Err(bad()),
    }
}

fn month_and_day(first: i64, second: i64) -> Result<(i64, i64), Message> {
    match (first <= 12, second <= 12) {
        (true, true) if first != second => Err(Message::new("time-day-or-month")),
        (true, _) => Ok((first, second)),
        (false, _) => Ok((second, first)),
    }
}

fn calendar(year: Option<i64>, month: i64, day: i64) -> Option<Day> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some(match year {
        Some(year) => Day::Full(i16::try_from(year).ok()?, month, day),
        None => Day::InYear(month, day),
    })
}

/// `14:30`, `14:30:05`, `3pm`, `9点`, `9点半`, `9点30分`, `noon`.
fn clock(text: &str) -> Option<((i64, i64, i64), &str)> {
    if let Some(rest) = text.strip_prefix("noon") {
        return Some(((12, 0, 0), rest));
    }
    if let Some(rest) = text.strip_prefix("midnight") {
        return Some(((0, 0, 0), rest));
    }
    let (hour, digits, rest) = leading(text)?;
    if let Some(after) = rest.strip_prefix(':') {
        let (minute, 2, rest) = leading(after)? else { return None };
        let second = rest.strip_prefix(':').and_then(leading).filter(|(_, digits, _)| *digits == 2);
        return Some(second.map_or(((hour, minute, 0), rest), |(second, _, rest)| ((hour, minute, second), rest)));
    }
    let spaced = rest.trim_start();
    if let Some(rest) = ["点钟", "点", "时"].iter().find_map(|mark| spaced.strip_prefix(mark)) {
        let rest = rest.trim_start();
        for (word, minute) in [("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0)] {
            if let Some(rest) = rest.strip_prefix(word) {
                return Some(((hour, minute, 0), rest));
            }
        }
        return match leading(rest) {
            Some((minute, _, after)) if !after.starts_with([':', '点', '月', '年', '-', '/']) => {
                Some(((hour, minute, 0), after.strip_prefix('分').unwrap_or(after)))
            }
            _ => Some(((hour, 0, 0), rest)),
        };
    }
    let with_period = ["am", "pm", "a.m", "p.m", "in the"].iter().any(|word| spaced.starts_with(word));
    (digits > 0 && with_period).then_some(((hour, 0, 0), spaced))
}
