//! The integration tests: one binary, one harness, a room a subject.

mod answers;
mod commands;
mod contact;
mod content;
mod diagnostics;
mod display;
mod features;
mod files;
mod harness;
mod hours;
mod house;
mod names;
mod probes;
mod prompts;
mod proofs;
mod readme;
mod session;
mod summary;
mod walks;
