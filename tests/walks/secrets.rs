//! A secret that is typed is nowhere afterwards: on no output, and in no file, whenever the power goes.

use super::transcript::{also, each};
use crate::harness::command::walletfix;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const CARD: &str = "4111 1111 1111 1111";
const HASH: &str = "0x5ec2a2868ecf6497bea7a36fdb2aaf5e1d7488e4a966440af14e4f636d7f23e0";
const NOW: &str = "--now 2026-11-24T10:00:00+08:00";

/// One question after the other that takes any text, in the order that the walk asks them.
const ANSWERS: &str = r#"format = 1
flow = "transfer-failed"
profile = "demo-pay"
now = 2026-11-24T10:00:00+08:00
lang = "en"
[probes]
"service.service" = "ok"
"app.newest" = "8.5.1"
[answers]
"guard.danger" = []
symptom = "rejected"
"failed.debited" = "no"
says = "network"
"network.connection" = "wifi"
amount = "1280 CNY"
"app.platform" = "ios"
"app.version" = "8.5.1"
error = "E1024"
when = 2026-11-24T09:40:00+08:00
"facts.order-id" = "2026090122001400001234567890"
"facts.payee" = "Lin Wei"
"facts.method" = "balance"
"facts.account" = "138 0000 0000"
"evidence.have" = true
"evidence.item" = "TEXT"
"evidence.more" = false
"urgency.hurry" = false
swap = false
request = "cause"
"#;

/// What of the secret a text gives away: three neighbouring words of a phrase, eight characters in a row of anything else.
fn given_away(secret: &str, text: &str) -> Option<String> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = plain(text);
    let words: Vec<&str> = secret.split_whitespace().collect();
    let signs: Vec<char> = secret.chars().collect();
    let parts: Vec<String> = if words.len() >= 12 {
        words.windows(3).map(|three| three.join(" ")).collect()
    } else {
        signs.windows(8).map(|eight| eight.iter().collect()).collect()
    };
    assert!(!parts.is_empty(), "{secret} is too short to be looked for");
    parts.into_iter().find(|part| text.contains(part.as_str()))
}

#[track_caller]
fn nowhere_in(secret: &str, what: &str, text: &str) {
    assert_eq!(given_away(secret, text), None, "{what}\n{text}");
}

fn no_file_holds(secret: &str, folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        nowhere_in(secret, "a name of a file", &path.display().to_string());
        if path.is_dir() {
            no_file_holds(secret, &path);
        } else {
            let bytes = fs::read(&path).unwrap();
            nowhere_in(secret, &path.display().to_string(), &String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn a_refused_secret_is_in_no_file_and_on_no_output_wherever_the_power_goes() {
    each(also("secret"), |transcript| {
        let secret = transcript.secret.as_deref().expect("the walk names its secret");
        let mut typed = false;
        for stop in 1..=transcript.steps.len() {
            let mut talk = transcript.run().talk();
            for step in &transcript.steps[..stop] {
                nowhere_in(secret, "a screen", &talk.prompt());
                transcript.step(&mut talk, step);
                typed |= given_away(secret, &step.act.line()).is_some() || step.act.line().len() > 60;
            }
            if stop < transcript.steps.len() {
                nowhere_in(secret, "a screen", &talk.prompt());
                no_file_holds(secret, talk.kill().path());
            } else {
                let ran = talk.end().code(0);
                nowhere_in(secret, "standard error", &ran.stderr);
                nowhere_in(secret, "the summary", &ran.stdout);
            }
        }
        assert!(typed, "{} never types its secret", transcript.name);
    });
}

/// Walks with an answers file in which one free text is `text`.
fn with_file(text: &str, words: &str) -> crate::harness::command::Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    fs::write(&path, ANSWERS.replace("TEXT", text)).unwrap();
    walletfix("diagnose --answers").arg(&path).words(words).run()
}

#[test]
fn a_secret_in_an_answers_file_stops_the_walk_and_is_not_shown() {
    let ran = with_file(&format!("my phrase is {PHRASE}"), "").code(2).stdout("");
    let ran = ran.complains("evidence.item").complains("It looks like a recovery phrase.");
    nowhere_in(PHRASE, "standard error", &ran.stderr);
    no_file_holds(PHRASE, ran.home.path());
}

#[test]
fn a_mistake_in_an_answers_file_does_not_show_the_secret_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    for broken in [
        format!("format = 1\n[answers]\nrequest = \"{PHRASE}\n"),
        format!("format = 1\n\"{PHRASE}\" = 1\n"),
        format!("format = 1\n[answers]\nrequest = \"a\" {PHRASE}\n"),
    ] {
        fs::write(&path, &broken).unwrap();
        let ran = walletfix("diagnose transfer-failed --answers").arg(&path).run().code(2).stdout("");
        nowhere_in(PHRASE, &broken, &ran.stderr);
        assert!(ran.stderr.contains("****"), "{}", ran.stderr);
    }
}

#[test]
fn of_a_card_number_the_last_four_digits_stay() {
    let ran = with_file(&format!("paid with {CARD} yesterday"), "--format json").code(0).prints("****1111");
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["redactions"], serde_json::json!([{ "kind": "card", "count": 1 }]));
    nowhere_in(CARD, "the summary", &ran.stdout);
    no_file_holds(CARD, ran.home.path());
}

#[test]
fn a_key_is_a_transaction_hash_only_where_one_is_asked_for() {
    with_file(HASH, "").code(2).complains("a private key");
    let pending = ANSWERS.split("symptom").next().unwrap_or_default();
    let pending = pending
        .replace("\"service.service\" = \"ok\"\n\"app.newest\" = \"8.5.1\"\n", "")
        .replace("transfer-failed", "transaction-pending");
    let pending = pending.replace("demo-pay", "generic")
        + &format!(
            "\"kind.wallet\" = \"self-custody\"\nsent-at = 2026-11-24T09:00:00+08:00\nchain = \"evm\"\ntx-id = \"{HASH}\"\nstatus = \"pending\"\nrestart = \"not-fixed\"\nplan-evm = \"wait\"\n"
        );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    fs::write(&path, pending).unwrap();
    for format in ["text", "markdown", "json"] {
        walletfix("diagnose --format").arg(format).words("--answers").arg(&path).run().code(0).prints(&HASH[..20]);
    }
}

#[test]
fn what_another_hand_wrote_into_a_journal_is_not_shown() {
    let mut talk = walletfix(&format!("diagnose transfer-failed --lang en --profile demo-pay {NOW}")).talk();
    talk.answer("First, rule out danger", "");
    talk.answer("None of these, right", "1");
    talk.prompt();
    let home = talk.kill();
    let folder = home.path().join("data/sessions");
    let journal = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let id = journal.file_stem().unwrap().to_string_lossy().into_owned();
    let mut text = fs::read_to_string(&journal).unwrap();
    for event in [
        format!(r#""event":"words","text":"{PHRASE}""#),
        format!(r#""event":"note","text":"the agent wanted {PHRASE}""#),
        format!(r#""event":"attach","name":"{PHRASE}.png","size":1,"sha256":"{}""#, "0".repeat(64)),
    ] {
        writeln!(text, "{{\"at\":\"2026-11-24T02:00:00Z\",{event}}}").unwrap();
    }
    fs::write(&journal, text).unwrap();
    let mut home = home;
    for command in ["sessions", "sessions show", "summary", "summary --format json", "summary --format markdown"] {
        let run = walletfix(command).words("--lang en").home(home);
        let ran = if command == "sessions" { run.run() } else { run.arg(&id).run() }.code(0);
        nowhere_in(PHRASE, command, &ran.stdout);
        nowhere_in(PHRASE, command, &ran.stderr);
        home = ran.home;
    }
    let mut talk = walletfix(&format!("resume {NOW}")).home(home).talk();
    let mut said = talk.prompt();
    talk.say(":review");
    said += &talk.prompt();
    nowhere_in(PHRASE, "a screen", &said);
}

#[test]
fn the_question_after_a_refusal_is_not_lost_with_the_power() {
    let mut talk = walletfix(&format!("diagnose transfer-failed --lang en --profile demo-pay {NOW}")).talk();
    for (see, line) in [
        ("First, rule out danger", ""),
        ("None of these, right", "1"),
        ("what does this transaction show now", "1"),
        ("Has the available balance gone down", PHRASE),
    ] {
        talk.answer(see, line);
    }
    assert!(talk.prompt().contains("Have you typed it anywhere else"));
    let mut talk = walletfix(&format!("resume {NOW}")).home(talk.kill()).talk();
    let said = talk.answer("Have you typed it anywhere else", "2");
    assert!(said.contains("What was refused last time looked like a recovery phrase"), "{said}");
    talk.answer("Has the available balance gone down", ":quit");
    let ran = talk.end().code(3);
    let mut talk = walletfix(&format!("resume {NOW}")).home(ran.home).talk();
    assert!(talk.prompt().contains("Has the available balance gone down"), "it was answered");
}

#[test]
fn a_note_with_a_secret_is_refused() {
    let home = {
        let mut talk = walletfix(&format!("diagnose transfer-failed --lang en --profile demo-pay {NOW}")).talk();
        talk.answer("First, rule out danger", "");
        talk.answer("None of these, right", "1");
        talk.prompt();
        talk.kill()
    };
    let journal = fs::read_dir(home.path().join("data/sessions")).unwrap().next().unwrap().unwrap().path();
    let id = journal.file_stem().unwrap().to_string_lossy().into_owned();
    let note = |home| walletfix("sessions note").arg(&id).words("--lang en").home(home);
    let ran = note(home).arg("the agent asked for").arg(PHRASE).run().code(2);
    let ran = ran.complains("That looked like a recovery phrase. It was not saved.").complains("Other words will do");
    nowhere_in(PHRASE, "standard error", &ran.stderr);
    let ran = note(ran.home).stdin(format!("{PHRASE}\n")).run().code(2).complains("a recovery phrase");
    no_file_holds(PHRASE, ran.home.path());
    let ran = note(ran.home).stdin("").run().code(3).complains("There is no note to add.");
    let ran = note(ran.home).arg("  ").run().code(2).complains("There is nothing here yet.");
    let ran = note(ran.home).arg(format!("card {CARD}")).run().code(0).complains("****1111");
    let ran = note(ran.home).arg("support calls on Friday").run().code(0).complains("The note was added");
    let ran = walletfix("sessions show").arg(&id).words("--lang en").home(ran.home).run().code(0);
    let ran = ran.prints(": card ****1111\n").prints(": support calls on Friday\n");
    nowhere_in(CARD, "what is kept", &ran.stdout);
}

#[test]
fn a_pack_without_an_urgent_flow_shows_urgent_channels() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("one.toml"),
        "format = 1\n[flow]\ntitle.zh = \"问题\"\ntitle.en = \"A problem\"\nstart = \"words\"\nowner = \"support\"\n\
         [step.words]\nask.zh = \"写了什么？\"\nask.en = \"What does it say?\"\ntype = \"text\"\nformat = \"free\"\n\
         field = \"request\"\nnext = \"done\"\n[step.done]\nend = \"advice\"\ntext.zh = \"好了。\"\ntext.en = \"Done.\"\n",
    )
    .unwrap();
    let mut talk = walletfix("diagnose one --lang en --flows").arg(folder.path()).talk();
    talk.answer("What does it say", PHRASE);
    talk.answer("Have you typed it anywhere else", "3");
    let said = talk.answer("Whoever has it may get into the account", "");
    assert!(said.contains("Urgent: "), "{said}");
    talk.answer("What does it say", "nothing");
    talk.answer("Press Enter for the summary", "");
    talk.end().code(0).prints("may have got out");
}
