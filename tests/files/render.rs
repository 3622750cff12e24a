//! Tests: findings for people and for programs.

use super::{cases, folder, same_as_file};
use walletfix::diagnostic::render::{human, json};
use walletfix::diagnostic::{Diagnostic, Rule, Severity};
use walletfix::i18n::{Lang, Message};
use walletfix::source::{Source, Span};

/// The findings that the last lines of a case ask for: `# SEVERITY RULE: MARKED TEXT`.
pub(super) fn marked(source: &std::sync::Arc<Source>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for line in source.text.lines().filter_map(|line| line.strip_prefix("# ")) {
        let Some((head, word)) = line.split_once(": ") else { continue };
        let Some((severity, rule)) = head.split_once(' ') else { continue };
        let rule = *Rule::ALL.iter().find(|known| known.id() == rule).unwrap();
        let start = source.text.find(word).unwrap();
        let span = Span { start, end: start + word.len() };
        let mut finding = Diagnostic::new(rule, source, span, Message::new(format!("something about `{word}`")));
        finding.severity = match severity {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => Severity::Info,
        };
        finding.help = Some(Message::new("did you mean `balance`?"));
        if rule == Rule::UnknownFact {
            finding.example = Some("[[test]]\nanswers = { symptom = \"rejected\" }\n".to_owned());
        }
        findings.push(finding);
    }
    walletfix::diagnostic::sort(&mut findings);
    findings
}

#[test]
fn findings_are_drawn_as_the_files_say() {
    for (name, text) in cases("render") {
        let findings = marked(&Source::new(format!("flows/{name}.toml"), text));
        for lang in Lang::ALL {
            let shown = human::render(&findings, lang, false, 100, walletfix::secrets::blot);
            assert!(!shown.contains('\x1b'), "escape sequence without colour");
            same_as_file(&folder("render").join(format!("{name}.{}.txt", lang.tag())), &shown);
        }
        let shown = json::render(&findings, json::Checked { files: 1, flows: 1 }, Lang::En);
        same_as_file(&folder("render").join(format!("{name}.json")), &shown);
    }
}

/// The column, counted in terminal cells, of the first caret and of the word it should stand under.
fn caret_and_word(shown: &str, word: &str) -> (usize, usize) {
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains('^')).unwrap();
    let cells = |line: &str, byte: usize| unicode_width::UnicodeWidthStr::width(&line[..byte]);
    let caret = lines[at].find('^').unwrap();
    let stands = lines[at - 1].find(word).unwrap();
    (cells(lines[at], caret), cells(lines[at - 1], stands))
}

pub(super) fn finding(text: &str, word: &str) -> Diagnostic {
    let start = text.find(word).unwrap();
    let source = Source::new("flows/a.toml", text);
    Diagnostic::new(Rule::UnknownStep, &source, Span { start, end: start + word.len() }, Message::new("wrong"))
}

#[test]
fn the_caret_stands_under_the_word_in_any_script() {
    for line in
        ["next = \"WORD\"", "请先看账单：这一笔显示WORD吗", "\t\t余额 = WORD", "e\u{301}é한글 WORD 🙂", "🙂🙂 WORD"]
    {
        let shown = human::render(&[finding(line, "WORD")], Lang::Zh, false, 80, walletfix::secrets::blot);
        let (caret, word) = caret_and_word(&shown, "WORD");
        assert_eq!(caret, word, "{shown}");
    }
}

#[test]
fn a_line_of_ten_megabytes_is_cut_around_the_word() {
    let text = format!("a = \"{}WORD{}\"", "钱".repeat(1_700_000), "x".repeat(5_000_000));
    let shown = human::render(&[finding(&text, "WORD")], Lang::En, false, 80, walletfix::secrets::blot);
    assert!(shown.len() < 1_000, "{} bytes", shown.len());
    assert!(shown.contains("flows/a.toml:1:1700006"), "{shown}");
    let (caret, word) = caret_and_word(&shown, "WORD");
    assert_eq!(caret, word, "{shown}");
}

/// How a line is drawn does not depend on what is covered in it.
fn as_it_is(line: &str) -> std::borrow::Cow<'_, str> {
    line.into()
}

#[test]
fn twenty_thousand_findings_in_one_line_take_no_quadratic_time() {
    let text = "钱 WORD ".repeat(20_000);
    let source = Source::new("flows/a.toml", text.as_str());
    let findings: Vec<Diagnostic> = (0..20_000)
        .map(|at| Span { start: at * 9, end: at * 9 + 4 })
        .map(|span| Diagnostic::new(Rule::UnknownStep, &source, span, Message::new("wrong")))
        .collect();
    let start = std::time::Instant::now();
    let shown = human::render(&findings, Lang::En, false, 80, as_it_is);
    assert!(shown.ends_with("20000 errors in 1 file\n"));
    let report = json::render(&findings, json::Checked::default(), Lang::En);
    assert!(report.contains("\"column\": 139994"), "the last column");
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn colour_stands_only_where_it_is_asked_for() {
    let shown = human::render(&[finding("a WORD", "WORD")], Lang::Zh, true, 80, walletfix::secrets::blot);
    assert!(shown.contains("\x1b["), "{shown}");
    assert!(shown.contains("错误"), "{shown}");
}

#[test]
fn any_span_can_be_drawn() {
    let text = "钱\r\n\r\n尾";
    let source = Source::new("a.toml", text);
    for start in 0..=text.len() + 2 {
        for end in start..=text.len() + 2 {
            let finding = Diagnostic::new(Rule::BadValue, &source, Span { start, end }, Message::new("wrong"));
            let shown = human::render(&[finding], Lang::En, false, 40, walletfix::secrets::blot);
            assert!(shown.contains("a.toml:"), "{shown}");
        }
    }
}
