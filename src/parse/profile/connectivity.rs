//! `[profile.connectivity]`: hosts to reach, and pages whose answer is known.

use super::super::reader::{Node, Table};
use super::shape;
use crate::diagnostic::Rule;
use crate::i18n::Message;
use crate::profile::{Connectivity, Endpoint, Portal};

/// What a page answers that has nothing to say.
const EMPTY_ANSWER: u16 = 204;

/// Reads the table.
pub(super) fn read(mut table: Table<'_>) -> Connectivity {
    let connectivity = Connectivity {
        endpoints: table.array("endpoints").into_iter().filter_map(endpoint).collect(),
        portals: table.array("portal").into_iter().filter_map(portal).collect(),
    };
    table.done();
    connectivity
}

fn endpoint(node: Node<'_>) -> Option<Endpoint> {
    let mut table = node.table()?;
    let host = table.required_word("host");
    let operator = table.required_word("operator");
    table.done();
    let host = host?;
    if !shape::is_host(host.text) {
        let message = Message::new("bad-value-host").with("value", host.text);
        node.findings().report_with(Rule::BadValue, host.span, message, Some(Message::new("bad-value-host-help")));
        return None;
    }
    Some(Endpoint { host: host.text.to_owned(), operator: operator?.text.to_owned() })
}

fn portal(node: Node<'_>) -> Option<Portal> {
    let mut table = node.table()?;
    let url = table.required_word("url");
    let operator = table.required_word("operator");
    let status = match table.get("status") {
        None => Some(EMPTY_ANSWER),
        Some(node) => {
            let status = node.number().and_then(|number| u16::try_from(number).ok());
            let known = status.filter(|status| (100..=599).contains(status));
            if known.is_none() {
                node.bad("bad-value-status");
            }
            known
        }
    };
    let body = table.word("body").map(|word| word.text.to_owned());
    table.done();
    let url = url?;
    if !shape::is_url(url.text) {
        let message = Message::new("bad-value-url").with("value", url.text);
        node.findings().report_with(Rule::BadValue, url.span, message, Some(Message::new("bad-value-url-help")));
        return None;
    }
    Some(Portal { url: url.text.to_owned(), operator: operator?.text.to_owned(), status: status?, body })
}
