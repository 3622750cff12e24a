//! What an agent gets to read who has nothing else: a fully answered walk of every shipped flow, in both languages.
//!
//! The answers lie under `tests/summary/agent/`, one file a flow, as `diagnose --answers` takes them.

use super::schema::promised;
use super::walked::{Walked, pack, walked};
use super::{kept, told};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::parse::beside::read_answers;
use walletfix::summary::render::{Format, render};

/// What a flow's summary leaves open, and why nobody has to ask for it.
const OPEN: [(&str, &[&str]); 8] = [
    // Nothing is to be done, or it is about no payment.
    ("prevent-problems", &["request", "numbers", "when", "amount", "parties", "evidence"]),
    ("security-checkup", &["numbers", "when", "amount", "parties", "evidence"]),
    ("give-feedback", &["numbers", "when", "amount"]),
    ("account-restricted", &["amount"]),
    ("app-not-working", &["amount"]),
    ("code-not-working", &["when", "amount", "evidence"]),
    ("forgot-password", &["amount"]),
    ("support-unresponsive", &["evidence"]),
];

fn answered(flow: &str) -> Walked<'static> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/summary/agent/{flow}.toml"));
    let file = library::answers_file(&path).unwrap_or_else(|_| panic!("no agent has read a summary of {flow}"));
    let (script, diagnostics) = read_answers(&file);
    let script = script.filter(|_| diagnostics.is_empty()).unwrap_or_else(|| panic!("{diagnostics:?}"));
    let walked = walked(pack(), &script, None).unwrap_or_else(|| panic!("{flow}: the walk stops"));
    assert!(walked.story.ending.is_some(), "{flow}: {} is not answered", walked.stopped);
    assert!(walked.unused.is_empty(), "{flow}: nothing asks for {:?}", walked.unused);
    walked
}

/// The questions of an agent that the sections of a text answer.
fn sections(text: &str, lang: Lang) -> BTreeSet<&'static str> {
    let headings = [
        ("problem", "问题:", "Problem:"),
        ("request", "希望:", "Request:"),
        ("urgency", "紧急程度:", "Urgency:"),
        ("numbers", "单号:", "Numbers:"),
        ("when", "发生时间:", "When:"),
        ("amount", "金额:", "Amount:"),
        ("parties", "付款与收款:", "From and to:"),
        ("answers", "本人的回答:", "Answers:"),
        ("environment", "环境:", "Environment:"),
        ("evidence", "可提供的附件:", "Files that can be sent:"),
        ("outcome", "检查的结果:", "Result of the checks:"),
        ("reply", "回复方式:", "Reply:"),
    ];
    let stands = |heading: &str| text.lines().any(|line| line.starts_with(heading));
    let stands = |zh: &str, en: &str| stands(if lang == Lang::Zh { zh } else { en });
    headings.iter().filter(|(_, zh, en)| stands(zh, en)).map(|(name, ..)| *name).collect()
}

#[test]
fn every_shipped_flow_tells_an_agent_all_there_is_to_ask() {
    let every = ["problem", "request", "urgency", "numbers", "when", "amount", "parties", "answers", "environment"];
    let every = every.iter().chain(&["evidence", "outcome", "reply"]);
    let mut read = 0;
    for flow in pack().flows.values().filter(|flow| !flow.shared) {
        let walked = answered(&flow.id);
        let open = OPEN.iter().find(|(id, _)| *id == flow.id).map_or(&[][..], |(_, open)| open);
        let expected: BTreeSet<&str> = every.clone().copied().filter(|part| !open.contains(part)).collect();
        for lang in Lang::ALL {
            let summary = told(&walked.story, lang);
            let text = render(&summary, Format::Text, false);
            let found = sections(&text, lang);
            // A device that is broken has no payment, and a balance no number.
            let missing: Vec<_> = expected.difference(&found).filter(|part| !is_elsewhere(&flow.id, part)).collect();
            assert!(missing.is_empty(), "{}: {missing:?} in\n{text}", flow.id);
            let too_much: Vec<_> = found.iter().filter(|part| open.contains(part)).collect();
            assert!(too_much.is_empty(), "{}: {too_much:?} is answered, so take it off the list\n{text}", flow.id);
            assert!(!text.contains("****\n") && !text.contains(": ****"), "{}: a result is hidden\n{text}", flow.id);
            promised(&flow.id, &render(&summary, Format::Json, false));
        }
        read += 1;
    }
    assert_eq!(read, 20);
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/summary/agent")).expect("the answers");
    assert_eq!(
        files
            .filter(|file| file.as_ref().is_ok_and(|file| file.path().extension().is_some_and(|it| it == "toml")))
            .count(),
        read
    );
}

/// What a flow about no payment cannot know.
fn is_elsewhere(flow: &str, part: &str) -> bool {
    match flow {
        "hardware-wallet" => matches!(part, "amount" | "parties"),
        _ => false,
    }
}

#[test]
fn typical_summaries_are_as_an_agent_read_them() {
    for flow in ["transfer-failed", "refund-missing", "account-compromised", "balance-wrong"] {
        let walked = answered(flow);
        for lang in Lang::ALL {
            kept(&format!("agent/{flow}.{}.txt", lang.tag()), &render(&told(&walked.story, lang), Format::Text, false));
        }
    }
}
