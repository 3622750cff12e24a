//! The tree's names and types: every test must make sense for what it looks at.

use super::super::link::{Scope, expect, unknown_profile_key};
use super::super::profile_keys::{self, KeyType};
use super::lexer::Token;
use super::literal;
use super::syntax::{Claim, Expression};
use crate::diagnostic::Rule;
use crate::flow::condition::{Comparison, Condition, Operand, Period, Subject, Test};
use crate::flow::draft::{DraftCondition, Named};
use crate::flow::fact::FactType;
use crate::flow::step::CurrencyRule;
use crate::i18n::Message;
use crate::profile::Kind;
use crate::source::Span;
use crate::wording::nearest;

/// What a name of a condition is.
pub(super) enum Typed<'p> {
    Fact(FactType<'p>),
    Key(KeyType),
}

impl Typed<'_> {
    fn name(&self) -> Message {
        Message::new(match self {
            Self::Fact(fact) => fact.key(),
            Self::Key(key) => key.key(),
        })
    }

    /// The word that asks for a value of it, and the values, where they are words.
    fn takes(&self) -> Option<(&'static str, Vec<&str>)> {
        match self {
            Self::Fact(FactType::Choices(options)) => Some(("has", options.clone())),
            Self::Fact(fact) => Some(("is", fact.words()?)),
            Self::Key(KeyType::Kind) => Some(("is", Kind::ALL.iter().map(|(id, _)| *id).collect())),
            Self::Key(_) => None,
        }
    }
}

/// Looks up every name of the tree; everything that is wrong is reported.
pub(super) fn check(expression: &Expression<'_>, draft: &DraftCondition, scope: &Scope<'_>) -> Option<Condition> {
    let all = |parts: &[Expression<'_>]| -> Option<Vec<Condition>> {
        // Every part is checked before the first that is wrong counts.
        let checked: Vec<Option<Condition>> = parts.iter().map(|part| check(part, draft, scope)).collect();
        checked.into_iter().collect()
    };
    Some(match expression {
        Expression::Or(parts) => Condition::Or(all(parts)?),
        Expression::And(parts) => Condition::And(all(parts)?),
        Expression::Not(part) => Condition::Not(Box::new(check(part, draft, scope)?)),
        Expression::Test(subject, claim) => Condition::Test(Checker { draft, scope }.test(subject, claim)?),
    })
}

pub(super) struct Checker<'a, 'p> {
    pub(super) draft: &'a DraftCondition,
    pub(super) scope: &'a Scope<'p>,
}

impl<'p> Checker<'_, 'p> {
    fn test(&self, subject: &Token<'_>, claim: &Claim<'_>) -> Option<Test> {
        let (name, typed) = self.subject(subject)?;
        match claim {
            Claim::Known => Some(Test::Known(name)),
            Claim::Yes => match typed {
                Typed::Fact(FactType::YesNo) => Some(Test::Yes(name)),
                _ => self.mismatch(subject, &typed, "type-mismatch-bare"),
            },
            Claim::Is(values) => {
                let words = match &typed {
                    Typed::Fact(fact) => fact.words(),
                    Typed::Key(KeyType::Kind) => Some(Kind::ALL.iter().map(|(id, _)| *id).collect()),
                    Typed::Key(KeyType::Country) => return self.countries(values).map(|ids| Test::Is(name, ids)),
                    Typed::Key(_) => None,
                };
                let Some(words) = words else { return self.mismatch(subject, &typed, "type-mismatch-is") };
                Some(Test::Is(name, self.options(subject, values, &words)?))
            }
            Claim::Has(values) => match &typed {
                Typed::Fact(FactType::Choices(options)) => {
                    Some(Test::Has(name, self.options(subject, values, options)?))
                }
                _ => self.mismatch(subject, &typed, "type-mismatch-has"),
            },
            Claim::HasAtLeast(count) => match &typed {
                Typed::Fact(FactType::Choices(options)) => {
                    let Ok(number) = count.text.parse::<usize>() else {
                        return self.bad_literal(count.span(self.draft), "bad-literal-number", count.text);
                    };
                    if number == 0 || number > options.len() {
                        let message = Message::new("number-range-ticks").with("count", options.len());
                        self.scope.findings.report(Rule::NumberRange, count.span(self.draft), message);
                    }
                    Some(Test::HasAtLeast(name, number))
                }
                _ => self.mismatch(subject, &typed, "type-mismatch-has"),
            },
            Claim::Compare(Comparison::Equal, right, None) if typed.takes().is_some() => {
                self.unequal(subject, &typed, right)
            }
            Claim::Compare(comparison, right, currency) => {
                let operand = self.operand(subject, &typed, right, currency.as_ref())?;
                Some(Test::Compare(name, *comparison, operand))
            }
            Claim::Age { older, than } => {
                if !matches!(typed, Typed::Fact(FactType::Time)) {
                    return self.mismatch(subject, &typed, "type-mismatch-age");
                }
                Some(Test::Age { subject: name, older: *older, than: self.period(than)? })
            }
        }
    }

    /// What a name of the condition is; what names nothing is reported.
    pub(super) fn subject(&self, token: &Token<'_>) -> Option<(Subject, Typed<'p>)> {
        let span = token.span(self.draft);
        if let Some(path) = token.text.strip_prefix("profile.") {
            let Some(key) = profile_keys::type_of(path) else {
                unknown_profile_key(path, span, self.scope);
                return None;
            };
            return Some((Subject::Profile(path.to_owned()), Typed::Key(key)));
        }
        let named = Named { name: token.text.to_owned(), span };
        let fact = expect(&named, self.scope)?;
        Some((Subject::Fact(named.name), Typed::Fact(fact)))
    }

    /// Values that the subject can have.
    fn options(&self, subject: &Token<'_>, values: &[Token<'_>], words: &[&str]) -> Option<Vec<String>> {
        let mut sound = true;
        for value in values.iter().filter(|value| !words.contains(&value.text)) {
            sound = false;
            let help = match nearest(value.text, words.iter().copied()) {
                Some(near) => Message::new("did-you-mean").with("name", near),
                None => Message::new("one-of-help").with_names("names", words.iter().copied()),
            };
            let message = Message::new("unknown-option").with("name", subject.text).with("value", value.text);
            self.scope.findings.report_with(Rule::UnknownOption, value.span(self.draft), message, Some(help));
        }
        sound.then(|| values.iter().map(|value| value.text.to_owned()).collect())
    }

    fn countries(&self, values: &[Token<'_>]) -> Option<Vec<String>> {
        let is_country = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        match values.iter().find(|value| !is_country(value.text)) {
            Some(value) => self.bad_literal(value.span(self.draft), "bad-literal-country", value.text),
            None => Some(values.iter().map(|value| value.text.to_owned()).collect()),
        }
    }

    fn operand(
        &self,
        subject: &Token<'_>,
        left: &Typed<'p>,
        right: &Token<'_>,
        currency: Option<&Token<'_>>,
    ) -> Option<Operand> {
        let written = right.text.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        match left {
            Typed::Fact(FactType::Amount(Some(CurrencyRule::Any))) => {
                return self.mismatch(subject, left, "type-mismatch-any-currency");
            }
            Typed::Fact(FactType::Amount(_) | FactType::Number { .. } | FactType::Version)
            | Typed::Key(KeyType::Amount) => {}
            Typed::Fact(FactType::Time) => return self.mismatch(subject, left, "type-mismatch-compare-time"),
            _ => return self.mismatch(subject, left, "type-mismatch-compare"),
        }
        if written {
            return literal::operand(self, left, right, currency);
        }
        let (name, other) = self.subject(right)?;
        match (left, &other) {
            (Typed::Fact(FactType::Amount(_)) | Typed::Key(KeyType::Amount), Typed::Fact(FactType::Amount(rule))) => {
                if *rule == Some(&CurrencyRule::Any) {
                    return self.mismatch(right, &other, "type-mismatch-any-currency");
                }
                if let (Typed::Fact(FactType::Amount(Some(CurrencyRule::Code(a)))), Some(CurrencyRule::Code(b))) =
                    (left, rule)
                    && a != b
                {
                    return self.currencies(right.span(self.draft), a, b);
                }
            }
            (Typed::Fact(FactType::Amount(_)) | Typed::Key(KeyType::Amount), Typed::Key(KeyType::Amount))
            | (Typed::Fact(FactType::Number { .. }), Typed::Fact(FactType::Number { .. }))
            | (Typed::Fact(FactType::Version), Typed::Fact(FactType::Version)) => {}
            _ => {
                let message = Message::new("type-mismatch-sides").with("left", left.name()).with("right", other.name());
                self.scope.findings.report(Rule::TypeMismatch, right.span(self.draft), message);
                return None;
            }
        }
        Some(Operand::Subject(name))
    }

    fn period(&self, than: &Token<'_>) -> Option<Period> {
        let span = than.span(self.draft);
        if let Some(path) = than.text.strip_prefix("profile.") {
            return match profile_keys::type_of(path) {
                Some(KeyType::Duration) => Some(Period::Profile(path.to_owned())),
                Some(other) => {
                    let message = Message::new("type-mismatch-duration")
                        .with("name", than.text)
                        .with("type", Message::new(other.key()));
                    self.scope.findings.report(Rule::TypeMismatch, span, message);
                    None
                }
                None => {
                    unknown_profile_key(path, span, self.scope);
                    None
                }
            };
        }
        match than.text.parse() {
            Ok(wait) => Some(Period::Fixed(wait)),
            Err(_) => self.bad_literal(span, "bad-literal-duration", than.text),
        }
    }

    fn mismatch<T>(&self, subject: &Token<'_>, typed: &Typed<'_>, key: &'static str) -> Option<T> {
        let message = Message::new(key).with("name", subject.text).with("type", typed.name());
        let help = Message::new(format!("{key}-help")).with("name", subject.text);
        self.scope.findings.report_with(Rule::TypeMismatch, subject.span(self.draft), message, Some(help));
        None
    }

    /// `=` between a fact and a word of its own: what it is called here.
    fn unequal<T>(&self, subject: &Token<'_>, typed: &Typed<'_>, right: &Token<'_>) -> Option<T> {
        let (word, values) = typed.takes()?;
        let meant = values.iter().copied().find(|value| *value == right.text);
        let meant = meant.or_else(|| nearest(right.text, values.iter().copied())).unwrap_or("…");
        let message = Message::new("type-mismatch-equal").with("name", subject.text).with("type", typed.name());
        let help = Message::new("type-mismatch-equal-help").with("name", subject.text);
        let help = help.with("word", word).with("value", meant);
        self.scope.findings.report_with(Rule::TypeMismatch, subject.span(self.draft), message, Some(help));
        None
    }

    pub(super) fn currencies<T>(&self, span: Span, left: &str, right: &str) -> Option<T> {
        let message = Message::new("currency-mismatch").with("left", left).with("right", right);
        self.scope.findings.report(Rule::CurrencyMismatch, span, message);
        None
    }

    pub(super) fn bad_literal<T>(&self, span: Span, key: &'static str, text: &str) -> Option<T> {
        self.scope.findings.report(Rule::BadLiteral, span, Message::new(key).with("value", text));
        None
    }
}
