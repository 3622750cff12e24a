//! `run`, `go` and the `with` of probes: handing values on.

use super::super::ids::named;
use super::super::reader::{Kind, Node, Table};
use super::super::script::value;
use super::super::template::is_path;
use super::next;
use crate::flow::draft::{DraftArgument, DraftCall, DraftGiven, DraftNext, Named};
use crate::script::Given;
use crate::source::Span;

/// Reads a `run` step.
pub(super) fn run(table: &mut Table<'_>) -> DraftCall {
    let flow = table.word("run").map(|word| named(&word));
    DraftCall { flow, with: with(table), anew: anew(table), next: next::read(table, true) }
}

/// Reads a `go` step.
pub(super) fn go(table: &mut Table<'_>) -> DraftCall {
    let flow = table.word("go").map(|word| named(&word));
    DraftCall { flow, with: with(table), anew: anew(table), next: DraftNext::default() }
}

fn anew(table: &mut Table<'_>) -> bool {
    table.bool("anew").unwrap_or(false)
}

/// Reads `with`.
pub(super) fn with(table: &mut Table<'_>) -> Vec<DraftArgument> {
    let Some(inputs) = table.table("with") else { return Vec::new() };
    let argument = |node: Node<'_>| {
        let input = Named { name: node.name.to_owned(), span: node.key };
        Some(DraftArgument { input, given: given(node)?, span: node.span })
    };
    inputs.rest().filter_map(argument).collect()
}

fn given(node: Node<'_>) -> Option<DraftGiven> {
    let literal = match node.kind() {
        Kind::Word => {
            let word = node.word()?;
            if let Some(name) = word.text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))
                && is_path(name.trim())
            {
                // Spaces inside the braces mean as little here as in a text.
                let from = 1 + name.len() - name.trim_start().len();
                let name = name.trim();
                let span: Span = word.at(from, from + name.len());
                return Some(match name.strip_prefix("profile.") {
                    Some(path) => DraftGiven::Profile(Named { name: path.to_owned(), span }),
                    None => DraftGiven::Fact(Named { name: name.to_owned(), span }),
                });
            }
            Given::Text(word.text.replace("{{", "{").replace("}}", "}"))
        }
        _ => value::given(node, "wrong-type-value", None)?,
    };
    Some(DraftGiven::Literal(literal))
}
