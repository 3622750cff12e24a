//! `walletfix.summary/1`: keys are only ever added.

use crate::deflated::Deflated;
use crate::seal::checksum;
use crate::secrets::scrub;
use crate::summary::{Summary, TOOL, Ticket};
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// The schema's name.
const SCHEMA: &str = "walletfix.summary/1";

/// What other programs can rely on.
static PROMISED: Deflated = Deflated::new(include_bytes!(concat!(env!("OUT_DIR"), "/summary-1.json.z")));

/// The JSON Schema (draft-07) of a summary, a line break at its end.
pub fn schema() -> &'static str {
    &PROMISED
}

/// The summary as JSON, indented, a line break at its end.
pub fn json(summary: &Summary) -> String {
    let mut shape = serde_json::to_value(Shape::of(summary)).unwrap_or_default();
    scrub_leaves(&mut shape, &summary.excused);
    shape["checksum"] = checksum(&shape).into();
    let mut text = serde_json::to_string_pretty(&shape).unwrap_or_default();
    text.push('\n');
    text
}

/// Instants, ids of steps and words of closed lists: nobody types them, and there are many.
const OURS: [&str; 6] = ["at", "step", "probe", "kind", "source", "event"];

/// Looks for secrets string by string: across them there are only quotes and keys.
fn scrub_leaves(value: &mut Value, excused: &[String]) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(clean) = scrub(text, excused) {
                *text = clean;
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|leaf| scrub_leaves(leaf, excused)),
        Value::Object(map) => {
            let typed = map.iter_mut().filter(|(key, _)| !OURS.contains(&key.as_str()));
            typed.for_each(|(_, leaf)| scrub_leaves(leaf, excused));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[derive(Serialize)]
struct Shape<'s> {
    schema: &'static str,
    id: &'s str,
    created_at: &'s str,
    tool: Tool<'s>,
    lang: &'static str,
    flow: &'s str,
    end: Option<&'s str>,
    outcome: Option<&'static str>,
    category: Option<&'s str>,
    subject: &'s str,
    facts: Vec<Fact<'s>>,
    checks: Vec<Check<'s>>,
    probes: Vec<Seen<'s>>,
    next: Next<'s>,
    redactions: Vec<Redaction<'s>>,
    replay_code: Option<&'s str>,
    checksum: Option<&'s str>,
    ticket: &'s Ticket,
    timeline: Vec<Dated<'s>>,
}

#[derive(Serialize)]
struct Tool<'s> {
    name: &'static str,
    version: &'s str,
}

#[derive(Serialize)]
struct Fact<'s> {
    step: Option<&'s str>,
    label: &'s str,
    field: Option<&'static str>,
    value: &'s Value,
    source: &'static str,
    at: Option<&'s str>,
}

#[derive(Serialize)]
struct Check<'s> {
    step: &'s str,
    label: &'s str,
    result: &'s Value,
    kind: &'static str,
    source: &'static str,
    at: &'s str,
}

#[derive(Serialize)]
struct Dated<'s> {
    at: &'s str,
    event: &'static str,
    label: &'s str,
}

#[derive(Serialize)]
struct Seen<'s> {
    step: &'s str,
    probe: &'static str,
    result: &'s Value,
    reason: Option<&'s str>,
    observed: Option<&'s str>,
    at: &'s str,
    ms: u64,
}

#[derive(Serialize)]
struct Next<'s> {
    channel: Option<&'s str>,
    open: Option<bool>,
    at: Option<&'s str>,
    follow_up_by: Option<&'s str>,
}

#[derive(Serialize)]
struct Redaction<'s> {
    kind: &'s str,
    count: usize,
}

impl<'s> Shape<'s> {
    fn of(summary: &'s Summary) -> Self {
        let facts = summary.facts.iter().map(|fact| Fact {
            step: fact.step.as_deref(),
            label: &fact.label,
            field: fact.field.map(crate::flow::field::Field::name),
            value: &fact.value,
            source: fact.source.id(),
            at: fact.at.as_deref(),
        });
        let (checks, timeline) = (summary.checks.iter(), summary.timeline.iter());
        let probes = summary.probes.iter().map(|probe| Seen {
            step: &probe.step,
            probe: probe.probe,
            result: &probe.result,
            reason: probe.reason.as_deref(),
            observed: probe.observed.as_deref(),
            at: &probe.at,
            ms: probe.ms,
        });
        let first = summary.next.channels.first();
        Self {
            schema: SCHEMA,
            id: &summary.id,
            created_at: &summary.created_at,
            tool: Tool { name: TOOL, version: &summary.version },
            lang: summary.lang.tag(),
            flow: &summary.flow,
            end: summary.end.as_deref(),
            outcome: summary.outcome.map(crate::flow::step::Outcome::id),
            category: summary.category.as_deref(),
            subject: &summary.subject,
            facts: facts.collect(),
            checks: checks
                .map(|check| Check {
                    step: &check.step,
                    label: &check.label,
                    result: &check.result,
                    kind: check.kind.id(),
                    source: check.source.id(),
                    at: &check.at,
                })
                .collect(),
            probes: probes.collect(),
            next: Next {
                channel: first.map(|channel| channel.id.as_str()),
                open: first.and_then(|channel| channel.open),
                at: first.and_then(|channel| channel.opens_at.as_deref()),
                follow_up_by: summary.next.follow_up_by.as_deref(),
            },
            redactions: summary.redactions.iter().map(|(kind, count)| Redaction { kind, count: *count }).collect(),
            replay_code: summary.replay_code.as_deref(),
            // Worked out over everything else.
            checksum: None,
            ticket: &summary.ticket,
            timeline: timeline
                .map(|dated| Dated { at: &dated.at, event: dated.event.id(), label: &dated.label })
                .collect(),
        }
    }
}
