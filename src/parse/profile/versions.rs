//! `[profile.versions]`: where the newest version of the app can be read, one line a platform.

use super::super::reader::{Kind, Node, Table};
use super::{Known, bad_country, only_one, shape};
use crate::diagnostic::Rule;
use crate::flow::value::Value;
use crate::hours::holiday;
use crate::i18n::Message;
use crate::profile::VersionSource;
use indexmap::IndexMap;

/// Where an app can run that has versions.
pub(in crate::parse) const PLATFORMS: [&str; 4] = ["ios", "android", "desktop", "extension"];

/// Reads the table. What each service calls the app can be read in texts too.
pub(super) fn read(mut table: Table<'_>, known: &mut Known) -> IndexMap<String, VersionSource> {
    let mut versions = IndexMap::new();
    for platform in PLATFORMS {
        let Some(node) = table.get(platform) else { continue };
        let source = match node.kind() {
            Kind::Word => ask(node),
            Kind::Table => service(node),
            _ => node.wrong(&[Kind::Word, Kind::Table]),
        };
        if let Some((source, place)) = source {
            let text = match &source {
                VersionSource::Ask => "ask",
                VersionSource::ITunes { app: text, .. } | VersionSource::GitHub(text) | VersionSource::Feed(text) => {
                    text
                }
            };
            known.put(&format!("versions.{platform}"), Value::Text(text.to_owned()), place.span);
            versions.insert(platform.to_owned(), source);
        }
    }
    table.done();
    versions
}

fn ask(node: Node<'_>) -> Option<(VersionSource, Node<'_>)> {
    let is_ask = node.word()?.text == "ask";
    if !is_ask {
        node.bad("bad-value-version-source");
    }
    is_ask.then_some((VersionSource::Ask, node))
}

fn service(node: Node<'_>) -> Option<(VersionSource, Node<'_>)> {
    let mut table = node.table()?;
    let chosen = only_one(&mut table, &["itunes", "github", "feed"], node);
    let country = table.get("country").and_then(store_country);
    table.done();
    let (service, place) = chosen?;
    let text = place.word()?.text;
    let (fits, wrong, help) = match service {
        "itunes" => (shape::is_store_app(text), "bad-value-store-app", "bad-value-store-app-help"),
        "github" => (shape::is_repository(text), "bad-value-repository", "bad-value-repository-help"),
        _ => (false, "bad-value-url", "bad-value-url-help"),
    };
    if !fits && !shape::is_url(text) {
        let message = Message::new(wrong).with("value", text);
        node.findings().report_with(Rule::BadValue, place.span, message, Some(Message::new(help)));
        return None;
    }
    let text = text.to_owned();
    let source = match service {
        "itunes" => VersionSource::ITunes { app: text, country },
        "github" => VersionSource::GitHub(text),
        _ => VersionSource::Feed(text),
    };
    Some((source, place))
}

/// The store writes countries in small letters, everything else here in capitals: both are right.
fn store_country(node: Node<'_>) -> Option<String> {
    let text = node.word()?.text;
    let is_country = holiday::is_country(&text.to_ascii_uppercase());
    if !is_country {
        bad_country(text, node.span, node.findings());
    }
    is_country.then(|| text.to_owned())
}
