use super::{options, screen};
use std::io::Cursor;
use std::time::Duration;
use walletfix::i18n::Lang;
use walletfix::prompt::plain::Plain;
use walletfix::prompt::{Form, Prompter, Reply, Screen, Typed};
use walletfix::wording::width;

/// Asks `screen` once and returns the reply and what was printed.
fn ask(screen: &Screen, input: &[u8], columns: usize) -> (Reply, String) {
    let mut plain = Plain::new(Cursor::new(input.to_vec()), Vec::new(), columns);
    let reply = plain.ask(screen).unwrap();
    (reply, String::from_utf8(plain.into_parts().1).unwrap())
}

fn full(lang: Lang) -> Screen {
    let mut screen = match lang {
        Lang::Zh => screen(lang, Form::Several, "先排除危险。下面有正在发生的情况吗？可以多选；都没有，直接按回车。"),
        Lang::En => screen(lang, Form::Several, "First, rule out danger. Is any of this happening now?"),
    };
    screen.title = Some(if lang == Lang::Zh { "转账失败" } else { "A transfer failed" }.to_owned());
    screen.notices = vec![if lang == Lang::Zh { "已去掉两个回答。" } else { "Two answers were dropped." }.to_owned()];
    screen.channels = vec!["400 820 8820".to_owned()];
    screen.options = match lang {
        Lang::Zh => options(&[
            ("secret-out", "助记词、私钥、密码或验证码被别人知道了，或设备被远程控制过"),
            ("not-mine", "有一笔不是我操作的交易，或钱正在被转走"),
        ]),
        Lang::En => options(&[
            ("secret-out", "Somebody has my phrase, key, password or code, or controlled my device"),
            ("not-mine", "There is a transaction I did not make, or money is leaving now"),
        ]),
    };
    screen.options[0].heading = Some(if lang == Lang::Zh { "紧急的" } else { "Dangers" }.to_owned());
    screen.default = vec!["none".to_owned()];
    screen.default_words = Some(if lang == Lang::Zh { "没有" } else { "none" }.to_owned());
    screen.urgent = true;
    screen
}

#[test]
fn a_screen_in_chinese() {
    let (reply, printed) = ask(&full(Lang::Zh), "1，2\n".as_bytes(), 40);
    assert_eq!(reply, Reply::Typed(Typed::from("1，2")));
    insta::assert_snapshot!(printed);
}

#[test]
fn a_screen_in_english() {
    let (_, printed) = ask(&full(Lang::En), b"1\n", 76);
    insta::assert_snapshot!(printed);
}

#[test]
fn a_line_says_its_format_and_its_skip() {
    let mut line = screen(Lang::En, Form::Line, "How much was it?");
    line.format_words = Some("for example 100 CNY".to_owned());
    line.options = options(&[("unknown", "I don't know")]);
    let (reply, printed) = ask(&line, b"100 CNY\r\n", 76);
    assert_eq!(reply, Reply::Typed(Typed::from("100 CNY")));
    insta::assert_snapshot!(printed);
}

#[test]
fn no_escape_sequence_and_no_line_too_long_at_any_width() {
    for lang in Lang::ALL {
        for columns in 20..90 {
            let (_, printed) = ask(&full(lang), b"\n", columns);
            for line in printed.lines() {
                assert!(width(line) <= columns, "{columns}: {line}");
                assert!(!line.chars().any(char::is_control), "{line:?}");
            }
        }
    }
}

#[test]
fn how_commands_work_is_said_once() {
    let mut plain = Plain::new(Cursor::new(b"1\n2\n".to_vec()), Vec::new(), 76);
    plain.ask(&full(Lang::En)).unwrap();
    plain.ask(&full(Lang::En)).unwrap();
    let printed = String::from_utf8(plain.into_parts().1).unwrap();
    assert_eq!(printed.matches(":quit").count(), 1, "{printed}");
}

#[test]
fn the_end_of_input_is_no_answer() {
    let mut plain = Plain::new(Cursor::new(b"yes".to_vec()), Vec::new(), 76);
    let question = screen(Lang::En, Form::Line, "Really?");
    assert_eq!(plain.ask(&question).unwrap(), Reply::Typed(Typed::from("yes")));
    assert_eq!(plain.ask(&question).unwrap(), Reply::End);
    assert_eq!(plain.ask(&question).unwrap(), Reply::End);
}

#[test]
fn twelve_options_can_all_be_named() {
    let mut many = screen(Lang::En, Form::One, "Which?");
    let labels: Vec<String> = (1..=12).map(|n| format!("Choice {n}")).collect();
    many.options = options(&labels.iter().map(|label| (label.as_str(), label.as_str())).collect::<Vec<_>>());
    let (reply, printed) = ask(&many, b"12\n", 76);
    assert_eq!(reply, Reply::Typed(Typed::from("12")));
    assert!(printed.contains("   1. Choice 1\n") && printed.contains("  12. Choice 12\n"), "{printed}");
}

#[test]
fn odd_bytes_never_stop_a_line() {
    let question = screen(Lang::Zh, Form::Line, "写下来");
    assert_eq!(ask(&question, b"a\xff\x00\x1b[31mb\tc\n", 76).0, Reply::Typed(Typed::from("a\u{fffd}[31mb c")));
    assert_eq!(ask(&question, "\u{feff}好\n".as_bytes(), 76).0, Reply::Typed(Typed::from("好")));
}

#[test]
fn the_rest_of_an_endless_line_is_dropped() {
    let mut input = vec![b'a'; 10 * 1024 * 1024];
    input.extend(b"\nnext\n");
    let mut plain = Plain::new(Cursor::new(input), Vec::new(), 76);
    let question = screen(Lang::En, Form::Line, "Write");
    let Reply::Typed(first) = plain.ask(&question).unwrap() else { panic!("a line was typed") };
    assert_eq!(first.len(), 64 * 1024);
    assert_eq!(plain.ask(&question).unwrap(), Reply::Typed(Typed::from("next")));
}

#[test]
fn waiting_ends_when_done_or_too_late() {
    let mut plain = Plain::new(Cursor::new(Vec::new()), Vec::new(), 76);
    assert!(plain.wait("network", Lang::En, Duration::from_secs(5), &mut |_| true).unwrap());
    let late = plain.wait("网络", Lang::Zh, Duration::from_millis(30), &mut |patience| {
        std::thread::sleep(patience);
        false
    });
    assert!(!late.unwrap());
    let printed = String::from_utf8(plain.into_parts().1).unwrap();
    assert_eq!(printed, "正在检测：网络（最多 1 秒）\n", "what ends at once is not spoken of");
}
