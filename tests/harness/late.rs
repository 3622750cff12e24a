//! A session that waits for an answer from support, and what is noted about it.

use super::command::{Ran, Run, walletfix};
use std::fs;
use tempfile::TempDir;

/// A problem that ends with waiting, and two questions before it.
const FLOW: &str = r#"format = 1
[flow]
title.zh = "钱没到"
title.en = "Money has not arrived"
start = "paid"
owner = "support"
[step.paid]
ask.zh = "付了吗？"
ask.en = "Was it paid?"
type = "yes-no"
next = "where"
[step.where]
ask.zh = "钱在哪里？"
ask.en = "Where is the money?"
type = "text"
format = "free"
field = "request"
next = "wait"
[step.wait]
end = "wait"
wait = "1h"
text.zh = "先等等。"
text.en = "Wait a while."
"#;

const PROFILE: &str = r#"format = 1
[profile]
name.zh = "示例支付"
name.en = "Demo Pay"
kind = "payment"
currency = "CNY"
country = "CN"
time-zone = "Asia/Shanghai"
official-domains = ["demo-pay.example"]
verified = 2026-11-21
[[channel]]
id = "chat"
kind = "chat"
name.zh = "在线客服"
name.en = "Live chat"
address = "https://help.demo-pay.example/chat"
for = ["contact"]
[[channel]]
id = "mail"
kind = "email"
name.zh = "客服邮箱"
name.en = "Mailbox"
address = "support@demo-pay.example"
for = ["contact"]
"#;

/// Long before anything is noted.
const BEFORE: &str = "--now=2020-11-20T10:00:00+08:00[Asia/Shanghai]";

/// A home with a session in it, its id, and the folder with its flows.
pub(crate) struct Late {
    pub(crate) home: Option<TempDir>,
    pub(crate) id: String,
    pub(crate) pack: TempDir,
}

impl Late {
    /// A session that was walked with these lines.
    pub(crate) fn walked(lines: &str, code: i32) -> Self {
        let pack = tempfile::tempdir().unwrap();
        fs::create_dir(pack.path().join("profiles")).unwrap();
        fs::write(pack.path().join("late.toml"), FLOW).unwrap();
        fs::write(pack.path().join("profiles/demo-pay.toml"), PROFILE).unwrap();
        let mut late = Self { home: None, id: String::new(), pack };
        late.walk_again(lines, code);
        late
    }

    /// Walks once more in the same home, and goes on with that session; its id.
    pub(crate) fn walk_again(&mut self, lines: &str, code: i32) -> String {
        let run = walletfix("diagnose late --lang en --plain --profile demo-pay --flows").arg(self.pack.path());
        let run = match self.home.take() {
            Some(home) => run.home(home),
            None => run,
        };
        let ran = run.arg(BEFORE).stdin(lines).run().code(code);
        let folder = fs::read_dir(ran.home.path().join("data/sessions")).unwrap();
        let ids = folder.map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned());
        let known = std::mem::take(&mut self.id);
        self.id = ids.into_iter().find(|id| *id != known).unwrap();
        self.home = Some(ran.home);
        self.id.clone()
    }

    /// One that waits at its second question.
    pub(crate) fn open() -> Self {
        Self::walked("yes\n", 3)
    }

    /// One that came to its end.
    pub(crate) fn ended() -> Self {
        Self::walked("yes\nin the air\n\n", 0)
    }

    /// A command about this session.
    pub(crate) fn run(&mut self, command: &str) -> Run {
        walletfix(command).arg(&self.id).home(self.home.take().unwrap())
    }

    /// What a run came to, its home taken back.
    pub(crate) fn done(&mut self, ran: Ran) -> Ran {
        self.home = Some(ran.home);
        let nowhere = tempfile::tempdir().unwrap();
        Ran::new(ran.code, ran.stdout, ran.stderr, nowhere, String::new())
    }

    /// Takes back a home that somebody else used.
    #[cfg(unix)]
    pub(crate) fn keep(&mut self, home: TempDir) {
        self.home = Some(home);
    }

    /// Notes a contact with these words on the command line.
    #[cfg(unix)]
    pub(crate) fn noted(&mut self, words: &str) {
        let words: Vec<&str> = words.split_whitespace().collect();
        self.note(&words).code(0);
    }

    /// Notes a contact with these options.
    pub(crate) fn note(&mut self, options: &[&str]) -> Ran {
        let run = options.iter().fold(self.run("sessions note").words("--lang en"), Run::arg);
        let ran = run.run();
        self.done(ran)
    }

    /// What a command about this session says.
    pub(crate) fn show(&mut self, command: &str, words: &str) -> Ran {
        let ran = self.run(command).words(words).run();
        self.done(ran)
    }
}
