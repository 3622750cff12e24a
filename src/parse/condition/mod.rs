//! Conditions: their text to a checked tree, every name and type looked up.

mod lexer;
mod literal;
mod syntax;
mod typing;

pub use syntax::WORDS;

use super::link::Scope;
use crate::flow::condition::Condition;
use crate::flow::draft::DraftCondition;

/// Reads a condition; `None` where anything in it is wrong.
pub(super) fn read(draft: &DraftCondition, scope: &Scope<'_>) -> Option<Condition> {
    let tokens = lexer::read(draft, scope.findings)?;
    let expression = syntax::read(draft, &tokens, scope.findings)?;
    typing::check(&expression, draft, scope)
}
