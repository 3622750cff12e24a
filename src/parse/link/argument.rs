//! `with`: values handed to probes and to the input questions of other flows.

use super::{Scope, facts, literal, near};
use crate::diagnostic::Rule;
use crate::flow::draft::{Draft, DraftArgument, DraftGiven, DraftVerb};
use crate::flow::fact::FactType;
use crate::flow::probe::{Input, ProbeKind};
use crate::flow::step::{AnswerType, Argument, CurrencyRule};
use crate::i18n::Message;
use crate::parse::profile_keys::{self, KeyType};
use crate::profile::Kind;
use crate::source::Span;
use crate::wording::nearest;
use indexmap::IndexMap;

/// The arguments of a probe step at `place`.
pub(super) fn of_probe(
    probe: ProbeKind,
    with: &[DraftArgument],
    place: Span,
    scope: &Scope<'_>,
) -> Option<IndexMap<String, Argument>> {
    let inputs = probe.inputs();
    for input in inputs.iter().filter(|input| input.needed) {
        if !with.iter().any(|argument| argument.input.name == input.name) {
            let message = Message::new("with-missing").with("probe", probe.id()).with("name", input.name);
            scope.findings.report(Rule::WithMissing, place, message);
        }
    }
    collect(with, |argument| {
        let Some(input) = inputs.iter().find(|input| input.name == argument.input.name) else {
            let names: Vec<&str> = inputs.iter().map(|input| input.name).collect();
            return unknown_input(argument, &names, "with-unknown-input", probe.id(), scope);
        };
        probe_argument(argument, *input, scope)
    })
}

fn probe_argument(argument: &DraftArgument, input: Input, scope: &Scope<'_>) -> Option<Argument> {
    match &argument.given {
        DraftGiven::Fact(name) => {
            let fact = facts::expect(name, scope)?;
            let fits = match (input.words, &fact) {
                (Some(words), FactType::Words(values)) => values.iter().all(|value| words.contains(value)),
                (None, FactType::Text(_) | FactType::Words(_)) => true,
                _ => false,
            };
            if !fits {
                return wrong_type(argument, &fact, scope);
            }
            Some(Argument::Fact(name.name.clone()))
        }
        DraftGiven::Profile(path) => {
            profile(&path.name, path.span, scope).map(|_| Argument::Profile(path.name.clone()))
        }
        DraftGiven::Literal(given) => literal::word(argument, given, input.words, scope).map(Argument::Literal),
    }
}

/// The arguments of a `run` or `go`.
pub(super) fn of_flow(callee: &Draft, with: &[DraftArgument], scope: &Scope<'_>) -> Option<IndexMap<String, Argument>> {
    collect(with, |argument| {
        let Some(step) = callee.steps.get(&argument.input.name) else {
            let inputs: Vec<&str> =
                callee.steps.values().filter(|step| is_input(step)).map(|step| step.id.as_str()).collect();
            return unknown_input(argument, &inputs, "with-unknown-input-flow", &callee.id, scope);
        };
        let DraftVerb::Ask(ask) = &step.verb else {
            return not_input(argument, callee, "with-not-input-verb", scope);
        };
        if !ask.input {
            return not_input(argument, callee, "with-not-input", scope);
        }
        flow_argument(argument, ask.kind.as_ref()?, scope)
    })
}

fn is_input(step: &crate::flow::draft::DraftStep) -> bool {
    matches!(&step.verb, DraftVerb::Ask(ask) if ask.input)
}

fn flow_argument(argument: &DraftArgument, kind: &AnswerType, scope: &Scope<'_>) -> Option<Argument> {
    match &argument.given {
        DraftGiven::Fact(name) => {
            let fact = facts::expect(name, scope)?;
            let wanted = FactType::of_answer(kind);
            if !fits(&fact, &wanted) {
                return wrong_type(argument, &fact, scope);
            }
            if let Some(message) = beyond(&fact, &wanted) {
                return refuse(argument, message, scope);
            }
            Some(Argument::Fact(name.name.clone()))
        }
        DraftGiven::Profile(path) => {
            let key = profile(&path.name, path.span, scope)?;
            let fits = match (key, kind) {
                (KeyType::Text | KeyType::Kind | KeyType::Country, AnswerType::Text(_))
                | (KeyType::Amount, AnswerType::Amount(_)) => true,
                // A kind that is no option would lead nowhere.
                (KeyType::Kind, AnswerType::Choice(options)) => {
                    Kind::ALL.iter().all(|(id, _)| options.iter().any(|option| option.value == *id))
                }
                _ => false,
            };
            if !fits {
                let message = Message::new("with-type")
                    .with("name", argument.input.name.as_str())
                    .with("type", Message::new(key.key()));
                scope.findings.report(Rule::WithType, argument.span, message);
                return None;
            }
            if let (KeyType::Amount, AnswerType::Amount(CurrencyRule::Code(code))) = (key, kind) {
                return refuse(argument, Message::new("with-type-currency").with("currency", code.as_str()), scope);
            }
            Some(Argument::Profile(path.name.clone()))
        }
        DraftGiven::Literal(given) => literal::answer(argument, given, kind, scope).map(Argument::Literal),
    }
}

/// Whether every value of `from` is one of `to`.
fn fits(from: &FactType<'_>, to: &FactType<'_>) -> bool {
    match (from, to) {
        (FactType::Choices(from), FactType::Choices(to)) => from.iter().all(|value| to.contains(value)),
        (FactType::Amount(from), FactType::Amount(to)) => match (from, to) {
            (Some(CurrencyRule::Code(from)), Some(CurrencyRule::Code(to))) => from == to,
            (_, Some(CurrencyRule::Any)) => true,
            (Some(CurrencyRule::Any), _) => false,
            _ => true,
        },
        (FactType::Number { .. }, FactType::Number { .. })
        | (FactType::Time, FactType::Time)
        | (FactType::Version, FactType::Version)
        | (FactType::Text(_), FactType::Text(_)) => true,
        _ => match (from.words(), to.words()) {
            (Some(from), Some(to)) => from.iter().all(|value| to.contains(value)),
            _ => false,
        },
    }
}

/// Why a fact of the right type can have values that the question does not take. It would have them all the same, and
/// whatever is proven of the other flow would not hold.
fn beyond(from: &FactType<'_>, to: &FactType<'_>) -> Option<Message> {
    match (from, to) {
        (FactType::Amount(from), FactType::Amount(Some(CurrencyRule::Code(code)))) => {
            let same = matches!(from, Some(CurrencyRule::Code(own)) if own == code);
            (!same).then(|| Message::new("with-type-currency").with("currency", code.as_str()))
        }
        (FactType::Number { min, max }, FactType::Number { min: least, max: most }) => {
            let below = least.is_some_and(|least| min.is_none_or(|min| min < least));
            let above = most.is_some_and(|most| max.is_none_or(|max| max > most));
            (below || above).then(|| Message::new("with-type-range"))
        }
        _ => None,
    }
}

fn refuse<T>(argument: &DraftArgument, message: Message, scope: &Scope<'_>) -> Option<T> {
    let help = Message::new(format!("{}-help", message.key));
    let message = message.with("name", argument.input.name.as_str());
    scope.findings.report_with(Rule::WithType, argument.span, message, Some(help));
    None
}

fn collect(
    with: &[DraftArgument],
    mut read: impl FnMut(&DraftArgument) -> Option<Argument>,
) -> Option<IndexMap<String, Argument>> {
    let read: Vec<_> = with.iter().map(|argument| Some((argument.input.name.clone(), read(argument)?))).collect();
    read.into_iter().collect()
}

fn unknown_input<T>(
    argument: &DraftArgument,
    known: &[&str],
    key: &'static str,
    callee: &str,
    scope: &Scope<'_>,
) -> Option<T> {
    let help = match near(&argument.input, known.iter().copied(), scope) {
        Some(near) => Message::new("did-you-mean").with("name", near),
        None if known.is_empty() => Message::new("with-unknown-input-none-help"),
        None => Message::new("one-of-help").with_names("names", known.iter().copied()),
    };
    let message = Message::new(key).with("callee", callee).with("name", argument.input.name.as_str());
    scope.findings.report_with(Rule::WithUnknownInput, argument.input.span, message, Some(help));
    None
}

fn not_input<T>(argument: &DraftArgument, callee: &Draft, key: &'static str, scope: &Scope<'_>) -> Option<T> {
    let message = Message::new(key).with("name", argument.input.name.as_str()).with("callee", callee.id.as_str());
    let help = (key == "with-not-input").then(|| Message::new("with-not-input-help"));
    scope.findings.report_with(Rule::WithNotInput, argument.input.span, message, help);
    None
}

fn wrong_type<T>(argument: &DraftArgument, fact: &FactType<'_>, scope: &Scope<'_>) -> Option<T> {
    let key = if fact.words().is_some() { "with-type-words" } else { "with-type" };
    let message = Message::new(key).with("name", argument.input.name.as_str()).with("type", Message::new(fact.key()));
    scope.findings.report(Rule::WithType, argument.span, message);
    None
}

fn profile(path: &str, span: Span, scope: &Scope<'_>) -> Option<KeyType> {
    let key = profile_keys::type_of(path);
    if key.is_none() {
        unknown_profile_key(path, span, scope);
    }
    key
}

/// Reports a profile key that does not exist.
pub(in super::super) fn unknown_profile_key(path: &str, span: Span, scope: &Scope<'_>) {
    let near = nearest(path, profile_keys::paths());
    let help = match near {
        Some(near) => Message::new("did-you-mean").with("name", format!("profile.{near}")),
        None => {
            Message::new("one-of-help").with_names("names", profile_keys::paths().map(|path| format!("profile.{path}")))
        }
    };
    let message = Message::new("unknown-profile-key").with("name", format!("profile.{path}"));
    scope.findings.report_with(Rule::UnknownProfileKey, span, message, Some(help));
}
