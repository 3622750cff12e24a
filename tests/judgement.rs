//! The rules that need judgement, on sentences and addresses as people write them. A case is a line of a file in
//! `tests/judgement`; none may be missed, and none may be accused wrongly.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;
use std::path::Path;
use walletfix::domain::{Verdict, judge_address};
use walletfix::i18n::Lang;
use walletfix::pack::PackFile;
use walletfix::parse::read_pack;

/// The fewest lines of each kind and language.
const FEWEST: usize = 30;

/// A line of a file.
struct Case {
    number: usize,
    /// Whether the rule has something to say.
    found: bool,
    lang: String,
    /// Where the text stands, or whose address it should be.
    about: String,
    text: String,
}

fn cases(rule: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judgement").join(rule).with_extension("tsv");
    let file = std::fs::read_to_string(&path).unwrap();
    let lines = file.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let cases: Vec<Case> = lines
        .map(|(at, line)| {
            let [found, lang, about, text]: [&str; 4] =
                line.split('\t').collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("{rule}:{}: {line}", at + 1));
            assert!(matches!((found, lang), ("yes" | "no", "zh" | "en")), "{rule}:{}: {line}", at + 1);
            let [lang, about, text] = [lang, about, text].map(str::to_owned);
            Case { number: at + 1, found: found == "yes", lang, about, text }
        })
        .collect();
    let mut seen = HashSet::new();
    for case in &cases {
        assert!(seen.insert((&case.lang, &case.about, &case.text)), "{rule}:{} stands there twice", case.number);
    }
    cases
}

/// Judges every line and prints how it went; a miss or a false alarm fails.
fn check(rule: &str, judge: impl Fn(&Case) -> bool) {
    let cases = cases(rule);
    let mut wrong = String::new();
    for lang in ["zh", "en"] {
        for found in [true, false] {
            let of_kind: Vec<&Case> = cases.iter().filter(|case| case.lang == lang && case.found == found).collect();
            let failed: Vec<&&Case> = of_kind.iter().filter(|case| judge(case) != found).collect();
            let (kind, failure) = if found { ("true", "missed") } else { ("false", "accused") };
            println!("{rule} {lang}: {} {kind} cases, {} {failure}", of_kind.len(), failed.len());
            assert!(of_kind.len() >= FEWEST, "{rule} {lang}: too few {kind} cases");
            for case in failed {
                writeln!(wrong, "{rule}.tsv:{} {failure}: {} [{}]", case.number, case.text, case.about).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Whether the rule says something about a flow that has the text at that place, in that language.
fn says(rule: &str, case: &Case) -> bool {
    let quoted =
        |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace("\\\\n", "\\n"));
    let (zh, en) = match case.lang.as_str() {
        "zh" => (quoted(&case.text), quoted("There is nothing to see.")),
        _ => (quoted("这里没有内容。"), quoted(&case.text)),
    };
    let text = |key: &str| format!("{key}.zh = {zh}\n{key}.en = {en}\n");
    let plain = |key: &str| format!("{key}.zh = \"这里没有内容。\"\n{key}.en = \"There is nothing to see.\"\n");
    let ask = |kind: &str| format!("{}{kind}field = \"memo\"\nnext = \"end\"\n", text("ask"));
    let step = match case.about.as_str() {
        "free" => ask("type = \"text\"\nformat = \"free\"\n"),
        "number" => ask("type = \"number\"\n").replace("memo", "deadline"),
        "version" => ask("type = \"version\"\n").replace("memo", "app-version"),
        "order" => ask("type = \"text\"\nformat = \"order-id\"\n").replace("memo", "order-id"),
        "yes-no" => ask("type = \"yes-no\"\n").replace("field = \"memo\"\n", "private = true\n"),
        "tell" => format!("{}next = \"end\"\n", text("tell")),
        "do" => format!("{}next = \"end\"\n", text("do")),
        "try" => format!("{}next = {{ else = \"end\" }}\n", text("try")),
        "hint" => format!("{}{}next = \"end\"\n", plain("do"), text("hint")),
        "label" => format!("{}{}next = \"end\"\n", plain("do"), text("label")),
        "option" => format!(
            "{}type = \"choice\"\nprivate = true\noptions = [{{ value = \"one\", zh = {zh}, en = {en} }}]\nnext = \"end\"\n",
            plain("ask")
        ),
        "end" => format!("end = \"contact\"\n{}", text("text")),
        other => panic!("{rule}.tsv:{}: no place is named {other}", case.number),
    };
    // A flow that ends at its first step has no other.
    let end = match case.about.as_str() {
        "end" => "",
        _ => "[step.end]\nend = \"contact\"\ntext.zh = \"没有别的事了。\"\ntext.en = \"That is all.\"\n",
    };
    let flow = format!(
        "format = 1\n[flow]\ntitle.zh = \"示例\"\ntitle.en = \"Example\"\nstart = \"first\"\nowner = \"a\"\n\n[step.first]\n{step}\n{end}"
    );
    let file = PackFile { path: "a.toml".into(), name: "a.toml".into(), bytes: Cow::Owned(flow.into_bytes()) };
    let (_, diagnostics) = read_pack(&[file]);
    // Whatever else is wrong with a sentence, the flow around it must be sound, or nothing was judged.
    let of_text =
        ["text-too-long", "label-too-wide", "punctuation-mixed", "text-wrong-script", "asks-secret", "literal-contact"];
    let broken = diagnostics.iter().find(|found| !of_text.contains(&found.rule.id()));
    let broken = broken.map(|found| format!("{}: {}", found.rule.id(), found.message.text(Lang::En)));
    assert_eq!(broken, None, "{rule}.tsv:{}", case.number);
    diagnostics.iter().any(|found| found.rule.id() == rule)
}

#[test]
fn asks_secret() {
    check("asks-secret", |case| says("asks-secret", case));
}

#[test]
fn literal_contact() {
    check("literal-contact", |case| says("literal-contact", case));
}

#[test]
fn text_wrong_script() {
    check("text-wrong-script", |case| says("text-wrong-script", case));
}

#[test]
fn lookalike_domain() {
    check("lookalike-domain", |case| {
        let official: Vec<String> = case.about.split(',').map(str::to_owned).collect();
        let verdict = judge_address(&case.text, &official);
        assert!(verdict.is_some(), "lookalike-domain.tsv:{}: {} is no address", case.number, case.text);
        matches!(verdict, Some(Verdict::LookAlike(_)))
    });
}

mod laws {
    use super::{Case, judge_address, says};
    use crate::harness::cases as number_of_cases;
    use proptest::prelude::*;

    /// What the rules look for, and what lies between.
    const BITS: [&str; 40] = [
        "请输入",
        "助记词",
        "密码",
        "把",
        "发给客服",
        "的",
        "了",
        "，",
        "。",
        "“",
        "”",
        "不要",
        "PIN 码",
        "是什么",
        "？",
        "拨打",
        "微信号：",
        "１２３４５",
        "enter ",
        "your ",
        "password",
        ", ",
        ". ",
        "never ",
        "PIN",
        "code",
        "call ",
        "95188",
        "+86 ",
        "-",
        "https://",
        "@",
        "a.com",
        "é",
        "𠮷",
        "İ",
        "ß",
        "ﬀ",
        "-- ",
        " 2026-11-21 ",
    ];

    /// Any text that may stand in a file, which U+2028 and U+2029 may not.
    fn text() -> impl Strategy<Value = String> {
        let bit = prop_oneof![4 => proptest::sample::select(&BITS[..]).prop_map(str::to_owned), 1 => "\\PC{0,3}"];
        proptest::collection::vec(bit, 1..14)
            .prop_map(|bits| bits.concat().replace(['{', '}', '"', '\\', '\u{2028}', '\u{2029}'], ""))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number_of_cases(256)) })]

        #[test]
        fn any_text_can_be_judged(text in text(), lang in prop_oneof![Just("zh"), Just("en")], about in prop_oneof![Just("free"), Just("tell"), Just("option")]) {
            prop_assume!(!text.trim().is_empty());
            let case = Case { number: 0, found: false, lang: lang.to_owned(), about: about.to_owned(), text };
            let [secret, contact] = ["asks-secret", "literal-contact"].map(|rule| says(rule, &case));
            // A warning before it changes nothing about a contact.
            let warned = Case { text: format!("{}{}", if lang == "zh" { "注意。" } else { "Note this. " }, case.text), ..case };
            prop_assert_eq!(says("literal-contact", &warned), contact);
            prop_assert!(says("asks-secret", &warned) || !secret || about == "free");
        }

        #[test]
        fn any_address_can_be_judged(text in text(), host in "[a-z0-9-]{1,12}(\\.[a-z0-9-]{1,8}){0,3}", at in 0..3_usize) {
            let official = vec!["demo-pay.example".to_owned(), text.clone()];
            for address in [text.clone(), format!("https://{text}@{host}"), format!("https://{host}/{text}"), format!("{host}{text}")] {
                judge_address(&address, &official);
            }
            // What lies under an official host is official, whatever it is called.
            let label = host.split('.').nth(at).map(|label| label.trim_matches('-')).filter(|label| !label.is_empty());
            if let Some(label) = label {
                let own = format!("https://{label}.demo-pay.example/x");
                prop_assert_eq!(judge_address(&own, &official[..1]), Some(super::Verdict::Official));
            }
        }
    }
}
