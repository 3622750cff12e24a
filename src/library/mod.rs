//! Where packs come from: the program itself, or a folder.
//!
//! Reads bytes and nothing more: what a file means, and whether it is text at all, is read elsewhere. Beside the journal
//! of a session and the commands, this is the only room that touches the disk.

mod embedded;
mod error;
mod folder;
mod walk;

pub use embedded::{Embedded, embedded};
pub use error::{LibraryError, Problem};
pub use folder::{FileName, Folder, Reader};

use crate::pack::PackFile;
use crate::wording::is_invisible;
use std::borrow::Cow;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A file larger than this is no flow: a hundred thousand steps fit. Reading it would only fill the memory.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Folders of a pack that hold something else than flows.
const RESERVED: [&str; 4] = ["profiles", "regions", "tests", "schema"];
/// Folders by which the root of a pack is known.
const MARKS: [&str; 3] = ["shared", "profiles", "tests"];

/// What lies in the folder of a pack: what could be read, and what could not.
#[derive(Debug, PartialEq)]
pub struct Listing {
    /// Every file that could be read, sorted by path.
    pub files: Vec<PackFile>,
    /// Every file and folder that could not, sorted by path.
    pub lost: Vec<Lost>,
}

/// A file or folder of a pack that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// Its path in the pack, as in [`PackFile::path`].
    pub path: String,
    /// Why.
    pub error: LibraryError,
}

/// The pack that `path` is or belongs to, read whole; test files only where they are asked for.
///
/// Errors: the folder is missing, holds no flow, or something in it cannot be read.
pub fn folder(path: &Path, with_tests: bool) -> Result<Vec<PackFile>, LibraryError> {
    let mut listing = listing(path, with_tests)?;
    if listing.lost.is_empty() { Ok(listing.files) } else { Err(listing.lost.swap_remove(0).error) }
}

/// The same, as far as it can be read: one file that cannot be does not keep the others from being checked.
///
/// Errors: the folder is missing or holds no flow.
pub fn listing(path: &Path, with_tests: bool) -> Result<Listing, LibraryError> {
    let Folder { files: names, mut lost } = Folder::open(&root(path)?, with_tests)?;
    let mut files = Vec::with_capacity(names.len());
    for name in names {
        match name.load() {
            Ok(file) => files.push(file),
            Err(error) => lost.push(Lost { path: name.path, error }),
        }
    }
    lost.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Listing { files, lost })
}

/// The folder of the pack that `path` is or belongs to: the path itself if it is a folder, else the nearest parent that
/// holds `shared/`, `profiles/` or `tests/`, else the file's folder. Relative where it lies below the working directory.
pub fn root(path: &Path) -> Result<PathBuf, LibraryError> {
    let metadata = std::fs::metadata(path).map_err(|error| LibraryError::io(path, &error))?;
    if metadata.is_dir() {
        return Ok(path.to_owned());
    }
    if !is_toml(&slashed(path)) {
        return Err(LibraryError::new(path, Problem::NotToml));
    }
    let whole = std::path::absolute(path).map_err(|error| LibraryError::io(path, &error))?;
    // `tests/shared/` makes no pack of `tests/`, which is a part of one itself.
    let is_part = |parent: &Path| MARKS.iter().any(|mark| parent.ends_with(mark));
    let holds = |parent: &&Path| !is_part(parent) && MARKS.iter().any(|mark| parent.join(mark).is_dir());
    let marked = whole.ancestors().skip(1).find(holds);
    let root = marked.or(whole.parent()).unwrap_or(&whole);
    let here = std::path::absolute(".").ok();
    Ok(match here.and_then(|here| root.strip_prefix(here).ok().map(Path::to_owned)) {
        Some(inside) if inside.as_os_str().is_empty() => PathBuf::from("."),
        Some(inside) => inside,
        None => root.to_owned(),
    })
}

/// A file of answers, wherever it lies.
pub fn answers_file(path: &Path) -> Result<PackFile, LibraryError> {
    single(path)
}

/// A profile outside of a pack; its id is the file's name without `.toml`.
pub fn profile_file(path: &Path) -> Result<PackFile, LibraryError> {
    single(path)
}

fn single(path: &Path) -> Result<PackFile, LibraryError> {
    let name = slashed(path);
    let file = path.file_name().map_or_else(|| name.clone(), |file| file.to_string_lossy().into_owned());
    Ok(PackFile { path: file, name, bytes: Cow::Owned(read(path)?) })
}

/// The bytes of a regular file of a sane size.
fn read(path: &Path) -> Result<Vec<u8>, LibraryError> {
    let io = |error: std::io::Error| LibraryError::io(path, &error);
    // Asked before opening: opening a pipe would wait for somebody to write.
    let metadata = std::fs::metadata(path).map_err(io)?;
    if !metadata.is_file() {
        return Err(LibraryError::new(path, Problem::NotAFile));
    }
    // Room for the end too, so that it is noticed without asking for more.
    let size = usize::try_from(metadata.len().min(LARGEST_FILE) + 1).unwrap_or_default();
    let mut bytes = Vec::with_capacity(size);
    std::fs::File::open(path).map_err(io)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(LibraryError::new(path, Problem::TooLarge));
    }
    Ok(bytes)
}

/// Whether the file at that path in a pack is read.
fn is_wanted(path: &str, with_tests: bool) -> bool {
    is_toml(path) && is_entered(path, with_tests)
}

/// Whether what lies below that path in a pack is looked at.
fn is_entered(path: &str, with_tests: bool) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    first != "schema" && (with_tests || first != "tests")
}

/// Whether the file at that path in a pack is a flow.
pub fn is_flow(path: &str) -> bool {
    is_toml(path) && path.split_once('/').is_none_or(|(first, _)| !RESERVED.contains(&first))
}

fn is_toml(path: &str) -> bool {
    path.strip_suffix(".toml").is_some_and(|stem| !stem.is_empty() && !stem.ends_with('/'))
}

/// A path as people and packs write it: with `/`, without a leading `./`, and with nothing in it that a terminal obeys.
fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if std::path::MAIN_SEPARATOR == '/' { text } else { Cow::Owned(text.replace('\\', "/")) };
    let shown = text.trim_start_matches("./").chars();
    shown.map(|character| if is_unseen(character) { char::REPLACEMENT_CHARACTER } else { character }).collect()
}

/// Whether people do not see that character, and a terminal or an editor may do something else with it.
fn is_unseen(character: char) -> bool {
    character.is_control() || is_invisible(character)
}
