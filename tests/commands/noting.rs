//! The questions of `sessions note` at a terminal.

use crate::harness::late::Late;
use crate::harness::pty::Pty;
use serde_json::Value;
use tempfile::TempDir;
use walletfix::i18n::{Lang, Message};

/// Answers the questions in turn.
struct Asked {
    pty: Pty,
    seen: usize,
    home: TempDir,
    /// What is written where a question begins to be asked, and what where it stands there.
    marks: [&'static str; 2],
}

impl Asked {
    fn begin(kept: &mut Late, words: &str) -> Self {
        Self::on(kept, words, "xterm", ["\x1b[?2004h", "Esc"])
    }

    fn on(kept: &mut Late, words: &str, term: &str, marks: [&'static str; 2]) -> Self {
        let (command, home, _) = kept.run("sessions note").words(words).env("TERM", term).into_parts();
        Self { pty: Pty::of(&command, 60, 40), seen: 0, home, marks }
    }

    #[track_caller]
    fn answer(&mut self, question: &str, line: &str) {
        self.pty.wait_for_output_after(self.seen, question);
        let [begins, stands] = self.marks;
        self.pty.wait_for_output_after(self.seen, begins);
        let output = self.pty.output();
        let begun = output.windows(begins.len()).rposition(|window| window == begins.as_bytes()).expect("waited for");
        self.pty.wait_for_output_after(begun, stands);
        self.seen = self.pty.output().len();
        self.pty.send(line);
    }

    /// What the journal's last note says.
    fn noted(&self) -> Option<Value> {
        let folder = self.home.path().join("data/sessions");
        let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
        let text = std::fs::read_to_string(file).unwrap();
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.rev().find(|line| line["event"] == "note")
    }
}

#[test]
fn each_part_is_asked_for_and_a_mistake_is_asked_again() {
    for (words, questions, unclear) in [
        (
            "--lang en",
            ["What was said?", "When was that?", "1 Live chat, 2", "name of the agent", "By when was", "ticket number"],
            ["not a time", "no time and no"],
        ),
        (
            "--lang zh",
            ["对方说了什么", "什么时候联系的", "1 在线客服，2", "客服叫什么名字", "答应什么时候", "哪个工单号"],
            ["没看懂时间", "没看懂时间"],
        ),
    ] {
        let mut kept = Late::open();
        let mut asked = Asked::begin(&mut kept, words);
        let [said, at, channel, agent, promised, ticket] = questions;
        asked.answer(said, "\r");
        asked.answer(said, "再等 24 小时\r");
        asked.answer(at, "whenever\r");
        asked.answer(unclear[0], "2020-11-21 15:20\r");
        asked.answer(channel, "2\r");
        asked.answer(agent, "小王\r");
        asked.answer(promised, "eventually\r");
        asked.answer(unclear[1], "3 个工作日\r");
        asked.answer(ticket, "T-1024\r");
        assert_eq!(asked.pty.exit_code(), 0, "{}", asked.pty.screen());
        assert!(asked.pty.becomes_sane());
        let note = asked.noted().expect("a note");
        let part = |name: &str| note[name].as_str().unwrap_or("nothing").to_owned();
        assert_eq!(part("text"), "再等 24 小时");
        assert_eq!(part("when"), "2020-11-21T07:20:00Z");
        assert_eq!((part("channel"), part("agent"), part("ticket")), ("mail".into(), "小王".into(), "T-1024".into()));
        // A Saturday, and three business days later.
        assert_eq!(part("promised"), "2020-11-25T07:20:00Z");
        let screen = asked.pty.screen();
        let widest = screen.lines().map(walletfix::wording::width).max();
        assert!(widest <= Some(40), "{screen}");
    }
}

#[test]
fn everything_but_the_words_can_be_skipped() {
    for (term, marks) in [("xterm", ["\x1b[?2004h", "Esc"]), ("dumb", ["Answer: ", "Answer: "])] {
        let mut kept = Late::open();
        let mut asked = Asked::on(&mut kept, "--lang en --ticket T-7", term, marks);
        asked.answer("What was said?", "?\r");
        asked.answer("One line for each part", ":skip\r");
        asked.answer("a command of the", "Wait\r");
        for question in ["When was that?", "Through which", "name of the agent", "By when was"] {
            asked.answer(question, "\r");
        }
        assert_eq!(asked.pty.exit_code(), 0, "{}", asked.pty.screen());
        let note = asked.noted().expect("a note");
        let keys: Vec<&str> = note.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["at", "event", "text", "ticket"], "what is not known is not written");
    }
}

#[test]
fn who_goes_back_says_it_anew_or_keeps_it() {
    let mut kept = Late::open();
    let mut asked = Asked::begin(&mut kept, "--lang en --at 2020-11-21T15:20");
    asked.answer("What was said?", "\x1b");
    asked.answer("This is the first", "Wait one day\r");
    // Over what the command line gave.
    asked.answer("Through which", "\x1b");
    asked.answer("Enter means Wait one day", "\r");
    asked.answer("Through which", "chat\r");
    asked.answer("name of the agent", ":back\r");
    asked.answer("Enter means chat", "mail\r");
    // In the middle of a line, with keys that edit it.
    asked.answer("name of the agent", "Wagn\x1b[D\x1b[D\x7fan\x1b[F\x7f \x1b[200~\nLi\n\x1b[201~\r");
    asked.answer("By when was", "\r");
    asked.answer("ticket number", ":lang\r");
    asked.answer("哪个工单号", "\r");
    asked.pty.wait_for("备注已存入");
    assert_eq!(asked.pty.exit_code(), 0, "{}", asked.pty.screen());
    let note = asked.noted().expect("a note");
    assert_eq!(note["text"], "Wait one day");
    assert_eq!(note["channel"], "mail");
    assert_eq!(note["agent"], "Wang Li");
}

#[test]
fn who_stops_in_the_middle_has_noted_nothing() {
    for (lang, nothing) in [("en", "Nothing was noted."), ("zh", "没有记下任何内容。")] {
        let (first, second) = if lang == "en" {
            ("What was said?", "When was that?")
        } else {
            ("对方说了什么", "什么时候联系的")
        };
        for (keys, code) in [("\x04", 3), ("\x03", 130), (":quit\r", 3)] {
            let mut kept = Late::open();
            let mut asked = Asked::begin(&mut kept, &format!("--lang {lang}"));
            asked.answer(first, "Wait\r");
            asked.answer(second, keys);
            asked.pty.wait_for(nothing);
            assert_eq!(asked.pty.exit_code(), code, "{}", asked.pty.screen());
            assert!(asked.pty.becomes_sane());
            assert_eq!(asked.noted(), None, "{lang} {keys:?}");
        }
    }
}

#[test]
fn a_secret_in_any_part_is_refused_and_the_part_asked_again() {
    const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let mut kept = Late::open();
    let mut asked = Asked::begin(&mut kept, "--lang en");
    for question in [
        "What was said?",
        "When was that?",
        "Through which channel?",
        "name of the agent",
        "By when was",
        "ticket number",
    ] {
        asked.answer(question, &format!("{PHRASE}\r"));
        asked.pty.wait_for_output_after(asked.seen, "wiped from");
        assert!(!asked.pty.screen().contains("sausage"), "{}", asked.pty.screen());
        asked.answer(question, if question == "What was said?" { "Wait\r" } else { "\r" });
    }
    assert_eq!(asked.pty.exit_code(), 0, "{}", asked.pty.screen());
    let folder = asked.home.path().join("data/sessions");
    let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(file).unwrap();
    assert!(!text.contains("sausage"), "{text}");
    assert_eq!(text.matches(r#""event":"refused""#).count(), 6, "{text}");
}

#[test]
fn forty_columns_are_enough_to_read_it() {
    for (lang, history, reminder) in [
        (
            "en",
            "Contacts and notes:\n- 21 Nov 2020, 15:20, Live chat, Wang:\n  Wait until somebody has looked\n",
            "quote ticket T-1024",
        ),
        (
            "zh",
            "联系与备注：\n- 2020 年 11 月 21 日 15:20，在线客服，\n  Wang：Wait until somebody has looked\n",
            "报上工单号 T-1024",
        ),
    ] {
        let mut kept = Late::ended();
        let options = "--at 2020-11-21T15:20 --channel chat --agent Wang --promised 2098-01-05 --ticket T-1024";
        kept.noted(&format!("{options} Wait until somebody has looked"));
        let (command, home, _) = kept.run("sessions show").words("--lang").arg(lang).into_parts();
        let mut pty = Pty::of(&command, 40, 40);
        pty.wait_for("T-1024");
        assert_eq!(pty.exit_code(), 0);
        let screen = pty.screen();
        assert!(screen.contains(history), "{screen}");
        kept.keep(home);
        let run = kept.run("resume").words("--lang").arg(lang).arg("--now=2098-02-01T10:00:00+08:00");
        let (command, _home, _) = run.env("TERM", "xterm-256color").into_parts();
        let mut pty = Pty::of(&command, 60, 40);
        let screen = pty.wait_for("Esc");
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        assert!(flat(&screen).contains(&flat(reminder)), "{screen}");
        assert!(screen.contains("https://help.demo-pay.example/chat"), "{screen}");
        pty.send("\r");
        let next = Message::new("screen-leave-done").text(Lang::from_tag(lang).unwrap());
        pty.wait_for(&next);
        pty.send("\r");
        assert_eq!(pty.exit_code(), 0, "{}", pty.screen());
    }
}
