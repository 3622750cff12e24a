//! Mermaid, as GitHub and GitLab draw it in Markdown (<https://mermaid.js.org/syntax/flowchart.html>).

use super::chart::{Chart, Node, Shape};
use super::look::{INK, colours};
use crate::flow::step::Outcome;
use crate::i18n::Lang;
use std::fmt::Write as _;

/// The whole picture.
pub(super) fn text(chart: &Chart, lang: Lang) -> String {
    let names = names(chart);
    let mut out = format!("%% walletfix graph {}\n", chart.flow);
    // Writing into a string cannot fail.
    let _ = writeln!(out, "%% {}", chart.note().text(lang));
    let _ = writeln!(out, "flowchart TD\n  start(({})) --> {}", quoted(&chart.title), names[chart.start]);
    for (name, node) in names.iter().zip(&chart.nodes) {
        let (open, close) = brackets(node.shape);
        let _ = writeln!(out, "  {name}{open}{}{close}", quoted(&node.lines));
    }
    for edge in &chart.edges {
        let arrow = if edge.tested { "-->" } else { "-.->" };
        let label = if edge.lines.is_empty() { String::new() } else { format!("|{}|", quoted(&edge.lines)) };
        let _ = writeln!(out, "  {} {arrow}{label} {}", names[edge.from], names[edge.to]);
    }
    let class = |out: &mut String, class: &str, style: &str, has: &dyn Fn(&Node) -> bool| {
        let members = names.iter().zip(&chart.nodes).filter(|(_, node)| has(node));
        let members: Vec<&str> = members.map(|(name, _)| name.as_str()).collect();
        if !members.is_empty() {
            let _ = writeln!(out, "  classDef {class} {style}\n  class {} {class}", members.join(","));
        }
    };
    for (id, outcome) in Outcome::ALL {
        let (fill, line) = colours(outcome);
        let width = if outcome.is_urgent() { 4 } else { 2 };
        let style = format!("fill:{fill},stroke:{line},stroke-width:{width}px,color:{INK}");
        class(&mut out, id, &style, &|node| node.outcome == Some(outcome));
    }
    class(&mut out, "untested", "stroke-dasharray:6 4", &|node| !node.tested);
    out
}

/// A name for each node. No id may stand alone, since some are words of the language (`end`), and none may hold a hyphen,
/// which begins an arrow; ids of steps have no underscore of their own.
fn names(chart: &Chart) -> Vec<String> {
    let name = |(at, node): (usize, &Node)| match &node.step {
        Some(id) => format!("s_{}", id.replace('-', "_")),
        None => format!("flow_{at}"),
    };
    chart.nodes.iter().enumerate().map(name).collect()
}

fn brackets(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Ask => ("{{", "}}"),
        Shape::Tell => ("[", "]"),
        Shape::Act => ("(", ")"),
        Shape::Probe => ("[/", "/]"),
        Shape::Branch => ("{", "}"),
        Shape::Run => ("[[", "]]"),
        Shape::Go => (">", "]"),
        Shape::End => ("([", "])"),
        Shape::Outside => ("[(", ")]"),
    }
}

/// A label in quotes, its lines parted.
fn quoted(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    format!("\"{}\"", lines.join("<br/>"))
}

/// Mermaid reads quotes, `%%`, `style …:`, Markdown and HTML inside of labels too. So of the ASCII marks only those stand
/// as they are that mean nothing anywhere; the others are numbers, which it turns back when it draws.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // A hyphen in a word is no arrow and begins no list.
        let in_word = character == '-'
            && before.is_ascii_alphanumeric()
            && characters.peek().is_some_and(char::is_ascii_alphanumeric);
        let plain = character.is_ascii_alphanumeric() || in_word || " ,/()?!'".contains(character);
        // `$$` begins a formula, `fa:fa-` a picture and `\n` a line, also as numbers: a space of no width parts them.
        if "$:\\".contains(before) && character.is_ascii_graphic() {
            out.push('\u{200b}');
        }
        if character.is_control() {
            out.push(' ');
        } else if plain || !character.is_ascii() {
            out.push(character);
        } else {
            let _ = write!(out, "#{};", u32::from(character));
        }
        before = character;
    }
    out
}
