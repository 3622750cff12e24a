//! What is kept on the disk: journals that were cut off, written by another version, held by another window, too old;
//! listing, showing, deleting them.

use crate::harness::command::{Ran, walletfix};
use crate::harness::go_on;
use crate::harness::talk::Talk;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

const NOW: &str = "--now 2026-11-24T10:00:00+08:00";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Somebody who has answered the guard's screen and one question, with the program still open.
fn two_answers() -> Talk {
    let mut talk = walletfix(&format!("diagnose transfer-failed --lang zh --profile demo-pay {NOW}")).talk();
    for (see, line) in [("先排除危险", ""), ("这几种情况都没有", "1"), ("现在显示什么", "1")] {
        talk.answer(see, line);
    }
    assert!(talk.prompt().contains("可用余额变少了吗"));
    talk
}

/// The journals in a home.
fn journals(home: &Path) -> Vec<PathBuf> {
    let Ok(folder) = fs::read_dir(home.join("data/sessions")) else { return Vec::new() };
    let mut files: Vec<PathBuf> = folder.map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn id(journal: &Path) -> String {
    journal.file_stem().unwrap().to_string_lossy().into_owned()
}

/// A home with one session in it, and its journal.
fn kept() -> (TempDir, PathBuf) {
    let home = two_answers().kill();
    let journal = journals(home.path()).remove(0);
    (home, journal)
}

/// A home with sessions of these names, all copies of one.
fn kept_as(names: &[&str]) -> TempDir {
    let (home, journal) = kept();
    let text = fs::read_to_string(&journal).unwrap();
    for name in names {
        fs::write(journal.with_file_name(format!("{name}.jsonl")), text.replace(&id(&journal), name)).unwrap();
    }
    fs::remove_file(journal).unwrap();
    home
}

#[test]
fn a_line_cut_off_anywhere_is_left_out() {
    let (_home, journal) = kept();
    let whole = fs::read(&journal).unwrap();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let folder = tempfile::tempdir().unwrap();
    let cut = folder.path().join("cut.jsonl");
    for length in last..whole.len() {
        fs::write(&cut, &whole[..length]).unwrap();
        let (journal, record) = go_on(&cut);
        drop(journal);
        assert_eq!(record.torn, length > last, "cut at {length}");
        assert_eq!(fs::read(&cut).unwrap(), whole[..last], "cut at {length}: the file is whole again");
    }
}

#[test]
fn a_line_cut_off_is_said_and_asked_again() {
    let (home, journal) = kept();
    let text = fs::read(&journal).unwrap();
    fs::write(&journal, &text[..text.len() - 9]).unwrap();
    let mut talk = walletfix(&format!("resume {NOW}")).home(home).talk();
    let said = talk.answer("现在显示什么", "1");
    assert!(said.contains("排查记录的最后一行没有写完，已略去，会再问一次。"), "{said}");
    assert!(talk.prompt().contains("可用余额变少了吗"));
    let home = talk.kill();
    // Said once: the file is whole again.
    let mut talk = walletfix(&format!("resume {NOW}")).home(home).talk();
    let said = talk.prompt();
    assert!(said.contains("可用余额变少了吗") && !said.contains("没有写完"), "{said}");
}

#[test]
fn entries_of_another_version_are_left_out_and_said() {
    let (home, journal) = kept();
    let mut text = fs::read_to_string(&journal).unwrap();
    let entry = r#"{"at":"2026-11-24T02:00:00Z","event":"sang","song":"la"}"#;
    for _ in 0..2 {
        text.push_str(entry);
        text.push('\n');
    }
    fs::write(&journal, text).unwrap();
    let mut talk = walletfix(&format!("resume --lang en {NOW}")).home(home).talk();
    let said = talk.prompt();
    assert!(said.contains("2 entries of the session come from another version of the program"), "{said}");
    assert!(said.contains("Has the available balance gone down?"), "{said}");
}

#[test]
fn what_is_no_journal_is_refused_and_left_alone() {
    let home = kept_as(&["good0000"]);
    let folder = home.path().join("data/sessions");
    let newer = r#"{"walletfix":2,"id":"newer000","tool":"9","pack":"","flows":null,"profile_file":null,"zone":"UTC"}"#;
    let bare = newer.replace(":2,", ":1,").replace("newer000", "bare0000");
    let files =
        [("newer000", format!("{newer}\n")), ("noise000", "\u{0}\u{1}noise".to_owned()), ("empty000", String::new())];
    for (name, text) in &files {
        fs::write(folder.join(format!("{name}.jsonl")), text).unwrap();
    }
    fs::write(folder.join("bare0000.jsonl"), format!("{bare}\n")).unwrap();
    let mut ran = walletfix("sessions").home(home).run().code(0).stderr("");
    assert!(ran.stdout.starts_with("good0000") && ran.stdout.lines().count() == 1, "{}", ran.stdout);
    for (name, _) in &files {
        for command in ["resume", "sessions show", "summary"] {
            ran = walletfix(command).arg(name).home(ran.home).run().code(4).stdout("");
            ran = ran.complains(&format!("{name}.jsonl is no session of"));
        }
    }
    ran = walletfix("resume bare0000").home(ran.home).run().code(2);
    for (name, text) in files {
        assert_eq!(fs::read_to_string(folder.join(format!("{name}.jsonl"))).unwrap(), text);
    }
    // The readable one is found among them.
    let mut talk = walletfix(&format!("resume {NOW}")).home(ran.home).talk();
    assert!(talk.prompt().contains("可用余额变少了吗"));
}

#[test]
fn a_session_whose_flows_are_gone_can_still_be_deleted() {
    let pack = tempfile::tempdir().unwrap();
    let flow = pack.path().join("app-does-not-open.toml");
    fs::copy("examples/first-flow/app-does-not-open.toml", &flow).unwrap();
    let walk = || walletfix("diagnose app-does-not-open --plain --flows").arg(pack.path()).stdin("2\n");
    let other = walk().run().code(3);
    let ran = walk().home(other.home).run().code(3);
    let session = id(&journals(ran.home.path())[0]);
    fs::remove_file(flow).unwrap();
    let ran = then(ran, "sessions").code(0).complains("No flow is in").prints(&session).prints("cannot be opened");
    assert_eq!(ran.stderr.matches("No flow is in").count(), 1, "{}", ran.stderr);
    let ran = ran.complains("2 sessions cannot be opened.");
    let ran = then(ran, "resume").code(2).complains("No flow is in");
    let ran = then(ran, &format!("resume {session}")).code(4).complains("No flow is in");
    then(ran, &format!("sessions delete {session}")).code(0).stderr("Deleted 1 session.\n");
}

#[test]
fn a_second_window_is_refused() {
    let talk = two_answers();
    let data = talk.data();
    let id = id(&journals(data.parent().unwrap())[0]);
    let again = |line: &str, lang: &str| walletfix(line).env("WALLETFIX_DATA_DIR", &data).env("LANG", lang).run();
    for line in ["resume", &format!("resume {id}"), &format!("sessions delete {id}"), "sessions delete --all"] {
        let zh = again(line, "zh_CN.UTF-8").code(4).stdout("");
        zh.complains(&format!("错误：排查记录 {id} 正在另一个窗口里打开。请先在那里关闭。\n"));
    }
    again(&format!("resume {id}"), "en_US.UTF-8").code(4).complains("is open in another window.");
    // Looking is allowed.
    again("sessions", "zh_CN.UTF-8").code(0).prints("未完成，2 个回答");
    let home = talk.kill();
    walletfix(&format!("resume {NOW}")).home(home).run().code(3);
}

#[test]
#[cfg(unix)]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (home, journal) = kept();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&journal), 0o600);
    assert_eq!(mode(journal.parent().unwrap()), 0o700);
    assert_eq!(mode(&home.path().join("data")), 0o700);
    let summary = home.path().join("summary.txt");
    let ran = walletfix("summary --output").arg(&summary).arg(id(&journal)).home(home).run().code(0).stdout("");
    assert_eq!(mode(&summary), 0o600);
    assert!(fs::read_to_string(summary).unwrap().contains("失败或已关闭"));
    drop(ran);
}

#[test]
fn no_save_leaves_no_file() {
    let line = format!("diagnose transfer-failed --lang zh --profile demo-pay --no-save {NOW}");
    let run = walletfix(&line).stdin("\n1\n1\n");
    let data = run.data();
    let ran = run.run().code(3).complains("没有保存任何内容。");
    assert!(!data.exists());
    assert!(!ran.stderr.contains("存不下来"), "nothing was meant to be saved: {}", ran.stderr);
}

#[test]
fn looking_at_the_first_screen_leaves_no_file() {
    let ran = walletfix("diagnose --lang zh").stdin("").run().code(3).complains("没有保存任何内容。");
    assert_eq!(journals(ran.home.path()), Vec::<PathBuf>::new());
}

#[test]
fn sessions_are_forgotten_after_ninety_days() {
    let home = kept_as(&["fresh000", "old00000", "open0000"]);
    let at = |name: &str| home.path().join(format!("data/sessions/{name}.jsonl"));
    let changed = |name: &str, days: u32| {
        let file = fs::File::options().write(true).open(at(name)).unwrap();
        file.set_modified(SystemTime::now() - DAY * days).unwrap();
        file
    };
    drop((changed("fresh000", 89), changed("old00000", 91)));
    let open = changed("open0000", 400);
    open.lock().unwrap();
    let ran = walletfix("diagnose --no-save --lang zh").stdin("").env("WALLETFIX_DATA_DIR", home.path().join("data"));
    ran.run().code(3);
    assert!(at("old00000").exists(), "without a folder for sessions nothing is touched");
    walletfix("diagnose --lang zh").stdin("").env("WALLETFIX_DATA_DIR", home.path().join("data")).run().code(3);
    assert!(at("fresh000").exists() && !at("old00000").exists());
    assert!(at("open0000").exists(), "a session that somebody has open is not taken away");
}

/// Runs one command after another in the same home.
fn then(ran: Ran, line: &str) -> Ran {
    walletfix(line).home(ran.home).run()
}

#[test]
fn sessions_are_listed_shown_and_deleted() {
    let home = kept_as(&["aaaa1111", "aaaa2222", "bbbb3333"]);
    let ran = walletfix("sessions --lang zh").home(home).run().code(0).stderr("");
    assert_eq!(ran.stdout.lines().count(), 3, "{}", ran.stdout);
    let line = ran.stdout.lines().find(|line| line.starts_with("bbbb3333")).unwrap();
    assert!(line.ends_with("转账或付款失败  未完成，2 个回答"), "{line}");
    let list = ran.stdout.clone();
    let ran = then(ran, "sessions list --lang zh").code(0).stdout(&list);

    let ran = then(ran, "sessions show b --lang zh").code(0).stderr("");
    let ran = ran.prints("显示的状态：失败或已关闭").prints("bbbb3333");
    let ran = then(ran, "sessions show B --lang en").code(0).prints("Failed or closed");

    let ran = then(ran, "sessions show aaaa --lang zh").code(2).stdout("");
    let ran = ran.stderr("错误：有几条排查记录都以 aaaa 开头：aaaa1111, aaaa2222。请多写几位。\n");
    let ran = then(ran, "resume zzzz").code(2).stdout("");
    let ran = ran.stderr("error: There is no session zzzz. `walletfix sessions` lists those that are kept.\n");
    let ran = then(ran, "summary zzzz --lang zh").code(2).complains("没有 zzzz 这条排查记录");

    // One misspelt id, and nothing is deleted.
    let ran = then(ran, "sessions delete b zzzz").code(2).complains("There is no session zzzz.");
    let ran = then(ran, "sessions delete b aaaa").code(2).complains("Several sessions begin with aaaa");
    assert_eq!(journals(ran.home.path()).len(), 3);
    let ran = then(ran, "sessions delete b --lang zh").code(0).stdout("").stderr("已删除 1 条排查记录。\n");
    let ran = then(ran, "sessions delete --all").code(0).stderr("Deleted 2 sessions.\n");
    let ran = then(ran, "sessions").code(0).stdout("").stderr("No sessions are kept on this computer.\n");
    then(ran, "resume --lang zh").code(2).stderr("错误：没有可以继续的排查。\n");
}

#[test]
fn the_same_session_named_twice_is_deleted_once() {
    let home = kept_as(&["aaaa1111", "bbbb2222"]);
    let ran = walletfix("sessions delete aaaa aaaa1111").home(home).run().code(0).stderr("Deleted 1 session.\n");
    assert_eq!(journals(ran.home.path()).len(), 1);
}

#[test]
fn a_finished_session_is_no_longer_the_one_to_go_on_with() {
    let mut talk = walletfix(&format!("diagnose transfer-failed --lang zh --profile demo-pay {NOW}")).talk();
    for line in ["", "1", "1", "2", "4", "4", ""] {
        talk.prompt();
        talk.say(line);
    }
    let done = talk.end().code(0);
    let session = id(&journals(done.home.path())[0]);
    let summary = done.stdout.clone();
    let ran = then(done, "resume --lang zh").code(2).stdout("");
    let ran = ran.complains("没有可以继续的排查").complains(&format!("walletfix summary {session}"));
    then(ran, &format!("summary {session}")).code(0).stdout(&summary).stderr("");
}
