//! What each part of the program costs: `cargo bench`, or `cargo bench -- WORD` for the parts with that word in their name.
//!
//! Machines differ: what is worth comparing stands in one group, and was measured in one run.

mod analysis;
mod clock;
#[path = "../corpus/mod.rs"]
mod corpus;
mod hand;
mod message;
mod packs;
mod reading;
mod rendering;
mod rules;
mod walk;

use clock::Worked;
use criterion::Criterion;
use std::time::Duration;

fn main() {
    let criterion = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    let mut criterion = criterion.with_measurement(Worked).configure_from_args();
    reading::measure(&mut criterion);
    rules::measure(&mut criterion);
    analysis::measure(&mut criterion);
    rendering::measure(&mut criterion);
    walk::measure(&mut criterion);
    message::measure(&mut criterion);
    hand::measure(&mut criterion);
    criterion.final_summary();
}
