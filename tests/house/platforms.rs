//! What only one system has stands behind a gate, so that the program builds on all of them; and behind a seam stands the
//! same on every system.

use super::sources::{Source, sources};
use std::collections::BTreeSet;

/// What a gate lets through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Unix,
    Windows,
}

/// What gives away that a line works on one of them only.
const SIGNS: [(&str, System); 10] = [
    ("std::os::unix", System::Unix),
    ("std::os::fd", System::Unix),
    ("libc::", System::Unix),
    ("signal_hook::", System::Unix),
    ("\"/dev/", System::Unix),
    ("\"/proc/", System::Unix),
    ("\"/etc/", System::Unix),
    ("\"/usr/", System::Unix),
    ("std::os::windows", System::Windows),
    ("windows_sys::", System::Windows),
];

/// The system that an attribute asks for.
fn gate(line: &str) -> Option<System> {
    let asked = line.trim_start().strip_prefix("#[cfg(")?.split(")]").next()?;
    match asked {
        "unix" | "target_os = \"linux\"" | "target_os = \"macos\"" => Some(System::Unix),
        "windows" => Some(System::Windows),
        _ => None,
    }
}

/// How far brackets open or close on a line, those in texts left out.
fn opening(line: &str) -> i32 {
    let mut depth = 0;
    let (mut in_text, mut escaped) = (false, false);
    let signs: Vec<char> = line.chars().collect();
    for (at, sign) in signs.iter().enumerate() {
        // `'{'` and `'"'`.
        let is_quoted = at > 0 && signs[at - 1] == '\'' && signs.get(at + 1) == Some(&'\'');
        match sign {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' if !is_quoted => in_text = !in_text,
            '{' | '(' | '[' if !in_text && !is_quoted => depth += 1,
            '}' | ')' | ']' if !in_text && !is_quoted => depth -= 1,
            _ => {}
        }
    }
    depth
}

/// Lines with the systems they are gated to, from the innermost gate.
fn gated(source: &Source) -> Vec<(usize, &str, Vec<System>)> {
    let mut depth = 0;
    // The depth at which each gate stands, and whether what it is for has begun.
    let mut gates: Vec<(System, i32)> = Vec::new();
    let mut lines = Vec::new();
    for (at, line) in source.text.lines().enumerate() {
        let code = line.split(" // ").next().unwrap_or(line);
        let text = code.trim();
        if text.starts_with("//") {
            continue;
        }
        if let Some(system) = gate(line) {
            gates.push((system, depth));
            continue;
        }
        lines.push((at + 1, line, gates.iter().map(|(system, _)| *system).collect()));
        depth += opening(code);
        let ends = text.ends_with([';', '}', ',']);
        if !text.starts_with("#[") && ends {
            gates.retain(|(_, from)| *from < depth);
        }
    }
    lines
}

/// Files and folders that are built on one system only, by their paths without the ending.
fn one_sided(all: &[Source]) -> Vec<(String, System)> {
    let mut found = Vec::new();
    for source in all {
        let stem = source.path.trim_end_matches(".rs");
        let folder = match stem.rsplit_once('/') {
            Some((folder, "mod" | "main" | "lib")) => folder,
            _ => stem,
        };
        for (_, line, systems) in gated(source) {
            let module = line.trim().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            if let (Some(name), [system]) =
                (module.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')), &*systems)
            {
                found.push((format!("{folder}/{name}"), *system));
            }
            for (name, system) in [("unix", System::Unix), ("windows", System::Windows)] {
                let named = line.trim().strip_prefix(&format!("#[cfg_attr({name}, path = \""));
                if let Some(path) = named.and_then(|rest| rest.strip_suffix("\")]")) {
                    let beside = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                    found.push((format!("{beside}/{}", path.trim_end_matches(".rs")), system));
                }
            }
        }
    }
    found
}

#[test]
fn nothing_of_one_system_stands_without_a_gate() {
    let all: Vec<Source> = sources(&["src", "tests", "benches"]);
    let one_sided = one_sided(&all);
    assert!(one_sided.len() > 10, "{one_sided:?}");
    let mut seen = 0;
    for source in all.iter().filter(|source| source.path != "tests/house/platforms.rs") {
        let stem = source.path.trim_end_matches(".rs");
        let is_below =
            |above: &str| stem == above || stem.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'));
        let whole: Vec<System> =
            one_sided.iter().filter(|(above, _)| is_below(above)).map(|(_, system)| *system).collect();
        for (number, line, systems) in gated(source) {
            // Tests speak of paths, and say themselves where they can run.
            let (is_shipped, is_test) = (number <= source.shipped().lines().count(), !source.path.starts_with("src/"));
            let counts = |sign: &str| if sign.starts_with('"') { is_shipped && !is_test } else { true };
            for (sign, system) in SIGNS.iter().filter(|(sign, _)| line.contains(sign) && counts(sign)) {
                seen += 1;
                let is_gated = whole.contains(system) || systems.contains(system);
                assert!(is_gated, "{}:{number}: {sign} is there on {system:?} only, and no gate says so", source.path);
            }
        }
    }
    assert!(seen > 50, "only {seen} lines were looked at");
}

/// What a file offers with these words before it; `fn read(buffer: &mut [u8])` and `fn read(_buffer: &mut [u8])` are the
/// same to whoever calls it.
fn functions(source: &Source, offer: &str) -> BTreeSet<String> {
    let heads = source.code().filter_map(|(_, line)| line.strip_prefix(offer));
    heads.map(|head| head.trim_end_matches(['{', '}', ' ']).replace("(_", "(").replace(", _", ", ")).collect()
}

#[test]
fn behind_the_seam_of_the_terminal_is_the_same_on_every_system() {
    let all = sources(&["src/terminal"]);
    let of = |name: &str| {
        let (file, folder) = (format!("src/terminal/{name}.rs"), format!("src/terminal/{name}/"));
        let mut found = functions(all.iter().find(|source| source.path == file).expect("a system"), "pub(super) fn ");
        for part in all.iter().filter(|source| source.path.starts_with(&folder)) {
            found.append(&mut functions(part, "pub(in crate::terminal) fn "));
        }
        found
    };
    // What the terminal asks of one system only it has to ask behind a gate.
    let terminal = sources(&["src"]).into_iter().find(|source| source.path == "src/terminal.rs").expect("terminal.rs");
    let gated = gated(&terminal);
    let of_unix_only = |head: &String| {
        let name = head.split('(').next().unwrap_or_default();
        gated
            .iter()
            .any(|(_, line, systems)| line.contains(&format!("system::{name}(")) && systems.contains(&System::Unix))
    };
    let mut unix = of("unix");
    unix.retain(|head| !of_unix_only(head));
    assert!(unix.len() > 8 && unix.iter().any(|head| head.starts_with("watch(")), "{unix:?}");
    for other in ["windows", "elsewhere"] {
        assert_eq!(of(other), unix, "{other}");
    }
}

#[test]
fn a_gate_ends_where_it_should() {
    let text = "#[cfg(unix)]\nuse a::b;\nuse c;\nfn f() {\n    #[cfg(unix)]\n    if x {\n        y();\n    }\n    \
                z(\"{\", '{');\n    #[cfg(windows)]\n    fn w(\n        a: u8,\n    ) {\n        v();\n    }\n    u();\n}\n\
                #[cfg(not(unix))]\nfn n() {}\n";
    let source = Source { path: "src/x.rs".to_owned(), text: text.to_owned() };
    let found: Vec<(usize, usize)> =
        gated(&source).iter().filter(|line| !line.2.is_empty()).map(|line| (line.0, line.2.len())).collect();
    assert_eq!(found, [(2, 1), (6, 1), (7, 1), (8, 1), (11, 1), (12, 1), (13, 1), (14, 1), (15, 1)]);
}
