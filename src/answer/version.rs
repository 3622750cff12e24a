//! Versions as apps show them: `v8.5.1`, `8.5.1 (1234)`, `版本 8.5`.

use super::plain::Plain;
use crate::flow::value::Version;
use crate::i18n::Message;

/// Reads the one dotted number in the line; a build number in parentheses and a suffix such as `-beta2` do not count.
pub(super) fn read(plain: &Plain) -> Result<Version, Message> {
    let unclear = || Message::new("version-unclear");
    let shown = without_parentheses(plain.folded());
    let mut runs = runs(&shown).into_iter();
    match (runs.next(), runs.next()) {
        (Some(run), None) => run.parse().map_err(|_| unclear()),
        (Some(_), Some(_)) => Err(Message::new("version-two")),
        _ => Err(unclear()),
    }
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(character),
            _ => {}
        }
    }
    out
}

/// Digits with single dots between them, each run once.
fn runs(text: &str) -> Vec<&str> {
    let mut runs: Vec<&str> = Vec::new();
    for word in text.split([' ', ',', ':', '、', '/']) {
        let Some(start) = word.find(|c: char| c.is_ascii_digit()) else { continue };
        let rest = &word[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (run, suffix) = (rest[..end].trim_end_matches('.'), &rest[end..]);
        let is_suffix = suffix.is_empty()
            || suffix.starts_with('+')
            || suffix.trim_start_matches(['-', '_', '.']).starts_with(char::is_alphabetic);
        if word[..start].ends_with('-') || !is_suffix {
            runs.extend([run, run]);
        } else if !word[..start].contains("build") && !runs.contains(&run) {
            runs.push(run);
        }
    }
    runs
}
