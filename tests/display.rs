//! Values as people read them.

use crate::answers::rows;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use walletfix::flow::Flow;
use walletfix::flow::display::{
    duration, file_form, first_sentence, soon, step_label, ticked_labels, unticked_labels, value,
};
use walletfix::flow::duration::Wait;
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::pack::PackFile;
use walletfix::parse::read_pack;

const CHECKED: &str = r#"
format = 1
[flow]
shared = true
title.zh = "检查"
title.en = "Check"
start = "ok"
owner = "tests"
[step.ok]
return = "ok"
"#;

fn flow() -> Flow {
    let file = |path: &str, text: &'static str| PackFile {
        path: path.to_owned(),
        name: path.to_owned(),
        bytes: Cow::Borrowed(text.as_bytes()),
    };
    let files = [file("example.toml", include_str!("answers/display.toml")), file("shared/checked.toml", CHECKED)];
    let (mut pack, diagnostics) = read_pack(&files);
    pack.flows.shift_remove("example").unwrap_or_else(|| panic!("the example is sound: {diagnostics:?}"))
}

fn now() -> Timestamp {
    "2026-11-21T02:00:00Z".parse().expect("an instant")
}

/// A value by how it looks.
fn parsed(text: &str) -> Value {
    if text == "unknown" {
        return Value::Unknown;
    }
    if let Some(list) = text.strip_prefix('[') {
        let words = list.trim_end_matches(']').split(", ").filter(|word| !word.is_empty());
        return Value::Choices(words.map(str::to_owned).collect());
    }
    let amount = text.parse().ok().map(Value::Amount);
    amount.or_else(|| text.parse().ok().map(Value::Time)).unwrap_or_else(|| Value::Choice(text.to_owned()))
}

#[test]
fn values_read_as_people_say_them() {
    let flow = flow();
    let mut wrong = Vec::new();
    for (line, row) in rows(include_str!("answers/display.tsv")) {
        let [step, written, zh, en] = row.as_slice() else { panic!("display.tsv:{line}: four columns") };
        let zone = TimeZone::get(step.strip_prefix('@').unwrap_or("Asia/Shanghai")).expect("a zone");
        let step = flow.step_named(step).map(|(_, step)| step);
        for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
            let shown = value(&parsed(written), step, lang, &zone, now());
            if shown != *expected {
                wrong.push(format!("display.tsv:{line}: {written}: {shown}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn steps_are_known_by_label_or_field_or_first_sentence() {
    let flow = flow();
    let label = |id: &str, lang| step_label(flow.step_named(id).expect("a step").1, lang);
    assert_eq!(label("habits", Lang::Zh).as_deref(), Some("习惯"));
    assert_eq!(label("status", Lang::Zh).as_deref(), Some("显示的状态"));
    assert_eq!(label("status", Lang::En).as_deref(), Some("Status shown"));
    assert_eq!(label("write-down", Lang::Zh).as_deref(), Some("记下工单号"));
    assert_eq!(label("restart", Lang::En).as_deref(), Some("Close the app and open it again"));
    assert_eq!(label("network", Lang::En).as_deref(), Some("Network of this computer"));
    assert_eq!(label("checked", Lang::En), None, "a run has the title of what it runs");
    assert_eq!(first_sentence("Version 8.5 is out. Update."), "Version 8.5 is out");
    assert_eq!(first_sentence("  先做一。\n再做二。"), "先做一");
    assert_eq!(first_sentence(""), "");
}

#[test]
fn ticked_and_unticked_labels_keep_the_authors_order() {
    let flow = flow();
    let (_, habits) = flow.step_named("habits").expect("a step");
    let ticked = ["code".to_owned(), "screen".to_owned()];
    assert_eq!(ticked_labels(&ticked, Some(habits), Lang::En), ["Shared a screen", "Gave a code"]);
    assert_eq!(unticked_labels(&ticked, habits, Lang::En), ["Short password"]);
    assert_eq!(ticked_labels(&ticked, None, Lang::En), ticked);
}

#[test]
fn durations_count_in_words() {
    let said = |wait: &str| {
        let wait: Wait = wait.parse().expect("a duration");
        (duration(wait, Lang::Zh), duration(wait, Lang::En))
    };
    let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    assert_eq!(said("2h"), pair("2 小时", "2 hours"));
    assert_eq!(said("1h"), pair("1 小时", "1 hour"));
    assert_eq!(said("15bd"), pair("15 个工作日", "15 business days"));
    assert_eq!(said("13mo"), pair("13 个月", "13 months"));
    assert_eq!(said("30m"), pair("30 分钟", "30 minutes"));
    assert_eq!(said("1d"), pair("1 天", "1 day"));
    assert_eq!(said("5s"), pair("5 秒", "5 seconds"));
}

#[test]
fn the_days_ahead_have_names() {
    let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
    let said = |instant: &str, lang| soon(instant.parse().expect("an instant"), lang, &zone, now());
    assert_eq!(said("2026-11-21T13:00:00Z", Lang::Zh), "今天 21:00");
    assert_eq!(said("2026-11-22T01:00:00Z", Lang::En), "tomorrow at 09:00");
    assert_eq!(said("2026-11-23T01:00:00Z", Lang::Zh), "周一 09:00");
    assert_eq!(said("2026-11-27T01:00:00Z", Lang::En), "Friday at 09:00");
    assert_eq!(said("2026-11-28T01:00:00Z", Lang::Zh), "11 月 28 日 09:00");
}

#[test]
fn events_write_values_as_files_do() {
    assert_eq!(file_form(&Value::Choices(vec!["a".to_owned(), "b".to_owned()])), "[\"a\", \"b\"]");
    assert_eq!(file_form(&Value::Time(now())), "2026-11-21T02:00:00Z");
    assert_eq!(file_form(&Value::Unknown), "unknown");
}
