//! The walk that turns a way into digits or digits into a way, by a session that knows nothing else.

use super::answers::{answer, finding, untold};
use super::beginning::{STEPS, beginning, consents, region, turns};
use super::digits::Digits;
use super::route::{Route, Step, is_open};
use crate::flow::Flow;
use crate::flow::step::Verb;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::pack::Pack;
use crate::profile::Profile;
use crate::session::event::{Entry, Event, ProbeResult};
use crate::session::guide::{From, Guide};
use crate::session::request::Request;
use crate::session::{Moved, Session};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::{Arc, Mutex, PoisonError};

/// Goes a way by its digits, written or read.
pub(super) fn walk(
    pack: &Pack,
    profile: Option<&Profile>,
    told: Lang,
    mut digits: Digits,
    route: Option<&Route>,
) -> Option<(Route, Digits)> {
    let mut profiles: Vec<&Profile> = pack.profiles.values().collect();
    profiles.sort_by_key(|profile| (profile.id != "generic", &profile.id));
    let mut flows: Vec<&Flow> = pack.flows.values().collect();
    flows.sort_by_key(|flow| &flow.id);
    let mains: Vec<&str> = flows.iter().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect();

    let lang = Lang::ALL[digits.next(2, route.map(|route| usize::from(route.lang == Lang::En)))];
    let at = profile.and_then(|profile| profiles.iter().position(|known| known.id == profile.id));
    let profile = *profiles.get(digits.next(profiles.len(), at))?;
    let from = beginning(&mut digits, &flows, route.map(|route| &route.from))?;
    let finished = digits.next(2, route.map(|route| usize::from(!route.finished))) == 0;
    let steps = route.map(|route| route.steps.len());
    let length = if finished { None } else { Some(digits.next(STEPS, steps)) };
    let consents = consents(&mut digits, route);
    let turns = turns(&mut digits, &mains, route);

    let shared = Arc::new(Mutex::new(digits));
    let lock = || shared.lock().unwrap_or_else(PoisonError::into_inner);
    let ways = Arc::clone(&shared);
    let in_middle = matches!(from, From::Middle(_));
    let guide = Guide::new(move |branch| {
        let open = in_middle || is_open(branch);
        open.then(|| ways.lock().unwrap_or_else(PoisonError::into_inner).way(branch.cases.len() + 1))
    });
    let guide = guide.blind(untold("replay-time", told));
    let mut session = Session::guided(pack, profile, TimeZone::UTC, (told, Timestamp::UNIX_EPOCH), &from, guide);
    let (mut all, mut country, mut regional) = (Vec::new(), None, true);
    loop {
        let at = all.len();
        let known = route.and_then(|route| route.steps.get(at)).map(|step| &step.moved);
        let request = session.request(regional);
        if length == Some(at) {
            break;
        }
        let path = session.path();
        let mut probe = None;
        // At any screen, that of an end among them.
        let turn = turns.iter().find(|(turn, _)| *turn == at).map(|(_, moved)| moved.clone());
        let moved = match request {
            _ if turn.is_some() => turn?,
            Request::Country => {
                match region(&mut lock(), pack, route) {
                    None => regional = false,
                    Some(named) => {
                        country = Some(named.clone());
                        let entry = Entry { at: Timestamp::UNIX_EPOCH, event: Event::Country(named) };
                        session.apply(&entry).ok()?;
                    }
                }
                continue;
            }
            Request::End(_) => break,
            Request::Pick => {
                let known = known.map(|moved| match moved {
                    Moved::Flow(flow) => mains.iter().position(|main| main == flow).unwrap_or(mains.len()),
                    _ => mains.len(),
                });
                Moved::Flow((*mains.get(lock().next(mains.len(), known))?).to_owned())
            }
            Request::Probe(call) => {
                probe = Some(call.probe);
                let known = known.map(|moved| match moved {
                    Moved::Probe(result) => result.value.clone(),
                    _ => Value::Text(String::new()),
                });
                let value = finding(&mut lock(), call.probe.result(), known.as_ref(), told);
                let reason = (!value.is_known()).then(|| Message::new("replay-no-reason"));
                Moved::Probe(ProbeResult { value, reason, observed: None, ms: 0 })
            }
            Request::Ask(asking) => match &asking.question {
                None => Moved::Seen,
                Some(question) => {
                    if let (Some(_), Verb::Probe(step)) = (&asking.finding, &asking.step.verb) {
                        probe = Some(step.probe);
                    }
                    let known = known.map(|moved| match moved {
                        Moved::Answer(value) => value.clone(),
                        _ => Value::Choice(String::new()),
                    });
                    Moved::Answer(answer(&mut lock(), question, asking.step, known.as_ref(), told))
                }
            },
        };
        session.apply(&Entry { at: Timestamp::UNIX_EPOCH, event: event(&path, &moved) }).ok()?;
        all.push(Step { path, moved, probe, at: Timestamp::UNIX_EPOCH });
        if all.len() > STEPS {
            return None;
        }
    }
    let digits = std::mem::take(&mut *lock());
    if digits.is_reading() {
        digits.finished()?;
    }
    let ways = digits.taken().to_vec();
    let profile = profile.id.clone();
    Some((Route { from, lang, profile, steps: all, ways, words: None, country, consents, finished }, digits))
}

/// The event that leads on like that.
pub(super) fn event(path: &str, moved: &Moved) -> Event {
    let path = path.to_owned();
    match moved {
        Moved::Answer(value) => Event::Answer(path, value.clone()),
        Moved::Seen => Event::Seen(path),
        Moved::Probe(result) => Event::Probe(path, result.clone()),
        Moved::Flow(flow) => Event::Flow(path, flow.clone()),
        Moved::GiveUp => Event::GiveUp,
    }
}
