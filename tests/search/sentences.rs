//! `tests/search/*.tsv`: a flow and a sentence that somebody would say. Every file is read; adding one adds no code.
//!
//! `tuning.tsv` and `imagined.tsv` were looked at while the word list grew, so that their scores flatter. `held-back.tsv`
//! was written before it, from the ids of the flows alone, and is the one that counts.

use super::{found, pack};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// So many of a hundred sentences find their flow among the first three.
const AIM: usize = 95;

/// What the sentences of a file come to.
struct Score {
    name: String,
    all: usize,
    first: usize,
    three: usize,
    misses: String,
}

fn score(path: &Path) -> Score {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("flow\tsentence"), "{name}");
    let mut score = Score { name, all: 0, first: 0, three: 0, misses: String::new() };
    for line in lines {
        let (flow, sentence) = line.split_once('\t').unwrap_or_else(|| panic!("{}: {line}", score.name));
        assert!(pack().flows.contains_key(flow), "{}: there is no flow {flow}", score.name);
        let found = found(sentence);
        let best = &found[..found.len().min(3)];
        score.all += 1;
        score.first += usize::from(best.first() == Some(&flow));
        if best.contains(&flow) {
            score.three += 1;
        } else {
            let _ = writeln!(score.misses, "  {flow}: {sentence}\n    {best:?}");
        }
    }
    score
}

#[test]
fn the_right_flow_is_among_the_first_three() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    let scores: Vec<Score> = files.iter().map(|path| score(path)).collect();
    for Score { name, all, first, three, misses } in &scores {
        println!("{name}: first {first}, among three {three} of {all}\n{misses}");
    }
    assert!(scores.iter().any(|score| score.name == "tuning.tsv"));
    let short: Vec<&str> =
        scores.iter().filter(|score| score.three * 100 < score.all * AIM).map(|score| score.name.as_str()).collect();
    assert!(short.is_empty(), "fewer than {AIM} of 100 in {short:?}");
}
