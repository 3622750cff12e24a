//! The end of a walk that sends to support, as the real program shows it in a terminal, and what its summary says of it.

use crate::harness::command::walletfix;
use crate::harness::pty::Pty;
use serde_json::Value;
use walletfix::i18n::{Lang, Message};

/// A request about another problem, at night: guard, topic, words, request, evidence, contacted, hurry, account, kind of
/// case and channel with what is said of each, wish.
const ANSWERS: [&str; 14] = ["", "1", "6", "It does not work.", "1", "2", "2", "2", ":skip", "2", "", "3", "", "1"];

/// The last screen of such a walk: what stands between the text of the end and the advice.
fn end_screen(lang: &str, columns: u16) -> String {
    let line = format!("diagnose contact-support --plain --lang {lang} --profile demo-pay --offline --no-save");
    let run = walletfix(&line).words("--now 2026-11-21T02:00:00+08:00");
    let (command, _home, _) = run.into_parts();
    let mut pty = Pty::of(&command, 400, columns);
    let asks = Message::new("prompt-answer").text(Lang::from_tag(lang).expect("a language"));
    for (at, answer) in ANSWERS.iter().enumerate() {
        // What is typed ahead is thrown away.
        pty.wait_until("the next question", |screen| screen.contents().matches(asks.trim_end()).count() > at);
        pty.send(&format!("{answer}\n"));
    }
    let ends = if lang == "zh" { "按回车看摘要" } else { "Press Enter for the summary" };
    let screen = pty.wait_for(ends);
    let from = screen.rfind(if lang == "zh" { "人工客服" } else { "Nobody is at" }).unwrap_or(0);
    let end = screen.rfind(ends).expect("the advice");
    screen[from..end].lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_screen_of_an_end() {
    for lang in ["zh", "en"] {
        for columns in [80, 40] {
            insta::assert_snapshot!(format!("end.{lang}.{columns}"), end_screen(lang, columns));
        }
    }
}

#[test]
fn the_summary_and_the_screen_say_the_same() {
    let summary = |now: &str, format: &str| {
        let line =
            format!("diagnose contact-support --lang en --profile demo-pay --offline --no-save --format {format}");
        walletfix(&line).words("--now").arg(now).stdin(format!("{}\n\n", ANSWERS.join("\n"))).run().code(0).stdout
    };
    let next =
        |now: &str| -> Value { serde_json::from_str::<Value>(&summary(now, "json")).expect("JSON")["next"].take() };
    // In the night the mailbox is first: nobody knows its hours, and the chat is closed.
    let night = next("2026-11-21T02:00:00+08:00");
    assert_eq!(night["channel"], "email");
    assert_eq!((&night["open"], &night["at"]), (&Value::Null, &Value::Null));
    assert_eq!(night["follow_up_by"], "2026-11-22T02:00:00+08:00");
    // By day the chat is.
    let day = next("2026-11-21T10:00:00+08:00");
    assert_eq!((&day["channel"], &day["open"]), (&"chat".into(), &true.into()));
    assert_eq!(day["follow_up_by"], "2026-11-21T10:10:00+08:00");
    let text = summary("2026-11-21T10:00:00+08:00", "text");
    assert!(text.contains("without an answer, asks again: 2026-11-21T10:10:00+08:00"), "{text}");
    // The list and the walk come from one place.
    let listed =
        walletfix("contact --profile demo-pay --for contact --format json --now 2026-11-21T10:00:00+08:00").run();
    let listed: Vec<Value> = serde_json::from_str(&listed.code(0).stdout).expect("JSON");
    assert_eq!((&listed[0]["id"], &listed[0]["follow_up_by"]), (&day["channel"], &day["follow_up_by"]));
}

/// A payment, at night: what was told of it stands in the text to paste, and what nobody knew is named.
#[test]
fn the_text_to_paste_names_the_case() {
    let answers = [
        "",
        "1",
        "2",
        "I paid and the shop has nothing.",
        "2",
        "1",
        "yesterday 14:30",
        "1280 CNY",
        ":skip",
        "Shop",
        "3",
        "9909",
        "138 0013 8000",
        "3",
        "2",
        "1",
        "T-20261123-07",
        "They said to wait.",
        "2",
        "2",
        "2",
        "",
        "3",
        "",
        "1",
        "",
    ];
    let ran = walletfix("diagnose contact-support --lang en --profile demo-pay --offline --no-save")
        .words("--now 2026-11-24T02:00:00+08:00")
        .stdin(format!("{}\n", answers.join("\n")))
        .run()
        .code(0);
    let screen = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("ticket T-20261123-07, order [order number], and have had no answer"), "{screen}");
    assert!(screen.contains("Not in the summary yet: order number. If you find it, send it along."), "{screen}");
    assert!(!ran.stdout.contains("[order number]"), "the summary is for the agent: {}", ran.stdout);
}

#[test]
fn a_note_does_not_change_what_was_shown() {
    // At eight in the morning the chat opens; the note is taken whenever this test runs.
    for (now, channel, open) in [("07:59", "email", Value::Null), ("10:00", "chat", true.into())] {
        let line =
            format!("diagnose contact-support --lang en --profile demo-pay --offline --now 2026-11-24T{now}:00+08:00");
        let ran = walletfix(&line).stdin(format!("{}\n\n", ANSWERS.join("\n"))).run().code(0);
        assert!(!ran.stderr.contains("2026-11-24T"), "nobody reads an instant as machines write it: {}", ran.stderr);
        let mut sessions = std::fs::read_dir(ran.home.path().join("data/sessions")).expect("the sessions");
        let file = sessions.next().expect("a session").expect("a session").path();
        let id = file.file_stem().expect("an id").to_string_lossy().into_owned();
        let home = walletfix("sessions note").arg(&id).arg("They answered").home(ran.home).run().code(0).home;
        let ran = walletfix("summary --format json").arg(&id).home(home).run().code(0);
        let next = serde_json::from_str::<Value>(&ran.stdout).expect("JSON")["next"].take();
        assert_eq!((&next["channel"], &next["open"]), (&channel.into(), &open));
    }
}
