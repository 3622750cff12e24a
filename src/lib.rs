//! walletfix helps somebody whose digital wallet misbehaves.

pub mod answer;
pub mod cli;
pub mod contact;
pub mod diagnostic;
pub mod flow;
pub mod flowtest;
pub mod hours;
pub mod i18n;
pub mod library;
pub mod lint;
pub mod pack;
pub mod palette;
pub mod parse;
pub mod probe;
pub mod profile;
pub mod prompt;
pub mod record;
pub mod script;
pub mod session;
pub mod source;
pub mod summary;
pub mod terminal;
pub mod walk;
pub mod wording;
