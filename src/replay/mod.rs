//! The replay code: the way that somebody went through the flows, in at most 48 characters that can be read aloud; and
//! going that way again, screen by screen.
//!
//! ```text
//! PPPP-NNNN-...-NNCC     the pack's hash, the way as one number in mixed radix, two symbols that find a slip
//! ```
//!
//! A code holds the way as it was in the end: what was taken back or changed is not part of it. Each step has as many
//! digits as it had answers, so that what can only go one way costs nothing. What was typed is never in it, only that
//! something was; so a code says for itself which line of a branch was taken, where what was typed decides.

mod again;
mod answers;
mod beginning;
mod code;
mod digits;
mod fill;
mod number;
mod route;
mod shown;
mod walked;

pub use again::{Shown, show};
pub use code::{Code, Refused, code, decode};
pub use fill::{clean, fill};
pub use route::{Origin, Route, Step};
