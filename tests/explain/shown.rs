//! Pages and the list as people see them: as wide as asked for, examples as they are, and what the command understands.

use crate::harness::command::walletfix;
use std::path::Path;
use walletfix::diagnostic::Rule;
use walletfix::explain::text::Page;
use walletfix::explain::{list, page};
use walletfix::i18n::Lang;
use walletfix::palette::Palette;
use walletfix::wording::width;

fn plain() -> Palette {
    Palette::new(false)
}

/// Two pages in both languages, wide and narrow.
fn book(rule: Rule) -> String {
    let ways = Lang::ALL.into_iter().flat_map(|lang| [(lang, 80), (lang, 40)]);
    let pages = ways.map(|(lang, columns)| "=".repeat(columns) + "\n" + &page(rule, lang, columns, plain()));
    pages.collect()
}

#[test]
fn a_page_about_a_flow() {
    insta::assert_snapshot!("unknown-step", book(Rule::UnknownStep));
}

#[test]
fn a_page_about_another_file() {
    insta::assert_snapshot!("outcome-without-channel", book(Rule::OutcomeWithoutChannel));
}

#[test]
fn all_rules_in_short() {
    insta::assert_snapshot!("list-zh", list(Lang::Zh, 80, plain()));
    insta::assert_snapshot!("list-en", list(Lang::En, 80, plain()));
    insta::assert_snapshot!("list-zh-40", list(Lang::Zh, 40, plain()));
}

#[test]
fn only_examples_are_wider_than_the_terminal() {
    for rule in Rule::ALL {
        let example = Page::of(*rule).unwrap_or_default();
        let files = || example.wrong.iter().chain(&example.right).chain(&example.beside);
        let allow = format!("allow = {{ {}", rule.id());
        for lang in Lang::ALL {
            for columns in [40, 80] {
                for line in page(*rule, lang, columns, plain()).lines() {
                    let verbatim = files()
                        .any(|file| file.lines.iter().any(|own| own == line) || line == format!("# {}", file.path));
                    let fits = width(line) <= columns || verbatim || line.starts_with(&allow);
                    assert!(fits, "{} in {columns} columns, {lang:?}: {line}", rule.id());
                }
            }
        }
    }
    for columns in [40, 60, 80] {
        for lang in Lang::ALL {
            for line in list(lang, columns, plain()).lines() {
                assert!(width(line) <= columns, "{columns} columns: {line}");
            }
        }
    }
}

#[test]
fn examples_can_be_copied_from_the_page() {
    for rule in Rule::ALL {
        let example = Page::of(*rule).unwrap_or_default();
        let shown = page(*rule, Lang::Zh, 40, plain());
        for file in &example.right {
            assert!(shown.contains(&format!("{}\n", file.lines.join("\n"))), "{}: {}", rule.id(), file.path);
        }
        for line in example.wrong.iter().flat_map(|file| &file.lines) {
            assert!(shown.lines().any(|shown| shown == line), "{}: {line}", rule.id());
        }
    }
}

#[test]
fn every_page_marks_where_the_finding_stands() {
    for rule in Rule::ALL {
        let example = Page::of(*rule).unwrap_or_default();
        let own = |line: &str| {
            let mut files = example.wrong.iter().chain(&example.right).chain(&example.beside);
            files.any(|file| line == format!("# {}", file.path) || file.lines.iter().any(|own| own == line))
        };
        let shown = page(*rule, Lang::En, 600, plain());
        let remarks: Vec<&str> = shown.lines().filter(|line| line.starts_with('#') && !own(line)).collect();
        assert!(remarks.len() >= 2 && remarks[0].ends_with('^'), "{}:\n{shown}", rule.id());
    }
}

/// Rules whose findings lie in files that have no `allow`.
const ELSEWHERE: &str =
    "bad-date bad-hours bad-time-zone profile-stale test-bad-answer test-missing-flow test-stale-answer";
/// Rules that a reason silences only where the flow can be built all the same, which that of the example cannot.
const UNBUILT: &str = "bad-literal currency-mismatch missing-key when-operator when-syntax with-not-input with-type \
                       with-unknown-input";

#[test]
fn what_can_be_allowed_says_how() {
    for rule in Rule::ALL {
        let shown = page(*rule, Lang::En, 200, plain());
        let names = |list: &str| list.split(' ').any(|id| id == rule.id());
        let last = shown.trim_end().rsplit("\n\n").next().unwrap_or_default().replace('\n', " ");
        let expected = match rule {
            _ if rule.fixed() => "This rule cannot be suppressed.".to_owned(),
            _ if names(ELSEWHERE) => {
                "It cannot be suppressed: only flows have `allow`, and this is found in another file.".to_owned()
            }
            _ if names(UNBUILT) => {
                "Suppressing it does not help here: the flow cannot be used until it is mended.".to_owned()
            }
            _ => format!(
                "Where the rule does not fit, write the reason in the step or in [flow]: allow = {{ {} = \"why it is fine here\" }}",
                rule.id()
            ),
        };
        assert_eq!(last, expected, "{}", rule.id());
    }
}

#[test]
fn colour_is_for_terminals() {
    for rule in Rule::ALL {
        assert!(!page(*rule, Lang::En, 80, plain()).contains('\x1b'), "{}", rule.id());
    }
    assert!(page(Rule::UnknownStep, Lang::En, 80, Palette::new(true)).contains("\x1b[1;31merror\x1b[0m"));
    let ran = walletfix("explain unknown-step").run().code(0).stderr("");
    assert!(!ran.stdout.contains('\x1b'));
}

#[test]
fn the_command_prints_the_page() {
    let shown = page(Rule::UnknownStep, Lang::En, 80, plain());
    for typed in ["unknown-step", "Unknown-Step", "error[unknown-step]", "error[unknown-step]:", "unknown-step:"] {
        walletfix("explain").arg(typed).run().code(0).stdout(&shown).stderr("");
    }
    let chinese = page(Rule::UnknownStep, Lang::Zh, 80, plain());
    walletfix("explain --lang zh").arg("错误[unknown-step]：没有").run().code(0).stdout(&chinese).stderr("");
    walletfix("explain").run().code(0).stdout(&list(Lang::En, 80, plain())).stderr("");
}

#[test]
fn every_page_comes_out_as_it_is() {
    // Names of rules and examples of secrets are no secrets.
    for rule in [Rule::AsksSecret, Rule::LiteralContact, Rule::WithMissing] {
        let shown = page(rule, Lang::En, 80, plain());
        walletfix("explain").arg(rule.id()).run().code(0).stdout(&shown);
    }
}

#[test]
fn a_wrong_name_is_told_with_the_nearest() {
    let told = "error: There is no rule unknown-stpe. The nearest is unknown-step.\nAll rules: walletfix explain\n";
    walletfix("explain unknown-stpe").run().code(2).stdout("").stderr(told);
    let told = "错误：没有 weather 这条规则。\n全部规则：walletfix explain\n";
    walletfix("explain weather --lang zh").run().code(2).stdout("").stderr(told);
}

#[test]
fn findings_name_the_page_of_the_worst() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let last = |name: &str| {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flows/err").join(name);
        let file = folder.path().join(name);
        std::fs::copy(from, &file).expect("a copy");
        let ran = walletfix("validate").arg(&file).run();
        ran.stdout.lines().last().unwrap_or_default().to_owned()
    };
    let said = |rule: &str| format!("What this means, with an example: walletfix explain {rule}");
    assert_eq!(last("unknown-step.toml"), said("unknown-step"));
    // A warning stands in front of the error in the file.
    assert_eq!(last("allow-unused-header.toml"), said("label-too-wide"));
    let sound = walletfix("validate flows").run().code(0);
    assert!(!sound.stdout.contains("explain"), "{}", sound.stdout);
}

#[test]
fn shells_complete_the_names() {
    // Those whose scripts can complete what is no option.
    for shell in ["bash", "zsh"] {
        let ran = walletfix(&format!("completions {shell}")).run().code(0);
        for rule in Rule::ALL {
            assert!(ran.stdout.contains(rule.id()), "{shell}: {}", rule.id());
        }
    }
    let help = walletfix("explain --help").run().code(0);
    assert!(!help.stdout.contains("unknown-step"), "{}", help.stdout);
}

#[test]
fn every_group_has_its_heading_once() {
    for (lang, headings) in [
        (Lang::Zh, "读取文件 步骤和流程 事实和条件 文字 安全 服务商和地区 测试 分析"),
        (Lang::En, "Reading Steps Facts Texts Safety Providers Tests Analysis"),
    ] {
        let list = list(lang, 80, plain());
        let parts: Vec<&str> = list.split("\n\n").collect();
        let begins = parts.iter().take(8).map(|part| part.split([' ', '\n']).next().unwrap_or_default());
        assert_eq!(begins.collect::<Vec<_>>().join(" "), headings);
        assert_eq!(parts.len(), 9, "and last how to read more");
    }
}
