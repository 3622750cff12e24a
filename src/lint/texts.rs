//! Every text once: a glance at both languages, then the rules that the glance cannot rule out.

use super::sieve::{Marks, look};
use super::steps::{Role, each_text_of};
use super::{contact, language, secret};
use crate::diagnostic::Findings;
use crate::flow::draft::{Draft, DraftText};
use crate::flow::text::{Piece, Template};
use crate::i18n::Lang;

/// A text, what it is for, and what a glance at it shows.
pub(super) struct Seen<'d> {
    /// The text.
    pub(super) text: &'d DraftText,
    /// What it is for.
    pub(super) role: Role,
    /// What its Chinese shows.
    pub(super) zh: Marks,
    /// What its English shows.
    pub(super) en: Marks,
}

impl<'d> Seen<'d> {
    fn new(role: Role, text: &'d DraftText) -> Self {
        Self { text, role, zh: look(literals(&text.text.zh)), en: look(literals(&text.text.en)) }
    }

    /// What the text in `lang` shows.
    pub(super) fn marks(&self, lang: Lang) -> Marks {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Every rule about one text at a time.
pub(super) fn texts(draft: &Draft, findings: &Findings) {
    for label in [&draft.title, &draft.about].into_iter().flatten() {
        judge(&Seen::new(Role::Label, label), secret::Kind::Words, findings);
    }
    for step in draft.steps.values() {
        let question = secret::question(step);
        each_text_of(step, &mut |role, text| {
            let is_question = question.is_some_and(|question| std::ptr::eq(question, text));
            let kind = if is_question { secret::Kind::Question } else { secret::Kind::Words };
            judge(&Seen::new(role, text), kind, findings);
        });
    }
}

fn judge(seen: &Seen<'_>, kind: secret::Kind, findings: &Findings) {
    language::text(seen, findings);
    secret::asks_secret(seen, kind, findings);
    contact::literal_contact(seen, findings);
}

/// What stands between the placeholders.
pub(super) fn literals(template: &Template) -> impl Iterator<Item = &str> {
    template.pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(text.as_str()),
        Piece::Placeholder(_) => None,
    })
}

/// A text as one, with `blank` for each placeholder.
pub(super) fn whole(template: &Template, blank: &str) -> String {
    let pieces = template.pieces.iter().map(|piece| match piece {
        Piece::Literal(text) => text.as_str(),
        Piece::Placeholder(_) => blank,
    });
    pieces.collect()
}
