//! `next`: one step, or a table of answers and their steps.

use super::super::ids::named;
use super::super::reader::{Kind, Table};
use crate::flow::draft::{DraftNext, Named};
use crate::source::Span;

/// Reads `next`; `needed` reports it where it is missing.
pub(super) fn read(table: &mut Table<'_>, needed: bool) -> DraftNext {
    let mut next = DraftNext { span: table.span, ..DraftNext::default() };
    let Some(node) = table.get("next") else {
        if needed {
            table.missing("next");
        }
        return next;
    };
    next.written = true;
    next.span = node.key;
    match node.kind() {
        Kind::Word => next.otherwise = node.word().map(|word| named(&word)),
        Kind::Table => {
            for answer in node.table().into_iter().flat_map(Table::rest) {
                let Some(step) = answer.word().map(|word| named(&word)) else { continue };
                if answer.name == "else" {
                    next.is_else = true;
                    next.else_span = answer.key;
                    next.otherwise = Some(step);
                } else {
                    let span: Span = answer.key;
                    next.by_answer.push((Named { name: answer.name.to_owned(), span }, step));
                }
            }
        }
        _ => {
            next.written = false;
            node.wrong::<()>(&[Kind::Word, Kind::Table]);
        }
    }
    next
}
