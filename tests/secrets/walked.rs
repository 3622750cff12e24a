//! Secrets at random places of random answers, in the real program: none is on an output or in a file afterwards.
//!
//! One exception is meant: where a transaction hash is asked for, 64 hex digits (or Solana's 87 or 88 characters) may be
//! one, and nobody can tell them from a key.

use super::corpus::{Benign, Secret, benign, secrets};
use super::mask::leak;
use crate::harness::cases;
use crate::harness::command::{Ran, walletfix};
use crate::harness::wander::Dice;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use unicode_segmentation::UnicodeSegmentation as _;
use walletfix::secrets::Kind;

/// Every kind of question, in the order of the flow: its id, the rest of its step, and an answer that fits, as it is typed
/// and as a file gives it.
const QUESTIONS: [(&str, &str, &str, &str); 14] = [
    (
        "choice",
        "type = \"choice\"\noptions = [{ value = \"one\", zh = \"一\", en = \"First\" }, { value = \"two\", zh = \"二\", en = \"Second\" }]",
        "1",
        "\"one\"",
    ),
    (
        "choices",
        "type = \"choices\"\noptions = [{ value = \"one\", zh = \"一\", en = \"First\" }, { value = \"two\", zh = \"二\", en = \"Second\" }]",
        "1",
        "[\"one\"]",
    ),
    ("yes-no", "type = \"yes-no\"", "1", "true"),
    ("amount", "type = \"amount\"", "100 CNY", "\"100 CNY\""),
    ("number", "type = \"number\"", "3", "3"),
    ("time", "type = \"time\"", "2026-11-20 09:00", "2026-11-20T09:00:00+08:00"),
    ("version", "type = \"version\"", "8.5.1", "\"8.5.1\""),
    ("free", "type = \"text\"\nformat = \"free\"", "it broke", "\"it broke\""),
    ("error", "type = \"text\"\nformat = \"error\"", "E1024", "\"E1024\""),
    (
        "order-id",
        "type = \"text\"\nformat = \"order-id\"",
        "2026090122001400007073919153",
        "\"2026090122001400007073919153\"",
    ),
    ("address", "type = \"text\"\nformat = \"address\"", "bank", "\"bank\""),
    ("email", "type = \"text\"\nformat = \"email\"", "name@example.com", "\"name@example.com\""),
    ("phone", "type = \"text\"\nformat = \"phone\"", "none", "\"none\""),
    ("url", "type = \"text\"\nformat = \"url\"", "none", "\"none\""),
];

/// A pack with one flow that asks them all.
fn pack() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut flow =
        "format = 1\n[flow]\ntitle.zh = \"全部\"\ntitle.en = \"All\"\nstart = \"choice\"\nowner = \"support\"\n"
            .to_owned();
    for (at, (id, rest, ..)) in QUESTIONS.iter().enumerate() {
        let next = QUESTIONS.get(at + 1).map_or("done", |next| next.0);
        let field = match *id {
            "free" => "field = \"problem\"\n",
            "error" => "field = \"error-message\"\n",
            "order-id" => "field = \"order-id\"\n",
            "address" => "field = \"memo\"\n",
            "email" => "field = \"contact-wish\"\n",
            "phone" => "field = \"ticket-no\"\n",
            "url" => "field = \"request\"\n",
            _ => "",
        };
        let _ = write!(
            flow,
            "[step.{id}]\nask.zh = \"{id}？\"\nask.en = \"Question {id}?\"\nlabel.zh = \"{id}\"\nlabel.en = \"{id}\"\n{rest}\n{field}next = \"{next}\"\n"
        );
    }
    flow += "[step.done]\nend = \"advice\"\ntext.zh = \"好了。\"\ntext.en = \"Done.\"\n";
    fs::write(folder.path().join("all.toml"), flow).expect("a flow");
    folder
}

/// The secret at a place of the text, on one line.
fn placed(secret: &Secret, benign: &Benign, dice: &mut Dice) -> String {
    let mut places: Vec<usize> = benign.text.grapheme_indices(true).map(|(at, _)| at).collect();
    places.push(benign.text.len());
    let (before, after) = benign.text.split_at(*dice.pick(&places));
    format!("{before} {} {after}", secret.text)
}

fn nothing_of(secret: &Secret, text: &str, what: &str, typed: &str) {
    assert_eq!(leak(secret, text), None, "{} in {what}, typed as {typed:?}\n{text}", secret.place);
}

fn no_file_holds(secret: &Secret, folder: &Path, typed: &str) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            no_file_holds(secret, &path, typed);
        } else {
            let bytes = fs::read(&path).expect("a file");
            nothing_of(secret, &String::from_utf8_lossy(&bytes), &path.display().to_string(), typed);
        }
    }
}

fn nowhere(secret: &Secret, ran: &Ran, typed: &str) {
    nothing_of(secret, &ran.stdout, "standard output", typed);
    nothing_of(secret, &ran.stderr, "standard error", typed);
    no_file_holds(secret, ran.home.path(), typed);
}

/// Types it at one question, over a pipe, and whatever the program asks about it.
fn by_lines(pack: &Path, at: usize, secret: &Secret, typed: &str, lang: &str) {
    let line = typed.replace(['\n', '\r'], " ");
    let mut talk =
        walletfix(&format!("diagnose all --lang {lang} --now 2026-11-24T10:00:00+08:00 --flows")).arg(pack).talk();
    let mut answered = 0;
    let mut tried = false;
    for _ in 0..QUESTIONS.len() * 2 {
        let said = talk.prompt();
        if said.contains("在别处填写过") || said.contains("typed it anywhere else") {
            // What could be a hash has one answer more.
            talk.say(if said.contains("交易哈希") || said.contains("transaction hash") { "3" } else { "2" });
            continue;
        }
        let asked = QUESTIONS
            .iter()
            .rposition(|(id, ..)| said.contains(&format!("{id}？")) || said.contains(&format!("Question {id}?")));
        let Some(asked) = asked else { break };
        answered = asked;
        if asked == at && !tried {
            tried = true;
            talk.say(&line);
        } else {
            talk.say(QUESTIONS[asked].2);
        }
    }
    talk.say("");
    let ran = talk.end();
    assert!(
        tried && answered + 1 == QUESTIONS.len(),
        "{}: stopped at question {answered}\n{}",
        secret.place,
        ran.stderr
    );
    assert!(!ran.stdout.is_empty(), "{}", ran.stderr);
    nowhere(secret, &ran, typed);
}

/// Gives it in an answers file.
fn by_file(pack: &Path, at: usize, secret: &Secret, typed: &str, format: &str) {
    let mut answers = "format = 1\nflow = \"all\"\nnow = 2026-11-24T10:00:00+08:00\n[answers]\n".to_owned();
    for (place, (id, _, _, given)) in QUESTIONS.iter().enumerate() {
        let own = serde_json::to_string(typed).expect("JSON strings are TOML strings");
        let value = if place == at { own.replace('\u{7f}', " ") } else { (*given).to_owned() };
        let _ = writeln!(answers, "{id} = {value}");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("answers.toml");
    fs::write(&path, &answers).expect("an answers file");
    let ran = walletfix("diagnose --flows").arg(pack).words("--answers").arg(&path).words("--format").arg(format).run();
    nowhere(secret, &ran, typed);
}

#[test]
fn no_secret_is_on_an_output_or_in_a_file() {
    let (pack, texts) = (pack(), benign());
    let secrets: Vec<Secret> = secrets().into_iter().filter(|secret| secret.exact).collect();
    let threads = 4;
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (pack, texts, secrets) = (pack.path(), &texts, &secrets);
            scope.spawn(move || {
                for seed in (0..u64::from(cases(60))).filter(|seed| seed % threads == thread) {
                    let mut dice = Dice::new(seed);
                    let (secret, text) = (dice.pick(secrets), dice.pick(texts));
                    let typed = placed(secret, text, &mut dice);
                    // An order's number or a phone's may have the checksum of a rare card: there only common ones count.
                    let rare =
                        secret.kind == Kind::Card && !(secret.core.len() == 16 && secret.core.starts_with(['4', '5']));
                    let at = dice.pick(&(0..QUESTIONS.len()).collect::<Vec<_>>()).to_owned();
                    if rare && ["order-id", "phone", "email", "address"].contains(&QUESTIONS[at].0) {
                        continue;
                    }
                    match seed % 2 {
                        0 => by_lines(pack, at, secret, &typed, if seed % 4 == 0 { "zh" } else { "en" }),
                        _ => by_file(
                            pack,
                            at,
                            secret,
                            &typed,
                            ["text", "markdown", "json"][usize::try_from(seed / 2 % 3).unwrap_or(0)],
                        ),
                    }
                }
            });
        }
    });
}
