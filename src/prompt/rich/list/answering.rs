//! What Enter and Space answer: never what nobody said, never without what stands there as ticked.

use super::{Choices, List, Outcome, Under};
use crate::prompt::rich::history::History;
use crate::prompt::rich::keys::Key;
use crate::prompt::rich::matching::Labels;
use crate::prompt::{Command, ScreenOption};

const LABELS: [&str; 4] =
    ["There is a transaction I did not make", "2 and 3 years old", "No signal at all", "I don't know"];

fn options() -> Vec<ScreenOption> {
    let option = |(at, label): (usize, &&str)| ScreenOption {
        value: format!("o{at}"),
        label: (*label).to_owned(),
        heading: None,
    };
    LABELS.iter().enumerate().map(option).collect()
}

fn commands() -> Vec<(ScreenOption, Command)> {
    let entry =
        |value: &str, label: &str| ScreenOption { value: value.to_owned(), label: label.to_owned(), heading: None };
    vec![
        (entry("back", "Back to the previous screen"), Command::Back),
        (entry("flow", "This is not my problem"), Command::Flow),
        (entry("quit", "Save and quit"), Command::Quit),
    ]
}

/// What is ticked after these keys in a list of several, and what Enter leads to then. `U` and `D` are arrows.
fn after(several: bool, ticked: &[usize], keys: &str) -> (Vec<usize>, Outcome, Vec<usize>) {
    let options = options();
    let mut list = List::new(Choices { options: &options, commands: &commands, several }, ticked);
    let mut history = History::default();
    for key in keys.chars() {
        let key = match key {
            'U' => Key::Up,
            'D' => Key::Down,
            key => Key::Char(key),
        };
        assert_eq!(list.press(&key, &mut history), Outcome::On);
    }
    let before = list.ticks();
    let outcome = list.enter();
    (before, outcome, list.ticks())
}

#[test]
fn numbers_and_whole_lists_answer_at_once_and_a_word_only_ticks_what_it_points_at() {
    for (typed, places) in [("1", vec![0]), ("３", vec![2]), ("1，3", vec![0, 2]), ("3,there", vec![0, 2])] {
        assert_eq!(after(true, &[], typed).1, Outcome::Picked(places), "{typed}");
    }
    for (typed, at) in [("not", 0), ("there", 0), ("make", 0), ("no signal", 2), ("don", 3), ("makeD", 0), ("1D", 1)] {
        let (before, outcome, then) = after(true, &[], typed);
        assert_eq!((before, outcome, then), (vec![], Outcome::On, vec![at]), "{typed}");
        // Ticked already or not, the same word means the same.
        assert_eq!(after(true, &[at], typed).2, [at], "{typed}");
    }
    for typed in ["none", "no", "n", "1,9", "zz"] {
        let (ticked, outcome, _) = after(true, &[], typed);
        assert_eq!((ticked, outcome), (vec![], Outcome::Typed(typed.into())), "{typed}");
    }
    assert_eq!(after(false, &[], "not").1, Outcome::Picked(vec![0]));
}

#[test]
fn space_ticks_what_is_pointed_at_and_stands_between_words_where_nothing_is() {
    for (typed, ticked) in [
        ("no signal", vec![]),
        ("no signal ", vec![2]),
        ("make ", vec![0]),
        ("make make ", vec![]),
        (" ", vec![0]),
        ("D ", vec![1]),
        ("makeD ", vec![0]),
        ("1 3 ", vec![0, 2]),
        ("9 ", vec![]),
    ] {
        assert_eq!(after(true, &[], typed).0, ticked, "{typed}");
    }
}

#[test]
fn what_is_typed_joins_what_is_ticked() {
    for (typed, ticked) in
        [("3", vec![0, 2]), ("1，3", vec![0, 2]), ("none", vec![]), ("there", vec![0]), ("signal", vec![0, 2])]
    {
        let (_, outcome, then) = after(true, &[0], typed);
        assert_eq!((outcome, then), (Outcome::On, ticked), "{typed}");
    }
    assert_eq!(after(true, &[0], "").1, Outcome::Picked(vec![0]));
    assert_eq!(after(true, &[0], "zz").1, Outcome::Typed("zz".into()));
}

#[test]
fn a_colon_runs_what_was_named_and_nothing_else() {
    for (typed, outcome) in [
        (":", Outcome::On),
        ("： ", Outcome::On),
        (":sa", Outcome::Typed(":sa".into())),
        (":n", Outcome::Typed(":n".into())),
        (":q", Outcome::Command(Command::Quit)),
        (":D", Outcome::Command(Command::Back)),
        (":saD", Outcome::Command(Command::Quit)),
    ] {
        assert_eq!(after(false, &[], typed).1, outcome, "{typed}");
    }
}

#[test]
fn ticks_and_pointer_outlive_the_question_and_the_default_is_known() {
    let options = options();
    let list = || List::new(Choices { options: &options, commands: &commands, several: true }, &[]);
    let mut history = History::default();
    let mut first = list();
    assert!(first.means_default());
    for key in [Key::Down, Key::Char(' '), Key::Char('z')] {
        first.press(&key, &mut history);
    }
    let second = list().marked(&first.marks());
    assert_eq!((second.ticks(), second.pointer(), second.line().text()), (vec![1], Some(1), ""));
    assert!(!second.means_default());
    let one = || List::new(Choices { options: &options, commands: &commands, several: false }, &[2]);
    let mut moved = one();
    assert!(moved.means_default());
    moved.press(&Key::Up, &mut history);
    assert!(!moved.means_default() && !one().marked(&moved.marks()).means_default());
    moved.press(&Key::Down, &mut history);
    assert!(moved.means_default());
}

#[test]
fn a_long_text_key_by_key_is_looked_at_once() {
    let options = options();
    let mut list = List::new(Choices { options: &options, commands: &commands, several: true }, &[]);
    let mut history = History::default();
    for character in "x ".repeat(30_000).chars() {
        list.take(&Key::Char(character), &mut history);
    }
    list.catch_up();
    assert!(list.fits_nothing() && list.under() == Under::Options);
    assert_eq!(Labels::of(&options).all_meant(&"1,".repeat(10_000)), None);
}
