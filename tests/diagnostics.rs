//! Every rule on files that break it and on files that do not. A case is a file, or a folder that is a whole pack; beside
//! it lies what must be said about it. `WALLETFIX_BLESS=1` writes that anew.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use walletfix::diagnostic::Diagnostic;
use walletfix::i18n::Lang;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::read_pack;

fn cases(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flows").join(folder);
    let mut cases: Vec<PathBuf> = std::fs::read_dir(&root)
        .unwrap_or_else(|error| panic!("{}: {error}", root.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

/// The files of a case: the file alone, or all files of the folder.
fn files(case: &Path) -> Vec<PackFile> {
    let mut found = Vec::new();
    let mut folders = vec![case.to_owned()];
    while let Some(at) = folders.pop() {
        if at.is_dir() {
            folders.extend(std::fs::read_dir(&at).unwrap().map(|entry| entry.unwrap().path()));
        } else if at.extension().is_some_and(|extension| extension == "toml") {
            let inside = if at == case { at.file_name().map(Path::new) } else { at.strip_prefix(case).ok() };
            let path = inside.unwrap().to_str().unwrap().replace('\\', "/");
            found.push(PackFile { name: path.clone(), path, bytes: Cow::Owned(std::fs::read(&at).unwrap()) });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn read(files: &[PackFile]) -> (Pack, Vec<Diagnostic>) {
    read_pack(files)
}

/// One line a finding, and its help on the next.
fn listing(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut out = String::new();
    for found in diagnostics {
        let at = found.source.position(found.span.start);
        let (name, severity, rule) = (&found.source.name, found.severity.id(), found.rule.id());
        let text = found.message.text(lang);
        let word = found.source.text.get(found.span.start..found.span.end).unwrap_or_default();
        let word = word.lines().next().unwrap_or_default();
        writeln!(out, "{name}:{}:{} {severity}[{rule}] `{word}`: {text}", at.line, at.column).unwrap();
        if let Some(help) = &found.help {
            writeln!(out, "    {}", help.text(lang)).unwrap();
        }
    }
    out
}

#[test]
fn what_is_right_is_silent() {
    for case in cases("ok") {
        let (pack, diagnostics) = read(&files(&case));
        assert_eq!(listing(&diagnostics, Lang::En), "", "{}", case.display());
        assert!(pack.unsound.is_empty(), "{}", case.display());
    }
}

#[test]
fn what_is_wrong_is_said() {
    let mut wrong = Vec::new();
    for case in cases("err") {
        let (_, diagnostics) = read(&files(&case));
        let said = listing(&diagnostics, Lang::En);
        let expected = case.with_extension("out");
        if std::env::var_os("WALLETFIX_BLESS").is_some() {
            std::fs::write(&expected, &said).unwrap();
        }
        // A case is named after its rule, then perhaps a variant.
        let name = case.file_stem().unwrap().to_str().unwrap();
        let of_rule =
            |found: &Diagnostic| name == found.rule.id() || name.starts_with(&format!("{}-", found.rule.id()));
        if !diagnostics.iter().any(of_rule) || std::fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("== {name}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn shipped_flows_become_a_pack() {
    let (pack, _) = read(&walletfix::library::embedded(false));
    assert!(pack.flows.contains_key("transfer-failed"), "{:?}", pack.unsound);
    assert!(pack.flows.contains_key("shared/check-network"), "{:?}", pack.unsound);
}

#[test]
fn a_rule_that_files_can_break_has_a_case() {
    // Written elsewhere: what needs a day to compare with, tests, which have cases of their own, and what is too large for a
    // case.
    let elsewhere = ["profile-stale", "content-stale", "test-bad-answer", "test-stale-answer", "analysis-limit"];
    let cases: Vec<String> =
        cases("err").iter().map(|case| case.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let without: Vec<&str> = walletfix::diagnostic::Rule::ALL
        .iter()
        .map(|rule| rule.id())
        .filter(|id| !elsewhere.contains(id))
        .filter(|id| !cases.iter().any(|case| case == id || case.starts_with(&format!("{id}-"))))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

/// Files that try to exhaust the stack, the memory or the patience of the reader.
fn hostile() -> Vec<(&'static str, String)> {
    let flow = "format = 1\n[flow]\ntitle.zh = \"一\"\ntitle.en = \"One\"\nstart = \"a\"\nowner = \"b\"\n[step.a]\n";
    let deep = |open: &str, close: &str| format!("{flow}x = {}1{}\n", open.repeat(10_000), close.repeat(10_000));
    let told = |en: &str, zh: &str| format!("{flow}tell.zh = \"{zh}骗\"\ntell.en = \"{en}\"\nnext = \"a\"\n");
    let long = "长 text ".repeat(1_000_000);
    vec![
        ("arrays in arrays", deep("[", "]")),
        ("tables in tables", deep("{ x = ", " }")),
        ("arrays that never close", format!("{flow}x = {}", "[".repeat(100_000))),
        ("a key of keys", format!("{flow}{} = 1\n", ["x"; 10_000].join("."))),
        ("a header of keys", format!("format = 1\n[{}]\n", ["x"; 10_000].join("."))),
        (
            "brackets in a condition",
            format!("{flow}branch = [{{ when = \"{}\", next = \"a\" }}]\nelse = \"a\"\n", "(".repeat(100_000)),
        ),
        (
            "a condition without end",
            format!("{flow}branch = [{{ when = \"{}\", next = \"a\" }}]\nelse = \"a\"\n", "not ".repeat(100_000)),
        ),
        ("a line of 10 MB", format!("{flow}end = \"advice\"\ntext.zh = \"{long}\"\ntext.en = \"{long}\"\n")),
        ("a name of 10 MB", format!("{flow}tell.zh = \"一\"\ntell.en = \"One\"\nnext = \"{long}\"\n")),
        ("orders without end", told(&", enter at password".repeat(10_000), &"请输入密码，".repeat(10_000))),
        ("one clause without end", told(&"enter at password ".repeat(10_000), &"输入的密码".repeat(10_000))),
        ("numbers without end", told(&"1,".repeat(20_000), &"拨打12 34 56 ".repeat(10_000))),
        ("names without end", told(&"qq ab_12 ".repeat(10_000), &"微信号：ab_1 c@d.ef ".repeat(10_000))),
        (
            "braces without end",
            format!("{flow}end = \"advice\"\ntext.zh = \"一{0}\"\ntext.en = \"One{0}\"\n", "{".repeat(99_999)),
        ),
        ("bad characters", format!("{flow}# {}\n", "\u{202e}".repeat(1_000_000))),
    ]
}

#[test]
fn hostile_files_are_refused_in_peace() {
    for (name, text) in hostile() {
        let file = PackFile { path: "a.toml".into(), name: "a.toml".into(), bytes: Cow::Owned(text.into_bytes()) };
        let (pack, diagnostics) = read(&[file]);
        assert!(!diagnostics.is_empty(), "{name}");
        assert!(diagnostics.len() < 100_000, "{name}: {}", diagnostics.len());
        let of_size = |found: &&Diagnostic| found.rule.id() == "text-too-long";
        assert!(pack.flows.is_empty() || diagnostics.iter().any(|found| of_size(&found)), "{name}");
    }
}

#[test]
fn every_sentence_is_there_in_both_languages() {
    for case in cases("err") {
        for found in read(&files(&case)).1 {
            for message in [Some(&found.message), found.help.as_ref()].into_iter().flatten() {
                for lang in Lang::ALL {
                    assert!(walletfix::i18n::has(lang, &message.key), "{} {}", lang.tag(), message.key);
                    let text = message.text(lang);
                    assert!(!text.contains("{$") && !text.contains("type-") || message.key.contains("type"), "{text}");
                }
            }
        }
    }
}
