//! Conditions: the tiny typed language of `when` and `repeats-payment`.
//!
//! No truthiness, no coercion, no arithmetic. A test about a fact that is unknown is false, so `not` of it is true.

use super::duration::Wait;
use super::value::{Amount, Value, Version};
use jiff::Timestamp;

/// A condition over facts and profile keys; names and types are already checked.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// At least one holds; read from the left, stops early.
    Or(Vec<Condition>),
    /// All hold; read from the left, stops early.
    And(Vec<Condition>),
    /// The other way round.
    Not(Box<Condition>),
    /// One test.
    Test(Test),
}

impl Condition {
    /// Calls `visit` with every fact and profile key that it looks at, from the left.
    pub fn each_subject<'c>(&'c self, visit: &mut dyn FnMut(&'c Subject)) {
        match self {
            Self::Or(parts) | Self::And(parts) => parts.iter().for_each(|part| part.each_subject(visit)),
            Self::Not(part) => part.each_subject(visit),
            Self::Test(test) => match test {
                Test::Yes(subject)
                | Test::Known(subject)
                | Test::Is(subject, _)
                | Test::Has(subject, _)
                | Test::HasAtLeast(subject, _)
                | Test::Age { subject, .. } => visit(subject),
                Test::Compare(left, _, right) => {
                    visit(left);
                    if let Operand::Subject(right) = right {
                        visit(right);
                    }
                }
            },
        }
    }
}

/// What a test looks at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The fact of a step, or `STEP.FACT` for a fact that a shared flow gave.
    Fact(String),
    /// A profile key, without `profile.`.
    Profile(String),
}

/// One test.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// A yes-no fact that is `yes`.
    Yes(Subject),
    /// Known at all.
    Known(Subject),
    /// One of these values.
    Is(Subject, Vec<String>),
    /// At least one of these is ticked.
    Has(Subject, Vec<String>),
    /// At least so many are ticked.
    HasAtLeast(Subject, usize),
    /// Ordered comparison.
    Compare(Subject, Comparison, Operand),
    /// An instant further back than this (`older`) or less far back (`newer`).
    Age {
        /// The instant.
        subject: Subject,
        /// `older` rather than `newer`.
        older: bool,
        /// How long.
        than: Period,
    },
}

/// An ordered comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// The right side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// Another fact or a profile key.
    Subject(Subject),
    /// A written amount.
    Amount(Amount),
    /// A written whole number.
    Number(i64),
    /// A written version.
    Version(Version),
}

/// How long ago.
#[derive(Debug, Clone, PartialEq)]
pub enum Period {
    /// As written.
    Fixed(Wait),
    /// A profile key, without `profile.`.
    Profile(String),
}

/// Where a condition finds what it asks about.
pub trait Facts {
    /// The value of a fact; `Unknown` where there is none.
    fn fact(&self, name: &str) -> Value;
    /// The value of a profile key (texts, words and dates as text); `Unknown` where it is missing.
    fn profile(&self, path: &str) -> Value;
    /// A profile key that is a duration.
    fn profile_wait(&self, path: &str) -> Option<Wait>;
    /// The session's clock.
    fn now(&self) -> Timestamp;
    /// `wait` counted back from `instant`, in the session's zone and calendar.
    fn before(&self, instant: Timestamp, wait: Wait) -> Timestamp;
}

impl Condition {
    /// Whether it holds.
    pub fn holds(&self, facts: &dyn Facts) -> bool {
        match self {
            Self::Or(parts) => parts.iter().any(|part| part.holds(facts)),
            Self::And(parts) => parts.iter().all(|part| part.holds(facts)),
            Self::Not(part) => !part.holds(facts),
            Self::Test(test) => test.holds(facts),
        }
    }
}

impl Subject {
    fn value(&self, facts: &dyn Facts) -> Value {
        match self {
            Self::Fact(name) => facts.fact(name),
            Self::Profile(path) => facts.profile(path),
        }
    }
}

impl Test {
    fn holds(&self, facts: &dyn Facts) -> bool {
        match self {
            Self::Yes(subject) => subject.value(facts).key() == "yes",
            Self::Known(subject) => match subject {
                Subject::Profile(path) => facts.profile_wait(path).is_some() || facts.profile(path).is_known(),
                Subject::Fact(_) => subject.value(facts).is_known(),
            },
            Self::Is(subject, values) => match subject.value(facts) {
                Value::Choice(id) | Value::Text(id) => values.contains(&id),
                _ => false,
            },
            Self::Has(subject, values) => match subject.value(facts) {
                Value::Choices(ticked) => values.iter().any(|value| ticked.contains(value)),
                _ => false,
            },
            Self::HasAtLeast(subject, count) => match subject.value(facts) {
                Value::Choices(ticked) => ticked.len() >= *count,
                _ => false,
            },
            Self::Compare(left, comparison, right) => {
                let right = match right {
                    Operand::Subject(subject) => subject.value(facts),
                    Operand::Amount(amount) => Value::Amount(amount.clone()),
                    Operand::Number(number) => Value::Number(*number),
                    Operand::Version(version) => Value::Version(version.clone()),
                };
                compare(&left.value(facts), &right).is_some_and(|order| comparison.fits(order))
            }
            Self::Age { subject, older, than } => {
                let wait = match than {
                    Period::Fixed(wait) => Some(*wait),
                    Period::Profile(path) => facts.profile_wait(path),
                };
                let (Value::Time(instant), Some(wait)) = (subject.value(facts), wait) else { return false };
                let border = facts.before(facts.now(), wait);
                if *older { instant < border } else { instant > border }
            }
        }
    }
}

impl Comparison {
    fn fits(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::Equal => order.is_eq(),
            Self::More => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }
}

/// The order of two values; `None` where they cannot be compared (unknown, or two currencies).
fn compare(left: &Value, right: &Value) -> Option<std::cmp::Ordering> {
    match (left, right) {
        (Value::Amount(a), Value::Amount(b)) if a.currency == b.currency => Some(a.number.cmp(&b.number)),
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Version(a), Value::Version(b)) => Some(a.cmp(b)),
        _ => None,
    }
}
