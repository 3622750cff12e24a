//! The two files as they are written: examples to learn from, with remarks in the author's language, laid out as `tombi
//! format` does. Pure.

use super::sheet::{Item, Sheet};
use crate::i18n::{Lang, Message};
use std::fmt::Write as _;

/// The flow. `schema`: the pack has schemas that its first line can name.
pub(super) fn flow(sheet: &Sheet, labels: &[String; 2], schema: bool, lang: Lang) -> String {
    let mut page = Page::new(lang);
    let id = sheet.or_sample(Item::Id);
    page.beginning(schema, id.matches('/').count(), "flow");
    page.text("\n");
    page.note("new-note-flow");
    page.text("[flow]\n");
    if sheet.is_shared() {
        page.text("shared = true\n");
    }
    page.pair("title", Lang::ALL.map(|lang| sheet.or_sample(Item::Title(lang))));
    if !sheet.is_shared() {
        page.word("group", sheet.or_sample(Item::Group));
    }
    page.text("start = \"first\"\n");
    page.word("owner", sheet.or_sample(Item::Owner));
    page.step("new-note-ask", "first");
    page.pair("ask", Lang::ALL.map(|lang| sheet.or_sample(Item::Question(lang))));
    page.note("new-note-label");
    page.pair("label", [&labels[0], &labels[1]]);
    page.text("type = \"yes-no\"\n");
    if sheet.is_shared() {
        shared_rest(&mut page);
    } else {
        main_rest(&mut page);
    }
    page.out
}

fn main_rest(page: &mut Page) {
    page.text("next = { yes = \"restart\", no = \"support\" }\n");
    page.step("new-note-try", "restart");
    page.said("try", "new-text-restart");
    page.text("next = { fixed = \"solved\", not-fixed = \"support\" }\n");
    page.step("new-note-end", "solved");
    page.text("end = \"resolved\"\n");
    page.said("text", "new-text-solved");
    page.step("new-note-support", "support");
    page.text("end = \"contact\"\n");
    page.said("text", "new-text-support");
}

fn shared_rest(page: &mut Page) {
    page.text("next = { yes = \"fine\", no = \"restart\" }\n");
    page.step("new-note-try", "restart");
    page.said("try", "new-text-restart");
    page.text("next = { fixed = \"works\", not-fixed = \"broken\" }\n");
    page.step("new-note-return", "fine");
    page.text("return = \"ok\"\n\n[step.works]\nreturn = \"fixed\"\n\n[step.broken]\nreturn = \"failed\"\n");
}

/// Its tests, which take every way.
pub(super) fn test(sheet: &Sheet, schema: bool, lang: Lang) -> String {
    let mut page = Page::new(lang);
    let id = sheet.or_sample(Item::Id);
    page.beginning(schema, id.matches('/').count() + 1, "test");
    page.word("flow", id);
    page.text("\n");
    page.note("new-note-test");
    let tests = if sheet.is_shared() {
        [
            ("new-test-fine", r#"{ first = "yes" }"#, r#"{ return = "ok", not-asked = ["restart"] }"#),
            ("new-test-helps", r#"{ first = "no", restart = "fixed" }"#, r#"{ return = "fixed" }"#),
            ("new-test-helps-not", r#"{ first = "no", restart = "not-fixed" }"#, r#"{ return = "failed" }"#),
        ]
    } else {
        [
            (
                "new-test-helps",
                r#"{ first = "yes", restart = "fixed" }"#,
                r#"{ end = "solved", outcome = "resolved" }"#,
            ),
            (
                "new-test-helps-not",
                r#"{ first = "yes", restart = "not-fixed" }"#,
                r#"{ end = "support", outcome = "contact" }"#,
            ),
            ("new-test-straight", r#"{ first = "no" }"#, r#"{ end = "support", not-asked = ["restart"] }"#),
        ]
    };
    for (number, (name, answers, expect)) in tests.into_iter().enumerate() {
        page.text(if number == 0 { "[[test]]\n" } else { "\n[[test]]\n" });
        page.word("name", &Message::new(name).text(lang));
        page.text(&format!("answers = {answers}\nexpect = {expect}\n"));
    }
    page.out
}

/// Text that grows line by line.
struct Page {
    out: String,
    lang: Lang,
}

impl Page {
    fn new(lang: Lang) -> Self {
        Self { out: String::new(), lang }
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// What every file begins with. `depth`: how many folders of the pack it lies in.
    fn beginning(&mut self, schema: bool, depth: usize, kind: &str) {
        if schema {
            // Writing into a string cannot fail.
            let _ = writeln!(self.out, "#:schema {}schema/{kind}-1.json\n", "../".repeat(depth));
        }
        self.text("format = 1\n");
    }

    /// The header of a step, under what is to be known about it.
    fn step(&mut self, note: &str, id: &str) {
        self.text("\n");
        self.note(note);
        self.text(&format!("[step.{id}]\n"));
    }

    /// A remark in the author's language.
    fn note(&mut self, key: &str) {
        for line in Message::new(key).text(self.lang).lines() {
            self.text(&format!("# {line}\n"));
        }
    }

    fn word(&mut self, key: &str, word: &str) {
        self.text(&format!("{key} = {}\n", quoted(word)));
    }

    fn pair(&mut self, key: &str, [zh, en]: [&str; 2]) {
        self.word(&format!("{key}.zh"), zh);
        self.word(&format!("{key}.en"), en);
    }

    /// A sentence of the program, in both languages.
    fn said(&mut self, key: &str, sentence: &str) {
        let [zh, en] = Lang::ALL.map(|lang| Message::new(sentence).text(lang));
        self.pair(key, [&zh, &en]);
    }
}

/// A TOML basic string (TOML 1.0, "String").
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('"');
    out
}
