//! What stays of a question when it is answered: what a reader of the trail needs, and no more. What people copy numbers
//! from stays whole. Pure.

use super::page::BAR;
use crate::i18n::Message;
use crate::palette::Tone;
use crate::prompt::layout::{Line, hanging, head, opening};
use crate::prompt::{Command, Form, Screen};

/// How a question was left.
pub(super) enum Left {
    /// It was answered.
    Answered,
    /// The same screen comes again, or another in its place.
    By(Command),
    /// Nothing more comes.
    Ended,
}

/// The question as it stays.
pub(super) fn question(screen: &Screen, left: &Left, columns: usize) -> Vec<Line> {
    let opening = || opening(screen, columns);
    let copied = screen.urgent || screen.form == Form::Note || !screen.channels.is_empty();
    let mut lines = match left {
        Left::By(Command::Help | Command::Lang | Command::Review) => opening(),
        Left::By(_) if !copied => opening(),
        Left::Ended => head(screen, columns, BAR),
        _ if copied => head(screen, columns, BAR),
        _ => {
            let first = screen.text.split('\n').next().unwrap_or_default();
            head(&Screen { text: first.to_owned(), ..screen.clone() }, columns, BAR)
        }
    };
    for line in &mut lines {
        if line.tone == Tone::Question {
            line.tone = Tone::Body;
        }
    }
    if !lines.is_empty() {
        lines.insert(0, Line { tone: Tone::Body, text: String::new() });
    }
    lines
}

/// A command as it stays.
pub(super) fn command(label: &str, columns: usize) -> Vec<Line> {
    answer(Tone::Hint, label, columns)
}

/// What was picked, one row or more for each.
pub(super) fn picked(screen: &Screen, places: &[usize], columns: usize) -> Vec<Line> {
    if places.is_empty() && screen.default.is_empty() {
        return default(screen, columns);
    }
    if places.is_empty() {
        return answer(Tone::Picked, &Message::new("prompt-nothing-ticked").text(screen.lang), columns);
    }
    let labels = places.iter().filter_map(|at| screen.options.get(*at));
    labels.flat_map(|option| answer(Tone::Picked, &option.label, columns)).collect()
}

/// What an empty answer stood for.
pub(super) fn default(screen: &Screen, columns: usize) -> Vec<Line> {
    screen.default_words.iter().flat_map(|words| answer(Tone::Picked, words, columns)).collect()
}

fn answer(tone: Tone, text: &str, columns: usize) -> Vec<Line> {
    hanging("> ", text, columns).into_iter().map(|text| Line { tone, text }).collect()
}
