//! The graph of one flow: where it may return.

use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::{Draft, DraftVerb};
use crate::i18n::Message;

/// A `return` in a flow that nobody runs.
pub(super) fn return_outside_shared(draft: &Draft, findings: &Findings) {
    if draft.shared {
        return;
    }
    for step in draft.steps.values() {
        if let DraftVerb::Return { value, .. } = &step.verb {
            let span = value.as_ref().map_or(step.span, |value| value.span);
            let message = Message::new("return-outside-shared");
            let help = Some(Message::new("return-outside-shared-help"));
            findings.report_with(Rule::ReturnOutsideShared, span, message, help);
        }
    }
}

/// A shared flow that never gives its caller an answer.
pub(super) fn shared_without_return(draft: &Draft, findings: &Findings) {
    let returns = |verb: &DraftVerb| matches!(verb, DraftVerb::Return { .. } | DraftVerb::Missing);
    if draft.shared && !draft.steps.values().any(|step| returns(&step.verb)) {
        let message = Message::new("shared-without-return");
        let help = Some(Message::new("shared-without-return-help"));
        findings.report_with(Rule::SharedWithoutReturn, draft.span, message, help);
    }
}
