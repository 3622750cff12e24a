//! Values on the command line, and how mistakes in them travel through clap.

use crate::i18n::{Lang, Message};
use crate::zone;
use clap::{Arg, ArgAction, ArgMatches};
use jiff::Zoned;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use std::path::PathBuf;

/// A value that was refused: what would be right. The sentence is found again in clap's error and told by `usage`.
#[derive(Debug, Clone)]
pub struct Expected(pub Message);

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.key)
    }
}

impl std::error::Error for Expected {}

/// Every language of a summary at once.
pub const BOTH: &str = "both";

/// A flag that takes a language.
pub fn lang(id: &'static str) -> Arg {
    Arg::new(id).long(id).value_name("TAG").value_parser(read_lang)
}

/// A flag that takes a language or `both`.
pub fn langs(id: &'static str) -> Arg {
    Arg::new(id).long(id).value_name("TAG").value_parser(read_langs)
}

/// A flag that takes a file or folder.
pub fn path(id: &'static str, name: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(name).value_parser(clap::value_parser!(PathBuf))
}

/// A flag that takes one of these words.
pub fn word(id: &'static str, name: &'static str, words: impl IntoIterator<Item = &'static str>) -> Arg {
    Arg::new(id).long(id).value_name(name).value_parser(clap::builder::PossibleValuesParser::new(words))
}

/// A flag that is there or not.
pub fn switch(id: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue)
}

/// `--now`: the clock of the session, and by its offset the zone.
pub fn now() -> Arg {
    instant("now")
}

/// A flag that takes an instant.
pub fn instant(id: &'static str) -> Arg {
    Arg::new(id).long(id).value_name("TIME").value_parser(read_instant)
}

/// Every value of an argument that can stand several times.
pub fn many<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, id: &str) -> Vec<T> {
    matches.get_many::<T>(id).unwrap_or_default().cloned().collect()
}

/// The value of an argument, if it was given.
pub fn one<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, id: &str) -> Option<T> {
    matches.get_one::<T>(id).cloned()
}

/// A whole number from 0 to 100.
pub(super) fn percent(text: &str) -> Result<usize, Expected> {
    let number = text.strip_suffix('%').unwrap_or(text).parse().ok().filter(|number| *number <= 100);
    number.ok_or_else(|| Expected(Message::new("usage-expects-percent")))
}

fn read_lang(tag: &str) -> Result<Lang, Expected> {
    Lang::from_tag(tag).ok_or_else(|| Expected(Message::new("usage-expects-language")))
}

fn read_langs(tag: &str) -> Result<String, Expected> {
    let is_known = tag.eq_ignore_ascii_case(BOTH) || Lang::from_tag(tag).is_some();
    is_known.then(|| tag.to_owned()).ok_or_else(|| Expected(Message::new("usage-expects-languages")))
}

/// ISO 8601 with an offset, such as `2026-09-01T10:00:00+08:00`; a zone in brackets wins over the offset.
fn read_instant(text: &str) -> Result<Zoned, Expected> {
    let bad = || Expected(Message::new("usage-expects-time"));
    if let Some(zoned) = zone::zoned(text) {
        return Ok(zoned);
    }
    let pieces = Pieces::parse(text).map_err(|_| bad())?;
    let offset: Offset = pieces.to_numeric_offset().ok_or_else(bad)?;
    let time = pieces.time().ok_or_else(bad)?;
    pieces.date().to_datetime(time).to_zoned(TimeZone::fixed(offset)).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::read_instant;

    #[test]
    fn an_instant_needs_an_offset() {
        for good in ["2026-09-01T10:00:00+08:00", "2026-09-01 02:00Z", "2026-09-01T10:00:00+08:00[Asia/Shanghai]"] {
            assert_eq!(read_instant(good).unwrap().timestamp().to_string(), "2026-09-01T02:00:00Z", "{good}");
        }
        for bad in ["", "now", "2026-09-01", "2026-09-01T10:00:00", "2026-13-01T10:00:00Z", "1e9"] {
            assert!(read_instant(bad).is_err(), "{bad}");
        }
    }
}
