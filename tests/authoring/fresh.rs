//! `new`: what it writes passes as it is, whatever was answered; and what does not fit is told at once.

use crate::harness::cases;
use crate::harness::command::{Ran, walletfix};
use proptest::prelude::{ProptestConfig, prop, proptest};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const MAIN: &str = "应用闪退\nThe app crashes\napp\n应用能打开吗？\nDoes the app open?\napp-support\n";
const SHARED: &str = "手机的网络\nThe phone's network\n手机能上网吗？\nIs the phone online?\ncore-support\n";

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn new(line: &str, folder: &Path, input: &str) -> Ran {
    walletfix(&format!("new {line}")).dir(folder).stdin(input).run()
}

/// Every file below, with what it holds.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    found
}

fn names(folder: &Path) -> Vec<String> {
    files(folder).into_iter().map(|(name, _)| name).collect()
}

/// The pack in the working folder is sound, its tests pass and take every way.
fn proven(folder: &Path, pack: &str) {
    walletfix("validate --deny warnings").arg(pack).dir(folder).run().code(0).stderr("");
    walletfix("test --min-coverage 100").arg(pack).dir(folder).run().code(0).stderr("");
}

fn copy_pack(to: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("flows");
    for (name, text) in files(&root) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        fs::write(target, text).expect("a file");
    }
}

#[test]
fn an_empty_folder_becomes_a_pack() {
    for lang in ["zh", "en"] {
        let folder = folder();
        let ran = new(&format!("app-crashes --lang {lang}"), folder.path(), MAIN).code(0);
        assert_eq!(names(folder.path()), ["flows/app-crashes.toml", "flows/tests/app-crashes.toml"]);
        for command in ["walletfix validate flows", "walletfix play app-crashes --flows flows", "walletfix test flows"]
        {
            assert!(ran.stdout.contains(command), "{}", ran.stdout);
        }
        // Where nothing is named, the same folder is meant.
        walletfix("validate --deny warnings").dir(folder.path()).run().code(0);
        proven(folder.path(), "flows");
        new("shared/network", folder.path(), SHARED).code(0);
        new("cards/declined", folder.path(), MAIN).code(0);
        proven(folder.path(), "flows");
    }
}

#[test]
fn what_is_written_in_both_languages() {
    for lang in ["en", "zh"] {
        let folder = folder();
        new(&format!("app-crashes --lang {lang}"), folder.path(), MAIN).code(0);
        new(&format!("shared/network --lang {lang}"), folder.path(), SHARED).code(0);
        let all: Vec<String> = files(folder.path()).iter().map(|(name, text)| format!("--- {name}\n{text}")).collect();
        insta::assert_snapshot!(format!("written-{lang}"), all.join("\n"));
    }
}

#[test]
fn a_flow_joins_the_shipped_pack() {
    let folder = folder();
    copy_pack(&folder.path().join("flows"));
    new("app-crashes", folder.path(), MAIN).code(0);
    new("shared/network", folder.path(), SHARED).code(0);
    proven(folder.path(), "flows");
    for (name, line) in [
        ("app-crashes.toml", "#:schema schema/flow-1.json\n"),
        ("shared/network.toml", "#:schema ../schema/flow-1.json\n"),
        ("tests/app-crashes.toml", "#:schema ../schema/test-1.json\n"),
        ("tests/shared/network.toml", "#:schema ../../schema/test-1.json\n"),
    ] {
        let text = fs::read_to_string(folder.path().join("flows").join(name)).expect("written");
        assert!(text.starts_with(line), "{name}: {text}");
    }
}

#[test]
fn where_it_is_written() {
    let written = |line: &str, prepare: &dyn Fn(&Path)| {
        let folder = folder();
        prepare(folder.path());
        let ran = new(line, folder.path(), MAIN).code(0);
        (names(folder.path()), ran.stdout)
    };
    let nothing = |_: &Path| {};
    let here = |folder: &Path| fs::write(folder.join("a.toml"), "format = 1\n[flow]\n").expect("written");
    let other = |folder: &Path| fs::write(folder.join("Cargo.toml"), "[package]\n").expect("written");
    assert_eq!(written("x --flows my/pack", &nothing).0, ["my/pack/tests/x.toml", "my/pack/x.toml"]);
    assert_eq!(written("x", &here).0, ["a.toml", "tests/x.toml", "x.toml"]);
    assert_eq!(written("x", &other).0, ["Cargo.toml", "flows/tests/x.toml", "flows/x.toml"]);
    // As people point at files.
    assert_eq!(written("flows/x.toml", &nothing).0, ["flows/tests/x.toml", "flows/x.toml"]);
    assert!(written("x --flows ./flows", &nothing).1.contains("walletfix test flows\n"));
}

#[test]
fn a_folder_with_a_space_is_quoted_in_the_next_commands() {
    let folder = folder();
    let ran = walletfix("new x --flows").arg("my flows").dir(folder.path()).stdin(MAIN).run().code(0);
    assert!(ran.stdout.contains("walletfix test 'my flows'\n"), "{}", ran.stdout);
}

#[test]
fn nothing_is_written_over() {
    for there in ["flows/app.toml", "flows/tests/app.toml"] {
        let folder = folder();
        let path = folder.path().join(there);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, "mine").expect("written");
        // Before anything is asked.
        let ran = new("app", folder.path(), MAIN).code(2);
        assert!(ran.stderr.contains(&format!("{there} is there already")), "{}", ran.stderr);
        // And while it is asked.
        let ran = new("", folder.path(), "app\nother\n:quit\n").code(3);
        assert!(ran.stderr.contains(&format!("{there} is there already")), "{}", ran.stderr);
        assert_eq!(files(folder.path()), [(there.to_owned(), "mine".to_owned())]);
    }
}

#[test]
fn a_name_that_is_no_id_is_refused_with_what_would_be_right() {
    let folder = folder();
    for (id, said) in [
        ("App_Crashes", "did you mean `app-crashes`?"),
        ("应用", "an id begins with a letter"),
        ("../escape", "an id begins with a letter"),
        ("tests/app", "the folder tests of a pack"),
        ("profiles/app", "the folder profiles of a pack"),
        ("", "the name is empty"),
    ] {
        let ran = walletfix("new").arg(id).dir(folder.path()).stdin(MAIN).run().code(2);
        assert!(ran.stderr.replace('\n', " ").contains(said), "{id}: {}", ran.stderr);
    }
    assert!(files(folder.path()).is_empty());
}

#[test]
fn answers_are_judged_by_the_rules_of_flows() {
    let wide = "很".repeat(39);
    let cases = [
        (0, "It crashes at once", "text-wrong-script"),
        (0, wide.as_str(), "label-too-wide"),
        (1, "应用闪退", "text-same"),
        (0, "应用 {name} 闪退", "placeholder-unknown"),
        (2, "weather", "no such option"),
        (3, "请把助记词写在这里。能打开吗？", "asks-secret"),
        (3, "拨打 95588 能打通吗？", "literal-contact"),
        (4, "Does https://pay.example open?", "literal-contact"),
        (4, "Does { it } open?", "placeholder"),
        (5, "legal winner thank year wave sausage worth useful legal winner thank yellow", "recovery phrase"),
        (5, "", "empty"),
    ];
    for (place, bad, said) in cases {
        let folder = folder();
        let mut lines: Vec<&str> = MAIN.lines().collect();
        lines.insert(place, bad);
        let ran = new("app", folder.path(), &(lines.join("\n") + "\n")).code(0);
        assert!(ran.stderr.replace('\n', " ").contains(said), "{bad}: {}", ran.stderr);
        let whole: String = files(folder.path()).into_iter().map(|(_, text)| text).collect();
        assert!(MAIN.contains(bad) || !whole.contains(&format!("\"{bad}\"")), "{whole}");
        proven(folder.path(), "flows");
    }
}

#[test]
fn what_could_be_better_is_said_once_and_taken() {
    let folder = folder();
    let ran = new("app", folder.path(), &MAIN.replace("打开吗？", "打开吗?")).code(0);
    assert_eq!(ran.stderr.matches("Taken, though").count(), 1, "{}", ran.stderr);
}

#[test]
fn back_help_language_and_quit() {
    let folder = folder();
    // Back keeps the answer as what Enter means.
    let input = "?\n应用闪退\nThe app hangs\n:back\n\nThe app crashes\n:review\n:lang\napp\n:back\n\n应用能打开吗？\nDoes the app open?\napp-support\n";
    let input = input.replace(":back\n\nThe app", ":back\nThe app");
    let ran = new("app --lang en", folder.path(), &input).code(0);
    for said in [
        "at most 76 columns",
        "Enter means The app hangs",
        "Here there are :back",
        "列在哪一类下面",
        "直接回车 = 应用本身的问题",
    ] {
        assert!(ran.stderr.contains(said), "{said}: {}", ran.stderr);
    }
    let text = fs::read_to_string(folder.path().join("flows/app.toml")).expect("written");
    assert!(text.contains("title.en = \"The app crashes\"") && text.contains("# 提问"), "{text}");
    let folder = self::folder();
    let ran = new("app", folder.path(), ":back\n应用\n:quit\n").code(3);
    assert!(ran.stderr.contains("This is the first screen") && ran.stderr.ends_with("Nothing was written.\n"));
    assert!(files(folder.path()).is_empty());
}

#[test]
fn where_nobody_answers_what_is_missing_is_named() {
    let folder = folder();
    let ran = walletfix("new app").dir(folder.path()).run().code(3);
    let said = ran.stderr.replace('\n', " ");
    assert!(said.contains("title-zh, title-en, group, question-zh, question-en, owner"), "{said}");
    let ran = new("shared/app", folder.path(), "手机的网络\nThe network\n").code(3);
    assert!(
        ran.stderr.replace('\n', " ").contains("answered: question-zh, question-en, owner. Nothing"),
        "{}",
        ran.stderr
    );
    assert!(files(folder.path()).is_empty());
}

#[test]
#[cfg(unix)]
fn a_disk_that_says_no_leaves_nothing_behind() {
    let folder = folder();
    // Root may write anywhere, but nobody can make a folder of a file.
    fs::create_dir(folder.path().join("flows")).expect("a folder");
    fs::write(folder.path().join("flows/tests"), "a file").expect("written");
    let ran = new("app", folder.path(), MAIN).code(4);
    assert!(ran.stderr.replace('\n', " ").contains("Cannot write flows/tests/app.toml: "), "{}", ran.stderr);
    assert_eq!(names(folder.path()), ["flows/tests"]);
    // A file where the pack should be is told before anything is asked.
    fs::write(folder.path().join("notes"), "a file").expect("written");
    let ran = new("app --flows notes", folder.path(), MAIN).code(2);
    assert_eq!(ran.stderr, "error: notes is a file. Give a folder for the flows.\n");
}

#[test]
#[cfg(unix)]
fn lists_and_lines_at_a_terminal() {
    use crate::harness::pty::Pty;
    let folder = folder();
    let (mut command, _home, _) = walletfix("new app-crashes").dir(folder.path()).into_parts();
    command.env("TERM", "xterm-256color");
    let mut pty = Pty::of(&command, 40, 78);
    for (shown, keys) in [
        ("in a few Chinese words?", "应用闪退\r"),
        ("The same in English?", "The app crashes\r"),
        ("Under which heading", "\x1b[B\x1b[B\x1b[B\r"),
        ("Which yes-no question", "应用能打开吗？\r"),
        ("The same question in English?", ":"),
        // A colon offers what works here and nothing else.
        ("Quit, nothing is written", "\x1b"),
        ("", "Does the app open?\r"),
        ("Which team", "app-support\r"),
        ("walletfix test flows", ""),
    ] {
        // Escape closes that again.
        let screen = if shown.is_empty() { pty.wait_for_no("Quit, nothing is written") } else { pty.wait_for(shown) };
        assert!(!screen.contains("See or change the answers") && !screen.contains("Save and quit"), "{screen}");
        pty.send(keys);
    }
    assert_eq!(pty.exit_code(), 0);
    let text = fs::read_to_string(folder.path().join("flows/app-crashes.toml")).expect("written");
    assert!(text.contains("group = \"app\""), "{text}");
    proven(folder.path(), "flows");
}

#[test]
#[cfg(unix)]
fn a_signal_says_that_nothing_was_written() {
    let folder = folder();
    let mut talk = walletfix("new app").dir(folder.path()).talk();
    talk.answer("Chinese", "应用闪退");
    talk.prompt();
    talk.signal("TERM");
    let ran = talk.end().code(143);
    assert!(ran.stderr.ends_with("\nNothing was written.\n"), "{}", ran.stderr);
    assert!(files(folder.path()).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(6), failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, either nothing is written or what is written passes.
    #[test]
    fn what_is_written_passes(lines in prop::collection::vec("[余额应用打开吗？。\"\\\\{}:?a-z .,0-9'’“”→!#=\\[\\]]{0,24}", 0..12)) {
        let folder = folder();
        // What was typed at random, then what completes it.
        let input = lines.join("\n") + "\n" + MAIN + &MAIN.repeat(2);
        let ran = new("app", folder.path(), &input);
        match ran.code {
            Some(0) => proven(folder.path(), "flows"),
            Some(3) => assert!(files(folder.path()).is_empty()),
            other => panic!("{other:?}: {}", ran.stderr),
        }
    }
}
