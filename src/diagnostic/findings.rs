//! Where a reader of one file puts every mistake it meets, and goes on.

use super::{Diagnostic, Rule};
use crate::i18n::Message;
use crate::source::{Source, Span};
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// The mistakes of one file, in the order in which they were met. Shared by everything that reads the file.
#[derive(Debug)]
pub struct Findings {
    source: Arc<Source>,
    list: RefCell<Vec<Diagnostic>>,
    /// How many names were compared with misspelt ones.
    compared: Cell<usize>,
}

/// More names are not compared for one file, however many of its names are misspelt.
const MOST_COMPARED: usize = 200_000;

impl Findings {
    /// None yet.
    pub fn new(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), list: RefCell::new(Vec::new()), compared: Cell::new(0) }
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

    /// Whether one of them is such.
    pub fn any(&self, such: impl Fn(&Diagnostic) -> bool) -> bool {
        self.list.borrow().iter().any(such)
    }

    /// Whether a misspelt name may still be compared with that many others.
    pub fn may_compare(&self, names: usize) -> bool {
        let compared = self.compared.get().saturating_add(names);
        self.compared.set(compared);
        compared <= MOST_COMPARED
    }

    /// All of them.
    pub fn into_list(self) -> Vec<Diagnostic> {
        self.list.into_inner()
    }
}
