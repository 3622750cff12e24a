//! One session from its first answer to its last, by the commands that touch it, without a terminal.

use crate::harness::command::{Ran, Run, walletfix};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

const FLOW: &str = "diagnose app-does-not-open --flows examples/first-flow --profile generic";
/// The clock of every run.
const NOW: &str = "--now=2026-09-01T10:00:00+08:00";

/// Walks the first flow with these lines on standard input.
fn walk(flags: &str, lines: &str) -> Run {
    walletfix(FLOW).arg(NOW).words(flags).stdin(lines)
}

/// The only session in a data folder.
fn id(home: &TempDir) -> String {
    let mut files = fs::read_dir(home.path().join("data/sessions")).expect("the folder of sessions");
    let file = files.next().expect("a session").expect("an entry");
    assert!(files.next().is_none(), "there is more than one session");
    file.path().file_stem().expect("a name").to_string_lossy().into_owned()
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout).expect("JSON")
}

#[test]
fn the_summary_alone_is_on_standard_output() {
    let ran = walk("", "2\n8.5.1\n\n").run().code(0);
    assert!(
        ran.stderr.contains("Restart the phone") && !ran.stdout.contains("Restart the phone, then"),
        "{}",
        ran.stdout
    );
    ran.prints("8.5.1").prints("app-does-not-open/support");
}

#[test]
fn input_that_ends_is_no_answer() {
    let ran = walk("", "2\n").run().code(3).stdout("").complains("walletfix resume");
    walletfix("resume").arg(id(&ran.home)).home(ran.home).run().code(3).stdout("").complains("version");
    // Before the first answer there is nothing to go on with.
    let ran = walk("", "").run().code(3).stdout("").complains("The input ended at “Restart the phone”");
    walletfix("resume").home(ran.home).run().code(2);
}

#[test]
fn quit_resume_and_the_summary_again() {
    let quit = walk("", "2\n:quit\n").run().code(3).stdout("");
    let id = id(&quit.home);
    assert!(quit.stderr.contains(&id), "{}", quit.stderr);
    let resumed = walletfix("resume").arg(NOW).home(quit.home).stdin("8.5.1\n\n").run().code(0);
    let straight = walk("", "2\n8.5.1\n\n").run().code(0);
    assert_eq!(resumed.stdout, straight.stdout, "resumed or not, the same answers give the same summary");
    let again = walletfix("summary").arg(&id[..4]).home(resumed.home).run().code(0).stderr("");
    assert_eq!(again.stdout, straight.stdout);
    walletfix("resume").home(again.home).run().code(2).stdout("");
}

#[test]
fn formats_language_and_length() {
    let ran = walk("--format json", "2\n8.5.1\n\n").run().code(0);
    assert_eq!(json(&ran)["schema"], "walletfix.summary/1");
    assert_eq!(json(&ran)["category"], "app-does-not-open/support");
    let id = id(&ran.home);
    let mut home = ran.home;
    for (flags, part) in [
        ("--format markdown", "**"),
        ("--summary-lang zh", "重启手机"),
        ("--format json --summary-lang zh", "\"lang\": \"zh\""),
        ("--short", "app-does-not-open/support"),
        ("--summary-lang both", "\n----------\n\n主题: "),
        ("--summary-lang both --short", "主题: "),
    ] {
        let ran = walletfix("summary").arg(&id).words(flags).home(home).run().code(0).stderr("").prints(part);
        assert!(flags != "--short" || ran.stdout.chars().count() <= 500, "{}", ran.stdout);
        let same = walk(flags, "2\n8.5.1\n\n").run().code(0);
        assert_eq!(ran.stdout, same.stdout, "{flags}");
        home = ran.home;
    }
}

#[test]
fn output_goes_to_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("ticket.md");
    let to = |path: &std::path::Path| walk("--format markdown", "1\n\n").arg("--output").arg(path).run();
    to(&file).code(0).stdout("");
    let text = fs::read_to_string(&file).expect("the summary");
    assert_eq!(text, walk("--format markdown", "1\n\n").run().code(0).stdout);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = || fs::metadata(&file).expect("the file").permissions().mode() & 0o777;
        assert_eq!(mode(), 0o600);
        fs::write(&file, "").expect("an empty file");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("permissions");
        to(&file).code(0).stdout("");
        assert_eq!(mode(), 0o600, "an older file is closed to others too");
    }
    // An earlier summary stays, and nobody is asked anything before that is said.
    fs::write(&file, "an earlier ticket").expect("a file");
    let ran = to(&file).code(4).stdout("");
    let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.starts_with("error: ") && said.contains("is there already and was not touched"), "{said}");
    assert!(!said.contains('?'), "nothing is asked\n{said}");
    assert_eq!(id_count(&ran.home), 0);
    for command in ["summary 7k2m9pqr", "resume"] {
        walletfix(command).words("--lang en --output").arg(&file).run().code(4).complains("was not touched");
    }
    assert_eq!(fs::read_to_string(&file).expect("the file"), "an earlier ticket");
    // Where the file cannot be written, the summary is not lost.
    let ran = to(folder.path()).code(4).complains("error: ");
    assert_eq!(ran.stdout, text);
}

#[test]
fn no_save_leaves_nothing() {
    let ran = walk("--no-save", "2\n:quit\n").run().code(3);
    assert!(!ran.home.path().join("data/sessions").exists() || id_count(&ran.home) == 0);
    assert!(!ran.stderr.contains("walletfix resume"), "{}", ran.stderr);
}

fn id_count(home: &TempDir) -> usize {
    fs::read_dir(home.path().join("data/sessions")).map_or(0, Iterator::count)
}

#[test]
fn sessions_are_listed_shown_and_deleted() {
    let first = walk("", "2\n:quit\n").run().code(3);
    let id = id(&first.home);
    let second = walk("", "1\n\n").home(first.home).run().code(0);
    assert_eq!(id_count(&second.home), 2);
    let listed = walletfix("sessions").home(second.home).run().code(0).stderr("").prints(&id);
    let same = walletfix("sessions list").home(listed.home).run().code(0);
    assert_eq!(listed.stdout, same.stdout);
    let shown = walletfix("sessions show").arg(&id).home(same.home).run().code(0).prints("Restart the phone");
    let deleted = walletfix("sessions delete").arg(&id).home(shown.home).run().code(0);
    assert_eq!(id_count(&deleted.home), 1);
    let gone = walletfix("sessions show").arg(&id).home(deleted.home).run().code(2).stdout("");
    let empty = walletfix("sessions delete --all").home(gone.home).run().code(0);
    assert_eq!(id_count(&empty.home), 0);
    walletfix("sessions --lang zh").home(empty.home).run().code(0);
}

#[test]
fn what_is_not_there_is_a_usage_mistake() {
    for line in ["resume", "resume zzzzzzzz", "summary zzzzzzzz", "sessions show zzzzzzzz", "sessions delete zzzzzzzz"]
    {
        for lang in ["zh", "en"] {
            let ran = walletfix(line).env("WALLETFIX_LANG", lang).run().code(2).stdout("");
            assert_eq!(ran.stderr.starts_with("错误："), lang == "zh", "{}", ran.stderr);
        }
    }
}

#[test]
#[cfg(unix)]
fn a_data_folder_that_cannot_be_written_does_not_stop_the_session() {
    let home = tempfile::tempdir().expect("a temporary folder");
    fs::write(home.path().join("data"), "a file where a folder should be").expect("a file");
    let ran = walk("", "1\n\n").home(home).run().code(0).prints("app-does-not-open/solved");
    ran.complains("This session cannot be saved");
}

#[test]
fn a_flow_that_is_not_there() {
    walletfix("diagnose transfer-fail --lang zh").run().code(2).stdout("").complains("最接近的是 transfer-failed");
    walletfix("diagnose --flows no-such-folder").run().code(4).stdout("").complains("no-such-folder");
    walletfix("diagnose --answers no-such-file.toml").run().code(4).stdout("").complains("no-such-file.toml");
    walletfix("diagnose --profile nobody").run().code(2).stdout("").complains("nobody");
}
