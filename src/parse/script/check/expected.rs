//! Whether what a test expects can come out at all.

use super::{Checker, near, question};
use crate::diagnostic::Rule;
use crate::flow::step::{Outcome, Step, Verb};
use crate::i18n::Message;
use crate::script::{FlowTest, ScriptEvent};
use crate::source::Span;

/// The end of a person who stops at a third visit.
const GAVE_UP: &str = "gave-up";

/// Checks the `expect` of a test.
pub(super) fn check(checker: &mut Checker<'_>, test: &FlowTest) {
    let expect = &test.expect;
    let gives_up = test.events.iter().flatten().any(|(event, _)| *event == ScriptEvent::GiveUp);
    if let Some((path, span)) = &expect.end
        && let Some(step) = checker.step(path, *span)
        && !gives_up
    {
        end(checker, step, *span, expect.outcome.as_ref());
    }
    if let Some((value, span)) = &expect.returns {
        let returns = checker.flow.returns();
        if !checker.flow.shared {
            checker.stale(*span, "test-stale-answer-no-return", &checker.flow.id);
        } else if !returns.contains(&value.as_str()) {
            let message = Message::new("test-stale-answer-return").with("name", value.as_str());
            let known = returns.iter().map(|&value| value.to_owned()).collect::<Vec<_>>();
            let help = Message::new("one-of-help").with("names", known);
            checker.report(Rule::TestStaleAnswer, *span, message, Some(help));
        }
    }
    if let Some((category, span)) = &expect.category {
        self::category(checker, category, *span);
    }
    for (path, at) in &expect.facts {
        let Some(step) = checker.step(path, at.key) else { continue };
        let callee = match &step.verb {
            Verb::Run(run) => checker.stage.flow(&run.flow),
            _ => None,
        };
        let returns = callee.map(|flow| flow.returns()).unwrap_or_default();
        match question::fact(step, checker.currency, &returns) {
            Some(question) => checker.value(&question, path, &at.given, at.span),
            None => checker.stale(at.key, "test-stale-answer-no-fact", &step.id),
        }
    }
    for (path, span) in expect.visits.iter().chain(&expect.not_asked) {
        checker.step(path, *span);
    }
}

fn end(checker: &mut Checker<'_>, step: &Step, span: Span, outcome: Option<&(String, Span)>) {
    let Verb::End(end) = &step.verb else {
        return checker.stale(span, "test-stale-answer-no-end", &step.id);
    };
    if let Some((outcome, span)) = outcome
        && Outcome::ALL.iter().any(|(id, known)| id == outcome && *known != end.outcome)
    {
        let message = Message::new("test-stale-answer-outcome").with("name", step.id.as_str());
        let help = Message::new("one-of-help").with("names", vec![end.outcome.id().to_owned()]);
        checker.report(Rule::TestStaleAnswer, *span, message, Some(help));
    }
}

/// `<flow>/<end step>` or `<flow>/gave-up`.
fn category(checker: &mut Checker<'_>, category: &str, span: Span) {
    let (flow_id, step) = category.rsplit_once('/').unwrap_or((category, ""));
    if (checker.stage.is_unsound)(flow_id) {
        return;
    }
    let Some(flow) = checker.stage.flow(flow_id) else {
        let message = Message::new("test-stale-answer-no-flow").with("name", flow_id);
        let help = near(flow_id, checker.stage.ids.iter().copied()).or_else(|| checker.anew(span));
        return checker.report(Rule::TestStaleAnswer, span, message, help);
    };
    let ends = || flow.steps.values().filter(|step| matches!(step.verb, Verb::End(_))).map(|step| step.id.as_str());
    if step != GAVE_UP && !ends().any(|id| id == step) {
        let message = Message::new("test-stale-answer-category").with("flow", flow_id).with("name", step);
        let help = near(step, ends()).or_else(|| checker.anew(span));
        checker.report(Rule::TestStaleAnswer, span, message, help);
    }
}
