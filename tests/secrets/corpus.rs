//! The corpus as it stands in files.

use std::path::{Path, PathBuf};
use walletfix::flow::step::TextFormat;
use walletfix::secrets::Kind;

/// A text with a secret in it.
#[derive(Debug, Clone)]
pub(crate) struct Secret {
    /// File and line.
    pub(crate) place: String,
    pub(crate) kind: Kind,
    /// A checksum or an unmistakable form proves it; otherwise only context tells.
    pub(crate) exact: bool,
    pub(crate) format: TextFormat,
    /// What must not survive: the characters, or the words of a phrase.
    pub(crate) core: String,
    pub(crate) text: String,
}

/// A text without a secret.
#[derive(Debug, Clone)]
pub(crate) struct Benign {
    /// File and line.
    pub(crate) place: String,
    pub(crate) format: TextFormat,
    pub(crate) text: String,
}

/// Where the tables lie.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/secrets/corpus")
}

/// Every secret of every table, in the order of file names and lines.
pub(crate) fn secrets() -> Vec<Secret> {
    let mut all = Vec::new();
    for (place, cells) in rows("secrets") {
        let [kind, sure, format, core, text] = cells.as_slice() else { panic!("{place}: five cells, not {cells:?}") };
        let exact = match sure.as_str() {
            "exact" => true,
            "context" => false,
            other => panic!("{place}: {other:?} is neither exact nor context"),
        };
        let kind = Kind::named(kind).unwrap_or_else(|| panic!("{place}: no kind {kind:?}"));
        let format = format_of(&place, format);
        all.push(Secret { place, kind, exact, format, core: core.clone(), text: text.clone() });
    }
    all
}

/// Every harmless text of every table.
pub(crate) fn benign() -> Vec<Benign> {
    let mut all = Vec::new();
    for (place, cells) in rows("benign") {
        let [format, text] = cells.as_slice() else { panic!("{place}: two cells, not {cells:?}") };
        let format = format_of(&place, format);
        all.push(Benign { place, format, text: text.clone() });
    }
    all
}

fn format_of(place: &str, word: &str) -> TextFormat {
    let row = TextFormat::ALL.iter().find(|(name, _)| *name == word);
    row.unwrap_or_else(|| panic!("{place}: no format {word:?}")).1
}

fn rows(kind: &str) -> Vec<(String, Vec<String>)> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder().join(kind)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut rows = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# "), "{name} does not begin by saying what is in it");
        for (line, text) in text.lines().enumerate().filter(|(_, text)| !text.starts_with('#') && !text.is_empty()) {
            rows.push((format!("{kind}/{name}:{}", line + 1), text.split('\t').map(unescaped).collect()));
        }
    }
    rows
}

/// A cell as it was written: `\n`, `\t` and `\\` stand for what they mean in Rust.
fn unescaped(cell: &str) -> String {
    let mut out = String::new();
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('\\') => out.push('\\'),
                other => panic!("{cell:?}: \\{other:?} means nothing"),
            },
            other => out.push(other),
        }
    }
    out
}

/// The other way round.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t")
}

#[test]
fn the_corpus_is_as_large_as_promised() {
    let (secrets, benign) = (secrets(), benign());
    assert!(secrets.len() >= 400, "{} secrets", secrets.len());
    assert!(benign.len() >= 700, "{} harmless texts", benign.len());
    for (name, kind) in Kind::ALL {
        let count = secrets.iter().filter(|secret| secret.kind == kind).count();
        assert!(count >= 5, "{count} secrets of kind {name}");
    }
    let han = |text: &str| text.chars().any(|character| matches!(character, '\u{4e00}'..='\u{9fff}'));
    let chinese = benign.iter().filter(|benign| han(&benign.text)).count();
    assert!(
        chinese * 10 > benign.len() * 4 && chinese * 10 < benign.len() * 6,
        "{chinese} of {} in Chinese",
        benign.len()
    );
    let prose = |file: &str| benign.iter().filter(|benign| benign.place.starts_with(file)).count();
    assert!(prose("benign/prose-zh") >= 150 && prose("benign/prose-en") >= 150);
}

#[test]
fn every_secret_holds_its_core() {
    for secret in secrets() {
        assert!(!secret.core.is_empty(), "{}", secret.place);
        let leak = super::mask::leak(&secret, &secret.text);
        assert!(leak.is_some(), "{}: {:?} is not in {:?}", secret.place, secret.core, secret.text);
    }
}

#[test]
fn no_case_stands_twice() {
    let mut texts: Vec<(String, String)> = secrets().into_iter().map(|secret| (secret.text, secret.place)).collect();
    texts.extend(benign().into_iter().map(|benign| (benign.text, benign.place)));
    texts.sort();
    for pair in texts.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "{} and {}", pair[0].1, pair[1].1);
    }
}
