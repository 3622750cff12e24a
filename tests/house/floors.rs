//! Who may know whom. A room imports rooms of lower floors; sideways only where it is listed; never up.

use super::sources::{Source, sources};

/// The floors, lowest first. A room that stands nowhere here is a mistake.
const FLOORS: [&[&str]; 7] = [
    // Words that mean the same everywhere, and the terminal that is always given back.
    &["source", "deflated", "wording", "palette", "i18n", "terminal", "zone"],
    // Nouns.
    &["diagnostic", "flow", "profile", "script", "pack"],
    // Small arts on nouns: what is asked, what was answered, when and where somebody is there, whose
    // host it is, whether a pasted summary is whole.
    &["prompt", "answer", "hours", "contact", "secrets", "domain", "seal"],
    // Engines and edges; none knows another.
    &["parse", "lint", "analysis", "session", "probe", "search", "library"],
    // Readers of what happened.
    &["record", "summary", "explain"],
    // The one loop.
    &["walk", "flowtest", "replay"],
    // The command.
    &["cli"],
];

/// Steps sideways, each with its reason.
const SIDEWAYS: &[(&str, &str)] = &[
    // Sentences lie in the program.
    ("i18n", "deflated"),
    // A list in a sentence is joined as the language joins it, which needs to know the language.
    ("i18n", "wording"),
    ("wording", "i18n"),
    // A screen shows the channels of a purpose; profiles hold texts, amounts and waits.
    ("flow", "profile"),
    ("profile", "flow"),
    // A step that is being read says what is wrong with it, also with a literal that a file gives.
    ("flow", "diagnostic"),
    ("flow", "script"),
    // A test sets the clock by a wait.
    ("script", "flow"),
    // A pack is made of the nouns.
    ("pack", "flow"),
    ("pack", "profile"),
    ("pack", "script"),
    // What can be said at every prompt is read like an answer.
    ("answer", "prompt"),
    // A list shows which option a word means, as the answer will be read, and keeps no removed text that looks like a secret.
    ("prompt", "answer"),
    ("prompt", "secrets"),
    // A channel is open or closed.
    ("contact", "hours"),
    // A flow's test is a walk with a script.
    ("flowtest", "walk"),
    // Going a way again shows the screens of a walk.
    ("replay", "walk"),
    // A pack is sound when reading and rules say so.
    ("parse", "lint"),
    ("parse", "analysis"),
];

/// What the outside world is, and the only places that may touch it.
const OUTSIDE: [(&[&str], &[&str]); 6] = [
    (&["clap::", "clap_complete::", "clap_mangen::", "sys_locale::", "etcetera::"], &["src/cli/"]),
    (&["std::env::", "env::var", "env::args"], &["src/cli/", "src/main.rs"]),
    // A session's id is made from the clock only where the system has no randomness. Whether this computer's clock is right
    // is asked of that clock, not of the session's.
    (
        &["SystemTime::now", "Timestamp::now", "Zoned::now", "Utc::now", "Local::now"],
        &["src/cli/", "src/record/folder.rs", "src/probe/remote/clock/"],
    ),
    (&["toml::"], &["src/parse/"]),
    (&["dialoguer::", "indicatif::"], &["src/prompt/rich"]),
    // The command asks for the size of the terminal once; everything else about it is the prompters' matter.
    (&["console::"], &["src/prompt/rich", "src/cli/context.rs"]),
];

/// Where files and sockets may be touched. The library behind the zones reads their tables too, only all their names first.
/// Standard input that is no console of Windows is read as a file.
const DISK: (&[&str], &[&str]) = (
    &["std::fs", "File::open"],
    &["src/library/", "src/record", "src/cli/", "src/zone", "src/terminal/windows/typing.rs"],
);
// What a host name looks like needs the shapes of numbers, and no socket.
const NETWORK: (&[&str], &[&str]) = (&["std::net", "reqwest::", "tokio::"], &["src/probe/", "src/domain/host.rs"]);

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms that a source imports, with the lines where it does.
fn imports(source: &Source) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for (line, text) in source.code() {
        for (at, _) in text.match_indices("crate::") {
            let rest = &text[at + "crate::".len()..];
            let names = match rest.strip_prefix('{') {
                Some(group) => group.split([',', '}']).map(str::trim).collect(),
                None => vec![rest],
            };
            for name in names {
                let room: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if !room.is_empty() {
                    all.push((line, room));
                }
            }
        }
    }
    all
}

#[test]
fn every_room_has_a_floor() {
    for source in sources(&["src"]) {
        let room = source.room();
        assert!(["main", "lib"].contains(&room) || floor(room).is_some(), "{room} stands on no floor");
    }
    for (from, to) in SIDEWAYS {
        assert_eq!(floor(from), floor(to), "{from} to {to} is no step sideways");
    }
}

#[test]
fn nobody_imports_upwards() {
    let mut wrong = Vec::new();
    for source in sources(&["src"]) {
        let room = source.room();
        let Some(own) = floor(room) else { continue };
        for (line, other) in imports(&source) {
            let Some(others) = floor(&other) else { continue };
            let sideways = others == own && other != room && !SIDEWAYS.contains(&(room, other.as_str()));
            if others > own || sideways {
                wrong.push(format!("{}:{line}: {room} may not know {other}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_outside_world_is_met_in_few_places() {
    let mut wrong = Vec::new();
    for source in sources(&["src"]) {
        for (names, places) in OUTSIDE.iter().chain([&DISK, &NETWORK]) {
            if places.iter().any(|place| source.path.starts_with(place)) {
                continue;
            }
            for (line, text) in source.code() {
                // `datetime::` and the like are other names that end alike.
                let found = names.iter().find(|name| {
                    let before = text.find(**name).map(|at| text[..at].chars().next_back());
                    before.is_some_and(|before| before.is_none_or(|c| !c.is_alphanumeric() && c != '_'))
                });
                if let Some(name) = found {
                    wrong.push(format!("{}:{line}: {name} belongs into {}", source.path, places.join(", ")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
