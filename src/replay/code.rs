//! From a way to its code and back. Both directions walk the flows with a session that knows nothing but the digits.

use super::digits::Digits;
use super::number::{Number, checks, holds, suspects};
use super::route::{Origin, Route, Step, is_open};
use crate::answer::{Form, Question};
use crate::flow::field::Field;
use crate::flow::probe::ResultType;
use crate::flow::step::{self, Choice, Verb};
use crate::flow::value::Value;
use crate::flow::{Flow, StepIndex};
use crate::i18n::{Lang, Message};
use crate::pack::Pack;
use crate::profile::Profile;
use crate::seal::letters;
use crate::session::event::{Entry, Event, ProbeResult};
use crate::session::guide::{From, Guide};
use crate::session::request::Request;
use crate::session::{Moved, Session};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::{Arc, Mutex, PoisonError};

/// The most symbols of a code: with a hyphen behind each fourth they are 48 characters.
const SYMBOLS: usize = 39;
/// How many of them are the pack's hash, and how many stand at the end to find a slip.
const HASH: usize = 4;
const CHECKS: usize = 2;
/// A group, as people read them aloud.
const GROUP: usize = 4;

/// A code can tell of so many unusual turns, and of no longer way.
const TURNS: usize = 3;
const STEPS: usize = 128;
/// The deepest that checklists run each other in what a code of last screens begins with.
const DEPTH: usize = 4;

/// The code of a session's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// All of it.
    Whole(String),
    /// It was too long: its last screens.
    Tail(String),
    /// The profile belongs to no pack, or the way cannot be told.
    None,
}

/// Why a code cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Symbols that no code has, or not as many.
    NoCode,
    /// It was misread or mistyped; the groups in which the slip may be.
    Slip(Vec<String>),
    /// It was made by other flows: the first group of theirs, and of these.
    OtherPack(String, String),
    /// It leads nowhere in these flows.
    Nowhere,
}

/// The code of a session.
pub fn code(session: &Session<'_>) -> Code {
    if session.profile().outside {
        return Code::None;
    }
    let (pack, profile) = (session.pack(), session.profile());
    let route = Route::of(session, Origin::Typed);
    if let Some(code) = written(pack, profile, &route) {
        return Code::Whole(code);
    }
    (1..route.steps.len()).find_map(|first| tail(session, &route, first)).map_or(Code::None, Code::Tail)
}

/// The code of what followed step `first`.
fn tail(session: &Session<'_>, route: &Route, first: usize) -> Option<String> {
    let (frames, ways) = session.middle(first);
    if frames.is_empty() || frames.len() > DEPTH {
        return None;
    }
    let route = Route { from: From::Middle(frames), steps: route.steps[first..].to_vec(), ways, ..route.clone() };
    written(session.pack(), session.profile(), &route)
}

fn written(pack: &Pack, profile: &Profile, route: &Route) -> Option<String> {
    let digits = Digits::writing(route.ways.iter().copied());
    let (walked, digits) = walk(pack, Some(profile), route.lang, digits, Some(route))?;
    // Steps whose paths differ went another way, and that would be told as this one.
    let same = walked.steps.len() == route.steps.len() && walked.steps.iter().zip(&route.steps).all(|(a, b)| same_step(a, b));
    let mut symbols = hash(pack);
    symbols.extend(digits.finished()?.symbols());
    symbols.extend(checks(&symbols));
    (same && symbols.len() <= SYMBOLS).then(|| letters::grouped(&symbols, GROUP))
}

/// Whether a step is the same but for its path's beginning, which a way from the middle does not know.
fn same_step(a: &Step, b: &Step) -> bool {
    let last = |step: &Step| step.path.rsplit('.').next().unwrap_or_default().to_owned();
    last(a) == last(b) && std::mem::discriminant(&a.moved) == std::mem::discriminant(&b.moved)
}

/// The way that a code tells, its typed answers told in `lang`, or in the code's own language.
pub fn decode(pack: &Pack, code: &str, lang: Option<Lang>) -> Result<Route, Refused> {
    let symbols: Option<Vec<u8>> = code.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)).map(letters::value).collect();
    let symbols = symbols.filter(|symbols| (HASH + CHECKS..=SYMBOLS).contains(&symbols.len())).ok_or(Refused::NoCode)?;
    if !holds(&symbols) {
        let mut groups: Vec<usize> = suspects(&symbols).into_iter().map(|at| at / GROUP).collect();
        groups.dedup();
        let group = |at: usize| {
            let end = (at * GROUP + GROUP).min(symbols.len());
            letters::grouped(&symbols[at * GROUP..end], GROUP)
        };
        return Err(Refused::Slip(groups.into_iter().map(group).collect()));
    }
    let own = hash(pack);
    if symbols[..HASH] != own {
        return Err(Refused::OtherPack(letters::grouped(&symbols[..HASH], GROUP), letters::grouped(&own, GROUP)));
    }
    let number = Number::of(&symbols[HASH..symbols.len() - CHECKS]);
    let shown = lang.unwrap_or(Lang::En);
    let read = |lang| walk(pack, None, lang, Digits::reading(number.clone()), None);
    let (route, _) = read(shown).ok_or(Refused::Nowhere)?;
    // The language is in the code itself.
    match lang {
        None if route.lang != shown => read(route.lang).map(|(route, _)| route).ok_or(Refused::Nowhere),
        Some(lang) => Ok(Route { lang, ..route }),
        None => Ok(route),
    }
}

/// What stands between the groups, by whatever hand.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | ',' | '_' | '\u{ff0d}')
}

/// The first 20 bits of the pack's hash.
fn hash(pack: &Pack) -> Vec<u8> {
    let bits = u32::from_str_radix(pack.hash.as_str().get(..5).unwrap_or("0"), 16).unwrap_or(0);
    (0..4).rev().map(|at| u8::try_from(bits >> (5 * at) & 31).unwrap_or(0)).collect()
}

/// Goes a way by its digits, written or read.
fn walk(
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
    let consents = route.map(|route| route.consents);
    let mut consent = |at: usize| {
        let known = consents.map(|all| all[at].map_or(0, |yes| 1 + usize::from(yes)));
        match digits.next(3, known) {
            0 => None,
            said => Some(said == 2),
        }
    };
    let consents = [consent(0), consent(1), consent(2)];
    let turns = turns(&mut digits, &mains, route)?;

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
        if length == Some(at) && !matches!(request, Request::End(_)) {
            break;
        }
        let path = session.path();
        let mut probe = None;
        let moved = match request {
            Request::Country => {
                let said = route.map(|route| route.country.as_ref());
                let regions: Vec<_> = pack.regions.values().collect();
                let of = |code: &String| regions.iter().position(|region| region.countries.contains(code));
                let known = said.map(|said| match said {
                    None => 0,
                    Some(code) => 2 + code.as_ref().and_then(of).unwrap_or(regions.len()),
                });
                let known = known.map(|known| if known == 2 + regions.len() { 1 } else { known });
                let named = match lock().next(2 + regions.len(), known) {
                    0 => {
                        regional = false;
                        continue;
                    }
                    1 => None,
                    region => regions.get(region - 2).and_then(|region| region.countries.first().cloned()),
                };
                country = Some(named.clone());
                let entry = Entry { at: Timestamp::UNIX_EPOCH, event: Event::Country(named) };
                session.apply(&entry).ok()?;
                continue;
            }
            Request::End(_) => break,
            _ if turns.iter().any(|(turn, _)| *turn == at) => {
                turns.iter().find(|(turn, _)| *turn == at).map(|(_, moved)| moved.clone())?
            }
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
                    probe = asking.finding.as_ref().and_then(|_| match &asking.step.verb {
                        Verb::Probe(probe) => Some(probe.probe),
                        _ => None,
                    });
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
    Some((Route { from, lang, profile, steps: all, ways, country, consents, finished }, digits))
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

/// Where the way begins.
fn beginning(digits: &mut Digits, flows: &[&Flow], known: Option<&From>) -> Option<From> {
    let place = |id: &str| flows.iter().position(|flow| flow.id == id);
    let tail = digits.next(2, known.map(|from| usize::from(matches!(from, From::Middle(_))))) == 1;
    if !tail {
        let (asked, guard) = match known {
            Some(From::Start(flow, guard)) => (Some(flow.as_deref().map_or(Some(0), |flow| Some(place(flow)? + 1))?), Some(*guard)),
            _ => (None, None),
        };
        let flow = match digits.next(flows.len() + 1, asked) {
            0 => None,
            flow => Some(flows.get(flow - 1)?.id.clone()),
        };
        return Some(From::Start(flow, digits.next(2, guard.map(usize::from)) == 1));
    }
    let frames = match known {
        Some(From::Middle(frames)) => frames.as_slice(),
        _ => &[],
    };
    let is_known = known.is_some();
    let depth = 1 + digits.next(DEPTH, is_known.then(|| frames.len().saturating_sub(1)));
    let mut all: Vec<(String, StepIndex)> = Vec::new();
    let mut flow = *flows.get(digits.next(flows.len(), frames.first().and_then(|(flow, _)| place(flow))))?;
    for level in 0..depth {
        let at = digits.next(flow.steps.len(), frames.get(level).map(|(_, at)| at.0));
        let step = StepIndex(at);
        all.push((flow.id.clone(), step));
        if level + 1 < depth {
            let Verb::Run(run) = &flow.step(step).verb else { return None };
            flow = flows.iter().find(|flow| flow.id == run.flow)?;
        }
    }
    Some(From::Middle(all))
}

/// Turns that are no answer: on to another flow, or stopping. They are few, and cost nothing where there is none.
fn turns(digits: &mut Digits, mains: &[&str], route: Option<&Route>) -> Option<Vec<(usize, Moved)>> {
    // At the list of problems going on to a flow is the answer.
    let unusual = |step: &Step| match &step.moved {
        Moved::Flow(_) => !step.path.is_empty(),
        Moved::GiveUp => true,
        _ => false,
    };
    let known: Option<Vec<(usize, &Moved)>> = route.map(|route| {
        let steps = route.steps.iter().enumerate();
        steps.filter(|(_, step)| unusual(step)).map(|(at, step)| (at, &step.moved)).collect()
    });
    let count = digits.next(TURNS + 1, known.as_ref().map(Vec::len));
    let mut all = Vec::new();
    for number in 0..count {
        let turn = known.as_ref().and_then(|known| known.get(number));
        let at = digits.next(STEPS, turn.map(|(at, _)| *at));
        let kind = turn.map(|(_, moved)| match moved {
            Moved::Flow(flow) => mains.iter().position(|main| main == flow).unwrap_or(usize::MAX),
            _ => mains.len(),
        });
        let kind = digits.next(mains.len() + 1, kind);
        all.push((at, mains.get(kind).map_or(Moved::GiveUp, |flow| Moved::Flow((*flow).to_owned()))));
    }
    Some(all)
}

/// What a check found.
fn finding(digits: &mut Digits, result: ResultType, known: Option<&Value>, told: Lang) -> Value {
    let words: &[&str] = match result {
        ResultType::OneOf(words) => words,
        ResultType::Version => &["replay-version"],
        ResultType::Amount => &["replay-amount"],
    };
    let place = known.map(|value| match value {
        Value::Unknown => 0,
        Value::Choice(word) => words.iter().position(|known| known == word).map_or(usize::MAX, |at| at + 1),
        _ => 1,
    });
    match (digits.next(words.len() + 1, place), result) {
        (0, _) => Value::Unknown,
        (at, ResultType::OneOf(_)) => Value::Choice(words[at - 1].to_owned()),
        (at, _) => Value::Text(untold(words[at - 1], told)),
    }
}

/// An answer; of one that was typed only that there is one.
fn answer(digits: &mut Digits, question: &Question, step: &step::Step, known: Option<&Value>, told: Lang) -> Value {
    let can_skip = question.can_skip;
    let mut one_of = |words: &[&str]| {
        let place = known.map(|value| match value {
            Value::Unknown if can_skip => words.len(),
            value => words.iter().position(|word| *word == value.key()).unwrap_or(usize::MAX),
        });
        let at = digits.next(words.len() + usize::from(can_skip), place);
        words.get(at).map_or(Value::Unknown, |word| Value::Choice((*word).to_owned()))
    };
    let ids = |options: &[Choice]| options.iter().map(|option| option.value.clone()).collect::<Vec<String>>();
    match &question.form {
        Form::Choice(options) => {
            let ids = ids(options);
            one_of(&ids.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Form::YesNo => one_of(&["yes", "no"]),
        Form::Do => one_of(&Verb::DO_ANSWERS),
        Form::Try => one_of(&Verb::TRY_ANSWERS),
        form => {
            if can_skip && digits.next(2, known.map(|value| usize::from(value.is_known()))) == 0 {
                return Value::Unknown;
            }
            let Form::Choices { options, .. } = form else { return Value::Text(untold_answer(form, step, told)) };
            let ticked = |id: &String| known.map(|value| match value {
                Value::Choices(ticked) => usize::from(ticked.contains(id)),
                _ => usize::MAX,
            });
            Value::Choices(ids(options).into_iter().filter(|id| digits.next(2, ticked(id)) == 1).collect())
        }
    }
}

/// What stands for an answer that only the person knows: `[amount]`, `[order number]`.
fn untold_answer(form: &Form, step: &step::Step, told: Lang) -> String {
    let field = step.field.map(Field::name).map(|name| format!("summary-field-{name}"));
    untold(
        field.as_deref().unwrap_or(match form {
            Form::Amount { .. } => "replay-amount",
            Form::Number { .. } => "replay-number",
            Form::Time { .. } => "replay-time",
            Form::Version => "replay-version",
            _ => "replay-text",
        }),
        told,
    )
}

fn untold(key: &str, told: Lang) -> String {
    format!("[{}]", Message::new(key).text(told))
}
