//! A flow as its file says it: names are words with places, and may name nothing. `parse` turns a draft without mistakes
//! into a [`Flow`](super::Flow); the rules of `lint` read drafts, so that they find something in a broken flow too.

use super::field::Field;
use super::probe::ProbeKind;
use super::step::{AnswerType, Outcome, WaitFor};
use super::text::Text;
use super::{Group, Keywords};
use crate::diagnostic::Rule;
use crate::i18n::Lang;
use crate::profile::Purpose;
use crate::source::{Source, Span};
use indexmap::IndexMap;
use jiff::civil::Date;
use std::sync::Arc;

/// A word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The word.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// A text and the places of its placeholders.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftText {
    /// The text; placeholders are not yet checked.
    pub text: Text,
    /// Its placeholders.
    pub holes: Vec<Hole>,
}

/// The place of a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    /// The language of the text.
    pub lang: Lang,
    /// Its place among the pieces of the template.
    pub piece: usize,
    /// Its name in the file.
    pub span: Span,
}

/// A suppression: `allow = { rule = "reason" }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The rule it silences.
    pub rule: Rule,
    /// Its key.
    pub span: Span,
    /// The step it covers; `None`: the whole file.
    pub step: Option<String>,
}

/// A flow file that is TOML.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The path in the pack without `.toml`.
    pub id: String,
    /// The file.
    pub source: Arc<Source>,
    /// The `[flow]` header.
    pub span: Span,
    /// Its name for people.
    pub title: Option<DraftText>,
    /// One line on when it fits.
    pub about: Option<DraftText>,
    /// Where it stands in the list of problems.
    pub group: Option<Group>,
    /// Words people use for this problem.
    pub keywords: Keywords,
    /// The team that answers for the content.
    pub owner: Option<String>,
    /// When the content was last reviewed, and where that stands.
    pub reviewed: Option<(Date, Span)>,
    /// Whether it is shared.
    pub shared: bool,
    /// `guard = true` and where that stands.
    pub guard: Option<Span>,
    /// Run once in a session.
    pub once: bool,
    /// `secret-out = true` and where that stands.
    pub secret_out: Option<Span>,
    /// Facts handed to the caller.
    pub gives: Vec<Named>,
    /// The first step.
    pub start: Option<Named>,
    /// The steps in the author's order.
    pub steps: IndexMap<String, DraftStep>,
    /// What its `return` steps answer, each once.
    pub returns: Vec<String>,
    /// Suppressions.
    pub allows: Vec<Allow>,
}

impl Draft {
    /// The flows that its steps run or go to.
    pub fn calls(&self) -> impl Iterator<Item = &Named> {
        self.steps.values().filter_map(|step| match &step.verb {
            DraftVerb::Run(call) | DraftVerb::Go(call) => call.flow.as_ref(),
            _ => None,
        })
    }
}

/// A step of a [`Draft`].
#[derive(Debug, Clone)]
pub struct DraftStep {
    /// Its name.
    pub id: String,
    /// The `[step.ID]` header.
    pub span: Span,
    /// Its short name in the summary and the ledger.
    pub label: Option<DraftText>,
    /// What `?` shows.
    pub hint: Option<DraftText>,
    /// Channels printed on this screen.
    pub show: Option<Purpose>,
    /// The place in the summary that its fact takes.
    pub field: Option<Field>,
    /// Kept in the journal alone.
    pub private: bool,
    /// Whether a key says where its fact is kept, even one with a mistake in it.
    pub kept: bool,
    /// What it does.
    pub verb: DraftVerb,
}

/// What a step of a [`Draft`] does.
#[derive(Debug, Clone)]
pub enum DraftVerb {
    /// None that is known.
    Missing,
    /// `ask`
    Ask(Box<DraftAsk>),
    /// `tell`
    Tell {
        /// What to read.
        text: Option<DraftText>,
        /// The step after it.
        next: Option<Named>,
    },
    /// `do`
    Do(Box<DraftAction>),
    /// `try`
    Try(Box<DraftAction>),
    /// `probe`
    Probe(Box<DraftProbe>),
    /// `branch`
    Branch {
        /// Its cases.
        cases: Vec<DraftCase>,
        /// Where the rest goes.
        otherwise: Option<Named>,
    },
    /// `run`
    Run(Box<DraftCall>),
    /// `go`
    Go(Box<DraftCall>),
    /// `return`
    Return {
        /// The caller's answer.
        value: Option<Named>,
        /// Its words in the ledger.
        text: Option<DraftText>,
    },
    /// `end`
    End(Box<DraftEnd>),
}

/// A question.
#[derive(Debug, Clone)]
pub struct DraftAsk {
    /// The question.
    pub text: Option<DraftText>,
    /// What may be answered; `None` where its type is missing or wrong.
    pub kind: Option<AnswerType>,
    /// The `type` value.
    pub kind_span: Span,
    /// Labels of the options, for rules about texts.
    pub options: Vec<DraftOption>,
    /// Whether "I don't know" is an answer.
    pub can_skip: bool,
    /// Whether a caller may answer it in advance.
    pub input: bool,
    /// Whether it is asked once a session.
    pub once: bool,
    /// Where each answer leads.
    pub next: DraftNext,
}

/// One option of a question.
#[derive(Debug, Clone)]
pub struct DraftOption {
    /// Its value.
    pub value: Named,
    /// Its label.
    pub label: DraftText,
    /// Its own `next`.
    pub next: Option<Named>,
}

/// Something to do.
#[derive(Debug, Clone)]
pub struct DraftAction {
    /// What to do.
    pub text: Option<DraftText>,
    /// When doing it again cannot pay twice.
    pub repeats_payment: Option<DraftCondition>,
    /// Where each answer leads.
    pub next: DraftNext,
}

/// An automatic check.
#[derive(Debug, Clone)]
pub struct DraftProbe {
    /// Which check.
    pub probe: Option<ProbeKind>,
    /// Its name in the file.
    pub span: Span,
    /// Its inputs.
    pub with: Vec<DraftArgument>,
    /// Its deadline in milliseconds.
    pub timeout_ms: u64,
    /// Asked where the check ends `unknown`.
    pub ask: Option<DraftText>,
    /// Whether that question has "I don't know".
    pub can_skip: bool,
    /// Where each result leads.
    pub next: DraftNext,
}

/// A line of a branch.
#[derive(Debug, Clone)]
pub struct DraftCase {
    /// When it holds.
    pub when: Option<DraftCondition>,
    /// Where it leads.
    pub next: Option<Named>,
}

/// A condition as written.
#[derive(Debug, Clone)]
pub struct DraftCondition {
    /// Its text.
    pub text: String,
    /// The whole value, quotes included.
    pub span: Span,
    /// Where the text's first byte stands in the file, if it is written without escapes.
    pub offset: Option<usize>,
}

/// A call of another flow.
#[derive(Debug, Clone)]
pub struct DraftCall {
    /// The other flow.
    pub flow: Option<Named>,
    /// Answers given in advance.
    pub with: Vec<DraftArgument>,
    /// Whether what was said before does not count there.
    pub anew: bool,
    /// Where each return value leads; empty for `go`.
    pub next: DraftNext,
}

/// A value handed on.
#[derive(Debug, Clone)]
pub struct DraftArgument {
    /// The input's name.
    pub input: Named,
    /// What it is given.
    pub given: DraftGiven,
    /// Where the value stands.
    pub span: Span,
}

/// What an input is given.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftGiven {
    /// A fact, by the name in its braces.
    Fact(Named),
    /// A profile key, without `profile.`.
    Profile(Named),
    /// Anything else.
    Literal(crate::script::Given),
}

/// Where answers lead, as written.
#[derive(Debug, Clone, Default)]
pub struct DraftNext {
    /// The `next` value; the step's header where there is none.
    pub span: Span,
    /// Whether `next` stands there at all.
    pub written: bool,
    /// `next = "step"`, or `else` of a table.
    pub otherwise: Option<Named>,
    /// Whether `otherwise` is the `else` of a table.
    pub is_else: bool,
    /// Where `else` stands.
    pub else_span: Span,
    /// Answers and their steps.
    pub by_answer: Vec<(Named, Named)>,
}

/// The end of a session.
#[derive(Debug, Clone)]
pub struct DraftEnd {
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What the person reads.
    pub text: Option<DraftText>,
    /// How long to wait, and where that stands.
    pub wait: Option<(WaitFor, Span)>,
    /// The time fact from which `wait` counts.
    pub since: Option<Named>,
}
