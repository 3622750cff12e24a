//! The subject: one line that sorts a ticket before anybody opens it.

use super::fact::{self, Fact};
use super::ticket::Urgency;
use super::words::{self, Teller};
use crate::wording;

/// The most characters of a subject; ticket systems cut longer ones in their lists.
const CHARACTERS: usize = 80;

/// The most columns of the problem in it.
const PROBLEM_COLUMNS: usize = 44;

/// `[category][urgency] provider - one-line problem - amount - date`, the problem cut to what fits.
pub(super) fn of(teller: &Teller, facts: &[Fact], urgency: Urgency) -> String {
    let story = teller.story;
    let title = story.pack.flows.get(&story.flow).map(|flow| flow.title.as_plain(teller.lang));
    let title = title.map(|title| format!("[{title}]")).unwrap_or_default();
    let problem = ["problem", "status-shown", "error-message"].iter().find_map(|name| fact::words_of(facts, name));
    let amount = fact::words_of(facts, "amount");
    let day = fact::words_of(facts, "occurred-at").unwrap_or_else(|| teller.instant(story.at));
    let day = day.get(..10).unwrap_or(&day).to_owned();

    let head = format!("{title}[{}]", urgency.words(teller.lang));
    let others: Vec<String> = teller.provider().into_iter().chain(amount.clone()).chain([day.clone()]).collect();
    let taken = head.chars().count() + others.iter().map(|part| part.chars().count() + 3).sum::<usize>();
    let room = CHARACTERS.saturating_sub(taken + 1).min(PROBLEM_COLUMNS);
    let problem = problem.filter(|_| room > 6).map(|problem| shortened(&problem, room));
    let parts: Vec<String> = teller.provider().into_iter().chain(problem).chain(amount).chain([day]).collect();
    words::one_line(&format!("{head} {}", parts.join(" - "))).chars().take(CHARACTERS).collect()
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
