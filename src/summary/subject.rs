//! The subject: one line that sorts a ticket before anybody opens it.

use super::fact::{self, Fact};
use super::ticket::Urgency;
use super::words::{self, Teller};
use crate::wording;

/// Columns that leave room for `Subject: ` on a line of 78.
const COLUMNS: usize = 69;

/// `[category][urgency] provider - one-line problem - amount - date`, the problem cut to what fits.
pub(super) fn of(teller: &Teller, facts: &[Fact], urgency: Urgency) -> String {
    let story = teller.story;
    let title = story.pack.flows.get(&story.flow).map(|flow| flow.title.as_plain(teller.lang));
    let mut head = String::new();
    if let Some(title) = title {
        head.push_str(&format!("[{title}]"));
    }
    head.push_str(&format!("[{}] {}", urgency.words(teller.lang), story.profile.name.as_plain(teller.lang)));
    let mut tail = String::new();
    if let Some(amount) = fact::words_of(facts, "amount") {
        tail.push_str(&format!(" - {amount}"));
    }
    let day = fact::words_of(facts, "occurred-at").unwrap_or_else(|| teller.instant(story.at));
    tail.push_str(&format!(" - {}", day.get(..10).unwrap_or(&day)));
    let problem = ["problem", "status-shown", "error-message"].iter().find_map(|name| fact::words_of(facts, name));
    let room = COLUMNS.saturating_sub(wording::width(&head) + wording::width(&tail) + 3);
    let problem = problem.map(|problem| shortened(&problem, room)).filter(|problem| problem.len() > 3);
    let line = match problem {
        Some(problem) => format!("{head} - {problem}{tail}"),
        None => format!("{head}{tail}"),
    };
    shortened(&words::one_line(&line), COLUMNS)
}

/// `text`, or as much of it as fits into `columns` together with `...`.
pub(super) fn shortened(text: &str, columns: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    if wording::width(text) <= columns {
        return text.to_owned();
    }
    let mut out = String::new();
    for grapheme in text.graphemes(true) {
        if wording::width(&out) + wording::width(grapheme) + 3 > columns {
            break;
        }
        out.push_str(grapheme);
    }
    format!("{}...", out.trim_end())
}
