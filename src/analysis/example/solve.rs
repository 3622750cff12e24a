//! Values for everything that is answered on a way, and a provider for whom it goes that way.

use super::super::cell::{Known, Point, Range};
use super::super::condition::profile as profile_cell;
use super::super::program::Program;
use super::super::store::{Key, Store};
use super::Passed;
use super::value;
use crate::flow::condition::Period;
use crate::flow::duration::Wait;
use crate::flow::probe::ResultType;
use crate::flow::step::{AnswerType, CurrencyRule, Verb};
use crate::flow::value::{Amount, Value};
use crate::hours::calendar;
use crate::i18n::Lang;
use crate::profile::Profile;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// The clock of a test that names none.
pub(super) const NOON: &str = "2026-01-05T12:00:00Z";

/// Currencies to choose from where any would do.
const CODES: [&str; 5] = ["CNY", "USD", "EUR", "GBP", "JPY"];

/// A way with values.
#[derive(Debug)]
pub(super) struct Solved<'f> {
    /// The provider; `None`: any.
    pub(super) profile: Option<&'f str>,
    /// For each that was passed; `None` for a `tell`.
    pub(super) values: Vec<Option<Value>>,
}

impl<'f> Solved<'f> {
    /// Values that fit what is known, for the first provider that fits.
    pub(super) fn find(
        program: &Program<'f>,
        profiles: &[&'f Profile],
        store: &Store,
        passed: &[Passed],
    ) -> Option<Self> {
        let asks_profile = store.slots.iter().any(|(key, _)| matches!(key, Key::Profile(_)));
        let mut fitting = profiles.iter().filter_map(|profile| Some((*profile, with(program, profile, store)?)));
        fitting.find_map(|(profile, store)| {
            let values = Solver { program, profile, store }.values(passed)?;
            let is_any = !asks_profile && profile.id == "generic";
            Some(Self { profile: (!is_any).then_some(profile.id.as_str()), values })
        })
    }
}

/// What is known when the provider is that one; `None`: it goes another way with that one.
fn with<'f>(program: &Program<'f>, profile: &'f Profile, store: &Store) -> Option<Store> {
    let mut store = store.clone();
    let paths: Vec<&'f str> = store
        .slots
        .iter()
        .filter_map(|(key, _)| if let Key::Profile(word) = key { Some(program.text(*word)) } else { None })
        .collect();
    for path in paths {
        let cell = profile_cell(program, path, &mut store);
        let mut value = profile.value(path);
        let wait = profile.waits.contains_key(path);
        if matches!(path, "name" | "currency" | "time-zone") || wait {
            value = Value::Text(String::new());
        }
        store = store.narrowed(cell, value.is_known())?;
        match (&value, store.cells[cell].known.clone()) {
            (Value::Choice(id), Some(Known::Words(words))) => {
                let listed = words.iter().find(|word| program.text(**word) == id);
                // A country that nobody asks about is the empty word.
                let other = words.iter().find(|word| program.text(**word).is_empty() && path == "country");
                let asked_about = program.pack.countries.contains(&id.as_str());
                let word = *listed.or(other.filter(|_| !asked_about))?;
                store.change(cell).known = Some(Known::Words(vec![word]));
            }
            (Value::Amount(amount), Some(Known::Ordered(range))) => {
                let code = program.word(&profile.amount(path)?.currency);
                let fits = store.denominate(range.class, code) && fix(&mut store, cell, &Point::amount(amount));
                fits.then_some(())?;
            }
            _ => {}
        }
    }
    Some(store)
}

fn fix(store: &mut Store, cell: usize, at: &Point) -> bool {
    store.assume_above(cell, at, false) && store.assume_below(cell, at, false)
}

struct Solver<'a, 'f> {
    program: &'a Program<'f>,
    profile: &'f Profile,
    store: Store,
}

impl<'f> Solver<'_, 'f> {
    fn values(mut self, passed: &[Passed]) -> Option<Vec<Option<Value>>> {
        // Currencies first, so that none is chosen that a later answer cannot have.
        for passed in passed {
            if let (Some(code), Some(range)) = (self.own_currency(passed), self.range(passed)) {
                self.store.denominate(range.class, code).then_some(())?;
            }
        }
        passed
            .iter()
            .map(|passed| match passed.answer.and_then(|key| self.store.cell(key)) {
                Some(cell) => self.value(passed, cell).map(Some),
                None => Some(None),
            })
            .collect()
    }

    fn range(&self, passed: &Passed) -> Option<Range> {
        self.store.range(self.store.cell(passed.answer?)?).cloned()
    }

    /// The provider's currency, where the question takes no other.
    fn own_currency(&self, passed: &Passed) -> Option<usize> {
        let Verb::Ask(ask) = &self.program.flow(passed.flow).steps[passed.step].verb else { return None };
        match ask.kind {
            AnswerType::Amount(CurrencyRule::Profile) => Some(self.program.word(self.profile.currency.as_deref()?)),
            _ => None,
        }
    }

    fn value(&mut self, passed: &Passed, cell: usize) -> Option<Value> {
        let verb: &'f Verb = &self.program.flow(passed.flow).steps[passed.step].verb;
        let Some(known) = self.store.cells[cell].known.clone() else { return Some(Value::Unknown) };
        self.store = self.store.narrowed(cell, true)?;
        match known {
            Known::Words(words) => {
                let word =
                    words_of(verb).into_iter().find(|word| words.iter().any(|of| self.program.text(*of) == *word))?;
                self.store.change(cell).known = Some(Known::Words(vec![self.program.word(word)]));
                Some(Value::Choice(word.to_owned()))
            }
            Known::Ticks(ticks) => {
                let mut missing =
                    ticks.min.saturating_sub(ticks.options.iter().filter(|(_, tick)| *tick == Some(true)).count());
                let mut chosen = Vec::new();
                for (word, tick) in ticks.options {
                    let open = tick.is_none() && missing > 0;
                    missing -= usize::from(open);
                    if open || tick == Some(true) {
                        chosen.push(self.program.text(word).to_owned());
                    }
                }
                Some(Value::Choices(chosen))
            }
            Known::Ordered(range) => self.ordered(cell, &range),
            Known::Time(ages) => {
                let now: Timestamp = NOON.parse().ok()?;
                let (mut oldest, mut youngest): (Option<Border>, Option<Border>) = (None, None);
                for age in ages {
                    let wait = self.wait(age.period)?;
                    let at = calendar::subtract(now, wait, &TimeZone::UTC, self.profile.country.as_deref());
                    // The narrower bound counts, and of two at one instant the one that leaves it out.
                    if let Some(open) = age.low
                        && youngest.is_none_or(|(old, old_open)| (at, !open) < (old, !old_open))
                    {
                        youngest = Some((at, open));
                    }
                    if let Some(open) = age.high
                        && oldest.is_none_or(|(old, old_open)| (at, open) > (old, old_open))
                    {
                        oldest = Some((at, open));
                    }
                }
                instant(now, oldest, youngest).map(Value::Time)
            }
            Known::Any => Some(Value::Text(match verb {
                Verb::Ask(ask) => match ask.kind {
                    AnswerType::Text(format) => value::text(format).to_owned(),
                    _ => return None,
                },
                _ => return None,
            })),
        }
    }

    fn wait(&self, period: usize) -> Option<Wait> {
        match self.program.duration(period)? {
            Period::Fixed(wait) => Some(wait),
            Period::Profile(path) => self.profile.waits.get(&path).copied(),
        }
    }

    fn ordered(&mut self, cell: usize, range: &Range) -> Option<Value> {
        let point = value::between(range)?;
        let currency = match &point {
            Point::Amount(_) => Some(self.currency(range.class)?),
            _ => None,
        };
        fix(&mut self.store, cell, &point).then_some(())?;
        Some(match point {
            Point::Amount(number) => Value::Amount(Amount { number, currency: currency?.to_owned() }),
            Point::Number(number) => Value::Number(number),
            Point::Version(parts) => value::version(parts),
        })
    }

    /// The currency of a class; where it can be any, one that nothing speaks against.
    fn currency(&mut self, class: usize) -> Option<&'f str> {
        if let Some(code) = self.store.code(class) {
            return Some(self.program.text(code));
        }
        let own: &'f str = self.profile.currency(Lang::En);
        let codes = std::iter::once(own).chain(CODES.into_iter().filter(|code| *code != own));
        for code in codes {
            let mut store = self.store.clone();
            let word = self.program.word(code);
            if store.denominate(class, word) {
                self.store = store;
                return Some(self.program.text(word));
            }
        }
        None
    }
}

/// The words that a step can set, in the author's order.
fn words_of(verb: &Verb) -> Vec<&str> {
    match verb {
        Verb::Ask(ask) => match &ask.kind {
            AnswerType::Choice(options) => options.iter().map(|option| option.value.as_str()).collect(),
            AnswerType::YesNo => vec!["yes", "no"],
            _ => Vec::new(),
        },
        Verb::Do(_) => Verb::DO_ANSWERS.to_vec(),
        Verb::Try(_) => Verb::TRY_ANSWERS.to_vec(),
        Verb::Probe(probe) => match probe.probe.result() {
            ResultType::OneOf(words) => words.to_vec(),
            ResultType::Version | ResultType::Amount => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// An instant, and whether it is itself outside.
type Border = (Timestamp, bool);

/// An instant after `oldest` and before `youngest`; a border counts as inside where it is not open.
fn instant(now: Timestamp, oldest: Option<Border>, youngest: Option<Border>) -> Option<Timestamp> {
    let minute = SignedDuration::from_mins(1);
    match (oldest, youngest) {
        (None, None) => Some(now - SignedDuration::from_hours(1)),
        (None, Some((at, _))) => Some(at - minute),
        (Some((at, _)), None) => Some((at + minute).min(now)),
        (Some((old, old_open)), Some((young, young_open))) => {
            if old == young {
                return (!old_open && !young_open).then_some(old);
            }
            let gap = young.duration_since(old);
            (gap > SignedDuration::ZERO).then(|| young - minute.min(gap / 2))
        }
    }
}
