//! The pitfalls that libraries for prompts have (see the comments in the scenes): each has a scene that fails where its
//! remedy is taken away, or lies in a widget that is used nowhere.

use super::all;
use std::path::{Path, PathBuf};

/// Numbers of the pitfalls.
const PITFALLS: std::ops::RangeInclusive<u32> = 1..=24;

/// Those of widgets that are used nowhere, with what a source says that uses them: a search that spins without a terminal and
/// mistakes equal labels, a field for secrets that takes Escape for a character, and columns that are padded.
const UNUSED: [(u32, &str); 4] = [(9, "FuzzySelect"), (10, "FuzzySelect"), (18, "Password"), (23, "pad_str")];

#[test]
fn each_pitfall_has_a_scene() {
    let scenes = all();
    for number in PITFALLS.filter(|number| UNUSED.iter().all(|(unused, _)| unused != number)) {
        let begin = format!("p{number:02}-");
        assert!(scenes.iter().any(|scene| scene.name.starts_with(&begin)), "no scene for P{number}");
    }
}

#[test]
fn widgets_with_the_other_pitfalls_are_used_nowhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    sources_in(&root.join("src"), &mut sources);
    assert!(sources.len() > 100, "{sources:?}");
    for path in sources {
        let text = std::fs::read_to_string(&path).expect("a source");
        for (number, name) in UNUSED {
            // A secret has a kind that is called so too.
            let uses = text.contains(name) && (text.contains("dialoguer") || text.contains("console"));
            assert!(!uses, "P{number}: {} uses {name}", path.display());
        }
    }
    // Nor are they built.
    let manifest = std::fs::read_to_string(root.join("Cargo.toml")).expect("the manifest");
    for line in manifest.lines().filter(|line| line.starts_with("dialoguer")) {
        assert!(line.contains("default-features = false"), "{line}");
        assert!(!line.contains("fuzzy-select") && !line.contains("password"), "{line}");
    }
}

#[test]
fn there_are_scenes_in_both_languages_and_in_every_size() {
    let scenes = all();
    assert!(scenes.len() >= 60, "{}", scenes.len());
    let read = |name: &Path| std::fs::read_to_string(name).expect("a scene");
    for lang in ["--lang zh", "--lang en"] {
        for size in ["size: 40x20", "size: 20x8", ""] {
            let fits = |text: &str| {
                text.contains(lang)
                    && if size.is_empty() {
                        !text.contains("size: ") || text.contains("size: 80x24")
                    } else {
                        text.contains(size)
                    }
            };
            assert!(scenes.iter().any(|scene| fits(&read(&scene.path))), "no scene with {lang} and {size}");
        }
    }
}

fn sources_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources_in(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
