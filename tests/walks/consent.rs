//! Whether checks may use the network is asked once, with the hosts named, and until somebody says yes nothing is sent: a
//! server on this computer counts who comes.

use crate::harness::command::{Run, online};
use crate::harness::counter::Counter;
#[cfg(unix)]
use crate::harness::pty::Pty;
use crate::harness::talk::Talk;
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

const NOW: &str = "--now 2026-11-24T10:00:00+08:00";
const DOWN: &str = "\x1b[B";

/// What the question, its answers and the screens before and after it say.
struct Words {
    lang: &'static str,
    guard: &'static str,
    none: &'static str,
    asks: &'static str,
    kept: &'static str,
    first: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: "zh",
        guard: "先排除危险",
        none: "这几种情况都没有",
        asks: "要让这台电脑自动检测几项吗？",
        kept: "您的回答和资料都不会发出去",
        first: "这一笔现在显示什么",
    },
    Words {
        lang: "en",
        guard: "First, rule out danger",
        none: "None of these",
        asks: "Let this computer run some automatic checks",
        kept: "Your answers are not sent",
        first: "what does this transaction show now?",
    },
];

/// A walk with a provider whose hosts are a server on this computer.
struct World {
    server: Counter,
    folder: TempDir,
}

impl World {
    fn new() -> Self {
        Self { server: Counter::start(), folder: tempfile::tempdir().unwrap() }
    }

    fn run(&self, line: &str) -> Run {
        online(&format!("{line} {NOW}")).words("--profile").arg(self.server.profile(self.folder.path()))
    }

    /// The walk of the shipped flow, up to the question.
    fn shipped(&self, words: &Words) -> Talk {
        let mut talk = self.run(&format!("diagnose transfer-failed --lang {}", words.lang)).talk();
        talk.answer(words.guard, "");
        talk.answer(words.none, "1");
        talk
    }

    /// The walk of the little flow, whose first screen is the question.
    fn little(&self) -> Run {
        self.run("diagnose checks --lang en --flows tests/packs/consent")
    }
}

/// On one line, wherever it was wrapped.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn events(home: &Path) -> Vec<serde_json::Value> {
    let journal = fs::read_dir(home.join("data/sessions")).unwrap().next().expect("a session").unwrap().path();
    let lines = fs::read_to_string(journal).unwrap();
    lines.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn nothing_is_sent_before_somebody_says_yes_nor_after_a_no() {
    for words in &WORDS {
        let world = World::new();
        let mut talk = world.shipped(words);
        let said = talk.prompt();
        assert!(
            said.contains(words.asks) && said.contains(&world.server.host()) && said.contains(words.kept),
            "{said}"
        );
        assert_eq!(world.server.visits(), 0, "before the answer");
        talk.say("2");
        talk.answer(words.first, ":quit");
        let ran = talk.end().code(3);
        assert_eq!(world.server.visits(), 0, "after a no");
        let events = events(ran.home.path());
        let consent: Vec<_> = events.iter().filter(|event| event["event"] == "consent").collect();
        assert_eq!(consent.len(), 1, "{events:?}");
        assert_eq!(consent[0]["yes"], false);
        assert!(consent[0]["hosts"].as_array().unwrap().contains(&world.server.host().into()), "{consent:?}");
        // Asked once in a session, however often it is resumed.
        let mut talk = online(&format!("resume {NOW}")).home(ran.home).talk();
        talk.answer(words.first, ":quit");
        talk.end().code(3);
        assert_eq!(world.server.visits(), 0);
    }
}

#[test]
fn after_a_yes_the_check_runs_while_the_next_question_stands() {
    let world = World::new();
    let mut talk = world.shipped(&WORDS[1]);
    talk.answer(WORDS[1].asks, "yes");
    // The first question is there, and nobody has answered it.
    talk.prompt();
    assert!(world.server.wait_for_visit(), "nobody came");
    // What is allowed is allowed after a crash too.
    let before = world.server.visits();
    let mut talk = online(&format!("resume {NOW}")).home(talk.kill()).talk();
    talk.prompt();
    assert!(world.server.wait_for_more_than(before), "nobody came again");
}

#[test]
fn what_is_said_instead_of_an_answer() {
    let world = World::new();
    let mut talk = world.little().talk();
    let asks = WORDS[1].asks;
    talk.answer(asks, "?");
    assert!(flat(&talk.answer(asks, "")).contains("No: nothing is contacted"), "help");
    assert!(talk.answer(asks, "maybe").contains("That was empty"), "an empty line is no consent");
    talk.answer(asks, ":back");
    assert!(talk.answer(asks, ":lang").contains("This is the first screen"), "back");
    talk.answer(WORDS[0].asks, ":lang");
    talk.answer(asks, ":skip");
    // Back from the next screen asks again, whatever was said.
    talk.answer("What kind of problem is it?", ":back");
    talk.answer(asks, "no");
    talk.answer("What kind of problem is it?", "1");
    let said = flat(&talk.answer("Is another device online?", ":back"));
    let because = "could not check it (checks over the network were not allowed)";
    assert!(said.contains(&format!("Service status: {because}")), "{said}");
    talk.answer("What kind of problem is it?", ":quit");
    talk.end().code(3);
    assert_eq!(world.server.visits(), 0);
}

#[test]
fn input_that_ends_at_the_question_is_no_answer() {
    let world = World::new();
    let ran = world.run("diagnose transfer-failed --lang en").stdin("\n1\n").run().code(3).stdout("");
    let ran = ran.complains("Saved").complains("walletfix resume ");
    assert!(events(ran.home.path()).iter().all(|event| event["event"] != "consent"));
    let mut talk = online(&format!("resume {NOW}")).home(ran.home).talk();
    talk.answer(WORDS[1].asks, "2");
    talk.answer(WORDS[1].first, ":quit");
    talk.end().code(3);
    assert_eq!(world.server.visits(), 0);
}

#[test]
fn offline_and_files_ask_nobody_and_send_nothing() {
    let world = World::new();
    let ran = world.little().words("--offline").stdin("1\nno\n1\n\n").run().code(0);
    let because = "could not check it (checks over the network are switched off)";
    assert!(flat(&ran.stderr).contains(because), "{}", ran.stderr);
    assert!(!ran.stderr.contains(WORDS[1].asks), "{}", ran.stderr);
    assert!(flat(&ran.stdout).contains("checks over the network are switched off"), "{}", ran.stdout);
    let answers = world.folder.path().join("answers.toml");
    fs::write(
        &answers,
        "format = 1\nflow = \"checks\"\nanswers = { kind = \"payment\", again = \"no\", net = \"online\" }\n",
    )
    .unwrap();
    let file = || world.little().words("--answers").arg(&answers);
    file().run().code(0).stderr("").prints("the file gives no result");
    file().words("--offline").run().code(0).stderr("");
    assert_eq!(world.server.visits(), 0);
    world.little().words("--offline --probe").run().code(2).stdout("").complains("do not go together");
    // Consent by command: whom it speaks to stands there first, and nobody is asked.
    let ran = file().words("--probe").run().code(0).complains(&world.server.host());
    assert!(!ran.stdout.contains("the file gives no result for it"), "{}", ran.stdout);
    assert!(world.server.visits() > 0, "nobody came");
}

#[test]
fn consent_by_command_asks_nobody() {
    let world = World::new();
    let mut talk = world.little().words("--probe").talk();
    let said = talk.prompt();
    assert!(said.contains("This contacts only: ") && said.contains(&world.server.host()), "{said}");
    // Whoever quits at once may be faster than the check.
    assert!(world.server.wait_for_visit(), "nobody came");
    talk.answer("What kind of problem is it?", ":quit");
    let ran = talk.end().code(3);
    let events = events(ran.home.path());
    assert!(events.iter().any(|event| event["event"] == "consent" && event["yes"] == true), "{events:?}");
}

#[test]
fn a_result_that_the_file_gives_is_not_looked_for() {
    let world = World::new();
    let answers = world.folder.path().join("answers.toml");
    // Of both: a check that may be needed later is started ahead.
    let text = "format = 1\nflow = \"checks\"\nanswers = { kind = \"payment\" }\nprobes = { state = \"ok\", net = \"online\" }\n";
    fs::write(&answers, text).unwrap();
    world.little().words("--probe --answers").arg(&answers).run().code(0).prints("checks/fine");
    assert_eq!(world.server.visits(), 0);
}

#[test]
fn a_check_that_hangs_keeps_nobody_longer_than_its_deadline() {
    let world = World::new();
    let mut talk = world.little().talk();
    talk.answer(WORDS[1].asks, "1");
    assert!(world.server.wait_for_visit(), "nobody came");
    let began = std::time::Instant::now();
    talk.answer("What kind of problem is it?", "1");
    let said = flat(&talk.answer("Is another device online?", ":quit"));
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    assert!(said.contains("Checking: Service status (up to 2 s)"), "{said}");
    assert!(said.contains("Service status: could not check it ("), "{said}");
    talk.end().code(3);
}

#[test]
fn what_a_check_found_is_said_once_unless_the_step_says_it() {
    let world = World::new();
    let said = |address: &str| {
        let mut talk = world.little().words("--offline").talk();
        talk.answer("What kind of problem is it?", "3");
        talk.answer("What is the address?", address);
        let said = flat(&talk.prompt());
        talk.say(":quit");
        talk.end().code(3);
        said
    };
    let own = said("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    assert!(own.contains("The form of the address: valid form.") && !own.contains("checked automatically"), "{own}");
    let other = said("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb");
    assert!(other.contains("Form of the address (checked automatically): not a complete address"), "{other}");
}

const NUMBER: &str = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";

/// The same with an explorer that is a server of its own.
fn with_explorer(world: &World, flow: &str, explorer: &Counter) -> Talk {
    let profile = world.server.profile(world.folder.path());
    let own = format!("\n[profile.explorers]\nbitcoin = {{ esplora = \"https://{}/api\" }}\n", explorer.host());
    let text = fs::read_to_string(&profile).unwrap() + &own;
    fs::write(&profile, text).unwrap();
    online(&format!("diagnose {flow} --lang en --flows tests/packs/consent {NOW} --profile")).arg(profile).talk()
}

#[test]
fn a_number_is_shown_to_nobody_without_a_yes_of_its_own() {
    let (world, explorer) = (World::new(), Counter::start());
    let mut talk = with_explorer(&world, "checks", &explorer);
    let said = talk.answer(WORDS[1].asks, "yes");
    assert!(!said.contains(&explorer.host()), "the general question: {said}");
    talk.answer("What kind of problem is it?", "2");
    talk.answer("What is the transaction hash?", NUMBER);
    let asks = "Let this computer look up the transaction?";
    let said = flat(&talk.answer(asks, "no"));
    assert!(said.contains(&format!("{} will see the transaction hash", explorer.host())), "{said}");
    let said = flat(&talk.answer("There is nothing else to do now.", ":back"));
    assert!(said.contains("could not check it (checks over the network were not allowed)"), "{said}");
    assert_eq!(explorer.visits(), 0, "after a no");
    // Back from the next screen asks again.
    talk.answer(asks, "yes");
    assert!(explorer.wait_for_visit(), "nobody came");
    talk.answer("There is nothing else to do now.", "");
    let ran = talk.end().code(0);
    let named = |event: &serde_json::Value| event["hosts"] == serde_json::json!([explorer.host()]);
    let said: Vec<bool> = events(ran.home.path()).iter().filter(|e| named(e)).map(|e| e["yes"] == true).collect();
    assert_eq!(said, [false, true]);
}

#[test]
fn however_many_checks_hang_nobody_waits_longer_than_six_seconds() {
    let (world, explorer) = (World::new(), Counter::start());
    let mut talk = with_explorer(&world, "slow", &explorer);
    talk.answer("What is the transaction hash?", NUMBER);
    talk.prompt();
    let began = std::time::Instant::now();
    talk.say("yes");
    let said = flat(&talk.answer("There is nothing else to do now.", ""));
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    for part in ["(up to 5 s)", "no result within 6 seconds"] {
        assert!(said.contains(part), "{part:?} is not in {said}");
    }
    talk.end().code(0);
}

/// The question in a terminal.
#[cfg(unix)]
fn opened(world: &World, words: &Words, columns: u16) -> (Pty, TempDir) {
    let run = world.run(&format!("diagnose checks --lang {} --flows tests/packs/consent", words.lang));
    let (command, home, _) = run.env("TERM", "xterm-256color").into_parts();
    let pty = Pty::of(&command, 30, columns);
    pty.wait_for_output("Esc");
    (pty, home)
}

#[test]
#[cfg(unix)]
fn in_a_terminal_of_any_width() {
    for words in &WORDS {
        for columns in [40, 80] {
            let world = World::new();
            let (mut pty, home) = opened(&world, words, columns);
            let screen: String = pty.screen().split_whitespace().collect();
            let asks: String = words.asks.split_whitespace().collect();
            assert!(screen.contains(&asks) && screen.contains(&world.server.host()), "{columns}: {}", pty.screen());
            let first = if words.lang == "zh" { "问题是哪一类" } else { "What kind of problem" };
            pty.send(&format!("{DOWN}\r"));
            pty.wait_for(first);
            pty.signal("INT");
            assert_eq!(pty.exit_code(), 130);
            assert!(pty.becomes_sane());
            assert!(events(home.path()).iter().any(|event| event["event"] == "consent" && event["yes"] == false));
            assert_eq!(world.server.visits(), 0);
        }
    }
}

#[test]
#[cfg(unix)]
fn ctrl_c_at_the_question_is_no_yes() {
    let world = World::new();
    let (mut pty, _home) = opened(&world, &WORDS[1], 80);
    pty.send("\x03");
    assert_eq!(pty.exit_code(), 130);
    assert!(pty.becomes_sane());
    assert_eq!(world.server.visits(), 0);
}

#[test]
#[cfg(unix)]
fn a_wait_in_a_terminal_is_skipped_by_a_key_and_ended_by_ctrl_c() {
    for keys in ["x", "\x03"] {
        let world = World::new();
        let (mut pty, _home) = opened(&world, &WORDS[1], 80);
        pty.send("\r");
        pty.wait_for("What kind of problem");
        pty.send("\r");
        pty.wait_for("Press any key to skip");
        pty.send(keys);
        if keys == "x" {
            let screen = flat(&pty.wait_for("Is another device online?"));
            assert!(screen.contains("could not check it (the check was skipped)"), "{screen}");
            pty.send("\x03");
        }
        assert_eq!(pty.exit_code(), 130);
        assert!(pty.becomes_sane());
    }
}
