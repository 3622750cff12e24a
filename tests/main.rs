//! The integration tests: one binary, one harness, a room a subject.

#![cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "some of the harness is for tests of one system"))]

mod answers;
mod authoring;
mod commands;
mod contact;
mod content;
mod corpora;
mod coverage;
mod diagnostics;
mod display;
mod explain;
mod faults;
mod features;
mod files;
mod graph;
mod harness;
mod hours;
mod house;
mod judgement;
mod judging;
mod laws;
#[cfg(target_os = "linux")]
mod memory;
mod names;
mod phrases;
mod play;
mod probes;
mod prompts;
mod proofs;
mod readme;
mod replay;
#[cfg(unix)]
mod scenes;
mod seal;
mod search;
mod secrets;
mod session;
mod style;
mod summary;
mod suppression;
mod walks;
