//! DOT, the language of Graphviz (<https://graphviz.org/doc/info/lang.html>).

use super::chart::{Chart, Node, Shape};
use super::look::{INK, LINE, colours};
use crate::i18n::Lang;
use std::fmt::Write as _;

/// The fill of what is no end.
const PAPER: &str = "#f4f4f4";

/// The whole picture.
pub(super) fn text(chart: &Chart, lang: Lang) -> String {
    let mut out = format!("// walletfix graph {}\n", chart.flow);
    // Writing into a string cannot fail.
    let _ = writeln!(out, "// {}", chart.note().text(lang));
    let _ = writeln!(out, "digraph {} {{", quoted(&chart.flow));
    let _ = writeln!(out, "  graph [rankdir=TB, bgcolor=transparent];");
    let _ = writeln!(
        out,
        "  node [fontname=\"sans-serif\", fontsize=11, style=filled, color=\"{LINE}\", fillcolor=\"{PAPER}\", fontcolor=\"{INK}\"];"
    );
    let _ = writeln!(out, "  edge [fontname=\"sans-serif\", fontsize=10, color=\"{LINE}\", fontcolor=\"{LINE}\"];");
    let names: Vec<String> = chart.nodes.iter().enumerate().map(name).collect();
    // No step's id has a space.
    let _ = writeln!(out, "  \"flow begins\" [shape=circle, label={}];", label(&chart.title));
    for (name, node) in names.iter().zip(&chart.nodes) {
        let _ = writeln!(out, "  {name} [{}, label={}];", look(node), label(&node.lines));
    }
    let _ = writeln!(out, "  \"flow begins\" -> {};", names[chart.start]);
    for edge in &chart.edges {
        let mut attributes = Vec::new();
        attributes.extend((!edge.lines.is_empty()).then(|| format!("label={}", label(&edge.lines))));
        attributes.extend((!edge.tested).then(|| "style=dashed".to_owned()));
        let attributes = if attributes.is_empty() { String::new() } else { format!(" [{}]", attributes.join(", ")) };
        let _ = writeln!(out, "  {} -> {}{attributes};", names[edge.from], names[edge.to]);
    }
    out + "}\n"
}

/// The id of a step, or a name that no step can have.
fn name((at, node): (usize, &Node)) -> String {
    node.step.as_ref().map_or_else(|| format!("\"flow {at}\""), |id| quoted(id))
}

fn look(node: &Node) -> String {
    let shape = match node.shape {
        Shape::Ask => "shape=hexagon",
        Shape::Tell | Shape::Act => "shape=box",
        Shape::Probe => "shape=parallelogram",
        Shape::Branch => "shape=diamond",
        Shape::Run => "shape=box, peripheries=2",
        Shape::Go => "shape=cds",
        Shape::End => "shape=oval",
        Shape::Outside => "shape=cylinder",
    };
    let mut styles = vec!["filled"];
    styles.extend((node.shape == Shape::Act).then_some("rounded"));
    styles.extend((!node.tested).then_some("dashed"));
    let style = if styles.len() > 1 { format!(", style=\"{}\"", styles.join(",")) } else { String::new() };
    let Some(outcome) = node.outcome else { return format!("{shape}{style}") };
    let (fill, line) = colours(outcome);
    let width = if outcome.is_urgent() { 3 } else { 2 };
    format!("{shape}{style}, fillcolor=\"{fill}\", color=\"{line}\", penwidth={width}")
}

/// A string of the language: only the quote needs an escape there.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}

/// A label: in one of those a backslash begins an escape and an ampersand an entity.
fn label(lines: &[String]) -> String {
    let mut out = String::from("\"");
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            out.push_str("\\n");
        }
        for character in line.chars() {
            match character {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '&' => out.push_str("&amp;"),
                other if other.is_control() => out.push(' '),
                other => out.push(other),
            }
        }
    }
    out + "\""
}
