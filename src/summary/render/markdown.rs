//! Markdown: the same page as the text, with every outside word kept from being read as markup.

use super::foot;
use super::page::{Cell, Page, Section, Voice};
use super::terse;
use super::text;
use crate::seal;
use crate::summary::Summary;

/// No longer than a ticket system takes gladly; marks and escapes need some room beyond the text's limit.
const FULL: usize = 6_000 - seal::ROOM - foot::ROOM;

/// The full pages, a line break at the end of each.
pub(super) fn full(summaries: &[Summary]) -> Vec<String> {
    terse::fitting(summaries, FULL, drawn)
}

/// What a block takes: two fences, each with its line break, and the gap before the seal.
const AROUND: usize = 9;

/// The short texts as blocks that are read as they stand. No word stands behind a fence: the seal begins at the subject.
pub(super) fn short(summaries: &[Summary]) -> Vec<String> {
    let texts = text::short(summaries, AROUND).into_iter();
    texts.map(|text| format!("```\n{}```\n", text.replace("```", "'''"))).collect()
}

fn drawn(page: &Page) -> String {
    let mut blocks = vec![format!("# {}", cells(&page.subject))];
    blocks.push(page.sections.iter().map(drawn_section).collect::<Vec<_>>().join("\n"));
    blocks.extend([&page.legend, &page.safety, &page.last].map(|line| escaped(line)));
    format!("{}\n", blocks.join("\n\n"))
}

fn drawn_section(section: &Section) -> String {
    let heading = escaped(&section.heading);
    if section.list {
        let items: Vec<String> = section.cells.iter().map(|cell| format!("\n  - {}", drawn_cell(cell))).collect();
        format!("- **{heading}:**{}", items.concat())
    } else {
        format!("- **{heading}:** {}", cells(section))
    }
}

fn cells(section: &Section) -> String {
    let cells: Vec<String> = section.cells.iter().map(drawn_cell).collect();
    cells.join("; ")
}

fn drawn_cell(cell: &Cell) -> String {
    let value = match cell.voice {
        Voice::Ours => escaped(&cell.value),
        Voice::Outside => code(&cell.value),
        Voice::Quoted => format!("\"{}\"", code(&cell.value)),
    };
    let value = match &cell.detail {
        Some(detail) => format!("{value} ({})", code(detail)),
        None => value,
    };
    let value = match &cell.mark {
        Some(mark) => format!("{value} \\[{}\\]", escaped(mark)),
        None => value,
    };
    match &cell.name {
        Some(name) => format!("{}: {value}", escaped(name)),
        None => value,
    }
}

/// A code span: links, mentions, references and HTML mean nothing inside it, and it copies exactly.
fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{pad}{}{pad}{fence}", text.replace(['\n', '\r'], " "))
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Words of flows and of the program, in which a fact may be quoted: nothing in them is read as markup.
///
/// A backslash stops no mention, reference or bare link, so an invisible word joiner breaks those.
fn escaped(text: &str) -> String {
    const JOINER: char = '\u{2060}';
    let mut out = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // A list needs a gap behind its mark.
        let gap = characters.peek().is_none_or(|next| next.is_whitespace());
        match character {
            '\n' | '\r' => out.push(' '),
            '&' => out.push_str("&amp;"),
            '@' | '#' => out.extend(['\\', character, JOINER]),
            '/' if out.ends_with(':') => out.extend([JOINER, '/']),
            '.' if out.to_ascii_lowercase().ends_with("www") => out.extend([JOINER, '.']),
            '-' | '+' | '=' if gap && out.is_empty() => out.extend(['\\', character]),
            '.' | ')' if gap && !out.is_empty() && out.bytes().all(|byte| byte.is_ascii_digit()) => {
                out.extend(['\\', character]);
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '!' | '$' => {
                out.extend(['\\', character]);
            }
            _ => out.push(character),
        }
    }
    out
}
