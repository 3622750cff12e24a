//! What a scene file says. [`super`] explains how one is written.

use super::keys::{bytes_of, unescaped};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A scene, as its file tells it.
pub(super) struct Scene {
    pub(super) name: String,
    pub(super) path: PathBuf,
    /// What stands for the words in braces.
    pub(super) with: String,
    pub(super) steps: Vec<Step>,
}

/// One thing that happens or is looked at, and the line that says so.
pub(super) struct Step {
    /// From 0.
    pub(super) line: usize,
    pub(super) deed: Deed,
}

pub(super) enum Deed {
    /// Columns and rows of the windows that are opened from now on.
    Size(u16, u16),
    /// A variable for the programs that are started from now on.
    Variable(String, String),
    /// Whether windows opened from now on break rows that became too wide, or cut them off.
    Breaks(bool),
    /// A server that says nothing, and a provider whose hosts it is.
    Server,
    /// Where the inputs and outputs of the next program go, as a shell writes it.
    Redirect(String),
    /// Starts the program in a window of its own.
    Run(String),
    /// Starts a shell in a window of its own, and types the command there.
    Shell(String),
    /// What is typed, at once or byte by byte.
    Send(String, Option<Duration>),
    /// Nothing happens for so long, and a little longer at most.
    Pause(Duration),
    /// The window gets another size.
    Resize(u16, u16),
    /// A signal by name.
    Signal(String),
    /// Something stands on the screen.
    Wait(String),
    /// Something does not stand there any more.
    Gone(String),
    /// The screen, from the last row that says this where it says anything.
    Expect(String, Vec<String>),
    /// The cursor: whether it can be seen, and its row and column, from 0.
    Cursor(String),
    /// Bytes that the program has written, or never.
    Sent(String, bool),
    /// Nothing that the program has written lies outside of ASCII.
    SentAscii,
    /// The program has written nothing but lines: no escape, no return but at the end of a line, no other control.
    SentLines,
    /// Whether the screen has colours.
    Colours(bool),
    /// The terminal is as a shell expects it, or as a prompt needs it.
    Tty(bool),
    /// The program ends with this code.
    Exit(u32),
    /// The window is closed, after keys that make the program write something, and the program ends with such a code.
    Close(String, Vec<u32>),
    /// The file of that name says this.
    File(String, String),
    /// The journal says this, or nowhere.
    Saved(String, bool),
}

impl Scene {
    /// The scenes of that file, one for each of its lines that say with what; mistakes in it end the test.
    pub(super) fn read(path: &Path) -> Vec<Self> {
        let text = std::fs::read_to_string(path).expect("a scene");
        let with: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("with: ")).collect();
        match with.as_slice() {
            [] => vec![Self::with(path, &text, "")],
            several => several.iter().map(|with| Self::with(path, &text, with)).collect(),
        }
    }

    fn with(path: &Path, text: &str, with: &str) -> Self {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let mut steps: Vec<Step> = Vec::new();
        for (line, written) in text.lines().enumerate() {
            if written.trim().is_empty() || written.starts_with('#') || written.starts_with("with: ") {
                continue;
            }
            let wrong = |wrong: &str| -> ! { panic!("{name}:{}: {wrong}", line + 1) };
            let written = filled_in(written, with);
            if let Some(row) = written.strip_prefix('|') {
                match steps.last_mut().map(|step| &mut step.deed) {
                    Some(Deed::Expect(_, rows)) => {
                        rows.push(row.strip_prefix(' ').unwrap_or(row).to_owned());
                    }
                    _ => wrong("nothing is expected here"),
                }
                continue;
            }
            let deed = deed(&written).unwrap_or_else(|why| wrong(&why));
            steps.push(Step { line, deed });
        }
        Self { name, path: path.to_owned(), with: with.to_owned(), steps }
    }

    /// What it is called where it fails.
    pub(super) fn shown(&self) -> String {
        format!("{} {}", self.name, self.with).trim_end().to_owned()
    }

    /// The file with other rows expected, and the cursor elsewhere.
    pub(super) fn bless(&self, seen: &[(usize, Vec<String>)]) {
        let text = std::fs::read_to_string(&self.path).expect("a scene");
        let mut out = String::new();
        let mut replaced = false;
        for (at, line) in text.lines().enumerate() {
            if replaced && line.starts_with('|') {
                continue;
            }
            replaced = false;
            let Some((_, rows)) = seen.iter().find(|(line, _)| *line == at) else {
                out.extend([line, "\n"]);
                continue;
            };
            if line.starts_with("cursor:") {
                out.extend(["cursor: ", &rows.concat(), "\n"]);
                continue;
            }
            replaced = true;
            out.extend([line, "\n"]);
            out.extend(rows.iter().map(|row| format!("| {row}").trim_end().to_owned() + "\n"));
        }
        std::fs::write(&self.path, out).expect("the scene can be written");
    }
}

/// With the words of `NAME=word NAME=word` in place of their names in braces.
fn filled_in(line: &str, with: &str) -> String {
    with.split(' ')
        .filter_map(|pair| pair.split_once('='))
        .fold(line.to_owned(), |line, (name, word)| line.replace(&format!("{{{name}}}"), word))
}

fn deed(line: &str) -> Result<Deed, String> {
    let (verb, rest) = line.split_once(':').ok_or_else(|| format!("no verb: {line}"))?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let owned = || rest.to_owned();
    let (verb, more) = verb.split_once(' ').unwrap_or((verb, ""));
    Ok(match (verb, more) {
        ("size", "") => size(rest).map(|(columns, rows)| Deed::Size(columns, rows))?,
        ("resize", "") => size(rest).map(|(columns, rows)| Deed::Resize(columns, rows))?,
        ("env", "") => {
            let (name, value) = rest.split_once('=').ok_or("NAME=VALUE")?;
            Deed::Variable(name.to_owned(), value.to_owned())
        }
        ("window", "") if rest == "breaks" || rest == "cuts" => Deed::Breaks(rest == "breaks"),
        ("server", "") if rest == "silent" => Deed::Server,
        ("redirect", "") => Deed::Redirect(owned()),
        ("run", "") => Deed::Run(owned()),
        ("shell", "") => Deed::Shell(owned()),
        ("keys", "") => Deed::Send(bytes_of(rest)?, None),
        ("type", "") => Deed::Send(owned(), None),
        ("raw", "") => Deed::Send(unescaped(rest)?, None),
        ("paste", "") => Deed::Send(format!("\x1b[200~{}\x1b[201~", unescaped(rest)?), None),
        ("slowly", pause) => Deed::Send(unescaped(rest)?, Some(milliseconds(pause)?)),
        ("pause", "") => Deed::Pause(milliseconds(rest)?),
        ("signal", "") => Deed::Signal(owned()),
        ("wait", "") => Deed::Wait(owned()),
        ("gone", "") => Deed::Gone(owned()),
        ("expect", "") if rest.is_empty() => Deed::Expect(String::new(), Vec::new()),
        ("expect", "from") => Deed::Expect(owned(), Vec::new()),
        ("cursor", "") => Deed::Cursor(owned()),
        ("sent", "") => Deed::Sent(unescaped(rest)?, true),
        ("sent", "only") if rest == "ascii" => Deed::SentAscii,
        ("sent", "only") if rest == "lines" => Deed::SentLines,
        ("colours", "") if rest == "some" || rest == "none" => Deed::Colours(rest == "some"),
        ("never", "sent") => Deed::Sent(unescaped(rest)?, false),
        ("tty", "") if rest == "sane" || rest == "raw" => Deed::Tty(rest == "sane"),
        ("exit", "") => Deed::Exit(rest.parse().map_err(|_| "a code")?),
        ("close", codes) => {
            let codes: Result<Vec<u32>, _> = codes.split(" or ").map(str::parse).collect();
            Deed::Close(bytes_of(rest)?, codes.map_err(|_| "close 129: keys")?)
        }
        ("file", name) => Deed::File(name.to_owned(), owned()),
        ("saved", "") => Deed::Saved(owned(), true),
        ("never", "saved") => Deed::Saved(owned(), false),
        _ => return Err(format!("nobody knows how to do this: {line}")),
    })
}

fn milliseconds(text: &str) -> Result<Duration, String> {
    let number = text.strip_suffix("ms").and_then(|number| number.parse().ok());
    number.map(Duration::from_millis).ok_or_else(|| format!("20ms, not {text}"))
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text.split_once('x').map(|(columns, rows)| (columns.parse(), rows.parse()));
    match parts {
        Some((Ok(columns), Ok(rows))) => Ok((columns, rows)),
        _ => Err(format!("no size: {text}")),
    }
}
