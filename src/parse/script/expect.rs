//! `expect`: what a test says must come out.

use super::super::reader::{Node, Table};
use super::super::word::Word;
use super::{inner, value};
use crate::diagnostic::Rule;
use crate::flow::step::Outcome;
use crate::i18n::Message;
use crate::script::Expect;
use crate::source::Span;

/// Reads the table.
pub(super) fn read(mut table: Table<'_>) -> Expect {
    let findings = table.findings();
    let own = |word: Word<'_>| (word.text.to_owned(), inner(&word));
    let outcomes = Outcome::ALL.map(|(id, _)| (id, id));
    let expect = Expect {
        end: table.word("end").map(own),
        outcome: table
            .word("outcome")
            .and_then(|word| Some((word.one_of(&outcomes, "outcome", findings)?.to_owned(), word.span))),
        returns: table.word("return").map(own),
        category: table.word("category").map(own),
        facts: value::given_table(&mut table, "facts"),
        visits: table.words("visits").into_iter().map(own).collect(),
        not_asked: table.words("not-asked").into_iter().map(own).collect(),
        follow_up: table.get("follow-up").and_then(instant),
    };
    let nothing = expect.end.is_none()
        && expect.outcome.is_none()
        && expect.returns.is_none()
        && expect.category.is_none()
        && expect.follow_up.is_none()
        && expect.facts.is_empty()
        && expect.visits.is_empty()
        && expect.not_asked.is_empty();
    let (header, before) = (table.span, findings.count());
    table.done();
    if nothing && findings.count() == before {
        findings.report(Rule::BadValue, header, Message::new("bad-value-expects-nothing"));
    }
    expect
}

fn instant(node: Node<'_>) -> Option<(jiff::Timestamp, Span)> {
    node.instant().map(|instant| (instant.timestamp(), node.span))
}
