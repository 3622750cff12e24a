//! The few words that stand in a node or beside an edge.

use super::chart::{Node, Shape};
use crate::flow::Flow;
use crate::flow::display;
use crate::flow::step::{Return, Step, Verb};
use crate::flow::text::Text;
use crate::flowtest::coverage::{Kind, Way};
use crate::i18n::{Lang, Message};
use crate::pack::Pack;
use crate::wording::wrap;

/// The columns of a line in a picture.
const COLUMNS: usize = 24;
/// The lines of a text; what is longer is cut.
const LINES: usize = 2;
/// The lines beside an edge.
const EDGE_LINES: usize = 3;

/// The node of a step: its id and its verb as in the file, and how its text begins.
pub(super) fn node(pack: &Pack, step: &Step, lang: Lang) -> Node {
    let (shape, detail) = match &step.verb {
        Verb::Ask(_) => (Shape::Ask, None),
        Verb::Tell(_) => (Shape::Tell, None),
        Verb::Do(_) | Verb::Try(_) => (Shape::Act, None),
        Verb::Probe(probe) => (Shape::Probe, Some(probe.probe.id())),
        Verb::Branch(_) => (Shape::Branch, None),
        Verb::Run(run) => (Shape::Run, Some(run.flow.as_str())),
        Verb::Go(_) => (Shape::Go, None),
        Verb::Return(ret) => (Shape::End, Some(ret.value.as_str())),
        Verb::End(end) => (Shape::End, Some(end.outcome.id())),
    };
    let key = step.verb.key();
    let head = detail.map_or_else(|| key.to_owned(), |detail| format!("{key} {detail}"));
    let mut lines = wrap(&format!("{} ({head})", step.id), COLUMNS);
    lines.extend(text(pack, step, lang).iter().flat_map(|text| short(text)));
    let outcome = if let Verb::End(end) = &step.verb { Some(end.outcome) } else { None };
    Node { step: Some(step.id.clone()), shape, lines, outcome, tested: true }
}

/// The node of a flow that is left for.
pub(super) fn outside(pack: &Pack, id: &str, lang: Lang) -> Node {
    let mut lines = wrap(id, COLUMNS);
    lines.extend(title(pack, id, lang).iter().flat_map(|title| short(title)));
    Node { step: None, shape: Shape::Outside, lines, outcome: None, tested: true }
}

/// The answers that take a way, each in the words that people know it by; a condition as its author wrote it.
pub(super) fn way(pack: &Pack, way: &Way<'_>, lang: Lang) -> Vec<String> {
    let step = way.flow.step(way.step);
    let rest = || Message::new("flow-else").text(lang);
    let words = match &way.kind {
        Kind::End | Kind::Only => return Vec::new(),
        Kind::Case(_) => way.condition().map_or_else(rest, |condition| {
            // A condition may be written over several lines.
            condition.split_whitespace().collect::<Vec<_>>().join(" ")
        }),
        // What is named first is what the line is about; the rest follow it because nobody named them.
        Kind::Answers(answers) | Kind::Else(answers) if matches!(way.kind, Kind::Answers(_)) || answers.len() <= 3 => {
            let answers = answers.iter().map(|answer| self::answer(pack, step, answer, lang));
            answers.collect::<Vec<_>>().join(" / ")
        }
        Kind::Answers(_) | Kind::Else(_) => rest(),
    };
    cut(&words, EDGE_LINES)
}

/// How a text begins: its first sentence, or as much of it as fits.
pub(super) fn short(text: &str) -> Vec<String> {
    cut(&display::first_sentence(text), LINES)
}

fn cut(text: &str, most: usize) -> Vec<String> {
    let mut lines = wrap(text, COLUMNS);
    lines.retain(|line| !line.is_empty());
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

fn answer(pack: &Pack, step: &Step, answer: &str, lang: Lang) -> String {
    let word = |key: &str| Message::new(key).text(lang);
    match (&step.verb, answer) {
        (Verb::Probe(probe), "unknown") if probe.ask.is_none() => word("probe-unknown"),
        (_, "unknown") => word("answer-dont-know"),
        (_, "known") => word("graph-known"),
        (Verb::Run(run), value) => returned(pack, &run.flow, value, lang),
        _ => display::choice(answer, Some(step), lang),
    }
}

/// What a shared flow returns, in the words of its `return` steps as long as these agree.
fn returned(pack: &Pack, flow: &str, value: &str, lang: Lang) -> String {
    let steps = pack.flows.get(flow).into_iter().flat_map(|flow| flow.steps.values());
    let returns = steps.filter_map(|step| match &step.verb {
        Verb::Return(ret) if ret.value == value => Some(ret),
        _ => None,
    });
    let words = |ret: &Return| display::returned(&ret.value, ret.text.as_ref(), lang);
    let mut all: Vec<String> = returns.map(words).collect();
    all.dedup();
    match all.as_slice() {
        [only] => display::first_sentence(only),
        _ => display::returned(value, None, lang),
    }
}

fn text(pack: &Pack, step: &Step, lang: Lang) -> Option<String> {
    let written = |text: &Text| text.as_written(lang);
    match &step.verb {
        Verb::Ask(ask) => Some(written(&ask.text)),
        Verb::Tell(tell) => Some(written(&tell.text)),
        Verb::Do(action) | Verb::Try(action) => Some(written(&action.text)),
        Verb::End(end) => Some(written(&end.text)),
        Verb::Probe(_) => display::step_label(step, lang),
        Verb::Return(ret) => ret.text.as_ref().map(written),
        Verb::Run(run) => {
            step.label.as_ref().map(|label| label.as_plain(lang)).or_else(|| title(pack, &run.flow, lang))
        }
        Verb::Branch(_) | Verb::Go(_) => None,
    }
}

fn title(pack: &Pack, flow: &str, lang: Lang) -> Option<String> {
    pack.flows.get(flow).map(|flow: &Flow| flow.title.as_plain(lang))
}
