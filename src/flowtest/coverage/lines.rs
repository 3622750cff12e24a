//! The line on which a way stands, so that an author finds what no test reaches.
//!
//! A checked flow knows where its steps and the lines of its branches stand, not where each answer does; that is looked up
//! in the step's own lines. Where nothing fits, the step's header is near enough.

use super::ways::{Kind, Way};
use crate::flow::step::Verb;

/// The lines of a file, counted once however many ways stand in it.
pub(super) struct Lines<'s> {
    lines: Vec<&'s str>,
    /// Where each begins.
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        let starts = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { lines: text.lines().collect(), starts }
    }

    /// The line, from 1, in which a byte lies.
    fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// The lines of the table whose header stands in that line, each with its number.
    fn below(&self, header: usize) -> Vec<(usize, &'s str)> {
        let lines = self.lines.iter().enumerate().skip(header);
        lines.take_while(|(_, line)| !line.starts_with('[')).map(|(at, line)| (at + 1, line.trim())).collect()
    }
}

/// The line of a way in its file, from 1.
pub(super) fn line_of(way: &Way<'_>, lines: &Lines<'_>) -> usize {
    let step = way.flow.step(way.step);
    let header = lines.at(step.span.start);
    if let (Kind::Case(at), Verb::Branch(branch)) = (&way.kind, &step.verb)
        && let Some(case) = branch.cases.get(*at)
    {
        return lines.at(case.span.start);
    }
    let own = lines.below(header);
    let found = |wanted: &dyn Fn(&str) -> bool| own.iter().find(|(_, line)| wanted(line)).map(|(at, _)| *at);
    let key = |line: &str, key: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    let leads = |line: &str| line.contains(&format!("\"{}\"", way.target));
    let line = match (&way.kind, &step.verb) {
        (Kind::Answers(answers), _) => answers.first().and_then(|answer| {
            let option = format!("value = \"{answer}\"");
            let written = |line: &str| names(line, answer) && leads(line);
            found(&|line| line.contains(&option) && line.contains("next") && leads(line)).or_else(|| found(&written))
        }),
        (Kind::Case(_), _) => found(&|line| key(line, "else")),
        (Kind::Else(_), _) => found(&|line| names(line, "else") && leads(line)),
        (Kind::End, Verb::Return(_)) => found(&|line| key(line, "return")),
        (Kind::End, _) => found(&|line| key(line, "end")),
        (Kind::Only, Verb::Go(_)) => found(&|line| key(line, "go")),
        (Kind::Only, _) => None,
    };
    line.or_else(|| found(&|line| key(line, "next"))).unwrap_or(header)
}

/// Whether a line writes where that answer leads: `done = "…"`.
fn names(line: &str, answer: &str) -> bool {
    line.match_indices(answer).any(|(at, _)| {
        let before = line[..at].trim_end_matches('"').chars().next_back();
        let after = line[at + answer.len()..].trim_start_matches('"').trim_start();
        before.is_none_or(|before| !before.is_alphanumeric() && before != '-') && after.starts_with('=')
    })
}
