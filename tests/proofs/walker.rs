//! Every session of a small flow, one answer at a time: what is reached, what is read before it is there, and where nobody
//! gets out. It knows nothing of the analysis. The real session walks along, and both must always stand at the same step.

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::fmt::Write;
use std::rc::Rc;
use walletfix::answer::{self, Context, Form, Question};
use walletfix::flow::Flow;
use walletfix::flow::condition::{Condition, Facts, Operand, Period, Subject, Test};
use walletfix::flow::duration::Wait;
use walletfix::flow::probe::ResultType;
use walletfix::flow::step::{AnswerType, Argument, CurrencyRule, Outcome, Step, Verb, WaitFor};
use walletfix::flow::text::{Placeholder, Text};
use walletfix::flow::value::{Value, Version};
use walletfix::i18n::Lang;
use walletfix::pack::Pack;
use walletfix::profile::Profile;
use walletfix::script::{FlowTest, GivenAt};
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event, ProbeResult};
use walletfix::session::request::Request;

/// Seconds of a day.
const DAY: i64 = 24 * 3_600;

/// More sessions than this are not tried.
const MOST: usize = 4_000;

/// The same for what can follow the end of an example.
const FEW: usize = 300;

/// What happens in the sessions of one flow.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) reached: BTreeSet<String>,
    /// Step, case: held, failed. The one behind the last is `else`.
    pub(crate) cases: BTreeMap<(String, usize), (bool, bool)>,
    /// Rule, step, name.
    pub(crate) misuse: BTreeSet<(&'static str, String, String)>,
    pub(crate) retries: BTreeSet<String>,
    pub(crate) exports: BTreeSet<String>,
    pub(crate) support: bool,
    pub(crate) trap: bool,
}

#[derive(Debug, Clone)]
struct Frame<'p> {
    flow: &'p Flow,
    at: usize,
    prefix: String,
    facts: BTreeMap<String, Value>,
    inputs: BTreeMap<String, Value>,
}

#[derive(Debug, Clone)]
struct Done {
    flow: String,
    inputs: BTreeMap<String, Value>,
    returned: String,
    gives: Vec<(String, Value)>,
}

#[derive(Debug, Clone)]
struct State<'p> {
    frames: Vec<Frame<'p>>,
    done: Vec<Done>,
    now: Timestamp,
    /// A check ran at this instant; its result would be used again before a minute has gone by.
    checked: bool,
}

/// What a state waits for.
#[derive(Debug, PartialEq)]
enum Waits {
    Person,
    /// A check; whether it has all that it needs.
    Probe(bool),
    /// The person, after a check that found nothing out.
    Instead,
    Over,
}

/// All sessions of a flow.
pub(crate) struct Walker<'p> {
    pack: &'p Pack,
    profile: &'p Profile,
    zone: TimeZone,
    times: bool,
    most: usize,
    pub(crate) marks: Marks,
}

impl<'p> Walker<'p> {
    /// Walks `flow` with each profile; `None`: there are too many sessions.
    pub(crate) fn walk(pack: &'p Pack, profiles: &[&'p Profile], flow: &str, times: bool) -> Option<Marks> {
        let mut marks = Marks::default();
        for profile in profiles {
            let mut walker = Self { pack, profile, zone: TimeZone::UTC, times, most: MOST, marks };
            if !walker.every_session(flow) {
                return None;
            }
            marks = walker.marks;
        }
        Some(marks)
    }

    fn start(&mut self, flow: &str, now: Timestamp) -> (State<'p>, Waits, Session<'p>) {
        let event = Event::Start {
            flow: Some(flow.to_owned()),
            profile: self.profile.id.clone(),
            lang: Lang::En,
            guard: false,
        };
        let session = Session::new(self.pack, self.profile, self.zone.clone(), &Entry { at: now, event });
        let mut state = State { frames: Vec::new(), done: Vec::new(), now, checked: false };
        self.push(&mut state, &self.pack.flows[flow], String::new(), BTreeMap::new());
        let waits = self.advance(&mut state);
        (state, waits, session)
    }

    fn every_session(&mut self, flow: &str) -> bool {
        let (state, waits, session) = self.start(flow, "2026-09-01T02:00:00Z".parse().unwrap());
        match self.every_session_from(state, waits, session) {
            Some((finishes, honest)) => {
                self.marks.trap |= finishes.iter().zip(honest).any(|(finishes, honest)| !finishes && honest);
                true
            }
            None => false,
        }
    }

    /// Whether each state that can follow can come to an end, the one given first, and whether a person could be told so
    /// (see `is_at_the_top`); `None`: there are too many.
    fn every_session_from(
        &mut self,
        state: State<'p>,
        waits: Waits,
        session: Session<'p>,
    ) -> Option<(Vec<bool>, Vec<bool>)> {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut edges: Vec<Vec<usize>> = Vec::new();
        let mut over: Vec<bool> = Vec::new();
        let mut honest: Vec<bool> = Vec::new();
        let mut tops = amounts(self.profile, false).into_iter().chain(amounts(self.profile, true)).collect::<Vec<_>>();
        tops.retain(|value| ["10 CNY", "7 USD"].iter().any(|top| *value == Value::Amount(top.parse().unwrap())));
        tops.extend(versions().pop());
        // The nearest first, and a session only for what is new: long ones take much room.
        let mut waiting = VecDeque::from([(state, waits, Rc::new(session), None::<(usize, Event)>)]);
        while let Some((state, waits, before, from)) = waiting.pop_front() {
            let key = format!("{waits:?} {}", key(&state));
            let number = known.len();
            let state_number = *known.entry(key).or_insert(number);
            if let Some((from, _)) = &from {
                edges[*from].push(state_number);
            }
            if state_number < number {
                continue;
            }
            if number >= self.most {
                return None;
            }
            edges.push(Vec::new());
            over.push(waits == Waits::Over);
            honest.push(!is_at_the_top(&state, &tops));
            let session = match from {
                None => before,
                Some((_, event)) => {
                    let mut session = Session::clone(&before);
                    session.apply(&Entry { at: state.now, event: event.clone() }).unwrap_or_else(|misfit| {
                        panic!("{event:?} does not fit {misfit:?}");
                    });
                    Rc::new(session)
                }
            };
            same(&state, &waits, &session);
            for (next, waits, event) in self.onward(&state, &waits) {
                waiting.push_back((next, waits, Rc::clone(&session), Some((state_number, event))));
            }
        }
        let mut back: Vec<Vec<usize>> = vec![Vec::new(); over.len()];
        for (from, list) in edges.iter().enumerate() {
            for to in list {
                back[*to].push(from);
            }
        }
        let mut finishes = vec![false; over.len()];
        let mut open: Vec<usize> = (0..over.len()).filter(|state| over[*state]).collect();
        while let Some(state) = open.pop() {
            if !std::mem::replace(&mut finishes[state], true) {
                open.extend(&back[state]);
            }
        }
        Some((finishes, honest))
    }

    /// What happens with the answers of a test. `None` for an answer that it does not have; then also whether somebody who
    /// stands there can come to an end.
    pub(crate) fn replay(pack: &'p Pack, profile: &'p Profile, flow: &str, test: &FlowTest) -> (Marks, Option<bool>) {
        let mut walker = Self { pack, profile, zone: TimeZone::UTC, times: false, most: FEW, marks: Marks::default() };
        let now: Timestamp = "2026-01-05T12:00:00Z".parse().unwrap();
        let (mut state, mut waits, mut session) = walker.start(flow, now);
        let context = Context { lang: Lang::En, zone: TimeZone::UTC, now };
        let mut found: BTreeMap<String, Value> = BTreeMap::new();
        while waits != Waits::Over {
            let frame = state.frames.last().unwrap();
            let step: &'p Step = &frame.flow.steps[frame.at];
            let path = format!("{}{}", frame.prefix, step.id);
            // The clock stands still, so that the session uses again what a check has just found.
            if let (Waits::Probe(_), Verb::Probe(probe), Some(value)) = (&waits, &step.verb, found.get(&path)) {
                if session.times_reached(&path) > 5 {
                    break;
                }
                if probe.ask.is_some() && !value.is_known() {
                    walker.texts(&state, step);
                    waits = Waits::Instead;
                } else {
                    let value = value.clone();
                    walker.settle(&mut state, value);
                    waits = walker.advance(&mut state);
                }
                continue;
            }
            same(&state, &waits, &session);
            let visit = format!("{path}#{}", session.times_reached(&path));
            // An answer serves every visit, so that one that leads round does so for ever.
            if session.times_reached(&path) > 5 {
                return walker.stuck(state, waits, session);
            }
            let of = |map: &IndexMap<String, GivenAt>| map.get(&visit).or_else(|| map.get(&path)).cloned();
            let value = match (&waits, &step.verb) {
                (_, Verb::Tell(_)) | (Waits::Probe(false), _) => Value::Unknown,
                (Waits::Probe(true), Verb::Probe(probe)) => {
                    let question = Question { form: Form::of_probe(probe.probe), can_skip: true };
                    match of(&test.setting.probes) {
                        Some(given) => answer::given(&question, &given.given, &context).unwrap(),
                        None => return walker.stuck(state, waits, session),
                    }
                }
                _ => match of(&test.answers) {
                    Some(given) => answer::given(&session.question(step).unwrap(), &given.given, &context).unwrap(),
                    None => return walker.stuck(state, waits, session),
                },
            };
            let event = match (&waits, &step.verb) {
                (Waits::Probe(_), _) => {
                    Event::Probe(path, ProbeResult { value: value.clone(), reason: None, observed: None, ms: 1 })
                }
                (_, Verb::Tell(_)) => Event::Seen(path),
                _ => Event::Answer(path, value.clone()),
            };
            if let Event::Probe(path, result) = &event {
                found.insert(path.clone(), result.value.clone());
            }
            session.apply(&Entry { at: now, event }).unwrap();
            let asks = matches!((&waits, &step.verb), (Waits::Probe(_), Verb::Probe(probe)) if probe.ask.is_some());
            if asks && !value.is_known() {
                walker.texts(&state, step);
                waits = Waits::Instead;
                continue;
            }
            walker.settle(&mut state, value);
            waits = walker.advance(&mut state);
        }
        (walker.marks, None)
    }

    fn stuck(mut self, mut state: State<'p>, waits: Waits, session: Session<'p>) -> (Marks, Option<bool>) {
        state.checked = true;
        let marks = std::mem::take(&mut self.marks);
        let finishes = self.every_session_from(state, waits, session);
        (marks, finishes.map(|(finishes, honest)| finishes[0] || !honest[0]))
    }

    fn push(&mut self, state: &mut State<'p>, flow: &'p Flow, prefix: String, inputs: BTreeMap<String, Value>) {
        state.frames.push(Frame { flow, at: flow.start.0, prefix, facts: BTreeMap::new(), inputs });
        self.arrive(state);
    }

    fn arrive(&mut self, state: &State<'p>) {
        if let [frame] = &state.frames[..] {
            self.marks.reached.insert(frame.flow.steps[frame.at].id.clone());
        }
    }

    /// Through whatever needs nobody.
    #[expect(clippy::too_many_lines, reason = "one arm for each verb")]
    fn advance(&mut self, state: &mut State<'p>) -> Waits {
        loop {
            let frame = state.frames.last().unwrap();
            let step: &'p Step = &frame.flow.steps[frame.at];
            match &step.verb {
                Verb::Ask(ask) => {
                    let Some(given) = frame.inputs.get(&step.id).filter(|_| ask.input).cloned() else {
                        self.texts(state, step);
                        return Waits::Person;
                    };
                    self.settle(state, given);
                }
                Verb::Tell(_) => {
                    self.texts(state, step);
                    return Waits::Person;
                }
                Verb::Do(action) | Verb::Try(action) => {
                    self.texts(state, step);
                    if let Some(condition) = &action.repeats_payment
                        && !self.judge(state, step, condition)
                        && state.frames.len() == 1
                    {
                        self.marks.retries.insert(step.id.clone());
                    }
                    return Waits::Person;
                }
                Verb::Probe(probe) => {
                    let mut complete = true;
                    for (name, argument) in &probe.with {
                        let needed = probe.probe.inputs().iter().any(|input| input.needed && input.name == name);
                        complete &= self.given(state, step, argument).is_some() || !needed;
                    }
                    return Waits::Probe(complete);
                }
                Verb::Branch(branch) => {
                    let mut next = branch.otherwise;
                    let mut taken = branch.cases.len();
                    for (number, case) in branch.cases.iter().enumerate() {
                        let holds = self.judge(state, step, &case.when);
                        self.case(state, step, number, holds);
                        if holds {
                            (next, taken) = (case.next, number);
                            break;
                        }
                    }
                    if taken == branch.cases.len() {
                        self.case(state, step, taken, true);
                    }
                    state.frames.last_mut().unwrap().at = next.0;
                    self.arrive(state);
                }
                Verb::Run(run) => {
                    let mut inputs = BTreeMap::new();
                    for (name, argument) in &run.with {
                        if let Some(value) = self.given(state, step, argument) {
                            inputs.insert(name.clone(), value);
                        }
                    }
                    let callee = &self.pack.flows[&run.flow];
                    let again = state
                        .done
                        .iter()
                        .find(|done| callee.once && done.flow == callee.id && done.inputs == inputs)
                        .cloned();
                    if let Some(done) = again {
                        self.come_back(state, &done.returned, done.gives);
                    } else {
                        let prefix = format!("{}{}.", frame_prefix(state), step.id);
                        self.push(state, callee, prefix, inputs);
                    }
                }
                Verb::Go(go) => {
                    for argument in go.with.values() {
                        self.given(state, step, argument);
                    }
                    self.marks.support = true;
                    return Waits::Over;
                }
                Verb::Return(ret) => {
                    let frame = state.frames.last().unwrap().clone();
                    for fact in &frame.flow.gives {
                        if !frame.facts.contains_key(fact) && state.frames.len() == 1 {
                            self.marks.exports.insert(fact.clone());
                        }
                    }
                    let value = |fact: &String| frame.facts.get(fact).cloned().unwrap_or(Value::Unknown);
                    let gives: Vec<(String, Value)> =
                        frame.flow.gives.iter().map(|fact| (fact.clone(), value(fact))).collect();
                    if frame.flow.once {
                        state.done.push(Done {
                            flow: frame.flow.id.clone(),
                            inputs: frame.inputs.clone(),
                            returned: ret.value.clone(),
                            gives: gives.clone(),
                        });
                    }
                    if state.frames.len() == 1 {
                        return Waits::Over;
                    }
                    state.frames.pop();
                    self.come_back(state, &ret.value, gives);
                }
                Verb::End(end) => {
                    self.texts(state, step);
                    if let Some(since) = &end.since {
                        self.uses(state, step, &Subject::Fact(since.clone()));
                    }
                    if let Some(WaitFor::Profile(path)) = &end.wait {
                        self.uses(state, step, &Subject::Profile(path.clone()));
                    }
                    self.marks.support |= matches!(end.outcome, Outcome::Contact | Outcome::Urgent | Outcome::Legal);
                    return Waits::Over;
                }
            }
        }
    }

    fn case(&mut self, state: &State<'_>, step: &Step, case: usize, holds: bool) {
        if state.frames.len() == 1 {
            let seen = self.marks.cases.entry((step.id.clone(), case)).or_default();
            seen.0 |= holds;
            seen.1 |= !holds;
        }
    }

    fn come_back(&mut self, state: &mut State<'p>, returned: &str, gives: Vec<(String, Value)>) {
        let frame = state.frames.last_mut().unwrap();
        let step = &frame.flow.steps[frame.at];
        let Verb::Run(run) = &step.verb else { panic!("a return to {}", step.id) };
        for (fact, value) in gives {
            frame.facts.insert(format!("{}.{fact}", step.id), value);
        }
        frame.facts.insert(step.id.clone(), Value::Choice(returned.to_owned()));
        frame.at = run.next.target(returned).unwrap().0;
        self.arrive(state);
    }

    fn settle(&mut self, state: &mut State<'p>, value: Value) {
        let frame = state.frames.last_mut().unwrap();
        let step = &frame.flow.steps[frame.at];
        let next = match &step.verb {
            Verb::Ask(ask) => ask.next.target(value.key()),
            Verb::Tell(tell) => Some(tell.next),
            Verb::Do(action) | Verb::Try(action) => action.next.target(value.key()),
            Verb::Probe(probe) => probe.next.target(value.key()),
            _ => None,
        };
        if !matches!(step.verb, Verb::Tell(_)) {
            frame.facts.insert(step.id.clone(), value);
        }
        frame.at = next.unwrap().0;
        self.arrive(state);
    }

    /// Everything that can happen next.
    fn onward(&mut self, state: &State<'p>, waits: &Waits) -> Vec<(State<'p>, Waits, Event)> {
        let mut out = Vec::new();
        if *waits == Waits::Over {
            return out;
        }
        let frame = state.frames.last().unwrap();
        let step: &'p Step = &frame.flow.steps[frame.at];
        let path = format!("{}{}", frame.prefix, step.id);
        let pauses: &[i64] = if self.times { &[0, 50 * 3600] } else { &[0] };
        for pause in pauses {
            let mut later = state.clone();
            let pause = if state.checked { pause + 61 } else { *pause };
            later.now = state.now + jiff::SignedDuration::from_secs(pause);
            later.checked = matches!(waits, Waits::Probe(_));
            let found =
                |value: Value| Event::Probe(path.clone(), ProbeResult { value, reason: None, observed: None, ms: 1 });
            let values = self.values(&later, step, waits);
            for value in values {
                let mut next = later.clone();
                if let (Waits::Probe(_), Verb::Probe(probe), Value::Unknown) = (waits, &step.verb, &value)
                    && probe.ask.is_some()
                {
                    self.texts(&next, step);
                    out.push((next, Waits::Instead, found(Value::Unknown)));
                    continue;
                }
                let event = match (waits, &step.verb) {
                    (Waits::Probe(_), _) => found(value.clone()),
                    (_, Verb::Tell(_)) => Event::Seen(path.clone()),
                    _ => Event::Answer(path.clone(), value.clone()),
                };
                self.settle(&mut next, value);
                let waits = self.advance(&mut next);
                out.push((next, waits, event));
            }
        }
        out
    }

    fn values(&self, state: &State<'_>, step: &Step, waits: &Waits) -> Vec<Value> {
        let choice = |id: &str| Value::Choice(id.to_owned());
        let list = |ids: &[&str]| ids.iter().map(|id| choice(id)).collect::<Vec<_>>();
        let mut values = match (&step.verb, waits) {
            (Verb::Do(_), _) => return list(&Verb::DO_ANSWERS),
            (Verb::Try(_), _) => return list(&Verb::TRY_ANSWERS),
            (Verb::Tell(_), _) | (Verb::Probe(_), Waits::Probe(false)) => return vec![Value::Unknown],
            (Verb::Probe(probe), _) => {
                let mut values = match probe.probe.result() {
                    ResultType::OneOf(words) => list(words),
                    ResultType::Version => versions(),
                    ResultType::Amount => amounts(self.profile, false),
                };
                if *waits != Waits::Instead || probe.can_skip {
                    values.push(Value::Unknown);
                }
                return values;
            }
            (Verb::Ask(ask), _) => match &ask.kind {
                AnswerType::Choice(options) => options.iter().map(|option| choice(&option.value)).collect(),
                AnswerType::YesNo => list(&["yes", "no"]),
                AnswerType::Choices { options, min, max } => {
                    let ids: Vec<&String> = options.iter().map(|option| &option.value).collect();
                    let sets = (0..1_usize << ids.len()).map(|bits| {
                        let ticked = ids.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
                        ticked.map(|(_, id)| (*id).clone()).collect::<Vec<_>>()
                    });
                    let fits = |count: usize| min.is_none_or(|min| count >= min) && max.is_none_or(|max| count <= max);
                    sets.filter(|ticked| fits(ticked.len())).map(Value::Choices).collect()
                }
                AnswerType::Number { min, max } => (min.unwrap_or(0)..=max.unwrap_or(4)).map(Value::Number).collect(),
                AnswerType::Amount(rule) => amounts(self.profile, matches!(rule, CurrencyRule::Code(_))),
                AnswerType::Version => versions(),
                AnswerType::Time { .. } => [3_600, DAY - 61, DAY, DAY + 3_600, 3 * DAY - 61, 3 * DAY, 4 * DAY]
                    .iter()
                    .map(|seconds| Value::Time(state.now - jiff::SignedDuration::from_secs(*seconds)))
                    .collect(),
                AnswerType::Text(_) => vec![Value::Text("x".to_owned())],
            },
            _ => panic!("{} waits for nobody", step.id),
        };
        if matches!(&step.verb, Verb::Ask(ask) if ask.can_skip) {
            values.push(Value::Unknown);
        }
        values
    }

    /// The value of an argument, where it is known.
    fn given(&mut self, state: &State<'p>, step: &Step, argument: &Argument) -> Option<Value> {
        let value = match argument {
            Argument::Literal(value) => value.clone(),
            Argument::Profile(path) => self.profile.value(path),
            Argument::Fact(name) => {
                let frame = state.frames.last().unwrap();
                match frame.facts.get(name) {
                    Some(value) => value.clone(),
                    None => {
                        self.misuse(state, "fact-maybe-unset", step, name);
                        Value::Unknown
                    }
                }
            }
        };
        value.is_known().then_some(value)
    }

    fn misuse(&mut self, state: &State<'_>, rule: &'static str, step: &Step, name: &str) {
        if state.frames.len() == 1 {
            self.marks.misuse.insert((rule, step.id.clone(), name.to_owned()));
        }
    }

    fn texts(&mut self, state: &State<'p>, step: &'p Step) {
        let text: Option<&Text> = match &step.verb {
            Verb::Ask(ask) => Some(&ask.text),
            Verb::Tell(tell) => Some(&tell.text),
            Verb::Do(action) | Verb::Try(action) => Some(&action.text),
            Verb::Probe(probe) => probe.ask.as_ref(),
            Verb::End(end) => Some(&end.text),
            _ => None,
        };
        for placeholder in text.into_iter().flat_map(|text| text.en.placeholders()) {
            match placeholder {
                Placeholder::Fact(name) | Placeholder::Rest(name) | Placeholder::Count(name) => {
                    self.uses(state, step, &Subject::Fact(name.clone()));
                }
                Placeholder::Profile(path) => {
                    self.uses(state, step, &Subject::Profile(path.clone()));
                }
                Placeholder::FollowUp => {}
            }
        }
    }

    /// A value that must be known where it is used.
    fn uses(&mut self, state: &State<'p>, step: &Step, subject: &Subject) -> Value {
        let frame = state.frames.last().unwrap();
        match subject {
            Subject::Fact(name) => match frame.facts.get(name).cloned() {
                None => {
                    self.misuse(state, "fact-maybe-unset", step, name);
                    Value::Unknown
                }
                Some(Value::Unknown) => {
                    self.misuse(state, "fact-maybe-unknown", step, name);
                    Value::Unknown
                }
                Some(value) => value,
            },
            Subject::Profile(path) => {
                let value = self.profile.value(path);
                if !value.is_known() {
                    self.misuse(state, "fact-maybe-unknown", step, &format!("profile.{path}"));
                }
                value
            }
        }
    }

    /// Whether a condition holds, and what it uses on the way.
    fn judge(&mut self, state: &State<'p>, step: &Step, condition: &Condition) -> bool {
        let holds = self.looks(state, step, condition);
        let view = View { frame: state.frames.last().unwrap(), profile: self.profile, now: state.now };
        assert_eq!(holds, condition.holds(&view), "{condition:?}");
        holds
    }

    fn looks(&mut self, state: &State<'p>, step: &Step, condition: &Condition) -> bool {
        match condition {
            Condition::And(parts) => parts.iter().all(|part| self.looks(state, step, part)),
            Condition::Or(parts) => parts.iter().any(|part| self.looks(state, step, part)),
            Condition::Not(part) => !self.looks(state, step, part),
            Condition::Test(test) => {
                match test {
                    Test::Known(_) => {}
                    Test::Is(subject, _) => {
                        if let Subject::Fact(name) = subject
                            && !state.frames.last().unwrap().facts.contains_key(name)
                        {
                            self.misuse(state, "fact-maybe-unset", step, name);
                        }
                    }
                    Test::Yes(subject) | Test::Has(subject, _) | Test::HasAtLeast(subject, _) => {
                        self.uses(state, step, subject);
                    }
                    Test::Age { subject, than, .. } => {
                        let known = self.uses(state, step, subject).is_known();
                        if let Period::Profile(path) = than
                            && known
                        {
                            self.uses(state, step, &Subject::Profile(path.clone()));
                        }
                    }
                    Test::Compare(subject, _, operand) => {
                        let known = self.uses(state, step, subject).is_known();
                        if let Operand::Subject(other) = operand
                            && known
                        {
                            self.uses(state, step, other);
                        }
                    }
                }
                let view = View { frame: state.frames.last().unwrap(), profile: self.profile, now: state.now };
                condition.holds(&view)
            }
        }
    }
}

/// What tells states apart: instants only by how long ago they are.
fn key(state: &State<'_>) -> String {
    let mut key = format!("{} ", state.checked);
    let put = |key: &mut String, name: &str, value: &Value| {
        let written = match value {
            Value::Time(at) => write!(key, "{name}=age {} ", state.now.duration_since(*at).as_secs().min(4 * DAY)),
            other => write!(key, "{name}={other:?} "),
        };
        written.unwrap();
    };
    for frame in &state.frames {
        write!(key, "{}@{}", frame.flow.id, frame.at).unwrap();
        frame.facts.iter().for_each(|(name, value)| put(&mut key, name, value));
        key.push('|');
        frame.inputs.iter().for_each(|(name, value)| put(&mut key, name, value));
    }
    for done in &state.done {
        write!(key, "{}={}", done.flow, done.returned).unwrap();
        done.inputs.iter().for_each(|(name, value)| put(&mut key, name, value));
        key.push('|');
        done.gives.iter().for_each(|(name, value)| put(&mut key, name, value));
    }
    key
}

fn frame_prefix(state: &State<'_>) -> String {
    state.frames.last().unwrap().prefix.clone()
}

/// The session must wait where the state does, for the same.
fn same(state: &State<'_>, waits: &Waits, session: &Session<'_>) {
    let frame = state.frames.last().unwrap();
    let path = format!("{}{}", frame.prefix, frame.flow.steps[frame.at].id);
    match (session.request(false), waits) {
        (Request::Ask(asking), Waits::Person | Waits::Instead) => assert_eq!(asking.path, path),
        (Request::Probe(call), Waits::Probe(_)) => assert_eq!(call.path, path),
        (Request::End(ending), Waits::Over) => {
            // `go` is over for the flow that is walked, and goes on in another.
            let left = matches!(frame.flow.steps[frame.at].verb, Verb::Go(_));
            assert!(left || ending.path == path, "{} is not {path}", ending.path);
        }
        (_, waits) => panic!("{waits:?} at {path}, but the session is at {}", session.path()),
    }
}

/// Whether a state knows a value than which no greater one is tried, though there are greater ones. Nobody who waits for
/// something greater gets out there, for want of values alone: it is not a trap. A real one holds smaller values too.
fn is_at_the_top(state: &State<'_>, tops: &[Value]) -> bool {
    let of_frames = state.frames.iter().flat_map(|frame| frame.facts.values().chain(frame.inputs.values()));
    let of_done = state.done.iter().flat_map(|done| {
        let given = done.gives.iter().map(|(_, value)| value);
        done.inputs.values().chain(given)
    });
    of_frames.chain(of_done).any(|value| tops.contains(value))
}

/// Enough amounts on both sides of the constants that conditions and profiles name.
fn amounts(profile: &Profile, cny: bool) -> Vec<Value> {
    let any = !cny && profile.currency.is_none();
    let usd = !cny && (any || profile.currency.as_deref() == Some("USD"));
    let numbers = ["0", "1", "2", "3", "4", "4.5", "5", "6", "7", "8", "9", "10"];
    let mut values = Vec::new();
    if !usd || any {
        values.extend(numbers.iter().map(|number| Value::Amount(format!("{number} CNY").parse().unwrap())));
    }
    if usd {
        let few = ["0", "1", "2", "5", "7"];
        values.extend(few.iter().map(|number| Value::Amount(format!("{number} USD").parse().unwrap())));
    }
    values
}

/// Enough versions around 1 and 2.
fn versions() -> Vec<Value> {
    ["0", "0.5", "0.7", "1", "1.0.5", "1.5", "2", "3", "4"]
        .iter()
        .map(|version| Value::Version(version.parse::<Version>().unwrap()))
        .collect()
}

struct View<'a, 'p> {
    frame: &'a Frame<'p>,
    profile: &'a Profile,
    now: Timestamp,
}

impl Facts for View<'_, '_> {
    fn fact(&self, name: &str) -> Value {
        self.frame.facts.get(name).cloned().unwrap_or(Value::Unknown)
    }

    fn profile(&self, path: &str) -> Value {
        self.profile.value(path)
    }

    fn profile_wait(&self, path: &str) -> Option<Wait> {
        self.profile.waits.get(path).copied()
    }

    fn now(&self) -> Timestamp {
        self.now
    }

    fn before(&self, instant: Timestamp, wait: Wait) -> Timestamp {
        walletfix::hours::calendar::subtract(instant, wait, &TimeZone::UTC, None)
    }
}
