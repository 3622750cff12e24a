//! What each part of the program costs: `cargo bench`, or `cargo bench -- WORD` for the parts with that word in their name.
//!
//! Nothing here is compared with a stored number: machines differ. What is worth comparing stands in one group.

mod analysis;
mod clock;
#[path = "../corpus/mod.rs"]
mod corpus;
mod message;
mod packs;
mod reading;
mod rendering;
mod rules;
mod walk;

use clock::Worked;
use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().with_measurement(Worked).configure_from_args();
    reading::measure(&mut criterion);
    rules::measure(&mut criterion);
    analysis::measure(&mut criterion);
    rendering::measure(&mut criterion);
    walk::measure(&mut criterion);
    message::measure(&mut criterion);
    criterion.final_summary();
}
