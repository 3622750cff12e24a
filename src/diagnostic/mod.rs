//! What is wrong with a file: data only. Drawing it is another file's work.

pub mod findings;
pub mod render;
pub mod rule;

use crate::i18n::Message;
use crate::source::{Source, Span};
pub use findings::Findings;
pub use rule::{Rule, Severity};
use std::sync::Arc;

/// One mistake, where it stands, and what would be right.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub source: Arc<Source>,
    /// The place.
    pub span: Span,
    /// What is wrong, in one line.
    pub message: Message,
    /// What would be right.
    pub help: Option<Message>,
    /// The shortest answers that show it, as a paste-ready `[[test]]`.
    pub example: Option<String>,
}

impl Diagnostic {
    /// A finding of `rule` with the rule's own severity. The message's key is `RULE` or `RULE-VARIANT` in `diagnostic.ftl`.
    pub fn new(rule: Rule, source: &Arc<Source>, span: Span, message: Message) -> Self {
        Self { rule, severity: rule.severity(), source: Arc::clone(source), span, message, help: None, example: None }
    }

    /// The same with a help line.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}

/// By file, then place, then rule: the order in which people and programs get them.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| (&a.source.name, a.span, a.rule).cmp(&(&b.source.name, b.span, b.rule)));
    diagnostics.dedup_by(|a, b| {
        a.source.name == b.source.name && a.span == b.span && a.rule == b.rule && a.message == b.message
    });
}
