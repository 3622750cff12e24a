//! What may stand in a file, as JSON Schema (draft-07) for editors: completion, descriptions and the first mistakes while
//! somebody types. What needs more than one place of a file is found by reading alone.
//!
//! The words of closed lists come from the tables that the reader works with. The keys of each table are held against
//! the reader's own by a test, and so is what is needed and of which kind.

mod beside;
mod flow;
mod keys;
mod script;
mod step;
mod value;

use serde_json::{Map, Value, json};

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// A flow.
    Flow,
    /// A profile.
    Profile,
    /// A region.
    Region,
    /// The tests of a flow.
    Test,
    /// Answers for `diagnose --answers`.
    Answers,
}

impl Schema {
    /// By the word of the command line, which is also the beginning of the file's name.
    pub const ALL: [(&'static str, Self); 5] = [
        ("flow", Self::Flow),
        ("profile", Self::Profile),
        ("region", Self::Region),
        ("test", Self::Test),
        ("answers", Self::Answers),
    ];

    /// The schema, on several lines, with a line break at its end.
    pub fn text(self) -> String {
        let (root, definitions) = match self {
            Self::Flow => (flow::file(), flow::definitions()),
            Self::Profile => (beside::profile_file(), Map::new()),
            Self::Region => (beside::region_file(), Map::new()),
            Self::Test => (script::test_file(), script::definitions()),
            Self::Answers => (script::answers_file(), script::definitions()),
        };
        let mut schema = Map::new();
        schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        if let Value::Object(root) = root {
            schema.extend(root);
        }
        if !definitions.is_empty() {
            schema.insert("definitions".to_owned(), Value::Object(definitions));
        }
        // Strings and numbers alone: writing them cannot fail.
        serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
    }
}
