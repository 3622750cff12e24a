//! The checked graph of a flow: what a file means once every name in it is known to exist.
//!
//! Only `parse` builds these types; the session walks them and meets no dangling name.

pub mod condition;
pub mod display;
pub mod draft;
pub mod duration;
pub mod fact;
pub mod field;
pub mod layers;
pub mod probe;
mod question;
pub mod step;
pub mod text;
pub mod value;

use crate::source::{Source, Span};
use field::{Field, Place};
use indexmap::IndexMap;
use std::sync::Arc;
use step::Step;
use text::Text;

/// Where own words stand among the answers; no step has such a path.
pub const WORDS: &str = "<words>";

/// A decision tree: steps and the links between them.
#[derive(Debug, Clone)]
pub struct Flow {
    /// The path in the pack without `.toml`, such as `shared/check-network`.
    pub id: String,
    /// The file it was read from.
    pub source: Arc<Source>,
    /// Its name for people.
    pub title: Text,
    /// One line on when it fits.
    pub about: Option<Text>,
    /// Where it stands in the list of problems.
    pub group: Option<Group>,
    /// Words people use for this problem, zh and en.
    pub keywords: Keywords,
    /// The team that answers for the content.
    pub owner: String,
    /// When the content was last reviewed.
    pub reviewed: Option<jiff::civil::Date>,
    /// Where that day stands; `None` where nobody need be told that it is long ago.
    pub reviewed_at: Option<Span>,
    /// Used by `run`, ends in `return`.
    pub shared: bool,
    /// Run once by the engine before any main flow.
    pub guard: bool,
    /// Finished once in a session with the same `with`: a later run reuses the result.
    pub once: bool,
    /// Where the engine offers to go when a refused secret was also typed elsewhere.
    pub secret_out: bool,
    /// Facts handed to the caller, read there as `STEP.FACT`.
    pub gives: Vec<String>,
    /// The first step.
    pub start: StepIndex,
    /// In the author's order; their ids are the keys.
    pub steps: IndexMap<String, Step>,
    /// The `[flow]` header.
    pub span: Span,
}

/// The place of a step in [`Flow::steps`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StepIndex(pub usize);

/// The words a search matches, by language.
#[derive(Debug, Clone, Default)]
pub struct Keywords {
    /// Chinese.
    pub zh: Vec<String>,
    /// English.
    pub en: Vec<String>,
}

/// Where a flow stands in the list of problems, in the order of that list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Money is missing or stuck.
    Money,
    /// Cannot get in.
    Access,
    /// Theft and scams.
    Safety,
    /// The app itself.
    App,
    /// The company behind the wallet.
    Provider,
    /// Reaching people.
    Support,
}

impl Group {
    /// All groups with the word that flow files use.
    pub const ALL: [(&'static str, Self); 6] = [
        ("money", Self::Money),
        ("access", Self::Access),
        ("safety", Self::Safety),
        ("app", Self::App),
        ("provider", Self::Provider),
        ("support", Self::Support),
    ];

    /// The word that flow files use.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, group)| *group == self).map_or("", |(id, _)| id)
    }
}

impl Flow {
    /// Whether a person can choose it from the list of problems.
    pub fn is_main(&self) -> bool {
        !self.shared
    }

    /// The step at `index`.
    ///
    /// The index comes from this flow's own links, so it always exists.
    pub fn step(&self, index: StepIndex) -> &Step {
        &self.steps[index.0]
    }

    /// The step named `id`.
    pub fn step_named(&self, id: &str) -> Option<(StepIndex, &Step)> {
        self.steps.get_full(id).map(|(at, _, step)| (StepIndex(at), step))
    }

    /// Whether it asks for one thing after another, as for screenshots: that somebody has three is no sign of going in
    /// circles.
    pub fn makes_list(&self) -> bool {
        let is_list = |field: Field| matches!(field.place(), Place::Evidence | Place::ContactLog);
        self.steps.values().any(|step| step.field.is_some_and(is_list))
    }

    /// What `return` steps of this flow can answer, in the author's order, each once.
    pub fn returns(&self) -> Vec<&str> {
        let mut values: Vec<&str> = Vec::new();
        for step in self.steps.values() {
            if let step::Verb::Return(ret) = &step.verb
                && !values.contains(&ret.value.as_str())
            {
                values.push(&ret.value);
            }
        }
        values
    }
}
