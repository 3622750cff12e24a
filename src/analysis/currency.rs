//! Which amounts can be compared at all: those of one currency. A step without a currency takes what the person writes.

use super::cell::Known;
use super::store::Store;
use std::rc::Rc;

/// Whether two things are of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Of one.
    Same,
    /// Of two.
    Different,
    /// That is not known.
    Open,
}

impl Store {
    /// The currency of a class.
    pub(super) fn code(&self, class: usize) -> Option<usize> {
        self.currencies.codes.iter().find(|(of, _)| *of == class).map(|(_, code)| *code)
    }

    /// Whether two classes are of one currency.
    pub(super) fn likeness(&self, a: usize, b: usize) -> Likeness {
        if a == b {
            return Likeness::Same;
        }
        match (self.code(a), self.code(b)) {
            (Some(_), Some(_)) => Likeness::Different,
            (Some(code), None) => self.likeness_to(b, code),
            (None, Some(code)) => self.likeness_to(a, code),
            (None, None) if self.currencies.differ.contains(&(a.min(b), a.max(b))) => Likeness::Different,
            (None, None) => Likeness::Open,
        }
    }

    /// Whether a class is of that currency.
    pub(super) fn likeness_to(&self, class: usize, code: usize) -> Likeness {
        match self.code(class) {
            Some(own) if own == code => Likeness::Same,
            Some(_) => Likeness::Different,
            None => {
                let holder = self.currencies.codes.iter().find(|(_, other)| *other == code).map(|(class, _)| *class);
                let differs =
                    holder.is_some_and(|other| self.currencies.differ.contains(&(class.min(other), class.max(other))));
                if differs || self.currencies.not.contains(&(class, code)) {
                    Likeness::Different
                } else {
                    Likeness::Open
                }
            }
        }
    }

    /// Two classes become one. `false`: they are of two currencies.
    pub(super) fn unite(&mut self, a: usize, b: usize) -> bool {
        if a == b {
            return true;
        }
        if self.likeness(a, b) == Likeness::Different {
            return false;
        }
        for cell in &mut self.cells {
            if matches!(&cell.known, Some(Known::Ordered(range)) if range.class == b)
                && let Some(Known::Ordered(range)) = &mut Rc::make_mut(cell).known
            {
                range.class = a;
            }
        }
        let renamed = |class: usize| if class == b { a } else { class };
        for (class, _) in self.currencies.codes.iter_mut().chain(&mut self.currencies.not) {
            *class = renamed(*class);
        }
        for (low, high) in &mut self.currencies.differ {
            let (first, second) = (renamed(*low), renamed(*high));
            (*low, *high) = (first.min(second), first.max(second));
        }
        self.close()
    }

    /// Two classes are of two currencies.
    pub(super) fn part(&mut self, a: usize, b: usize) {
        self.currencies.differ.push((a.min(b), a.max(b)));
    }

    /// A class is of that currency. `false`: it is of another.
    pub(super) fn denominate(&mut self, class: usize, code: usize) -> bool {
        match self.likeness_to(class, code) {
            Likeness::Same => true,
            Likeness::Different => false,
            Likeness::Open => {
                let holder = self.currencies.codes.iter().find(|(_, other)| *other == code).map(|(class, _)| *class);
                match holder {
                    Some(other) => self.unite(other, class),
                    None => {
                        self.currencies.codes.push((class, code));
                        true
                    }
                }
            }
        }
    }

    /// A class is not of that currency.
    pub(super) fn rule_out(&mut self, class: usize, code: usize) {
        self.currencies.not.push((class, code));
    }
}
