//! Values by step path, nested tables flattened: `network.this-device = "yes"` is `"network.this-device" = "yes"`.

use super::super::reader::{Kind, Node, Table};
use crate::diagnostic::Rule;
use crate::i18n::Message;
use crate::script::{Given, GivenAt};
use indexmap::IndexMap;

/// The values of the table under `key`, by path; empty where it is missing.
pub(super) fn given_table(table: &mut Table<'_>, key: &'static str) -> IndexMap<String, GivenAt> {
    let mut values = IndexMap::new();
    if let Some(table) = table.table(key) {
        flatten(table, "", &mut values);
    }
    values
}

fn flatten(table: Table<'_>, prefix: &str, values: &mut IndexMap<String, GivenAt>) {
    for node in table.rest() {
        let path = if prefix.is_empty() { node.name.to_owned() } else { format!("{prefix}.{}", node.name) };
        if node.kind() == Kind::Table {
            if let Some(table) = node.table() {
                flatten(table, &path, values);
            }
            continue;
        }
        let Some(given) = given(node, "wrong-type-given", Some("wrong-type-given-help")) else { continue };
        if values.contains_key(&path) {
            let message = Message::new("bad-value-path-twice").with("path", path);
            node.findings().report(Rule::BadValue, node.key, message);
        } else {
            values.insert(path, GivenAt { given, key: node.key, span: node.span });
        }
    }
}

/// A literal; what is none is a `wrong-type` with these sentences.
pub(in crate::parse) fn given(node: Node<'_>, wrong: &'static str, help: Option<&'static str>) -> Option<Given> {
    Some(match node.kind() {
        Kind::Word => Given::Text(node.word()?.text.to_owned()),
        Kind::Number => Given::Number(node.number()?),
        Kind::Bool => Given::Bool(node.bool()?),
        Kind::Time => Given::Time(node.instant()?.timestamp()),
        Kind::Array => {
            Given::List(node.array()?.into_iter().filter_map(Node::word).map(|word| word.text.to_owned()).collect())
        }
        Kind::Float | Kind::Table => {
            let message = Message::new(wrong).with("key", node.name);
            node.findings().report_with(Rule::WrongType, node.span, message, help.map(Message::new));
            return None;
        }
    })
}
