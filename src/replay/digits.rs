//! Digits in mixed radix, written or read one after the other by the same hands, so that both agree on every radix.

use super::number::Number;
use std::collections::VecDeque;

/// A row of digits.
#[derive(Debug, Default)]
pub(super) struct Digits {
    /// What is read; `None`: digits are written.
    from: Option<Number>,
    written: Vec<(u64, u64)>,
    /// Which lines the branches took, as far as that is not read yet.
    ways: VecDeque<usize>,
    /// Which they took.
    taken: Vec<usize>,
    /// A digit to write did not fit.
    failed: bool,
}

impl Digits {
    pub(super) fn reading(number: Number) -> Self {
        Self { from: Some(number), ..Self::default() }
    }

    /// `ways`: the lines of the branches that cannot be worked out, in order.
    pub(super) fn writing(ways: impl IntoIterator<Item = usize>) -> Self {
        Self { ways: ways.into_iter().collect(), ..Self::default() }
    }

    pub(super) fn is_reading(&self) -> bool {
        self.from.is_some()
    }

    /// The next of `radix` digits: read, or `known` written.
    pub(super) fn next(&mut self, radix: usize, known: Option<usize>) -> usize {
        let radix = radix.max(1);
        let wide = |small: usize| u64::try_from(small).unwrap_or(0);
        match &mut self.from {
            Some(number) => usize::try_from(number.pop(wide(radix))).unwrap_or(0),
            None => {
                self.failed |= known.is_none_or(|known| known >= radix);
                let digit = known.unwrap_or(0).min(radix - 1);
                self.written.push((wide(digit), wide(radix)));
                digit
            }
        }
    }

    /// The line that a branch with so many, `else` included, takes.
    pub(super) fn way(&mut self, lines: usize) -> usize {
        let known = self.ways.pop_front();
        let way = self.next(lines, known);
        self.taken.push(way);
        way
    }

    pub(super) fn taken(&self) -> &[usize] {
        &self.taken
    }

    /// All that was written as one number; `None`: it could not be written, or not all that was read was used.
    pub(super) fn finished(&self) -> Option<Number> {
        if self.failed || self.from.as_ref().is_some_and(|rest| !rest.is_zero()) {
            return None;
        }
        let mut number = Number::default();
        for (digit, radix) in self.written.iter().rev() {
            number.push(*digit, *radix);
        }
        Some(number)
    }
}
