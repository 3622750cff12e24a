//! `ask`: the question, its type and its options.

use super::super::ids::{self, named};
use super::super::reader::{Kind, Node, Table};
use super::super::template::languages;
use super::next;
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::{DraftAsk, DraftOption, Named};
use crate::flow::field::Field;
use crate::flow::step::{AnswerType, Choice, CurrencyRule, TextFormat};
use crate::i18n::Message;
use crate::source::Span;
use std::collections::{HashMap, HashSet};

#[derive(Clone, Copy, PartialEq)]
pub(in crate::parse) enum Type {
    Choice,
    Choices,
    YesNo,
    Amount,
    Number,
    Time,
    Version,
    Text,
}

/// The types of answers.
pub(in crate::parse) const TYPES: [(&str, Type); 8] = [
    ("choice", Type::Choice),
    ("choices", Type::Choices),
    ("yes-no", Type::YesNo),
    ("amount", Type::Amount),
    ("number", Type::Number),
    ("time", Type::Time),
    ("version", Type::Version),
    ("text", Type::Text),
];

/// Reads an `ask` step.
pub(super) fn read(table: &mut Table<'_>, field: Option<Field>) -> DraftAsk {
    let findings = table.findings();
    let text = table.text("ask");
    let word = table.required_word("type");
    let kind_span = word.map_or(table.span, |word| word.span);
    let found = word.and_then(|word| word.one_of(&TYPES, "type", findings));
    let mut options = Vec::new();
    let kind = match found {
        Some(Type::Choice) => {
            let all;
            (options, all) = read_options(table);
            all.then(|| AnswerType::Choice(choices(&options)))
        }
        Some(Type::Choices) => {
            let all;
            (options, all) = read_options(table);
            // Of a list that is there in part nobody knows how long it is.
            let most = if all { i64::try_from(options.len()).unwrap_or(i64::MAX) } else { i64::MAX };
            let (min, max) = bounds(table, 0, most);
            let count = |bound: Option<i64>| bound.and_then(|bound| usize::try_from(bound).ok());
            all.then(|| AnswerType::Choices { options: choices(&options), min: count(min), max: count(max) })
        }
        Some(Type::YesNo) => Some(AnswerType::YesNo),
        Some(Type::Amount) => Some(AnswerType::Amount(currency(table))),
        Some(Type::Number) => {
            let (min, max) = bounds(table, i64::MIN, i64::MAX);
            Some(AnswerType::Number { min, max })
        }
        Some(Type::Time) => {
            // When something happened lies behind; a deadline or a promised day lies ahead.
            let happened = field.is_some_and(|field| field.name() == "occurred-at");
            Some(AnswerType::Time { past: table.bool("past").unwrap_or(happened) })
        }
        Some(Type::Version) => Some(AnswerType::Version),
        Some(Type::Text) => {
            let format = table.word("format").and_then(|word| word.one_of(&TextFormat::ALL, "format", findings));
            Some(AnswerType::Text(format.unwrap_or(TextFormat::Free)))
        }
        None => {
            // Nobody knows which of these belong here, so none is called unknown.
            for key in ["currency", "min", "max", "format", "past"] {
                table.get(key);
            }
            options = table.get("options").map(|_| read_options(table).0).unwrap_or_default();
            None
        }
    };
    let all_lead = !options.is_empty() && options.iter().all(|option| option.next.is_some());
    let can_skip = table.bool("can-skip").unwrap_or(false);
    let next = next::read(table, !all_lead);
    let (input, once) = (table.bool("input").unwrap_or(false), once(table, field));
    DraftAsk { text, kind, kind_span, options, can_skip, input, once, next }
}

/// A list is asked for again for each of its entries.
fn once(table: &mut Table<'_>, field: Option<Field>) -> bool {
    let Some(node) = table.get("once") else { return false };
    if field.is_some_and(Field::is_list) {
        node.bad("bad-value-once");
    }
    node.bool().unwrap_or(false)
}

fn choices(options: &[DraftOption]) -> Vec<Choice> {
    let choice = |option: &DraftOption| Choice { value: option.value.name.clone(), label: option.label.text.clone() };
    options.iter().map(choice).collect()
}

/// The options, and whether these are all: of a question that lost some, nothing is said about its answers.
fn read_options(table: &mut Table<'_>) -> (Vec<DraftOption>, bool) {
    let findings = table.findings();
    let Some(list) = table.required("options") else { return (Vec::new(), false) };
    let Some(nodes) = list.array() else { return (Vec::new(), false) };
    let count = nodes.len();
    let options: Vec<DraftOption> = nodes.into_iter().filter_map(|node| option(node, findings)).collect();
    let all = count > 0 && options.len() == count;
    if count == 0 {
        list.bad("bad-value-no-options");
    }
    let mut values = HashSet::new();
    // The first option of each wording, in either language.
    let (mut zh, mut en) = (HashMap::new(), HashMap::new());
    for (at, option) in options.iter().enumerate() {
        let text = &option.label.text;
        let [zh, en] = [zh.entry(&text.zh.pieces), en.entry(&text.en.pieces)].map(|first| *first.or_insert(at));
        if !values.insert(&option.value.name) {
            let message = Message::new("duplicate-option").with("value", option.value.name.as_str());
            findings.report(Rule::DuplicateOption, option.value.span, message);
        } else if let Some(other) = options.get(zh.min(en)).filter(|_| zh.min(en) < at) {
            let message = Message::new("duplicate-option-label")
                .with("value", option.value.name.as_str())
                .with("other", other.value.name.as_str());
            findings.report(Rule::DuplicateOption, option.value.span, message);
        }
    }
    (options, all)
}

fn option(node: Node<'_>, findings: &Findings) -> Option<DraftOption> {
    let mut table = node.table()?;
    table.span = Span { start: node.span.start, end: node.span.start + 1 };
    let value = match table.required_word("value") {
        Some(word) => {
            let value = named(&word);
            ids::check_value(&value.name, value.span, findings);
            value
        }
        None => Named { name: String::new(), span: table.span },
    };
    let label = languages(&mut table, "options", value.span);
    let next = super::target(&mut table, "next");
    table.done();
    (!value.name.is_empty()).then_some(DraftOption { value, label, next })
}

fn currency(table: &mut Table<'_>) -> CurrencyRule {
    let Some(word) = table.word("currency") else { return CurrencyRule::Profile };
    if word.text == "any" {
        return CurrencyRule::Any;
    }
    if let Some(code) = ids::currency_meant(word.text) {
        let message = Message::new("bad-value-currency-code").with("value", word.text);
        let help = Message::new("did-you-mean").with("name", code);
        table.findings().report_with(Rule::BadValue, word.span, message, Some(help));
    } else if !ids::is_currency(word.text) {
        let message = Message::new("bad-value-currency").with("value", word.text);
        table.findings().report(Rule::BadValue, word.span, message);
    }
    CurrencyRule::Code(word.text.to_owned())
}

fn bounds(table: &mut Table<'_>, lowest: i64, highest: i64) -> (Option<i64>, Option<i64>) {
    let (low, high) = (table.get("min"), table.get("max"));
    let (min, max) = (low.and_then(Node::number), high.and_then(Node::number));
    let report = |node: Option<Node<'_>>, message: Message| {
        if let Some(node) = node.filter(|node| node.kind() == Kind::Number) {
            table.findings().report(Rule::NumberRange, node.span, message);
        }
    };
    for (node, bound) in [(low, min), (high, max)] {
        if let Some(bound) = bound.filter(|bound| !(lowest..=highest).contains(bound)) {
            let message = Message::new("number-range-options").with("number", bound).with("count", highest);
            report(node, message);
        }
    }
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        report(high, Message::new("number-range-order").with("min", min).with("max", max));
    }
    (min, max)
}
