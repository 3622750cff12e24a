//! Where a reader of one file puts every mistake it meets, and goes on.

use super::{Diagnostic, Rule};
use crate::i18n::Message;
use crate::source::{Source, Span};
use std::cell::RefCell;
use std::sync::Arc;

/// The mistakes of one file, in the order in which they were met. Shared by everything that reads the file.
#[derive(Debug)]
pub struct Findings {
    source: Arc<Source>,
    list: RefCell<Vec<Diagnostic>>,
}

impl Findings {
    /// None yet.
    pub fn new(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), list: RefCell::new(Vec::new()) }
    }

    /// The file.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Adds a mistake.
    pub fn report(&self, rule: Rule, span: Span, message: Message) {
        self.list.borrow_mut().push(Diagnostic::new(rule, &self.source, span, message));
    }

    /// Adds a mistake and what would be right.
    pub fn report_with(&self, rule: Rule, span: Span, message: Message, help: Option<Message>) {
        let mut diagnostic = Diagnostic::new(rule, &self.source, span, message);
        diagnostic.help = help;
        self.list.borrow_mut().push(diagnostic);
    }

    /// Adds a mistake that is already put into words.
    pub fn add(&self, diagnostic: Diagnostic) {
        self.list.borrow_mut().push(diagnostic);
    }

    /// How many there are so far.
    pub fn count(&self) -> usize {
        self.list.borrow().len()
    }

    /// All of them.
    pub fn into_list(self) -> Vec<Diagnostic> {
        self.list.into_inner()
    }
}
