//! Adds suggested tests to the files of their flows: whole or not at all.

use crate::flowtest::suggest::{Suggestion, appended, read};
use crate::flowtest::verdict;
use crate::i18n::Message;
use crate::pack::Pack;
use crate::wording::refusal;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Why tests were not added.
pub(super) enum Refusal {
    /// The file says something else by now, or something that cannot be added to.
    Unfit(Message),
    /// The disk said no.
    Disk(Message),
}

/// Adds tests to the file of their flow below `root`, and creates it where there is none.
///
/// What stands in the file stays as it is, byte for byte. The new text is written beside it and takes its place at once,
/// so that nobody ever sees half a file.
pub(super) fn add(pack: &Pack, root: &Path, flow: &str, tests: &[&Suggestion]) -> Result<(), Refusal> {
    let path = root.join("tests").join(format!("{flow}.toml"));
    let shown = path.display().to_string();
    let disk = |error: &io::Error| {
        let message = Message::new("test-unwritable").with("path", shown.as_str());
        Refusal::Disk(message.with("reason", refusal(error)))
    };
    let unfit = |key: &str| Refusal::Unfit(Message::new(key).with("path", shown.as_str()));
    let known = pack.tests.get(flow);
    let there = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(disk(&error)),
    };
    let old = match (known, &there) {
        (Some(script), Some(bytes)) if without_mark(bytes) == script.source.text.as_bytes() => {
            script.source.text.as_str()
        }
        (None, None) => "",
        (None, Some(_)) => return Err(unfit("test-file-unsound")),
        (Some(_), _) => return Err(unfit("test-file-changed")),
    };
    let text = tests.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n");
    let whole = appended(old, flow, &text);
    if !holds(pack, flow, &whole, known.map_or(0, |script| script.tests.len()), tests) {
        return Err(unfit("test-file-closed"));
    }
    let mut bytes = there.unwrap_or_default();
    bytes.extend_from_slice(whole.get(if old.is_empty() { 0 } else { old.len() }..).unwrap_or_default().as_bytes());
    replace(&path, &bytes).map_err(|error| disk(&error))
}

/// Without the byte order mark that some editors put in front.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// Whether that text holds all the old tests and the new ones behind them, and the new ones pass.
fn holds(pack: &Pack, flow: &str, whole: &str, old: usize, tests: &[&Suggestion]) -> bool {
    let Some(script) = read(flow, whole.to_owned()) else { return false };
    let new = script.tests.get(old..).unwrap_or_default();
    let same = new.len() == tests.len() && new.iter().zip(tests).all(|(test, one)| test.name == one.name);
    same && new.iter().all(|test| verdict(pack, &script, test).passed())
}

/// Puts `bytes` into the file at `path`, by way of another file beside it.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: what it leads to is written.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".walletfix-{}.tmp", std::process::id()));
    let file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let done = fill(file, path, bytes).and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    done
}

fn fill(mut file: File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Ok(metadata) = fs::metadata(path) {
        file.set_permissions(metadata.permissions())?;
    }
    file.sync_all()
}
