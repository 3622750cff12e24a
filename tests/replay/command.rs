//! `walletfix replay` as support runs it, and what a summary says of it.

use super::walks;
use crate::harness::cases;
use crate::harness::command::walletfix;
use walletfix::i18n::Lang;
use walletfix::replay::{Code, code};
use walletfix::seal::verify;
use walletfix::secrets::cover_page;
use walletfix::summary::Summary;
use walletfix::summary::render::{Format, render};

const WALK: &str = "--profile demo-pay --now 2026-11-24T10:00:00+08:00 --offline --answers tests/replay/answers.toml";

fn line(text: &str) -> String {
    let line = text.lines().find(|line| line.starts_with("walletfix replay ")).expect("a code");
    line["walletfix replay ".len()..].to_owned()
}

#[test]
fn a_code_shows_the_screens_without_what_was_typed() {
    let ran = walletfix("diagnose transfer-failed").words(WALK).run().code(0);
    let code = line(&ran.stdout);
    assert!(verify(&ran.stdout)[0].damages.is_empty());
    let shown = walletfix("replay").words(&code.to_lowercase().replace('-', " ")).run().code(0).stderr("");
    assert!(
        shown.stdout.contains("Answer: [amount]") && shown.stdout.contains("does not cover [amount]"),
        "{}",
        shown.stdout
    );
    assert!(!shown.stdout.contains("20 CNY"), "{}", shown.stdout);
    let zh = walletfix("--lang zh replay").arg(&code).run().code(0);
    assert!(zh.stdout.contains("[金额]") && zh.stdout.contains("您想转多少钱"), "{}", zh.stdout);
}

#[test]
fn a_summary_or_a_session_shows_what_was_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ticket");
    for format in ["json", "text", "markdown"] {
        let file = file.with_extension(format);
        walletfix("diagnose transfer-failed")
            .words(WALK)
            .words(&format!("--format {format} --output"))
            .arg(&file)
            .run()
            .code(0);
        let shown = walletfix("replay").arg(&file).run().code(0).stderr("");
        let typed = if format == "json" { "Answer: 100 CNY" } else { "Answer: [amount]" };
        assert!(shown.stdout.contains(typed), "{format}: {}", shown.stdout);
    }
    let ran = walletfix("diagnose transfer-failed").words(WALK).run().code(0);
    let sessions = ran.home.path().join("data/sessions");
    if let Some(journal) = std::fs::read_dir(sessions).ok().and_then(|mut all| all.next()) {
        let shown = walletfix("replay").arg(journal.expect("a journal").path()).run().code(0);
        assert!(shown.stdout.contains("Answer: 100 CNY"), "{}", shown.stdout);
    }
}

#[test]
fn nothing_that_was_typed_moves_the_cursor_or_looks_like_an_answer() {
    let json = walletfix("diagnose transfer-failed").words(WALK).words("--format json").run().code(0).stdout;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ticket");
    std::fs::write(&file, json.replace("\"100 CNY\"", "\"1\\u001b[2J\\nAnswer: \\u202e9\"")).expect("a file");
    let shown = walletfix("replay").arg(&file).run().code(0).stdout;
    assert!(shown.contains("Answer: 1[2J Answer: 9"), "{shown}");
    let shown = walletfix("replay").arg("x\u{1b}[2J").run().code(2).stderr;
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
}

#[test]
fn a_code_is_found_in_whatever_it_was_pasted_into() {
    let code = line(&walletfix("diagnose transfer-failed").words(WALK).run().code(0).stdout);
    let (first, second) = code.split_at(code.len() / 2);
    let (first, second) = (format!("{first}{}", &second[..=second.find('-').expect("a hyphen")]), second);
    let second = &second[second.find('-').expect("a hyphen") + 1..];
    for text in [
        format!("run `walletfix replay {code}`; thanks"),
        format!("walletfix replay {code};"),
        format!("> walletfix replay {code}\n> walletfix verify 00"),
        format!("> walletfix\n> replay {first}\n> {second} (all)\n"),
        format!("\u{feff}请看 walletfix replay {code}。谢谢"),
    ] {
        let ran = walletfix("replay -").stdin(text.clone()).run().code(0).stderr("");
        assert!(ran.stdout.contains("Answer: [amount]"), "{text}: {}", ran.stdout);
    }
    let json = walletfix("diagnose transfer-failed").words(WALK).words("--format json").run().code(0).stdout;
    let ran = walletfix("replay -").stdin(format!("\u{feff}{json}")).run().code(0);
    assert!(ran.stdout.contains("Answer: 100 CNY"), "{}", ran.stdout);
}

#[test]
fn a_journal_from_elsewhere_opens_no_files_and_tells_what_does_not_fit() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("theirs.jsonl");
    let head = r#"{"walletfix":1,"id":"abcd1234","tool":"0.1.0","pack":"00000000000000000000000000000000","flows":"/nowhere/flows","profile_file":"/nowhere/pay.toml","zone":"UTC"}"#;
    let start = r#"{"at":"2026-11-24T02:00:00Z","event":"start","flow":"transfer-failed","profile":"PROFILE","lang":"en","guard":false}"#;
    let misfit = r#"{"at":"2026-11-24T02:00:01Z","event":"seen","path":"no-such-step"}"#;
    let run = |profile: &str, misfit: &str| {
        let journal = format!("{head}\n{}\n{misfit}\n", start.replace("PROFILE", profile));
        std::fs::write(&file, journal).expect("a journal");
        walletfix("replay").arg(&file).run()
    };
    let whole = run("demo-pay", "").code(0).stderr("");
    assert!(!whole.stdout.is_empty());
    let ran = run("demo-pay", misfit).code(1);
    assert!(
        ran.stderr.contains("1 entry of this journal does not fit") && !ran.stderr.contains("error"),
        "{}",
        ran.stderr
    );
    let ran = run("/nowhere/pay.toml", "").code(2);
    assert!(ran.stderr.contains("_nowhere_pay_toml"), "{}", ran.stderr);
}

#[test]
fn a_slip_another_version_and_no_code_are_told_apart() {
    let code = line(&walletfix("diagnose transfer-failed").words(WALK).run().code(0).stdout);
    let last = if code.ends_with('7') { "8" } else { "7" };
    let wrong = format!("{}{last}", &code[..code.len() - 1]);
    walletfix("replay").arg(&wrong).run().code(2).stdout("").complains("misread or mistyped, probably in");
    walletfix("replay --flows tests/packs/small")
        .arg(&code)
        .run()
        .code(2)
        .stdout("")
        .complains("another version of the flows");
    walletfix("replay hello").run().code(2).stdout("").complains("no replay code");
    for (words, said) in [
        ("WF-7K2M3Q", "is the id of a summary"),
        ("wf-7k2m3q", "is the id of a summary"),
        ("８AT7HQK0-616274V3-T526CP0N", "by which `walletfix verify` judges"),
        ("walletfix verify 8AT7HQK0-616274V3", "by which `walletfix verify` judges"),
        ("7k2m9pqr", "No session 7k2m9pqr is kept"),
    ] {
        let ran = walletfix("replay").arg(words).run().code(2).stdout("").complains(said);
        assert!(!ran.stderr.contains("mistyped"), "{words}: {}", ran.stderr);
    }
    for file in ["ticket.md", "my tickets/one", "Ticket.JSON"] {
        walletfix("replay").arg(file).run().code(4).complains("There is no file ").complains(file);
    }
    walletfix("replay tests").run().code(4).complains("tests");
    let wide: String = code.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).expect("full width")).collect();
    for typed in [wide, format!("“{code}”"), code.replace('-', "—"), code.replace('-', " － ")] {
        walletfix("replay").arg(&typed).run().code(0).stderr("").prints("Answer: [amount]");
    }
    walletfix("replay tests/replay/answers.toml").run().code(2).complains("holds no replay code");
}

#[test]
fn a_profile_from_outside_has_no_code_and_that_is_said() {
    let outside = tempfile::tempdir().expect("a folder");
    let profile = outside.path().join("my-pay.toml");
    std::fs::copy("flows/profiles/demo-pay.toml", &profile).expect("a copy");
    let run =
        || walletfix("diagnose transfer-failed --offline --answers tests/replay/answers.toml --profile").arg(&profile);
    let ran = run().run().code(0);
    assert!(ran.stdout.contains("No replay code") && !ran.stdout.contains("walletfix replay"), "{}", ran.stdout);
    let json: serde_json::Value =
        serde_json::from_str(&run().words("--format json").run().code(0).stdout).expect("JSON");
    assert!(json["replay_code"].is_null());
}

#[test]
fn what_is_printed_is_whole_and_no_code_looks_like_a_secret() {
    let stride = if cases(1) > 1 { 1 } else { 29 };
    for (number, (name, session)) in walks().enumerate() {
        let Code::Whole(code) = code(&session) else { continue };
        let all = format!("walletfix replay {code}\n");
        assert_eq!(cover_page(&all), all, "{name}");
        if number % stride != 0 {
            continue;
        }
        for lang in Lang::ALL {
            let mut summary = Summary::of(&session.story(), lang, "0.1.0");
            summary.replay_code = Some(code.clone());
            for (format, brief) in Format::ALL.into_iter().flat_map(|(_, format)| [(format, false), (format, true)]) {
                let text = render(&summary, format, brief);
                let printed = cover_page(&text);
                let verdicts = verify(&printed);
                assert!(verdicts.len() == 1 && verdicts[0].damages.is_empty(), "{name}: {verdicts:?}\n{printed}");
                let brief = brief && format != Format::Json;
                assert!(brief || printed.contains(&code), "{name}: {printed}");
                assert!(!brief || text.chars().count() <= 500, "{name}: {text}");
            }
        }
    }
}
