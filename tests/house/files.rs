//! Files of one thought, with names that say which.

use super::sources::sources;

#[test]
fn files_are_short() {
    let mut lengths: Vec<(usize, String)> =
        sources(&["src"]).iter().map(|source| (source.shipped().lines().count(), source.path.clone())).collect();
    lengths.sort();
    let too_long: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > 400).collect();
    assert!(too_long.is_empty(), "over 400 lines without tests: {too_long:?}");
    let (median, path) = &lengths[lengths.len() / 2];
    assert!(*median < 150, "the median file is {path} with {median} lines");
}

#[test]
fn no_drawer_for_everything() {
    for source in sources(&["src", "tests"]) {
        for word in ["util", "utils", "helper", "helpers", "common", "misc", "manager"] {
            let named = source.path.split(['/', '.', '_']).any(|part| part == word);
            assert!(!named, "{} is named after nothing", source.path);
        }
    }
}

#[test]
fn nothing_is_left_for_later() {
    for source in sources(&["src"]) {
        for (line, text) in source.text.lines().enumerate() {
            for word in ["todo!", "unimplemented!", "dbg!", "FIXME", "TODO", "XXX"] {
                assert!(!text.contains(word), "{}:{}: {word}", source.path, line + 1);
            }
        }
    }
}

#[test]
fn imports_are_by_name() {
    for source in sources(&["src"]) {
        for (line, text) in source.code() {
            let text = text.trim_start();
            let glob = (text.starts_with("use ") || text.starts_with("pub use ")) && text.ends_with("::*;");
            assert!(!glob, "{}:{line}: imports everything, so nobody can see what it needs", source.path);
        }
    }
}

#[test]
fn every_room_says_what_it_is_for() {
    for source in sources(&["src"]) {
        assert!(source.text.starts_with("//! "), "{} does not begin by saying what it is for", source.path);
    }
}

#[test]
fn the_architecture_page_names_every_room() {
    let page = sources(&["src"]).into_iter().find(|source| source.path == "src/lib.rs").expect("lib.rs").text;
    for room in page.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')) {
        assert!(page.contains(&format!("[`{room}`]")), "{room} is not on the architecture page");
    }
}
