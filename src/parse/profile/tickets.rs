//! `[profile.tickets]`: what the provider's ticket systems call the fields of a summary.

use super::super::reader::{Kind, Table};
use super::{Known, shape};
use crate::diagnostic::Rule;
use crate::flow::field::Field;
use crate::i18n::Message;
use crate::profile::Desk;
use indexmap::IndexMap;

/// The systems, each with what it needs beside fields.
pub(in crate::parse) const SYSTEMS: [(&str, &[&str]); 3] =
    [("zendesk", &[]), ("zammad", &["group"]), ("github", &["repository", "template", "body"])];

/// Reads the table.
pub(super) fn read(mut table: Table<'_>, known: &mut Known) -> IndexMap<String, Desk> {
    let mut systems = IndexMap::new();
    for (system, own) in SYSTEMS {
        if let Some(keys) = table.table(system) {
            systems.insert(system.to_owned(), desk(keys, system, own, known));
        }
    }
    table.done();
    systems
}

fn desk(mut keys: Table<'_>, system: &str, own: &[&'static str], known: &mut Known) -> Desk {
    let mut desk = Desk::new();
    for key in own.iter().copied().chain(Field::all().map(Field::name)) {
        let Some(node) = keys.get(key) else { continue };
        let text = match node.kind() {
            Kind::Number => node.number().map(|number| number.to_string()),
            Kind::Word => node.word().map(|word| word.text.trim().to_owned()),
            _ => node.wrong(&[Kind::Word, Kind::Number]),
        };
        let Some(text) = text else { continue };
        if key == "repository" && !shape::is_repository(&text) {
            let message = Message::new("bad-value-repository").with("value", text);
            let help = Message::new("bad-value-repository-help");
            node.findings().report_with(Rule::BadValue, node.span, message, Some(help));
        } else if text.is_empty() {
            node.bad("bad-value-empty");
        } else {
            known.places.insert(format!("tickets.{system}.{key}"), node.span);
            desk.insert(key.to_owned(), text);
        }
    }
    keys.done();
    desk
}
