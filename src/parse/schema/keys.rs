//! A table of a file by its keys.

use crate::i18n::{Lang, Message, has};
use serde_json::{Map, Value, json};

/// The keys of a table, as they are put together.
pub(super) struct Keys {
    table: &'static str,
    properties: Map<String, Value>,
    needed: Vec<&'static str>,
}

impl Keys {
    /// A table of that kind, without a key.
    pub(super) fn of(table: &'static str) -> Self {
        Self { table, properties: Map::new(), needed: Vec::new() }
    }

    /// The same with a key that must be there.
    pub(super) fn needs(mut self, key: &'static str, value: Value) -> Self {
        self.needed.push(key);
        self.may(key, value)
    }

    /// The same with a key that may be there.
    pub(super) fn may(self, key: &'static str, value: Value) -> Self {
        let own = format!("schema-{}-{key}", self.table);
        let about = if has(Lang::En, &own) { own } else { format!("schema-{key}") };
        self.may_be(key, value, &about)
    }

    /// The same with a key of which that sentence tells.
    pub(super) fn may_be(mut self, key: &'static str, value: Value, about: &str) -> Self {
        self.properties.insert(key.to_owned(), about_it(value, about));
        self
    }

    /// The table. Keys that begin with `x-` are free.
    pub(super) fn table(self) -> Value {
        json!({
            "title": self.table,
            "type": "object",
            "properties": self.properties,
            "required": self.needed,
            "additionalProperties": false,
            "patternProperties": { "^x-": { "additionalProperties": true } },
        })
    }
}

/// The schema with what that sentence says of it, in both languages: whoever edits a file may read either.
pub(super) fn about_it(mut schema: Value, key: &str) -> Value {
    let message = Message::new(key);
    schema["description"] = json!(format!("{}\n{}", message.text(Lang::Zh), message.text(Lang::En)));
    schema
}
