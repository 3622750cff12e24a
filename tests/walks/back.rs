//! One screen back at every prompt, and on again: the end is the same.

use super::transcript::{Step, Transcript, also, each};
use crate::harness::talk::Talk;
use walletfix::i18n::Message;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    /// Says the same once more.
    Same,
    /// Takes the default, where the screen says in words that Enter means the earlier answer.
    Default,
}

/// Walks it, and before each answer goes one screen back and on again.
fn back_and_on(transcript: &Transcript, again: Again) -> String {
    let mut talk = transcript.run().talk();
    // What belongs together: an answer and the screens that it opens.
    let mut last: &[Step] = &[];
    let mut rest = &transcript.steps[..];
    while !rest.is_empty() {
        let length = rest.iter().skip(1).take_while(|step| step.inner).count() + 1;
        let (step, after) = rest.split_at(length);
        let said = talk.answer(&step[0].see, ":back");
        assert!(said.contains(&step[0].see));
        if last.is_empty() {
            assert!(talk.prompt().contains(&step[0].see), "{}: nothing is before the first screen", transcript.name);
        } else {
            repeat(transcript, &mut talk, last, again, &step[0].see);
        }
        for step in step {
            transcript.step(&mut talk, step);
        }
        (last, rest) = (step, after);
    }
    talk.end().code(0).stdout
}

fn repeat(transcript: &Transcript, talk: &mut Talk, steps: &[Step], again: Again, next: &str) {
    let said = talk.prompt();
    assert!(said.contains(&steps[0].see), "{}: one back from {next:?} is\n{said}", transcript.name);
    let default = ["直接回车 =", "Enter means", "按回车继续", "Press Enter to go on"];
    let offered = default.iter().any(|words| said.contains(words));
    // The screens that stand for no step have no earlier answer; everything else says its default in words.
    let lists = ["screen-what-happened", "screen-words-found", "screen-all-problems", "screen-country"]
        .map(|key| Message::new(key).text(transcript.lang));
    assert!(offered || lists.iter().any(|list| said.contains(list)), "{}: no default in\n{said}", transcript.name);
    if again == Again::Default && offered {
        talk.say("");
        return;
    }
    for step in steps {
        // A screen that was only opened to be sure does not come where the earlier answer stands already.
        if talk.prompt().contains(&step.see) {
            talk.say(&step.act.line());
        }
    }
}

#[test]
fn back_and_the_same_answer_at_every_prompt_changes_nothing() {
    each(also("back"), |transcript| {
        assert_eq!(back_and_on(transcript, Again::Same), transcript.walk().stdout, "{}", transcript.name);
    });
}

#[test]
fn back_and_the_offered_default_at_every_prompt_changes_nothing() {
    each(also("back"), |transcript| {
        assert_eq!(back_and_on(transcript, Again::Default), transcript.walk().stdout, "{}", transcript.name);
    });
}
