//! Whether a named test is there: a function with `#[test]`, or a case file that has the name in it.

use super::Line;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every test by its path, such as `session::back_offers_the_answer_that_it_took_away`.
pub(super) fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for folder in ["tests", "src"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut files = Vec::new();
        sources(&root, &mut files);
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            let path = file.strip_prefix(&root).unwrap().with_extension("");
            let mut module: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
            if module.last() == Some(&"mod") {
                module.pop();
            }
            let mut marked = false;
            for line in text.lines().map(str::trim) {
                if let Some(rest) = line.strip_prefix("fn ").filter(|_| marked) {
                    let name = rest.split(['(', '<']).next().unwrap_or_default();
                    found.insert(format!("{}::{name}", module.join("::")));
                }
                // Attributes may stand between.
                marked = line == "#[test]" || (marked && line.starts_with("#["));
            }
        }
    }
    found
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// What is wrong with the test of a line.
pub(super) fn lacks(line: &Line, tests: &BTreeSet<String>) -> Option<String> {
    let place = line.test;
    if !place.contains('/') {
        return (!tests.contains(place)).then(|| format!("there is no test {place}"));
    }
    let Ok(text) = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(place)) else {
        return Some(format!("there is no case {place}"));
    };
    let word = written(line);
    let knows = if line.kind == "unit" { has_unit(&text, &word) } else { has_word(&text, &word) };
    (!knows).then(|| format!("{place} does not know {word}"))
}

/// How a file writes the name.
fn written(line: &Line) -> String {
    let last = |separator: char| line.name.rsplit(separator).next().unwrap_or(line.name);
    match (line.kind, line.name) {
        ("placeholder", "{run.fact}") => ".inner}".to_owned(),
        ("placeholder", "{fact}") => "{symptom}".to_owned(),
        ("placeholder", "{fact.rest}") => ".rest}".to_owned(),
        ("placeholder", "{fact.count}") => ".count}".to_owned(),
        ("placeholder", "{profile.path}") => "{profile.".to_owned(),
        ("condition", "FACT") => "sure".to_owned(),
        ("profile key", path) => path.trim_end_matches('*').to_owned(),
        ("input of a probe", _) => last('.').to_owned(),
        ("result of a probe", name) if name.ends_with(')') => name.split(' ').next().unwrap_or_default().to_owned(),
        ("result of a probe", _) => last(' ').to_owned(),
        _ => line.name.to_owned(),
    }
}

/// Whether the word stands there on its own.
fn has_word(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let (head, tail) = (word.starts_with(part), word.ends_with(part));
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(part);
        let after = text[at + word.len()..].chars().next().is_some_and(part);
        !((head && before) || (tail && after))
    })
}

/// Whether a number with that unit stands there.
fn has_unit(text: &str, unit: &str) -> bool {
    text.match_indices(unit)
        .any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[at + unit.len()..].starts_with('"'))
}
