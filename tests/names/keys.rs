//! What the reader itself says can stand in a file: `keys/` has every table with a key, and every closed list with a
//! word, that nobody knows; the help of each finding names all that are known.

use super::Names;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walletfix::diagnostic::Diagnostic;
use walletfix::i18n::{Arg, Message};
use walletfix::library;
use walletfix::pack::PackFile;
use walletfix::parse::{beside, read_pack};

/// What every unknown key begins with; the table's kind follows.
const UNKNOWN: &str = "zzzzzzzzzzzzzzz-";

pub(super) fn add(names: &mut Names) {
    for found in findings() {
        let key = arg(&found.message, "key").map(text).unwrap_or_default();
        let file = found.source.name.rsplit(['/', '\\']).nth(1).unwrap_or_default().to_owned();
        let (kind, list) = match found.message.key.as_str() {
            "unknown-key" => (key.strip_prefix(UNKNOWN).map(|table| format!("key of {table}")), "keys"),
            "bad-value-word" => (Some(closed(&key, &file)), "names"),
            "verb-missing" => (Some("verb".to_owned()), "verbs"),
            _ => (None, ""),
        };
        let Some(Arg::OneOfNames(known)) = found.help.as_ref().and_then(|help| arg(help, list)) else { continue };
        names.entry(kind.unwrap()).or_default().extend(known.iter().cloned());
    }
}

/// The kind of a closed list, by the key that stands before its words.
fn closed(key: &str, folder: &str) -> String {
    match (key, folder) {
        ("type", _) => "type".to_owned(),
        ("kind", "regions") => "channel kind of a region".to_owned(),
        ("kind", _) => "channel kind of a profile".to_owned(),
        _ => key.to_owned(),
    }
}

fn findings() -> Vec<Diagnostic> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/names/keys");
    let mut files = library::folder(&folder, true).unwrap();
    // An answers file lies anywhere; here it must not be taken for a flow.
    files.retain(|file| file.path != "answers.toml");
    let (_, mut found) = read_pack(&files);
    let name = "answers.toml".to_owned();
    let bytes = Cow::Owned(std::fs::read(folder.join(&name)).unwrap());
    found.extend(beside::read_answers(&PackFile { path: name.clone(), name, bytes }).1);
    found
}

fn arg<'m>(message: &'m Message, name: &str) -> Option<&'m Arg> {
    message.args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg)
}

fn text(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// The keys of each table.
pub(crate) fn of_tables() -> BTreeMap<String, BTreeSet<String>> {
    let mut names = Names::new();
    add(&mut names);
    names.into_iter().filter_map(|(kind, keys)| Some((kind.strip_prefix("key of ")?.to_owned(), keys))).collect()
}
