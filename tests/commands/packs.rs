//! `flows`, `flows show` and `validate` on the program's own pack, on folders, and on what is no pack at all.

use crate::harness::command::walletfix;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A flow without mistakes.
const SOUND: &str = include_str!("../../examples/first-flow/app-does-not-open.toml");

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

/// Two flows: one sound, one that leads to a step that is missing.
fn half_sound() -> TempDir {
    let broken = SOUND.replace(r#"next = "support""#, r#"next = "suport""#);
    folder(&[("sound.toml", SOUND), ("broken.toml", &broken), ("tests/keep", "")])
}

#[test]
fn flows_lists_what_the_program_brings() {
    let ran = walletfix("flows --lang zh").run().code(0).stderr("");
    for part in ["钱没到，或卡住了\n", "  transfer-failed ", "  shared/check-network "] {
        assert!(ran.stdout.contains(part), "{}", ran.stdout);
    }
    walletfix("flows").run().code(0).prints("Money is missing or stuck\n");
}

#[test]
fn flows_as_json() {
    let ran = walletfix("flows --format json --flows examples/first-flow").run().code(0).stderr("");
    let expected = serde_json::json!([{
        "id": "app-does-not-open",
        "title": { "zh": "应用打不开", "en": "The app does not open" },
        "about": { "zh": "点了没有反应，或一打开就退出", "en": "Nothing happens on a tap, or it closes at once" },
        "group": "app",
        "shared": false,
    }]);
    assert_eq!(serde_json::from_str::<Value>(&ran.stdout).expect("JSON"), expected);
}

#[test]
fn flows_lists_the_sound_and_tells_the_rest() {
    let pack = half_sound();
    let ran = walletfix("flows --flows").arg(pack.path()).run().code(0);
    assert!(ran.stdout.contains("  sound ") && !ran.stdout.contains("broken"), "{}", ran.stdout);
    ran.complains("error: The flow broken has mistakes").complains("walletfix validate");
}

#[test]
fn flows_show_in_both_languages() {
    for lang in ["zh", "en"] {
        let ran = walletfix("flows show app-does-not-open --flows examples/first-flow --lang").arg(lang).run();
        let ran = ran.code(0).stderr("");
        insta::assert_snapshot!(format!("flows-show-{lang}"), ran.stdout);
    }
    let all = walletfix("flows --format json").run().code(0);
    let all: Vec<Value> = serde_json::from_str(&all.stdout).expect("JSON");
    for flow in all {
        let id = flow["id"].as_str().expect("an id");
        let ran = walletfix("flows show").arg(id).env("LANG", "zh_CN.UTF-8").run().code(0).stderr("");
        assert!(ran.stdout.contains(flow["title"]["zh"].as_str().expect("a title")), "{}", ran.stdout);
    }
}

#[test]
fn an_unknown_flow_is_refused_with_the_nearest() {
    walletfix("flows show transfer-fail --lang zh")
        .run()
        .code(2)
        .stdout("")
        .stderr("错误：没有 transfer-fail 这个流程。最接近的是 transfer-failed。\n全部流程：walletfix flows\n");
    walletfix("flows show xyzzy").run().code(2).stderr("error: There is no flow xyzzy.\nAll flows: walletfix flows\n");
}

#[test]
fn a_flow_with_mistakes_is_refused_with_them() {
    let pack = half_sound();
    let show = |flow: &str| walletfix("flows show --flows").arg(pack.path()).arg(flow).run();
    show("broken").code(1).stdout("").complains("error[unknown-step]").complains("The flow broken has mistakes");
    show("sound").code(0).stderr("").prints("The app does not open (sound)");
}

#[test]
fn a_folder_that_is_no_pack() {
    let empty = folder(&[("readme.md", "nothing here")]);
    let toml_folder = folder(&[("flow.toml/inside.txt", "")]);
    for command in ["flows --flows", "validate"] {
        for (path, part) in [
            (Path::new("no-such-folder"), "Nothing is there: no-such-folder"),
            (empty.path(), "No flow is in"),
            (toml_folder.path(), "is not a file"),
            (Path::new("README.md"), "is not a .toml file"),
        ] {
            walletfix(command).arg(path).run().code(4).stdout("").complains("error: ").complains(part);
        }
    }
    walletfix("validate --lang zh no-such-folder").run().code(4).complains("错误：找不到 no-such-folder");
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let pack = folder(&[("locked/flow.toml", SOUND)]);
    let locked = pack.path().join("locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("permissions");
    // Whoever may read everything, as root may, finds the flow.
    let all_powerful = fs::read_dir(&locked).is_ok();
    let ran = walletfix("validate").arg(&locked).run();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).expect("permissions");
    if all_powerful {
        ran.code(0);
    } else {
        ran.code(4).complains("is not allowed");
    }
}

#[test]
fn validate_says_that_all_is_well() {
    walletfix("validate examples/first-flow")
        .run()
        .code(0)
        .stderr("")
        .stdout("No mistakes in 2 files, 1 of them a flow.\n");
    walletfix("validate --lang zh examples/first-flow/app-does-not-open.toml")
        .run()
        .code(0)
        .stdout("1 个文件都没有错误，其中 1 个是流程。\n");
}

#[test]
fn validate_without_a_path_takes_the_folder_flows() {
    let home = folder(&[("flows/app.toml", SOUND)]);
    walletfix("validate").dir(home.path()).run().code(0).prints("No mistakes in 1 file");
    walletfix("validate").dir(&home.path().join("flows")).run().code(4).complains("Nothing is there: flows");
}

#[test]
fn validate_shows_what_is_wrong_and_where() {
    let pack = half_sound();
    let ran = walletfix("validate").arg(pack.path()).run().code(1).stderr("");
    assert!(ran.stdout.contains("error[unknown-step]") && ran.stdout.contains("broken.toml:"), "{}", ran.stdout);
    walletfix("validate").arg(pack.path().join("broken.toml")).run().code(1);
    walletfix("validate").arg(pack.path().join("sound.toml")).run().code(0).prints("No mistakes in 1 file");
}

#[test]
fn validate_as_json() {
    let pack = half_sound();
    let ran = walletfix("validate --format json").arg(pack.path()).run().code(1).stderr("");
    let report: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(report["summary"]["errors"], 1);
    assert_eq!(report["summary"]["flows"], 2);
    let found = &report["diagnostics"][0];
    assert_eq!((&found["rule"], &found["severity"]), (&"unknown-step".into(), &"error".into()));
    assert_eq!(found["line"], SOUND.lines().position(|line| line == r#"next = "support""#).expect("the line") + 1);
    let sound = walletfix("validate --format json examples/first-flow").run().code(0);
    let report: Value = serde_json::from_str(&sound.stdout).expect("JSON");
    assert_eq!(report["diagnostics"], serde_json::json!([]));
    assert_eq!(report["summary"]["files"], 2);
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    // Nobody reads the answer: it reaches no summary and no condition.
    let unread = SOUND.replace("field = \"app-version\"\n", "");
    let pack = folder(&[("app.toml", &unread)]);
    walletfix("validate").arg(pack.path()).run().code(0).prints("warning[unused-fact]");
    walletfix("validate --deny warnings").arg(pack.path()).run().code(1).prints("warning[unused-fact]");
}

#[test]
fn dates_are_judged_only_against_a_given_day() {
    walletfix("validate flows --deny warnings").run().code(0);
    walletfix("validate flows --deny warnings --now 2027-11-21T23:00:00+08:00").run().code(0);
    let late = |flags: &str| walletfix("validate flows --now 2027-11-22T00:00:00+08:00").words(flags).run();
    late("").code(0).prints("warning[profile-stale]: last checked on 2026-11-21");
    late("--deny warnings --lang zh").code(1).prints("flows/regions/cn.toml").prints("flows/profiles/demo-pay.toml");
}

/// The tests themselves have clocks of their own, and `validate` looks at no review.
#[test]
fn reviews_are_judged_by_test_against_a_given_day() {
    let reviewed = SOUND.replace("owner =", "reviewed = 2026-01-31\nowner =");
    let flow = folder(&[("app.toml", &reviewed)]);
    let on = |day: &str| walletfix("test").arg(flow.path()).arg("--now").arg(day).words("--format json").run().code(0);
    on("2027-01-31T23:00:00+08:00").stderr("").prints("\"stale\": []");
    on("2027-02-01T00:00:00+08:00").prints("last reviewed on 2026-01-31").complains("warning[content-stale]");
    walletfix("test --format json").arg(flow.path()).run().code(0).stderr("").prints("\"coverage\": null\n}");
    walletfix("validate --deny warnings --now 2029-01-01T00:00:00Z").arg(flow.path()).run().code(0);
    let kept = reviewed.replace("owner =", "allow = { content-stale = \"this app has not changed\" }\nowner =");
    let flow = folder(&[("app.toml", &kept)]);
    walletfix("test --now 2029-01-01T00:00:00Z").arg(flow.path()).run().code(0).stderr("");
    walletfix("validate --deny warnings").arg(flow.path()).run().code(0);
}

#[test]
fn what_cannot_be_read_wins_over_what_was_found() {
    let pack = half_sound();
    let ran = walletfix("validate no-such-folder").arg(pack.path()).run().code(4);
    ran.prints("error[unknown-step]").complains("Nothing is there");
}

#[test]
fn several_paths_are_one_report() {
    let pack = half_sound();
    let ran = walletfix("validate")
        .arg(pack.path().join("broken.toml"))
        .arg(pack.path().join("sound.toml"))
        .arg(pack.path())
        .arg("examples/first-flow")
        .run()
        .code(1);
    assert_eq!(ran.stdout.matches("error[unknown-step]").count(), 1, "{}", ran.stdout);
}

#[test]
fn no_color_where_nobody_sees_it() {
    let pack = half_sound();
    for color in [None, Some(""), Some("1")] {
        let run = walletfix("validate").arg(pack.path());
        let run = if let Some(value) = color { run.env("NO_COLOR", value) } else { run };
        let ran = run.env("TERM", "xterm-256color").run().code(1);
        assert!(!ran.stdout.contains('\x1b') && !ran.stderr.contains('\x1b'));
    }
}

#[test]
fn tests_are_found_by_their_file_or_their_flow_s() {
    for path in ["flows/shared/how-much.toml", "flows/tests/shared/how-much.toml"] {
        walletfix("test").arg(path).run().code(0).stdout("6 tests passed.\n").stderr("");
    }
    walletfix("test").dir(folder(&[("a.toml", SOUND)]).path()).run().code(4).stdout("").complains("flows");
}

#[test]
fn a_failure_names_its_place() {
    let tests = include_str!("../../examples/first-flow/tests/app-does-not-open.toml");
    let wrong = tests.replace(r#"end = "solved", outcome = "resolved""#, r#"end = "support""#);
    let pack = folder(&[("app-does-not-open.toml", SOUND), ("tests/app-does-not-open.toml", &wrong)]);
    let ran = walletfix("test .").dir(pack.path()).run().code(1);
    ran.prints("FAILED tests/app-does-not-open.toml:5: app-does-not-open: a restart helps: end: expected support");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_turns_no_mistake_into_a_success() {
    let pack = half_sound();
    for words in ["validate", "validate --format json", "test"] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        walletfix(words).arg(pack.path()).stdout_to(writer).run().code(1);
    }
}

#[test]
fn tests_that_are_asked_for_twice_run_once() {
    let passed = |paths: &str| {
        let ran = walletfix(&format!("test {paths} --lang en")).run().code(0).stderr("");
        ran.stdout.split(' ').next().and_then(|count| count.parse::<usize>().ok()).expect("a count")
    };
    let (all, one) = (passed("flows"), passed("flows/tests/transfer-failed.toml"));
    assert!(one > 0 && one < all);
    assert_eq!(passed("flows/tests/transfer-failed.toml flows/transfer-failed.toml"), one);
    assert_eq!(passed("flows flows/tests/transfer-failed.toml"), all);
}
