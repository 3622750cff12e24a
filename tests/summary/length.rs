//! How long and how wide a summary is, whatever was typed, and that no fact is cut to fit.

use super::cases::{self, MAIN, choice, words};
use super::story::{self, Happened};
use super::told;
use crate::harness::cases as count;
use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use walletfix::i18n::Lang;
use walletfix::seal::verify;
use walletfix::session::story::Story;
use walletfix::summary::Summary;
use walletfix::summary::render::{Format, render, together};
use walletfix::wording;

/// Any text a person can type, far longer than a form would take.
const ANY_WORDS: &str = "(\\PC|[\\n\\t`*_|<>@#\"]|[一-龥]|👨‍👩‍👧|\u{202e}){0,600}";

/// A line is no wider than 78 columns, unless it is one long number that must be copied whole.
fn is_too_wide(line: &str) -> bool {
    let is_number = || line.len() <= 128 && line.bytes().all(|byte| byte.is_ascii_graphic());
    wording::width(line) > 78 && !is_number()
}

fn languages(story: &Story) -> [Vec<Summary>; 3] {
    let [zh, en] = Lang::ALL.map(|lang| told(story, lang));
    [vec![zh.clone()], vec![en.clone()], vec![zh, en]]
}

/// Without white space, which wrapping changes, and quotes, which are told from the summary's own.
fn squashed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\'')).collect()
}

/// The text says the value as a whole or none of its beginning. The subject may cut it, and comes first.
fn is_whole_or_gone(text: &str, value: &str) -> bool {
    let body = text.split_once("\n\n").map_or(text, |(_, body)| body);
    let (body, value) = (squashed(body), squashed(value));
    let beginning: String = value.chars().take(40).collect();
    value.chars().count() <= 40 || body.contains(&value) || !body.contains(&beginning)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(count(8)))]

    #[test]
    fn every_text_keeps_to_its_width_and_length(own in ANY_WORDS, error in ANY_WORDS, repeats in 0_usize..15) {
        let pack = cases::wallet();
        let mut story = cases::support(&pack).answer("message", MAIN, words(&error));
        story.words = Some(own.clone());
        for _ in 0..repeats {
            story = story.answer("log", MAIN, words(&own)).answer("proof", MAIN, words(&error));
            story = story.answer("again", MAIN, choice("not-fixed")).seen("service", MAIN, choice("ok"), &error);
            story.attachments.push(story::attachment(&own));
        }
        for summaries in languages(&story) {
            let text = together(&summaries, Format::Text, false);
            prop_assert!(text.chars().count() < 3500, "{} characters\n{text}", text.chars().count());
            let markdown = together(&summaries, Format::Markdown, false);
            prop_assert!(markdown.chars().count() <= 6000, "{} characters", markdown.chars().count());
            let short = together(&summaries, Format::Text, true);
            prop_assert!(short.chars().count() <= 500, "{} characters", short.chars().count());
            let block = together(&summaries, Format::Markdown, true);
            prop_assert!(block.chars().count() <= 500, "{} characters\n{block}", block.chars().count());
            for line in text.lines().chain(short.lines()) {
                prop_assert!(!is_too_wide(line), "{line:?} is {} columns wide", wording::width(line));
                prop_assert!(!line.chars().any(char::is_control));
            }
            for out in [&text, &short, &markdown, &block] {
                let verdicts = verify(out);
                let whole = verdicts.iter().filter(|verdict| verdict.damages.is_empty()).count();
                prop_assert!((whole, verdicts.len()) == (summaries.len(), summaries.len()), "{verdicts:?}\n{out}");
            }
            for summary in &summaries {
                prop_assert!(wording::width(&summary.subject) <= 80, "{}", summary.subject);
                for out in [&text, &short] {
                    prop_assert!(out.lines().any(|line| line.ends_with(&summary.id)), "the id ends the last line");
                }
                for value in summary.facts.iter().filter_map(|fact| fact.shown.as_ref()) {
                    prop_assert!(is_whole_or_gone(&text, value), "{value:?} is cut in\n{text}");
                }
            }
        }
    }
}

/// Many long entries of every kind, none of which is a fact alone.
fn long(pack: &walletfix::pack::Pack) -> Story<'_> {
    let mut story = cases::support(pack);
    for at in 0..30 {
        story = story.answer("log", MAIN, words(&format!("第 {at} 次联系客服，仍然让等待，没有给工单号")));
        story = story.seen(
            "service",
            MAIN,
            choice(&format!("state-{at}")),
            &format!("status.example all systems operational, take {at}"),
        );
        story.attachments.push(story::attachment(&format!("账单截图之第{at}张.png")));
    }
    story
}

#[test]
fn what_is_left_out_for_length_is_said() {
    let pack = cases::wallet();
    let story = long(&pack);
    for (lang, expected) in [
        (Lang::Zh, ["因篇幅省略 33 个文件名", "因篇幅省略更早的 ", "自动检测的细节"]),
        (Lang::En, ["33 names left out for length", " earlier left out for length", "details of the automatic checks"]),
    ] {
        let text = render(&told(&story, lang), Format::Text, false);
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in expected {
            assert!(flat.contains(part), "{part} is not said in\n{text}");
        }
        // What an agent needs most is there however long the rest is.
        for part in ["2026031922001403030200089909", "1,280.00 CNY", "2026-09-01T09:00:00+08:00", "138****1234"] {
            assert!(text.contains(part), "{part} is missing in\n{text}");
        }
        assert!(text.contains("又问了一次，让等到明天"), "the last contact\n{text}");
    }
}

#[test]
fn a_subject_has_room_for_the_problem_and_cuts_no_word() {
    let pack = cases::wallet();
    let mut story = cases::support(&pack);
    let said = "The money left my account but the shop says that nothing ever arrived";
    story.words = Some(said.to_owned());
    let subject = told(&story, Lang::En).subject;
    let cut = subject.split(" - ").find(|part| part.contains("The money")).expect("the problem");
    let cut = cut.split("] ").last().expect("the words").strip_suffix("...").expect("it is cut");
    assert!(cut.len() >= 20 && said.starts_with(cut) && said[cut.len()..].starts_with(' '), "{subject}");
    assert!(wording::width(&subject) <= 80, "{subject}");
    story.words = Some("Nothing arrived".to_owned());
    assert!(
        told(&story, Lang::En).subject.contains("Demo Pay - Nothing arrived - 1,280.00 CNY"),
        "short ones cost nothing"
    );
}

/// In a chat the urgency comes with its word, and refused secrets are told by themselves.
#[test]
fn short_says_how_urgent_it_is() {
    let pack = cases::wallet();
    let mut story = cases::support(&pack);
    let short = render(&told(&story, Lang::En), Format::Text, true);
    assert!(short.contains("Urgency: high | deadline 2026-09-02"), "{short}");
    story.refused = vec!["code".to_owned(); 3];
    story.visits.retain(|visit| visit.path != "deadline");
    let full = render(&told(&story, Lang::En), Format::Text, false);
    assert!(
        full.contains("\nUrgency: normal\n") && full.contains("\nRedacted: 3 sensitive entries were refused"),
        "{full}"
    );
}

/// The details of checks go first: with a little too much, names of evidence stay.
#[test]
fn details_go_before_names() {
    let pack = cases::wallet();
    let mut story = cases::support(&pack);
    for at in 0..10 {
        let seen = format!("status.example says that all systems are operational at look number {at}, twice over");
        story = story.seen("service", MAIN, choice(&format!("state-{at}")), &seen);
    }
    let text = render(&told(&story, Lang::En), Format::Text, false);
    assert!(text.contains("details of the automatic\n  checks") && !text.contains("look number"), "{text}");
    assert!(text.contains("账单截图.png"), "{text}");
}

#[test]
fn a_long_hash_is_never_broken() {
    let pack = cases::wallet();
    let signature = "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW";
    let story = story::story(&pack, MAIN).answer("tx", MAIN, words(signature)).ended("ask-support", MAIN);
    for summaries in languages(&story) {
        for brief in [false, true] {
            let text = together(&summaries, Format::Text, brief);
            let found = text.lines().filter(|line| *line == signature).count();
            // Two languages share the room of a short text.
            assert!(found == summaries.len() || brief && found <= summaries.len(), "{text}");
            assert!(brief || text.contains(signature));
        }
    }
}

#[test]
fn short_says_the_most_useful_first_and_cuts_no_number() {
    let pack = cases::wallet();
    for lang in Lang::ALL {
        let mut story = cases::support(&pack);
        story.words = Some("商家说没有收到钱，账单显示处理中。".repeat(20));
        let short = render(&told(&story, lang), Format::Text, true);
        assert!(short.chars().count() <= 500, "{short}");
        for part in ["2026031922001403030200089909", "查询状态，失败就原路退回", "2026-09-02T12:00:00+08:00", "WF-"]
        {
            assert!(squashed(&short).contains(part), "{part} is missing in\n{short}");
        }
    }
}

#[test]
fn two_languages_say_the_same_one_after_the_other() {
    let pack = cases::wallet();
    let [_, _, both] = languages(&cases::unfinished(&pack));
    let text = together(&both, Format::Text, false);
    let (zh, en) = text.split_once("\n----------\n\n").expect("two parts");
    assert_eq!(zh, render(&both[0], Format::Text, false));
    assert_eq!(en, render(&both[1], Format::Text, false));
    // Each half is whole by itself, in whatever length and form.
    for (format, brief) in
        [(Format::Text, false), (Format::Text, true), (Format::Markdown, false), (Format::Markdown, true)]
    {
        let text = together(&both, format, brief);
        let end = text.find("walletfix verify").expect("a seal");
        let end = end + text[end..].find("\n\n").or_else(|| text[end..].find("\n```\n```")).expect("a second half");
        for half in [&text[..end], &text[end..]] {
            let verdicts = verify(half);
            assert!(verdicts.len() == 1 && verdicts[0].damages.is_empty(), "{verdicts:?}\n{half}");
        }
    }
    assert_eq!(together(&both, Format::Json, false), render(&both[0], Format::Json, false), "JSON has one language");
    let markdown = together(&both, Format::Markdown, false);
    assert!(markdown.contains("# `[转账失败]") && markdown.contains("# `[Transfer failed]"), "{markdown}");
}
