//! Taking a line apart into a day, a time of day and "how long ago".

use super::ago::{Ago, duration};
use super::clock::clock;
use super::date::{Day, chinese_date, english_date, numeric_date};
use super::weekday;
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
/// How many days back; what lies ahead counts backwards.
const DAYS: [(&str, i64, Option<Period>); 25] = [
    ("the day after tomorrow", -2, None),
    ("day after tomorrow", -2, None),
    ("tomorrow", -1, None),
    ("明天", -1, None),
    ("后天", -2, None),
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
        } else if let Some((day, next)) = weekday::leading(rest) {
            parts.set_day(Day::Week(day))?;
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
