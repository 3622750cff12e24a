//! `walletfix verify` as people run it.

use crate::harness::command::walletfix;
use walletfix::seal::verify;

fn kept(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/summary").join(name);
    std::fs::read_to_string(path).expect("the summary")
}

#[test]
fn a_file_or_standard_input_is_judged() {
    let ran = walletfix("verify tests/summary/theft.en.txt").run().code(0);
    assert_eq!(ran.stdout, "Intact: summary WF-1JR64V. Every part is as it was written.\n");
    let ran = walletfix("verify -").stdin(kept("theft.zh.json")).run().code(0);
    assert!(ran.stdout.contains("Intact"), "{}", ran.stdout);
    let ran = walletfix("verify --lang zh").stdin(kept("theft.en.txt").replace("0.25", "0.52")).run().code(1);
    assert_eq!(ran.stdout, "有损坏：摘要 WF-1JR64V。\n- 改过：“主题”（第 1 到 2 行）\n- 改过：“问题”（第 4 行）\n");
}

#[test]
fn windows_and_mail_encodings_are_read() {
    let units: Vec<u8> =
        "\u{feff}".encode_utf16().chain(kept("theft.zh.txt").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    walletfix("verify").stdin(units).run().code(0);
}

#[test]
fn what_holds_no_summary_is_no_finding() {
    let ran = walletfix("verify").stdin("Hello").run().code(2);
    assert!(ran.stdout.is_empty() && ran.stderr.contains("no summary"), "{}", ran.stderr);
    walletfix("verify no-such-file.txt").run().code(4);
    walletfix("verify tests").run().code(4);
}

/// What people paste that is no text of a summary is called by its name, and is never called damaged.
#[test]
fn what_was_given_is_said() {
    for system in ["zendesk", "zendesk-request", "zammad", "github"] {
        for lang in ["en", "zh"] {
            let ran = walletfix("verify").stdin(kept(&format!("support.{lang}.{system}"))).run().code(0).stderr("");
            assert!(ran.stdout.starts_with("This is a payload for a ticket system."), "{system}: {}", ran.stdout);
            assert!(ran.stdout.contains("Intact: summary WF-"), "{system}: {}", ran.stdout);
        }
    }
    let payload = kept("support.en.zendesk").replacen("Amount: 1,280.00", "Amount: 1,290.00", 1);
    let ran = walletfix("verify").stdin(payload).run().code(1);
    assert!(ran.stdout.contains("Damaged: ") && ran.stdout.contains("“Amount”"), "{}", ran.stdout);
    let json = kept("theft.en.json");
    let ran = walletfix("verify").stdin(json.clone()).run().code(0);
    assert!(ran.stdout.contains("JSON summary WF-1JR64V") && ran.stdout.contains("checksum"), "{}", ran.stdout);
    let mut document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    document["checksum"] = serde_json::Value::Null;
    let ran = walletfix("verify").stdin(document.to_string()).run().code(1);
    assert!(ran.stdout.contains("its “checksum” is missing") && !ran.stdout.contains("Damaged"), "{}", ran.stdout);
    let ran = walletfix("verify").stdin("{\"hello\": [1, \"walletfix\"]}").run().code(2).stdout("");
    assert!(ran.stderr.contains("This is JSON, but no summary"), "{}", ran.stderr);
    let walked = walletfix("diagnose transfer-failed --offline --lang en").stdin("\n1\n").run().code(3);
    let sessions = std::fs::read_dir(walked.home.path().join("data/sessions")).expect("sessions");
    let journal = sessions.flatten().next().expect("a journal").path();
    let ran = walletfix("verify").arg(&journal).run().code(2).stdout("");
    assert!(ran.stderr.contains("This is the journal of a session"), "{}", ran.stderr);
}

#[test]
fn nothing_in_a_file_moves_the_cursor() {
    let cut = "Subject: [urgent] x\nProblem: y \u{1b}[2J\u{9b}1m\u{202e}\u{7} z";
    let id = "{\"schema\": \"walletfix.summary/1\", \"id\": \"WF-\\u001b[2J\"}";
    for text in [cut, id] {
        let ran = walletfix("verify").stdin(text).run().code(1);
        assert!(ran.stdout.chars().all(|c| c == '\n' || !(c.is_control() || c == '\u{202e}')), "{:?}", ran.stdout);
    }
    let ran = walletfix("verify").arg("no\u{1b}[2Jfile").run().code(4);
    assert!(!ran.stderr.contains('\u{1b}'), "{:?}", ran.stderr);
}

#[test]
fn no_text_takes_for_ever() {
    let seal = kept("theft.en.txt");
    let seal = seal.lines().last().expect("a seal");
    let long = |piece: &str| piece.repeat(200_000 / piece.len());
    let summary = "{\"schema\": \"walletfix.summary/1\",";
    for piece in ["a", "-", "=", "- ", "[urgent]", "Subject:[urgent]Problem:", "amp;", "{", "{\"a\":[", summary] {
        let text = format!("&{}", long(piece));
        let found = verify(&text).len() + verify(&format!("{text}\n{seal}\n")).len();
        assert!(found < 20_000, "{piece}: {found}");
    }
}
