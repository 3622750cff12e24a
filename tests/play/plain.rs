//! In plain lines, from a pipe.

use super::{FIRST, folder, save};
use crate::harness::command::{Ran, Run, walletfix};

const NOW: &str = "--now 2026-09-01T10:00:00+08:00";

fn small(words: &str) -> Run {
    walletfix(&format!("play transfer-failed --flows tests/packs/small {NOW} {words}"))
}

/// Everything somebody sees, standard error first.
fn seen(ran: &Ran) -> String {
    format!("{}=== standard output\n{}", ran.stderr, ran.stdout)
}

/// From the check by hand over a sub-flow to an end, and on the way once back.
const LINES: &str = "5\n1\n:back\n1\n1\n1\n100\n20\n\n";

#[test]
fn a_whole_preview_in_english() {
    let ran = small("--lang en").stdin(LINES).run().code(0);
    insta::assert_snapshot!("whole-en", seen(&ran));
}

#[test]
fn a_whole_preview_in_chinese() {
    let ran = small("--lang zh").stdin(LINES).run().code(0);
    insta::assert_snapshot!("whole-zh", seen(&ran));
}

#[test]
fn nothing_is_kept() {
    let ran = small("").stdin(LINES).run().code(0);
    assert!(!ran.home.path().join("data").exists());
}

#[test]
fn how_it_ends() {
    // Nothing is left unfinished by somebody who has seen enough.
    small("").stdin(":quit\n").run().code(0).stdout("");
    small("").stdin("").run().code(3).stdout("").complains("The input ended at “");
    small("").stdin("1\n").run().code(3).complains("The input ended at “");
    walletfix("play transfer-faild").run().code(2).complains("The nearest is transfer-failed.");
    walletfix("play").run().code(2).complains("FLOW is missing");
    walletfix("play no/such/file.toml").run().code(4);
    small("--profile nobody").run().code(2).complains("There is no profile nobody. Choose");
    let (folder, file) = folder();
    save(&file, &FIRST.replace(r#"next = "support""#, r#"next = "suport""#));
    let ran = walletfix("play app --flows").arg(folder.path()).run().code(1);
    ran.complains("error[unknown-step]").complains("The flow app has mistakes");
}

#[test]
fn a_step_to_begin_at() {
    let ran = small("--at network.this-device").stdin("").run().code(3);
    let ran =
        ran.complains("Begins at network.this-device. These answers were taken to get there:\n  probe service = ok\n");
    ran.complains("network.this-device (ask)  tests/packs/small/shared/check-network.toml:")
        .complains("  symptom = rejected\n");
    let ran = small("--at network.this-devise").stdin("").run().code(2);
    ran.complains("The flow transfer-failed has no step network.this-devise. The nearest is\nnetwork.this-device.");
    small("--at symptom.x").run().code(2).complains("All steps: walletfix flows show transfer-failed");
    small("--at .").run().code(2);
    // The first step needs no answers.
    let first = small("--at service").stdin("").run().code(3);
    assert!(!first.stderr.contains("Begins at"), "{}", first.stderr);
    // By its file.
    let by_file = walletfix("play tests/packs/small/transfer-failed.toml --at top-up").words(NOW).stdin("\n").run();
    by_file.code(0).prints("transfer-failed/top-up").complains("top-up (end)").complains("Not enough money");
}

#[test]
fn a_check_can_find_something_else_the_second_time() {
    let ran = small("--lang en").stdin("4\n:back\n1\n").run().code(3);
    // The outage, then back to the check, which asks again at once, however fresh its finding is.
    assert_eq!(ran.stderr.matches("(probe service-status at service)").count(), 2, "{}", ran.stderr);
    ran.complains("outage (end)").complains("The input ended at “");
    let ran = small("").stdin("unknown\n").run().code(3);
    ran.complains("Could not tell").complains("The input ended at “");
    small("").stdin(":skip\n").run().code(3).complains("The input ended at “");
    small("").stdin("\n").run().code(3).complains("The input ended at “");
}

#[test]
fn a_check_without_a_network_says_what_it_finds_itself() {
    let words = format!("play shared/contact-support --profile demo-pay --lang en --at hours {NOW}");
    let ran = walletfix(&words).stdin("\n\n3\n\n\n").run().code(0);
    assert_eq!(ran.stderr.matches("(probe support-hours at hours)").count(), 1, "{}", ran.stderr);
    ran.complains("- for = contact\n").complains("Enter means Open now");
}

#[test]
fn what_was_typed_by_mistake_is_refused_here_too() {
    let secret = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let ran = small("--at amount").stdin(format!("{secret}\n2\n")).run().code(3);
    assert!(!ran.stderr.contains("sausage"));
    ran.complains("That looked like a recovery phrase.");
}

#[test]
fn the_other_language_can_come_first() {
    let ran = small("--at symptom").stdin(":lang\n").run().code(3);
    let [first, then] = ["What does the transfer list show", "账单里这笔转账显示什么"]
        .map(|text| ran.stderr.match_indices(text).map(|(at, _)| at).collect::<Vec<_>>());
    assert!(first[0] < then[0] && then[1] < first[1], "{}", ran.stderr);
}

#[test]
fn an_edit_is_seen_after_the_next_answer_or_at_once_on_an_empty_line() {
    let (folder, file) = folder();
    let mut talk = walletfix("play app --lang en --flows").arg(folder.path()).talk();
    let said = talk.answer("Restart the phone, then open the app.", "2");
    assert!(said.contains("请重启手机，再打开应用。"), "{said}");
    assert!(talk.prompt().contains("Which version is the app?"));
    // Another question at the same step: what was answered before is gone through again.
    save(&file, &FIRST.replace("Which version is the app?", "Which version does it say?"));
    talk.say("");
    let said = talk.answer("Which version does it say?", ":reload");
    assert!(said.contains("app.toml has changed.") && !said.contains("Restart the phone"), "{said}");
    // With mistakes the last sound version stays.
    assert!(talk.prompt().contains("No file has changed."));
    save(&file, &FIRST.replace(r#"next = "support""#, r#"next = "suport""#));
    talk.say("7.1");
    let said = talk.answer("Contact support with this summary.", ":back");
    assert!(said.contains("error[unknown-step]: no step is named `suport`"), "{said}");
    assert!(said.contains("The last version without mistakes stays until they are mended."), "{said}");
    // Mended, and the answer that was given can be given no more.
    assert!(talk.prompt().contains("Enter means 7.1"));
    let renamed = FIRST.replace("[step.restart]", "[step.again]").replace(r#"start = "restart""#, r#"start = "again""#);
    save(&file, &renamed);
    talk.say("");
    let said = talk.answer("Restart the phone, then open the app.", ":quit");
    assert!(said.contains("again (try)") && said.contains("no longer fit"), "{said}");
    talk.end().code(0).stdout("");
}

#[test]
fn a_mistake_elsewhere_does_not_stop_the_preview() {
    let (folder, file) = folder();
    let mut talk = walletfix("play app --flows").arg(folder.path()).talk();
    talk.prompt();
    save(&file.with_file_name("other.toml"), &FIRST.replace(r#"next = "support""#, r#"next = "suport""#));
    talk.say(":lang");
    let said = talk.answer("请重启手机", "1");
    assert!(said.contains("流程包的其他文件里有 1 个错误"), "{said}");
    // Its own mistakes are told in the language that somebody chose.
    assert!(talk.prompt().contains("应用又能用了。"));
    save(&file, &FIRST.replace("label.en", "labl.en"));
    talk.say("");
    let said = talk.answer("应用又能用了。", "");
    assert!(said.contains("错误[unknown-key]") && said.contains("改好之前"), "{said}");
    talk.end().code(0).prints("主题").prints("Subject");
}

#[test]
fn the_programs_own_flows_cannot_be_edited() {
    let elsewhere = tempfile::tempdir().unwrap();
    let ran = walletfix("play transfer-failed").dir(elsewhere.path()).stdin(":reload\n").run().code(3);
    ran.complains("These flows come with the program and cannot be edited.");
}

#[test]
fn without_a_folder_it_is_the_folder_flows() {
    let place = tempfile::tempdir().unwrap();
    std::fs::create_dir(place.path().join("flows")).unwrap();
    save(&place.path().join("flows/app.toml"), FIRST);
    let ran = walletfix("play app --lang en").dir(place.path()).stdin("").run().code(3);
    ran.complains("restart (try)  flows/app.toml:");
    walletfix("play transfer-failed").dir(place.path()).run().code(2).complains("There is no flow transfer-failed");
}
