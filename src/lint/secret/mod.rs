//! A flow never asks for a secret: no question that takes free words, a number or a version asks for one, and nothing tells
//! a person to enter, send, show, photograph or read one out.
//!
//! Texts must be able to speak of secrets, above all to warn, so a mention is not enough. A question counts where what it
//! asks for is the secret itself; a sentence counts where it is an order, the secret is what the order is about, and
//! nothing before the order turns it round ("never", "不要"). Questions with closed answers cannot take a secret and may ask
//! about them freely; an order inside one is an order all the same.

mod chinese;
mod english;
mod words;

use super::steps::{Role, place};
use super::texts::{Seen, whole};
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::{DraftStep, DraftText, DraftVerb};
use crate::flow::step::{AnswerType, TextFormat};
use crate::i18n::{Lang, Message};

/// What a text is judged as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A question whose answer could hold a secret.
    Question,
    /// Anything else that a person reads.
    Words,
}

/// The word for a secret that `text` asks for, if it asks for one.
fn asked(text: &str, lang: Lang, kind: Kind) -> Option<String> {
    match lang {
        Lang::Zh => chinese::asked(text, kind),
        Lang::En => english::asked(text, kind),
    }
}

/// Texts that ask for a secret. An option is what the person says.
pub(super) fn asks_secret(seen: &Seen<'_>, kind: Kind, findings: &Findings) {
    for lang in Lang::ALL.into_iter().filter(|lang| seen.marks(*lang).secret && seen.role != Role::Option) {
        // A placeholder stands for a name that nobody asks for.
        if let Some(secret) = asked(&whole(seen.text.text.template(lang), "“”"), lang, kind) {
            let message = Message::new("asks-secret").with("secret", secret);
            let help = Some(Message::new("asks-secret-help"));
            findings.report_with(Rule::AsksSecret, place(seen.text, lang), message, help);
        }
    }
}

/// The question of a step whose answer could hold a secret.
pub(super) fn question(step: &DraftStep) -> Option<&DraftText> {
    let DraftVerb::Ask(ask) = &step.verb else { return None };
    let takes_anything =
        matches!(ask.kind, Some(AnswerType::Text(TextFormat::Free) | AnswerType::Number { .. } | AnswerType::Version));
    if takes_anything { ask.text.as_ref() } else { None }
}
