//! Reads files: bytes to a checked pack and every mistake in it. Pure; never reads a disk.
//!
//! The road of a file: `source_text` (bytes to text), `document` (text to a root table), `reader` (a cursor over tables
//! that collects every mistake), `flow_file` (a flow as its author wrote it), `link` and `condition` (what every name in
//! it means), `judge` (all files together, with few in memory at a time), `pack` (what came out). It asks the rules of
//! `lint` and knows no session, no screen and no disk.

pub mod beside;
mod cascade;
pub mod condition;
mod dialect;
pub mod document;
pub mod flow_file;
pub mod ids;
mod judge;
mod link;
mod lost;
pub mod pack;
mod parallel;
pub mod profile;
pub mod profile_keys;
pub mod reader;
pub mod region;
pub mod schema;
pub mod script;
mod slip;
pub mod source_text;
pub mod stale;
mod suppress;
mod syntax;
pub mod template;
mod unclosed;
pub mod word;

pub use judge::{Judged, judge};
pub use pack::{open_proven, read_pack, read_pack_within, read_what_is_left};
