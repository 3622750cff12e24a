//! Where a summary goes from the last screen: to the clipboard or a file; and files that go with it, by name only.

use super::args::walk::{ShapeArgs, SummaryFormat};
use super::clipboard;
use super::context::variable;
use super::summary::{told, write_new};
use crate::i18n::Message;
use crate::secrets::scrub;
use crate::session::Session;
use crate::session::event::Event;
use crate::summary::render::payload::System;
use crate::walk::Outlet;
use crate::wording::{is_invisible, refusal};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf, is_separator};

/// The largest file that is measured: no support takes a larger one.
const LARGEST: u64 = 4 << 30;

/// So many files of one name are counted.
const MOST: u32 = 1000;

/// The way out of the program from the last screen.
pub struct Leaving<'c> {
    shape: &'c ShapeArgs,
    /// Whether the terminal may be sent escape sequences.
    rich: bool,
    /// What was shown last, whole.
    shown: Option<String>,
}

impl<'c> Leaving<'c> {
    /// For a summary of that shape.
    pub fn new(shape: &'c ShapeArgs, rich: bool) -> Self {
        Self { shape, rich, shown: None }
    }

    /// What the person saw last, where that was all of it.
    pub fn into_shown(self) -> Option<String> {
        self.shown
    }
}

impl Outlet for Leaving<'_> {
    fn text(&mut self, session: &Session<'_>) -> String {
        told(session, self.shape)
    }

    fn seen(&mut self, text: Option<&str>) {
        self.shown = text.map(str::to_owned);
    }

    fn copy(&mut self, text: &str) -> Message {
        clipboard::copy(text, self.rich)
    }

    fn name(&self, session: &Session<'_>) -> String {
        let ending = match (self.shape.system, self.shape.format) {
            (Some(System::GitHub), _) | (None, SummaryFormat::Text) => "txt",
            (None, SummaryFormat::Markdown) => "md",
            (Some(_), _) | (None, SummaryFormat::Json) => "json",
        };
        let day = session.clock().to_zoned(session.zone().clone()).date();
        free(PathBuf::from(format!("walletfix-{day}.{ending}")))
    }

    fn is_there(&self, file: &str) -> bool {
        fs::symlink_metadata(meant(file)).is_ok_and(|about| !about.is_dir())
    }

    fn free(&self, file: &str, session: &Session<'_>) -> String {
        let path = meant(file);
        free(if path.is_dir() { path.join(self.name(session)) } else { path })
    }

    fn save(&mut self, text: &str, file: &str) -> Result<Message, Message> {
        let path = meant(file);
        let named = |key: &str| Message::new(key).with("file", path.display().to_string());
        match write_new(&path, text) {
            Ok(()) => Ok(named("saved-to")),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(named("save-exists")),
            Err(error) => Err(named("save-failed").with("reason", refusal(&error))),
        }
    }

    fn attach(&mut self, file: &str) -> Result<Event, Message> {
        let path = meant(file);
        let name = name_of(&path);
        let failed = |reason: Message| Message::new("attach-failed").with("name", name.as_str()).with("reason", reason);
        // Opening a pipe waits for whoever writes into it, and a device may have no end.
        let about = fs::metadata(&path).map_err(|error| failed(refusal(&error)))?;
        let why = match () {
            () if about.is_dir() => Some("reason-folder"),
            () if !about.is_file() => Some("reason-no-file"),
            () if about.len() > LARGEST => Some("reason-too-large"),
            () => None,
        };
        if let Some(why) = why {
            return Err(failed(Message::new(why)));
        }
        let (size, sha256) = measured(&path, about.len()).map_err(|error| failed(refusal(&error)))?;
        Ok(Event::Attach { name, size, sha256 })
    }
}

/// A path like that one at which no file is yet, as somebody would type it.
fn free(path: PathBuf) -> String {
    // A link that leads nowhere is there, too.
    let is_free = |path: &Path| fs::symlink_metadata(path).is_err();
    let (Some(stem), false) = (path.file_stem(), is_free(&path)) else { return typed(&path) };
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let numbered = |number| path.with_file_name(format!("{}-{number}{ending}", stem.to_string_lossy()));
    let free = (2..MOST).map(numbered).find(|path| is_free(path));
    typed(&free.unwrap_or(path))
}

/// As it can be typed: what would be read as another path stands in quotation marks.
fn typed(path: &Path) -> String {
    let plain = path.display().to_string();
    if meant(&plain) == path { plain } else { format!("'{plain}'") }
}

/// The file that somebody means who typed its path or dropped it onto the terminal, which quotes it or puts a backslash
/// before each space.
fn meant(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let quoted = ['\'', '"'].iter().find_map(|quote| typed.strip_prefix(*quote)?.strip_suffix(*quote));
    let plain = quoted.map_or_else(|| if cfg!(windows) { typed.to_owned() } else { unescaped(typed) }, str::to_owned);
    let home = variable(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
    match (plain.strip_prefix('~').and_then(|rest| rest.strip_prefix(is_separator)), home) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(plain),
    }
}

fn unescaped(text: &str) -> String {
    let mut characters = text.chars();
    let mut out = String::new();
    while let Some(character) = characters.next() {
        out.push(if character == '\\' { characters.next().unwrap_or(character) } else { character });
    }
    out
}

/// Its name without the folder, and without what a terminal would obey.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let is_seen = |character: &char| !character.is_control() && !is_invisible(*character);
    // Stars for each letter would tell how long the words of a phrase are, and the sentence around it would be read along.
    scrub(&name.chars().filter(is_seen).collect::<String>(), &[]).into_owned()
}

/// Its size in bytes, and its SHA-256 in hex; of a file that still grows, as much as was there.
fn measured(path: &Path, length: u64) -> io::Result<(u64, String)> {
    let mut file = File::open(path)?.take(length);
    let mut hash = Sha256::new();
    let mut size = 0_u64;
    let mut part = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut part)?;
        if read == 0 {
            break;
        }
        hash.update(&part[..read]);
        size += u64::try_from(read).unwrap_or(0);
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        // Writing to a string never fails.
        let _ = write!(hex, "{byte:02x}");
    }
    Ok((size, hex))
}
