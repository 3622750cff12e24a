//! Examples show the part of a file that matters. To be read, they are completed to whole files of a whole pack.

use crate::diagnostic::{Diagnostic, Rule};
use crate::pack::PackFile;
use crate::parse::stale::{stale, unreviewed};
use crate::parse::{read_pack, read_pack_within};
use jiff::civil::{Date, date};
use std::borrow::Cow;

/// The flow of an example, where nothing else is said.
pub const FLOW: &str = "transfer-failed.toml";
/// What is shown where a file holds a byte that is no text.
const NO_TEXT: &str = "\u{fffd}";
/// How a line of an example begins that is read and not shown.
const PASSED_OVER: &str = "#~";
/// The day on which examples with dates are judged.
const TODAY: Date = date(2026, 11, 22);
/// The budget with which an example that is about too many ways is proved: a real flow may have 100,000 times as many.
const FEW: usize = 5;

/// The part of a file that an example shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path in the pack.
    pub path: String,
    /// The lines that are shown.
    pub lines: Vec<String>,
    /// Lines that would only be long, and before which of the others they stand.
    passed_over: Vec<(usize, String)>,
    /// Whether the line `format = 1` is not there at all.
    no_format: bool,
}

/// A line of a completed file, and which of the lines that are shown it is.
type Line = (Option<usize>, String);

impl File {
    /// `about` says `no-format` and the path, each only where it is needed.
    pub(super) fn new(about: &str, lines: &[&str]) -> Self {
        let no_format = about.split(' ').any(|word| word == "no-format");
        let path = about.split(' ').find(|word| !word.is_empty() && *word != "no-format").unwrap_or(FLOW);
        let mut file = Self { path: path.to_owned(), lines: Vec::new(), passed_over: Vec::new(), no_format };
        for line in lines {
            match line.strip_prefix(PASSED_OVER) {
                Some(line) => file.passed_over.push((file.lines.len(), line.to_owned())),
                None => file.lines.push((*line).to_owned()),
            }
        }
        file
    }

    /// Whether the lines of it that are shown hold this.
    fn has(&self, start: &str) -> bool {
        self.lines.iter().any(|line| line.starts_with(start))
    }

    /// Whether one of the steps leads there and it is not shown.
    fn lacks(&self, step: &str) -> bool {
        if step == "ok" && (!self.path.starts_with("shared/") || self.has("return = \"ok\"")) {
            return false;
        }
        let leads = self.lines.iter().any(|line| line.contains(&format!("\"{step}\"")));
        leads && !self.has(&format!("[step.{step}]"))
    }

    /// Every line of the whole file, perhaps with a reason to break a rule in a flow.
    fn completed(&self, allowed: Option<Rule>) -> Vec<Line> {
        let shown = self.lines.iter().enumerate().map(|(at, line)| (Some(at), line.clone()));
        let hidden = |text: &str| (None, text.to_owned());
        let mut lines = Vec::new();
        if !self.no_format && !self.lines.first().is_some_and(|line| line.starts_with("format = ")) {
            lines.push(hidden("format = 1"));
        }
        let (table, keys) = self.head();
        let missing = keys.iter().filter(|key| {
            let name = key.split(" = ").next().unwrap_or_default();
            !self.head_lines(table).any(|line| line.starts_with(&format!("{name} = ")))
        });
        let mut missing: Vec<Line> = missing.map(|key| hidden(key)).collect();
        if let Some(rule) = allowed.filter(|_| is_flow(&self.path)) {
            missing.push((None, format!("allow = {{ {} = \"a reason\" }}", rule.id())));
        }
        let at = self.lines.iter().position(|line| line == table);
        if at.is_none() {
            lines.push(hidden(table));
            lines.extend(missing.iter().cloned());
        }
        for line in shown {
            let before = self.passed_over.iter().filter(|(before, _)| Some(*before) == line.0);
            lines.extend(before.map(|(_, text)| hidden(text)));
            let is_table = line.0 == at;
            lines.push(line);
            if is_table {
                lines.extend(missing.iter().cloned());
            }
        }
        if table == "[profile]" && !self.has("[[channel]]") {
            lines.extend(CHANNEL.iter().map(|line| hidden(line)));
        }
        for (step, body) in STEPS.iter().filter(|(step, _)| is_flow(&self.path) && self.lacks(step)) {
            lines.push(hidden(&format!("[step.{step}]")));
            lines.extend(body.iter().map(|line| hidden(line)));
        }
        lines
    }

    /// The keys that are shown under its first table.
    fn head_lines<'f>(&'f self, table: &'f str) -> impl Iterator<Item = &'f str> {
        let after = self.lines.iter().skip_while(move |line| *line != table).skip(1);
        after.map(String::as_str).take_while(|line| !line.starts_with('['))
    }

    /// The table that its kind of file begins with, and the keys that it needs.
    fn head(&self) -> (&'static str, Vec<String>) {
        let own = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        if self.path.starts_with("profiles/") {
            return ("[profile]", own(&PROFILE));
        }
        if let Some(flow) = self.path.strip_prefix("tests/") {
            let keys = vec![format!("flow = \"{}\"", flow.trim_end_matches(".toml")), NOW.to_owned()];
            return ("", keys.into_iter().filter(|key| !self.has(key.split('"').next().unwrap_or_default())).collect());
        }
        let first = self.lines.iter().find_map(|line| line.strip_prefix("[step.")?.strip_suffix(']'));
        let mut keys: Vec<String> = own(&HEAD);
        keys.push(format!("start = \"{}\"", first.unwrap_or("support")));
        if self.path.starts_with("shared/") {
            keys.push("shared = true".to_owned());
        }
        ("[flow]", keys)
    }
}

/// What every flow needs.
const HEAD: [&str; 3] = ["title.zh = \"转账失败\"", "title.en = \"A transfer failed\"", "owner = \"support\""];
/// What every profile needs.
const PROFILE: [&str; 7] = [
    "name.zh = \"示例支付\"",
    "name.en = \"Demo Pay\"",
    "kind = \"payment\"",
    "currency = \"CNY\"",
    "country = \"CN\"",
    "time-zone = \"Asia/Shanghai\"",
    "official-domains = [\"demo-pay.example\"]",
];
/// Whom a profile that is about something else sends people to.
const CHANNEL: [&str; 6] = [
    "[[channel]]",
    "id = \"chat\"",
    "kind = \"chat\"",
    "name.zh = \"在线客服\"",
    "name.en = \"Live chat\"",
    "for = [\"contact\"]",
];
/// What every test needs beside its flow.
const NOW: &str = "now = 2026-11-22T10:00:00+08:00";
/// The ends to which examples lead without showing them.
const STEPS: [(&str, &[&str]); 3] = [
    (
        "support",
        &["end = \"contact\"", "text.zh = \"客服会看这份摘要。\"", "text.en = \"Support reads this summary.\""],
    ),
    ("solved", &["end = \"resolved\"", "text.zh = \"已经解决。\"", "text.en = \"It works again.\""]),
    ("ok", &["return = \"ok\""]),
];

/// A finding in an example.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Which of the files it is in.
    pub file: usize,
    /// Which of its lines; `None`: one that is not shown.
    pub line: Option<usize>,
    /// What was found.
    pub diagnostic: Diagnostic,
}

/// Everything that `validate` finds in the files of an example of that rule, as parts of one pack.
pub fn findings(rule: Rule, files: &[&File]) -> Vec<Mark> {
    read(rule, files, None)
}

/// Whether a reason under `[flow]` silences the rule in these files. None helps against what keeps a flow from being
/// built, and files that are no flows have no place for one.
pub(super) fn can_be_allowed(rule: Rule, files: &[&File]) -> bool {
    !read(rule, files, Some(rule)).iter().any(|mark| [rule, Rule::BadValue].contains(&mark.diagnostic.rule))
}

fn read(rule: Rule, files: &[&File], allowed: Option<Rule>) -> Vec<Mark> {
    let completed: Vec<Vec<Line>> = files.iter().map(|file| file.completed(allowed)).collect();
    let mut pack: Vec<PackFile> =
        files.iter().zip(&completed).map(|(file, lines)| pack_file(&file.path, lines)).collect();
    if !files.iter().any(|file| is_flow(&file.path)) {
        pack.push(pack_file(FLOW, &File::new("", &BESIDE).completed(allowed)));
    }
    let (read, mut found) = match rule {
        Rule::AnalysisLimit => read_pack_within(&pack, FEW),
        _ => read_pack(&pack),
    };
    if rule == Rule::ProfileStale {
        found.extend(stale(&read.profiles, &read.regions, TODAY));
    }
    if rule == Rule::ContentStale {
        found.extend(unreviewed(read.flows.values(), TODAY));
    }
    let mark = |diagnostic: Diagnostic| {
        let file = files.iter().position(|file| file.path == diagnostic.source.name)?;
        let row = diagnostic.source.position(diagnostic.span.start).line - 1;
        Some(Mark { file, line: completed[file].get(row).and_then(|(line, _)| *line), diagnostic })
    };
    found.into_iter().filter_map(mark).collect()
}

/// The flow beside examples of other files, which make no pack alone.
const BESIDE: [&str; 4] =
    ["[step.start]", "tell.zh = \"先看账单。\"", "tell.en = \"Look at the history first.\"", "next = \"support\""];

/// Whether the file at that path in a pack is a flow, where alone a rule can be allowed.
pub(super) fn is_flow(path: &str) -> bool {
    !["profiles/", "regions/", "tests/"].iter().any(|folder| path.starts_with(folder))
}

fn pack_file(path: &str, lines: &[Line]) -> PackFile {
    let mut bytes = Vec::new();
    for (_, line) in lines {
        for (at, part) in line.split(NO_TEXT).enumerate() {
            if at > 0 {
                bytes.push(0xff);
            }
            bytes.extend(part.as_bytes());
        }
        bytes.push(b'\n');
    }
    PackFile { name: path.to_owned(), path: path.to_owned(), bytes: Cow::Owned(bytes) }
}
