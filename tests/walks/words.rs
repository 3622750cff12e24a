//! The problem in own words: what comes first, what is kept of it, and the ways out of the question.

use crate::harness::command::walletfix;
use crate::harness::talk::Talk;
use serde_json::Value;

const WORDS: &str = "in your own words";
const FOUND: &str = "problems are the closest";
const ALL: &str = "All problems.";

/// A conversation at the question what happened, the guard behind it.
fn asked() -> Talk {
    let mut talk = walletfix("diagnose --lang en --profile demo-pay --format json").talk();
    talk.answer("rule out danger", "");
    talk.answer("None of these, right", "1");
    talk
}

#[test]
fn danger_comes_first() {
    for words in
        ["i think i got hacked", "someone stole my coins", "我被骗了", "助记词发给别人了", "there is a scammer"]
    {
        let mut talk = asked();
        talk.answer(WORDS, words);
        let said = talk.prompt();
        let first = said.lines().find(|line| line.trim_start().starts_with("1. ")).unwrap_or_default();
        assert!(first.contains("Theft or strange activity") || first.contains("Is this a scam"), "{words}: {said}");
    }
}

#[test]
fn commands_and_empty_lines_do_what_they_do_elsewhere() {
    let mut talk = asked();
    for (see, line) in [
        (WORDS, "?"),
        (WORDS, ":lang"),
        ("用自己的话写一句", ":lang"),
        (WORDS, ":review"),
        ("Your answers", "Back to the question"),
        (WORDS, ""),
        (ALL, ":back"),
        (WORDS, "my money never arrived"),
        (FOUND, ":lang"),
        ("最像的是这几个", ":lang"),
        (FOUND, "?"),
        (FOUND, ":back"),
        (WORDS, ":back"),
        ("rule out danger", ""),
        // The words are kept, and so are their problems.
        (FOUND, ":skip"),
        (ALL, ":quit"),
    ] {
        talk.answer(see, line);
    }
    let ran = talk.end().code(3);
    // Whoever comes back stands behind the words.
    let mut talk = walletfix("resume --lang en").home(ran.home).talk();
    talk.answer(FOUND, ":quit");
    talk.end().code(3);
}

#[test]
fn the_words_are_the_problem_until_they_are_dropped() {
    let question = "what does this transaction show now";
    let rest = [
        (question, "1"),
        ("Has the available balance gone down", "2"),
        ("What was the error message about", "2"),
        ("How much did you try to send", "100 CNY"),
        ("available balance does the wallet show", "20 CNY"),
        ("on hold", "2"),
        ("Press Enter for the summary", ""),
    ];
    for dropped in [false, true] {
        let mut talk = asked();
        talk.answer(WORDS, "my payment failed");
        talk.answer(FOUND, "A transfer or payment failed");
        talk.answer(question, ":review");
        let said = talk.answer("Your answers", "1");
        assert!(said.contains("1. The problem in your own words: my payment failed"), "{said}");
        talk.answer("What should happen with this answer", "1");
        talk.answer(WORDS, "");
        talk.answer(question, ":review");
        talk.answer("Your answers", "1");
        talk.answer("What should happen with this answer", "1");
        talk.answer(WORDS, "paying at the till failed");
        talk.answer(question, ":review");
        let said = talk.answer("Your answers", "1");
        assert!(said.contains("1. The problem in your own words: paying at the till failed"), "{said}");
        talk.answer("What should happen with this answer", if dropped { "2" } else { "3" });
        for (see, line) in rest {
            talk.answer(see, line);
        }
        let summary: Value = serde_json::from_str(&talk.end().code(0).stdout).expect("JSON");
        let problem = if dropped { Value::Null } else { "paying at the till failed".into() };
        assert_eq!(summary["ticket"]["problem"], problem, "{summary:#}");
    }
}

#[test]
fn another_problem_can_be_said_in_the_middle_and_left_again() {
    let mut talk = walletfix("diagnose transfer-failed --lang en --profile demo-pay").talk();
    let question = "what does this transaction show now";
    for (see, line) in [
        ("rule out danger", ""),
        ("None of these, right", "1"),
        (question, ":flow"),
        (WORDS, ":back"),
        (question, ":flow"),
        (WORDS, "i forgot my password"),
        (FOUND, "Back to the question"),
        (question, ":flow"),
        (WORDS, ""),
        (ALL, "Back to the question"),
        (question, ":flow"),
        (WORDS, "i forgot my password"),
        (FOUND, "1"),
        ("Forgot the password", ":quit"),
    ] {
        talk.answer(see, line);
    }
    talk.end().code(3);
}
