//! What was removed from a line comes back; and Ctrl-Z gives the terminal to the shell and takes it again.

use super::rich::{reply, start, start_in_shell};

const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";

#[test]
fn what_was_removed_comes_back_and_so_does_a_line_that_is_asked_again() {
    let mut pty = start("line", 24, 60);
    pty.wait_for("> ");
    pty.send("钱包 地址");
    pty.wait_for("> 钱包 地址");
    pty.send("\x15");
    pty.wait_for_no("钱包");
    pty.send("\x19");
    pty.wait_for("> 钱包 地址");
    pty.send("\x15b");
    pty.wait_for("> b");
    pty.send(UP);
    pty.wait_for("> 钱包 地址");
    pty.send(DOWN);
    pty.wait_for("> b");
    pty.send("c\r");
    reply(&pty, "Typed(\"bc\")");
    // The same screen again: it was not understood.
    pty.wait_until("the next line", |screen| screen.contents().matches("写下地址").count() == 2);
    pty.send(UP);
    pty.wait_until("what was typed before", |screen| screen.contents().matches("> bc").count() == 2);
    pty.send("d\r");
    reply(&pty, "Typed(\"bcd\")");
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_the_question_back() {
    for (which, shown, keys) in [("one", "> 1. 失败", "\r"), ("line", "> ab", "c\r"), ("wait", "Press any key", "x")]
    {
        // A shell with job control, whose next command runs when the first was stopped.
        let mut pty = start_in_shell(which, "stty -a; echo the shell has it; read go; fg");
        if which == "line" {
            pty.wait_for("写下地址");
            pty.send("ab");
        }
        pty.wait_for(shown);
        pty.send("\x1a");
        pty.wait_for("the shell has it");
        assert!(pty.is_sane(), "{which}: {}", pty.screen());
        let seen = pty.output().len();
        pty.send("\n");
        pty.wait_for_output_after(seen, shown);
        if which != "wait" {
            pty.wait_until("bracketed paste", vt100::Screen::bracketed_paste);
        }
        assert!(!pty.is_sane(), "{which}");
        pty.send(keys);
        pty.wait_for(if which == "wait" { "done: false" } else { "reply: " });
    }
}

#[test]
fn ctrl_z_where_no_shell_waits_only_draws_again() {
    let mut pty = start("one", 24, 70);
    pty.wait_for("> 1. 失败");
    let seen = pty.output().len();
    pty.send("\x1a");
    pty.wait_for_output_after(seen, "> 1. 失败");
    pty.send("\r");
    pty.wait_for("reply: ");
}
