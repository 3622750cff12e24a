//! The question before something is destroyed: no by everything but the one key.

use crate::harness::command::walletfix;
use crate::harness::pty::Pty;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

/// The command in a terminal, with two sessions on this computer.
fn start(words: &str, columns: u16) -> (Pty, TempDir) {
    let (command, home) = set_up(words);
    (Pty::of(&command, 24, columns), home)
}

/// The same with something typed before the program is there.
fn start_behind(typed: &str, words: &str, columns: u16) -> (Pty, TempDir) {
    let (command, home) = set_up(words);
    let go = home.path().join("go");
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg("while [ ! -e \"$0\" ]; do /bin/sleep 0.01; done; exec \"$@\"").arg(&go);
    shell.arg(command.get_program()).args(command.get_args()).env_clear();
    for (name, value) in command.get_envs() {
        shell.env(name, value.unwrap_or_default());
    }
    shell.current_dir(command.get_current_dir().expect("a folder"));
    let mut pty = Pty::of(&shell, 24, columns);
    pty.send(typed);
    // The terminal shows it, so it has it.
    pty.wait_for(typed);
    fs::write(go, "").expect("a file");
    (pty, home)
}

/// Waits until a key is an answer: what is typed before the cursor is hidden is forgotten.
fn wait_for_question(pty: &Pty, keys: &str) {
    pty.wait_until(keys, |screen| screen.contents().contains(keys) && screen.hide_cursor());
}

fn set_up(words: &str) -> (Command, TempDir) {
    let walk = |home: Option<TempDir>| {
        let run =
            walletfix("diagnose app-does-not-open --flows examples/first-flow --profile generic").stdin("2\n:quit\n");
        match home {
            Some(home) => run.home(home),
            None => run,
        }
        .run()
        .code(3)
        .home
    };
    let home = walk(Some(walk(None)));
    let run = walletfix(words).home(home).env("TERM", "xterm-256color");
    let (command, home, _) = run.into_parts();
    (command, home)
}

fn sessions(home: &TempDir) -> usize {
    fs::read_dir(home.path().join("data/sessions")).map_or(0, Iterator::count)
}

#[test]
fn all_sessions_go_by_one_key_and_stay_by_every_other() {
    for (key, left) in [("y", 0), ("n", 2), ("\r", 2), ("\x1b", 2), ("q", 2)] {
        let (mut pty, home) = start("sessions delete --all --lang zh", 40);
        pty.wait_for("要删除这台电脑上的 2 条排查记录吗？");
        wait_for_question(&pty, "y 删除，n 不删。");
        pty.send("\x1b[B\x1b[15~x");
        pty.send(key);
        assert_eq!(pty.exit_code(), 0, "{}", pty.screen());
        assert!(pty.becomes_sane());
        assert_eq!(sessions(&home), left, "{key:?}: {}", pty.screen());
        assert!(pty.screen().contains(if left == 0 { "已删除 2 条" } else { "没有删除任何记录" }), "{}", pty.screen());
    }
}

#[test]
fn what_was_typed_ahead_is_no_yes_and_ctrl_c_leaves_a_sane_terminal() {
    for signal in ["", "INT", "TERM", "HUP"] {
        let (mut pty, home) = start_behind("yyy", "sessions delete --all --lang en", 80);
        wait_for_question(&pty, "y deletes, n keeps.");
        let code = if signal.is_empty() {
            pty.send("\x03");
            130
        } else {
            pty.signal(signal);
            match signal {
                "INT" => 130,
                "TERM" => 143,
                _ => 129,
            }
        };
        assert_eq!(pty.exit_code(), code, "{signal}: {}", pty.screen());
        assert!(pty.becomes_sane(), "{signal}");
        assert_eq!(sessions(&home), 2);
    }
}

#[test]
fn nobody_is_asked_about_one_session_and_plain_lines_ask_too() {
    let (mut pty, home) = start("sessions delete --all --lang en", 80);
    wait_for_question(&pty, "y deletes");
    pty.send("n");
    assert_eq!(pty.exit_code(), 0);
    let file = fs::read_dir(home.path().join("data/sessions")).unwrap().next().unwrap().unwrap().path();
    let id = file.file_stem().unwrap().to_string_lossy().into_owned();
    let (command, home, _) = walletfix("sessions delete").arg(&id).home(home).env("TERM", "xterm").into_parts();
    assert_eq!(Pty::of(&command, 24, 80).exit_code(), 0);
    assert_eq!(sessions(&home), 1);
    let (command, home, _) = walletfix("sessions delete --all --lang en").home(home).env("TERM", "dumb").into_parts();
    let mut pty = Pty::of(&command, 24, 80);
    pty.wait_for("and press Enter");
    pty.send("n\r");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(sessions(&home), 1);
    let (command, home, _) = walletfix("sessions delete --all").home(home).env("ACCESSIBLE", "1").into_parts();
    let mut pty = Pty::of(&command, 24, 80);
    pty.wait_for("Enter");
    pty.send("y\r");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(sessions(&home), 0);
}

#[test]
fn who_is_stopped_in_the_middle_is_asked_again() {
    let (mut pty, home) = start("sessions delete --all --lang en", 80);
    wait_for_question(&pty, "y deletes, n keeps.");
    // Nobody would go on with a program that no shell has started, so the system does not stop it.
    pty.signal("TSTP");
    pty.wait_until("the question again", |screen| {
        screen.contents().matches("y deletes, n keeps.").count() == 2 && screen.hide_cursor()
    });
    pty.send("n");
    assert_eq!(pty.exit_code(), 0, "{}", pty.screen());
    assert!(pty.becomes_sane());
    assert_eq!(sessions(&home), 2);
}
