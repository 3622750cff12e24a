//! Findings from a file: tests and `--answers` send no packet, unless the command says that what the file leaves open is to
//! be looked for.

use super::check::lacks_input;
use super::{Prober, World, check};
use crate::answer::{Context, Form, Question, given};
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::profile::Region;
use crate::script::GivenAt;
use crate::source::Span;
use indexmap::IndexMap;
use jiff::Timestamp;
use std::time::Duration;

/// Findings by step path: the test's own key wins, then its `*`, then the file's key, then the file's `*`.
///
/// A key is `PATH#2` for one visit or `PATH` for all. Pure checks run for real unless a key names them.
pub struct Scripted<'s> {
    maps: Vec<&'s IndexMap<String, GivenAt>>,
    world: World,
    clock: Box<dyn Fn() -> Timestamp + 's>,
    visits: Vec<(String, usize)>,
    used: Vec<Span>,
    missing: Vec<String>,
    mistakes: Vec<Mistake>,
    /// Who really looks for what the file leaves open.
    live: Option<Live<'s>>,
}

struct Live<'s> {
    prober: Box<dyn Prober + 's>,
    /// What it was asked for and has not told yet.
    open: Vec<ProbeCall>,
}

/// A value in the file that is no result of its check.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// The value's place in the file.
    pub span: Span,
    /// What would be right.
    pub message: Message,
}

impl<'s> Scripted<'s> {
    /// `maps` in order of precedence (the test's own, then the file's); `clock` is the session's.
    pub fn new(maps: Vec<&'s IndexMap<String, GivenAt>>, world: World, clock: impl Fn() -> Timestamp + 's) -> Self {
        let (visits, used) = (Vec::new(), Vec::new());
        let (missing, mistakes) = (Vec::new(), Vec::new());
        Self { maps, world, clock: Box::new(clock), visits, used, missing, mistakes, live: None }
    }

    /// The same with the real checks for those over the network that have no value.
    #[must_use]
    pub fn or_really(self, prober: impl Prober + 's) -> Self {
        Self { live: Some(Live { prober: Box::new(prober), open: Vec::new() }), ..self }
    }

    /// Paths of checks that were run, are not pure and have no value: an error in a test, unknown elsewhere.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// Values that are no result of their check.
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }

    /// The test's own values of checks that never came up, in file order.
    pub fn unused(&self) -> impl Iterator<Item = (&'s str, &'s GivenAt)> {
        // `*` is for whatever is left, which may be nothing; a value of the whole file may serve other tests only.
        let named = self.maps.first().into_iter().flat_map(|own| own.iter()).filter(|(path, _)| *path != "*");
        named.filter(|(_, at)| !self.used.contains(&at.span)).map(|(path, at)| (path.as_str(), at))
    }

    /// Whether some visit of that path has a value, or everything has.
    fn names(&self, call: &ProbeCall) -> bool {
        let path = call.path.as_str();
        let is_meant = |key: &str| key == "*" || key == path || key.split_once('#').is_some_and(|(key, _)| key == path);
        self.maps.iter().any(|map| map.keys().any(|key| is_meant(key)))
    }

    /// What the file or the rules of a pure check say; `None`: only the network can.
    fn finding(&mut self, call: &ProbeCall) -> Option<Finding> {
        let (path, visit) = self.visit(&call.path);
        let named = [format!("{path}#{visit}"), path.clone()];
        let star = "*".to_owned();
        let keys: Vec<&String> =
            if call.probe.is_pure() { named.iter().collect() } else { named.iter().chain([&star]).collect() };
        let value = self.maps.iter().find_map(|map| keys.iter().find_map(|key| map.get(*key)));
        self.used.extend(value.map(|value| value.span));
        Some(match value {
            _ if lacks_input(call) => Finding::unknown(Message::new("probe-input-missing")),
            Some(value) => self.scripted(call, value),
            None if call.probe.is_pure() => check(call, &World { now: (self.clock)(), ..self.world.clone() }),
            None if self.live.is_some() => return None,
            None => {
                if !self.missing.contains(&path) {
                    self.missing.push(path);
                }
                Finding::unknown(Message::new("probe-not-scripted"))
            }
        })
    }

    fn scripted(&mut self, call: &ProbeCall, value: &GivenAt) -> Finding {
        let question = Question { form: Form::of_probe(call.probe), can_skip: true };
        let context = Context { lang: Lang::En, zone: self.world.zone.clone(), now: (self.clock)() };
        match given(&question, &value.given, &context) {
            Ok(Value::Unknown) => Finding::unknown(Message::new("probe-scripted-unknown")),
            Ok(value) => Finding { value, reason: None, observed: None, elapsed: Duration::ZERO },
            Err(message) => {
                self.mistakes.push(Mistake { span: value.span, message: message.clone() });
                Finding::unknown(message)
            }
        }
    }

    /// The path without its visit, and the visit: as the call says, else counted.
    fn visit(&mut self, path: &str) -> (String, usize) {
        if let Some((path, visit)) = path.split_once('#')
            && let Ok(visit) = visit.parse()
        {
            return (path.to_owned(), visit);
        }
        let at = self.visits.iter().position(|(known, _)| known == path).unwrap_or_else(|| {
            self.visits.push((path.to_owned(), 0));
            self.visits.len() - 1
        });
        self.visits[at].1 += 1;
        (path.to_owned(), self.visits[at].1)
    }
}

impl Prober for Scripted<'_> {
    fn hosts(&self, call: &ProbeCall) -> Vec<String> {
        self.live.as_ref().filter(|_| !self.names(call)).map_or_else(Vec::new, |live| live.prober.hosts(call))
    }

    fn locate(&mut self, country: Option<&str>, region: Option<&Region>) {
        self.world.locate(country, region);
        if let Some(live) = &mut self.live {
            live.prober.locate(country, region);
        }
    }

    fn runs_ahead(&self) -> bool {
        self.live.is_some()
    }

    fn start(&mut self, call: &ProbeCall) {
        let is_open = !call.probe.is_pure() && !self.names(call);
        if let Some(live) = self.live.as_mut().filter(|_| is_open) {
            live.prober.start(call);
        }
    }

    fn poll(&mut self, call: &ProbeCall, patience: Duration) -> Option<Finding> {
        // Asked once a visit: visits are counted.
        let is_open = self.live.as_ref().is_some_and(|live| live.open.contains(call));
        if !is_open && let Some(finding) = self.finding(call) {
            return Some(finding);
        }
        let live = self.live.as_mut()?;
        if !live.open.contains(call) {
            live.open.push(call.clone());
            live.prober.start(call);
        }
        let finding = live.prober.poll(call, patience)?;
        live.open.retain(|open| open != call);
        Some(finding)
    }

    fn cancel(&mut self, call: &ProbeCall) {
        if let Some(live) = &mut self.live {
            live.open.retain(|open| open != call);
            live.prober.cancel(call);
        }
    }
}
