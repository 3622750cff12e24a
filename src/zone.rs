//! Time zones by their IANA names: from this computer's tables, else from those that lie in the program, since a bare
//! container or a phone has none and a region's opening hours need theirs.

use jiff::Zoned;
use jiff::fmt::temporal::{Pieces, TimeZoneAnnotationKind};
use jiff::tz::{OffsetConflict, TimeZone};
use miniz_oxide::inflate::decompress_to_vec;
use std::fs::{read, read_link};
use std::path::{Component, Path};
use std::sync::OnceLock;

/// What the build made of the tables: a line `NAME OFFSET LENGTH` for each name, an empty line, then the zones as TZif
/// (RFC 8536), deflated (RFC 1951).
static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zones.z"));

/// Where systems keep their tables, and the link that says which of them is this computer's.
#[cfg(unix)]
const FOLDERS: [&str; 3] = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"];
#[cfg(unix)]
const HERE: Option<&str> = Some("/etc/localtime");

/// Elsewhere they are paths like any other, where anybody may have put something.
#[cfg(not(unix))]
const FOLDERS: [&str; 0] = [];
#[cfg(not(unix))]
const HERE: Option<&str> = None;

/// The zone of that name, in any case.
pub fn named(name: &str) -> Option<TimeZone> {
    on_disk(name).or_else(|| kept(name)).or_else(|| TimeZone::get(name).ok())
}

/// An instant with a zone in brackets (RFC 9557), such as `2026-09-01T10:00:00+08:00[Asia/Shanghai]`.
pub fn zoned(text: &str) -> Option<Zoned> {
    text.parse().ok().or_else(|| {
        let pieces = Pieces::parse(text).ok()?;
        let TimeZoneAnnotationKind::Named(name) = pieces.time_zone_annotation()?.kind() else { return None };
        let zone = kept(name.as_str())?;
        let civil = pieces.date().to_datetime(pieces.time()?);
        match pieces.to_numeric_offset() {
            Some(offset) => OffsetConflict::Reject.resolve(civil, offset, zone).ok()?.compatible().ok(),
            None => civil.to_zoned(zone).ok(),
        }
    })
}

/// This computer's zone, where `wanted` is what its environment says (`TZ`, POSIX).
pub fn here(wanted: Option<&str>) -> TimeZone {
    let name = match wanted {
        Some(wanted) => Some(wanted.trim_start_matches(':').to_owned()),
        None => HERE.and_then(|link| read_link(link).ok()).as_deref().and_then(name_of),
    };
    name.as_deref()
        .and_then(on_disk)
        .or_else(|| TimeZone::try_system().ok())
        .or_else(|| kept(&name?))
        .unwrap_or_else(TimeZone::system)
}

/// The zone that a link to a table leads to.
fn name_of(link: &Path) -> Option<String> {
    link.to_str()?.split_once("/zoneinfo/").map(|(_, name)| name.to_owned())
}

/// The zone of exactly that name from this computer's tables. The library would read the names of all zones first, which
/// takes longer than everything else before the first question.
fn on_disk(name: &str) -> Option<TimeZone> {
    // Other files lie there too, such as `localtime` and `right/Asia/Shanghai`; the names of zones begin with a capital.
    let plain = name.starts_with(|first: char| first.is_ascii_uppercase())
        && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let table = FOLDERS.iter().filter(|_| plain).find_map(|folder| read(Path::new(folder).join(name)).ok())?;
    TimeZone::tzif(name, &table).ok()
}

/// The zone of that name, as it lies in the program.
fn kept(name: &str) -> Option<TimeZone> {
    static OPENED: OnceLock<Vec<u8>> = OnceLock::new();
    let tables = OPENED.get_or_init(|| decompress_to_vec(TABLES).unwrap_or_default());
    let end = tables.windows(2).position(|pair| pair == b"\n\n")?;
    let index = str::from_utf8(&tables[..end]).ok()?;
    index.lines().find_map(|line| {
        let mut words = line.split(' ');
        let found = words.next().filter(|found| found.eq_ignore_ascii_case(name))?;
        let [from, length]: [usize; 2] = [words.next()?.parse().ok()?, words.next()?.parse().ok()?];
        TimeZone::tzif(found, tables[end + 2..].get(from..from + length)?).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::{kept, name_of, named, on_disk, zoned};
    use jiff::Timestamp;
    use std::path::Path;

    /// Every name that this computer knows is in the program too, and tells the same time.
    #[test]
    fn the_kept_tables_agree_with_the_computers() {
        let mut compared = 0;
        for name in jiff::tz::db().available() {
            let (Ok(system), Some(kept)) = (jiff::tz::TimeZone::get(name.as_str()), kept(name.as_str())) else {
                continue;
            };
            for year in ["2024-01-15T00:00:00Z", "2026-07-15T12:00:00Z"] {
                let at: Timestamp = year.parse().unwrap();
                assert_eq!(system.to_offset(at), kept.to_offset(at), "{} at {year}", name.as_str());
            }
            compared += 1;
        }
        // A computer without tables has nothing to compare with.
        assert!(compared == 0 || compared > 300, "{compared}");
    }

    #[test]
    fn a_name_leads_nowhere_but_to_a_table() {
        for name in [
            "",
            "/etc/passwd",
            "../../../etc/passwd",
            "Asia/../../../../etc/hostname",
            "Asia",
            "zone.tab",
            "localtime",
            "right/UTC",
        ] {
            assert!(on_disk(name).is_none(), "{name:?}");
        }
        assert_eq!(name_of(Path::new("../usr/share/zoneinfo/Asia/Shanghai")).as_deref(), Some("Asia/Shanghai"));
        assert_eq!(name_of(Path::new("/var/db/timezone")), None);
    }

    #[test]
    fn a_name_is_found_in_any_case() {
        for name in ["Asia/Shanghai", "asia/shanghai", "Europe/London", "America/New_York", "Etc/UTC", "Zulu"] {
            assert!(kept(name).is_some() && named(name).is_some(), "{name}");
        }
        for name in ["", " ", "Asia", "Asia/Peking", "Asia/Shanghai 0", "\n"] {
            assert!(kept(name).is_none(), "{name:?}");
        }
    }

    #[test]
    fn an_instant_says_its_zone() {
        let zoned = zoned("2026-09-01T10:00:00+08:00[Asia/Shanghai]").unwrap();
        assert_eq!(zoned.timestamp().to_string(), "2026-09-01T02:00:00Z");
        assert!(super::zoned("2026-09-01T10:00:00+03:00[Asia/Shanghai]").is_none());
    }
}
