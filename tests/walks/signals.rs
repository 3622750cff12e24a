//! Signals at every kind of prompt of the real program: the terminal is given back, what was answered is kept and said to
//! be, and the exit code names the signal.

use crate::harness::command::walletfix;
use crate::harness::pty::Pty;
use tempfile::TempDir;

const DOWN: &str = "\x1b[B";
const NOW: &str = "--now 2026-11-24T10:00:00+08:00";

/// What each kind of prompt says in `suspicious-contact`, and the keys that lead on to the next kind.
const KINDS: [(&str, &str, &str); 4] = [
    ("a list", "对方说自己是谁", "\r"),
    ("a list of several", "要过下面哪些", " \x1b[B\x1b[B\x1b[B\x1b[B \r"),
    ("a line", "网址是什么？不要点开", "https://gift.example/\r"),
    ("a note", "这是骗局，停在这里", "\r"),
];

/// A session in a terminal, at that kind of prompt.
fn at(kind: usize) -> (Pty, TempDir) {
    let line = format!("diagnose suspicious-contact --lang zh --profile demo-pay --offline {NOW}");
    let (command, home, _) = walletfix(&line).env("TERM", "xterm-256color").into_parts();
    let mut pty = Pty::of(&command, 30, 80);
    let mut seen = 0;
    let mut press = |see: &str, keys: &str| {
        pty.wait_for_output_after(seen, see);
        pty.wait_for_output_after(seen, "Esc");
        seen = pty.output().len();
        pty.send(keys);
    };
    press("先排除危险", "\r");
    press("这几种情况都没有", "\r");
    for (number, (_, see, keys)) in KINDS[..kind].iter().enumerate() {
        press(see, keys);
        if number == 0 {
            press("下面哪些已经做了", "\r");
        }
    }
    pty.wait_for_output_after(seen, KINDS[kind].1);
    pty.wait_for_output_after(seen, "Esc");
    (pty, home)
}

/// The session goes on where it was.
fn goes_on(home: TempDir, kind: usize) {
    let mut talk = walletfix(&format!("resume --offline {NOW}")).home(home).talk();
    let said = talk.prompt();
    assert!(said.contains(KINDS[kind].1), "{}: {said}", KINDS[kind].0);
}

fn each_kind(test: impl Fn(usize) + Sync) {
    let test = &test;
    std::thread::scope(|scope| {
        for kind in 0..KINDS.len() {
            scope.spawn(move || test(kind));
        }
    });
}

#[test]
fn signals_at_every_kind_of_prompt() {
    each_kind(|kind| {
        for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
            let (mut pty, home) = at(kind);
            pty.signal(signal);
            let what = format!("{signal} at {}", KINDS[kind].0);
            assert_eq!(pty.exit_code(), code, "{what}: {}", pty.screen());
            assert!(pty.becomes_sane(), "{what}");
            pty.wait_for("已保存。继续：walletfix resume ");
            goes_on(home, kind);
        }
    });
}

#[test]
fn control_keys_at_every_kind_of_prompt() {
    each_kind(|kind| {
        for (key, code) in [("\x03", 130), ("\x04", 3)] {
            let (mut pty, home) = at(kind);
            pty.send(key);
            let what = format!("{key:?} at {}", KINDS[kind].0);
            assert_eq!(pty.exit_code(), code, "{what}: {}", pty.screen());
            assert!(pty.becomes_sane(), "{what}");
            pty.wait_for("已保存。继续：walletfix resume ");
            goes_on(home, kind);
        }
    });
}

#[test]
fn half_an_answer_is_none() {
    for (kind, keys) in [(1, format!(" {DOWN} ")), (2, "https://half.examp".to_owned())] {
        let (mut pty, home) = at(kind);
        pty.send(&keys);
        std::thread::sleep(std::time::Duration::from_millis(50));
        pty.signal("TERM");
        assert_eq!(pty.exit_code(), 143, "{}", pty.screen());
        goes_on(home, kind);
    }
}

#[test]
fn a_closed_window_keeps_the_session() {
    each_kind(|kind| {
        let (pty, home) = at(kind);
        let code = pty.close(if kind < 2 { DOWN } else { "x" });
        assert!([129, 3].contains(&code), "{}: {code}", KINDS[kind].0);
        goes_on(home, kind);
    });
}

#[test]
fn signals_while_plain_lines_are_waited_for() {
    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        let mut talk =
            walletfix(&format!("diagnose suspicious-contact --lang zh --profile demo-pay --offline {NOW}")).talk();
        talk.answer("先排除危险", "");
        talk.answer("这几种情况都没有", "1");
        talk.prompt();
        talk.signal(signal);
        let ran = talk.end().code(code).stdout("").complains("已保存。继续：walletfix resume ");
        goes_on(ran.home, 0);
    }
}

#[test]
fn the_last_words_are_in_the_language_of_the_moment() {
    let mut talk = walletfix(&format!("diagnose suspicious-contact --lang zh --profile demo-pay {NOW}")).talk();
    talk.answer("先排除危险", "");
    talk.answer("这几种情况都没有", "1");
    talk.answer("对方说自己是谁", ":lang");
    assert!(talk.prompt().contains("Who do they say they are"));
    talk.signal("TERM");
    talk.end().code(143).complains("Saved. Go on with: walletfix resume ");
}
