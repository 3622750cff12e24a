//! Going a way again: the loop of every walk, with answers and findings that are known beforehand.

use super::route::{Origin, Route, Step};
use super::shown::Again;
use super::walked::event;
use crate::flow::probe::{Finding, ProbeCall, ProbeKind};
use crate::i18n::Message;
use crate::pack::Pack;
use crate::probe::{Prober, hosts};
use crate::profile::{Profile, Region};
use crate::record::Journal;
use crate::session::event::{Entry, Event};
use crate::session::guide::Guide;
use crate::session::{Moved, Session};
use crate::walk::{Manner, Walk};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What came of going a way again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Every screen, each with the answer under it.
    pub text: String,
    /// How many steps of the way could not be gone any more.
    pub left: usize,
}

/// The way and how far it has been gone.
pub(super) struct Course<'r> {
    route: &'r Route,
    next: Cell<usize>,
    /// The clock of the step that is being taken.
    now: Cell<Timestamp>,
}

impl<'r> Course<'r> {
    /// The step that comes next.
    pub(super) fn next(&self) -> Option<&'r Step> {
        let step = self.route.steps.get(self.next.get());
        if let Some(step) = step {
            self.now.set(self.now.get().max(step.at));
        }
        step
    }

    /// It is taken.
    pub(super) fn take(&self) {
        self.next.set(self.next.get() + 1);
    }

    /// How many were taken.
    pub(super) fn place(&self) -> usize {
        self.next.get()
    }

    pub(super) fn words(&self) -> Option<&'r str> {
        self.route.words.as_deref()
    }

    pub(super) fn country(&self) -> Option<&'r str> {
        self.route.country.as_ref()?.as_deref()
    }

    /// What was said of the checks that come next.
    pub(super) fn consent(&self) -> bool {
        let probe = self.route.steps.get(self.next.get()).and_then(|step| step.probe);
        self.route.consents[place(probe)] == Some(true)
    }

    fn was_asked(&self, probe: ProbeKind) -> bool {
        self.route.consents[place(Some(probe))].is_some()
    }
}

/// Which consent a check needs.
fn place(probe: Option<ProbeKind>) -> usize {
    match probe {
        Some(ProbeKind::TxStatus) => 1,
        Some(ProbeKind::AddressBalance) => 2,
        _ => 0,
    }
}

/// The screens of a way in lines of `columns`. `zone` and `began` are those of the session; `untold` stands for instants
/// where the way is that of a code, which knows none. `told`: which lines of branches the way tells.
pub fn show(
    pack: &Pack,
    profile: &Profile,
    route: &Route,
    (zone, began): (TimeZone, Timestamp),
    untold: Option<String>,
    told: Origin,
    columns: usize,
) -> Shown {
    let ways = route.ways.clone();
    let number = AtomicUsize::new(0);
    let middle = matches!(route.from, crate::session::guide::From::Middle(_));
    let guide = Guide::new(move |branch| {
        let is_told = told == Origin::Every || middle || super::route::is_open(branch);
        is_told.then(|| ways.get(number.fetch_add(1, Ordering::Relaxed)).copied()).flatten()
    });
    let guide = match untold {
        Some(untold) => guide.blind(untold),
        None => guide,
    };
    let mut session = Session::guided(pack, profile, zone.clone(), (route.lang, began), &route.from, guide);
    if route.country.is_none() {
        // Nobody was asked, so nobody is shown the question.
        let _ = session.apply(&Entry { at: began, event: Event::Country(None) });
    }
    let course = Course { route, next: Cell::new(0), now: Cell::new(began) };
    let written = Rc::new(RefCell::new(Vec::new()));
    let mut prompter = Again::new(&course, Rc::clone(&written), zone, columns);
    let mut left = 0;
    loop {
        let mut prober = Known(&course, profile);
        let clock = || course.now.get();
        let mut walk = Walk::new(session, Journal::none(""), &mut prompter, &mut prober, &clock, Manner::Person);
        // Nothing here can fail: it is written to memory.
        let _ = walk.run();
        session = walk.into_parts().0;
        let Some(step) = course.next().filter(|_| !prompter.has_ended()) else { break };
        // A turn that no screen has, such as one after a refused secret.
        course.take();
        if session.apply(&Entry { at: course.now.get(), event: event(&step.path, &step.moved) }).is_err() {
            left = route.steps.len() - course.next.get() + 1;
            break;
        }
    }
    let text = String::from_utf8_lossy(&written.borrow()).into_owned();
    Shown { text, left }
}

/// Checks whose findings are known.
struct Known<'c, 'r>(&'c Course<'r>, &'c Profile);

impl Prober for Known<'_, '_> {
    fn locate(&mut self, _country: Option<&str>, _region: Option<&Region>) {}

    fn hosts(&self, call: &ProbeCall) -> Vec<String> {
        if self.0.was_asked(call.probe) { hosts(call, self.1) } else { Vec::new() }
    }

    fn start(&mut self, _call: &ProbeCall) {}

    fn poll(&mut self, call: &ProbeCall, _patience: Duration) -> Option<Finding> {
        let found = self.0.next().filter(|step| step.path == call.path).and_then(|step| match &step.moved {
            Moved::Probe(result) => Some(result),
            _ => None,
        });
        let Some(result) = found else { return Some(Finding::unknown(Message::new("replay-no-reason"))) };
        self.0.take();
        Some(Finding {
            value: result.value.clone(),
            reason: result.reason.clone(),
            observed: result.observed.clone(),
            elapsed: Duration::from_millis(result.ms),
        })
    }

    fn cancel(&mut self, _call: &ProbeCall) {}
}
