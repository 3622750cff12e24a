//! The problem in own words: what comes first, what is kept of it, and the ways out of the question.

use crate::harness::command::walletfix;
use crate::harness::talk::Talk;

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
        assert!(first.contains("may be compromised") || first.contains("Is this a scam"), "{words}: {said}");
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
    let at_words = |line: &str| {
        let mut talk = asked();
        talk.answer(WORDS, "nobody answers me at support");
        talk.answer(FOUND, line);
        talk
    };
    let mut talk = at_words("Support does not answer");
    let said = talk.prompt();
    assert!(said.contains("Support does not answer"), "{said}");
    talk.say(":review");
    let said = talk.answer("Your answers", "1");
    assert!(said.contains("The problem in your own words: nobody answers me at support"), "{said}");
    talk.answer("What should happen with this answer", "1");
    talk.answer(WORDS, "support has been silent for two weeks");
    talk.say(":review");
    let said = talk.answer("Your answers", "1");
    assert!(said.contains("support has been silent for two weeks"), "{said}");
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
