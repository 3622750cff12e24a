//! What happens to a summary on its way to whoever reads it, none of which is damage.

use super::{is_intact, kept};
use walletfix::seal::verify;

type Journey = (&'static str, fn(&str) -> String);

/// Each by itself; some are taken together below.
const JOURNEYS: &[Journey] = &[
    ("as it was", str::to_owned),
    ("quoted", |text| each_line(text, |line| format!("> {line}"))),
    ("quoted three times", |text| each_line(text, |line| format!(">> > {line}"))),
    ("quoted without a gap", |text| each_line(text, |line| format!(">{line}"))),
    ("a line for each", |text| text.replace('\n', "\r\n")),
    ("old line ends", |text| text.replace('\n', "\r")),
    ("flowed", flowed),
    ("no-break spaces", |text| text.replace(' ', "\u{a0}")),
    ("spaces of other widths", |text| text.replace(' ', "\u{2009}")),
    ("tabs", |text| text.replace("  ", "\t")),
    ("smart quotes", |text| text.replace(" \"", " “").replace('"', "”").replace('\'', "’")),
    ("smart dashes", |text| text.replace(" - ", " — ").replace('-', "–")),
    ("hyphens that are none", |text| text.replace('-', "\u{2011}")),
    ("ellipsis", |text| text.replace("...", "…")),
    ("merged lines", |text| text.replace('\n', " ")),
    ("merged lines without a gap", |text| text.replace('\n', "")),
    ("lines of 40", |text| wrapped(text, 40)),
    ("lines of 60, merged before", |text| wrapped(&text.replace('\n', " "), 60)),
    ("trailing spaces", |text| each_line(text, |line| format!("{line}   "))),
    ("empty lines between", |text| text.replace('\n', "\n\n")),
    ("set in", |text| each_line(text, |line| format!("    {line}"))),
    ("zero-width characters", |text| text.chars().flat_map(|c| [c, '\u{200b}']).collect()),
    ("a byte order mark", |text| format!("\u{feff}{text}")),
    ("full width", |text| text.chars().map(full_width).collect()),
    ("emoji selectors", |text| text.replace(':', ":\u{fe0f}")),
    ("other bullets", |text| text.replace("\n- ", "\n\u{2022} ").replace("\n  - ", "\n   \u{25e6} ")),
    ("star bullets", |text| text.replace("\n- ", "\n* ").replace("\n  - ", "\n  * ")),
    ("escaped", |text| escaped(text)),
    ("stars eaten", |text| text.replace('*', "")),
    ("backslashes and backticks eaten", |text| text.replace(['\\', '`'], "")),
    ("words of HTML", |text| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    }),
    ("in a mail", |text| {
        format!("Hello,\n\nplease help.\nSubject: my wallet\n\n{text}\n-- \nWang Xiaoming\n+86 138\n")
    }),
    ("in an answer", |text| {
        let quoted = each_line(text, |line| format!("> {line}"));
        format!("We look into it.\n\nOn Tue, Sep 1, 2026 at 10:30 AM Wang wrote:\n{quoted}> 祝好\n> Wang\n")
    }),
    ("under a header", |text| format!("From: a@b.example\nSubject: {}\n\n{text}", text.lines().next().unwrap_or(""))),
    ("verify in lower case", |text| lower_seal(text)),
    ("quoted, wrapped and merged", |text| {
        let quoted = each_line(&wrapped(text, 50), |line| format!("> {line}"));
        quoted.replace('\n', " \r\n").replace('"', "”").replace(' ', "\u{a0}")
    }),
];

fn each_line(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| change(line) + "\n").collect()
}

/// RFC 3676: stuffed where a line begins with a space, `>` or "From ", soft breaks at the ends of long lines.
fn flowed(text: &str) -> String {
    each_line(&wrapped(text, 66).replace('\n', " \n"), |line| {
        let stuffed = line.starts_with([' ', '>']) || line.starts_with("From ");
        if stuffed { format!(" {line}") } else { line.to_owned() }
    })
}

/// Broken at gaps alone, as mail programs do it.
fn wrapped(text: &str, columns: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut length = 0;
        for word in line.split(' ') {
            if length > 0 && length + word.chars().count() > columns {
                out.push('\n');
                length = 0;
            } else if length > 0 {
                out.push(' ');
            }
            out.push_str(word);
            length += word.chars().count() + 1;
        }
        out.push('\n');
    }
    out
}

fn full_width(character: char) -> char {
    match character {
        ':' | ',' | '(' | ')' | '0'..='9' | 'A'..='Z' => {
            char::from_u32(u32::from(character) + 0xfee0).unwrap_or(character)
        }
        other => other,
    }
}

fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| ["\\".to_owned(), c.to_string()].into_iter().skip(usize::from(!"_*[]#()".contains(c))))
        .collect::<Vec<_>>()
        .concat()
}

/// The line that is read aloud may come back in lower case, with the letters that look like digits.
fn lower_seal(text: &str) -> String {
    let at = text.rfind("walletfix verify").expect("a seal");
    let (before, seal) = text.split_at(at);
    let (mark, symbols) = seal.split_at("walletfix verify ".len());
    format!("{before}{mark}{}", symbols.to_lowercase().replace('1', "l").replace('0', "o"))
}

#[test]
fn no_journey_damages_a_summary() {
    let mut wrong = Vec::new();
    for (name, text) in kept(&[".txt", ".md"]) {
        for (journey, travel) in JOURNEYS {
            let arrived = travel(&text);
            if !is_intact(&arrived) {
                wrong.push(format!("{name} {journey}: {:?}", verify(&arrived)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} journeys: {}", wrong.len(), wrong[..wrong.len().min(12)].join("\n"));
}

#[test]
fn what_markdown_shows_is_as_good_as_its_source() {
    for (name, text) in kept(&[".md"]) {
        // What a browser's clipboard holds of the page.
        let shown = text.replace("**", "").replace(['`', '\\'], "").replace("# ", "").replace("&amp;", "&");
        let shown =
            shown.replace("\n  - ", "\n        o   ").replace("        o   ", "    • ").replace("\n- ", "\n  • ");
        assert!(is_intact(&shown.replace("```text", "")), "{name}: {:?}\n{shown}", verify(&shown));
    }
}

#[test]
fn a_document_may_be_set_otherwise() {
    for (name, text) in kept(&[".json"]) {
        let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let mut sorted = document.clone();
        sorted.sort_all_objects();
        sorted["probes"].as_array_mut().into_iter().flatten().for_each(|probe| probe["ms"] = 7.into());
        let quoted = each_line(&text, |line| format!("> > {line}"));
        let dense = document.to_string();
        let mail = format!("Hello {{}},\n\n{text}\n-- \nWang");
        for arrived in [text.clone(), dense, sorted.to_string(), quoted, mail, text.replace('\n', "\r\n")] {
            assert!(is_intact(&arrived), "{name}: {:?}\n{arrived}", verify(&arrived));
        }
    }
}
