//! Chinese phrases without a separator between the characters, or with one only here and there.
//!
//! Nearly every Chinese sentence consists of listed characters, and every sixteenth window of twelve has a valid checksum;
//! so neither says much, and what counts is how little a run reads like prose.

mod groups;
mod prose;
mod run;

pub(crate) use prose::simpler;

use super::FEWEST;
use super::table::Characters;
use super::tokens::{Script, Token};
use crate::secrets::Report;
use run::Run;
use std::slice::from_ref;

/// Reports every phrase in the Chinese of a text in small letters.
pub(super) fn find(lower: &str, tokens: &[Token], report: &mut Report<'_>) {
    let is_han = |token: &&Token| token.script == Script::Han;
    if !tokens.iter().any(|token| is_han(&token)) {
        return;
    }
    let table = Characters::open();
    for token in tokens.iter().filter(is_han).filter(|token| token.letters >= FEWEST) {
        Run::new(lower, from_ref(&token.range), &table).find(report);
    }
    groups::find(lower, tokens, &table, report);
}
