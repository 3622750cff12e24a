//! Public holidays by country, and which days are business days.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use opening_hours::ContextHolidays;
use opening_hours::localization::Country;
use std::sync::{Arc, LazyLock};

/// The public holidays of a country (ISO 3166, upper case); none where it is not known.
pub fn of(country: Option<&str>) -> ContextHolidays {
    static CHINA: LazyLock<ContextHolidays> = LazyLock::new(china);
    match country.and_then(|code| code.parse::<Country>().ok()) {
        Some(Country::CN) => CHINA.clone(),
        Some(country) => country.holidays(),
        None => ContextHolidays::default(),
    }
}

/// Whether ISO 3166 has such a country.
pub fn is_country(code: &str) -> bool {
    code.parse::<Country>().is_ok()
}

/// Whether the public holidays of a country around that day are known here.
pub(super) fn knows(country: Option<&str>, date: NaiveDate) -> bool {
    of(country).get_public().first_after(date).is_some()
}

/// Neither Saturday nor Sunday nor a public holiday of that country, nor a day that may be off with one.
///
/// Working days that a government moves to a weekend for one year are not known here. Where somebody waits for a business
/// day, both make the wait longer, never shorter.
pub(super) fn is_business_day(date: NaiveDate, country: Option<&str>, holidays: &ContextHolidays) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
        && !holidays.get_public().contains(date)
        && !may_be_off(country, date)
}

/// Whether it may be a day off although the calendar has no holiday on it.
///
/// Mainland China makes weeks of its festivals: each year's notice moves working days, so that for example National Day is
/// the first to the seventh of October, of which the law gives three. The notice of a year comes out shortly before it, so
/// only where such days usually lie is known: up to four days after several holidays in a row, and between a holiday and the
/// weekend.
pub(super) fn may_be_off(country: Option<&str>, date: NaiveDate) -> bool {
    if country != Some("CN") {
        return false;
    }
    let holidays = of(country);
    let is_holiday = |date: Option<NaiveDate>| date.is_some_and(|date| holidays.get_public().contains(date));
    let ago = |days| is_holiday(date.checked_sub_days(Days::new(days)));
    let bridges = match date.weekday() {
        Weekday::Mon => ago(1) || ago(2) || is_holiday(date.succ_opt()),
        Weekday::Fri => ago(1),
        _ => false,
    };
    !is_holiday(Some(date)) && (bridges || (1..=4).any(|days| ago(days) && ago(days + 1)))
}

/// The calendar we build on lists one day of each Chinese festival; since 2025 the law gives more (State Council order 795):
/// New Year's Eve to the third day of Spring Festival, Qingming, two days in May, three in October.
fn china() -> ContextHolidays {
    let listed = Country::CN.holidays();
    let mut public = listed.get_public().clone();
    let (mut year, mut more) = (2025, Vec::new());
    // Spring Festival falls between 21 January and 21 February; the listing ends some decades ahead.
    while let Some(spring) = spring_festival(&listed, year) {
        more.extend([spring.checked_sub_days(Days::new(1)), spring.checked_add_days(Days::new(1))]);
        more.push(spring.checked_add_days(Days::new(2)));
        more.push(NaiveDate::from_ymd_opt(year, 4, qingming(year)));
        more.push(NaiveDate::from_ymd_opt(year, 5, 2));
        more.extend([2, 3].map(|day| NaiveDate::from_ymd_opt(year, 10, day)));
        year += 1;
    }
    for date in more.into_iter().flatten() {
        public.insert(date);
    }
    ContextHolidays::new(Arc::new(public), Arc::new(listed.get_school().clone()))
}

fn spring_festival(listed: &ContextHolidays, year: i32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 21)?;
    first.iter_days().take(32).find(|date| listed.get_public().contains(*date))
}

/// The day in April on which the sun reaches 15 degrees, by the usual approximation for this century.
fn qingming(year: i32) -> u32 {
    let in_century = u32::try_from(year % 100).unwrap_or(0);
    (in_century * 2_422 + 48_100) / 10_000 - in_century / 4
}
