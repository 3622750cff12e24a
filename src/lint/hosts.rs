//! The hosts that profiles and regions name: safe on the way, the provider's own, and none that imitates it.

use crate::diagnostic::{Findings, Rule};
use crate::domain::{Address, Host, Trick, Verdict, judge};
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::profile::{Channel, Profile, Region};
use crate::source::Span;
use indexmap::IndexMap;

/// Kinds whose channels lie on other people's hosts by nature.
const ELSEWHERE: [&str; 2] = ["social", "community"];

/// A place that a file names.
struct Named<'p> {
    host: Host,
    text: &'p str,
    span: Span,
    /// A mail address rather than a page.
    is_mailbox: bool,
}

/// Every rule about the hosts of a profile.
pub(super) fn of_profile(profile: &Profile, findings: &Findings) {
    let pages = pages(profile);
    for page in &pages {
        url_not_https(page, findings);
    }
    for channel in &profile.channels {
        let Some(named) = address(channel, &profile.places) else { continue };
        url_not_https(&named, findings);
        if !ELSEWHERE.contains(&channel.kind.as_str()) {
            url_off_domain(&named, &profile.official_domains, findings);
        }
        lookalike_domain(&named.host, named.span, &profile.official_domains, findings);
    }
    // Pages that show a sign-in page are reached without `https` on purpose, but they have to be somebody's.
    let reached = profile.connectivity.endpoints.iter().map(|endpoint| ("endpoints", endpoint.host.as_str()));
    let portals = profile.connectivity.portals.iter().map(|portal| ("portal", portal.url.as_str()));
    let times = profile.connectivity.times.iter().map(|server| ("time", server.host.as_str()));
    let reached = reached.chain(portals).chain(times).filter_map(|(list, text)| {
        Some((Address::read(text)?.host, *profile.places.get(&format!("connectivity.{list}.{text}"))?))
    });
    for (host, span) in pages.into_iter().map(|page| (page.host, page.span)).chain(reached) {
        lookalike_domain(&host, span, &profile.official_domains, findings);
    }
}

/// Every rule about the hosts of a region.
pub(super) fn of_region(region: &Region, findings: &Findings) {
    for channel in &region.channels {
        if let Some(named) = address(channel, &region.places) {
            url_not_https(&named, findings);
        }
    }
}

/// The pages that the automatic checks read.
fn pages(profile: &Profile) -> Vec<Named<'_>> {
    let is_page = |path: &str| {
        path == "status-page"
            || path.starts_with("explorers.")
            || path
                .strip_prefix("versions.")
                .and_then(|platform| profile.versions.get(platform))
                .is_some_and(|source| source.page().is_some())
    };
    let pages = profile.values.iter().filter(|(path, _)| is_page(path)).filter_map(|(path, value)| {
        let Value::Text(text) = value else { return None };
        let span = *profile.places.get(path)?;
        Some(Named { host: Address::read(text)?.host, text, span, is_mailbox: false })
    });
    pages.collect()
}

/// The address of a channel, if it is one on the network.
fn address<'p>(channel: &'p Channel, places: &IndexMap<String, Span>) -> Option<Named<'p>> {
    let text = channel.address.as_deref()?;
    let span = *places.get(&format!("channel.{}.address", channel.id))?;
    let address = Address::read(text)?;
    let is_page = text.contains("://");
    // A phone number is a number too.
    let is_network = is_page || !address.host.is_number();
    let is_mailbox = !is_page && address.before_at.is_some();
    is_network.then_some(Named { host: address.host, text, span, is_mailbox })
}

/// A page that anybody on the way could change. What stays on this computer passes nobody.
fn url_not_https(named: &Named<'_>, findings: &Findings) {
    let scheme = named.text.split_once("://").map(|(scheme, _)| scheme);
    let is_safe = scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("https"));
    if !is_safe && !named.is_mailbox && !named.host.is_this_computer() {
        let message = Message::new("url-not-https").with("value", named.text);
        let rest = named.text.split_once("://").map_or(named.text, |(_, rest)| rest);
        let help = Message::new("url-not-https-help").with("value", format!("https://{rest}"));
        findings.report_with(Rule::UrlNotHttps, named.span, message, Some(help));
    }
}

/// A channel of a provider on a host that it does not call its own.
fn url_off_domain(named: &Named<'_>, official: &[String], findings: &Findings) {
    if !official.iter().filter_map(|own| Host::read(own)).any(|own| named.host.is_within(&own)) {
        let message = Message::new("url-off-domain").with("host", named.host.to_string());
        findings.report_with(Rule::UrlOffDomain, named.span, message, Some(Message::new("url-off-domain-help")));
    }
}

/// A host that the check of links would call a look-alike.
fn lookalike_domain(host: &Host, span: Span, official: &[String], findings: &Findings) {
    let Verdict::LookAlike(trick) = judge(host, official) else { return };
    let message = match trick {
        Trick::Name(own) => Message::new("lookalike-domain").with("official", own),
        Trick::Scripts | Trick::Number => Message::new("lookalike-domain-scripts"),
    };
    let help = Some(Message::new("lookalike-domain-help"));
    findings.report_with(Rule::LookalikeDomain, span, message.with("host", host.to_string()), help);
}
