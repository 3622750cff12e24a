//! What the analysis knows about one value: a set of values, cut in two only where a test asks.

use crate::flow::value::{Amount, Value, Version};
use rust_decimal::Decimal;

/// A word by its number in the [`Words`](super::program::Words) of an analysis.
pub(super) type Word = usize;

/// What a value can be: unknown, some known values, or both.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Cell {
    /// It may be unknown.
    pub(super) unknown: bool,
    /// What it can be where it is known; `None`: it is not known.
    pub(super) known: Option<Known>,
}

/// A set of known values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Known {
    /// Any value; nobody asks which.
    Any,
    /// One of these words, sorted.
    Words(Vec<Word>),
    /// Options that may be ticked.
    Ticks(Ticks),
    /// A value with an order.
    Ordered(Range),
    /// An instant, by what is known of its age.
    Time(Vec<Age>),
}

/// What is known about ticks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Ticks {
    /// Every option in the author's order; `None`: it may be ticked or not.
    pub(super) options: Vec<(Word, Option<bool>)>,
    /// Fewest ticks.
    pub(super) min: usize,
    /// Most ticks.
    pub(super) max: usize,
}

/// Bounds of a value with an order. How it lies to other values stands in the store.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Range {
    /// What is ordered.
    pub(super) scale: Scale,
    /// For an amount: which amounts it can be compared with.
    pub(super) class: usize,
    /// Lower bound.
    pub(super) low: Option<Bound>,
    /// Upper bound.
    pub(super) high: Option<Bound>,
}

/// What is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Scale {
    /// Money; between two amounts lies a third.
    Amount,
    /// Whole numbers.
    Number,
    /// Versions; between two lies a third.
    Version,
}

/// A bound.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Bound {
    /// Where.
    pub(super) at: Point,
    /// Whether the value itself is outside.
    pub(super) open: bool,
}

/// A constant; only those of one scale are ever compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Point {
    /// A number of money, without its currency.
    Amount(Decimal),
    /// A whole number.
    Number(i64),
    /// Dotted numbers without zeros at the end, so that equal versions are the same.
    Version(Vec<u64>),
}

/// What is known about an age, against one duration by its number in the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Age {
    /// The duration.
    pub(super) period: usize,
    /// At least so old; the second value: older.
    pub(super) low: Option<bool>,
    /// At most so old; the second value: younger.
    pub(super) high: Option<bool>,
}

impl Point {
    /// The constant of a value that has an order.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Amount(amount) => Some(Self::amount(amount)),
            Value::Number(number) => Some(Self::Number(*number)),
            Value::Version(version) => Some(Self::version(version)),
            _ => None,
        }
    }

    pub(super) fn amount(amount: &Amount) -> Self {
        Self::Amount(amount.number.normalize())
    }

    pub(super) fn version(version: &Version) -> Self {
        let mut parts = version.0.clone();
        while parts.last() == Some(&0) {
            parts.pop();
        }
        Self::Version(parts)
    }
}

impl Cell {
    /// A value that is unknown.
    pub(super) fn unknown() -> Self {
        Self { unknown: true, known: None }
    }

    /// A known value.
    pub(super) fn known(known: Known) -> Self {
        Self { unknown: false, known: Some(known) }
    }

    /// One word.
    pub(super) fn word(word: Word) -> Self {
        Self::known(Known::Words(vec![word]))
    }

    /// The same without knowing which value.
    pub(super) fn presence(&self) -> Self {
        Self { unknown: self.unknown, known: self.known.as_ref().map(|_| Known::Any) }
    }

    /// The same without knowing which options are ticked: only how many can be.
    pub(super) fn count_alone(&self) -> Self {
        let mut cell = self.clone();
        if let Some(Known::Ticks(ticks)) = &mut cell.known {
            ticks.options.iter_mut().for_each(|(_, state)| *state = None);
        }
        cell
    }
}

impl Scale {
    /// The lowest value there is.
    pub(super) fn floor(self) -> Option<Bound> {
        let at = match self {
            Self::Amount => Point::Amount(Decimal::ZERO),
            Self::Version => Point::Version(Vec::new()),
            Self::Number => return None,
        };
        Some(Bound { at, open: false })
    }

    /// The distance of two values of which one is less than the other; 0: at most.
    pub(super) fn join(self, a: i128, b: i128) -> i128 {
        match self {
            Self::Number => a.saturating_add(b),
            Self::Amount | Self::Version => a.max(b),
        }
    }
}

impl Ticks {
    /// Draws conclusions from counts. `false`: that cannot be.
    pub(super) fn settle(&mut self) -> bool {
        let yes = self.options.iter().filter(|(_, state)| *state == Some(true)).count();
        let open = self.options.iter().filter(|(_, state)| state.is_none()).count();
        self.min = self.min.max(yes);
        self.max = self.max.min(yes + open);
        if self.min > self.max {
            return false;
        }
        if open > 0 && (self.max == yes || self.min == yes + open) {
            let to = self.max != yes;
            for (_, state) in &mut self.options {
                state.get_or_insert(to);
            }
        }
        true
    }
}
