//! A person without a plan: walks a session by numbers, so that laws are tried on thousands of different walks.

use jiff::Timestamp;
use walletfix::answer::{Form, Question};
use walletfix::flow::probe::{ProbeCall, ResultType};
use walletfix::flow::step::Verb;
use walletfix::flow::value::{Amount, Value, Version};
use walletfix::pack::Pack;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event, ProbeResult};
use walletfix::session::request::Request;

/// Numbers that decide everything.
pub(crate) struct Dice {
    state: u64,
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1 }
    }

    /// From 0 up to, but without, `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from((self.state >> 11) % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    pub(crate) fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.roll(list.len())]
    }
}

const YES_NO: [&str; 2] = ["yes", "no"];

/// What a wandering person may do besides answering.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Habit {
    /// Only answers.
    Forward,
    /// Also goes back, changes answers, leaves for other flows, switches the language.
    Restless,
}

/// The next event of somebody who decides by dice; `None`: the session is at its end.
pub(crate) fn next(session: &Session<'_>, dice: &mut Dice, habit: Habit) -> Option<Event> {
    if habit == Habit::Restless {
        match dice.roll(20) {
            0 | 1 => return Some(Event::Back),
            2 => {
                let answers = session.answers();
                if !answers.is_empty() {
                    let (path, step, _) = dice.pick(&answers).clone();
                    let question = session.question(step)?;
                    return Some(Event::Change(path, value(&question, dice, session.clock())));
                }
            }
            3 if dice.once_in(3) => {
                let mains: Vec<&str> = mains(session.pack());
                return Some(Event::Flow(session.path(), (*dice.pick(&mains)).to_owned()));
            }
            4 => return Some(Event::Lang(session.lang().other())),
            _ => {}
        }
    }
    match session.request(false) {
        Request::End(_) | Request::Country => None,
        Request::Pick => {
            let mains = mains(session.pack());
            Some(Event::Flow(session.path(), (*dice.pick(&mains)).to_owned()))
        }
        Request::Probe(call) => Some(Event::Probe(call.path.clone(), finding(&call, dice))),
        Request::Ask(asking) => Some(match asking.question {
            None => Event::Seen(asking.path),
            Some(question) => Event::Answer(asking.path, value(&question, dice, session.clock())),
        }),
    }
}

/// Walks until the end, or for so many events; returns what happened after `start`.
pub(crate) fn walk(session: &mut Session<'_>, dice: &mut Dice, habit: Habit, most: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = session.clock();
    for _ in 0..most {
        let Some(event) = next(session, dice, habit) else { break };
        at = later(at, dice);
        let entry = Entry { at, event };
        // A changed answer may no longer fit (the step was left for good): that is refused and not written.
        let fits = session.clone().apply(&entry).is_ok();
        if fits {
            session.apply(&entry).unwrap();
            entries.push(entry);
        }
    }
    entries
}

fn later(at: Timestamp, dice: &mut Dice) -> Timestamp {
    let seconds = [1, 5, 30, 61, 3_600][dice.roll(5)];
    at + jiff::SignedDuration::from_secs(seconds)
}

fn mains(pack: &Pack) -> Vec<&str> {
    pack.flows.values().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect()
}

/// Any result that such a check can have.
pub(crate) fn finding(call: &ProbeCall, dice: &mut Dice) -> ProbeResult {
    let value = match call.probe.result() {
        _ if dice.once_in(3) => Value::Unknown,
        ResultType::OneOf(words) => Value::Choice((*dice.pick(words)).to_owned()),
        ResultType::Version => Value::Version(Version(vec![8, 5, 1])),
        ResultType::Amount => Value::Amount(amount(dice, "CNY")),
    };
    ProbeResult { value, reason: None, observed: None, ms: 1 }
}

fn amount(dice: &mut Dice, currency: &str) -> Amount {
    format!("{}.{:02} {currency}", dice.roll(100_000), dice.roll(100)).parse().unwrap()
}

/// Any value that answers the question.
pub(crate) fn value(question: &Question, dice: &mut Dice, now: Timestamp) -> Value {
    if question.can_skip && dice.once_in(5) {
        return Value::Unknown;
    }
    let choice = |id: &str| Value::Choice(id.to_owned());
    match &question.form {
        Form::Choice(options) => choice(&dice.pick(options).value),
        Form::Choices { options, min, max } => {
            let most = max.unwrap_or(options.len()).min(options.len());
            let count = dice.roll(most + 1).max(min.unwrap_or(0));
            Value::Choices(options.iter().take(count).map(|option| option.value.clone()).collect())
        }
        Form::YesNo => choice(dice.pick::<&str>(&YES_NO)),
        Form::Do => choice(dice.pick::<&str>(&Verb::DO_ANSWERS)),
        Form::Try => choice(dice.pick::<&str>(&Verb::TRY_ANSWERS)),
        Form::Amount { currency, .. } => Value::Amount(amount(dice, currency.as_deref().unwrap_or("ETH"))),
        Form::Number { min, max } => {
            let (low, high) = (min.unwrap_or(0), max.unwrap_or(1_000));
            Value::Number(low + i64::try_from(dice.roll(usize::try_from(high - low + 1).unwrap())).unwrap())
        }
        Form::Time { .. } => {
            Value::Time(now - jiff::SignedDuration::from_secs(i64::try_from(dice.roll(400_000)).unwrap()))
        }
        Form::Version => Value::Version(Version(vec![7, u64::try_from(dice.roll(9)).unwrap()])),
        Form::Text(_) => Value::Text(format!("text {}", dice.roll(1_000))),
    }
}
