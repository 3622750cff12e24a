//! Help pages, laid out by display columns: clap counts characters and breaks at spaces, which Chinese has neither of.

use super::args::described;
use crate::i18n::{Lang, Message};
use crate::wording::{width, wrap};
use clap::{Arg, Command};

/// The widest a page gets, however wide the terminal is.
const WIDEST: usize = 100;
/// The columns for names; a longer name has a line of its own.
const NAMES: usize = 24;
/// A page narrower than this puts every text under its name.
const NARROW: usize = 60;

/// The help page of the command at `path`, such as `sessions show`; the empty path is the program itself.
pub fn page(path: &str, lang: Lang, columns: usize) -> String {
    let root = described(lang);
    let mut command = &root;
    for name in path.split_whitespace() {
        match command.find_subcommand(name) {
            Some(child) => command = child,
            None => break,
        }
    }
    let page = Page { lang, columns: columns.clamp(20, WIDEST) };
    page.render(command, path)
}

/// How the command at `path` is written: `walletfix sessions show <SESSION> [OPTIONS]`.
pub fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let word = |key: &str| Message::new(key).text(lang);
    let mut parts = vec!["walletfix".to_owned()];
    parts.extend(path.split_whitespace().map(str::to_owned));
    if command.has_subcommands() {
        parts.push(format!("[{}]", word("help-word-command")));
    }
    parts.extend(command.get_positionals().map(written));
    parts.push(format!("[{}]", word("help-word-options")));
    parts.join(" ")
}

/// A positional argument as usage lines write it: `[FLOW]`, `<SESSION>`, `[PATH]...`.
fn written(arg: &Arg) -> String {
    let name = value_name(arg);
    let several = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
    let dots = if several { "..." } else { "" };
    if arg.is_required_set() { format!("<{name}>{dots}") } else { format!("[{name}]{dots}") }
}

fn value_name(arg: &Arg) -> String {
    arg.get_value_names().map(|names| names.join(" ")).unwrap_or_default()
}

struct Page {
    lang: Lang,
    columns: usize,
}

/// A name and what it is for.
type Row = (String, String);

impl Page {
    fn render(&self, command: &Command, path: &str) -> String {
        let mut out = String::new();
        self.paragraph(&mut out, &command.get_about().map(ToString::to_string).unwrap_or_default());
        out.push('\n');
        self.heading(&mut out, "help-heading-usage");
        self.block(&mut out, &usage(command, path, self.lang), 2);
        self.rows(&mut out, "help-heading-commands", &commands(command));
        let positionals: Vec<Row> = command.get_positionals().map(|arg| (written(arg), purpose(arg))).collect();
        self.rows(&mut out, "help-heading-arguments", &positionals);
        for (heading, options) in self.options(command) {
            out.push('\n');
            out.push_str(&heading);
            out.push('\n');
            self.list(&mut out, &options);
        }
        if let Some(after) = command.get_after_help() {
            out.push('\n');
            self.paragraph(&mut out, &after.to_string());
        }
        out
    }

    fn heading(&self, out: &mut String, key: &str) {
        out.push_str(&Message::new(key).text(self.lang));
        out.push('\n');
    }

    fn paragraph(&self, out: &mut String, text: &str) {
        for line in text.lines() {
            let indent = line.len() - line.trim_start().len();
            self.block(out, line.trim_start(), indent);
        }
    }

    fn block(&self, out: &mut String, text: &str, indent: usize) {
        for line in wrap(text, self.columns.saturating_sub(indent)) {
            if !line.is_empty() {
                out.push_str(&" ".repeat(indent));
                out.push_str(&line);
            }
            out.push('\n');
        }
    }

    fn rows(&self, out: &mut String, heading: &str, rows: &[Row]) {
        if !rows.is_empty() {
            out.push('\n');
            self.heading(out, heading);
            self.list(out, rows);
        }
    }

    fn list(&self, out: &mut String, rows: &[Row]) {
        let narrow = self.columns < NARROW;
        let longest = rows.iter().map(|(name, _)| width(name)).filter(|name| *name <= NAMES).max().unwrap_or(0);
        let indent = if narrow { 6 } else { longest + 4 };
        for (name, text) in rows {
            let name = if narrow { name.trim_start() } else { name };
            let beside = !narrow && width(name) <= longest;
            let mut lines = wrap(text, self.columns.saturating_sub(indent)).into_iter();
            out.push_str("  ");
            out.push_str(name);
            if beside {
                out.push_str(&" ".repeat(indent - 2 - width(name)));
                out.push_str(&lines.next().unwrap_or_default());
            }
            out.push('\n');
            for line in lines {
                out.push_str(&" ".repeat(indent));
                out.push_str(&line);
                out.push('\n');
            }
        }
    }

    /// Options under their headings, those without one first.
    fn options(&self, command: &Command) -> Vec<(String, Vec<Row>)> {
        let heading = |group: &str| Message::new(format!("help-heading-{group}")).text(self.lang);
        let mut groups: Vec<(String, Vec<Row>)> = vec![(heading("options"), Vec::new())];
        for arg in command.get_arguments().filter(|arg| !arg.is_positional() && !arg.is_hide_set()) {
            let heading = heading(arg.get_help_heading().unwrap_or("options"));
            let row = (flags(arg), purpose(arg));
            match groups.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((heading, vec![row])),
            }
        }
        // Help, version and language stand last: they are the same everywhere.
        if let Some((_, rows)) = groups.first_mut() {
            rows.sort_by_key(|(name, _)| ["--lang", "--help", "--version"].iter().any(|same| name.contains(same)));
        }
        groups.retain(|(_, rows)| !rows.is_empty());
        groups
    }
}

fn purpose(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}

fn commands(command: &Command) -> Vec<Row> {
    command
        .get_subcommands()
        .map(|child| (child.get_name().to_owned(), child.get_about().map(ToString::to_string).unwrap_or_default()))
        .collect()
}

/// `-h, --help`, `    --lang TAG`: long names stand under each other.
fn flags(arg: &Arg) -> String {
    let short = arg.get_short().map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
    let long = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    match value_name(arg) {
        value if value.is_empty() || !arg.get_action().takes_values() => format!("{short}{long}"),
        value => format!("{short}{long} {value}"),
    }
}
