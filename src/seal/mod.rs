//! The seal: one line under a summary by which anybody can tell that it arrived as it was written, or what was lost.
//!
//! It proves accidents, not intent: whoever wants to deceive writes a new one. A summary is pasted into mail, chats and
//! forms, which quote, wrap, merge and prettify it; so the seal counts only the characters that survive that, and whoever
//! reads it finds the summary between other words.
//!
//! ```text
//! walletfix verify F7K2M3QS-4P1U7...      how many parts, a sum over all, then each part's letter and its own sum
//! ```
//!
//! Knows texts, no summary: what the parts are called is read off the headings in both languages.

mod counted;
mod document;
pub mod letters;
mod line;
mod parts;
mod sum;
mod verdict;

pub use document::checksum;
pub use line::{ROOM, ROOM_OF_SHORT, sealed};
pub use verdict::{Damage, Kind, Verdict, verify};
