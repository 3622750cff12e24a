//! Who said that checks may run, and to whom: a command is no screen to go back to, and one number's host may not therefore
//! see another number.

use crate::harness::command::online;
use crate::harness::counter::Counter;
use crate::harness::talk::Talk;
use std::fs;
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

const NOW: &str = "--now 2026-11-24T10:00:00+08:00";
const NUMBER: &str = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
const FIRST: &str = "What kind of problem is it?";
const HASH: &str = "What is the transaction hash?";
const NOTHING_ELSE: &str = "There is nothing else to do now.";

/// A provider whose hosts are one server on this computer, and whose explorer is another.
struct World {
    server: Counter,
    explorer: Counter,
    folder: TempDir,
}

impl World {
    fn new() -> Self {
        Self { server: Counter::start(), explorer: Counter::start(), folder: tempfile::tempdir().unwrap() }
    }

    fn talk(&self, line: &str) -> Talk {
        let profile = self.server.profile(self.folder.path());
        let explorer =
            format!("\n[profile.explorers]\nbitcoin = {{ esplora = \"http://{}/api\" }}\n", self.explorer.host());
        let text = fs::read_to_string(&profile).unwrap() + &explorer;
        fs::write(&profile, text).unwrap();
        let run = online(&format!("diagnose {line} --lang en --flows tests/packs/consent {NOW} --profile"));
        run.arg(profile).talk()
    }
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_command_is_no_screen_to_go_back_to() {
    let world = World::new();
    let mut talk = world.talk("checks --probe");
    let said = flat(&talk.answer(FIRST, ":back"));
    let sees = format!("{} will see the transaction hash or address", world.explorer.host());
    assert!(said.contains(&sees) && !said.contains("Nothing about you"), "{said}");
    let said = talk.answer(FIRST, "2");
    assert!(said.contains("This is the first screen."), "{said}");
    talk.answer(HASH, NUMBER);
    talk.answer(NOTHING_ELSE, ":back");
    let visits = world.explorer.visits();
    assert!(visits > 0, "nobody came");
    talk.answer(HASH, ":back");
    talk.answer(FIRST, ":quit");
    talk.end().code(3);
    assert_eq!(world.explorer.visits(), visits, "going back sends nothing");
}

#[test]
fn a_command_counts_more_than_an_earlier_no() {
    let world = World::new();
    let mut talk = world.talk("checks");
    talk.answer("Let this computer run some automatic checks", "no");
    talk.answer(FIRST, ":quit");
    let ran = talk.end().code(3);
    assert_eq!(world.server.visits(), 0);
    let mut talk = online(&format!("resume --probe {NOW}")).home(ran.home).talk();
    talk.prompt();
    assert!(world.server.wait_for_visit(), "nobody came");
    // The journal says so too.
    let mut talk = online(&format!("resume {NOW}")).home(talk.kill()).talk();
    let before = world.server.visits();
    talk.answer(FIRST, "1");
    let said = flat(&talk.answer("Is another device online?", ":quit"));
    assert!(!said.contains("were not allowed"), "{said}");
    assert!(world.server.visits() > before, "nobody came again");
    talk.end().code(3);
}

#[test]
fn who_may_see_a_transaction_is_asked_again_before_an_address() {
    let world = World::new();
    let mut talk = world.talk("both");
    talk.answer(HASH, NUMBER);
    talk.answer("Let this computer look up the transaction?", "yes");
    talk.answer("What is the address?", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    let visits = world.explorer.visits();
    let said = flat(&talk.answer("Let this computer look up the balance of the address?", "no"));
    assert!(said.contains(&format!("{} will see the address", world.explorer.host())), "{said}");
    talk.answer(NOTHING_ELSE, "");
    talk.end().code(0);
    assert_eq!(world.explorer.visits(), visits, "after a no");
}

#[test]
fn a_check_behind_something_to_do_looks_after_it_is_done() {
    let world = World::new();
    let mut talk = world.talk("cure --probe");
    let said = talk.prompt();
    assert!(said.contains("Plug in the network cable."), "{said}");
    // A check that began with the screen would have come by now.
    sleep(Duration::from_millis(300));
    assert_eq!(world.server.visits(), 0);
    talk.say("1");
    talk.answer(NOTHING_ELSE, "");
    assert_eq!(world.server.visits(), 1);
    talk.end().code(0);
}
