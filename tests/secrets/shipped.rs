//! What the program ships, and what its pages say, holds nothing that looks like a secret: otherwise an output would be
//! masked that no person wrote a word of.

use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};
use walletfix::flow::step::TextFormat;
use walletfix::secrets::find;

/// Lines that may look like a secret: a part of the line, and why it may.
const EXCUSED: [(&str, &str); 3] = [
    ("legal winner thank year wave", "the READMEs show how a recovery phrase is refused, with a vector of BIP-39"),
    ("5ec2a2868ecf6497bea7a36fdb2aaf5e", "answers to the question for a transaction hash, in tests of flows"),
    ("e3bf3d07d4b0375638d5f1db5255fe07", "the same, of a transaction on Bitcoin"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with one of these endings.
fn files(folder: &Path, endings: &[&str], out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, endings, out);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|other| ending == *other)) {
            out.push(path);
        }
    }
}

fn shipped() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for folder in ["flows", "examples", "src/i18n"] {
        files(&root().join(folder), &["toml", "ftl", "md"], &mut paths);
    }
    for name in ["README.md", "README.zh-CN.md", "CHANGELOG.md"] {
        paths.push(root().join(name));
    }
    paths.sort();
    paths
}

/// Every string in a TOML file, as the program will show it.
fn strings(value: &DeValue<'_>, out: &mut Vec<String>) {
    match value {
        DeValue::String(text) => out.push(text.to_string()),
        DeValue::Array(values) => values.iter().for_each(|value| strings(value.get_ref(), out)),
        DeValue::Table(table) => table.values().for_each(|value| strings(value.get_ref(), out)),
        _ => {}
    }
}

#[test]
fn what_is_shipped_looks_like_no_secret() {
    let (mut lines, mut alarms) = (0, Vec::new());
    for path in shipped() {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut parts: Vec<String> = text.lines().map(str::to_owned).collect();
        if path.extension().is_some_and(|ending| ending == "toml") {
            DeTable::parse(&text).unwrap().get_ref().values().for_each(|value| strings(value.get_ref(), &mut parts));
        }
        for part in parts {
            lines += 1;
            if EXCUSED.iter().any(|(excused, _)| part.contains(excused)) {
                continue;
            }
            for found in find(&part, TextFormat::Free) {
                let path = path.strip_prefix(root()).unwrap().display().to_string();
                alarms.push(format!("{path}: {part:?}: {} {:?}", found.kind.id(), &part[found.span]));
            }
        }
    }
    assert!(lines > 1000, "{lines}");
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

#[test]
fn an_excuse_is_needed() {
    let all: Vec<String> = shipped().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for (part, reason) in EXCUSED {
        assert!(all.iter().any(|text| text.contains(part)), "nothing says {part:?} any more ({reason})");
        assert!(all.iter().flat_map(|text| text.lines()).any(|line| !find(line, TextFormat::Free).is_empty()));
    }
}
