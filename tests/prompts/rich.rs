//! The rich prompter in a real terminal. The program in it is this test binary once more, running [`child`] alone.

use super::{options, screen};
use crate::harness::pty::Pty;
use portable_pty::CommandBuilder;
use std::time::Duration;
use walletfix::i18n::Lang;
use walletfix::palette::Palette;
use walletfix::prompt::plain::Plain;
use walletfix::prompt::rich::Rich;
use walletfix::prompt::{Form, Prompter, Reply, Screen};
use walletfix::terminal::{Terminal, keep_answers_out_of_panics};

const WHICH: &str = "WALLETFIX_PTY_CHILD";

pub(super) const DOWN: &str = "\x1b[B";
const LEFT: &str = "\x1b[D";
pub(super) const BACKSPACE: &str = "\x7f";

/// Starts one of [`child`]'s demonstrations.
pub(super) fn start(which: &str, rows: u16, columns: u16) -> Pty {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(CHILD);
    command.env(WHICH, which);
    command.env("TERM", "xterm-256color");
    Pty::spawn(command, rows, columns)
}

/// The same from a shell with job control, which then goes on with `next`.
pub(super) fn start_in_shell(which: &str, next: &str) -> Pty {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-mc", &format!("\"$0\" \"$@\"; {next}")]);
    command.arg(std::env::current_exe().unwrap());
    command.args(CHILD);
    command.env(WHICH, which);
    command.env("TERM", "xterm-256color");
    Pty::spawn(command, 40, 70)
}

const CHILD: [&str; 4] = ["prompts::rich::child", "--exact", "--nocapture", "--test-threads=1"];

/// Runs inside the terminal; elsewhere it has nothing to do.
#[test]
fn child() {
    let Ok(which) = std::env::var(WHICH) else { return };
    if which == "quoting panic" {
        keep_answers_out_of_panics();
    }
    let terminal = Terminal::watch(|| eprintln!("all is saved")).unwrap();
    if which == "plain" {
        let mut plain = Plain::new(&terminal, std::io::stderr(), 40).typed_by_hand(&terminal);
        loop {
            let reply = plain.ask(&demo("one")).unwrap();
            plain.say(&shown(&reply)).unwrap();
        }
    }
    let mut rich = Rich::new(&terminal, Palette::new(true)).unwrap();
    for line in ["first above", "second above", "third above", "fourth above"] {
        rich.say(line).unwrap();
    }
    match which.as_str() {
        "wait" => {
            let done = rich.wait("network", Lang::En, Duration::from_secs(20), &mut |patience| {
                std::thread::sleep(patience);
                false
            });
            rich.say(&format!("done: {}", done.unwrap())).unwrap();
        }
        "quick" => {
            let done = rich.wait("network", Lang::En, Duration::from_secs(20), &mut |_| true);
            rich.say(&format!("done: {}", done.unwrap())).unwrap();
        }
        "late" => {
            let done = rich.wait("network", Lang::En, Duration::from_millis(300), &mut |_| false);
            rich.say(&format!("done: {}", done.unwrap())).unwrap();
        }
        "busy" => {
            rich.say("working").unwrap();
            std::thread::sleep(Duration::from_millis(300));
            let reply = rich.ask(&demo("line")).unwrap();
            rich.say(&shown(&reply)).unwrap();
        }
        "panic" => {
            rich.say("ready").unwrap();
            panic!("a mistake in the program");
        }
        "panic elsewhere" => {
            rich.say("ready").unwrap();
            // As a mistake in a check would, on the thread that all of them run on.
            let thread = std::thread::spawn(|| panic!("a mistake in the program"));
            let _ = thread.join();
            rich.say("and on it goes").unwrap();
        }
        "quoting panic" => {
            let Reply::Typed(text) = rich.ask(&demo("line")).unwrap() else { return };
            // As a mistake in a reader would: inside of a character, which the message then quotes with the whole text.
            rich.say(&text[..1]).unwrap();
        }
        "secret" => {
            rich.ask(&demo("line")).unwrap();
            let wiped = rich.wipe().unwrap();
            rich.say(&format!("wiped: {wiped:?}")).unwrap();
        }
        _ => loop {
            let reply = rich.ask(&demo(&which)).unwrap();
            let ended = reply == Reply::End;
            rich.say(&shown(&reply)).unwrap();
            if ended {
                break;
            }
        },
    }
    drop(terminal);
    std::process::exit(3);
}

/// A reply with what was typed, which printing it for debugging leaves out.
fn shown(reply: &Reply) -> String {
    match reply {
        Reply::Typed(text) => format!("reply: Typed({:?})", &**text),
        other => format!("reply: {other:?}"),
    }
}

fn demo(which: &str) -> Screen {
    match which {
        "one" => {
            let mut one = screen(Lang::Zh, Form::One, "先别再付。打开账单，看这一笔现在显示什么？");
            // 25 characters: fits into 60 columns, and is longer than that in bytes.
            one.options = options(&[
                ("failed", "失败或已关闭，钱已经退回原来付款的那张卡或者余额里了"),
                ("open", "处理中"),
                ("done", "成功"),
            ]);
            one
        }
        "several" => {
            let mut several = screen(Lang::En, Form::Several, "Is any of this happening now?");
            several.options =
                options(&[("phrase", "Somebody has it"), ("not-mine", "Not mine"), ("contact", "Contacted")]);
            several.default = vec!["not-mine".to_owned()];
            several
        }
        "many" => {
            let mut many = screen(Lang::Zh, Form::One, "在哪个国家或地区？");
            let labels: Vec<String> = (1..=40).map(|number| format!("地区 {number}")).collect();
            many.options = options(&labels.iter().map(|label| (label.as_str(), label.as_str())).collect::<Vec<_>>());
            many
        }
        "asked" => {
            let mut asked = screen(Lang::Zh, Form::One, "余额变少了吗？");
            asked.options = options(&[("yes", "是"), ("no", "否"), ("unknown", "不知道")]);
            asked
        }
        "long" => {
            let mut long = screen(Lang::En, Form::One, "Was it there?\nIt stands at the top.");
            long.options = options(&[("yes", "Yes"), ("no", "No")]);
            long
        }
        "urgent" => {
            let mut urgent =
                screen(Lang::En, Form::Note, "Freeze the account now. Open the app and look under Security.");
            urgent.urgent = true;
            urgent.channels = vec!["Emergency line: 000\nOpen now.".to_owned()];
            urgent
        }
        "third" => {
            let mut third = screen(Lang::En, Form::Line, "How much was it?");
            third.options = options(&[("unknown", "I don't know")]);
            third.visit = 3;
            third
        }
        "note" => screen(Lang::Zh, Form::Note, "不要往这个钱包里转矿工费。"),
        _ => {
            let mut line = screen(Lang::Zh, Form::Line, "写下地址");
            line.default_words = Some("没有".to_owned());
            line
        }
    }
}

pub(super) fn reply(pty: &Pty, text: &str) -> String {
    pty.wait_for(&format!("reply: {text}"))
}

#[test]
fn chinese_labels_never_erase_what_stands_above() {
    for columns in [60, 40] {
        let mut pty = start("one", 30, columns);
        pty.wait_for("> 1. 失败");
        let before = pty.screen();
        for (key, shown) in [(DOWN, "> 2. 处理中"), (DOWN, "> 3. 成功"), (DOWN, "> 1. 失败"), (DOWN, "> 2. 处理中")]
        {
            pty.send(key);
            pty.wait_for(shown);
        }
        let after = pty.screen();
        assert!(after.contains("first above") && after.contains("fourth above"), "{after}");
        let head = |screen: &str| {
            screen
                .split("1. 失败或已")
                .next()
                .map(str::trim_end)
                .map(|head| head.trim_end_matches('>').trim_end().to_owned())
        };
        assert_eq!(head(&before), head(&after));
        // What follows of an option is set in further than the options are.
        let last = before.lines().find(|line| line.contains("余额里了")).unwrap_or_default();
        assert!(columns == 60 || last.starts_with("    ") && !last.contains("失败"), "{before}");
        pty.send("\r");
        reply(&pty, r#"Picked(["open"])"#);
        pty.wait_until("the next list, and nothing of the last", |screen| {
            screen.contents().matches("失败或已").count() == 1
        });
    }
}

#[test]
fn chinese_is_edited_by_characters() {
    let mut pty = start("line", 24, 60);
    pty.wait_for("> ");
    pty.send("钱包地址");
    pty.wait_for("> 钱包地址");
    pty.send(LEFT);
    pty.send(LEFT);
    pty.send("新");
    pty.wait_for("> 钱包新地址");
    // "> " and three characters of two columns each.
    pty.wait_until("the cursor behind 新", |screen| screen.cursor_position().1 == 8);
    pty.send(BACKSPACE);
    pty.send(BACKSPACE);
    let shown = pty.wait_for("> 钱地址");
    assert!(!shown.contains("包") && !shown.contains("新"), "{shown}");
    pty.send("\x1b[He\u{301}👨‍👩‍👧\x1b[1;5C\x1b[F。\x1b[15~\x1b[1;5D\x1b[3~");
    pty.send("\r");
    reply(&pty, r#"Typed("e\u{301}👨\u{200d}👩\u{200d}👧钱地址")"#);
}

#[test]
fn a_long_line_takes_several_rows_and_comes_back() {
    let mut pty = start("line", 24, 40);
    pty.wait_for("> ");
    pty.send(&"账".repeat(40));
    pty.wait_until("three rows", |screen| screen.contents().matches('账').count() == 40);
    pty.send("\x15");
    let shown = pty.wait_for_no("账");
    assert!(shown.contains("fourth above") && shown.contains("写下地址"), "{shown}");
    pty.send("b\r");
    reply(&pty, "Typed(\"b\")");
}

#[test]
fn pasted_lines_stay_one_answer() {
    let mut pty = start("line", 24, 60);
    pty.wait_until("bracketed paste", vt100::Screen::bracketed_paste);
    pty.send("\x1b[200~第一行\r\ny\n\x1b[201~");
    pty.wait_for("> 第一行 y");
    assert!(!pty.screen().contains("reply"));
    pty.send("\r");
    let shown = reply(&pty, "Typed(\"第一行 y\")");
    assert_eq!(shown.matches("reply").count(), 1, "{shown}");
}

#[test]
fn keys_that_arrive_in_pieces_are_put_together() {
    let mut pty = start("line", 24, 60);
    pty.wait_until("bracketed paste", vt100::Screen::bracketed_paste);
    pty.send_slowly("账单".as_bytes(), Duration::from_millis(10));
    pty.wait_for("> 账单");
    pty.send_slowly(b"\x1b[1;5D\x1b[24~", Duration::from_millis(10));
    pty.send("x\r");
    reply(&pty, "Typed(\"账x单\")");
}

#[test]
fn a_window_may_change_its_size_while_something_is_asked() {
    for (which, text) in [("one", "> 1. 失败"), ("line", "> ")] {
        let mut pty = start(which, 24, 80);
        pty.wait_for(text);
        for (rows, columns) in [(24, 40), (12, 30), (30, 100)] {
            pty.resize(rows, columns);
        }
        pty.send("\r");
        let shown = pty.wait_for("reply: ");
        assert!(shown.contains("fourth above"), "{shown}");
    }
    let mut pty = start("line", 24, 60);
    pty.wait_for("> ");
    pty.send(&"账".repeat(25));
    pty.wait_until("all of it", |screen| screen.contents().matches('账').count() == 25);
    pty.resize(24, 30);
    pty.send("单");
    pty.wait_for("单");
    assert!(pty.screen().contains("写下地址"), "{}", pty.screen());
    pty.send("\r");
    pty.wait_for("reply: ");
}

#[test]
fn ctrl_c_and_signals_end_with_a_sane_terminal() {
    let prompts =
        [("one", "> 1. 失败"), ("several", "[x] Not mine"), ("line", "> "), ("note", "> "), ("wait", "Press any key")];
    for (which, shown) in prompts {
        for (signal, code) in [("", 130), ("INT", 130), ("TERM", 143), ("HUP", 129)] {
            let mut pty = start(which, 24, 60);
            pty.wait_for(shown);
            if signal.is_empty() {
                pty.send("\x03");
            } else {
                pty.signal(signal);
            }
            assert_eq!(pty.exit_code(), code, "{which} {signal}: {}", pty.screen());
            pty.wait_for("all is saved");
            assert!(pty.is_sane(), "{which} {signal}");
        }
    }
}

#[test]
fn a_closed_window_ends_the_program_by_its_signal() {
    for (which, shown, key) in [("one", "> 1. 失败", DOWN), ("line", "> ", "x")] {
        let pty = start(which, 24, 60);
        pty.wait_for(shown);
        assert_eq!(pty.close(key), 129, "{which}");
    }
}

#[test]
fn ctrl_d_ends_the_input_and_a_panic_gives_the_terminal_back() {
    let mut pty = start("line", 24, 60);
    pty.wait_for("> ");
    pty.send("\x04");
    reply(&pty, "End");
    assert_eq!(pty.exit_code(), 3);
    assert!(pty.is_sane());
    for which in ["panic", "panic elsewhere"] {
        let mut pty = start(which, 24, 80);
        pty.wait_for("a mistake in the program");
        assert_eq!(pty.exit_code(), 101);
        assert!(pty.is_sane());
        assert!(!pty.screen().contains("and on it goes"), "{}", pty.screen());
    }
}

#[test]
fn a_panic_quotes_no_answer() {
    let mut pty = start("quoting panic", 24, 80);
    pty.wait_for("> ");
    pty.send("助记词 abandon ability");
    // To the last byte: the cursor is shown when all is drawn.
    pty.wait_until("the line with its cursor", |screen| {
        screen.contents().contains("> 助记词 abandon ability") && !screen.hide_cursor()
    });
    let typed = pty.output().len();
    pty.send("\r");
    pty.wait_for("panicked at");
    pty.wait_for("it may quote an answer");
    assert_eq!(pty.exit_code(), 101);
    assert!(pty.is_sane());
    let after = String::from_utf8_lossy(&pty.output()[typed..]).into_owned();
    // The line as it stays on the screen, and no more.
    assert_eq!(after.matches("ability").count(), 1, "{after}");
}

#[test]
fn tiny_windows_get_numbered_lines() {
    for rows in [1, 3, 7] {
        let mut pty = start("one", rows, 40);
        pty.wait_until("bracketed paste", vt100::Screen::bracketed_paste);
        pty.send("2\r");
        pty.wait_for_output("3. 成功");
        pty.wait_for_output("reply: Typed(\"2\")");
    }
    let mut pty = start("one", 24, 15);
    pty.wait_until("bracketed paste", vt100::Screen::bracketed_paste);
    pty.wait_for("3. 成功");
    pty.send("3\r");
    pty.wait_for("Typed(\"3\")");
}

#[test]
fn ticks_are_set_by_space_and_begin_with_the_default() {
    let mut pty = start("several", 24, 70);
    let shown = pty.wait_for("[x] Not mine");
    assert!(shown.contains("[ ] Somebody has it") && shown.contains("Space ticks"), "{shown}");
    pty.send(" ");
    pty.wait_for("[x] Somebody");
    pty.send(DOWN);
    pty.wait_for("> 2. [x] Not mine");
    pty.send(" ");
    pty.wait_for("> 2. [ ] Not mine");
    pty.send("\r");
    reply(&pty, r#"Picked(["phrase"])"#);
}

#[test]
fn any_key_skips_a_wait_and_nothing_of_it_stays() {
    let mut pty = start("wait", 24, 70);
    pty.wait_for("Press any key to skip");
    assert!(pty.screen().contains("Checking: network"));
    pty.send("\x1b[B");
    let shown = pty.wait_for("done: false");
    assert!(!shown.contains("Press any key") && !shown.contains("Checking"), "{shown}");
    assert!(shown.contains("fourth above"));
}

#[test]
fn a_check_that_is_done_at_once_is_never_seen_and_a_late_one_leaves_nothing() {
    let pty = start("quick", 24, 70);
    pty.wait_for("done: true");
    assert!(!String::from_utf8_lossy(&pty.output()).contains("Checking"));
    let pty = start("late", 24, 70);
    let shown = pty.wait_for("done: false");
    assert!(String::from_utf8_lossy(&pty.output()).contains("Checking: network (up to 1 s)"));
    assert!(!shown.contains("Checking") && !shown.contains("any key"), "{shown}");
}

#[test]
fn unticking_the_default_is_an_answer_too() {
    let mut pty = start("several", 24, 70);
    pty.wait_for("[x] Not mine");
    pty.send(DOWN);
    pty.wait_for("> 2. [x] Not mine");
    pty.send(" ");
    pty.wait_for("> 2. [ ] Not mine");
    pty.send("\r");
    let shown = reply(&pty, "Picked([])");
    assert!(shown.contains("> nothing ticked"), "{shown}");
}

#[test]
fn what_was_typed_can_be_wiped_off() {
    let mut pty = start("secret", 24, 40);
    pty.wait_for("> ");
    pty.send(&"abandon ".repeat(11));
    pty.wait_for("abandon");
    pty.send("\r");
    let shown = pty.wait_for("wiped: Gone");
    assert!(!shown.contains("abandon") && shown.contains("写下地址"), "{shown}");
}

#[test]
fn an_empty_line_shows_what_it_meant() {
    let mut pty = start("line", 24, 60);
    pty.wait_for("直接回车 = 没有");
    pty.send("\r");
    let shown = reply(&pty, "Typed(\"\")");
    assert!(shown.contains("> 没有"), "{shown}");
}

#[test]
fn what_is_typed_while_nothing_is_asked_is_neither_shown_nor_an_answer() {
    let mut pty = start("busy", 24, 60);
    pty.wait_for("working");
    pty.send("hurry\r");
    pty.wait_for("> ");
    assert!(!pty.screen().contains("hurry"), "{}", pty.screen());
    pty.send("now\r");
    let shown = reply(&pty, "Typed(\"now\")");
    assert!(!shown.contains("hurry"), "{shown}");
}

#[test]
fn plain_lines_in_a_terminal_send_no_escape_and_end_by_signals_all_the_same() {
    for (signal, code) in [("", 130), ("TERM", 143), ("HUP", 129)] {
        let mut pty = start("plain", 24, 60);
        pty.wait_for("回答：");
        pty.send("2\r");
        reply(&pty, "Typed(\"2\")");
        if signal.is_empty() {
            pty.send("\x03");
        } else {
            pty.signal(signal);
        }
        assert_eq!(pty.exit_code(), code);
        pty.wait_for("all is saved");
        assert!(pty.is_sane());
        assert!(!pty.output().contains(&0x1b), "{}", pty.screen());
    }
}
