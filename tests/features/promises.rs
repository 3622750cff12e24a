//! When a promise is overdue: what was noted in which order, told as little stories.

use super::packs;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::parse::read_pack;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event, Note};

/// The hour that many hours after the session began.
fn hour(hours: i64) -> Timestamp {
    let began: Timestamp = "2026-09-01T00:00:00Z".parse().unwrap();
    began + SignedDuration::from_hours(hours)
}

/// What is overdue at an hour: since when, and how many promises passed. A note is the hour at which it was written, and
/// the hour that was promised.
fn overdue(notes: &[(i64, Option<i64>)], now: i64) -> Option<(i64, usize)> {
    let pack = read_pack(&library::folder(&packs().join("events"), false).unwrap()).0;
    let start = Event::Start { flow: Some("main".to_owned()), profile: "demo".to_owned(), lang: Lang::En, guard: true };
    let note = |promised: Option<i64>| Event::Note(Note { promised: promised.map(hour), ..Note::from("they said so") });
    let mut entries = vec![Entry { at: hour(0), event: start }];
    entries.extend(notes.iter().map(|(written, promised)| Entry { at: hour(*written), event: note(*promised) }));
    let (session, misfits) = Session::replay(&pack, &pack.profiles["demo"], TimeZone::UTC, &entries).unwrap();
    assert_eq!(misfits, 0);
    let story = session.story();
    let overdue = story.overdue(hour(now))?;
    Some(((overdue.since.duration_since(hour(0)).as_secs() / 3600), overdue.missed))
}

#[test]
fn the_latest_promise_counts_until_something_is_noted_after_its_time() {
    let promised = (1, Some(25));
    for (notes, now, expected) in [
        (&[][..], 99, None),
        (&[(1, None)], 99, None),
        (&[promised], 24, None),
        (&[promised], 25, None),
        (&[promised], 26, Some((25, 1))),
        // A word in between is no answer; one after the time is.
        (&[promised, (3, None)], 26, Some((25, 1))),
        (&[promised, (26, None)], 30, None),
        // A new promise takes the place of the old one, kept or not.
        (&[promised, (3, Some(49))], 26, None),
        (&[promised, (3, Some(49))], 50, Some((49, 1))),
        (&[promised, (26, Some(49))], 30, None),
        (&[promised, (26, Some(49))], 50, Some((49, 2))),
        (&[promised, (26, Some(49)), (50, Some(60))], 61, Some((60, 3))),
        (&[promised, (26, Some(49)), (50, None)], 61, None),
        // Noted late: the promise had passed before it was written down.
        (&[(30, Some(25))], 31, Some((25, 1))),
    ] {
        assert_eq!(overdue(notes, now), expected, "{notes:?} at {now}");
    }
}
