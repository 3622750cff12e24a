//! Coverage in figures, and what is missing with its place. Whole numbers only: 99.99 % is not 100 %.

use super::lines::{Lines, line_of};
use super::{Atlas, Covered};

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many are reached.
    pub covered: usize,
    /// How many there are.
    pub total: usize,
}

/// The figures of one flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowTally {
    /// Its id.
    pub flow: String,
    /// Its ends.
    pub ends: Tally,
    /// Its ways.
    pub edges: Tally,
}

/// A way or an end that no test reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The flow's file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Its name: `balance: unknown -> again`.
    pub edge: String,
}

/// What tests reach.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Flow by flow, in the order of the pack.
    pub flows: Vec<FlowTally>,
    /// Ends of flows, `return` steps among them.
    pub ends: Tally,
    /// Ways between steps, lines of branches among them.
    pub edges: Tally,
    /// The lines of branches among them.
    pub cases: Tally,
    /// What is not reached, by file and line.
    pub missing: Vec<Missing>,
    /// Lines of branches that are not counted, since they ask for a provider of which the pack has no profile.
    pub foreign: usize,
}

impl Tally {
    /// Whether it is at least so many per cent; of nothing, everything is reached.
    pub fn reaches(self, percent: usize) -> bool {
        self.covered.saturating_mul(100) >= self.total.saturating_mul(percent)
    }

    /// Per cent, rounded down.
    pub fn percent(self) -> usize {
        self.covered.saturating_mul(100).checked_div(self.total).unwrap_or(100)
    }

    fn count(&mut self, covered: bool) {
        self.total += 1;
        self.covered += usize::from(covered);
    }

    fn add(&mut self, other: Self) {
        self.total += other.total;
        self.covered += other.covered;
    }
}

impl Report {
    /// Adds the figures of one flow.
    pub fn add(&mut self, atlas: &Atlas<'_>, covered: &Covered, flow: &str) {
        let mut own = FlowTally { flow: flow.to_owned(), ends: Tally::default(), edges: Tally::default() };
        let numbers = atlas.of_flow(flow);
        let lines = atlas.way(numbers.start).map_or_else(|| Lines::new(""), |way| Lines::new(&way.flow.source.text));
        for number in numbers {
            let Some(way) = atlas.way(number) else { continue };
            let has = covered.has(number);
            if atlas.is_foreign(number) && !has {
                self.foreign += 1;
                continue;
            }
            if way.is_end() { &mut own.ends } else { &mut own.edges }.count(has);
            if way.is_case() {
                self.cases.count(has);
            }
            if !has {
                let (file, line) = (way.flow.source.name.clone(), line_of(way, &lines));
                self.missing.push(Missing { file, line, edge: way.name() });
            }
        }
        self.ends.add(own.ends);
        self.edges.add(own.edges);
        self.flows.push(own);
    }

    /// Puts what is missing in order, when all flows are added.
    pub fn sort(&mut self) {
        self.missing.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    }

    /// Whether both ends and ways are reached to at least so many per cent.
    pub fn reaches(&self, percent: usize) -> bool {
        self.ends.reaches(percent) && self.edges.reaches(percent)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn per_cent_are_never_rounded_up() {
        let almost = Tally { covered: 9_999, total: 10_000 };
        assert!(!almost.reaches(100) && almost.reaches(99) && almost.percent() == 99);
        let third = Tally { covered: 1, total: 3 };
        assert!(third.reaches(33) && !third.reaches(34) && third.percent() == 33);
        let nothing = Tally::default();
        assert!(nothing.reaches(100) && nothing.percent() == 100);
        assert!(!Tally { covered: 0, total: 1 }.reaches(1) && Tally { covered: 0, total: 1 }.reaches(0));
    }
}
