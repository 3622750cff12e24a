//! The pages for authors say what is so: their commands are run, their flows are validated and tested.

use crate::harness::command::walletfix;
#[cfg(unix)]
use crate::harness::page::{as_it_is_now, same_or_written};
use crate::harness::page::{block, read, shown};
use std::path::Path;
use walletfix::diagnostic::Rule;
use walletfix::library;
use walletfix::pack::PackFile;
use walletfix::parse::read_pack;

const GUIDES: [(&str, &str); 2] =
    [("docs/writing-flows.md", "en_US.UTF-8"), ("docs/writing-flows.zh-CN.md", "zh_CN.UTF-8")];

const TWINS: [[&str; 2]; 4] = [
    ["docs/writing-flows.md", "docs/writing-flows.zh-CN.md"],
    ["docs/providers.md", "docs/providers.zh-CN.md"],
    ["docs/ci.md", "docs/ci.zh-CN.md"],
    ["docs/for-agents.md", "docs/for-agents.zh-CN.md"],
];

/// The insides of all blocks that begin with that fence.
pub(super) fn blocks(file: &str, fence: &str) -> Vec<String> {
    let text = read(file);
    let lines: Vec<&str> = text.lines().collect();
    let fences = lines.iter().enumerate().filter(|(_, line)| **line == fence);
    fences.map(|(at, _)| block(&lines, at).0.join("\n")).collect()
}

#[test]
#[cfg(unix)]
fn the_english_guide() {
    let (file, locale) = GUIDES[0];
    let text = read(file);
    same_or_written(file, &text, &as_it_is_now(&text, locale));
}

#[test]
#[cfg(unix)]
fn the_chinese_guide() {
    let (file, locale) = GUIDES[1];
    let text = read(file);
    same_or_written(file, &text, &as_it_is_now(&text, locale));
}

#[test]
fn the_guide_s_pack_is_sound_and_its_tests_pass() {
    walletfix("validate --deny warnings examples/guide").run().code(0).stderr("");
    walletfix("test examples/guide").run().code(0).stderr("");
}

#[test]
fn the_guide_s_flow_reads_in_words() {
    for (lang, check, result) in
        [("en", "Clock of this computer", "the clock is wrong"), ("zh", "这台电脑的时间", "时间不准")]
    {
        let ran = walletfix("flows show code-missing --flows examples/guide --lang").arg(lang).run().code(0);
        assert!(ran.stdout.contains(check) && ran.stdout.contains(result), "{}", ran.stdout);
    }
}

#[test]
fn every_toml_block_is_a_part_of_a_file_that_is_validated() {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/guide");
    let files = library::folder(&pack, true).expect("the guide's pack");
    let texts: Vec<String> = files.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    for (file, least) in [(GUIDES[0].0, 8), (GUIDES[1].0, 8), (TWINS[1][0], 2), (TWINS[1][1], 2)] {
        let blocks = blocks(file, "```toml");
        assert!(blocks.len() >= least, "{file}");
        for block in blocks {
            // Whole lines, so that half a value is no example.
            let whole = format!("\n{block}\n");
            assert!(texts.iter().any(|text| text.contains(&whole)), "{file}: no file says\n{block}");
        }
    }
}

#[test]
fn both_languages_show_the_same() {
    for [english, chinese] in TWINS {
        let both = |fence: &str| (blocks(english, fence), blocks(chinese, fence));
        for fence in ["```toml", "```yaml", "```sh"] {
            let (english, chinese) = both(fence);
            assert_eq!(english, chinese, "{fence}");
        }
        let commands = |blocks: Vec<String>| -> Vec<String> {
            let lines = |block: &String| shown(&block.lines().collect::<Vec<_>>());
            blocks.iter().flat_map(lines).map(|shown| shown.command).collect()
        };
        let (in_english, in_chinese) = both("```console");
        assert_eq!(commands(in_english), commands(in_chinese));
        // Headings, tables and lists stand in the same order.
        let skeleton = |file: &str| -> Vec<String> {
            let text = read(file);
            let mark = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
            let of_form = |line: &&str| ["#", "|", "- ", "```"].iter().any(|form| line.starts_with(form));
            let lines: Vec<String> = text.lines().filter(of_form).map(mark).collect();
            // What commands print may differ in length.
            lines.into_iter().filter(|line| line != "|").chain([text.matches("\n|").count().to_string()]).collect()
        };
        assert_eq!(skeleton(english), skeleton(chinese), "{english}");
    }
}

#[test]
fn a_page_is_read_in_ten_minutes() {
    // At 200 words, or 400 characters, a minute; code takes as long again.
    let english = read(GUIDES[0].0);
    let words = english.split_whitespace().count();
    assert!(words < 2000, "{words} words");
    let chinese = read(GUIDES[1].0).chars().filter(|sign| walletfix::wording::is_han(*sign)).count();
    assert!(chinese < 4000, "{chinese} characters");
}

/// A flow that has the facts which the table of conditions speaks of.
const FACTS: &str = r#"format = 1

[flow]
title.zh = "条件"
title.en = "Conditions"
start = "abroad"
owner = "docs"

[step.abroad]
ask.zh = "一"
ask.en = "One"
type = "yes-no"
next = "where"

[step.where]
ask.zh = "二"
ask.en = "Two"
type = "choice"
options = [{ value = "sms", zh = "短信", en = "Text" }, { value = "email", zh = "邮件", en = "Mail" }]
next = "signal"

[step.signal]
ask.zh = "三"
ask.en = "Three"
type = "choice"
options = [{ value = "fixed", zh = "好了", en = "Fixed" }, { value = "failed", zh = "没好", en = "Failed" }]
next = "habits"

[step.habits]
ask.zh = "四"
ask.en = "Four"
type = "choices"
options = [{ value = "no-code", zh = "不给", en = "None" }, { value = "paper", zh = "纸上", en = "Paper" }]
next = "tries"

[step.tries]
ask.zh = "五"
ask.en = "Five"
type = "number"
next = "amount"

[step.amount]
ask.zh = "六"
ask.en = "Six"
type = "amount"
next = "balance"

[step.balance]
ask.zh = "七"
ask.en = "Seven"
type = "amount"
next = "since"

[step.since]
ask.zh = "八"
ask.en = "Eight"
type = "time"
next = "sort"

[step.sort]
branch = [{ when = "CONDITION", next = "support" }]
else = "support"

[step.support]
end = "contact"
text.zh = "请联系客服。"
text.en = "Contact support."
"#;

#[test]
fn every_condition_of_the_table_is_one() {
    let wrong = [
        Rule::WhenSyntax,
        Rule::WhenOperator,
        Rule::UnknownFact,
        Rule::UnknownOption,
        Rule::UnknownProfileKey,
        Rule::TypeMismatch,
        Rule::BadLiteral,
        Rule::NumberRange,
    ];
    for (file, _) in GUIDES {
        let text = read(file);
        let tables = text.split("\n\n").filter(|part| part.starts_with("| fact |") || part.starts_with("| 事实 |"));
        let conditions: Vec<&str> = tables.flat_map(|table| table.split('`').skip(1).step_by(2)).collect();
        assert!(conditions.len() >= 14, "{conditions:?}");
        for condition in conditions {
            let text = FACTS.replace("CONDITION", condition);
            let file = PackFile { path: "a.toml".into(), name: "a.toml".into(), bytes: text.into_bytes().into() };
            let (_, found) = read_pack(&[file]);
            let bad: Vec<_> = found.iter().filter(|one| wrong.contains(&one.rule)).map(|one| &one.message).collect();
            assert!(bad.is_empty(), "{condition}: {bad:?}");
        }
    }
}

#[test]
fn verbs_and_types_and_answers_are_all_there() {
    use walletfix::flow::step::{Outcome, Verb};
    for (file, _) in GUIDES {
        let text = read(file);
        let verbs = ["ask", "tell", "do", "try", "probe", "branch", "run", "go", "return", "end"];
        let types = ["choice", "choices", "yes-no", "amount", "number", "time", "version", "text"];
        let outcomes = Outcome::ALL.iter().map(|(name, _)| *name);
        let names = verbs.into_iter().chain(types).chain(outcomes).chain(Verb::DO_ANSWERS).chain(Verb::TRY_ANSWERS);
        for name in names {
            assert!(text.contains(&format!("`{name}`")), "{file} does not name {name}");
        }
    }
}
