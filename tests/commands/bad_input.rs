//! Packs that no author wants: what cannot be read, what leads elsewhere, what has names that no terminal should see.

use crate::harness::command::{Ran, walletfix};
use serde_json::Value;
use std::fs::{self, File};
use std::path::Path;
use tempfile::TempDir;
use walletfix::library::LARGEST_FILE;

/// A flow without mistakes.
const SOUND: &str = include_str!("../../examples/first-flow/app-does-not-open.toml");

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        write(folder.path(), path, text.as_bytes());
    }
    folder
}

fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// A flow that runs `shared/lost` and goes to `lost/else`, of which neither is there to be read.
fn caller() -> String {
    SOUND.replace("title.zh", "# calls\ntitle.zh").replace(
        "[step.support]",
        "[step.check]\nrun = \"shared/lost\"\nnext = { ok = \"leave\", fixed = \"support\" }\n\n[step.leave]\ngo = \"lost/else\"\n\n[step.support]",
    )
}

/// Nothing but what the program itself wrote reached the terminal, and it did not crash.
#[track_caller]
fn clean(ran: Ran) -> Ran {
    assert!(ran.code.is_some_and(|code| code <= 4), "{}", ran.stderr);
    for text in [&ran.stdout, &ran.stderr] {
        assert!(text.chars().all(|character| character == '\n' || !character.is_control()), "{text:?}");
        assert!(!text.contains("panicked"), "{text}");
    }
    ran
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let broken = SOUND.replace(r#"next = "support""#, r#"next = "suport""#);
    let pack =
        folder(&[("sound.toml", SOUND), ("broken.toml", &broken), ("folder.toml/x.txt", ""), ("tests/keep", "")]);
    File::create(pack.path().join("large.toml")).and_then(|file| file.set_len(LARGEST_FILE + 1)).expect("a large file");
    for format in ["human", "json", "sarif", "github"] {
        let ran = walletfix("validate --format").arg(format).arg(pack.path()).run().code(4);
        let ran = clean(ran).complains("folder.toml is not a file").complains("large.toml is larger than");
        assert!(ran.stdout.contains("unknown-step") || ran.stdout.contains("suport"), "{}", ran.stdout);
    }
    let ran = clean(walletfix("validate --format json").arg(pack.path()).run().code(4));
    let report: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!((&report["summary"]["files"], &report["summary"]["errors"]), (&2.into(), &1.into()));
    let ran = clean(walletfix("flows --flows").arg(pack.path()).run().code(4)).complains("folder.toml is not a file");
    assert!(ran.stdout.contains("  sound "), "{}", ran.stdout);
    // A walk needs the whole pack: the guard might be what is lost.
    clean(walletfix("diagnose sound --flows").arg(pack.path()).run().code(4)).complains("folder.toml is not a file");
}

#[test]
fn nothing_is_said_about_what_could_not_be_read() {
    let tests = include_str!("../../examples/first-flow/tests/app-does-not-open.toml");
    let elsewhere =
        tests.replace("app-does-not-open", "lost/other").replace("format = 1", "format = 1\nprofile = \"p\"");
    let pack = folder(&[
        ("app-does-not-open.toml", &caller()),
        ("tests/app-does-not-open.toml", tests),
        ("tests/lost/other.toml", &elsewhere),
        ("shared/lost.toml/x.txt", ""),
        ("profiles/p.toml/x.txt", ""),
        (&format!("lost{}/a.toml", "/d".repeat(17)), SOUND),
    ]);
    // A folder that cannot be opened at all: its name leads in a circle.
    fs::remove_dir_all(pack.path().join("lost")).expect("removed");
    let ran = clean(walletfix("validate").arg(pack.path()).run().code(4));
    ran.complains("shared/lost.toml is not a file").complains("profiles/p.toml is not a file").prints("unknown-flow");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/", pack.path().join("lost")).expect("a link");
        let ran =
            clean(walletfix("validate").arg(pack.path()).run().code(4)).complains("lost is a link that leads out");
        for word in ["unknown-flow", "shared/lost`", "test-missing-flow", "bad-value"] {
            assert!(!ran.stdout.contains(word), "{}", ran.stdout);
        }
        let ran = clean(walletfix("test").arg(pack.path()).run().code(4));
        ran.complains("lost is a link that leads out");
    }
}

#[test]
fn a_folder_without_flows() {
    let empty = folder(&[]);
    let beside = folder(&[("profiles/p.toml", "format = 1"), ("tests/a.toml", "format = 1"), ("schema/s.toml", "")]);
    let others =
        folder(&[("a.txt", SOUND), ("b.toml~", SOUND), ("c.toml.bak", SOUND), (".d.toml", SOUND), ("e.png", "\u{0}")]);
    for pack in [&empty, &beside, &others] {
        for command in ["validate", "test", "flows --flows", "diagnose x --flows"] {
            let ran = clean(walletfix(command).arg(pack.path()).run().code(4));
            ran.complains("No flow is in");
        }
    }
}

#[test]
fn other_files_do_not_disturb() {
    let pack = folder(&[
        ("app.toml", SOUND),
        ("app.toml~", "\u{0}"),
        ("app.TOML", "not this"),
        ("图.png", "\u{1b}[31m"),
        (".app.toml.swp", "\u{0}"),
        ("Makefile", "all:"),
        ("doc/readme.md", "#"),
        ("schema/x.toml", "="),
    ]);
    clean(walletfix("validate").arg(pack.path()).run().code(0)).stderr("").prints("No mistakes in 1 file");
}

#[cfg(unix)]
#[test]
fn pipes_sockets_and_devices_are_not_waited_for() {
    let pack = folder(&[("app.toml", SOUND)]);
    let made = std::process::Command::new("mkfifo").arg(pack.path().join("pipe.toml")).status().expect("mkfifo");
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(pack.path().join("socket.toml")).expect("a socket");
    std::os::unix::fs::symlink("/dev/zero", pack.path().join("zero.toml")).expect("a link");
    let ran = clean(walletfix("validate").arg(pack.path()).run().code(4)).prints("No mistakes in 1 file");
    ran.complains("pipe.toml is not a file").complains("socket.toml is not a file").complains("zero.toml is a link");
    // A part of a pack that is asked for by its name is no different.
    clean(walletfix("validate").arg(pack.path().join("pipe.toml")).run().code(4)).complains("pipe.toml is not a file");
}

#[cfg(unix)]
#[test]
fn links_in_circles_and_to_nowhere_and_out_of_the_pack() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("secret.toml", SOUND)]);
    let pack = folder(&[("app.toml", SOUND), ("shared/keep", ""), ("tests/keep", "")]);
    let at = |path: &str| pack.path().join(path);
    symlink(".", at("circle")).expect("a link");
    symlink("..", at("shared/up")).expect("a link");
    clean(walletfix("validate").arg(pack.path()).run().code(0)).prints("No mistakes in 1 file");
    symlink("me.toml", at("me.toml")).expect("a link");
    symlink("nowhere.toml", at("gone.toml")).expect("a link");
    symlink(outside.path().join("secret.toml"), at("file.toml")).expect("a link");
    symlink(outside.path(), at("folder")).expect("a link");
    for command in ["validate", "test", "flows --flows"] {
        let ran = clean(walletfix(command).env("COLUMNS", "200").arg(pack.path()).run().code(4));
        let told = ran.stderr.replace('\n', " ");
        for part in ["me.toml", "gone.toml", "file.toml is a link that leads out", "folder is a link that leads out"] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert!(!ran.stdout.contains("secret"), "{}", ran.stdout);
    }
    clean(walletfix("flows show secret --flows").arg(pack.path()).run().code(4));
}

#[test]
fn no_name_leads_out_of_the_pack() {
    let outside = folder(&[("pack/app.toml", SOUND), ("pack/tests/keep", ""), ("secret.toml", SOUND)]);
    let pack = outside.path().join("pack");
    let whole = outside.path().join("secret").display().to_string();
    for target in ["../secret", whole.as_str(), "./app", "shared/../../secret", "secret.toml", "..\\\\secret"] {
        for verb in ["go", "run"] {
            let next = if verb == "run" { "\nnext = \"support\"" } else { "" };
            let step = format!("[step.leave]\n{verb} = \"{target}\"{next}\n\n[step.support]");
            fs::write(pack.join("app.toml"), SOUND.replace("[step.support]", &step)).expect("written");
            let ran = clean(walletfix("validate").arg(&pack).run().code(1)).prints("error[unknown-flow]");
            ran.prints("nothing outside the pack can be named");
        }
    }
    fs::write(pack.join("app.toml"), SOUND).expect("written");
    for command in ["flows show ../secret --flows", "diagnose ../secret --flows"] {
        clean(walletfix(command).arg(&pack).run().code(2)).complains("There is no flow ../secret");
    }
    fs::write(pack.join("tests/app.toml"), "format = 1\nflow = \"../secret\"\n[[test]]\nname = \"x\"\nexpect = {}\n")
        .expect("written");
    clean(walletfix("test").arg(&pack).run().code(1)).prints("FAILED");
}

#[cfg(unix)]
#[test]
fn names_that_are_no_names() {
    use std::os::unix::ffi::OsStrExt;
    let pack = folder(&[("app.toml", SOUND), ("A b.toml", SOUND), ("App.toml", SOUND), ("余额.toml", SOUND)]);
    let bytes: [&[u8]; 4] =
        [b"new\nline.toml", b"esc\x1b[31mred.toml", b"not\xfftext.toml", "back\u{202e}lmot.toml".as_bytes()];
    for name in bytes {
        fs::write(pack.path().join(std::ffi::OsStr::from_bytes(name)), SOUND).expect("a file");
    }
    let ran = clean(walletfix("validate").arg(pack.path()).run().code(4));
    assert_eq!(ran.stdout.matches("error[bad-id]").count(), 3, "{}", ran.stdout);
    assert_eq!(
        ran.stderr.matches("cannot be shown").count() + ran.stderr.matches("cannot\nbe shown").count(),
        4,
        "{}",
        ran.stderr
    );
    // The folder's own name is the person's business, but no terminal's.
    let odd = folder(&[]);
    let inside = odd.path().join("a\u{1b}]0;title\u{7}\nb");
    write(&inside, "app.toml", SOUND.replace(r#"next = "support""#, r#"next = "suport""#).as_bytes());
    for format in ["human", "json", "sarif", "github"] {
        clean(walletfix("validate --format").arg(format).arg(&inside).run().code(1));
        clean(walletfix("validate --format").arg(format).arg(inside.join("app.toml")).run().code(1));
    }
    clean(walletfix("flows --flows").arg(&inside).run().code(0)).complains("The flow app has mistakes");
    clean(walletfix("validate").arg(inside.join("absent")).run().code(4)).complains("Nothing is there");
}

#[test]
fn texts_that_are_no_flows() {
    let mark = format!("\u{feff}{SOUND}");
    let returns = SOUND.replace('\n', "\r\n");
    let long = SOUND.replacen("format = 1", &format!("format = 1 # {}", "长".repeat(30_000)), 1);
    for sound in [&mark, &returns, &long] {
        let pack = folder(&[("app.toml", sound)]);
        clean(walletfix("validate").arg(pack.path()).run().code(0)).prints("No mistakes in 1 file");
    }
    let long_mistake = SOUND.replacen("format = 1", &format!("x = \"{}\"\nformat = 1", "长".repeat(30_000)), 1);
    for (bytes, rule) in [
        (b"".as_slice(), "format-missing"),
        (b"\xef\xbb\xbf", "format-missing"),
        (b"\n\n\n", "format-missing"),
        (b"\0\0\0\0", "not-utf8"),
        (b"format = 1\n[flow]\n\0", "bad-character"),
        (b"\xff\xfef\0o\0", "not-utf8"),
        (b"format = 1\n# \xff\n", "not-utf8"),
        (b"format = 1\r[flow]\r", "toml-syntax"),
        (long_mistake.as_bytes(), "unknown-key"),
    ] {
        let pack = folder(&[]);
        write(pack.path(), "app.toml", bytes);
        for format in ["human", "json", "sarif", "github"] {
            let ran = clean(walletfix("validate --format").arg(format).arg(pack.path()).run().code(1));
            assert!(ran.stdout.contains(rule) && ran.stdout.len() < 80_000, "{rule}: {}", ran.stdout);
        }
    }
}

#[test]
fn the_same_pack_by_other_names_is_checked_once() {
    let broken = SOUND.replace(r#"next = "support""#, r#"next = "suport""#);
    let home = folder(&[("flows/app.toml", &broken), ("flows/shared/keep", "")]);
    let whole = home.path().join("flows");
    let once = |words: &str| {
        let ran = clean(walletfix("validate").words(words).arg(&whole).dir(home.path()).run().code(1));
        assert_eq!(ran.stdout.matches("error[unknown-step]").count(), 1, "{words}: {}", ran.stdout);
        assert!(ran.stdout.contains("1 error in 1 file\n"), "{words}: {}", ran.stdout);
    };
    for words in [
        "flows",
        "flows/",
        "./flows",
        "flows/../flows",
        "flows flows",
        "flows/app.toml flows/app.toml",
        "flows//app.toml",
    ] {
        once(words);
    }
    let ran = clean(walletfix("validate flows absent").arg("").dir(home.path()).run());
    ran.code(2).complains("needs a value");
}

/// Somebody saves, cuts and deletes the file all the time: whatever is read, the program ends in peace.
#[test]
fn a_file_that_changes_while_it_is_read() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let pack = folder(&[("app.toml", SOUND), ("other.toml", SOUND)]);
    let path = pack.path().join("app.toml");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let long = SOUND.repeat(40);
            while !done.load(Ordering::Relaxed) {
                let _ = fs::write(&path, &long);
                let _ = File::create(&path).and_then(|file| file.set_len(700));
                let _ = fs::remove_file(&path);
                let _ = fs::create_dir(&path);
                let _ = fs::remove_dir(&path);
                let _ = fs::write(&path, SOUND);
            }
        });
        for _ in 0..12 {
            let ran = clean(walletfix("validate").arg(pack.path()).run());
            assert!(matches!(ran.code, Some(0 | 1 | 4)), "{:?} {}", ran.code, ran.stderr);
        }
        done.store(true, Ordering::Relaxed);
    });
}
