//! Folders of flows by dice, to measure with. The same preset has the same bytes everywhere, so none is kept on a disk.
//!
//! In a flow without a fault every step is reached, every target exists, no way leads round, and every way has an end.

mod dice;
mod fault;
mod plan;
mod prose;
mod written;

use dice::Dice;
use fault::Fault;

/// A folder of flows that are alike in size.
pub(crate) struct Preset {
    /// The name by which it is asked for.
    pub(crate) name: &'static str,
    /// How many files it has.
    pub(crate) files: usize,
    /// How many steps each file has, but for a common end and what a fault adds.
    pub(crate) steps: usize,
    /// Whether each file has a fault, one class after the other.
    broken: bool,
}

/// Every preset, the small ones first.
pub(crate) const PRESETS: [Preset; 7] = [
    // A pack as one support team writes it.
    Preset { name: "small", files: 12, steps: 15, broken: false },
    // Sixteen faults of eight classes.
    Preset { name: "broken", files: 16, steps: 25, broken: true },
    // What a large support team checks at each change: 20 MB.
    Preset { name: "ci", files: 1_000, steps: 30, broken: false },
    // Ten times as much as anybody has: 195 MB.
    Preset { name: "many", files: 10_000, steps: 30, broken: false },
    // Flows that no person wrote, up to 64 MB: what takes more than proportional time shows here.
    Preset { name: "thousand", files: 1, steps: 1_000, broken: false },
    Preset { name: "tenth", files: 1, steps: 10_000, broken: false },
    Preset { name: "one", files: 1, steps: 100_000, broken: false },
];

/// One file of a folder.
pub(crate) struct Made {
    /// Its name in the folder.
    pub(crate) name: String,
    /// The flow, as TOML.
    pub(crate) text: String,
    /// The id of the rule that has to find its fault.
    pub(crate) fault: Option<&'static str>,
}

impl Preset {
    /// The preset of that name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    /// Its files, each made when it is asked for: a folder of 195 MB needs no memory.
    pub(crate) fn made(&self) -> impl Iterator<Item = Made> {
        (0..self.files).map(|at| {
            let fault = self.broken.then(|| Fault::ALL[at % Fault::ALL.len()]);
            Made {
                name: format!("flow-{at:05}.toml"),
                text: written::flow(&mut Dice::new(at as u64 + 1), self.steps, fault),
                fault: fault.map(Fault::rule),
            }
        })
    }
}
