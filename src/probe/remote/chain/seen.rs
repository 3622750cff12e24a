//! What was seen, in signs that are read in every language, and never the number or address that was looked up: masks in a
//! summary find those only as they were typed, and what a stranger sends may spell them in another way.

use crate::wording::is_invisible;
use std::collections::HashSet;

/// As many characters in a row give away what they are part of.
const RUN: usize = 8;
/// Stands where something was cut out, as in every summary.
const HIDDEN: &str = "***";

/// Facts in the order in which they matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::probe::remote) struct Facts(Vec<String>);

impl Facts {
    /// None yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// With a word of the chain's own language.
    pub(super) fn word(mut self, word: &str) -> Self {
        self.0.push(word.to_owned());
        self
    }

    /// With a figure.
    pub(super) fn figure(mut self, name: &str, figure: impl std::fmt::Display) -> Self {
        self.0.push(format!("{name}={figure}"));
        self
    }

    /// With a figure, if there is one.
    pub(super) fn perhaps(self, name: &str, figure: Option<impl std::fmt::Display>) -> Self {
        match figure {
            Some(figure) => self.figure(name, figure),
            None => self,
        }
    }
}

/// One line: who was asked about which chain, and the facts; nothing of it is part of what was `asked`, in any spelling.
pub(in crate::probe::remote) fn observed(host: &str, chain: &str, facts: &Facts, asked: &[&str]) -> String {
    let runs: HashSet<[char; RUN]> = asked.iter().flat_map(|text| runs(&signs(text))).collect();
    let who = format!("{host} {chain}");
    let mut line = if facts.0.is_empty() { who } else { format!("{who}: {}", facts.0.join(", ")) };
    // What is cut out can bring others together; every turn leaves fewer signs.
    while let Some(shorter) = without(&line, &runs) {
        line = shorter;
    }
    line
}

/// The line without what is part of a run; `None`: nothing was.
fn without(line: &str, runs: &HashSet<[char; RUN]>) -> Option<String> {
    let signs = signs(line);
    let mut hit = vec![false; line.len()];
    for window in signs.windows(RUN) {
        let word: Vec<char> = window.iter().map(|(_, sign)| *sign).collect();
        if <[char; RUN]>::try_from(word).is_ok_and(|word| runs.contains(&word)) {
            for (at, _) in window {
                hit[*at] = true;
            }
        }
    }
    if !hit.contains(&true) {
        return None;
    }
    let (mut out, mut hides) = (String::with_capacity(line.len()), false);
    for (at, sign) in line.char_indices() {
        match hit[at] {
            false => out.push(sign),
            true if !hides => out.push_str(HIDDEN),
            true => {}
        }
        hides = hit[at];
    }
    Some(out)
}

fn runs(signs: &[(usize, char)]) -> Vec<[char; RUN]> {
    let words = signs.windows(RUN).map(|window| window.iter().map(|(_, sign)| *sign).collect::<Vec<_>>());
    words.filter_map(|word| word.try_into().ok()).collect()
}

/// Letters and figures without their size, and where each begins: spaces and hyphens hide nothing.
fn signs(text: &str) -> Vec<(usize, char)> {
    let seen = text.char_indices().filter(|(_, sign)| sign.is_alphanumeric() && !is_invisible(*sign));
    seen.map(|(at, sign)| (at, sign.to_lowercase().next().unwrap_or(sign))).collect()
}
