//! The ways out of a step: every line its author wrote about what comes next, and the ends.

use crate::flow::probe::ResultType;
use crate::flow::step::{Action, AnswerType, Ask, Next, ProbeStep, Run, Verb};
use crate::flow::{Flow, StepIndex};
use crate::pack::Pack;
use crate::session::passage::By;

/// One way out of a step, or an end.
#[derive(Debug, Clone)]
pub struct Way<'p> {
    /// The flow it stands in.
    pub flow: &'p Flow,
    /// The step it leads out of.
    pub step: StepIndex,
    /// Which of the step's ways it is.
    pub kind: Kind<'p>,
    /// The step it leads to, or the flow; empty for an end.
    pub target: &'p str,
}

/// Which of a step's ways one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind<'p> {
    /// The end of the session or of a shared flow.
    End,
    /// The way of these answers.
    Answers(Vec<&'p str>),
    /// The way of all answers that have none of their own.
    Else(Vec<&'p str>),
    /// A line of a branch; the number of its lines means `else`.
    Case(usize),
    /// The only way.
    Only,
}

/// What amounts, times and other answers without a name are called.
const KNOWN: &str = "known";
const UNKNOWN: &str = "unknown";

impl Way<'_> {
    /// Whether whoever left the step so took this way.
    pub fn is_taken_by(&self, by: &By) -> bool {
        match (&self.kind, by) {
            (Kind::Answers(answers) | Kind::Else(answers), By::Answer(answer)) => answers.contains(&answer.as_str()),
            (Kind::Case(case), By::Case(taken)) => case == taken,
            (Kind::Only, _) | (Kind::End, By::Only) => true,
            _ => false,
        }
    }

    /// Whether it ends something rather than leading on.
    pub fn is_end(&self) -> bool {
        self.kind == Kind::End
    }

    /// Whether it is a line of a branch.
    pub fn is_case(&self) -> bool {
        matches!(self.kind, Kind::Case(_))
    }

    /// The condition of a line of a branch, as its author wrote it.
    pub fn condition(&self) -> Option<&str> {
        let (Kind::Case(at), Verb::Branch(branch)) = (&self.kind, &self.flow.step(self.step).verb) else { return None };
        let span = branch.cases.get(*at)?.span;
        Some(self.flow.source.text.get(span.start..span.end)?.trim_matches(['"', '\'']))
    }

    /// Its name, in the words of the file: `balance: unknown -> again`, `enough: amount > balance -> top-up`, `end solved`.
    pub fn name(&self) -> String {
        let step = self.flow.step(self.step);
        let by = match (&self.kind, &step.verb) {
            (Kind::End, Verb::Return(_)) => return format!("return {}", step.id),
            (Kind::End, _) => return format!("end {}", step.id),
            (Kind::Answers(answers), _) => format!(": {}", answers.join(", ")),
            (Kind::Else(_), _) => ": else".to_owned(),
            (Kind::Case(_), _) => format!(": {}", self.condition().unwrap_or("else")),
            _ => String::new(),
        };
        format!("{}{by} -> {}", step.id, self.target)
    }
}

/// The ways out of a step, in the author's order.
pub(super) fn of_step<'p>(pack: &'p Pack, flow: &'p Flow, at: StepIndex) -> Vec<Way<'p>> {
    let way = |kind, target: &'p str| Way { flow, step: at, kind, target };
    let id = |index: StepIndex| flow.step(index).id.as_str();
    match &flow.step(at).verb {
        Verb::End(_) | Verb::Return(_) => vec![way(Kind::End, "")],
        Verb::Tell(tell) => vec![way(Kind::Only, id(tell.next))],
        Verb::Go(go) => vec![way(Kind::Only, &go.flow)],
        Verb::Branch(branch) => {
            let lines = branch.cases.iter().enumerate().map(|(at, case)| way(Kind::Case(at), id(case.next)));
            lines.chain([way(Kind::Case(branch.cases.len()), id(branch.otherwise))]).collect()
        }
        verb => {
            let Some((next, answers)) = answers_of(pack, verb) else { return Vec::new() };
            // `cannot` follows `done` where nobody wrote of it; that is no way of its own.
            let follows = matches!(verb, Verb::Do(_) | Verb::Try(_));
            let named = grouped(next, &answers, follows);
            let taken = |answer: &&str| named.iter().any(|(group, _)| group.contains(answer));
            let rest: Vec<&str> = answers.iter().copied().filter(|answer| !taken(answer)).collect();
            let mut ways: Vec<Way<'p>> =
                named.iter().map(|(group, target)| way(Kind::Answers(group.clone()), id(*target))).collect();
            if let Some(target) = next.otherwise.filter(|_| !rest.is_empty()) {
                let kind = if ways.is_empty() { Kind::Only } else { Kind::Else(rest) };
                ways.push(way(kind, id(target)));
            }
            ways
        }
    }
}

/// Where answers lead, and which there can be.
fn answers_of<'p>(pack: &'p Pack, verb: &'p Verb) -> Option<(&'p Next, Vec<&'p str>)> {
    Some(match verb {
        Verb::Ask(Ask { kind, can_skip, next, .. }) => {
            let mut answers = match kind {
                AnswerType::Choice(options) => options.iter().map(|option| option.value.as_str()).collect(),
                AnswerType::YesNo => vec!["yes", "no"],
                _ => vec![KNOWN],
            };
            answers.extend(can_skip.then_some(UNKNOWN));
            (next, answers)
        }
        Verb::Do(Action { next, .. }) => (next, Verb::DO_ANSWERS.to_vec()),
        Verb::Try(Action { next, .. }) => (next, Verb::TRY_ANSWERS.to_vec()),
        Verb::Probe(ProbeStep { probe, ask, can_skip, next, .. }) => {
            let mut answers = match probe.result() {
                ResultType::OneOf(words) => words.to_vec(),
                ResultType::Version | ResultType::Amount => vec![KNOWN],
            };
            answers.extend((ask.is_none() || *can_skip).then_some(UNKNOWN));
            (next, answers)
        }
        Verb::Run(Run { flow, next, .. }) => (next, pack.flows.get(flow).map(Flow::returns).unwrap_or_default()),
        _ => return None,
    })
}

type Group<'p> = (Vec<&'p str>, StepIndex);

/// The answers with a step of their own; for `do` and `try` those that go the same way are one.
fn grouped<'p>(next: &'p Next, answers: &[&'p str], follows: bool) -> Vec<Group<'p>> {
    let mut groups: Vec<Group<'p>> = Vec::new();
    for (answer, target) in &next.by_answer {
        if !answers.contains(&answer.as_str()) {
            continue;
        }
        match groups.iter_mut().find(|(_, known)| follows && known == target) {
            Some((group, _)) => group.push(answer),
            None => groups.push((vec![answer], *target)),
        }
    }
    groups
}
