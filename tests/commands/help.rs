//! Help pages, completions and the manual in both languages.

use crate::harness::command::walletfix;
use walletfix::cli::args::{definition, key_of};
use walletfix::cli::help;
use walletfix::i18n::{Lang, has, sources};
use walletfix::wording::width;

/// The paths of all commands, the program's own (empty) first.
pub(crate) fn paths() -> Vec<String> {
    fn below(command: &clap::Command, path: &str, all: &mut Vec<String>) {
        all.push(path.to_owned());
        for child in command.get_subcommands() {
            below(child, format!("{path} {}", child.get_name()).trim_start(), all);
        }
    }
    let mut all = Vec::new();
    below(&definition(), "", &mut all);
    all
}

fn book(lang: Lang, columns: usize) -> String {
    let rule = "=".repeat(columns);
    let pages: Vec<String> = paths().iter().map(|path| help::page(path, lang, columns)).collect();
    format!("{rule}\n{}", pages.join(&format!("{rule}\n")))
}

#[test]
fn pages_in_english() {
    insta::assert_snapshot!("help-en", book(Lang::En, 80));
}

#[test]
fn pages_in_chinese() {
    insta::assert_snapshot!("help-zh", book(Lang::Zh, 80));
}

#[test]
fn a_narrow_page_in_chinese() {
    insta::assert_snapshot!("help-zh-40", help::page("diagnose", Lang::Zh, 40));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for lang in Lang::ALL {
        for columns in [40, 60, 80, 100] {
            for line in book(lang, columns).lines() {
                assert!(width(line) <= columns, "{columns} columns, {lang:?}: {line}");
            }
        }
    }
}

#[test]
fn help_is_asked_for_in_three_ways() {
    for path in paths() {
        let page = help::page(&path, Lang::En, 80);
        walletfix(&path).arg("--help").run().code(0).stdout(&page).stderr("");
        walletfix(&path).arg("-h").run().code(0).stdout(&page).stderr("");
        walletfix(&format!("help {path}")).run().code(0).stdout(&page).stderr("");
    }
}

#[test]
fn help_speaks_the_language_of_the_locale() {
    let page = help::page("diagnose", Lang::Zh, 80);
    walletfix("diagnose --help").env("LANG", "zh_CN.UTF-8").run().code(0).stdout(&page);
    walletfix("diagnose --help").env("WALLETFIX_LANG", "zh").run().code(0).stdout(&page);
    walletfix("diagnose --help --lang zh-Hans").run().code(0).stdout(&page);
    walletfix("--lang=zh diagnose --help").run().code(0).stdout(&page);
    let page = help::page("diagnose", Lang::En, 80);
    walletfix("diagnose --help").env("LANG", "zh_CN.UTF-8").env("LC_ALL", "C").run().code(0).stdout(&page);
    walletfix("diagnose --help").env_remove("LANG").run().code(0).stdout(&page);
}

#[test]
fn help_wins_over_what_is_missing() {
    for line in ["summary --help", "flows show --help", "sessions delete --help", "completions --help"] {
        walletfix(line).run().code(0).stderr("").prints("Usage\n");
    }
}

#[test]
fn every_command_and_flag_has_its_sentence_and_no_sentence_is_left_over() {
    let mut wanted = std::collections::BTreeSet::new();
    let mut root = definition();
    root.build();
    for path in paths() {
        let mut command = &root;
        for name in path.split_whitespace() {
            command = command.find_subcommand(name).expect("a command of the definition");
        }
        let name = if path.is_empty() { "walletfix".to_owned() } else { path.replace(' ', "-") };
        wanted.insert(format!("help-{name}"));
        wanted.extend(command.get_arguments().map(|arg| key_of(&path, arg.get_id().as_str())));
        wanted.extend(
            command.get_arguments().filter_map(|arg| Some(format!("help-heading-{}", arg.get_help_heading()?))),
        );
        let after = format!("help-{name}--after");
        wanted.extend(has(Lang::En, &after).then_some(after));
    }
    for key in &wanted {
        assert!(has(Lang::En, key) && has(Lang::Zh, key), "help.ftl has no {key}");
    }
    let (_, _, english) = sources().find(|(name, ..)| *name == "help").expect("help.ftl");
    let keys = english.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
    for key in keys.filter(|key| key.starts_with("help-") && !key.starts_with("help-word") && *key != "help-takes") {
        let heading = key.starts_with("help-heading-");
        assert!(heading || wanted.contains(key), "nothing shows {key}");
    }
}

#[test]
fn completions_name_every_command_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        for lang in ["zh", "en"] {
            let ran = walletfix(&format!("completions {shell} --lang {lang}")).run().code(0).stderr("");
            for path in paths() {
                let name = path.split_whitespace().last().unwrap_or("walletfix");
                assert!(ran.stdout.contains(name), "{shell}: {name}");
            }
        }
    }
}

#[test]
fn the_manual_has_every_command_and_flag() {
    for (lang, name) in [("zh", "名称"), ("en", "NAME")] {
        let ran = walletfix(&format!("man --lang {lang}")).run().code(0).stderr("");
        assert!(ran.stdout.contains(&format!(".SH {name}\n")), "{}", ran.stdout);
        for path in paths() {
            assert!(ran.stdout.to_lowercase().contains(&path), "{path}");
        }
        assert!(ran.stdout.contains(r"\fB\-\-summary\-lang\fR"));
        assert!(!ran.stdout.contains("Possible values"));
        for variable in ["WALLETFIX_DATA_DIR", "WALLETFIX_LANG", "WALLETFIX_PLAIN"] {
            assert!(ran.stdout.contains(&format!("\\fB{variable}\\fR\n")), "{variable}");
        }
    }
}
