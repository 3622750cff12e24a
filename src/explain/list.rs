//! All rules in short, by group.

use crate::diagnostic::{Rule, Severity};
use crate::i18n::{Lang, Message};
use crate::palette::{Palette, Tone};
use crate::wording::{width, wrap};

/// The rule with which each group begins: the rules are in the order of their groups.
const GROUPS: [(Rule, &str); 8] = [
    (Rule::TomlSyntax, "reading"),
    (Rule::UnknownStep, "graph"),
    (Rule::WhenSyntax, "facts"),
    (Rule::TextMissing, "language"),
    (Rule::AsksSecret, "safety"),
    (Rule::BadHours, "profile"),
    (Rule::TestMissingFlow, "tests"),
    (Rule::AnalysisLimit, "analysis"),
];
/// A narrower list has each meaning under its rule.
const NARROW: usize = 60;

/// Every rule with what it asks for, in lines of at most `columns` columns.
pub fn list(lang: Lang, columns: usize, palette: Palette) -> String {
    let names = Rule::ALL.iter().map(|rule| rule.id().len()).max().unwrap_or(0);
    let narrow = columns < NARROW;
    let indent = if narrow { 6 } else { names + 4 };
    let mut out: Vec<String> = Vec::new();
    for rule in Rule::ALL {
        if let Some((_, group)) = GROUPS.iter().find(|(first, _)| first == rule) {
            if !out.is_empty() {
                out.push(String::new());
            }
            out.push(palette.paint(Tone::Title, &Message::new(format!("explain-group-{group}")).text(lang)));
        }
        let mut lines = wrap(&meaning(*rule).text(lang), columns.saturating_sub(indent)).into_iter();
        let id = palette.paint(Tone::Picked, rule.id());
        if narrow {
            out.push(format!("  {id}"));
        } else {
            let gap = " ".repeat(indent - 2 - width(rule.id()));
            out.push(format!("  {id}{gap}{}", lines.next().unwrap_or_default()));
        }
        out.extend(lines.map(|line| format!("{}{line}", " ".repeat(indent))));
    }
    out.push(String::new());
    out.extend(wrap(&Message::new("explain-list-more").text(lang), columns));
    out.join("\n") + "\n"
}

/// What the rule asks for, and that it is less than an error where it is.
fn meaning(rule: Rule) -> Message {
    let meaning = Message::new(format!("rule-{}", rule.id()));
    match rule.severity() {
        Severity::Error => meaning,
        Severity::Warning => Message::new("explain-list-warning").with("meaning", meaning),
        Severity::Info => Message::new("explain-list-info").with("meaning", meaning),
    }
}
