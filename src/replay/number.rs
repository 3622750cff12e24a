//! A number of any size, as far as a code needs one.

use crate::seal::letters;

/// In base 32, the least symbol first, without zeros at its end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Number(Vec<u8>);

impl Number {
    /// From symbols as they are written, the greatest first.
    pub(super) fn of(symbols: &[u8]) -> Self {
        let mut number = Self(symbols.iter().rev().copied().collect());
        number.trim();
        number
    }

    /// As it is written.
    pub(super) fn symbols(&self) -> Vec<u8> {
        self.0.iter().rev().copied().collect()
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// Times `radix`, plus `digit`.
    pub(super) fn push(&mut self, digit: u64, radix: u64) {
        let mut carry = digit;
        for symbol in &mut self.0 {
            carry += u64::from(*symbol) * radix;
            *symbol = u8::try_from(carry & 31).unwrap_or(0);
            carry >>= 5;
        }
        while carry > 0 {
            self.0.push(u8::try_from(carry & 31).unwrap_or(0));
            carry >>= 5;
        }
    }

    /// The other way round: what `push` put in last.
    pub(super) fn pop(&mut self, radix: u64) -> u64 {
        let mut rest = 0;
        for symbol in self.0.iter_mut().rev() {
            rest = rest << 5 | u64::from(*symbol);
            *symbol = u8::try_from(rest / radix).unwrap_or(0);
            rest %= radix;
        }
        self.trim();
        rest
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

/// Whether a code was read or typed as it was written.
pub(super) fn holds(symbols: &[u8]) -> bool {
    symbols.iter().fold(0, |sum, symbol| sum ^ symbol) == 0 && letters::weighed(symbols) == 0
}

/// The two symbols that make it hold.
pub(super) fn checks(symbols: &[u8]) -> [u8; 2] {
    let with = |first: u8| {
        let second = symbols.iter().fold(first, |sum, symbol| sum ^ symbol);
        let mut all = symbols.to_vec();
        all.extend([first, second]);
        holds(&all).then_some([first, second])
    };
    (0..32).find_map(with).unwrap_or_default()
}

/// The symbol that must be the slip if only one is wrong, by its place; `None`: more than one may be, or it is no such
/// slip. Symbols that were swapped add up as before, and which ones they were cannot be told.
pub(super) fn suspect(symbols: &[u8]) -> Option<usize> {
    let sum = symbols.iter().fold(0, |sum, symbol| sum ^ symbol);
    let mut tried = symbols.to_vec();
    let mut places = (0..symbols.len()).filter(|at| {
        tried[*at] ^= sum;
        let fits = sum != 0 && holds(&tried);
        tried[*at] ^= sum;
        fits
    });
    places.next().filter(|_| places.next().is_none())
}
