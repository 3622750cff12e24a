//! Files that are no flows and answers that fit no flow: told in the person's language, with the right exit code, and
//! never with a panic.

use crate::harness::command::{Ran, walletfix};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const SOUND: &str = include_str!("../../examples/first-flow/app-does-not-open.toml");

/// A folder with one flow of these bytes.
fn flow(bytes: impl AsRef<[u8]>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("app-does-not-open.toml"), bytes).unwrap();
    folder
}

/// Nobody is shown the inside of the program, and every sentence is there in that language.
fn civil(ran: &Ran, lang: &str) {
    for bad in ["panicked", "RUST_BACKTRACE", "src/", "Error(", "Os {", "unwrap"] {
        assert!(!ran.stderr.contains(bad), "{bad}: {}", ran.stderr);
    }
    assert!(!ran.stderr.chars().any(|c| c.is_control() && c != '\n'), "{:?}", ran.stderr);
    assert!(ran.stderr.contains(if lang == "zh" { "错误" } else { "error" }), "{lang}: {}", ran.stderr);
    assert!(ran.stderr.len() < 20_000, "{} bytes", ran.stderr.len());
}

/// Asks for the flow in that folder in both languages.
fn refused(folder: &Path, code: i32, parts: [&str; 2]) {
    for (lang, part) in ["zh", "en"].into_iter().zip(parts) {
        let line = format!("diagnose app-does-not-open --lang {lang} --flows");
        let ran = walletfix(&line).arg(folder).stdin("1\n").run().code(code).stdout("");
        civil(&ran, lang);
        let flat = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(part), "{part:?} is not in\n{}", ran.stderr);
        assert!(!ran.home.path().join("data").exists(), "nothing was begun, so nothing is kept");
    }
}

#[test]
fn an_unknown_flow_is_refused_with_the_nearest() {
    for (lang, part) in [("zh", "最接近的是 transfer-failed"), ("en", "The nearest is transfer-failed")] {
        let ran = walletfix(&format!("diagnose transfer-fialed --lang {lang}")).stdin("1\n").run().code(2).stdout("");
        civil(&ran, lang);
        ran.complains(part).complains("walletfix flows");
    }
    walletfix("diagnose 转账失败 --lang zh").stdin("").run().code(2).complains("没有转账失败这个流程");
}

#[test]
fn a_folder_that_is_no_pack() {
    let empty = tempfile::tempdir().unwrap();
    refused(&empty.path().join("absent"), 4, ["找不到", "Nothing is there"]);
    refused(empty.path(), 4, ["没有流程", "No flow is in"]);
    fs::create_dir(empty.path().join("app-does-not-open.toml")).unwrap();
    refused(empty.path(), 4, ["不是文件", "is not a file"]);
    fs::write(empty.path().join("note.txt"), "no flow").unwrap();
    refused(&empty.path().join("note.txt"), 4, [".toml", "is not a .toml file"]);
    let profile = empty.path().join("absent.toml");
    let ran = walletfix("diagnose --profile").arg(profile).stdin("").run().code(4).stdout("");
    ran.complains("absent.toml").complains("Give a profile file");
}

#[test]
fn where_the_guard_has_mistakes_nothing_begins() {
    let pack = tempfile::tempdir().unwrap();
    fs::create_dir(pack.path().join("shared")).unwrap();
    fs::copy("examples/first-flow/app-does-not-open.toml", pack.path().join("app-does-not-open.toml")).unwrap();
    walletfix("diagnose app-does-not-open --flows").arg(pack.path()).stdin("").run().code(3);
    // Also where it cannot be read as TOML at all.
    for (text, part) in [("guard = true\nstart = \"x\"\n", "shared/guard"), ("guard = true\n[[[\n", "shared/guard")] {
        fs::write(pack.path().join("shared/guard.toml"), format!("format = 1\n[flow]\nshared = true\n{text}")).unwrap();
        refused(pack.path(), 1, [part, part]);
    }
}

#[test]
fn answers_that_skip_the_guard_need_none() {
    let pack = tempfile::tempdir().unwrap();
    fs::create_dir(pack.path().join("shared")).unwrap();
    fs::copy("examples/first-flow/app-does-not-open.toml", pack.path().join("app-does-not-open.toml")).unwrap();
    fs::write(pack.path().join("shared/guard.toml"), "format = 1\n[flow]\nshared = true\nguard = true\n").unwrap();
    let answers = pack.path().join("tests/answers.toml");
    fs::create_dir(pack.path().join("tests")).unwrap();
    let walk = |given: &str| {
        fs::write(&answers, format!("format = 1\nflow = \"app-does-not-open\"\n[answers]\n{given}\n")).unwrap();
        walletfix("diagnose --flows").arg(pack.path()).arg("--answers").arg(&answers).run()
    };
    let ran = walk("restart = \"fixed\"").code(0).prints("app-does-not-open/solved");
    let list = walletfix("sessions").home(ran.home).run().code(0).stderr("");
    let id = list.stdout.split(' ').next().unwrap().to_owned();
    walletfix("summary").arg(id).home(list.home).run().code(0).prints("app-does-not-open/solved");
    walk("restart = \"fixed\"\n\"guard.danger\" = []").code(1).stdout("").complains("shared/guard");
}

#[test]
fn where_no_flow_is_sound_there_is_no_list() {
    let pack = tempfile::tempdir().unwrap();
    fs::write(pack.path().join("x.toml"), "format = 1\n[flow]\ntitle.zh = \"a\"\n").unwrap();
    let ran = walletfix("diagnose --lang en --flows").arg(pack.path()).stdin("1\n").run().code(1).stdout("");
    civil(&ran, "en");
    ran.complains("None of the flows in that folder can be used");
}

#[test]
#[cfg(unix)]
fn a_flow_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = flow(SOUND);
    let file = folder.path().join("app-does-not-open.toml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything, as root may, reads it.
    if fs::read(&file).is_err() {
        refused(folder.path(), 4, ["权限", "not allowed"]);
    }
}

#[test]
fn bytes_that_are_no_flow() {
    let utf16: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &utf16].concat();
    let cases: [(&str, Vec<u8>); 9] = [
        ("NUL bytes", SOUND.replace("title.en = \"", "title.en = \"\0").into_bytes()),
        ("UTF-16", utf16),
        ("UTF-16 with a mark", marked),
        ("no UTF-8", [SOUND.as_bytes(), b"# \xff\xfe\xfd\n"].concat()),
        ("ten megabytes in one line", format!("{SOUND}\nx = \"{}\"\n", "长".repeat(3_500_000)).into_bytes()),
        ("deep nesting", format!("{SOUND}\nx = {}1{}\n", "[".repeat(10_000), "]".repeat(10_000)).into_bytes()),
        ("deep tables", format!("{SOUND}\nx = {}1{}\n", "{a=".repeat(10_000), "}".repeat(10_000)).into_bytes()),
        ("a long key", format!("{SOUND}\n[{}]\n", vec!["a"; 10_000].join(".")).into_bytes()),
        ("nothing", Vec::new()),
    ];
    std::thread::scope(|scope| {
        for (name, bytes) in &cases {
            scope.spawn(move || {
                let folder = flow(bytes);
                for lang in ["zh", "en"] {
                    let line = format!("diagnose app-does-not-open --lang {lang} --flows");
                    let ran = walletfix(&line).arg(folder.path()).stdin("1\n").run();
                    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{name}: {}", ran.stderr);
                    civil(&ran, lang);
                }
            });
        }
    });
}

#[test]
fn marks_and_ends_of_lines_of_other_systems_are_fine() {
    for text in
        [format!("\u{feff}{SOUND}"), SOUND.replace('\n', "\r\n"), format!("\u{feff}{SOUND}").replace('\n', "\r\n")]
    {
        let folder = flow(&text);
        let plain = |folder: &Path| {
            let line = "diagnose app-does-not-open --lang zh --now 2026-11-24T10:00:00+08:00 --flows";
            walletfix(line).arg(folder).stdin("1\n").run().code(0)
        };
        let (ran, expected) = (plain(folder.path()), plain(flow(SOUND).path()));
        assert_eq!((ran.stdout, ran.stderr), (expected.stdout, expected.stderr));
    }
}

#[test]
fn texts_that_would_move_the_cursor_or_turn_the_line_are_refused() {
    for (name, character) in
        [("escape", '\u{1b}'), ("bell", '\u{7}'), ("right to left", '\u{202e}'), ("isolate", '\u{2066}')]
    {
        let escaped = format!("\\u{:04x}", u32::from(character));
        for text in [escaped, character.to_string()] {
            let folder = flow(SOUND.replacen("en = \"", &format!("en = \"{text}[2J"), 1));
            let ran = walletfix("diagnose app-does-not-open --lang zh --flows").arg(folder.path()).stdin("1\n").run();
            assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{name}: {}", ran.stderr);
            civil(&ran, "zh");
            assert!(!ran.stderr.contains(character), "{name}: {:?}", ran.stderr);
        }
    }
}

#[test]
fn answers_files_with_mistakes() {
    let cases = [
        ("unknown step", "symptmo = \"rejected\"", 2, ["symptmo", "symptmo"]),
        ("bad value", "symptom = \"exploded\"", 2, ["exploded", "exploded"]),
        ("wrong kind", "symptom = 7", 2, ["symptom", "symptom"]),
        (
            "bad amount",
            "symptom = \"rejected\"\nfailed.debited = false\nsays = \"funds\"\namount = \"a lot\"",
            2,
            ["amount", "amount"],
        ),
        (
            "answer missing",
            "symptom = \"rejected\"",
            3,
            ["failed.debited 需要回答", "An answer is needed for failed.debited"],
        ),
        (
            "never asked",
            "symptom = \"rejected\"\nfailed.debited = false\nsays = \"funds\"\namount = \"100 CNY\"\nbalance.balance = \"1 CNY\"\nbalance.held-part = false\ncard = \"blocked\"",
            2,
            ["card", "card"],
        ),
        ("no TOML", "symptom = = 1", 2, ["answers.toml", "answers.toml"]),
    ];
    for (name, answers, code, parts) in cases {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.toml");
        let head = "format = 1\nflow = \"transfer-failed\"\nprofile = \"demo-pay\"\n[answers]\n";
        fs::write(&path, format!("{head}{answers}\n")).unwrap();
        for (lang, part) in ["zh", "en"].into_iter().zip(parts) {
            let ran = walletfix(&format!("diagnose --lang {lang} --answers")).arg(&path).run();
            assert_eq!((ran.code, ran.stdout.as_str()), (Some(code), ""), "{name}: {}", ran.stderr);
            assert!(ran.stderr.contains(part) && !ran.stderr.contains("panicked"), "{name}: {}", ran.stderr);
        }
    }
    let folder = tempfile::tempdir().unwrap();
    walletfix("diagnose --answers").arg(folder.path()).run().code(4).complains("is not a file");
    walletfix("diagnose --answers").arg(folder.path().join("absent.toml")).run().code(4).complains("Nothing is there");
}
