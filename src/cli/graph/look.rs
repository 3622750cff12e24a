//! The colours of ends. Each fill brings its own ink, so that it can be read on a light page and on a dark one; the lines
//! stand out from both. What a colour says, a word in the node says too.

use crate::flow::step::Outcome;

/// What is written on any fill.
pub const INK: &str = "#1a1a1a";
/// Lines and words that stand on the page itself.
pub const LINE: &str = "#767676";

/// The fill and the outline of an end.
pub fn colours(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Resolved => ("#d5f0dc", "#258a45"),
        Outcome::Advice => ("#d6ebff", "#2f7bd0"),
        Outcome::Wait => ("#fff3c4", "#9a7400"),
        Outcome::Contact => ("#e8ddff", "#8a63d9"),
        Outcome::Urgent => ("#ffd9d6", "#d83a3a"),
        Outcome::Legal => ("#e6e6e6", "#767676"),
    }
}
