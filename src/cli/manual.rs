//! The manual page: every command a section of it.

use super::args::described;
use crate::i18n::{Lang, Message};
use clap::Command;
use clap_mangen::Man;
use std::io;

/// The page in `lang`.
pub fn page(lang: Lang) -> io::Result<String> {
    let root = described(lang);
    let mut page = Vec::new();
    let man = Man::new(root.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    let mut text = String::from_utf8_lossy(&page).into_owned();
    text.push_str(&section(&root, "walletfix", &Message::new("help-heading-options").text(lang))?);
    commands(&root, "walletfix", &mut text)?;
    text.push_str(&after(&root));
    Ok(translated(&text, lang))
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

/// The lines after a help page, kept as they are.
fn after(command: &Command) -> String {
    let lines = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    if lines.is_empty() { lines } else { format!(".PP\n.nf\n{}\n.fi\n", lines.replace('-', "\\-")) }
}

/// The headings that the renderer writes in English.
fn translated(page: &str, lang: Lang) -> String {
    let headings = [("NAME", "man-name"), ("SYNOPSIS", "man-synopsis"), ("DESCRIPTION", "man-description")];
    headings.iter().fold(page.to_owned(), |page, (english, key)| {
        page.replace(&format!(".SH {english}\n"), &format!(".SH {}\n", Message::new(*key).text(lang)))
    })
}
