//! `validate`: every mistake in files and folders, for people and for CI.

use super::args::files::ValidateArgs;
use super::context::Context;
use super::exit::Exit;
use super::load::refuse;
use crate::diagnostic::render::{human, json};
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::i18n::Message;
use crate::library::{self, LibraryError};
use crate::pack::PackFile;
use crate::parse;
use crate::secrets;
use jiff::Zoned;
use jiff::civil::Date;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Runs `validate`.
pub fn run(context: &Context, args: &ValidateArgs) -> Exit {
    let mut checked = Checked::default();
    for part in parts(&args.paths) {
        match part.and_then(|part| Ok((library::folder(&part.root, true)?, part))) {
            Ok((files, part)) => checked.add(&files, &part, args.now.as_ref().map(Zoned::date)),
            Err(error) => checked.exit = checked.exit.max(refuse(context, &error)),
        }
    }
    sort(&mut checked.diagnostics);
    let has = |severity| checked.diagnostics.iter().any(|diagnostic| diagnostic.severity == severity);
    if has(Severity::Error) || args.deny_warnings && has(Severity::Warning) {
        checked.exit = checked.exit.max(Exit::Findings);
    }
    // The verdict stands even where the reader has gone away: `validate | head` must not turn a mistake into a success.
    context.print_done(&checked.report(context, args.json)).max(checked.exit)
}

/// What some paths on the command line stand for: a pack, and which of its files were asked about.
pub struct Part {
    /// The pack's folder.
    pub root: PathBuf,
    /// The files that were asked about; `None`: all.
    only: Option<Vec<PathBuf>>,
}

impl Part {
    /// Whether the file of that name was asked about.
    pub fn wants(&self, name: &str) -> bool {
        let Some(only) = &self.only else { return true };
        let real = Path::new(name).canonicalize();
        real.is_ok_and(|real| only.contains(&real))
    }
}

/// The packs that these paths are or belong to, each once; without a path, the folder `flows`.
pub fn parts(paths: &[PathBuf]) -> Vec<Result<Part, LibraryError>> {
    let own = [PathBuf::from("flows")];
    let mut parts: Vec<Result<Part, LibraryError>> = Vec::new();
    for path in if paths.is_empty() { &own } else { paths } {
        let root = match library::root(path) {
            Ok(root) => root,
            Err(error) => {
                parts.push(Err(error));
                continue;
            }
        };
        let file = path.is_file().then(|| path.canonicalize().unwrap_or_else(|_| path.clone()));
        let known = parts.iter_mut().filter_map(|part| part.as_mut().ok()).find(|part| part.root == root);
        match (known, file) {
            (Some(part), Some(file)) => part.only.iter_mut().for_each(|only| only.push(file.clone())),
            (Some(part), None) => part.only = None,
            (None, file) => parts.push(Ok(Part { root, only: file.map(|file| vec![file]) })),
        }
    }
    parts
}

struct Checked {
    diagnostics: Vec<Diagnostic>,
    files: HashSet<String>,
    flows: HashSet<String>,
    exit: Exit,
}

impl Default for Checked {
    fn default() -> Self {
        Self { diagnostics: Vec::new(), files: HashSet::new(), flows: HashSet::new(), exit: Exit::Done }
    }
}

impl Checked {
    fn add(&mut self, files: &[PackFile], part: &Part, today: Option<Date>) {
        let (pack, mut diagnostics) = parse::read_pack(files);
        diagnostics.extend(today.into_iter().flat_map(|today| parse::stale::stale(&pack, today)));
        self.diagnostics.extend(diagnostics.into_iter().filter(|diagnostic| part.wants(&diagnostic.source.name)));
        for file in files.iter().filter(|file| part.wants(&file.name)) {
            self.files.insert(file.name.clone());
            if library::is_flow(&file.path) {
                self.flows.insert(file.name.clone());
            }
        }
    }

    fn report(&self, context: &Context, as_json: bool) -> String {
        if as_json {
            let checked = json::Checked { files: self.files.len(), flows: self.flows.len() };
            return json::render(&self.diagnostics, checked, context.lang);
        }
        if !self.diagnostics.is_empty() {
            return human::render(&self.diagnostics, context.lang, context.color, context.width, secrets::blot);
        }
        if self.files.is_empty() {
            return String::new();
        }
        let sound = Message::new("validate-sound").with("files", self.files.len()).with("flows", self.flows.len());
        format!("{}\n", sound.text(context.lang))
    }
}
