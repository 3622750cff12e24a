//! Facts by name: which step sets one, and what type it has.

use super::{Scope, World, near};
use crate::diagnostic::Rule;
use crate::flow::draft::{Draft, DraftVerb, Named};
use crate::flow::fact::FactType;
use crate::flow::probe::ResultType;
use crate::flow::step::Verb;
use crate::i18n::Message;

/// What a name of a fact turns out to be.
pub(crate) enum Lookup<'p> {
    /// A fact of that type.
    Fact(FactType<'p>),
    /// A fact whose type is lost in another mistake.
    Untyped,
    /// There is no step of that name.
    NoStep,
    /// The step sets no fact.
    NoFact,
    /// The shared flow does not give that fact.
    NotGiven,
}

impl<'p> World<'p> {
    /// The fact `name` of `draft`: a step, or `STEP.FACT` for one that a shared flow gave.
    pub(crate) fn fact(&self, draft: &'p Draft, name: &str) -> Lookup<'p> {
        if let Some((step, given)) = name.split_once('.') {
            let Some(step) = draft.steps.get(step) else { return Lookup::NoStep };
            let DraftVerb::Run(call) = &step.verb else { return Lookup::NotGiven };
            let Some(callee) = call.flow.as_ref().and_then(|flow| self.drafts.get(&flow.name)) else {
                return Lookup::Untyped;
            };
            if !callee.gives.iter().any(|fact| fact.name == given) || given.contains('.') {
                return Lookup::NotGiven;
            }
            return self.fact(callee, given);
        }
        let Some(step) = draft.steps.get(name) else { return Lookup::NoStep };
        Lookup::Fact(match &step.verb {
            DraftVerb::Missing => return Lookup::Untyped,
            DraftVerb::Ask(ask) => match &ask.kind {
                Some(kind) => FactType::of_answer(kind),
                None => return Lookup::Untyped,
            },
            DraftVerb::Do(_) => FactType::Words(Verb::DO_ANSWERS.to_vec()),
            DraftVerb::Try(_) => FactType::Words(Verb::TRY_ANSWERS.to_vec()),
            DraftVerb::Probe(probe) => match probe.probe.map(crate::flow::probe::ProbeKind::result) {
                Some(ResultType::OneOf(words)) => FactType::Words(words.to_vec()),
                Some(ResultType::Version) => FactType::Version,
                Some(ResultType::Amount) => FactType::Amount(None),
                None => return Lookup::Untyped,
            },
            DraftVerb::Run(call) => {
                let callee = call.flow.as_ref().and_then(|flow| self.drafts.get(&flow.name));
                match callee.filter(|callee| callee.shared) {
                    Some(callee) => FactType::Words(callee.returns.iter().map(String::as_str).collect()),
                    None => return Lookup::Untyped,
                }
            }
            DraftVerb::Tell { .. }
            | DraftVerb::Branch { .. }
            | DraftVerb::Go(_)
            | DraftVerb::Return { .. }
            | DraftVerb::End(_) => return Lookup::NoFact,
        })
    }
}

/// The type of the fact that `name` must name; what else it names is reported with `rule`.
pub(in super::super) fn expect_as<'p>(name: &Named, rule: Rule, scope: &Scope<'p>) -> Option<FactType<'p>> {
    let (key, help) = match scope.world.fact(scope.draft, &name.name) {
        Lookup::Fact(fact) => return Some(fact),
        Lookup::Untyped => return None,
        Lookup::NoStep => {
            let near = near(name, scope.draft.steps.keys().map(String::as_str), scope);
            let near = near.map(|near| Message::new("did-you-mean").with("name", near));
            ("", near.or_else(|| is_value(&name.name, scope.draft).then(|| Message::new("unknown-fact-value-help"))))
        }
        Lookup::NoFact => ("-no-fact", None),
        Lookup::NotGiven => ("-not-given", Some(Message::new("unknown-fact-not-given-help"))),
    };
    let message = Message::new(format!("{}{key}", rule.id())).with("name", name.name.as_str());
    scope.findings.report_with(rule, name.span, message, help);
    None
}

/// The type of the fact that `name` must name.
pub(in super::super) fn expect<'p>(name: &Named, scope: &Scope<'p>) -> Option<FactType<'p>> {
    expect_as(name, Rule::UnknownFact, scope)
}

/// Whether a word is an option of a question: somebody wrote `a is x or y`.
fn is_value(word: &str, draft: &Draft) -> bool {
    let asks =
        draft.steps.values().filter_map(|step| if let DraftVerb::Ask(ask) = &step.verb { Some(ask) } else { None });
    asks.flat_map(|ask| &ask.options).any(|option| option.value.name == word)
}
