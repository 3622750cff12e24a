//! The same answers by lists, by lines and from a file: the same bytes in the end.

use super::transcript::{Act, Script, Step, Transcript, all, each};
use crate::harness::command::walletfix;
use crate::harness::pty::Pty;
use std::process::Command;
use walletfix::flowtest;
use walletfix::i18n::{Lang, Message};
use walletfix::library;
use walletfix::pack::PackFile;
use walletfix::parse::read_pack;
use walletfix::replay::{Code, code};
use walletfix::summary::Summary;
use walletfix::summary::render::{Format, render};

const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";

#[test]
fn the_summary_is_the_same_in_every_mode() {
    each(all(), |transcript| {
        let plain = transcript.walk();
        assert!(!plain.stdout.trim().is_empty(), "{}", transcript.name);
        only_plain_text(&transcript.name, &plain.stdout, &plain.stderr);
        assert_eq!(rich(transcript), plain.stdout, "{}: lists, then lines", transcript.name);
        let scripted = match &transcript.script {
            Script::Answers(answers) => by_answers(answers),
            Script::Test(test) => by_test(test),
        };
        assert_eq!(scripted, plain.stdout, "{}: the file, then lines", transcript.name);
    });
}

/// The summary of a file of answers.
fn by_answers(answers: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.toml");
    std::fs::write(&path, answers).unwrap();
    walletfix("diagnose --answers").arg(&path).run().code(0).stderr("").stdout
}

/// The summary of the walk of a test.
fn by_test(test: &str) -> String {
    let name = "tests/transfer-failed.toml".to_owned();
    let mut files = library::embedded(false);
    files.push(PackFile { path: name.clone(), name, bytes: test.to_owned().into_bytes().into() });
    let (pack, found) = read_pack(&files);
    let mistakes: Vec<_> = found.iter().filter(|one| one.source.name == "tests/transfer-failed.toml").collect();
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let script = pack.tests.values().next().unwrap();
    let (session, reasons) = flowtest::outcome(&pack, script, &script.tests[0]);
    let session = session.unwrap();
    assert!(reasons.is_empty(), "{:?}", reasons.iter().map(|reason| reason.message.text(Lang::En)).collect::<Vec<_>>());
    let Code::Whole(code) = code(&session) else { panic!("the walk is too long for a code") };
    let summary = Summary::of(&session.story(), session.lang(), env!("CARGO_PKG_VERSION"));
    render(&Summary { replay_code: Some(code), ..summary }, Format::Text, false)
}

/// Nothing but words and ends of lines; what is asked stays off standard output.
fn only_plain_text(name: &str, stdout: &str, stderr: &str) {
    for text in [stdout, stderr] {
        let odd = text.chars().find(|character| character.is_control() && *character != '\n');
        assert_eq!(odd, None, "{name}: {text}");
        assert!(text.ends_with('\n'), "{name}: {text}");
    }
    let asks = Message::new("prompt-answer");
    for lang in Lang::ALL {
        assert!(!stdout.contains(&asks.text(lang)), "{name}: {stdout}");
    }
}

/// Walks it on a terminal, with the summary redirected to a file as people do.
fn rich(transcript: &Transcript) -> String {
    let (command, home, _) = transcript.run().into_parts();
    let summary = home.path().join("summary.txt");
    let mut shell = Command::new("/bin/sh");
    shell.env_clear().args(["-c", "exec \"$@\" > \"$SUMMARY\"", "sh"]).arg(command.get_program());
    shell.args(command.get_args()).env("SUMMARY", &summary).env("TERM", "xterm-256color");
    for (name, value) in command.get_envs() {
        shell.env(name, value.unwrap_or_default());
    }
    shell.current_dir(env!("CARGO_MANIFEST_DIR"));
    let mut pty = Pty::of(&shell, 40, 80);
    let (mut seen, mut lang) = (0, transcript.lang);
    for step in &transcript.steps {
        pty.wait_for_output_after(seen, &step.see);
        seen = pty.output().len();
        act(&mut pty, step);
        if step.act == Act::Command(":lang".to_owned()) {
            lang = lang.other();
        }
    }
    // Whoever sits at a terminal sees the summary before it leaves.
    pty.wait_for_output_after(seen, &Message::new("screen-leave").text(lang));
    pty.send("\r");
    assert_eq!(pty.exit_code(), 0, "{}: {}", transcript.name, pty.screen());
    assert!(pty.becomes_sane(), "{}", transcript.name);
    std::fs::read_to_string(summary).unwrap()
}

fn act(pty: &mut Pty, step: &Step) {
    match &step.act {
        Act::Enter => pty.send("\r"),
        Act::Type(text) => pty.send(&format!("{text}\r")),
        Act::Pick(numbers, first) => {
            let screen = pty.wait_until("a list", |screen| {
                let after = screen.contents();
                let after = after.rsplit(&step.see).next().unwrap_or_default();
                after.lines().any(|row| row.starts_with("> ") && row.contains(". ")) && after.contains("Esc")
            });
            let several = screen.rsplit(&step.see).next().unwrap_or_default().contains("[ ] ");
            pty.send(&keys(numbers, first, several));
        }
        Act::Choose(label) => choose(pty, label, &step.see),
        Act::Command(command) => {
            pty.wait_until("a prompt", |screen| screen.contents().contains("Esc"));
            pty.send(command);
            // Not the whole word: the list of commands may hold fewer than were typed.
            pty.wait_for(&format!("> {command}"));
            pty.send("\r");
        }
    }
}

/// Chooses the option whose label begins so from the list below these words, wherever it stands.
fn choose(pty: &mut Pty, label: &str, below: &str) {
    let marked = |screen: &str| {
        let list = screen.rsplit(below).next().filter(|_| !below.is_empty()).unwrap_or(screen);
        list.lines().rfind(|line| line.starts_with("> ")).map(str::to_owned)
    };
    let mut before = None;
    for _ in 0..50 {
        let screen = pty.wait_until("another option", |screen| {
            let now = marked(&screen.contents());
            now.is_some() && now != before
        });
        before = marked(&screen);
        let unnumbered = |line: &String| line.split_once(". ").is_some_and(|(_, shown)| shown.starts_with(label));
        if before.as_ref().is_some_and(unnumbered) {
            return pty.send("\r");
        }
        pty.send(DOWN);
    }
    panic!("no {label} on\n{}", pty.screen());
}

/// The keys that choose these options, from where the list begins.
fn keys(numbers: &[usize], first: &[usize], several: bool) -> String {
    let mut keys = String::new();
    if several {
        let mut at = 1;
        for option in 1..=numbers.iter().chain(first).copied().max().unwrap_or(0) {
            if numbers.contains(&option) != first.contains(&option) {
                keys += &DOWN.repeat(option - at);
                keys += " ";
                at = option;
            }
        }
    } else {
        let (to, from) = (numbers[0], first.first().copied().unwrap_or(1));
        keys += &if to >= from { DOWN.repeat(to - from) } else { UP.repeat(from - to) };
    }
    keys + "\r"
}
