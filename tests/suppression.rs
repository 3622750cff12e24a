//! What an author may silence with a reason, what nobody may, and reasons that nothing needs any more.

use std::borrow::Cow;
use std::path::Path;
use walletfix::diagnostic::{Diagnostic, Rule};
use walletfix::i18n::Lang;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::read_pack;

/// The rules that protect people or keep a flow walkable: no reason is good enough.
const FIXED: &str = "toml-syntax not-utf8 bad-character format-missing format-too-new verb-missing verb-twice unknown-step \
                     unknown-flow not-shared shared-target run-cycle next-missing-answer cannot-finish cycle-without-user \
                     return-outside-shared shared-without-return guard-twice unknown-fact unknown-option \
                     unknown-profile-key type-mismatch fact-maybe-unset fact-maybe-unknown placeholder-mismatch \
                     placeholder-unknown asks-secret literal-contact url-not-https url-off-domain lookalike-domain \
                     retry-before-status";

fn read(text: &str) -> (Pack, Vec<Diagnostic>) {
    let bytes = Cow::Owned(text.as_bytes().to_vec());
    read_pack(&[PackFile { path: "a.toml".into(), name: "a.toml".into(), bytes }])
}

/// A flow with more keys in its header.
fn flow(header: &str) -> String {
    format!(
        "format = 1\n[flow]\ntitle.zh = \"示例\"\ntitle.en = \"Example\"\nstart = \"done\"\nowner = \"a\"\n{header}\n\
         [step.done]\nend = \"contact\"\ntext.zh = \"没有别的事了。\"\ntext.en = \"That is all.\"\n"
    )
}

#[test]
fn no_reason_is_good_enough_for_some_rules() {
    let fixed: Vec<&str> = FIXED.split_whitespace().collect();
    for rule in Rule::ALL {
        assert_eq!(rule.fixed(), fixed.contains(&rule.id()), "{}", rule.id());
        let (_, found) = read(&flow(&format!("allow = {{ {} = \"a reason\" }}", rule.id())));
        let said: Vec<&str> = found.iter().map(|found| found.rule.id()).collect();
        // On a sound flow the others have nothing to silence, which is said too.
        let expected = if rule.fixed() { "bad-value" } else { "allow-unused" };
        assert_eq!(said, [expected], "{}", rule.id());
    }
}

#[test]
fn a_reason_silences_its_rule_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flows/err");
    let (mut silenced, mut stayed) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if path.extension().is_none_or(|ending| ending != "toml")
            || text.contains("allow =")
            || !text.contains("[flow]\n")
        {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let rule =
            Rule::ALL.iter().filter(|rule| name.starts_with(rule.id())).max_by_key(|rule| rule.id().len()).unwrap();
        let allow = format!("[flow]\nallow = {{ {} = \"a reason\" }}\n", rule.id());
        let (pack, found) = read(&text.replacen("[flow]\n", &allow, 1));
        let (_, before) = read(&text);
        let count = |found: &[Diagnostic], rule: Rule| found.iter().filter(|found| found.rule == rule).count();
        let left = count(&found, *rule);
        if left == 0 {
            silenced += 1;
        } else {
            // Nobody can walk a flow that could not be built, whatever its author allows.
            assert!(rule.fixed() || pack.flows.is_empty(), "{name}");
            assert_eq!(left, count(&before, *rule), "{name}");
            stayed += 1;
        }
        for other in Rule::ALL.iter().filter(|other| *other != rule && other.id() != "bad-value") {
            assert_eq!(count(&found, *other), count(&before, *other), "{name}: {}", other.id());
        }
    }
    assert!(silenced > 10 && stayed > 10, "{silenced} {stayed}");
}

#[test]
fn a_reason_needs_words_and_a_rule() {
    for (allow, said) in [
        ("unused-fact = \"\"", "a suppression needs a reason"),
        ("unused-fact = \"  \"", "a suppression needs a reason"),
        ("unused-facts = \"a reason\"", "no rule is named `unused-facts`"),
        ("asks-secret = \"a reason\"", "`asks-secret` cannot be suppressed"),
    ] {
        let (pack, found) = read(&flow(&format!("allow = {{ {allow} }}")));
        let texts: Vec<String> = found.iter().map(|found| found.message.text(Lang::En)).collect();
        assert!(texts.iter().any(|text| text == said), "{allow}: {texts:?}");
        assert!(pack.flows.is_empty(), "{allow}");
    }
}

#[test]
fn a_flow_that_could_not_be_built_keeps_its_reasons() {
    let text = flow("allow = { too-deep = \"a court wants it so\" }").replace("start = \"done\"", "start = \"gone\"");
    let (_, found) = read(&text);
    let said: Vec<&str> = found.iter().map(|found| found.rule.id()).collect();
    assert_eq!(said, ["unknown-step"]);
}
