//! The subject: one line that sorts a ticket before anybody opens it.

use super::fact::{self, Fact};
use super::ledger::{Check, CheckKind, ProbeLine};
use super::next::Next;
use super::ticket::Urgency;
use super::words::{self, Teller};
use crate::flow::display;
use crate::flow::step::Outcome;
use crate::wording;

/// The most columns of a subject; ticket systems cut longer ones in their lists.
const COLUMNS: usize = 80;

/// The most columns of a flow's title in it.
const TITLE_COLUMNS: usize = 36;

/// With less room than this for a longer problem, the date goes, which the text has too.
const ROOM_BESIDE_DATE: usize = 32;

/// With less than this, the provider goes as well, which a short text has nowhere else.
const LEAST_ROOM: usize = 20;

/// `[category][urgency] provider - one-line problem - amount - date`, the problem cut to what fits.
pub(super) fn of(
    teller: &Teller,
    facts: &[Fact],
    ledger: (&[Check], &[ProbeLine]),
    next: &Next,
    urgency: Urgency,
) -> String {
    let story = teller.story;
    let title = title(teller).map(|title| format!("[{}]", shortened(&title, TITLE_COLUMNS))).unwrap_or_default();
    let problem = problem(teller, facts, ledger, next);
    let amount = fact::words_of(facts, "amount");
    let day = fact::words_of(facts, "occurred-at").unwrap_or_else(|| teller.instant(story.at));
    let day = day.get(..10).unwrap_or(&day).to_owned();

    let head = format!("{title}[{}]", urgency.words(teller.lang));
    let mut around = Around { provider: teller.provider(), amount, day: Some(day) };
    let columns = problem.as_ref().map_or(0, |problem| wording::width(problem));
    if around.room(&head) < columns.min(ROOM_BESIDE_DATE) {
        around.day = None;
    }
    if around.room(&head) < columns.min(LEAST_ROOM) {
        around.provider = None;
    }
    let room = around.room(&head);
    let problem = problem.filter(|_| room > 6).map(|problem| shortened(&problem, room));
    let parts = [around.provider, problem, around.amount, around.day];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    shortened(&words::one_line(&format!("{head} {}", parts.join(" - "))), COLUMNS)
}

/// What it turned out to be: a failed transfer may end as a theft.
fn title(teller: &Teller) -> Option<String> {
    let story = teller.story;
    let flow = story.ending.as_ref().map(|ending| ending.flow).or_else(|| story.pack.flows.get(&story.flow));
    flow.map(|flow| flow.title.as_plain(teller.lang))
}

/// What it is about, in the words of the flow: its title, and what was picked or seen. For those who did not describe it.
pub(super) fn gist(teller: &Teller, facts: &[Fact], ledger: (&[Check], &[ProbeLine]), next: &Next) -> Option<String> {
    let parts: Vec<String> = title(teller).into_iter().chain(problem(teller, facts, ledger, next)).collect();
    (!parts.is_empty()).then(|| parts.join(" - "))
}

/// The problem as it was described, else the status, what the chain says, what was picked first, the error, or what
/// somebody who has to wait was told. A theft is what was picked, whatever the payment's status.
fn problem(teller: &Teller, facts: &[Fact], ledger: (&[Check], &[ProbeLine]), next: &Next) -> Option<String> {
    let (checks, probes) = ledger;
    let outcome = teller.story.ending.as_ref().map(|ending| ending.outcome);
    let described = |name: &str| fact::words_of(facts, name);
    let picked = || {
        // A question of the flow itself, not of a checklist or of the guard.
        let mut asked = checks.iter().filter(|check| check.kind == CheckKind::Asked && !check.step.contains('.'));
        asked.find(|check| check.result.is_string() && check.result != "yes" && check.result != "no")?.words.clone()
    };
    let stolen = || picked().filter(|_| outcome == Some(Outcome::Urgent));
    let told = || {
        let told = next.told.as_deref().filter(|_| matches!(outcome, Some(Outcome::Wait | Outcome::Advice)))?;
        Some(display::first_sentence(told))
    };
    let on_chain = || probes.iter().rfind(|probe| probe.probe == "tx-status")?.words.clone();
    described("problem")
        .or_else(stolen)
        .or_else(|| described("status-shown"))
        .or_else(on_chain)
        .or_else(picked)
        .or_else(|| described("error-message"))
        .or_else(told)
}

/// What stands around the problem.
struct Around {
    provider: Option<String>,
    amount: Option<String>,
    day: Option<String>,
}

impl Around {
    /// The columns that are left for the problem.
    fn room(&self, head: &str) -> usize {
        let parts = [&self.provider, &self.amount, &self.day].into_iter().flatten();
        let taken: usize = parts.map(|part| wording::width(part) + 3).sum();
        COLUMNS.saturating_sub(wording::width(head) + taken + 1)
    }
}

/// `text`, or as many whole words of it as fit into `columns` together with `...`.
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
    // Chinese has no gaps, and a word that is longer than all before it is cut.
    let cut = text[out.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    if cut && out.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        let word = out.rfind(' ').filter(|at| *at * 2 > out.len());
        out.truncate(word.unwrap_or(out.len()));
    }
    format!("{}...", out.trim_end_matches([' ', ',', '，', '。', '.', ';', '；', ':', '：']))
}
