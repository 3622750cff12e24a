//! What a search found, rule by rule.

use super::explored::{Explored, Seen};
use super::place;
use super::search::Analysis;
use super::step::Fault;
use super::trap::{doomed, traps};
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::Flow;
use crate::flow::condition::Subject;
use crate::flow::draft::Draft;
use crate::flow::field::Field;
use crate::flow::probe::ProbeKind;
use crate::flow::step::{Action, Step, Verb};
use crate::i18n::Message;
use crate::source::Span;

/// A finding and where its example leads: the state, and the fault in it.
pub(super) struct Found<'f> {
    pub(super) diagnostic: Diagnostic,
    pub(super) shown_by: Option<(usize, Option<Fault<'f>>)>,
}

/// One flow, its file, and what a search of it found.
pub(super) struct Review<'a, 'f> {
    pub(super) analysis: &'a Analysis<'f>,
    pub(super) index: usize,
    pub(super) flow: &'f Flow,
    pub(super) draft: &'f Draft,
    pub(super) explored: &'a Explored<'f>,
}

impl<'f> Review<'_, 'f> {
    /// Everything that is wrong.
    pub(super) fn findings(&self) -> Vec<Found<'f>> {
        let mut found = Vec::new();
        self.faults(&mut found);
        self.cannot_finish(&mut found);
        let nowhere = self.unreachable_step();
        found.extend(nowhere.into_iter().map(|diagnostic| Found { diagnostic, shown_by: None }));
        self.cases(&mut found);
        if !self.flow.shared && !self.explored.support {
            let message = Message::new("no-way-to-support");
            let help = Message::new("no-way-to-support-help");
            found.push(self.plain(Rule::NoWayToSupport, self.flow.span, message, help));
        }
        found
    }

    fn plain(&self, rule: Rule, span: Span, message: Message, help: Message) -> Found<'f> {
        let diagnostic = Diagnostic::new(rule, &self.draft.source, span, message).help(help);
        Found { diagnostic, shown_by: None }
    }

    fn faults(&self, found: &mut Vec<Found<'f>>) {
        let mut exported: Vec<usize> = Vec::new();
        for (fault, state) in &self.explored.faults {
            let step = &self.flow.steps[fault.step()];
            let mut finding = match *fault {
                Fault::Misuse { place, misuse, .. } => {
                    let span = place::of_misuse(self.draft, step, place, misuse);
                    let rule = if misuse.unset { Rule::FactMaybeUnset } else { Rule::FactMaybeUnknown };
                    let key = if misuse.profile { "fact-maybe-unknown-profile" } else { rule.id() };
                    let name = if misuse.profile { format!("profile.{}", misuse.name) } else { misuse.name.to_owned() };
                    let message = Message::new(key).with("name", name.as_str());
                    let help = Message::new(format!("{key}-help")).with("name", name);
                    self.plain(rule, span, message, help)
                }
                Fault::Export { fact, .. } => {
                    let name = self.flow.gives[fact].as_str();
                    // What names no step has been called unknown already.
                    if exported.contains(&fact) || !self.flow.steps.contains_key(name) {
                        continue;
                    }
                    exported.push(fact);
                    let span = self.draft.gives.get(fact).map_or(step.span, |given| given.span);
                    let message = Message::new("export-maybe-unset").with("name", name).with("step", step.id.as_str());
                    let help = Message::new("export-maybe-unset-help").with("name", name);
                    self.plain(Rule::ExportMaybeUnset, span, message, help)
                }
                Fault::Retry { .. } => {
                    let span = place::of_repeats(self.draft, step);
                    let message = Message::new("retry-before-status");
                    self.plain(Rule::RetryBeforeStatus, span, message, Message::new("retry-before-status-help"))
                }
            };
            finding.shown_by = Some((*state, Some(*fault)));
            found.push(finding);
        }
    }

    /// Loops that nobody gets out of. Each is reported at the first of its steps.
    fn cannot_finish(&self, found: &mut Vec<Found<'f>>) {
        let doomed = self.doomed();
        let mut steps: Vec<usize> = Vec::new();
        let mut report = |state: usize, key: &'static str, shown_by: Option<(usize, Option<Fault<'f>>)>| {
            let step = self.explored.states[state].step;
            if !steps.contains(&step) {
                steps.push(step);
                let help = Message::new(format!("{key}-help"));
                let span = self.flow.steps[step].span;
                let finding = self.plain(Rule::CannotFinish, span, Message::new(key), help);
                found.push(Found { shown_by, ..finding });
            }
        };
        for state in traps(&doomed, &self.explored.edges) {
            report(state, "cannot-finish", Some((state, None)));
        }
        for state in &self.explored.stuck {
            report(*state, "cannot-finish-run", None);
        }
    }

    /// The states from which no way leads to an end.
    pub(super) fn doomed(&self) -> Vec<bool> {
        doomed(self.explored.states.len(), &self.explored.last, &self.explored.edges)
    }

    /// Steps that nobody gets to. One that only another such step leads to is not reported: it mends itself.
    fn unreachable_step(&self) -> Vec<Diagnostic> {
        let steps = &self.flow.steps;
        let unreached: Vec<bool> = self.explored.first.iter().map(Option::is_none).collect();
        if !unreached.contains(&true) {
            return Vec::new();
        }
        let mut named = vec![0_usize; steps.len()];
        let mut named_by_unreached = vec![false; steps.len()];
        for (at, step) in steps.values().enumerate() {
            super::live::each_follower(step, &mut |next| {
                named[next] += usize::from(next != at);
                named_by_unreached[next] |= unreached[at] && next != at;
            });
        }
        let onward: Vec<Vec<usize>> = steps
            .values()
            .map(|step| {
                let mut list = Vec::new();
                super::live::each_follower(step, &mut |next| list.push(next));
                list
            })
            .collect();
        let mut covered = vec![false; steps.len()];
        let mut found = Vec::new();
        let (first, others): (Vec<usize>, Vec<usize>) =
            (0..steps.len()).filter(|step| unreached[*step]).partition(|step| !named_by_unreached[*step]);
        for step in first.into_iter().chain(others) {
            if covered[step] {
                continue;
            }
            let mut waiting = vec![step];
            while let Some(at) = waiting.pop() {
                if !std::mem::replace(&mut covered[at], true) {
                    waiting.extend(&onward[at]);
                }
            }
            let key = if named[step] == 0 { "unreachable-step" } else { "unreachable-step-answers" };
            let message = Message::new(key).with("name", steps[step].id.as_str());
            let help = Message::new(format!("{key}-help"));
            found.push(self.plain(Rule::UnreachableStep, steps[step].span, message, help).diagnostic);
        }
        found
    }

    /// Cases that never hold, and those behind which nothing is left.
    fn cases(&self, found: &mut Vec<Found<'f>>) {
        let mut branches: Vec<usize> = self.explored.cases.keys().copied().collect();
        branches.sort_unstable();
        for place in branches {
            let step = &self.flow.steps[place];
            let Verb::Branch(branch) = &step.verb else { continue };
            let seen = |case: usize| self.explored.cases[&place].get(case).copied().unwrap_or_default();
            let count = branch.cases.len();
            for case in 0..=count {
                let Seen { held, failed } = seen(case);
                let span = place::of_case(self.draft, step, case);
                if case == count {
                    if !held {
                        let (message, help) = (Message::new("else-never"), Message::new("else-never-help"));
                        found.push(self.plain(Rule::ElseNever, span, message, help));
                    }
                } else if !held {
                    let (message, help) = (Message::new("case-never"), Message::new("case-never-help"));
                    found.push(self.plain(Rule::CaseNever, span, message, help));
                } else if !failed && (case + 1 < count || case == 0) {
                    let (message, help) = (Message::new("case-always"), Message::new("case-always-help"));
                    found.push(self.plain(Rule::CaseAlways, span, message, help));
                    // Nothing gets behind it, which is what this finding says.
                    break;
                }
            }
        }
    }
}

/// Steps whose `repeats-payment` asks for no status, so that it cannot know whether the first payment went through.
pub(super) fn asks_no_status(analysis: &Analysis<'_>, index: usize, draft: &Draft) -> Vec<Diagnostic> {
    let flow = analysis.program.flow(index);
    let mut found = Vec::new();
    for step in flow.steps.values() {
        let (Verb::Do(Action { repeats_payment: Some(condition), .. })
        | Verb::Try(Action { repeats_payment: Some(condition), .. })) = &step.verb
        else {
            continue;
        };
        let mut subjects = Vec::new();
        condition.each_subject(&mut |subject| subjects.push(subject));
        let tells = |subject: &&Subject| match subject {
            Subject::Fact(name) => tells_status(analysis, flow, name),
            Subject::Profile(_) => false,
        };
        if !subjects.iter().any(tells) {
            let span = place::of_repeats(draft, step);
            let message = Message::new("retry-before-status-unasked");
            let help = Message::new("retry-before-status-unasked-help");
            found.push(Diagnostic::new(Rule::RetryBeforeStatus, &draft.source, span, message).help(help));
        }
    }
    found
}

fn tells_status(analysis: &Analysis<'_>, flow: &Flow, name: &str) -> bool {
    let of_step = |step: &Step| match &step.verb {
        Verb::Ask(ask) => ask.input || step.field.is_some_and(|field: Field| field.name() == "status-shown"),
        Verb::Probe(probe) => probe.probe == ProbeKind::TxStatus,
        _ => false,
    };
    match name.split_once('.') {
        None => flow.steps.get(name).is_some_and(of_step),
        Some((step, given)) => match flow.steps.get(step).map(|step| &step.verb) {
            Some(Verb::Run(run)) => {
                let callee = analysis.program.index(&run.flow).map(|callee| analysis.program.flow(callee));
                callee.and_then(|callee| callee.steps.get(given)).is_some_and(of_step)
            }
            _ => false,
        },
    }
}
