//! A way is found to every step that somebody can stop at.

use super::here;
use walletfix::flow::step::Verb;
use walletfix::flowtest::suggest::toward;
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack_within;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::session::request::Request;

fn begin<'p>(pack: &'p Pack, flow: &str) -> Session<'p> {
    let event =
        Event::Start { flow: Some(flow.to_owned()), profile: "generic".to_owned(), lang: Lang::En, guard: false };
    let at = "2026-09-01T02:00:00Z".parse().unwrap();
    Session::new(pack, &pack.generic, jiff::tz::TimeZone::UTC, &Entry { at, event })
}

#[test]
fn the_answers_lead_where_they_should() {
    let (mut found, mut all) = (0, 0);
    for name in ["small", "calls", "verbs", "waiting", "types", "probes"] {
        let folder = here("tests/packs").join(name);
        let pack = read_pack_within(&library::folder(&folder, false).unwrap(), 0).0;
        for flow in pack.flows.values() {
            for (id, step) in &flow.steps {
                if matches!(step.verb, Verb::Branch(_) | Verb::Run(_) | Verb::Go(_) | Verb::Return(_)) {
                    continue;
                }
                all += 1;
                let mut session = begin(&pack, &flow.id);
                let Some(entries) = toward(&session, &|session| session.path() == *id) else { continue };
                for entry in &entries {
                    assert_ne!(session.path(), *id, "{}: {id} lies nearer", flow.id);
                    session.apply(entry).unwrap();
                }
                assert_eq!(session.path(), *id);
                assert!(!matches!(session.request(false), Request::Pick));
                found += 1;
            }
        }
    }
    // The rest needs what the generic profile does not have.
    assert!(all > 80 && found * 100 >= all * 90, "{found} of {all}");
}

#[test]
fn what_cannot_be_reached_is_not_found() {
    let pack = read_pack_within(&library::folder(&here("flows"), false).unwrap(), 0).0;
    let session = begin(&pack, "transfer-failed");
    assert_eq!(toward(&session, &|_| false), None);
    assert_eq!(toward(&session, &|_| true), Some(Vec::new()));
}
