//! Written values on the right side of a comparison.

use super::lexer::{Token, place};
use super::typing::{Checker, Typed};
use crate::diagnostic::Rule;
use crate::flow::condition::Operand;
use crate::flow::fact::FactType;
use crate::flow::step::CurrencyRule;
use crate::flow::value::Amount;
use crate::i18n::Message;
use crate::source::Span;

/// Reads a written value as the type that stands on the left.
pub(super) fn operand(
    checker: &Checker<'_, '_>,
    left: &Typed<'_>,
    right: &Token<'_>,
    currency: Option<&Token<'_>>,
) -> Option<Operand> {
    let end = currency.unwrap_or(right);
    let span = place(checker.draft, right.start, end.start + end.text.len());
    let written = match currency {
        Some(currency) => format!("{} {}", right.text, currency.text),
        None => right.text.to_owned(),
    };
    match left {
        Typed::Fact(FactType::Number { min, max }) => {
            let Ok(number) = written.parse::<i64>() else {
                return checker.bad_literal(span, "bad-literal-number", &written);
            };
            if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
                let message = Message::new("number-range").with("number", number);
                checker.scope.findings.report(Rule::NumberRange, span, message);
            }
            Some(Operand::Number(number))
        }
        Typed::Fact(FactType::Version) => match written.parse() {
            Ok(version) => Some(Operand::Version(version)),
            Err(_) => checker.bad_literal(span, "bad-literal-version", &written),
        },
        Typed::Fact(FactType::Amount(rule)) => amount(checker, *rule, span, &written),
        _ => amount(checker, Some(&CurrencyRule::Profile), span, &written),
    }
}

fn amount(checker: &Checker<'_, '_>, rule: Option<&CurrencyRule>, span: Span, written: &str) -> Option<Operand> {
    let Ok(amount) = written.parse::<Amount>() else {
        return checker.bad_literal(span, "bad-literal-amount", written);
    };
    match rule {
        Some(CurrencyRule::Code(code)) if *code != amount.currency => {
            return checker.currencies(span, code, &amount.currency);
        }
        Some(CurrencyRule::Profile) => {
            let other = checker.scope.world.profiles.values().find_map(|profile| {
                let currency = profile.currency.as_deref()?;
                (currency != amount.currency).then_some((profile, currency))
            });
            if let Some((profile, currency)) = other {
                let message = Message::new("currency-may-differ")
                    .with("written", amount.currency.as_str())
                    .with("profile", profile.id.as_str())
                    .with("currency", currency);
                let help = Some(Message::new("currency-may-differ-help"));
                checker.scope.findings.report_with(Rule::CurrencyMayDiffer, span, message, help);
            }
        }
        _ => {}
    }
    Some(Operand::Amount(amount))
}
