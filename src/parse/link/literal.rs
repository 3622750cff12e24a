//! Written values in `with`, read as if typed by the type they meet.

use super::Scope;
use crate::answer::{self, Context, Form, Question};
use crate::diagnostic::Rule;
use crate::flow::draft::DraftArgument;
use crate::flow::step::{AnswerType, Choice, CurrencyRule};
use crate::flow::value::{Amount, Value};
use crate::i18n::{Lang, Message};
use crate::script::Given;
use crate::wording::nearest;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The longest text, in characters.
const LONGEST: usize = 500;

/// A literal for a probe: one of `words`, or any text.
pub(super) fn word(
    argument: &DraftArgument,
    given: &Given,
    words: Option<&[&str]>,
    scope: &Scope<'_>,
) -> Option<Value> {
    let Given::Text(text) = given else { return bad(argument, "bad-literal-text", &describe(given), scope) };
    match words {
        Some(words) => option(argument, text, words, scope).map(Value::Choice),
        None => Some(Value::Text(text.clone())),
    }
}

/// A literal for a question of type `kind`.
pub(super) fn answer(argument: &DraftArgument, given: &Given, kind: &AnswerType, scope: &Scope<'_>) -> Option<Value> {
    let text = match given {
        Given::Text(text) if text == "unknown" => return Some(Value::Unknown),
        Given::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let values = |options: &'_ [Choice]| options.iter().map(|option| option.value.clone()).collect::<Vec<_>>();
    let (key, value) = match kind {
        AnswerType::Choice(options) => {
            let known = values(options);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            return match text {
                Some(text) => option(argument, text, &known, scope).map(Value::Choice),
                None => bad(argument, "bad-literal-text", &describe(given), scope),
            };
        }
        AnswerType::Choices { options, .. } => {
            let known = values(options);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let Given::List(list) = given else { return bad(argument, "bad-literal-list", &describe(given), scope) };
            let ticked: Option<Vec<String>> = list.iter().map(|value| option(argument, value, &known, scope)).collect();
            // Each once, in the author's order, and as many as the question allows.
            return match typed(kind, &Given::List(ticked?)) {
                Ok(value) => Some(value),
                Err(message) => {
                    scope.findings.report(Rule::BadLiteral, argument.span, message);
                    None
                }
            };
        }
        AnswerType::YesNo => (
            "bad-literal-yes-no",
            match given {
                Given::Bool(true) => Some("yes"),
                Given::Bool(false) => Some("no"),
                _ => text.filter(|text| ["yes", "no"].contains(text)),
            }
            .map(|word| Value::Choice(word.to_owned())),
        ),
        AnswerType::Amount(rule) => {
            let amount = text.and_then(|text| text.parse::<Amount>().ok());
            if let (Some(amount), CurrencyRule::Code(code)) = (&amount, rule)
                && amount.currency != *code
            {
                let message = Message::new("currency-mismatch")
                    .with("left", code.as_str())
                    .with("right", amount.currency.as_str());
                scope.findings.report(Rule::CurrencyMismatch, argument.span, message);
                return None;
            }
            let amount = match rule {
                CurrencyRule::Code(_) => typed(kind, given).ok(),
                // Which currency it would be depends on the provider.
                CurrencyRule::Profile | CurrencyRule::Any => amount.map(Value::Amount),
            };
            ("bad-literal-amount", amount)
        }
        AnswerType::Number { min, max } => {
            let number = match given {
                Given::Number(number) => Some(*number),
                _ => text.and_then(|text| text.parse().ok()),
            };
            if let Some(number) = number
                && (min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max))
            {
                let message = Message::new("number-range").with("number", number);
                scope.findings.report(Rule::NumberRange, argument.span, message);
            }
            ("bad-literal-number", number.map(Value::Number))
        }
        AnswerType::Time { .. } => (
            "bad-literal-time",
            match given {
                Given::Time(instant) => Some(*instant),
                _ => text.and_then(|text| text.parse().ok()),
            }
            .map(Value::Time),
        ),
        AnswerType::Version => ("bad-literal-version", text.and_then(|text| text.parse().ok()).map(Value::Version)),
        AnswerType::Text(_) => (
            "bad-literal-text",
            text.filter(|text| text.chars().count() <= LONGEST && !text.contains('\n'))
                .and_then(|_| typed(kind, given).ok()),
        ),
    };
    match value {
        Some(value) => Some(value),
        None => bad(argument, key, &describe(given), scope),
    }
}

/// The value as the question itself would read it.
fn typed(kind: &AnswerType, given: &Given) -> Result<Value, Message> {
    let currency = match kind {
        AnswerType::Amount(CurrencyRule::Code(code)) => code,
        _ => "",
    };
    let question = Question { form: Form::of(kind, currency), can_skip: false };
    let context = Context { lang: Lang::En, zone: TimeZone::UTC, now: Timestamp::UNIX_EPOCH };
    answer::given(&question, given, &context)
}

fn option(argument: &DraftArgument, text: &str, words: &[&str], scope: &Scope<'_>) -> Option<String> {
    if words.contains(&text) {
        return Some(text.to_owned());
    }
    let help = match nearest(text, words.iter().copied()) {
        Some(near) => Message::new("did-you-mean").with("name", near),
        None => Message::new("one-of-help").with_names("names", words.iter().copied()),
    };
    let message = Message::new("unknown-option").with("name", argument.input.name.as_str()).with("value", text);
    scope.findings.report_with(Rule::UnknownOption, argument.span, message, Some(help));
    None
}

fn bad<T>(argument: &DraftArgument, key: &'static str, text: &str, scope: &Scope<'_>) -> Option<T> {
    scope.findings.report(Rule::BadLiteral, argument.span, Message::new(key).with("value", text));
    None
}

fn describe(given: &Given) -> String {
    match given {
        Given::Text(text) => text.clone(),
        Given::Number(number) => number.to_string(),
        Given::Bool(value) => value.to_string(),
        Given::Time(instant) => instant.to_string(),
        Given::List(list) => format!("[{}]", list.join(", ")),
    }
}
