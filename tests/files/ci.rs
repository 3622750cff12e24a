//! Findings for CI: SARIF against the official schema, annotations against GitHub's rules.

use super::render::{finding, marked};
use super::{cases, folder, same_as_file};
use crate::harness::cases as number_of_cases;
use crate::harness::command::walletfix;
use jsonschema::Validator;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::OnceLock;
use walletfix::cli::args;
use walletfix::diagnostic::render::sarif::uri;
use walletfix::diagnostic::render::{github, sarif};
use walletfix::diagnostic::{Diagnostic, Rule};
use walletfix::explain::prose;
use walletfix::i18n::{Lang, Message, has};
use walletfix::source::{Source, Span};

fn same_name(name: &str) -> String {
    name.to_owned()
}

fn log(findings: &[Diagnostic], lang: Lang) -> Value {
    serde_json::from_str(&sarif::render(findings, &[], lang, &same_name, &|rule| prose(rule, lang))).expect("JSON")
}

/// The official schema, read once.
fn schema() -> &'static Validator {
    static SCHEMA: OnceLock<Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        // One pattern of it has a bracket too many, which strict readers of patterns refuse.
        let schema = include_str!("sarif/sarif-schema-2.1.0.json").replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
        let schema = serde_json::from_str(&schema).expect("the schema is JSON");
        jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
    })
}

/// Everything that the official schema has to say against a log.
fn against_schema(log: &Value) -> Vec<String> {
    schema().iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn results(log: &Value) -> &[Value] {
    log["runs"][0]["results"].as_array().expect("results")
}

#[test]
fn ci_reads_what_the_files_say() {
    for (name, text) in cases("render") {
        let findings = marked(&Source::new(format!("flows/{name}.toml"), text));
        for lang in Lang::ALL {
            let shown = github::render(&findings, &[], lang, &same_name);
            same_as_file(&folder("render").join(format!("{name}.github.{}.txt", lang.tag())), &shown);
        }
        let mut log = log(&findings, Lang::En);
        assert_eq!(against_schema(&log), Vec::<String>::new());
        // The rules are the same for every log, and have tests of their own.
        log["runs"][0].as_object_mut().expect("a run").remove("tool");
        for result in log["runs"][0]["results"].as_array_mut().expect("results") {
            result.as_object_mut().expect("a result").remove("ruleIndex");
        }
        let shown = serde_json::to_string_pretty(&log).expect("JSON") + "\n";
        same_as_file(&folder("render").join(format!("{name}.sarif")), &shown);
    }
}

#[test]
fn the_schema_refuses_what_is_no_log() {
    let mut log = log(&[finding("a WORD", "WORD")], Lang::En);
    assert!(against_schema(&log).is_empty());
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    assert_eq!(against_schema(&log).len(), 1);
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a b".into();
    assert_eq!(against_schema(&log).len(), 2);
}

#[test]
fn every_finding_of_the_fixtures_is_a_result_that_the_schema_takes() {
    for lang in ["zh", "en"] {
        let run = |format: &str| walletfix("validate tests/flows/err --format").arg(format).words("--lang").arg(lang);
        let ran = run("sarif").run().code(1).stderr("");
        let log: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert_eq!(against_schema(&log), Vec::<String>::new());
        let json: Value = serde_json::from_str(&run("json").run().code(1).stdout).expect("JSON");
        let found = json["diagnostics"].as_array().expect("diagnostics");
        assert!(found.len() > 100);
        assert_eq!(results(&log).len(), found.len());
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
        let mut fingerprints = BTreeSet::new();
        for (result, found) in results(&log).iter().zip(found) {
            assert_eq!(result["ruleId"], found["rule"]);
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small")];
            assert_eq!(rule["id"], found["rule"]);
            let region = &result["locations"][0]["physicalLocation"]["region"];
            assert_eq!((&region["startLine"], &region["endLine"]), (&found["line"], &found["end_line"]));
            let text = result["message"]["text"].as_str().expect("a text");
            assert!(text.starts_with(&found["message"].as_str().expect("a sentence").replace("](", "] (")), "{text}");
            assert!(fingerprints.insert(result["partialFingerprints"].to_string()), "twice: {result}");
        }
        let annotated = run("github").run().code(1).stderr("");
        let lines: Vec<&str> = annotated.stdout.lines().collect();
        assert_eq!(lines.len(), found.len() + 1, "one line a finding, and the tally");
        assert!(lines[..found.len()].iter().all(|line| line.starts_with("::")));
    }
}

#[test]
fn every_rule_is_described_in_both_languages() {
    for lang in Lang::ALL {
        let log = log(&[], lang);
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules").clone();
        assert_eq!(rules.len(), Rule::ALL.len());
        for (rule, described) in Rule::ALL.iter().zip(&rules) {
            let key = format!("rule-{}", rule.id());
            assert!(has(lang, &key), "rules.ftl has no {key} in {}", lang.tag());
            assert_eq!(described["id"], rule.id());
            assert_eq!(described["shortDescription"]["text"], Message::new(key).text(lang));
            let help = described["help"]["text"].as_str().expect("help");
            assert_eq!(help.contains("allow = {"), !rule.fixed(), "{help}");
            let prose = prose(*rule, lang);
            assert!(help.starts_with(&prose[2]), "{help}");
            let full = described["fullDescription"]["text"].as_str().expect("a description");
            assert_eq!(full, prose[..2].join("\n\n"));
            // Code scanning shows no more of it.
            assert!(full.chars().count() <= 1024, "{full}");
        }
    }
}

#[test]
fn columns_count_what_the_log_declares() {
    // Four characters before the word, of which one takes two units.
    let found = finding("# 钱😀=\nx = '钱😀' # WORD", "WORD");
    let log = log(std::slice::from_ref(&found), Lang::En);
    assert_eq!(log["runs"][0]["columnKind"], "utf16CodeUnits");
    let region = &results(&log)[0]["locations"][0]["physicalLocation"]["region"];
    let expected = serde_json::json!(
        { "startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 17, "snippet": { "text": "WORD" } }
    );
    assert_eq!(region, &expected);
    let shown = github::render(&[found], &[], Lang::En, &same_name);
    assert!(shown.contains("line=2,endLine=2,col=13,endColumn=17,"), "{shown}");
}

#[test]
fn a_finding_of_several_lines_has_no_columns_on_github() {
    let found = finding("a\nbb\nccc", "bb\nc");
    let shown = github::render(&[found], &[], Lang::En, &same_name);
    assert_eq!(shown, "::error file=flows/a.toml,line=2,endLine=3,title=unknown-step::wrong\n");
}

#[test]
fn fingerprints_stay_while_lines_move() {
    let print = |text: &str, word: &str| {
        results(&log(&[finding(text, word)], Lang::Zh))[0]["partialFingerprints"]["walletfix/v1"].clone()
    };
    let first = print("a = WORD", "WORD");
    assert_eq!(first, print("# new\n\n  b = WORD", "WORD"));
    assert_ne!(first, print("a = WORT", "WORT"));
}

#[test]
fn words_of_a_file_make_no_link() {
    let source = Source::new("a.toml", "x");
    let message = Message::new("[free money](https://example.com)");
    let found = Diagnostic::new(Rule::BadValue, &source, Span { start: 0, end: 1 }, message);
    assert_eq!(results(&log(&[found], Lang::En))[0]["message"]["text"], "[free money] (https://example.com)");
}

#[test]
fn what_cannot_be_read_stands_in_the_log_too() {
    let ran = walletfix("validate no-such-folder --format sarif").run().code(4).complains("Nothing is there");
    let log: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(against_schema(&log), Vec::<String>::new());
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().expect("a text");
    assert!(told.contains("no-such-folder"));
    let ran = walletfix("validate no-such-folder --format github").run().code(4);
    ran.stdout("::error::Nothing is there: no-such-folder. Give a folder with flows or a .toml file.\n");
}

#[test]
fn files_are_named_from_the_root_of_the_repository() {
    let repository = tempfile::tempdir().expect("a temporary folder");
    let flows = repository.path().join("wallet, 流程");
    std::fs::create_dir(&flows).expect("a folder");
    std::fs::write(flows.join("a:b.toml"), "format = 1\n").expect("a file");
    let root = repository.path().canonicalize().expect("a path");
    let run = |format: &str, root: &std::path::Path| {
        walletfix("validate . --format").arg(format).dir(&flows).env("GITHUB_WORKSPACE", root).run().code(1).stdout
    };
    let shown = run("github", &root);
    assert!(shown.contains(" file=wallet%2C 流程/a%3Ab.toml,line=1,"), "{shown}");
    let log: Value = serde_json::from_str(&run("sarif", &root)).expect("JSON");
    assert_eq!(against_schema(&log), Vec::<String>::new());
    let location = &results(&log)[0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(location["uri"], "wallet%2C%20%E6%B5%81%E7%A8%8B/a%3Ab.toml");
    assert_eq!(location["uriBaseId"], "%SRCROOT%");
    // Elsewhere only the whole path says which file it is.
    let log: Value = serde_json::from_str(&run("sarif", &flows.join("other"))).expect("JSON");
    let location = &results(&log)[0]["locations"][0]["physicalLocation"]["artifactLocation"];
    let address = location["uri"].as_str().expect("an address");
    assert!(address.starts_with("file:///") && address.ends_with("/a%3Ab.toml"), "{address}");
    assert_eq!(location.get("uriBaseId"), None);
}

#[test]
fn whole_paths_become_file_addresses() {
    for (path, address) in [
        ("flows/a b.toml", "flows/a%20b.toml"),
        ("/home/x/a.toml", "file:///home/x/a.toml"),
        ("C:/flows/a.toml", "file:///C:/flows/a.toml"),
        ("//server/share/a.toml", "file://server/share/a.toml"),
        ("100%/~a-b_c.toml", "100%25/~a-b_c.toml"),
    ] {
        assert_eq!(uri(path), address);
    }
}

#[test]
fn the_workflows_of_both_readmes_are_understood() {
    for text in [include_str!("../../README.md"), include_str!("../../README.zh-CN.md")] {
        let commands = text.lines().filter_map(|line| line.strip_prefix("- run: "));
        let commands: Vec<&str> = commands.map(|line| line.split(" > ").next().unwrap_or(line)).collect();
        assert_eq!(commands.len(), 3);
        for command in commands {
            let words: Vec<OsString> = command.split(' ').map(OsString::from).collect();
            assert!(args::parse(&words).is_ok(), "{command}");
        }
    }
}

/// The text that a `%XX` escape stands for.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let digits = std::str::from_utf8(&after[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal digits"));
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number_of_cases(256)) })]

    #[test]
    fn any_relative_path_can_be_read_back(path in "[^/].*") {
        let address = uri(&path);
        prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic()), "{address}");
        prop_assert_eq!(unescaped(address.strip_prefix("file:///").unwrap_or(&address)), path);
    }

    #[test]
    fn any_finding_is_one_command(name in any::<String>(), words in any::<String>(), text in any::<String>(), range in any::<(usize, usize)>()) {
        let (start, end) = (range.0 % (text.len() + 1), range.1 % (text.len() + 1));
        let source = Source::new(name.as_str(), text.as_str());
        let span = Span { start: start.min(end), end: start.max(end) };
        let found = [Diagnostic::new(Rule::BadValue, &source, span, Message::new(words.as_str()))];
        let shown = github::render(&found, &[], Lang::En, &same_name);
        let line = shown.strip_suffix('\n').expect("a line break at the end");
        prop_assert!(!line.contains(['\n', '\r']));
        let (head, said) = line["::error ".len()..].split_once("::").expect("the end of the properties");
        prop_assert_eq!(unescaped(said), words);
        let file = head.split(',').find_map(|part| part.strip_prefix("file=")).expect("a file");
        prop_assert_eq!(unescaped(file), name);
        prop_assert!(against_schema(&log(&found, Lang::En)).is_empty());
    }
}
