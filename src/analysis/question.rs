//! Questions and checks over what is known: every answer at once, cut only where answers lead to different steps.

use super::cell::{Bound, Cell, Known, Point, Range, Scale, Ticks};
use super::condition::sorted;
use super::step::{Onward, Scene};
use super::store::{Key, Store};
use crate::flow::StepIndex;
use crate::flow::probe::ResultType;
use crate::flow::step::{AnswerType, Ask, CurrencyRule, Next, ProbeStep, Step};

const VERSION: AnswerType = AnswerType::Version;
const AMOUNT: AnswerType = AnswerType::Amount(CurrencyRule::Any);

impl<'f> Scene<'_, 'f> {
    /// Where the answers of a question lead.
    pub(super) fn ask(&mut self, place: usize, step: &'f Step, ask: &'f Ask, store: &Store, out: &mut Vec<Onward>) {
        let fact = Key::Fact(self.call, place);
        if let Some(given) = store.cell(Key::Input(self.call, place)).filter(|_| ask.input) {
            let known = store.cells[given].known.clone();
            if let Some(Known::Words(words)) = known {
                for (to, some) in self.by_target(&ask.next, &words) {
                    let mut store = store.clone();
                    store.change(given).known = Some(Known::Words(some));
                    store.name(fact, given);
                    out.push(Onward { to: to.0, store, cost: 0 });
                }
            } else if let Some(to) = ask.next.target("known") {
                let mut store = store.clone();
                store.name(fact, given);
                out.push(Onward { to: to.0, store, cost: 0 });
            }
            return;
        }
        self.texts(place, step, store);
        let store = self.later(store);
        match &ask.kind {
            AnswerType::Choice(options) => {
                let answers = options.iter().map(|option| option.value.as_str());
                self.sort(place, &ask.next, &answers, ask.can_skip, store, out);
            }
            AnswerType::YesNo => self.sort(place, &ask.next, &["yes", "no"].into_iter(), ask.can_skip, store, out),
            kind => {
                let currency = match kind {
                    AnswerType::Amount(CurrencyRule::Code(code)) => Some(code.as_str()),
                    _ => None,
                };
                self.measure(place, &ask.next, &|| self.domain(kind), currency, ask.can_skip, &store, out);
            }
        }
    }

    /// Everything that a question can be answered with, apart from single words.
    fn domain(&self, kind: &'f AnswerType) -> Known {
        let ordered = |scale: Scale, low, high| Known::Ordered(Range { scale, class: 0, low, high });
        let bound = |number: i64| Bound { at: Point::Number(number), open: false };
        match kind {
            AnswerType::Choices { options, min, max } => {
                let mut ticks = Ticks {
                    options: options.iter().map(|option| (self.program.word(&option.value), None)).collect(),
                    min: min.unwrap_or(0),
                    max: max.unwrap_or(options.len()),
                };
                // More ticks than options: nobody can answer, which another rule tells.
                ticks.settle();
                Known::Ticks(ticks)
            }
            AnswerType::Amount(_) => ordered(Scale::Amount, Scale::Amount.floor(), None),
            AnswerType::Number { min, max } => ordered(Scale::Number, min.map(bound), max.map(bound)),
            AnswerType::Version => ordered(Scale::Version, Scale::Version.floor(), None),
            AnswerType::Time { .. } => Known::Time(Vec::new()),
            AnswerType::Choice(_) | AnswerType::YesNo | AnswerType::Text(_) => Known::Any,
        }
    }

    fn is_read(&self, to: StepIndex, key: Key) -> bool {
        self.live.is_none_or(|live| live.level(to.0, key).is_some())
    }

    /// Words by the step that they lead to.
    fn by_target(&self, next: &Next, words: &[usize]) -> Vec<(StepIndex, Vec<usize>)> {
        let mut groups: Vec<(StepIndex, Vec<usize>)> = Vec::new();
        for word in words {
            let Some(to) = next.target(self.program.text(*word)) else { continue };
            match groups.iter_mut().find(|(other, _)| *other == to) {
                Some((_, group)) => group.push(*word),
                None => groups.push((to, vec![*word])),
            }
        }
        groups
    }

    /// One way for each step that an answer leads to.
    pub(super) fn sort(
        &self,
        place: usize,
        next: &'f Next,
        answers: &(impl Iterator<Item = &'f str> + Clone),
        unknown: bool,
        store: Store,
        out: &mut Vec<Onward>,
    ) {
        let fact = Key::Fact(self.call, place);
        let mut targets: Vec<StepIndex> = Vec::new();
        let all = answers.clone().chain(unknown.then_some("unknown"));
        for to in all.filter_map(|answer| next.target(answer)) {
            if !targets.contains(&to) {
                targets.push(to);
            }
        }
        let mut left = Some(store);
        let count = targets.len();
        for (number, to) in targets.into_iter().enumerate() {
            let Some(mut store) = (if number + 1 < count { left.clone() } else { left.take() }) else { return };
            if self.is_read(to, fact) {
                let words = answers.clone().filter(|answer| next.target(answer) == Some(to));
                let words = sorted(words.map(|answer| self.program.word(answer)));
                let known = (!words.is_empty()).then_some(Known::Words(words));
                let unknown = unknown && next.target("unknown") == Some(to);
                let cell = store.add(Cell { unknown, known });
                store.name(fact, cell);
            } else {
                store.forget(fact);
            }
            out.push(Onward { to: to.0, store, cost: 1 });
        }
    }

    /// One way for an answer that is known, and one for a skip, unless they lead to the same step.
    #[expect(clippy::too_many_arguments, reason = "a question has many sides")]
    fn measure(
        &self,
        place: usize,
        next: &Next,
        domain: &dyn Fn() -> Known,
        currency: Option<&'f str>,
        unknown: bool,
        store: &Store,
        out: &mut Vec<Onward>,
    ) {
        let (of_known, of_unknown) = (next.target("known"), next.target("unknown").filter(|_| unknown));
        let mut targets: Vec<StepIndex> = of_known.into_iter().chain(of_unknown).collect();
        targets.dedup();
        let fact = Key::Fact(self.call, place);
        for to in targets {
            let mut store = store.clone();
            if self.is_read(to, fact) {
                let known = (of_known == Some(to)).then(domain);
                let cell = store.add(Cell { unknown: of_unknown == Some(to), known });
                if let (Some(code), Some(Known::Ordered(range))) = (currency, &store.cells[cell].known) {
                    let class = range.class;
                    store.denominate(class, self.program.word(code));
                }
                store.name(fact, cell);
            } else {
                store.forget(fact);
            }
            out.push(Onward { to: to.0, store, cost: 1 });
        }
    }

    /// Where the results of a check lead, also those that the person has to say.
    pub(super) fn probe(
        &mut self,
        place: usize,
        step: &'f Step,
        probe: &'f ProbeStep,
        store: &Store,
        out: &mut Vec<Onward>,
    ) {
        let mut complete = vec![store.clone()];
        let mut lacking = Vec::new();
        for (name, argument) in &probe.with {
            let needed = probe.probe.inputs().iter().any(|input| input.needed && input.name == name);
            for store in std::mem::take(&mut complete) {
                let (known, unknown) = self.given(place, name, argument, store);
                if needed {
                    complete.extend(known.map(|(store, _)| store));
                    lacking.extend(unknown);
                } else {
                    complete.extend(known.map(|(store, _)| store).into_iter().chain(unknown));
                }
            }
        }
        let asks = probe.ask.is_some();
        if asks {
            for store in complete.iter().chain(&lacking) {
                self.texts(place, step, store);
            }
        }
        // The person may know what the check could not find out.
        let can_be_unknown = !asks || probe.can_skip;
        for (store, found) in
            complete.iter().map(|store| (store, true)).chain(lacking.iter().map(|store| (store, asks)))
        {
            let store = self.later(store);
            match probe.probe.result() {
                ResultType::OneOf(words) => {
                    let words = if found { words } else { &[] };
                    self.sort(place, &probe.next, &words.iter().copied(), can_be_unknown, store, out);
                }
                other => {
                    let kind = if other == ResultType::Version { &VERSION } else { &AMOUNT };
                    if found {
                        self.measure(place, &probe.next, &|| self.domain(kind), None, can_be_unknown, &store, out);
                    } else {
                        self.sort(place, &probe.next, &[].into_iter(), true, store, out);
                    }
                }
            }
        }
    }
}
