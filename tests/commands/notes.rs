//! A contact with support from the day it is noted: shown, marked when its promise is overdue, reminded of, and told in the
//! next summary.

use crate::harness::command::walletfix;
use crate::harness::late::Late;
use serde_json::Value;
use std::fs;

/// Long after everything that is promised.
const AFTER: &str = "--now=2098-02-01T10:00:00+08:00[Asia/Shanghai]";

const CONTACT: [&str; 11] = [
    "--at",
    "2020-11-21 15:20",
    "--channel",
    "live chat",
    "--agent",
    "小王",
    "--promised",
    "2098-01-05 18:00",
    "--ticket",
    "T-1024",
    "They ask me to wait",
];

#[test]
fn a_contact_is_shown_with_all_that_is_known() {
    let mut kept = Late::open();
    kept.note(&CONTACT)
        .code(0)
        .stdout("")
        .complains("The note was added")
        .complains("5 Jan 2098, 18:00 (Beijing time)");
    kept.note(&["--at", "2020-11-20 9:00", "asked on the phone"]).code(0);
    let shown = kept.show("sessions show", "--lang en").code(0).stderr("");
    assert!(
        shown.stdout.ends_with(
            "Contacts and notes:\n- 20 Nov 2020, 09:00: asked on the phone\n- 21 Nov 2020, 15:20, Live chat, 小王: They ask me to \
             wait\n  answer promised by 5 Jan 2098, 18:00\n  ticket T-1024\n"
        ),
        "{}",
        shown.stdout
    );
    let shown = kept.show("sessions show", "--lang zh").code(0);
    assert!(
        shown.stdout.contains("- 2020 年 11 月 21 日 15:20，在线客服，小王：They ask me to wait\n"),
        "{}",
        shown.stdout
    );
    assert!(shown.stdout.ends_with("  答应 2098 年 1 月 5 日 18:00 前答复\n  工单号 T-1024\n"), "{}", shown.stdout);
}

#[test]
fn every_format_of_the_next_summary_has_it() {
    let mut kept = Late::ended();
    let before = kept.show("summary", "--format json").code(0);
    kept.note(&CONTACT).code(0);
    let json = kept.show("summary", "--format json").code(0);
    let (before, json): (Value, Value) =
        (serde_json::from_str(&before.stdout).unwrap(), serde_json::from_str(&json.stdout).unwrap());
    assert_eq!(before["id"], json["id"], "a note is no answer");
    assert_eq!(json["ticket"]["ticket_no"], "T-1024");
    let expected = serde_json::json!([{
        "at": "2020-11-21T15:20:00+08:00", "channel": "chat", "agent": "小王", "said": "They ask me to wait",
        "promised": "2098-01-05T18:00:00+08:00", "ticket_no": "T-1024",
    }]);
    assert_eq!(json["ticket"]["communication_log"], expected);
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = kept.show("summary", "").code(0);
    let line = "- 2020-11-21T15:20:00+08:00, Live chat, 小王: \"They ask me to wait\" [answer promised by \
                2098-01-05T18:00:00+08:00, ticket T-1024]";
    assert!(flat(&text.stdout).contains(line), "{}", text.stdout);
    assert!(text.stdout.contains("Numbers: existing ticket T-1024"), "{}", text.stdout);
    let short = kept.show("summary", "--short --summary-lang zh").code(0);
    for part in ["已有工单号 T-1024", "答应答复的时间: 2098-01-05T18:00:00+08:00 [在线客服，小王]"] {
        assert!(flat(&short.stdout).contains(part), "{part}: {}", short.stdout);
    }
    assert!(short.stdout.chars().count() <= 500);
    let markdown = kept.show("summary", "--format markdown").code(0);
    assert!(markdown.stdout.contains("T-1024"), "{}", markdown.stdout);
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_is_noted() {
    let mut kept = Late::open();
    let long = "x".repeat(101);
    for (options, complaint) in [
        (["--at", "whenever"], "--at: That is not a time."),
        (["--at", "2098-01-05 18:00"], "--at: That lies in the future."),
        (["--promised", "soon"], "--promised: That is no time and no duration."),
        (["--promised", "2020-01-05"], "--promised: The promised time does not lie after the contact."),
        (["--agent", long.as_str()], "--agent: At most 100 characters fit here."),
        (["--ticket", " "], "--ticket: There is nothing here yet."),
        (["--ticket", "4111 1111 1111 1111"], "That looked like a card number."),
        (["--channel", "9"], "--channel: No channel has that number. There are: 1 Live chat, 2 Mailbox."),
        (["--channel", "0"], "--channel: No channel has that number."),
        (["--agent", ":quit"], "--agent: That is a command of the wizard"),
        (["--at", "next Friday"], "--at: That is not a time."),
    ] {
        let ran = kept.note(&[&options[..], &["They answered"]].concat()).code(2).stdout("").complains(complaint);
        assert!(!ran.stderr.contains("The note was added"), "{}", ran.stderr);
        assert!(ran.stderr.contains("Nothing was noted.") || complaint.starts_with("That looked"), "{}", ran.stderr);
    }
    let shown = kept.show("sessions show", "--lang en").code(0);
    assert!(!shown.stdout.contains("They answered"), "{}", shown.stdout);
}

#[test]
fn a_phrase_in_two_halves_is_no_note() {
    let mut kept = Late::open();
    let (one, other) = ("legal winner thank year wave sausage", "worth useful legal winner thank yellow");
    for note in [["--agent", one, "--channel", other, "Hello"], ["--ticket", "T-1", "--agent", other, one]] {
        kept.note(&note).code(2).complains("That looked like a recovery phrase.");
    }
    let shown = kept.show("sessions show", "--lang en").code(0);
    assert!(!shown.stdout.contains("winner"), "{}", shown.stdout);
}

#[test]
fn a_promise_is_the_time_to_ask_again() {
    let mut kept = Late::ended();
    let follow_up = |kept: &mut Late| {
        let json = kept.show("summary", "--format json").code(0).stdout;
        serde_json::from_str::<Value>(&json).unwrap()["next"]["follow_up_by"].clone()
    };
    let waited = follow_up(&mut kept);
    kept.note(&["--promised", "2098-01-05 18:00", "Wait"]).code(0);
    assert_eq!(follow_up(&mut kept), "2098-01-05T18:00:00+08:00");
    // An earlier contact that is noted afterwards changes nothing.
    kept.note(&["--at", "3 days ago", "--promised", "1d", "Wait"]).code(0);
    assert_eq!(follow_up(&mut kept), "2098-01-05T18:00:00+08:00");
    let home = kept.home.take().unwrap();
    let listed = kept.done(walletfix("sessions --lang en").home(home).run()).code(0).stdout;
    assert!(!listed.contains("overdue"), "{listed}");
    // What was not kept is no time to wait for.
    let mut kept = Late::ended();
    kept.note(&["--at", "3 days ago", "--promised", "1d", "Wait"]).code(0);
    assert_eq!(follow_up(&mut kept), waited);
}

#[test]
fn a_pipe_gives_what_was_said_and_options_the_rest() {
    let mut kept = Late::open();
    let run = kept.run("sessions note").words("--lang en --ticket T-7 --channel mail").stdin("They wrote\nWait\n");
    let ran = run.run().code(0);
    kept.done(ran);
    let shown = kept.show("sessions show", "--lang en").code(0);
    shown.prints(", Mailbox: They wrote Wait\n  ticket T-7\n");
}

#[test]
fn the_list_marks_what_is_overdue() {
    let mut kept = Late::ended();
    let list = |kept: &mut Late, lang: &str| {
        let ran = walletfix("sessions --lang").arg(lang).home(kept.home.take().unwrap()).run().code(0);
        kept.done(ran).stdout
    };
    // Noted before the end's hour of waiting was over there was nothing.
    assert!(list(&mut kept, "en").ends_with("ended: wait, time to wait over since 20 Nov 2020, 11:00\n"));
    kept.note(&["--at", "2 days ago", "--promised", "24h", "Wait"]).code(0);
    let line = list(&mut kept, "en");
    assert!(line.contains("ended: wait, answer overdue since "), "{line}");
    let line = list(&mut kept, "zh");
    assert!(line.trim_end().ends_with("起答复逾期"), "{line}");
    kept.note(&["They paid it back"]).code(0);
    let line = list(&mut kept, "en");
    assert!(line.ends_with("ended: wait\n"), "{line}");
}

#[test]
fn resume_reminds_of_a_promise_also_after_the_end() {
    let mut kept = Late::ended();
    kept.note(&CONTACT).code(0);
    let resume = |kept: &mut Late, words: &str| {
        let ran = walletfix("resume --plain").words(words).arg(AFTER).home(kept.home.take().unwrap()).stdin("\n").run();
        kept.done(ran)
    };
    let id = kept.id.clone();
    let said = resume(&mut kept, "--lang en").code(0);
    let flat = said.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraph = format!(
        "小王 (Live chat) promised an answer by 5 Jan, 18:00 (Beijing time): “They ask me to wait”. That time has passed. \
         Contact support again now and quote ticket T-1024. If the answer has come, note it: `walletfix sessions note {id}`."
    );
    assert!(flat.contains(&paragraph), "{flat}");
    assert!(flat.contains("https://help.demo-pay.example/chat"), "{flat}");
    assert!(said.stdout.contains("T-1024"), "the summary follows: {}", said.stdout);
    // Twice is reason enough to complain.
    kept.note(&["--at", "3 days ago", "--promised", "1d", "--ticket", "T-1", "Tomorrow"]).code(0);
    kept.note(&["--promised", "2098-01-20", "Next week"]).code(0);
    let said = resume(&mut kept, "--lang zh").code(0);
    let flat: String = said.stderr.split_whitespace().collect();
    for part in [
        "客服答应1月20日23:59（北京时间）前答复：“Nextweek”。时间已过。",
        "已有2次过了答应的时间，也可以投诉",
        "--profiledemo-pay",
    ] {
        assert!(flat.contains(part), "{part}: {flat}");
    }
    // In time there is nothing to remind of, and nothing to go on with.
    let home = kept.home.take().unwrap();
    walletfix("resume --lang en --now=2098-01-19T10:00:00Z")
        .home(home)
        .run()
        .code(2)
        .complains("no unfinished session");
}

#[test]
fn an_open_session_goes_on_below_the_reminder() {
    let mut kept = Late::open();
    kept.note(&["--promised", "2098-01-05", "Wait"]).code(0);
    let run = kept.run("resume --plain --lang en").arg(AFTER).stdin("in the air\n\n");
    let ran = run.run().code(0).complains("Support promised an answer by").complains("Where is the money?");
    assert_eq!(ran.stderr.matches("promised an answer").count(), 1, "said once: {}", ran.stderr);
    // A screen that shows the channels below anyway needs no second list above.
    assert!(!ran.stderr.contains("help.demo-pay.example"), "{}", ran.stderr);
}

#[test]
fn words_alone_are_noted_where_the_flows_are_gone() {
    let mut kept = Late::open();
    fs::remove_file(kept.pack.path().join("late.toml")).unwrap();
    fs::remove_file(kept.pack.path().join("profiles/demo-pay.toml")).unwrap();
    kept.note(&["--ticket", "T-1", "They answered"]).code(0).complains("The note was added");
    kept.note(&["--promised", "24h", "Wait"]).code(4).complains("Nothing was noted.");
}

#[test]
fn a_promise_is_written_as_people_say_it() {
    let mut kept = Late::open();
    // A Saturday; a business day is one in the provider's country.
    for (typed, until) in [
        ("24h", "2020-11-22T01:00:00Z"),
        ("3 个工作日内", "2020-11-25T01:00:00Z"),
        ("within 2 business days", "2020-11-24T01:00:00Z"),
        ("周五 18:00 前", "2020-11-27T10:00:00Z"),
        ("by Friday", "2020-11-27T15:59:00Z"),
        ("下周一上午10点之前", "2020-11-23T02:00:00Z"),
        ("2020-11-30", "2020-11-30T15:59:00Z"),
        ("2020-11-30T09:30:00Z", "2020-11-30T09:30:00Z"),
        ("30 Nov 2020 9:05", "2020-11-30T01:05:00Z"),
        ("周一下午", "2020-11-23T10:00:00Z"),
        ("Monday morning", "2020-11-23T04:00:00Z"),
        ("2020-11-30 下班前", "2020-11-30T10:00:00Z"),
    ] {
        kept.note(&["--at", "2020-11-21 9:00", "--promised", typed, "Wait"]).code(0);
        let home = kept.home.as_ref().unwrap();
        let journal = home.path().join(format!("data/sessions/{}.jsonl", kept.id));
        let text = fs::read_to_string(journal).unwrap();
        let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        assert_eq!(last["promised"], until, "{typed}");
    }
    for (at, said) in [("1 hour ago", "reminds of it"), ("3 days ago", "which has passed")] {
        kept.note(&["--at", at, "--promised", "24h", "Wait"]).code(0).complains(said);
    }
}

#[test]
fn an_open_session_comes_first_and_names_the_other() {
    let mut kept = Late::open();
    let open = kept.id.clone();
    let again = kept.walk_again("yes\nin the air\n\n", 0);
    kept.note(&["--promised", "2098-01-05", "Wait"]).code(0);
    let home = kept.home.take().unwrap();
    let ran = walletfix("resume --plain --lang en").arg(AFTER).home(home).stdin("").run().code(3);
    let ran = ran.complains("Where is the money?").complains(&format!("walletfix resume {open}"));
    let flat = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(&format!("An answer is overdue in another session: `walletfix resume {again}`")), "{flat}");
}
