//! Reading answers: tables of what people type, and two laws.

use crate::harness::cases;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use walletfix::answer::{Context, Form, Question, Understood, given, read, wait};
use walletfix::flow::display::file_form;
use walletfix::flow::step::{Choice, TextFormat};
use walletfix::flow::text::Text;
use walletfix::i18n::{Lang, Message};
use walletfix::prompt::Command;
use walletfix::script::Given;

fn choice(value: &str, zh: &str, en: &str) -> Choice {
    Choice { value: value.to_owned(), label: Text::plain(zh, en) }
}

/// The question a table names.
fn question(name: &str) -> Question {
    let (base, can_skip) = name.strip_suffix("-skip").map_or((name, false), |base| (base, true));
    let habits = || {
        vec![
            choice("screen", "屏幕共享过", "Shared a screen"),
            choice("short", "密码少于 8 位", "Short password"),
            choice("code", "验证码给过别人", "Gave a code"),
        ]
    };
    let form = match base {
        "choice" => Form::Choice(vec![
            choice("rejected", "失败或已关闭", "Failed or closed"),
            choice("pending", "处理中", "Processing"),
            choice("nothing", "列表里没有这一笔", "It is not in the list"),
            choice("stranger", "有一笔不是我操作的", "There is one that I did not make"),
        ]),
        "alike" => Form::Choice(vec![
            choice("listed", "账单里有这一笔", "In the history, completed"),
            choice("absent", "账单里没有这一笔", "In the history, missing"),
        ]),
        "twelve" => Form::Choice(
            (1..=12).map(|n| choice(&format!("m{n}"), &format!("第{n}种"), &format!("Kind {n}"))).collect(),
        ),
        "choices" => Form::Choices { options: habits(), min: None, max: None },
        "choices-two" => Form::Choices { options: habits(), min: Some(2), max: Some(2) },
        "yes-no" => Form::YesNo,
        "do" => Form::Do,
        "try" => Form::Try,
        "amount" => Form::Amount { currency: Some("CNY".to_owned()), any: false },
        "amount-yen" => Form::Amount { currency: Some("JPY".to_owned()), any: false },
        "amount-any" => Form::Amount { currency: None, any: true },
        "number" => Form::Number { min: None, max: None },
        "number-small" => Form::Number { min: Some(0), max: Some(10) },
        "time" => Form::Time { past: true },
        "time-ahead" => Form::Time { past: false },
        "version" => Form::Version,
        "text" => Form::Text(TextFormat::Free),
        other => {
            let format = TextFormat::ALL.iter().find(|(word, _)| *word == other).expect("a question of that name");
            Form::Text(format.1)
        }
    };
    Question { form, can_skip }
}

fn context(lang: Lang, zone: &str) -> Context {
    let now: Timestamp = "2026-11-21T02:00:00Z".parse().expect("an instant");
    Context { lang, zone: TimeZone::get(zone).expect("a zone"), now }
}

/// Splits `choice/en` and `time@ZONE` into question and context.
fn setting(cell: &str) -> (Question, Context) {
    let (cell, zone) = cell.split_once('@').unwrap_or((cell, "Asia/Shanghai"));
    let (name, lang) = cell.strip_suffix("/en").map_or((cell, Lang::Zh), |name| (name, Lang::En));
    (question(name), context(lang, zone))
}

fn command_word(command: Command) -> &'static str {
    Command::ALL.iter().find(|(_, known)| *known == command).expect("a known command").0
}

/// What reading comes to, as the tables write it. An error must also have a sentence in both languages.
fn shown<T>(result: Result<T, Message>, show: impl Fn(T) -> String) -> String {
    match result {
        Ok(value) => show(value),
        Err(message) => {
            for lang in Lang::ALL {
                let text = message.text(lang);
                assert!(text != message.key && !text.contains(['{', '$']), "{}: {text}", message.key);
            }
            format!("error {}", message.key)
        }
    }
}

pub(crate) fn rows(table: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
        .map(|(at, line)| (at + 1, line.split('\t').collect()))
}

/// Checks every row and reports all that differ at once.
fn check(name: &str, table: &str, result: impl Fn(&str, &str) -> String) {
    let mut wrong = Vec::new();
    for (line, row) in rows(table) {
        let [cell, typed, expected] = row.as_slice() else { panic!("{name}:{line}: three columns") };
        let got = result(cell, typed);
        if got != *expected {
            wrong.push(format!("{name}:{line}: {cell} {typed:?}: {got}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn typed(cell: &str, typed: &str) -> String {
    let (question, context) = setting(cell);
    shown(read(&question, typed, &context), |understood| match understood {
        Understood::Answer { value, .. } => file_form(&value),
        Understood::Command(command) => format!("command {}", command_word(command)),
        Understood::Empty => "empty".to_owned(),
    })
}

fn from_file(cell: &str, written: &str) -> String {
    let value = match written.split_once(' ') {
        Some(("number", rest)) => Given::Number(rest.parse().expect("a number")),
        Some(("bool", rest)) => Given::Bool(rest == "true"),
        Some(("time", rest)) => Given::Time(rest.parse().expect("an instant")),
        Some(("list", rest)) => {
            Given::List(rest.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect())
        }
        _ => Given::Text(written.to_owned()),
    };
    let (question, context) = setting(cell);
    shown(given(&question, &value, &context), |value| file_form(&value))
}

#[test]
fn what_people_type_is_understood() {
    check("lists.tsv", include_str!("answers/lists.tsv"), typed);
    check("commands.tsv", include_str!("answers/commands.tsv"), typed);
    check("amounts.tsv", include_str!("answers/amounts.tsv"), typed);
    check("times.tsv", include_str!("answers/times.tsv"), typed);
    check("texts.tsv", include_str!("answers/texts.tsv"), typed);
}

#[test]
fn durations_are_understood() {
    let read = |_: &str, typed: &str| wait(typed).map_or("none".to_owned(), |wait| wait.to_string());
    check("waits.tsv", include_str!("answers/waits.tsv"), read);
}

#[test]
fn what_files_give_is_understood() {
    check("given.tsv", include_str!("answers/given.tsv"), from_file);
}

#[test]
fn a_long_text_is_cut_and_says_so() {
    let long = "错".repeat(501);
    let read = read(&question("text"), &long, &context(Lang::Zh, "UTC")).expect("a text");
    let Understood::Answer { value, notice } = read else { panic!("an answer, not {read:?}") };
    assert_eq!(file_form(&value), "错".repeat(500));
    assert_eq!(notice.map(|notice| notice.text(Lang::Zh)).as_deref(), Some("一共 501 个字，只保留了前 500 个。"));
}

#[test]
fn an_error_names_what_matched() {
    let unclear = read(&question("alike"), "账单", &context(Lang::Zh, "UTC")).expect_err("two options begin so");
    assert_eq!(unclear.text(Lang::Zh), "可能是账单里有这一笔或账单里没有这一笔。写序号就不会弄错，例如 1。");
}

const QUESTIONS: [&str; 20] = [
    "choice-skip",
    "alike",
    "choices",
    "choices-two",
    "choices-skip",
    "yes-no",
    "yes-no-skip",
    "do",
    "try",
    "amount",
    "amount-yen",
    "amount-any",
    "number",
    "number-small",
    "time-skip",
    "version",
    "text",
    "tx-hash",
    "order-id",
    "phone",
];

/// Lines near to what people type, so that many of them are answers.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9０-９]{1,4}[ ,.:点月/-]?[0-9]{0,3}[ ]?(CNY|元|万|eth|前|pm|日|小时前|天前| ago)?",
        "(昨天|前天|今天|yesterday|Nov|下午|[0-9]{1,2}月)? ?[0-9]{1,2}(点|:[0-5][0-9]|日|th)?(半|pm)?",
        "[:：?？\\\\]?[a-z返跳帮]{0,4}",
        "\\PC{0,600}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(512)))]

    /// What was understood can be written into a file and is understood as the same.
    #[test]
    fn a_value_survives_a_file(typed in line(), at in 0..QUESTIONS.len()) {
        let question = question(QUESTIONS[at]);
        let context = context(Lang::Zh, "Asia/Shanghai");
        if let Ok(Understood::Answer { value, .. }) = read(&question, &typed, &context) {
            let written = file_form(&value);
            // A text that says `unknown` where that is no answer cannot be told from a skip in a file.
            prop_assume!(written != "unknown" || question.can_skip);
            prop_assert_eq!(given(&question, &Given::Text(written), &context), Ok(value));
        }
    }

    /// No line makes reading panic, in any form, zone or language.
    #[test]
    fn any_line_is_read(typed in line(), at in 0..QUESTIONS.len(), en in any::<bool>()) {
        let question = question(QUESTIONS[at]);
        let context = context(if en { Lang::En } else { Lang::Zh }, "America/New_York");
        if let Err(message) = read(&question, &typed, &context) {
            prop_assert!(walletfix::i18n::has(Lang::Zh, &message.key) && walletfix::i18n::has(Lang::En, &message.key));
        }
        let _ = wait(&typed);
        let _ = given(&question, &Given::Text(typed), &context);
    }
}
