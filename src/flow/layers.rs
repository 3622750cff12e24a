//! Flows in two layers: those that others build on, which are looked at first, and those above them, which are looked at
//! now. What lies below never leads up.

use indexmap::IndexMap;
use std::ops::Range;

/// Two maps by flow id, read as one. Flows have numbers; those of the lower layer come first.
#[derive(Debug)]
pub struct Layers<'a, T> {
    /// What others build on.
    pub below: &'a IndexMap<String, T>,
    /// What is looked at now.
    pub own: &'a IndexMap<String, T>,
}

impl<T> Clone for Layers<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Layers<'_, T> {}

impl<'a, T> Layers<'a, T> {
    /// What has that id.
    pub fn get(self, id: &str) -> Option<&'a T> {
        self.own.get(id).or_else(|| self.below.get(id))
    }

    /// The number of that id.
    pub fn number(self, id: &str) -> Option<usize> {
        let own = self.own.get_index_of(id).map(|at| self.below.len() + at);
        own.or_else(|| self.below.get_index_of(id))
    }

    /// What has that number, which came from [`number`](Self::number) or [`own_numbers`](Self::own_numbers).
    pub fn at(self, number: usize) -> &'a T {
        match number.checked_sub(self.below.len()) {
            Some(at) => &self.own[at],
            None => &self.below[number],
        }
    }

    /// The numbers of the upper layer.
    pub fn own_numbers(self) -> Range<usize> {
        self.below.len()..self.below.len() + self.own.len()
    }
}
