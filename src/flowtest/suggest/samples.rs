//! Answers worth trying at a question: the plain one first, then those that a condition could tell apart from it.

use super::marks::Marks;
use crate::answer::Form;
use crate::flow::step::{Choice, TextFormat, Verb};
use crate::flow::value::{Amount, Value, Version};
use crate::hours::calendar;
use crate::session::Session;
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;

/// Values for a question of that form, the plainest first; `deep`: whether something later can tell them apart.
pub(super) fn of(form: &Form, session: &Session<'_>, marks: &Marks, deep: bool) -> Vec<Value> {
    let word = |word: &str| Value::Choice(word.to_owned());
    let mut values = match form {
        Form::Choice(options) => options.iter().map(|option| word(&option.value)).collect(),
        Form::YesNo => vec![word("yes"), word("no")],
        Form::Do => Verb::DO_ANSWERS.map(word).to_vec(),
        Form::Try => Verb::TRY_ANSWERS.map(word).to_vec(),
        Form::Choices { options, min, max } => ticked(options, min.unwrap_or(0), *max, marks),
        Form::Amount { currency, any } => amounts(currency.as_deref(), *any, session, marks),
        Form::Number { min, max } => numbers(*min, *max, session, marks),
        Form::Time { past } => times(*past, session, marks),
        Form::Version => versions(session, marks),
        Form::Text(format) => vec![Value::Text(sample(*format).to_owned())],
    };
    let is_open = !matches!(form, Form::Choice(_) | Form::YesNo | Form::Do | Form::Try);
    if is_open && !deep {
        values.truncate(1);
    }
    each_once(values)
}

fn each_once(values: Vec<Value>) -> Vec<Value> {
    let mut once = Vec::with_capacity(values.len());
    for value in values {
        if !once.contains(&value) {
            once.push(value);
        }
    }
    once
}

/// Nothing, each alone, as many as a condition counts, all.
fn ticked(options: &[Choice], min: usize, max: Option<usize>, marks: &Marks) -> Vec<Value> {
    let first = |count: usize| options.iter().take(count).map(|option| option.value.clone()).collect::<Vec<_>>();
    let alone = options.iter().map(|option| vec![option.value.clone()]);
    let counted = marks.counts.iter().flat_map(|count| [*count, count.saturating_sub(1)]).map(first);
    let pairs = options.iter().enumerate().flat_map(|(at, one)| {
        options.iter().skip(at + 1).map(move |other| vec![one.value.clone(), other.value.clone()])
    });
    let few = options.len() <= 5;
    [first(0), first(min)]
        .into_iter()
        .chain(alone)
        .chain([first(options.len())])
        .chain(counted)
        .chain(pairs.filter(|_| few))
        .filter(|ticks| ticks.len() >= min && max.is_none_or(|max| ticks.len() <= max))
        .map(Value::Choices)
        .collect()
}

fn amounts(currency: Option<&str>, any: bool, session: &Session<'_>, marks: &Marks) -> Vec<Value> {
    let code = currency.unwrap_or("USD");
    let money = |number: Decimal, code: &str| Value::Amount(Amount { number, currency: code.to_owned() });
    let known = known(session);
    let known = known.iter().filter_map(|value| if let Value::Amount(amount) = value { Some(amount) } else { None });
    let mut values = vec![money(Decimal::ONE_HUNDRED, code)];
    for amount in known {
        let half = (amount.number / Decimal::TWO).normalize();
        let twice = amount.number.checked_mul(Decimal::TWO);
        let around = [Some(half), twice, Some(amount.number)];
        values.extend(around.into_iter().flatten().map(|number| money(number, &amount.currency)));
    }
    for amount in &marks.amounts {
        let (less, more) = (amount.number - Decimal::ONE, amount.number.checked_add(Decimal::ONE));
        let around = [Some(less).filter(|less| !less.is_sign_negative()), more, Some(amount.number)];
        values.extend(around.into_iter().flatten().map(|number| money(number, &amount.currency)));
    }
    values.push(money(Decimal::ZERO, code));
    let fits = |value: &Value| any || matches!(value, Value::Amount(amount) if amount.currency == code);
    values.retain(fits);
    values
}

fn numbers(min: Option<i64>, max: Option<i64>, session: &Session<'_>, marks: &Marks) -> Vec<Value> {
    let fits = |number: &i64| min.is_none_or(|min| *number >= min) && max.is_none_or(|max| *number <= max);
    let known = known(session);
    let known = known.iter().filter_map(|value| if let Value::Number(number) = value { Some(*number) } else { None });
    let around = |mark: i64| [mark.saturating_sub(1), mark.saturating_add(1), mark];
    let plain = [Some(1), min, max].into_iter().flatten();
    let all = plain.chain(known.flat_map(around)).chain(marks.numbers.iter().copied().flat_map(around));
    all.filter(fits).map(Value::Number).collect()
}

/// An hour ago, then either side of every age that matters.
fn times(past: bool, session: &Session<'_>, marks: &Marks) -> Vec<Value> {
    let (now, hour) = (session.clock(), SignedDuration::from_hours(1));
    let shifted = |instant: Timestamp, by| instant.checked_add(by).unwrap_or(instant);
    let mut instants = vec![shifted(now, -hour)];
    for wait in &marks.waits {
        let border = calendar::subtract(now, *wait, session.zone(), session.country());
        let younger = shifted(border, SignedDuration::from_mins(1));
        instants.extend([shifted(border, -hour), younger]);
    }
    instants.push(shifted(now, hour * 24));
    instants.into_iter().filter(|instant| !past || *instant <= now).map(Value::Time).collect()
}

fn versions(session: &Session<'_>, marks: &Marks) -> Vec<Value> {
    let known = known(session);
    let known = known.iter().filter_map(|value| if let Value::Version(version) = value { Some(version) } else { None });
    let plain = Version(vec![8, 5, 1]);
    let marks: Vec<&Version> = known.chain(&marks.versions).collect();
    let around = marks.into_iter().flat_map(|version| [Some(version.clone()), older(version), Some(newer(version))]);
    around.flatten().chain([plain]).map(Value::Version).collect()
}

fn older(version: &Version) -> Option<Version> {
    let mut parts = version.0.clone();
    let last = parts.iter().rposition(|part| *part > 0)?;
    parts[last] -= 1;
    Some(Version(parts))
}

fn newer(version: &Version) -> Version {
    let mut parts = version.0.clone();
    match parts.last_mut() {
        Some(last) => *last = last.saturating_add(1),
        None => parts.push(1),
    }
    Version(parts)
}

/// What the flows that are being walked know.
fn known(session: &Session<'_>) -> Vec<Value> {
    let mut values = Vec::new();
    for standing in session.standings() {
        let mut facts: Vec<_> = standing.facts.iter().collect();
        facts.sort_by_key(|(name, _)| *name);
        values.extend(facts.into_iter().map(|(_, value)| value.clone()));
    }
    values
}

/// A line of that format that holds nobody's secret. The addresses and numbers are those that standards use as examples
/// (BIP 173, RFC 2606) or plainly made up.
fn sample(format: TextFormat) -> &'static str {
    match format {
        TextFormat::Free => "example",
        TextFormat::Error => "System busy, try again later",
        TextFormat::OrderId => "2026010512000030200089909",
        // Shorter than a real one, which could be a private key as well and is masked wherever it is printed.
        TextFormat::TxHash => "0x5c504ed432cb5113",
        TextFormat::Address => "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        TextFormat::Email => "name@example.com",
        TextFormat::Phone => "+86 138 0013 8000",
        TextFormat::Url => "https://example.com",
    }
}
