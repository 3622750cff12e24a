//! A step: one verb, one fact, and where each answer leads.

use super::StepIndex;
use super::condition::Condition;
use super::duration::Wait;
use super::field::Field;
use super::probe::ProbeKind;
use super::text::Text;
use super::value::Value;
use crate::profile::Purpose;
use crate::source::Span;
use indexmap::IndexMap;

pub use super::question::{AnswerType, Choice, CurrencyRule, TextFormat, Topic};

/// One step of a flow.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its name, which is also the name of its fact.
    pub id: String,
    /// The `[step.ID]` header.
    pub span: Span,
    /// Its short name in the summary and the ledger of what was tried.
    pub label: Option<Text>,
    /// What `?` shows.
    pub hint: Option<Text>,
    /// Channels printed on this screen.
    pub show: Option<Purpose>,
    /// The place in the summary that its fact takes.
    pub field: Option<Field>,
    /// Kept in the journal alone.
    pub private: bool,
    /// What it does.
    pub verb: Verb,
}

impl Step {
    /// What the text is about that it asks for; `None`: it asks for no text.
    pub fn text_format(&self) -> Option<TextFormat> {
        match &self.verb {
            Verb::Ask(Ask { kind: AnswerType::Text(format), .. }) => Some(*format),
            _ => None,
        }
    }
}

/// What a step does.
#[derive(Debug, Clone)]
pub enum Verb {
    /// Asks the person something.
    Ask(Ask),
    /// Tells the person something.
    Tell(Tell),
    /// "Do this now".
    Do(Action),
    /// "Do this; did it help?"
    Try(Action),
    /// An automatic check.
    Probe(ProbeStep),
    /// Sorts by what is known.
    Branch(Branch),
    /// Runs a shared flow and comes back.
    Run(Run),
    /// Leaves for another main flow.
    Go(Go),
    /// Ends a shared flow with a value.
    Return(Return),
    /// Ends the session.
    End(End),
}

/// A question.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The question.
    pub text: Text,
    /// What may be answered.
    pub kind: AnswerType,
    /// Whether "I don't know" is an answer.
    pub can_skip: bool,
    /// Whether a caller may answer it in advance.
    pub input: bool,
    /// Asked once a session: what was answered to it before, or to another such question of its field, is taken.
    pub once: bool,
    /// Where each answer leads.
    pub next: Next,
}

/// Where each answer leads. Reading has proved that every answer finds a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// Answers with a step of their own: value ids, `unknown`, or the four answers of `do` and `try`.
    pub by_answer: Vec<(String, StepIndex)>,
    /// All other answers.
    pub otherwise: Option<StepIndex>,
}

impl Next {
    /// A single step for every answer.
    pub fn always(step: StepIndex) -> Self {
        Self { by_answer: Vec::new(), otherwise: Some(step) }
    }

    /// Where `answer` leads; `None` cannot happen in a checked flow.
    pub fn target(&self, answer: &str) -> Option<StepIndex> {
        self.by_answer.iter().find(|(value, _)| value == answer).map(|(_, step)| *step).or(self.otherwise)
    }

    /// Every step that can follow, each once.
    pub fn targets(&self) -> Vec<StepIndex> {
        let mut all: Vec<StepIndex> = self.by_answer.iter().map(|(_, step)| *step).chain(self.otherwise).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Step {
    /// The steps of the same flow that can follow.
    pub fn followers(&self) -> Vec<StepIndex> {
        match &self.verb {
            Verb::Ask(ask) => ask.next.targets(),
            Verb::Tell(tell) => vec![tell.next],
            Verb::Do(action) | Verb::Try(action) => action.next.targets(),
            Verb::Probe(probe) => probe.next.targets(),
            Verb::Run(run) => run.next.targets(),
            Verb::Branch(branch) => branch.cases.iter().map(|case| case.next).chain([branch.otherwise]).collect(),
            Verb::Go(_) | Verb::Return(_) | Verb::End(_) => Vec::new(),
        }
    }
}

/// Information to read.
#[derive(Debug, Clone)]
pub struct Tell {
    /// What to read.
    pub text: Text,
    /// The step after it.
    pub next: StepIndex,
}

/// Something to do.
#[derive(Debug, Clone)]
pub struct Action {
    /// What to do.
    pub text: Text,
    /// When doing it again cannot pay twice.
    pub repeats_payment: Option<Condition>,
    /// Where `done`, `cannot`, `already-done`, `skipped` (do) or `fixed`, `not-fixed`, `already-tried`, `skipped` (try) lead.
    pub next: Next,
}

impl Verb {
    /// The key that flow files write.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Ask(_) => "ask",
            Self::Tell(_) => "tell",
            Self::Do(_) => "do",
            Self::Try(_) => "try",
            Self::Probe(_) => "probe",
            Self::Branch(_) => "branch",
            Self::Run(_) => "run",
            Self::Go(_) => "go",
            Self::Return(_) => "return",
            Self::End(_) => "end",
        }
    }

    /// The four answers of `do`, in the order of the list.
    pub const DO_ANSWERS: [&'static str; 4] = ["done", "cannot", "already-done", "skipped"];
    /// The four answers of `try`, in the order of the list.
    pub const TRY_ANSWERS: [&'static str; 4] = ["fixed", "not-fixed", "already-tried", "skipped"];
}

/// An automatic check.
#[derive(Debug, Clone)]
pub struct ProbeStep {
    /// Which check.
    pub probe: ProbeKind,
    /// Its inputs by name.
    pub with: IndexMap<String, Argument>,
    /// Its deadline in milliseconds, 1,000 to 5,000.
    pub timeout_ms: u64,
    /// Asked of the person where the check ends `unknown`.
    pub ask: Option<Text>,
    /// Whether that question has "I don't know".
    pub can_skip: bool,
    /// Where each result leads.
    pub next: Next,
}

/// A value handed to a probe or a flow.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// The fact of that name, also when unknown.
    Fact(String),
    /// A profile key of that path, also when missing.
    Profile(String),
    /// A literal, already read as the type it meets.
    Literal(Value),
}

/// A sorting step.
#[derive(Debug, Clone)]
pub struct Branch {
    /// Tried in order; the first that holds wins.
    pub cases: Vec<Case>,
    /// Where the rest goes.
    pub otherwise: StepIndex,
}

/// One line of a branch.
#[derive(Debug, Clone)]
pub struct Case {
    /// When it holds.
    pub when: Condition,
    /// Where it leads.
    pub next: StepIndex,
    /// The condition's text in the file.
    pub span: Span,
}

/// A call of a shared flow.
#[derive(Debug, Clone)]
pub struct Run {
    /// The shared flow's id.
    pub flow: String,
    /// Answers given in advance, by step of the shared flow.
    pub with: IndexMap<String, Argument>,
    /// Whether it is about something else, so that what was said before does not count there.
    pub anew: bool,
    /// Where each of its return values leads.
    pub next: Next,
}

/// A way out to another main flow.
#[derive(Debug, Clone)]
pub struct Go {
    /// The main flow's id.
    pub flow: String,
    /// Answers given in advance, by step of that flow.
    pub with: IndexMap<String, Argument>,
    /// Whether it is about something else, so that what was said before does not count there.
    pub anew: bool,
}

/// The end of a shared flow.
#[derive(Debug, Clone)]
pub struct Return {
    /// The caller's answer.
    pub value: String,
    /// Its words in the ledger; where it is missing, built-in words of that value.
    pub text: Option<Text>,
}

/// The end of a session.
#[derive(Debug, Clone)]
pub struct End {
    /// How it ended.
    pub outcome: Outcome,
    /// What the person reads.
    pub text: Text,
    /// How long to wait, for outcome `wait`.
    pub wait: Option<WaitFor>,
    /// The time fact from which `wait` counts; the session's clock where it is missing.
    pub since: Option<String>,
}

/// How long to wait.
#[derive(Debug, Clone, PartialEq)]
pub enum WaitFor {
    /// As written.
    Fixed(Wait),
    /// `profile.waits.NAME`: the whole path without `profile.`.
    Profile(String),
}

/// How a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Somebody confirmed that it works.
    Resolved,
    /// The person knows what to do and needs nobody.
    Advice,
    /// Wait until the follow-up.
    Wait,
    /// Contact support.
    Contact,
    /// Act at once.
    Urgent,
    /// Authorities and complaints.
    Legal,
}

impl Outcome {
    /// All outcomes with the word that files and JSON use.
    pub const ALL: [(&'static str, Self); 6] = [
        ("resolved", Self::Resolved),
        ("advice", Self::Advice),
        ("wait", Self::Wait),
        ("contact", Self::Contact),
        ("urgent", Self::Urgent),
        ("legal", Self::Legal),
    ];

    /// The word that files and JSON use.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, outcome)| *outcome == self).map_or("", |(id, _)| id)
    }

    /// Whether the person must act at once.
    pub fn is_urgent(self) -> bool {
        self == Self::Urgent
    }

    /// The purposes whose channels its screen lists, most important first.
    pub fn purposes(self) -> &'static [Purpose] {
        match self {
            Self::Contact => &[Purpose::Contact],
            Self::Urgent => &[Purpose::Urgent, Purpose::Fraud, Purpose::Legal],
            Self::Legal => &[Purpose::Legal],
            Self::Resolved | Self::Advice | Self::Wait => &[],
        }
    }
}
