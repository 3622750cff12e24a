//! A step: its verb, and the keys that this verb can have.

use super::super::ids::{self, named};
use super::super::reader::{Node, Table};
use super::super::word::Word;
use super::{allows, call, next, question, required_target, target};
use crate::diagnostic::Rule;
use crate::flow::draft::{Allow, DraftAction, DraftCase, DraftCondition, DraftEnd, DraftProbe, DraftStep, DraftVerb};
use crate::flow::duration::Wait;
use crate::flow::field::Field;
use crate::flow::probe::ProbeKind;
use crate::flow::step::{Outcome, WaitFor};
use crate::i18n::Message;
use crate::profile::Purpose;
use crate::source::Span;
use crate::wording::nearest;

/// The verb keys, in the order in which the manual lists them.
pub(in crate::parse) const VERBS: [&str; 10] =
    ["ask", "tell", "do", "try", "probe", "branch", "run", "go", "return", "end"];

/// The deadline of a probe that names none.
const TIMEOUT_MS: u64 = 5000;

/// Reads the step `id`.
pub(super) fn read(id: &str, mut table: Table<'_>, allow: &mut Vec<Allow>) -> DraftStep {
    let mut step = DraftStep {
        id: id.to_owned(),
        span: table.span,
        label: None,
        hint: None,
        show: None,
        field: None,
        private: false,
        kept: table.has("field") || table.has("label"),
        verb: DraftVerb::Missing,
    };
    allows(&mut table, Some(id), allow);
    let Some(verb) = verb_of(&mut table) else { return step };
    if matches!(verb, "ask" | "do" | "try" | "probe" | "run" | "end") {
        step.label = table.label("label");
    }
    if matches!(verb, "ask" | "do" | "try") {
        step.hint = table.text("hint");
    }
    if matches!(verb, "tell" | "do" | "try") {
        step.show = purpose(&mut table);
    }
    if verb == "ask" {
        step.field = field(&mut table);
        step.private = table.bool("private").unwrap_or(false);
        step.kept |= step.private;
    }
    step.verb = match verb {
        "ask" => DraftVerb::Ask(Box::new(question::read(&mut table, step.field))),
        "tell" => DraftVerb::Tell { text: table.text("tell"), next: required_target(&mut table, "next") },
        "do" => DraftVerb::Do(Box::new(action(&mut table, "do"))),
        "try" => DraftVerb::Try(Box::new(action(&mut table, "try"))),
        "probe" => DraftVerb::Probe(Box::new(probe(&mut table))),
        "branch" => branch(&mut table),
        "run" => DraftVerb::Run(Box::new(call::run(&mut table))),
        "go" => DraftVerb::Go(Box::new(call::go(&mut table))),
        "return" => {
            let value = table.word("return").map(|word| named(&word));
            if let Some(value) = &value {
                ids::check_value(&value.name, value.span, table.findings());
            }
            DraftVerb::Return { value, text: table.text("text") }
        }
        _ => DraftVerb::End(Box::new(end(&mut table))),
    };
    table.done();
    step
}

/// The one verb of a step.
fn verb_of(table: &mut Table<'_>) -> Option<&'static str> {
    let findings = table.findings();
    let mut found = VERBS.into_iter().filter(|verb| table.has(verb));
    let Some(first) = found.next() else {
        let help = Message::new("verb-missing-help").with_names("verbs", VERBS);
        findings.report_with(Rule::VerbMissing, table.span, Message::new("verb-missing"), Some(help));
        return None;
    };
    let Some(second) = found.next() else { return Some(first) };
    let third = found.next();
    if (first, second, third) == ("ask", "probe", None) {
        return Some("probe");
    }
    let span = table.get(second).map_or(table.span, |node| node.key);
    let message = Message::new("verb-twice").with("first", first).with("second", second);
    findings.report_with(Rule::VerbTwice, span, message, Some(Message::new("verb-twice-help")));
    None
}

fn purpose(table: &mut Table<'_>) -> Option<Purpose> {
    table.word("show")?.one_of(&Purpose::ALL, "show", table.findings())
}

fn field(table: &mut Table<'_>) -> Option<Field> {
    let word = table.word("field")?;
    let field = Field::named(word.text);
    if field.is_none() {
        let near = nearest(word.text, Field::all().map(Field::name));
        let help = match near {
            Some(near) => Message::new("did-you-mean").with("name", near),
            None => Message::new("one-of-help").with_names("names", Field::all().map(Field::name)),
        };
        let message = Message::new("bad-value-word").with("key", "field").with("value", word.text);
        table.findings().report_with(Rule::BadValue, word.span, message, Some(help));
    }
    field
}

fn action(table: &mut Table<'_>, verb: &'static str) -> DraftAction {
    DraftAction {
        text: table.text(verb),
        repeats_payment: table.word("repeats-payment").map(|word| condition(&word)),
        next: next::read(table, true),
    }
}

fn condition(word: &Word<'_>) -> DraftCondition {
    DraftCondition { text: word.text.to_owned(), span: word.span, offset: word.offset() }
}

fn probe(table: &mut Table<'_>) -> DraftProbe {
    let findings = table.findings();
    let word = table.word("probe");
    let ask = table.text("ask");
    let timeout = table.get("timeout").and_then(|node| {
        let wait: Option<Wait> = node.word()?.text.parse().ok();
        let ms = wait.and_then(milliseconds).filter(|ms| (1000..=5000).contains(ms));
        if ms.is_none() {
            node.bad("bad-value-timeout");
        }
        ms
    });
    DraftProbe {
        probe: word.and_then(|word| word.one_of(&ProbeKind::ALL, "probe", findings)),
        span: word.map_or(table.span, |word| word.at(0, word.text.len())),
        with: call::with(table),
        timeout_ms: timeout.unwrap_or(TIMEOUT_MS),
        can_skip: skippable(table, ask.is_some()),
        ask,
        next: next::read(table, true),
    }
}

fn milliseconds(wait: Wait) -> Option<u64> {
    (wait.unit == crate::flow::duration::Unit::Second).then(|| u64::from(wait.count) * 1000)
}

/// `can-skip` says something only where the probe asks.
fn skippable(table: &mut Table<'_>, asks: bool) -> bool {
    let Some(node) = table.get("can-skip") else { return true };
    if !asks {
        node.bad("bad-value-can-skip");
    }
    node.bool().unwrap_or(true)
}

fn branch(table: &mut Table<'_>) -> DraftVerb {
    let list = table.get("branch");
    let written = list.and_then(Node::array);
    if let Some(list) = list.filter(|_| written.as_ref().is_some_and(Vec::is_empty)) {
        list.bad("bad-value-no-cases");
    }
    let nodes = written.unwrap_or_default();
    let case = |node: Node<'_>| {
        // A case that cannot be read keeps its place, so that nothing is proven without it.
        let Some(mut table) = node.table() else { return DraftCase { when: None, next: None } };
        table.span = Span { start: node.span.start, end: node.span.start + 1 };
        let when = table.required_word("when").map(|word| condition(&word));
        let next = required_target(&mut table, "next");
        table.done();
        DraftCase { when, next }
    };
    DraftVerb::Branch { cases: nodes.into_iter().map(case).collect(), otherwise: required_target(table, "else") }
}

fn end(table: &mut Table<'_>) -> DraftEnd {
    let findings = table.findings();
    let outcome = table.word("end").and_then(|word| word.one_of(&Outcome::ALL, "end", findings));
    let text = table.required_text("text");
    let wait = table.get("wait");
    match (outcome, wait) {
        (Some(Outcome::Wait), None) => table.missing("wait"),
        (Some(Outcome::Wait) | None, _) | (_, None) => {}
        (Some(_), Some(node)) => node.bad("bad-value-wait-outcome"),
    }
    let wait = wait.and_then(|node| {
        let word = node.word()?;
        let wait = match word.text.strip_prefix("profile.") {
            Some(path) => Some(WaitFor::Profile(path.to_owned())),
            None => word.text.parse().ok().map(WaitFor::Fixed),
        };
        if wait.is_none() {
            node.bad("bad-value-duration");
        }
        Some((wait?, word.span))
    });
    let since = target(table, "since");
    if let Some(since) = since.as_ref().filter(|_| outcome.is_some_and(|outcome| outcome != Outcome::Wait)) {
        findings.report(Rule::BadValue, since.span, Message::new("bad-value-since-outcome").with("key", "since"));
    }
    DraftEnd { outcome, text, wait, since }
}
