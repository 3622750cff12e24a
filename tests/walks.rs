//! Walks with the real program, over pipes and in a terminal: what a person does, what goes wrong on the way, and that the
//! summary is the same in the end.

mod ahead;
mod allowed;
mod back;
mod commands;
mod consent;
mod files;
mod hand;
mod kept;
mod kill;
#[cfg(unix)]
mod leave;
#[cfg(unix)]
mod parity;
mod replayed;
#[cfg(unix)]
mod secrets;
mod seen;
#[cfg(unix)]
mod signals;
mod surroundings;
mod transcript;
mod words;
