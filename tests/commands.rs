//! The command line: what it offers, how it says no, how it ends.

mod bad_input;
mod contact;
mod ends;
mod help;
mod mistakes;
mod names;
mod notes;
#[cfg(unix)]
mod noting;
mod packs;
mod probe;
mod sessions;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod watch;
