//! Every text that a person reads, with its place: from the files of a pack and from the program's own sentences.

use super::fluent;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A screen of its own, or what stands behind `?`.
    Screen,
    /// The last screen of a way.
    End,
    /// A title, an `about`, or an option: chosen by the person, in their voice.
    Chosen,
    /// A label, a name, or the words of a `return`: cells of menus and of the summary.
    Cell,
    /// A sentence or a part of one from the program itself, for everybody.
    Spoken,
    /// The same, for people who write flows.
    Authors,
}

impl Role {
    /// Whether it is never a sentence, and only characters of a fixed width may stand in it.
    pub(super) fn is_short(self) -> bool {
        matches!(self, Self::Chosen | Self::Cell)
    }

    /// Whether it is a screen of its own.
    pub(super) fn is_screen(self) -> bool {
        matches!(self, Self::Screen | Self::End)
    }

    /// Whether it comes from a pack.
    pub(super) fn is_of_pack(self) -> bool {
        !matches!(self, Self::Spoken | Self::Authors)
    }
}

/// A text in both languages.
pub(super) struct Text {
    /// `flows/transfer-failed.toml`.
    pub(super) file: [String; 2],
    /// The line of each language.
    pub(super) line: [usize; 2],
    /// `step.kind.ask`, or the key of a sentence.
    pub(super) path: String,
    /// What it is for.
    pub(super) role: Role,
    /// Chinese and English; placeholders in braces.
    pub(super) words: [String; 2],
    /// On a screen where every second counts.
    pub(super) urgent: bool,
    /// Its list of options, if it is one: equal within a list.
    pub(super) list: Option<String>,
}

/// The texts of every flow, profile and region below a folder, sorted by file.
pub(super) fn pack(folder: &str) -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for below in ["", "shared/", "profiles/", "regions/"] {
        let Ok(entries) = std::fs::read_dir(root.join(folder).join(below)) else { continue };
        for path in entries.map(|entry| entry.expect("an entry of a folder").path()) {
            if path.extension().is_some_and(|ending| ending == "toml") {
                let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
                files.push(format!("{folder}/{below}{name}"));
            }
        }
    }
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let source = std::fs::read_to_string(root.join(&file)).expect("a file of a pack");
        let table = DeTable::parse(&source).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut reader = Reader { file: &file, source: &source, texts: &mut texts };
        reader.table(table.get_ref(), "", None);
    }
    texts
}

/// The program's own sentences.
pub(super) fn program() -> Vec<Text> {
    walletfix::i18n::sources().flat_map(|(name, zh, en)| fluent::texts(name, [zh, en])).collect()
}

struct Reader<'r> {
    file: &'r str,
    source: &'r str,
    texts: &'r mut Vec<Text>,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>, path: &str, list: Option<&str>) {
        if let (Some(zh), Some(en)) = (string(table, "zh"), string(table, "en")) {
            self.texts.push(Text {
                file: [self.file.to_owned(), self.file.to_owned()],
                line: [self.line(zh), self.line(en)],
                path: path.to_owned(),
                role: if list.is_some() { Role::Chosen } else { Role::Cell },
                words: [zh, en].map(|words| words.get_ref().as_str().unwrap_or_default().to_owned()),
                urgent: false,
                list: list.map(str::to_owned),
            });
        }
        let says = |key: &str, value: &str| string(table, key).is_some_and(|it| it.get_ref().as_str() == Some(value));
        let urgent = says("end", "urgent") || says("show", "urgent");
        for (key, value) in table {
            let key = key.get_ref();
            let inner = if path.is_empty() { key.to_string() } else { format!("{path}.{key}") };
            let before = self.texts.len();
            self.value(value.get_ref(), &inner);
            let role = match key.as_ref() {
                "ask" | "tell" | "do" | "try" | "hint" | "disclaimer" => Role::Screen,
                "text" if table.contains_key("end") => Role::End,
                "title" | "about" if path == "flow" => Role::Chosen,
                _ => continue,
            };
            for text in &mut self.texts[before..] {
                (text.role, text.urgent) = (role, urgent);
            }
        }
    }

    fn value(&mut self, value: &DeValue<'_>, path: &str) {
        match value {
            DeValue::Table(table) => self.table(table, path, None),
            DeValue::Array(items) => {
                for item in items {
                    if let DeValue::Table(table) = item.get_ref() {
                        let name = ["value", "id"].into_iter().find_map(|key| string(table, key));
                        let name = name.and_then(|name| name.get_ref().as_str()).unwrap_or_default();
                        let list = path.ends_with("options").then_some(path);
                        self.table(table, &format!("{path}.{name}"), list);
                    }
                }
            }
            _ => {}
        }
    }

    fn line(&self, value: &Spanned<DeValue<'_>>) -> usize {
        self.source[..value.span().start].matches('\n').count() + 1
    }
}

fn string<'t, 'v>(table: &'t DeTable<'v>, key: &str) -> Option<&'t Spanned<DeValue<'v>>> {
    table.get(key).filter(|value| value.get_ref().is_str())
}
