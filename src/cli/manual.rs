//! The manual page: every command a section of it.

use super::args::described;
use crate::i18n::{Lang, Message};
use clap::Command;
use clap_mangen::Man;
use std::io;

/// How the line of the section "name" begins.
const NAME_LINE: &str = "walletfix \\- ";

/// The variables that the program reads, and what each is for.
const VARIABLES: [(&str, &str); 3] = [
    ("WALLETFIX_DATA_DIR", "man-variable-data-dir"),
    ("WALLETFIX_LANG", "man-variable-lang"),
    ("WALLETFIX_PLAIN", "man-variable-plain"),
];

/// The page in `lang`.
pub fn page(lang: Lang) -> io::Result<String> {
    let root = described(lang);
    let mut page = Vec::new();
    let man = Man::new(root.clone());
    man.render_title(&mut page)?;
    // One short line, as `whatis` and `apropos` want it.
    let about = Message::new("man-about").text(lang);
    page.extend(format!(".SH NAME\n{NAME_LINE}{about}\n").bytes());
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    let mut text = String::from_utf8_lossy(&page).into_owned();
    text.push_str(&section(&root, "walletfix", &Message::new("help-heading-options").text(lang).to_uppercase())?);
    commands(&root, "walletfix", &mut text)?;
    text.push_str(&after(&root));
    text.push_str(&variables(lang));
    Ok(breakable(&translated(&text, lang)))
}

/// The commands below `command`, each a section with its own options.
fn commands(command: &Command, path: &str, text: &mut String) -> io::Result<()> {
    for child in command.get_subcommands() {
        let path = format!("{path} {}", child.get_name());
        text.push_str(&section(child, &path, &path.to_uppercase())?);
        commands(child, &path, text)?;
    }
    Ok(())
}

/// One command's part of the manual: what it is for, how it is written, its options.
fn section(command: &Command, path: &str, heading: &str) -> io::Result<String> {
    let mut options = Vec::new();
    let shown = command.clone().mut_args(|arg| {
        // The language and the help flag are the same everywhere; the program's own section has them.
        let everywhere = path != "walletfix" && matches!(arg.get_id().as_str(), "lang" | "help");
        arg.hide(everywhere)
    });
    Man::new(shown).render_options_section(&mut options)?;
    let options = String::from_utf8_lossy(&options);
    // The groups of options follow each other without headings: the command is the heading.
    let options: Vec<&str> = options.lines().filter(|line| !line.starts_with(".SH ")).collect();
    let mut text = format!(".SH \"{heading}\"\n");
    if path != "walletfix" {
        let usage = command.clone().render_usage().to_string();
        let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        text.push_str(&format!("\\fB{usage}\\fR\n.PP\n{about}\n").replace('-', "\\-"));
    }
    text.push_str(&options.join("\n"));
    text.push('\n');
    if path != "walletfix" {
        text.push_str(&after(command));
    }
    Ok(text)
}

/// The lines after a help page; those that are set in keep their place.
fn after(command: &Command) -> String {
    let lines = command.get_after_help().map(ToString::to_string).unwrap_or_default().replace('-', "\\-");
    let mut text = if lines.is_empty() { String::new() } else { ".PP\n".to_owned() };
    for line in lines.lines() {
        let code =
            line.trim_start().split_once("  ").filter(|(code, _)| code.bytes().all(|byte| byte.is_ascii_digit()));
        let set = match code {
            Some((code, meaning)) => format!(".IP {code} 4\n{meaning}\n"),
            None if line.is_empty() => ".PP\n".to_owned(),
            None if line.starts_with(' ') => format!(".nf\n{line}\n.fi\n"),
            None => format!("{line}\n.br\n"),
        };
        text.push_str(&set);
    }
    text
}

/// The variables that the program reads, beside those that every terminal program knows.
fn variables(lang: Lang) -> String {
    let say = |key: &str| Message::new(key).text(lang);
    let variables = VARIABLES.map(|(name, key)| format!(".TP\n\\fB{name}\\fR\n{}\n", say(key).replace('-', "\\-")));
    format!(".SH {}\n{}", say("man-environment"), variables.concat())
}

/// Lets lines end between Chinese characters, which have no spaces, and keeps them from being stretched to the margin.
fn breakable(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    for line in page.lines() {
        // Requests and macros take their arguments as they are, and indexes read the line of the name.
        let is_text = !line.starts_with(['.', '\'']) && !line.starts_with(NAME_LINE);
        let mut characters = line.chars().peekable();
        while let Some(character) = characters.next() {
            text.push(character);
            let closes = |next: &char| "，。；：、？！）”".contains(*next);
            let breaks = is_wide(character) && !"（“".contains(character);
            if is_text && breaks && characters.peek().is_some_and(|next| is_wide(*next) && !closes(next)) {
                text.push_str("\\:");
            }
        }
        text.push('\n');
        if line.starts_with(".TH ") {
            text.push_str(".ad l\n");
        }
    }
    text
}

fn is_wide(character: char) -> bool {
    character >= '\u{2e80}' || matches!(character, '“' | '”')
}

/// The headings that the renderer writes in English.
fn translated(page: &str, lang: Lang) -> String {
    let headings = [("NAME", "man-name"), ("SYNOPSIS", "man-synopsis"), ("DESCRIPTION", "man-description")];
    headings.iter().fold(page.to_owned(), |page, (english, key)| {
        page.replace(&format!(".SH {english}\n"), &format!(".SH {}\n", Message::new(*key).text(lang)))
    })
}
