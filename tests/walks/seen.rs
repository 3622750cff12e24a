//! What checks say on screens, what `?` says where nothing was written, and links that nobody can open by accident.

use crate::harness::command::walletfix;
use crate::harness::talk::Talk;
use std::fs;
use tempfile::TempDir;

const FLOW: &str = r#"format = 1
[flow]
title.zh = "看到的"
title.en = "What was seen"
about.zh = "提示和网址"
about.en = "A message and a web address"
start = "says"
owner = "support"

[step.says]
ask.zh = "提示写了什么？"
ask.en = "What does the message say?"
type = "text"
format = "error"
can-skip = true
next = "cause"

[step.cause]
label.zh = "报的原因"
label.en = "Cause given"
probe = "wallet-error"
with = { text = "{says}" }
next = "link"

[step.link]
ask.zh = "网址是什么？"
ask.en = "What is the web address?"
type = "text"
format = "url"
field = "evidence"
can-skip = true
next = "cause-again"

[step.cause-again]
label.zh = "还是这个原因"
label.en = "Same cause"
probe = "wallet-error"
with = { text = "{says}" }
ask.zh = "提示的大意是哪一种？"
ask.en = "Which of these is closest?"
next = "turn"

[step.turn]
try.zh = "关掉再打开。看到币了吗？"
try.en = "Close it and open it. Do you see the coins?"
next = "list"

[step.list]
ask.zh = "列表里有吗？"
ask.en = "Is it in the list?"
type = "yes-no"
next = "done"

[step.done]
end = "advice"
text.zh = "好了。"
text.en = "Done."
"#;

fn pack() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("seen.toml"), FLOW).expect("a flow");
    folder
}

/// Without the breaks of wrapped lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn talk(pack: &TempDir, lang: &str) -> Talk {
    walletfix(&format!("diagnose seen --lang {lang} --now 2026-11-24T10:00:00+08:00 --offline --flows"))
        .arg(pack.path())
        .talk()
}

#[test]
fn a_check_shows_people_what_they_can_use() {
    let pack = pack();
    let mut talk = talk(&pack, "zh");
    talk.answer("提示写了什么", "insufficient funds for gas * price + value");
    let said = flat(&talk.answer("网址是什么", ":skip"));
    assert!(said.contains("报的原因（自动检测）：") && !said.contains("price"), "{said}");
}

#[test]
fn a_check_without_the_answer_it_needs_says_nothing() {
    for (lang, says, link, closest, missing) in [
        ("zh", "提示写了什么", "网址是什么", "大意是哪一种", "没能自动查到"),
        ("en", "What does the message say", "What is the web address", "Which of these is closest", "could not check"),
    ] {
        let pack = pack();
        let mut talk = talk(&pack, lang);
        talk.answer(says, ":skip");
        let said = talk.answer(link, ":skip") + &talk.answer(closest, ":quit");
        talk.end().code(3);
        assert!(!flat(&said).contains(missing), "{said}");
    }
}

#[test]
fn help_is_never_empty() {
    let pack = pack();
    let mut talk = talk(&pack, "en");
    talk.answer("What does the message say", ":skip");
    talk.answer("What is the web address", ":skip");
    talk.answer("Which of these is closest", "?");
    let said = flat(&talk.answer("Which of these is closest", "1"));
    assert!(said.contains("part of “What was seen”: A message and a web address."), "{said}");
    talk.answer("Do you see the coins", "?");
    let said = flat(&talk.answer("Do you see the coins", "no"));
    assert!(said.contains("If it did not help, say so."), "{said}");
    talk.answer("Is it in the list", "?");
    let said = flat(&talk.prompt());
    assert!(said.contains("Choose what comes nearest"), "{said}");
}

#[test]
fn a_link_that_is_evidence_cannot_be_opened_from_the_summary() {
    for form in ["text", "markdown", "json"] {
        let pack = pack();
        let ran = {
            let mut talk = walletfix(&format!(
                "diagnose seen --lang en --now 2026-11-24T10:00:00+08:00 --offline --format {form} --flows"
            ))
            .arg(pack.path())
            .talk();
            talk.answer("What does the message say", ":skip");
            talk.answer("What is the web address", "https://wallet.evil.test/claim.html");
            talk.answer("Which of these is closest", "1");
            talk.answer("Do you see the coins", "yes");
            talk.answer("Is it in the list", "yes");
            talk.answer("Press Enter", "");
            talk.end()
        };
        let ran = ran.code(0);
        assert!(ran.stdout.contains("hxxps://wallet[.]evil[.]test/claim.html"), "{form}: {}", ran.stdout);
        assert!(!ran.stdout.contains("https://wallet"), "{form}: {}", ran.stdout);
    }
}
