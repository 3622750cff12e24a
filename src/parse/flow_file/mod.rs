//! A flow file to a draft: what its author wrote, with every mistake that one file alone can show.

mod call;
mod next;
mod question;
mod step;

pub(super) use question::TYPES;
pub(super) use step::VERBS;

use super::ids::{self, named};
use super::reader::{Node, Table};
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::{Allow, Draft, DraftVerb, Named};
use crate::flow::{Group, Keywords};
use crate::i18n::Message;
use crate::source::Span;
use crate::wording::nearest;
use indexmap::{IndexMap, IndexSet};
use std::sync::Arc;

/// Reads the root table of the flow `id`.
pub fn read(id: &str, mut root: Table<'_>) -> Draft {
    let findings = root.findings();
    let mut draft = Draft {
        id: id.to_owned(),
        source: Arc::clone(findings.source()),
        span: root.span,
        title: None,
        about: None,
        group: None,
        keywords: Keywords::default(),
        owner: None,
        reviewed: None,
        shared: false,
        guard: None,
        once: false,
        secret_out: None,
        gives: Vec::new(),
        start: None,
        steps: IndexMap::new(),
        returns: Vec::new(),
        allows: Vec::new(),
    };
    for part in id.split('/') {
        ids::check_plain(part, Span::default(), findings);
    }
    if let Some(header) = root.required_table("flow") {
        header_keys(&mut draft, header);
    }
    if let Some(steps) = root.required_table("step") {
        for node in steps.rest() {
            ids::check_step(node.name, node.key, findings);
            if let Some(table) = node.table() {
                let step = step::read(node.name, table, &mut draft.allows);
                draft.steps.insert(node.name.to_owned(), step);
            }
        }
    }
    root.done();
    draft.returns = returns(&draft);
    draft
}

fn returns(draft: &Draft) -> Vec<String> {
    let values = draft.steps.values().filter_map(|step| match &step.verb {
        DraftVerb::Return { value: Some(value), .. } => Some(value.name.as_str()),
        _ => None,
    });
    values.collect::<IndexSet<&str>>().into_iter().map(str::to_owned).collect()
}

fn header_keys(draft: &mut Draft, mut table: Table<'_>) {
    let findings = table.findings();
    draft.span = table.span;
    if !table.has("title") {
        table.missing("title");
    }
    draft.title = table.label("title");
    draft.about = table.label("about");
    draft.group = table.word("group").and_then(|word| word.one_of(&Group::ALL, "group", findings));
    draft.keywords = keywords(&mut table);
    draft.owner = table.required_word("owner").map(|word| word.text.to_owned());
    let day = table.get("reviewed");
    draft.reviewed = day.and_then(|node| Some((node.date()?, node.span)));
    draft.start = table.required_word("start").map(|word| named(&word));
    draft.shared = table.bool("shared").unwrap_or(false);
    draft.gives = table.words("gives").iter().map(named).collect();
    draft.once = table.bool("once").unwrap_or(false);
    draft.guard = flag(&mut table, "guard");
    draft.secret_out = flag(&mut table, "secret-out");
    for key in ["gives", "once", "guard"] {
        if !draft.shared {
            misplaced(&mut table, key, "bad-value-shared-only");
        }
    }
    if draft.shared {
        misplaced(&mut table, "secret-out", "bad-value-main-only");
    } else if draft.id.starts_with("shared/") {
        let message = Message::new("bad-value-shared-folder");
        let help = Some(Message::new("bad-value-shared-folder-help"));
        findings.report_with(Rule::BadValue, table.span, message, help);
    }
    allows(&mut table, None, &mut draft.allows);
    table.done();
}

fn flag(table: &mut Table<'_>, key: &'static str) -> Option<Span> {
    let node = table.get(key)?;
    node.bool()?.then_some(node.key)
}

fn misplaced(table: &mut Table<'_>, key: &'static str, sentence: &'static str) {
    if let Some(node) = table.get(key) {
        let message = Message::new(sentence).with("key", key);
        table.findings().report(Rule::BadValue, node.key, message);
    }
}

fn keywords(table: &mut Table<'_>) -> Keywords {
    let Some(mut languages) = table.table("keywords") else { return Keywords::default() };
    let mut list = |key| languages.words(key).iter().map(|word| word.text.to_owned()).collect();
    let keywords = Keywords { zh: list("zh"), en: list("en") };
    languages.done();
    keywords
}

/// Reads `allow = { rule = "reason" }`.
fn allows(table: &mut Table<'_>, step: Option<&str>, allows: &mut Vec<Allow>) {
    let Some(list) = table.table("allow") else { return };
    let findings = list.findings();
    for node in list.rest() {
        if node.word().is_some_and(|reason| reason.text.trim().is_empty()) {
            node.bad("bad-value-reason");
        }
        match Rule::ALL.iter().find(|rule| rule.id() == node.name) {
            Some(rule) if rule.fixed() => {
                let message = Message::new("bad-value-allow-fixed").with("rule", node.name);
                findings.report(Rule::BadValue, node.key, message);
            }
            Some(&rule) => allows.push(Allow { rule, span: node.key, step: step.map(str::to_owned) }),
            None => unknown_rule(node, findings),
        }
    }
}

fn unknown_rule(node: Node<'_>, findings: &Findings) {
    let near = nearest(node.name, Rule::ALL.iter().map(|rule| rule.id()));
    let help = near.map(|near| Message::new("did-you-mean").with("name", near));
    let message = Message::new("bad-value-rule").with("rule", node.name);
    findings.report_with(Rule::BadValue, node.key, message, help);
}

/// A step that a key names.
fn target(table: &mut Table<'_>, key: &'static str) -> Option<Named> {
    table.word(key).map(|word| named(&word))
}

/// A step that a key must name.
fn required_target(table: &mut Table<'_>, key: &'static str) -> Option<Named> {
    table.required_word(key).map(|word| named(&word))
}
