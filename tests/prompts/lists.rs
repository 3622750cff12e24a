//! Lists on a real terminal: typing into them, more options than rows, the commands behind a colon, and windows that change
//! while one is open.

use super::rich::{BACKSPACE, DOWN, reply, start};
use crate::harness::pty::Pty;
use std::time::Duration;

const ESCAPE: &str = "\x1b";
const UP: &str = "\x1b[A";

/// Presses keys, each seen by the program before the next.
fn press(pty: &mut Pty, steps: &[(&str, &str)]) -> String {
    let mut screen = String::new();
    for (keys, shown) in steps {
        pty.send(keys);
        screen = pty.wait_for(shown);
    }
    screen
}

#[test]
fn what_is_typed_narrows_a_list_and_what_fits_nothing_is_handed_over() {
    let mut pty = start("one", 24, 70);
    pty.wait_for("> 1. 失败");
    let shown = press(&mut pty, &[("处", "> 处\n> 2. 处理中")]);
    assert!(!shown.contains("失败或已"), "{shown}");
    press(&mut pty, &[(BACKSPACE, "> 1. 失败"), ("3", "> 3. 成功")]);
    // A number narrows nothing.
    assert!(pty.screen().contains("  1. 失败"), "{}", pty.screen());
    pty.send("\r");
    reply(&pty, r#"Picked(["done"])"#);

    pty.wait_for("> 1. 失败");
    let shown = press(&mut pty, &[("不知道", "没有符合的")]);
    assert!(shown.contains("  1. 失败") && shown.contains("> 不知道"), "{shown}");
    pty.send("\r");
    reply(&pty, r#"Typed("不知道")"#);
}

#[test]
fn a_word_that_is_an_answer_wins_over_a_label_that_holds_it() {
    let mut pty = start("asked", 24, 70);
    pty.wait_for("> 1. 是");
    press(&mut pty, &[("不", "> 2. 否")]);
    assert!(pty.screen().contains("  3. 不知道"), "{}", pty.screen());
    pty.send("\r");
    reply(&pty, r#"Picked(["no"])"#);
}

#[test]
fn pasted_lines_go_into_the_line_of_a_list_and_answer_nothing_else() {
    for paste in ["\x1b[200~2\r\n1\r\n\x1b[201~", "2\r1"] {
        let mut pty = start("one", 24, 70);
        pty.wait_for("> 1. 失败");
        let shown = press(&mut pty, &[(paste, "> 2 1")]);
        assert!(!shown.contains("reply"), "{shown}");
        pty.send("\r");
        let shown = reply(&pty, r#"Typed("2 1")"#);
        assert_eq!(shown.matches("reply").count(), 1, "{shown}");
    }
}

#[test]
fn a_number_or_a_word_ticks_alone_and_several_go_as_they_are_typed() {
    let mut pty = start("several", 24, 70);
    pty.wait_for("[x] Not mine");
    // What is typed joins what is ticked; nothing is answered without that.
    press(&mut pty, &[("cont", "> 3. [ ] Contacted"), ("\r", "> 3. [x] Contacted")]);
    press(&mut pty, &[("none", "> none"), ("\r", "  2. [ ] Not mine")]);
    press(&mut pty, &[("1，3", "> 1，3"), ("\r", r#"reply: Picked(["phrase", "contact"])"#)]);
    // Asked again, it goes on with the same ticks.
    pty.wait_for("[x] Contacted");
    press(&mut pty, &[("2", "> 2. [ ] Not"), (" ", "> 2. [x] Not mine")]);
    pty.send("\r");
    reply(&pty, r#"Picked(["phrase", "not-mine", "contact"])"#);
}

#[test]
fn more_options_than_rows_are_seen_in_part_with_the_rest_in_words() {
    let mut pty = start("many", 12, 40);
    pty.wait_for(">  1. 地区 1");
    let shown = pty.wait_for("下面还有");
    assert!(shown.contains("在哪个国家或地区？") && !shown.contains("上面还有"), "{shown}");
    let shown = press(&mut pty, &[(UP, "> 40. 地区 40")]);
    assert!(shown.contains("上面还有") && !shown.contains("下面还有"), "{shown}");
    // A page is as much as is seen.
    let page = shown.lines().filter(|row| row.contains(". 地区")).count();
    let (before, after) = (format!("> {}. 地区", 40 - page), format!(">  {}. 地区", 1 + page));
    press(&mut pty, &[("\x1b[5~", &before), ("\x1b[H", ">  1. 地区 1"), ("\x1b[6~", &after)]);
    let shown = press(&mut pty, &[("17", "> 17. 地区 17")]);
    assert!(shown.contains("> 17\n") && shown.contains("上面还有"), "{shown}");
    pty.send("\r");
    reply(&pty, r#"Picked(["地区 17"])"#);
}

#[test]
fn a_key_writes_only_the_rows_that_it_changes() {
    let mut pty = start("many", 24, 70);
    pty.wait_for("Esc");
    // Enter stands for the default no more, which the first key takes away.
    press(&mut pty, &[(DOWN, ">  2. 地区")]);
    for at in 3..8 {
        let before = pty.output().len();
        press(&mut pty, &[(DOWN, &format!(">  {at}. 地区"))]);
        let written = pty.output().len() - before;
        assert!(written < 300, "{written} bytes for two rows");
    }
    // And never more than the window holds.
    let before = pty.output().len();
    press(&mut pty, &[("\x1b[F", "> 40. 地区 40")]);
    assert!(pty.output().len() - before < 24 * 70 * 3);
}

#[test]
fn escape_clears_what_is_typed_and_then_goes_back() {
    let mut pty = start("one", 24, 70);
    pty.wait_for("> 1. 失败");
    press(&mut pty, &[("成", "> 成\n> 3. 成功"), (ESCAPE, "> 3. 成功\n上下键")]);
    pty.send(ESCAPE);
    reply(&pty, "Command(Back)");

    let mut pty = start("line", 24, 70);
    pty.wait_for("> ");
    press(&mut pty, &[("abc", "> abc"), (ESCAPE, "reply: Command(Back)")]);
}

#[test]
fn an_arrow_key_on_a_slow_line_is_no_escape() {
    let mut pty = start("one", 24, 70);
    pty.wait_for("> 1. 失败");
    pty.send(ESCAPE);
    std::thread::sleep(Duration::from_millis(50));
    press(&mut pty, &[("[B", "> 2. 处理中")]);
    // So slow that it was: then at least the rest of it is no text for the next question.
    pty.send(ESCAPE);
    reply(&pty, "Command(Back)");
    pty.wait_for("> 2. 处理中");
    pty.send("[B");
    press(&mut pty, &[(DOWN, "> 3. 成功")]);
}

#[test]
fn a_colon_shows_the_commands_in_place_of_the_options() {
    let mut pty = start("one", 24, 70);
    pty.wait_for("> 1. 失败");
    let shown = press(&mut pty, &[("：", "按 Esc 回到问题")]);
    assert!(!shown.contains("失败或已") && !shown.contains("整理给客服") && !shown.contains(":skip"), "{shown}");
    let shown = press(&mut pty, &[("re", "> :review  看全部")]);
    assert!(!shown.contains(":back"), "{shown}");
    press(&mut pty, &[(ESCAPE, "> 1. 失败"), (":help", "> :help"), ("\r", "reply: Command(Help)")]);
    pty.wait_for("> 1. 失败");
    let shown = press(&mut pty, &[(":返", "  :back  返回上一步"), ("\r", r#"reply: Typed(":返")"#)]);
    assert!(!shown.contains("> :back"), "{shown}");
    // A word that is no command of this screen is read as typed.
    pty.wait_for("> 1. 失败");
    press(&mut pty, &[(":reload", "没有符合的"), ("\r", r#"reply: Typed(":reload")"#)]);
    pty.wait_for("> 1. 失败");
    press(&mut pty, &[("?", "Command(Help)")]);
}

#[test]
fn the_third_visit_offers_to_stop_and_a_line_to_skip() {
    let mut pty = start("third", 24, 70);
    pty.wait_for("> ");
    let shown = press(&mut pty, &[(":", "Esc returns to the")]);
    for offered in [":help", ":skip", ":review", ":flow", ":lang", ":stop", ":quit"] {
        assert!(shown.contains(offered), "{shown}");
    }
    press(&mut pty, &[("st", "> :stop  Stop and prepare"), ("\r", "reply: Command(GiveUp)")]);
    // A text may begin with a colon.
    pty.wait_for("menu.");
    press(&mut pty, &[(":) fine", "> :) fine"), ("\r", r#"reply: Typed(":) fine")"#)]);
}

#[test]
fn a_window_that_becomes_tiny_under_a_list_gets_lines_and_the_list_again() {
    let mut pty = start("several", 24, 60);
    pty.wait_for("[x] Not mine");
    press(&mut pty, &[(" ", "> 1. [x] Somebody")]);
    pty.resize(5, 60);
    pty.wait_for("> 1,2");
    pty.wait_for_output("3. Contacted");
    pty.resize(24, 60);
    // A row that scrolled away comes back when the window grows, before anything is drawn.
    pty.wait_until("the list with its ticks alone", |screen| {
        let shown = screen.contents();
        shown.contains("> 1. [x] Somebody") && shown.contains("2. [x] Not mine") && !shown.contains("> 1,2")
    });
    pty.resize(1, 3);
    pty.resize(6, 60);
    pty.wait_for("> 1,2");
    pty.send("3\r");
    pty.wait_for_output(r#"reply: Typed("1,2 3")"#);
}

#[test]
fn whatever_the_window_does_the_list_stands_there_once() {
    let mut pty = start("one", 24, 80);
    pty.wait_for("> 1. 失败");
    for (rows, columns) in [(24, 40), (10, 30), (9, 21), (30, 100), (12, 50), (24, 80)] {
        pty.resize(rows, columns);
        pty.wait_until("the list in its new width", |screen| {
            let contents = screen.contents();
            contents.contains("3. 成功") && contents.matches("2. 处理中").count() == 1
        });
    }
    let shown = pty.wait_for("fourth above");
    assert_eq!(shown.matches("先别再付").count(), 1, "{shown}");
    press(&mut pty, &[(DOWN, "> 2. 处理中"), ("\r", r#"Picked(["open"])"#)]);
}

#[test]
fn what_was_answered_stays_in_few_words() {
    let mut pty = start("long", 24, 60);
    pty.wait_for("> 1. Yes");
    assert!(pty.screen().contains("It stands at the top."), "{}", pty.screen());
    press(&mut pty, &[("\r", "reply: Picked")]);
    let shown = pty.screen();
    let trail = shown.split("reply:").next().unwrap();
    assert!(trail.ends_with("fourth above\n\nWas it there?\n> Yes\n"), "{trail:?}");
}

#[test]
fn what_is_urgent_has_a_bar_and_stays_whole() {
    let mut pty = start("urgent", 24, 40);
    let shown = pty.wait_for("Esc");
    let bar: Vec<&str> = shown.lines().filter(|line| line.starts_with("!! ")).collect();
    assert!(bar[0].starts_with("!! Urgent: Freeze") && bar.last().unwrap().contains("Open now"), "{shown}");
    assert!(bar.len() > 2, "{shown}");
    press(&mut pty, &[("\r", "reply: Typed")]);
    assert!(pty.screen().contains("!! - Emergency line: 000"), "{}", pty.screen());
}

#[test]
fn ctrl_d_ends_the_input_of_a_list_too() {
    let mut pty = start("one", 24, 60);
    pty.wait_for("> 1. 失败");
    pty.send("\x04");
    reply(&pty, "End");
    assert_eq!(pty.exit_code(), 3);
    assert!(pty.is_sane());
}

#[test]
fn ctrl_c_in_a_list_leaves_it_standing_above_the_last_words() {
    let mut pty = start("one", 24, 60);
    pty.wait_for("> 1. 失败");
    pty.send("\x03");
    assert_eq!(pty.exit_code(), 130);
    let shown = pty.wait_for("all is saved");
    let after = shown.split("3. 成功").nth(1).unwrap_or_default();
    assert!(after.contains("all is saved"), "{shown}");
}
