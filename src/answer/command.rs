//! `:back`, `:返回` and the lone question mark.

use super::plain::Plain;
use crate::i18n::Message;
use crate::prompt::Command;

/// Chinese names and the names people try first.
const ALIASES: [(&str, Command); 24] = [
    ("返回", Command::Back),
    ("后退", Command::Back),
    ("上一步", Command::Back),
    ("上一页", Command::Back),
    ("undo", Command::Back),
    ("跳过", Command::Skip),
    ("不知道", Command::Skip),
    ("帮助", Command::Help),
    ("?", Command::Help),
    ("核对", Command::Review),
    ("换流程", Command::Flow),
    ("流程", Command::Flow),
    ("换问题", Command::Flow),
    ("语言", Command::Lang),
    ("切换语言", Command::Lang),
    ("english", Command::Lang),
    ("英文", Command::Lang),
    ("中文", Command::Lang),
    ("停止", Command::GiveUp),
    ("到此为止", Command::GiveUp),
    ("退出", Command::Quit),
    ("保存并退出", Command::Quit),
    ("exit", Command::Quit),
    ("q!", Command::Quit),
];

/// The commands that every menu has, for whoever typed another. `:stop` is no help before a screen offers it.
const OFFERED: [&str; 7] = ["back", "skip", "help", "review", "flow", "lang", "quit"];

/// The command that the line is, if it is one. The error names what matched, or which commands there are.
///
/// In a text question a colon may also begin the text: then only a single word counts as a (misspelt) command.
pub(super) fn read(plain: &Plain, is_text: bool) -> Result<Option<Command>, Message> {
    if plain.as_str() == "?" {
        return Ok(Some(Command::Help));
    }
    let Some(word) = plain.folded().strip_prefix(':').map(str::trim) else { return Ok(None) };
    // Which language is meant is clear: there is one other.
    let word = match word.split_once(char::is_whitespace) {
        Some((first @ ("lang" | "语言" | "切换语言"), _)) => first,
        _ => word,
    };
    let names = || Command::ALL.iter().copied().chain(ALIASES);
    if let Some((_, command)) = names().find(|(name, _)| *name == word) {
        return Ok(Some(command));
    }
    let mut matches: Vec<(&str, Command)> = Vec::new();
    for (name, command) in names().filter(|(name, _)| !word.is_empty() && name.starts_with(word)) {
        if !matches.iter().any(|(_, known)| *known == command) {
            matches.push((name, command));
        }
    }
    match matches.as_slice() {
        [(_, command)] => Ok(Some(*command)),
        [] if is_text && !is_word(word) => Ok(None),
        [] => Err(Message::new(if is_text { "command-unknown-in-text" } else { "command-unknown" })
            .with("typed", shown(word))
            .with("names", named(OFFERED.iter().copied()))),
        several => Err(Message::new("command-several")
            .with("typed", shown(word))
            .with("names", named(several.iter().map(|(name, _)| *name)))),
    }
}

/// A text that begins like a command is written with a backslash; this takes it off.
pub(super) fn unescaped(text: &str) -> &str {
    match text.strip_prefix('\\') {
        Some(rest) if rest.starts_with([':', '：', '?', '？']) => rest,
        _ => text,
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_alphabetic)
}

fn named<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    names.map(|name| format!(":{name}")).collect()
}

/// What was typed, short enough for a sentence.
fn shown(word: &str) -> String {
    format!(":{}", word.chars().take(20).collect::<String>())
}
