//! Why a test failed, and which line of it says so.

use crate::i18n::{Lang, Message};
use crate::source::Span;

/// Why a test failed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// In words, with the step's path.
    pub message: Message,
    /// What in the test file it is about; `None`: nothing that stands there, such as an answer that is missing.
    pub span: Option<Span>,
}

impl Reason {
    /// A reason about something that stands in the file.
    pub(super) fn at(span: Span, message: Message) -> Self {
        Self { message, span: Some(span) }
    }

    /// The sentence, without its place.
    pub fn text(&self, lang: Lang) -> String {
        self.message.text(lang)
    }
}

impl From<Message> for Reason {
    fn from(message: Message) -> Self {
        Self { message, span: None }
    }
}
