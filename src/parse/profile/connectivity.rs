//! `[profile.connectivity]`: hosts to reach, pages whose answer is known, and time servers.

use super::super::reader::{Node, Table};
use super::{Known, shape};
use crate::diagnostic::Rule;
use crate::i18n::Message;
use crate::profile::{Connectivity, Endpoint, Portal};

/// What a page answers that has nothing to say.
const EMPTY_ANSWER: u16 = 204;

/// Reads the table.
pub(super) fn read(mut table: Table<'_>, known: &mut Known) -> Connectivity {
    let connectivity = Connectivity {
        endpoints: table.array("endpoints").into_iter().filter_map(|node| endpoint(node, "endpoints", known)).collect(),
        portals: table.array("portal").into_iter().filter_map(|node| portal(node, known)).collect(),
        times: table.array("time").into_iter().filter_map(|node| endpoint(node, "time", known)).collect(),
    };
    table.done();
    connectivity
}

fn endpoint(node: Node<'_>, list: &str, known: &mut Known) -> Option<Endpoint> {
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
    known.places.insert(format!("connectivity.{list}.{}", host.text), host.span);
    Some(Endpoint { host: host.text.to_owned(), operator: operator?.text.to_owned() })
}

fn portal(node: Node<'_>, known: &mut Known) -> Option<Portal> {
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
    known.places.insert(format!("connectivity.portal.{}", url.text), url.span);
    Some(Portal { url: url.text.to_owned(), operator: operator?.text.to_owned(), status: status?, body })
}
