//! Reads files: bytes to a checked pack and every mistake in it. Pure; never reads a disk.
//!
//! The road of a file: `source_text` (bytes to text), `document` (text to a root table), `reader` (a cursor over tables
//! that collects every mistake).

mod dialect;
pub mod document;
pub mod flow_file;
pub mod ids;
pub mod profile;
pub mod profile_keys;
pub mod reader;
pub mod region;
pub mod source_text;
pub mod template;
pub mod word;
