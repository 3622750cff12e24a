//! Loads the pack that a command works on, and finds what the person named in it. Every "no" is told here, in words.

use super::context::Context;
use super::exit::Exit;
use super::reading::PACK;
use crate::analysis;
use crate::diagnostic::{Diagnostic, Severity, render};
use crate::flow::Flow;
use crate::i18n::Message;
use crate::library::{self, Embedded, LibraryError, Listing, Problem};
use crate::pack::{Pack, PackFile, Shelf as _};
use crate::parse;
use crate::profile::Profile;
use crate::script::Script;
use crate::secrets;
use crate::wording::nearest;
use std::path::{Path, PathBuf};

/// A pack and everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// What is sound.
    pub pack: Pack,
    /// What is wrong, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were read.
    pub files: usize,
}

/// The pack in `folder`, or the program's own.
pub fn pack(context: &Context, folder: Option<&Path>, with_tests: bool) -> Result<Loaded, Exit> {
    match folder {
        Some(folder) => Ok(read(&library::folder(folder, with_tests).map_err(|error| refuse(context, &error))?)),
        None if with_tests => Ok(read(&library::embedded(true))),
        None => Ok(own()),
    }
}

/// The same, and the profile to use: the one named by its id or as a file, else the pack's own choice.
///
/// A profile from a file joins the pack under its file's name, so that everything reads it like any other.
pub fn pack_and_profile(
    context: &Context,
    folder: Option<&Path>,
    profile: Option<&str>,
) -> Result<(Loaded, String), Exit> {
    let opened = || if folder.is_none() { Ok(own()) } else { pack(context, folder, false) };
    let Some(name) = profile else {
        let loaded = opened()?;
        // The program's own pack has only an example beside the generic profile: its numbers would help nobody.
        let default = if folder.is_none() { &loaded.pack.generic } else { loaded.pack.default_profile() };
        let id = default.id.clone();
        return Ok((loaded, id));
    };
    let is_file = name.contains(['/', '\\']) || Path::new(name).extension().is_some_and(|ending| ending == "toml");
    if !is_file {
        let loaded = opened()?;
        let id = self::profile(context, &loaded, name)?.id.clone();
        return Ok((loaded, id));
    }
    let mut files = match folder {
        Some(folder) => library::folder(folder, false).map_err(|error| refuse(context, &error))?,
        None => library::embedded(false),
    };
    let mut file =
        library::profile_file(Path::new(name)).map_err(|error| refuse_file(context, error, "profile-missing"))?;
    file.path = format!("profiles/{}", file.path);
    let id = file.path.trim_start_matches("profiles/").trim_end_matches(".toml").to_owned();
    let shown = file.name.clone();
    files.retain(|other| other.path != file.path);
    files.push(file);
    // Where the flows are the program's own, they were proven before, and a profile changes no way through them.
    let mut loaded = if folder.is_some() { read(&files) } else { read_proving(&files, 0) };
    loaded.pack.profiles.values_mut().filter(|profile| profile.id == id).for_each(|profile| profile.outside = true);
    let errors = errors_of(&loaded.diagnostics, |source| source == shown);
    if errors.is_empty() && loaded.pack.profiles.contains_key(&id) {
        return Ok((loaded, id));
    }
    context.show_findings(&errors);
    context.complain(&Message::new("profile-unsound").with("profile", shown));
    Err(Exit::Findings)
}

impl Loaded {
    /// The mistakes that make flows unusable.
    pub fn errors(&self) -> Vec<Diagnostic> {
        errors_of(&self.diagnostics, |_| true)
    }
}

/// The program's own pack, for a walk: its tests have proved it, and most of it is read behind the first screen.
fn own() -> Loaded {
    let shelf = Embedded::open();
    Loaded { files: shelf.count(), pack: parse::open_proven(shelf), diagnostics: Vec::new() }
}

/// The folder and the id of a flow, which authors may also name by its file. Without a folder: `flows` if it is there, as
/// the other commands for authors have it, else the program's own pack.
pub fn named(context: &Context, name: &str, folder: Option<&Path>) -> Result<(Option<PathBuf>, String), Exit> {
    let Some(id) = name.strip_suffix(".toml") else {
        let near = || Some(Path::new(PACK)).filter(|near| near.is_dir());
        return Ok((folder.or_else(near).map(Path::to_owned), name.to_owned()));
    };
    if let Some(folder) = folder {
        return Ok((Some(folder.to_owned()), id.to_owned()));
    }
    let root = library::root(Path::new(name)).map_err(|error| refuse(context, &error))?;
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let file = whole(Path::new(name));
    let id = file.strip_prefix(whole(&root)).unwrap_or(&file).with_extension("");
    Ok((Some(root), id.to_string_lossy().replace('\\', "/")))
}

/// Checks that a session can begin: with that flow, or with the list of problems. Nothing that is the program's own is
/// waited for.
pub fn require(context: &Context, loaded: &Loaded, id: Option<&str>, folder: Option<&Path>) -> Result<(), Exit> {
    if let Some(guard) = &loaded.pack.lost_guard {
        return flow(context, loaded, guard).map(drop);
    }
    require_flow(context, loaded, id, folder)
}

/// The same for a session that skips the guard's screen.
pub fn require_flow(context: &Context, loaded: &Loaded, id: Option<&str>, folder: Option<&Path>) -> Result<(), Exit> {
    let Some(id) = id else {
        if folder.is_none() || loaded.pack.flows.values().any(Flow::is_main) {
            return Ok(());
        }
        context.show_findings(&loaded.errors());
        context.complain(&Message::new("flow-none-sound"));
        return Err(Exit::Findings);
    };
    let own = Embedded::open();
    if folder.is_none() && (0..own.count()).any(|file| own.path(file) == format!("{id}.toml")) {
        return Ok(());
    }
    flow(context, loaded, id).map(drop)
}

/// The pack in `folder`, or the program's own, as far as it can be read; what cannot is told, and is the exit beside it.
pub fn what_is_left(context: &Context, folder: Option<&Path>, with_tests: bool) -> Result<(Loaded, Exit), Exit> {
    let Some(folder) = folder else { return Ok((pack(context, None, with_tests)?, Exit::Done)) };
    let Listing { files, lost } = library::listing(folder, with_tests).map_err(|error| refuse(context, &error))?;
    let exit = lost.iter().map(|lost| refuse(context, &lost.error)).fold(Exit::Done, Exit::max);
    let paths: Vec<&str> = lost.iter().map(|lost| lost.path.as_str()).collect();
    let (pack, diagnostics) = parse::read_what_is_left(&files, &paths, analysis::BUDGET);
    Ok((Loaded { pack, diagnostics, files: files.len() }, exit))
}

fn read(files: &[PackFile]) -> Loaded {
    read_proving(files, analysis::BUDGET)
}

/// The same with another budget for proving each flow.
fn read_proving(files: &[PackFile], budget: usize) -> Loaded {
    let (pack, diagnostics) = parse::read_pack_within(files, budget);
    Loaded { pack, diagnostics, files: files.len() }
}

/// An answers file; one with mistakes is refused with them.
pub fn answers(context: &Context, path: &Path) -> Result<Script, Exit> {
    let file = library::answers_file(path).map_err(|error| refuse_file(context, error, "answers-missing"))?;
    let (script, diagnostics) = parse::beside::read_answers(&file);
    let errors = errors_of(&diagnostics, |_| true);
    script.filter(|_| errors.is_empty()).ok_or_else(|| {
        context.show_findings(&errors);
        Exit::Usage
    })
}

/// Refuses answers that `flow` cannot have: of steps it does not reach, or values its steps do not take.
pub fn fitting(context: &Context, loaded: &Loaded, script: &Script, flow: &str) -> Result<(), Exit> {
    let walked = Script { flow: flow.to_owned(), ..script.clone() };
    let errors = errors_of(&parse::script::check(&walked, &loaded.pack), |_| true);
    if errors.is_empty() {
        return Ok(());
    }
    context.show_findings(&errors);
    Err(Exit::Usage)
}

/// The sound flow `id`; a flow with mistakes is refused with them, an unknown one with the nearest name.
pub fn flow<'l>(context: &Context, loaded: &'l Loaded, id: &str) -> Result<&'l Flow, Exit> {
    if let Some(flow) = loaded.pack.flows.get(id) {
        return Ok(flow);
    }
    if loaded.pack.unsound.iter().any(|unsound| unsound == id) {
        let file = format!("{id}.toml");
        let own = errors_of(&loaded.diagnostics, |source| source == file || source.ends_with(&format!("/{file}")));
        // A flow without mistakes of its own reaches one that has some.
        let shown = if own.is_empty() { errors_of(&loaded.diagnostics, |_| true) } else { own };
        context.show_findings(&shown);
        context.complain(&Message::new("flow-unsound").with("flow", id));
        return Err(Exit::Findings);
    }
    let known = loaded.pack.flows.keys().chain(&loaded.pack.unsound).map(String::as_str);
    context.complain(&unknown("flow-unknown", id, nearest(id, known)));
    context.say(&Message::new("flow-unknown-list"));
    Err(Exit::Usage)
}

/// The profile `id`; an unknown one is refused with those there are.
pub fn profile<'l>(context: &Context, loaded: &'l Loaded, id: &str) -> Result<&'l Profile, Exit> {
    let known = Some(&loaded.pack.generic).filter(|generic| generic.id == id);
    known.or_else(|| loaded.pack.profiles.get(id)).ok_or_else(|| {
        let known: Vec<String> = loaded.pack.profiles.keys().cloned().collect();
        context.complain(&Message::new("profile-unknown").with("profile", id).with("known", known));
        Exit::Usage
    })
}

/// Tells why the disk said no.
pub fn refuse(context: &Context, error: &LibraryError) -> Exit {
    context.complain(&error.message());
    Exit::Inaccessible
}

/// The same for a single file; `missing` says what should be there.
fn refuse_file(context: &Context, error: LibraryError, missing: &str) -> Exit {
    if error.problem != Problem::Missing {
        return refuse(context, &error);
    }
    context.complain(&Message::new(missing).with("path", error.path));
    Exit::Inaccessible
}

/// "There is no …", with the nearest name where there is one.
fn unknown(key: &str, name: &str, near: Option<&str>) -> Message {
    match near {
        Some(near) => Message::new(format!("{key}-nearest")).with("name", name).with("nearest", near),
        None => Message::new(key).with("name", name),
    }
}

fn errors_of(diagnostics: &[Diagnostic], wanted: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.filter(|diagnostic| wanted(&diagnostic.source.name)).cloned().collect()
}

impl Context {
    /// Shows findings on standard error, for a command that is about something else.
    pub fn show_findings(&self, diagnostics: &[Diagnostic]) {
        let shown = render::human::render(diagnostics, self.lang, self.error_color, self.width, secrets::blot);
        self.say_text(&shown);
    }
}
