//! A region file (`regions/<id>.toml`): the authorities of some countries.

use super::ids;
use super::profile::channel::{REGIONAL, read_all};
use super::profile::{Known, country, time_zone};
use super::reader::Table;
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::text::Text;
use crate::i18n::Message;
use crate::profile::Region;
use crate::source::Span;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::sync::Arc;

/// Reads the root table of the region `id`. What is wrong in it is left out of the region.
pub fn read(id: &str, mut root: Table<'_>) -> Region {
    let findings = root.findings();
    ids::check_plain(id, Span::default(), findings);
    let mut region = Region {
        id: id.to_owned(),
        source: Arc::clone(findings.source()),
        name: Text::plain(id, id),
        disclaimer: Text::plain("", ""),
        countries: Vec::new(),
        time_zone: TimeZone::UTC,
        channels: Vec::new(),
        places: indexmap::IndexMap::new(),
    };
    let mut known = Known::default();
    if let Some(mut table) = root.required_table("region") {
        if let Some(name) = table.required_plain_text("name") {
            region.name = name;
        }
        if let Some(disclaimer) = table.required_plain_text("disclaimer") {
            region.disclaimer = disclaimer;
        }
        if let Some(node) = table.required("countries") {
            let nodes = node.array();
            if nodes.as_ref().is_some_and(Vec::is_empty) {
                node.bad("bad-value-empty-list");
            }
            let countries = nodes.into_iter().flatten().filter_map(|node| country(node, &mut known));
            region.countries = countries.collect();
        }
        if let Some(zone) = table.required("time-zone").and_then(time_zone) {
            region.time_zone = zone;
        }
        table.done();
    }
    region.channels = read_all(&mut root, &REGIONAL, &mut known);
    root.done();
    region.places = known.places;
    region
}

/// Reports each country that two regions of a pack claim; the first to claim it keeps it.
pub fn check_countries<'r>(regions: impl IntoIterator<Item = &'r Region>) -> Vec<Diagnostic> {
    let mut owners: HashMap<&str, &Region> = HashMap::new();
    let mut found = Vec::new();
    for region in regions {
        for code in &region.countries {
            if let Some(owner) = owners.get(code.as_str()) {
                let span = region.places.get(&format!("country.{code}")).copied().unwrap_or_default();
                let message = Message::new("bad-value-country-twice")
                    .with("value", code.as_str())
                    .with("file", owner.source.name.as_str());
                found.push(Diagnostic::new(Rule::BadValue, &region.source, span, message));
            } else {
                owners.insert(code, region);
            }
        }
    }
    found
}
