//! How a screen becomes lines of limited width: the same words in the same order for every way of showing them. Pure.

use super::{Form, Screen, ScreenOption};
use crate::i18n::Message;
use crate::palette::Tone;
use crate::wording::{width, wrap, wrap_behind};

/// Wider lines are hard to read.
pub(super) const MOST_COLUMNS: usize = 76;

/// One line that is no wider than asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its look, where looks are possible.
    pub(super) tone: Tone,
    /// Its text.
    pub(super) text: String,
}

/// Title and notices, which stand above what is asked.
pub(super) fn opening(screen: &Screen, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(title) = &screen.title {
        lines.extend(paragraph(Tone::Title, title, columns));
        lines.push(Line { tone: Tone::Body, text: String::new() });
    }
    for notice in &screen.notices {
        lines.extend(paragraph(Tone::Body, notice, columns));
    }
    lines
}

/// Everything above the options: title, notices, text, channels. `bar`: the mark at the left of every row that is urgent.
pub(super) fn head(screen: &Screen, columns: usize, bar: &str) -> Vec<Line> {
    let mut lines = opening(screen, columns);
    if screen.urgent {
        let text = Message::new("prompt-urgent").with("text", screen.text.as_str()).text(screen.lang);
        lines.extend(barred(bar, paragraph(Tone::Urgent, &text, columns.saturating_sub(width(bar)))));
    } else {
        let (first, rest) =
            screen.text.split_once('\n').map_or((&*screen.text, None), |(first, rest)| (first, Some(rest)));
        lines.extend(paragraph(Tone::Question, first, columns));
        lines.extend(rest.into_iter().flat_map(|rest| paragraph(Tone::Body, rest, columns)));
    }
    let bar = if screen.urgent { bar } else { "" };
    for channel in &screen.channels {
        let rows = hanging("- ", channel, columns.saturating_sub(width(bar)));
        lines.extend(barred(bar, rows.into_iter().map(|text| Line { tone: Tone::Body, text })));
    }
    lines
}

fn barred(bar: &str, lines: impl Iterator<Item = Line>) -> impl Iterator<Item = Line> {
    lines.map(move |line| Line { text: format!("{bar}{}", line.text), ..line })
}

/// What an urgent screen says first, to be said again above the answers where the window is too low to show both.
pub(super) fn urgent_again(screen: &Screen, columns: usize, rows: usize, bar: &str) -> Vec<Line> {
    let height = head(screen, columns, bar).len() + advice(screen, columns).len() + numbered(screen, columns).len();
    // An empty line above, the hint with its keys, and the cursor.
    if !screen.urgent || height + 4 <= rows {
        return Vec::new();
    }
    let first =
        screen.text.find('。').map(|at| at + '。'.len_utf8()).or_else(|| screen.text.find(". ").map(|at| at + 1));
    let text = first.and_then(|end| screen.text.get(..end)).unwrap_or(&screen.text);
    let text = Message::new("prompt-urgent").with("text", text).text(screen.lang);
    barred(bar, paragraph(Tone::Urgent, &text, columns.saturating_sub(width(bar)))).collect()
}

/// The options with the numbers by which they are answered; of a line nothing, its skip is a command.
pub(super) fn numbered(screen: &Screen, columns: usize) -> Vec<String> {
    if matches!(screen.form, Form::Line | Form::Note) {
        return Vec::new();
    }
    let digits = screen.options.len().to_string().len();
    let mut lines = Vec::new();
    for (index, option) in screen.options.iter().enumerate() {
        lines.extend(heading(option, columns));
        lines.extend(hanging(&format!("  {:>digits$}. ", index + 1), &option.label, columns));
    }
    lines
}

/// The heading above an option, where a group begins.
pub(super) fn heading(option: &ScreenOption, columns: usize) -> Vec<String> {
    option.heading.as_deref().map(|heading| wrap(heading, columns)).unwrap_or_default()
}

/// How the answer is written and what an empty one means, in words.
pub(super) fn advice(screen: &Screen, columns: usize) -> Vec<String> {
    let mut sentences = Vec::new();
    if screen.form == Form::Line {
        sentences.extend(screen.format_words.clone());
        if let Some(skip) = screen.options.last() {
            sentences.push(Message::new("prompt-skip-line").with("label", skip.label.as_str()).text(screen.lang));
        }
    }
    if screen.form == Form::Note {
        let note = || Message::new("prompt-note").text(screen.lang);
        sentences.push(screen.format_words.clone().unwrap_or_else(note));
    }
    if let Some(words) = &screen.default_words {
        sentences.push(Message::new("prompt-default").with("words", words.as_str()).text(screen.lang));
    }
    sentences.iter().flat_map(|sentence| wrap(sentence, columns)).collect()
}

/// How many screens are still to come.
pub(super) fn steps(screen: &Screen, columns: usize) -> Vec<String> {
    let Some((least, most)) = screen.ahead else { return Vec::new() };
    let key = match most {
        Some(most) if most == least => "prompt-ahead",
        Some(_) => "prompt-ahead-range",
        None => "prompt-ahead-least",
    };
    let ahead = Message::new(key).with("least", i64::from(least)).with("most", most.map_or(0, i64::from));
    wrap(&ahead.text(screen.lang), columns)
}

/// A paragraph behind a mark, its further lines under its first word.
pub(super) fn hanging(mark: &str, text: &str, columns: usize) -> Vec<String> {
    hanging_at(width(mark), mark, text, columns)
}

/// A paragraph behind a mark, its further lines set in so far.
pub(super) fn hanging_at(indent: usize, mark: &str, text: &str, columns: usize) -> Vec<String> {
    let room = columns.saturating_sub(indent).max(2);
    let mut lead = mark.to_owned();
    wrap_behind(width(mark).saturating_sub(indent), text, room)
        .into_iter()
        .map(|line| {
            let line = if line.is_empty() { lead.trim_end().to_owned() } else { format!("{lead}{line}") };
            lead = " ".repeat(indent);
            line
        })
        .collect()
}

fn paragraph(tone: Tone, text: &str, columns: usize) -> impl Iterator<Item = Line> + use<> {
    wrap(text, columns).into_iter().map(move |text| Line { tone, text })
}

#[cfg(test)]
mod tests {
    use super::urgent_again;
    use crate::i18n::Lang;
    use crate::prompt::{Form, Screen};

    #[test]
    fn a_low_window_shows_the_urgent_sentence_again() {
        let screen = Screen {
            path: "freeze".to_owned(),
            visit: 1,
            lang: Lang::En,
            form: Form::Note,
            title: None,
            notices: Vec::new(),
            text: "Freeze the account now. Open the app and look under Security.".to_owned(),
            channels: vec!["Emergency line: 000\nOpen now, 24 hours a day.".to_owned()],
            options: Vec::new(),
            default: Vec::new(),
            default_words: None,
            format_words: None,
            ahead: None,
            urgent: true,
        };
        let said = |screen: &Screen, rows| -> Vec<String> {
            urgent_again(screen, 40, rows, "!! ").into_iter().map(|line| line.text).collect()
        };
        assert_eq!(said(&screen, 8), ["!! Urgent: Freeze the account now."]);
        assert!(said(&screen, 20).is_empty());
        assert!(said(&Screen { urgent: false, ..screen }, 8).is_empty());
    }
}
