//! Values as people read them, and as files write them.

use super::duration::{Unit, Wait};
use super::step::{AnswerType, Choice, Step, Verb};
use super::text::Text;
use super::value::{Amount, Value};
use crate::i18n::{Lang, Message};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// A value as people read it; `step` is the one whose fact it is.
pub fn value(value: &Value, step: Option<&Step>, lang: Lang, zone: &TimeZone, now: Timestamp) -> String {
    match value {
        Value::Unknown => {
            let checked = matches!(step.map(|step| &step.verb), Some(Verb::Probe(_) | Verb::Run(_)));
            Message::new(if checked { "value-unchecked" } else { "value-unknown" }).text(lang)
        }
        Value::Choice(id) => choice(id, step, lang),
        Value::Choices(ticked) => match ticked_labels(ticked, step, lang).as_slice() {
            [] => Message::new("value-none-ticked").text(lang),
            labels => labels.join(&Message::new("list-comma").text(lang)),
        },
        Value::Amount(sum) => amount(sum),
        Value::Number(number) => number.to_string(),
        Value::Time(instant) => time(*instant, lang, zone, now),
        Value::Version(version) => version.to_string(),
        Value::Text(text) => text.clone(),
    }
}

/// The labels of the ticked options, in the author's order; for placeholders and lists.
pub fn ticked_labels(ticked: &[String], step: Option<&Step>, lang: Lang) -> Vec<String> {
    match options(step) {
        [] => ticked.to_vec(),
        options => labels(options, lang, |id| ticked.iter().any(|value| value == id)),
    }
}

/// The labels of the options that were not ticked, in the author's order.
pub fn unticked_labels(ticked: &[String], step: &Step, lang: Lang) -> Vec<String> {
    labels(options(Some(step)), lang, |id| !ticked.iter().any(|value| value == id))
}

/// Money with grouped digits: `1,280.00 CNY`.
pub fn amount(amount: &Amount) -> String {
    let number = amount.number.to_string();
    let (whole, fraction) = number.split_once('.').map_or((number.as_str(), None), |(w, f)| (w, Some(f)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{grouped}.{fraction} {}", amount.currency),
        None => format!("{grouped} {}", amount.currency),
    }
}

/// An instant with its zone: `11 月 22 日 09:00（北京时间）`; the year only where it is not this one.
pub fn time(instant: Timestamp, lang: Lang, zone: &TimeZone, now: Timestamp) -> String {
    Message::new("time-in-zone")
        .with("time", clock_time(instant, lang, zone, now))
        .with("zone", zone_name(zone, instant, lang))
        .text(lang)
}

/// An instant without its zone, for screens that have named it already.
pub fn clock_time(instant: Timestamp, lang: Lang, zone: &TimeZone, now: Timestamp) -> String {
    on_clock(zone.to_datetime(instant), lang, zone.to_datetime(now).year())
}

fn on_clock(local: DateTime, lang: Lang, this_year: i16) -> String {
    let key = if local.year() == this_year { "time-this-year" } else { "time-other-year" };
    dated(key, local.date()).with("clock", clock(local)).text(lang)
}

/// An instant of the days ahead, without its zone: `今天 21:00`, `Monday at 09:00`, else the date.
pub fn soon(instant: Timestamp, lang: Lang, zone: &TimeZone, now: Timestamp) -> String {
    soon_from(instant, lang, zone, zone.to_datetime(now).date())
}

/// The same on clocks of `zone` for somebody elsewhere, where it is `today`: their tomorrow is the one that is meant.
pub fn soon_from(instant: Timestamp, lang: Lang, zone: &TimeZone, today: Date) -> String {
    let local = zone.to_datetime(instant);
    let days = today.until(local.date()).map_or(i32::MAX, |span| span.get_days());
    let key = match days {
        0 => "time-today".to_owned(),
        1 => "time-tomorrow".to_owned(),
        2..=6 => format!("time-weekday-{}", local.weekday().to_monday_one_offset()),
        _ => return on_clock(local, lang, today.year()),
    };
    Message::new(key).with("clock", clock(local)).text(lang)
}

/// `21:00`
pub fn clock(local: DateTime) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// A day with its year: `2026 年 11 月 21 日`, `21 Nov 2026`.
pub fn day(date: Date, lang: Lang) -> String {
    dated("day-with-year", date).text(lang)
}

fn dated(key: &str, date: Date) -> Message {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::from(date.month().unsigned_abs());
    Message::new(key)
        .with("year", date.year().to_string())
        .with("month", date.month().to_string())
        .with("month-name", MONTHS[month.saturating_sub(1).min(11)])
        .with("day", date.day().to_string())
}

/// An instant as data: `2026-11-22T09:00:00+08:00`.
pub fn iso(instant: Timestamp, zone: &TimeZone) -> String {
    instant.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Zones that people call by a city, with the sentence that does.
const CITIES: [(&str, &str); 19] = [
    ("Asia/Shanghai", "zone-china"),
    ("Asia/Chongqing", "zone-china"),
    ("Asia/Harbin", "zone-china"),
    ("PRC", "zone-china"),
    ("Asia/Hong_Kong", "zone-hong-kong"),
    ("Asia/Taipei", "zone-taipei"),
    ("Asia/Singapore", "zone-singapore"),
    ("Asia/Tokyo", "zone-tokyo"),
    ("Asia/Seoul", "zone-seoul"),
    ("Asia/Dubai", "zone-dubai"),
    ("Asia/Kolkata", "zone-delhi"),
    ("Australia/Sydney", "zone-sydney"),
    ("Europe/London", "zone-london"),
    ("Europe/Paris", "zone-paris"),
    ("Europe/Berlin", "zone-berlin"),
    ("Europe/Moscow", "zone-moscow"),
    ("America/New_York", "zone-new-york"),
    ("America/Chicago", "zone-chicago"),
    ("America/Los_Angeles", "zone-los-angeles"),
];

/// A zone as people know it: 北京时间, or its distance from UTC.
pub fn zone_name(zone: &TimeZone, at: Timestamp, lang: Lang) -> String {
    if let Some((_, key)) = CITIES.iter().find(|(name, _)| zone.iana_name() == Some(*name)) {
        return Message::new(*key).text(lang);
    }
    let seconds = zone.to_offset(at).seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs() / 60);
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// A duration in words: `2 小时`, `15 business days`.
pub fn duration(wait: Wait, lang: Lang) -> String {
    let key = match wait.unit {
        Unit::Second => "duration-second",
        Unit::Minute => "duration-minute",
        Unit::Hour => "duration-hour",
        Unit::Day => "duration-day",
        Unit::BusinessDay => "duration-business-day",
        Unit::Month => "duration-month",
    };
    Message::new(key).with("count", i64::from(wait.count)).text(lang)
}

/// The short name of a step: its label, else the first sentence of its text, else the name of its check.
///
/// `None`: it has no words of its own (`run` and `go`: use the other flow's title).
pub fn step_label(step: &Step, lang: Lang) -> Option<String> {
    if let Some(label) = &step.label {
        return Some(label.as_plain(lang));
    }
    // What a field is called says more than how its question begins: "do not pay again yet" is no name for a status.
    if let Verb::Ask(_) = &step.verb
        && let Some(name) = step.field.and_then(|field| words(&format!("summary-field-{}", field.name()), lang))
    {
        return Some(capitalized(&name));
    }
    match &step.verb {
        Verb::Ask(ask) => Some(first_sentence(&ask.text.as_plain(lang))),
        Verb::Tell(tell) => Some(first_sentence(&tell.text.as_plain(lang))),
        Verb::Do(action) | Verb::Try(action) => Some(first_sentence(&action.text.as_plain(lang))),
        Verb::End(end) => Some(first_sentence(&end.text.as_plain(lang))),
        Verb::Probe(probe) => Some(Message::new(format!("probe-{}", probe.probe.id())).text(lang)),
        Verb::Return(ret) => Some(returned(&ret.value, ret.text.as_ref(), lang)),
        Verb::Branch(_) | Verb::Run(_) | Verb::Go(_) => None,
    }
}

/// The text with a capital at its beginning, where its script has capitals.
pub fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// The same as the name in front of a value: a question's own mark would stand beside the colon.
pub fn step_name(step: &Step, lang: Lang) -> Option<String> {
    step_label(step, lang).map(|label| label.trim_end_matches(['？', '?']).to_owned())
}

/// What a shared flow answered, in words: those of its `return` step, else the built-in ones of that value.
pub fn returned(value: &str, text: Option<&Text>, lang: Lang) -> String {
    text.map_or_else(
        || words(&format!("return-{value}"), lang).unwrap_or_else(|| value.to_owned()),
        |text| text.as_plain(lang),
    )
}

/// The first sentence of a text, without its final stop.
pub fn first_sentence(text: &str) -> String {
    let mut end = text.len();
    let mut characters = text.trim_start().char_indices().peekable();
    let start = text.len() - text.trim_start().len();
    while let Some((at, character)) = characters.next() {
        let closes = match character {
            '。' | '\n' => true,
            '.' => characters.peek().is_none_or(|(_, next)| next.is_whitespace()),
            '？' | '！' => {
                end = start + at + character.len_utf8();
                break;
            }
            '?' | '!' if characters.peek().is_none_or(|(_, next)| next.is_whitespace()) => {
                end = start + at + character.len_utf8();
                break;
            }
            _ => false,
        };
        if closes {
            end = start + at;
            break;
        }
    }
    text[start..end].trim_end().to_owned()
}

/// A value as an event or an answer writes it, without quotes; arrays as TOML writes them.
pub fn file_form(value: &Value) -> String {
    match value {
        Value::Unknown => "unknown".to_owned(),
        Value::Choice(id) => id.clone(),
        Value::Choices(ticked) => {
            format!("[{}]", ticked.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", "))
        }
        Value::Amount(amount) => amount.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Time(instant) => instant.to_string(),
        Value::Version(version) => version.to_string(),
        Value::Text(text) => text.clone(),
    }
}

/// What people call an answer, by the word that files write; `step` is the one that was answered.
pub fn choice(id: &str, step: Option<&Step>, lang: Lang) -> String {
    let found = match step.map(|step| &step.verb) {
        Some(Verb::Ask(ask)) => match &ask.kind {
            AnswerType::YesNo => words(&format!("answer-{id}"), lang),
            _ => labels(options(step), lang, |value| value == id).pop(),
        },
        Some(Verb::Do(_)) => words(&format!("said-do-{id}"), lang),
        Some(Verb::Try(_)) => words(&format!("said-try-{id}"), lang),
        Some(Verb::Probe(probe)) => words(&format!("probe-{}-{id}", probe.probe.id()), lang),
        Some(Verb::Run(_)) => words(&format!("return-{id}"), lang),
        _ => match id {
            "yes" | "no" => words(&format!("answer-{id}"), lang),
            _ => words(&format!("return-{id}"), lang),
        },
    };
    found.unwrap_or_else(|| id.to_owned())
}

fn words(key: &str, lang: Lang) -> Option<String> {
    crate::i18n::has(lang, key).then(|| Message::new(key).text(lang))
}

fn options(step: Option<&Step>) -> &[Choice] {
    match step.map(|step| &step.verb) {
        Some(Verb::Ask(ask)) => match &ask.kind {
            AnswerType::Choice(options) | AnswerType::Choices { options, .. } => options,
            _ => &[],
        },
        _ => &[],
    }
}

fn labels(options: &[Choice], lang: Lang, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    options.iter().filter(|option| wanted(&option.value)).map(|option| option.label.as_plain(lang)).collect()
}
