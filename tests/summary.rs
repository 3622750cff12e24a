//! Tests: what a summary says, how long it is, and what it never shows.
//!
//! `WALLETFIX_BLESS=1 cargo test` writes the files under `tests/summary/` anew.

mod agent;
mod cases;
mod length;
mod masks;
mod payload;
mod schema;
mod story;
mod walked;

use crate::harness::cases as count;
use crate::harness::command::walletfix;
use cases::{MAIN, choice, money, words};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use std::fs;
use std::path::Path;
use story::{Happened, minute, noted};
use walletfix::flow::field::Field;
use walletfix::flow::step::Outcome;
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::session::story::Story;
use walletfix::summary::Summary;
use walletfix::summary::render::{Format, render};

fn told(story: &Story, lang: Lang) -> Summary {
    Summary::of(story, lang, "0.1.0")
}

fn both(story: &Story, format: Format, brief: bool) -> [String; 2] {
    Lang::ALL.map(|lang| render(&told(story, lang), format, brief))
}

#[test]
fn renderings_are_as_kept() {
    let pack = cases::wallet();
    for (name, story) in cases::all(&pack) {
        for (kind, format, brief) in [
            ("txt", Format::Text, false),
            ("short.txt", Format::Text, true),
            ("md", Format::Markdown, false),
            ("json", Format::Json, false),
        ] {
            for (lang, text) in Lang::ALL.iter().zip(both(&story, format, brief)) {
                kept(&format!("{name}.{}.{kind}", lang.tag()), &text);
            }
        }
    }
}

fn kept(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/summary").join(name);
    if std::env::var_os("WALLETFIX_BLESS").is_some() {
        fs::write(&path, text).expect("the snapshot can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(expected, text, "{name} differs; WALLETFIX_BLESS=1 accepts the new text");
}

#[test]
fn equal_answers_have_equal_ids_and_other_answers_others() {
    let pack = cases::wallet();
    let story = cases::support(&pack);
    let id = told(&story, Lang::Zh).id;
    assert_eq!(id.len(), 9);
    assert!(id.strip_prefix("WF-").is_some_and(|rest| rest.chars().all(|c| c.is_ascii_alphanumeric())));
    assert_eq!(id, told(&story, Lang::En).id, "the language is no part of it");

    let mut later = story.clone();
    later.at = minute(5000);
    for visit in &mut later.visits {
        visit.at = minute(4000);
        if let Some(finding) = &mut visit.finding {
            finding.ms += 1000;
        }
    }
    assert_eq!(id, told(&later, Lang::Zh).id, "instants and timings are no part of it");

    let mut other = story.clone();
    let symptom = other.visits.iter_mut().find(|visit| visit.path == "symptom").expect("the visit");
    symptom.value = choice("rejected");
    assert_ne!(id, told(&other, Lang::Zh).id);
}

#[test]
fn private_and_dropped_lines_never_come_out() {
    let pack = cases::wallet();
    let mut story = cases::support(&pack);
    for visit in story.visits.iter_mut().filter(|visit| visit.path == "order" || visit.path == "again") {
        visit.dropped = true;
    }
    let every =
        [Format::Text, Format::Markdown, Format::Json].map(|format| both(&story, format, false).concat()).concat();
    assert!(!every.contains("只给自己看的"));
    assert!(!every.contains("2026031922001403030200089909"));
    assert!(!every.contains("The first one really failed"));
}

/// The checks of an address and of an error message quote what they looked at.
#[test]
fn a_check_does_not_quote_a_private_answer() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/summary/quoted");
    for format in ["text", "markdown", "json"] {
        let line = format!("diagnose --no-save --lang en --format {format} --flows");
        let run =
            walletfix(&line).arg(format!("{folder}/flows")).arg("--answers").arg(format!("{folder}/answers.toml"));
        let ran = run.run().code(0).prints("private/done");
        for private in ["Elm Street", "0x5aAe", "5aaeb6053f"] {
            assert!(!ran.stdout.contains(private), "{private} in {}", ran.stdout);
        }
    }
}

#[test]
fn a_placeholder_brings_no_fact_that_has_neither_field_nor_label() {
    let mut pack = cases::wallet();
    let balance = pack.flows.get_mut(MAIN).and_then(|flow| flow.steps.get_mut("balance")).expect("the step");
    balance.label = None;
    let story = story::story(&pack, MAIN)
        .answer("amount", MAIN, money("1280.00 CNY"))
        .answer("balance", MAIN, money("20 CNY"))
        .ended("top-up", MAIN);
    let [zh, en] = both(&story, Format::Text, false);
    assert!(zh.contains("转账 1,280.00 CNY，可用余额 ***"), "{zh}");
    assert!(!zh.contains("20 CNY") && !en.contains("20 CNY"));
}

#[test]
fn of_two_answers_the_later_stands_and_json_lists_both() {
    let pack = cases::wallet();
    let story = story::story(&pack, MAIN)
        .answer("amount", MAIN, money("10 CNY"))
        .answer("amount", MAIN, money("25 CNY"))
        .ended("ask-support", MAIN);
    let text = render(&told(&story, Lang::En), Format::Text, false);
    assert!(text.contains("25 CNY") && !text.contains("10 CNY"), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&render(&told(&story, Lang::En), Format::Json, false)).expect("JSON");
    assert_eq!(json["facts"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["ticket"]["transaction"]["amount"], "25 CNY");
}

#[test]
fn urgency_follows_the_outcome_and_the_deadline() {
    let pack = cases::wallet();
    let plain = story::story(&pack, MAIN).ended("ask-support", MAIN);
    let urgency = |story: &Story| {
        let json: serde_json::Value =
            serde_json::from_str(&render(&told(story, Lang::En), Format::Json, false)).expect("JSON");
        json["ticket"]["urgency"].as_str().map(str::to_owned)
    };
    assert_eq!(urgency(&plain).as_deref(), Some("normal"));
    let due = story::story(&pack, MAIN).answer("deadline", MAIN, Value::Time(minute(60))).ended("ask-support", MAIN);
    assert_eq!(urgency(&due).as_deref(), Some("high"));
    let theft = story::story(&pack, MAIN).ended("stop-theft", MAIN);
    assert_eq!(urgency(&theft).as_deref(), Some("urgent"));
}

#[test]
fn json_has_exactly_the_keys_of_the_contract() {
    let pack = cases::wallet();
    let text = render(&told(&cases::support(&pack), Lang::En), Format::Json, false);
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let keys = |value: &serde_json::Value| {
        value.as_object().map(|object| object.keys().map(String::as_str).collect::<Vec<_>>().join(" "))
    };
    let expect = |value: &serde_json::Value, names: &str| assert_eq!(keys(value).as_deref(), Some(names));
    expect(
        &json,
        "schema id created_at tool lang flow end outcome category subject facts checks probes next redactions replay_code \
         checksum ticket timeline",
    );
    expect(&json["tool"], "name version");
    expect(&json["facts"][0], "step label field value source at");
    expect(&json["checks"][0], "step label result kind source at");
    expect(&json["timeline"][0], "at event label");
    expect(&json["probes"][0], "step probe result reason observed at ms");
    expect(&json["next"], "channel open at follow_up_by");
    expect(&json["redactions"][0], "kind count");
    let ticket = &json["ticket"];
    expect(
        ticket,
        "problem request deadline urgency_reason ticket_no urgency account transaction error environment evidence \
         communication_log security",
    );
    expect(&ticket["evidence"][0], "name size sha256");
    expect(&ticket["communication_log"][0], "at channel agent said promised ticket_no");
    expect(&ticket["security"], "secret_exposed unauthorised police_report_no");
    for field in Field::all() {
        let key = field.name().replace('-', "_");
        let places = ["account", "transaction", "error", "environment", "security"];
        let found = ticket.get(&key).is_some() || places.iter().any(|place| ticket[place].get(&key).is_some());
        let list = matches!(field.name(), "evidence" | "contact-log");
        assert!(found || list, "{key} has no place");
    }
}

#[test]
fn every_word_a_summary_can_need_exists_in_both_languages() {
    let mut keys: Vec<String> = Field::all().map(|field| format!("summary-field-{}", field.name())).collect();
    keys.extend(Outcome::ALL.map(|(id, _)| format!("summary-outcome-{id}")));
    keys.extend(Lang::ALL.map(|lang| format!("summary-language-{}", lang.tag())));
    for key in keys {
        for lang in Lang::ALL {
            assert!(walletfix::i18n::has(lang, &key), "{key} is missing in {lang:?}");
        }
    }
}

#[test]
fn markdown_of_hostile_words_holds_no_markup() {
    let pack = cases::wallet();
    let hostile = "# x ![a](https://evil.example) <img src=x> @admin `code` [b](javascript:1)\n- [ ] done | *hi*";
    let mut story = story::story(&pack, MAIN).answer("message", MAIN, words(hostile)).ended("ask-support", MAIN);
    story.words = Some(hostile.to_owned());
    story.notes.push(noted(minute(1), "```\n</details>"));
    for text in both(&story, Format::Markdown, false) {
        assert!(!text.contains("\n- [ ]"));
        let outside = without_code(&text);
        for forbidden in ["](", "<img", "@admin", "evil.example", "</details>"] {
            assert!(!outside.contains(forbidden), "{forbidden} stands outside code in\n{text}");
        }
    }
}

/// The text without its code spans, read as CommonMark reads them.
fn without_code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let run = after.len() - after.trim_start_matches('`').len();
        let body = &after[run..];
        if before.ends_with('\\') {
            rest = body;
            continue;
        }
        let mut from = 0;
        let close = loop {
            let Some(found) = body[from..].find('`').map(|found| found + from) else { break None };
            let length = body[found..].len() - body[found..].trim_start_matches('`').len();
            if length == run {
                break Some(found);
            }
            from = found + length;
        };
        rest = close.map_or(body, |close| &body[close + run..]);
    }
    out.push_str(rest);
    out
}

#[test]
fn the_review_lists_what_the_summary_would_say() {
    let pack = cases::wallet();
    let lines = told(&cases::support(&pack), Lang::Zh).lines();
    let find = |path: &str| lines.iter().find(|line| line.path.as_deref() == Some(path));
    assert_eq!(find("account").map(|line| line.value.as_str()), Some("138****1234"));
    assert_eq!(find("network").map(|line| (line.label.as_str(), line.value.as_str())), Some(("检查网络", "已恢复")));
    assert_eq!(find("fee").map(|line| line.value.as_str()), Some("不知道"));
    assert!(find("diary").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(count(64)))]

    #[test]
    fn the_id_knows_no_instant(minutes in 0_i64..500_000) {
        let pack = cases::wallet();
        let story = cases::support(&pack);
        let mut later = story.clone();
        later.at = minute(minutes);
        later.visits.iter_mut().for_each(|visit| visit.at = minute(minutes));
        prop_assert_eq!(told(&story, Lang::Zh).id, told(&later, Lang::Zh).id);
    }
}

#[test]
fn one_amount_or_version_has_one_id_however_it_is_written() {
    let pack = cases::wallet();
    let with = |amount: &str, version: &str| {
        let version = Value::Version(version.parse().expect("a version"));
        let story = story::story(&pack, MAIN).answer("amount", MAIN, money(amount)).answer(
            "app.version",
            "shared/update-app",
            version,
        );
        told(&story, Lang::En).id
    };
    assert_eq!(with("100 CNY", "8.5"), with("100.00 CNY", "8.5.0"));
    assert_ne!(with("100 CNY", "8.5"), with("100 CNY", "8.6"));
}
