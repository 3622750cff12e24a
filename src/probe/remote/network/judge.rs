//! What it comes to: a pure function of what was seen.
//!
//! Nobody is called offline because of fewer than two independent operators, nor where anything answered. Unknown says
//! which stage failed and why.

use super::super::failure::{Cause, Failure, Stage};
use crate::flow::probe::Finding;
use crate::flow::value::Value;
use crate::i18n::Message;
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::time::Duration;

/// What a host is for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The provider's own.
    Provider,
    /// One that can be reached wherever there is a network.
    Endpoint,
    /// A page over plain HTTP.
    Page,
}

/// How reaching it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was there: with its certificate, or with the answer that is known.
    Reached,
    /// Likewise, by way of the proxy that this computer is set to use.
    ReachedByProxy,
    /// Somebody in between wants a sign-in: the status, and the host it leads to.
    SignIn(u16, Option<String>),
    /// An answer that tells nothing about the network.
    Odd(u16),
    /// Nothing.
    Failed(Failure),
}

/// One host and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// The host.
    pub(super) host: String,
    /// Who runs it.
    pub(super) operator: String,
    /// What it is for us.
    pub(super) role: Role,
    /// How reaching it ended.
    pub(super) outcome: Outcome,
}

/// Everything that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Evidence {
    /// Each host.
    pub(super) seen: Vec<Seen>,
    /// Whether this computer knows a way to the internet.
    pub(super) route: bool,
}

impl Seen {
    fn is_reached(&self) -> bool {
        matches!(self.outcome, Outcome::Reached | Outcome::ReachedByProxy)
    }

    fn is_host(&self) -> bool {
        self.role != Role::Page
    }

    fn failure(&self) -> Option<&Failure> {
        match &self.outcome {
            Outcome::Failed(failure) => Some(failure),
            _ => None,
        }
    }
}

/// The finding.
pub(super) fn judge(evidence: &Evidence) -> Finding {
    let (value, reason) = match verdict(evidence) {
        Ok(word) => (Value::Choice(word.to_owned()), None),
        Err(reason) => (Value::Unknown, Some(reason)),
    };
    Finding { value, reason, observed: Some(observed(&evidence.seen)), elapsed: Duration::ZERO }
}

/// The result. Errors: why there is none.
fn verdict(evidence: &Evidence) -> Result<&'static str, Message> {
    let seen = &evidence.seen;
    let proved = operators(seen, |one| one.is_host() && one.is_reached());
    // A sign-in may let some hosts through, but not all: where all prove themselves, a page has merely changed.
    let through = proved.len() >= 2 && seen.iter().all(|one| !one.is_host() || one.is_reached());
    if seen.iter().any(|one| matches!(one.outcome, Outcome::SignIn(..))) && !through {
        return Ok("captive");
    }
    if let Some(failure) = all_dated(seen)
        && proved.is_empty()
    {
        return Err(failure.message());
    }
    let reached = operators(seen, Seen::is_reached);
    if reached.is_empty() {
        return nothing(evidence);
    }
    let all = operators(seen, |one| one.failure().is_some()).is_subset(&reached);
    Ok(if all { "online" } else { "filtered" })
}

/// The first of the hosts whose certificate has the wrong date, if that is what is wrong with all that had one to show:
/// certificates of independent operators do not end on one day, so it is this computer's clock.
fn all_dated(seen: &[Seen]) -> Option<&Failure> {
    let shown = || seen.iter().filter_map(Seen::failure).filter(|failure| failure.stage == Stage::Tls);
    let dated = |failure: &&Failure| failure.cause == Cause::CertificateDate;
    shown().next().filter(|_| shown().all(|failure| dated(&failure)))
}

/// Nothing was reached.
fn nothing(evidence: &Evidence) -> Result<&'static str, Message> {
    for one in &evidence.seen {
        if let Outcome::Odd(status) = one.outcome {
            return Err(Message::new("net-status").with("host", one.host.as_str()).with("status", i64::from(status)));
        }
    }
    let failures: Vec<&Failure> = evidence.seen.iter().filter_map(Seen::failure).collect();
    // The provider may be one of them by another name.
    let others = |one: &Seen| one.role != Role::Provider && one.failure().is_some();
    let independent = operators(&evidence.seen, others).len() >= 2;
    if independent && failures.iter().all(|failure| means_offline(failure)) {
        let names_only = failures.iter().all(|failure| failure.stage == Stage::Name);
        // With a way out and not one name, the computer may be online, and only its resolver broken.
        return if names_only && evidence.route { Err(Message::new("net-dns")) } else { Ok("offline") };
    }
    // What does not look like being offline says most, and of that what came furthest, the first of several.
    let furthest = failures.iter().rev().max_by_key(|failure| (!means_offline(failure), failure.stage));
    Err(furthest.map_or_else(|| Message::new("probe-no-reason"), |failure| failure.message()))
}

/// Whether it looks like this without a network.
fn means_offline(failure: &Failure) -> bool {
    match failure.cause {
        Cause::NoAddress | Cause::Refused | Cause::Unreachable => true,
        Cause::Silent => failure.stage <= Stage::Connection,
        _ => false,
    }
}

fn operators(seen: &[Seen], which: impl Fn(&Seen) -> bool) -> BTreeSet<&str> {
    seen.iter().filter(|one| which(one)).map(|one| one.operator.as_str()).collect()
}

/// How many were reached, and what became of the others, in facts.
fn observed(seen: &[Seen]) -> String {
    let reached = seen.iter().filter(|one| one.is_reached()).count();
    let by_proxy = seen.iter().filter(|one| one.outcome == Outcome::ReachedByProxy).count();
    let mut facts = vec![format!("reached {reached}/{}", seen.len())];
    if by_proxy > 0 {
        facts.push(format!("by proxy {by_proxy}"));
    }
    // Those to which the same happened are told together: without a network that is all of them.
    let mut alike: IndexMap<String, Vec<&str>> = IndexMap::new();
    for one in seen {
        let what = match &one.outcome {
            Outcome::Reached | Outcome::ReachedByProxy => continue,
            Outcome::SignIn(status, None) | Outcome::Odd(status) => format!("http {status}"),
            Outcome::SignIn(status, Some(to)) => format!("http {status} {to}"),
            Outcome::Failed(failure) => failure.observed(),
        };
        alike.entry(what).or_default().push(&one.host);
    }
    facts.extend(alike.iter().map(|(what, hosts)| format!("{} {what}", hosts.join(", "))));
    facts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Outcome, Role, Seen, judge};
    use crate::probe::remote::failure::{Cause, Failure, Stage};

    /// What became of a host, as in `A tls cut`: its operator, and what was seen; `page` before it for a page.
    fn seen(text: &str) -> Seen {
        let words: Vec<&str> = text.split(' ').collect();
        let (role, words) = match words.as_slice() {
            ["page", rest @ ..] => (Role::Page, rest),
            ["provider", rest @ ..] => (Role::Provider, rest),
            rest => (Role::Endpoint, rest),
        };
        let host = format!("{}.example", words[0].to_lowercase());
        let failed = |stage, cause| Outcome::Failed(Failure { host: host.clone(), stage, cause });
        let outcome = match &words[1..] {
            ["ok"] => Outcome::Reached,
            ["proxied"] => Outcome::ReachedByProxy,
            ["302"] => Outcome::SignIn(302, Some("10.1.1.1".to_owned())),
            ["511"] => Outcome::SignIn(511, None),
            ["503"] => Outcome::Odd(503),
            ["dns", "none"] => failed(Stage::Name, Cause::NoAddress),
            ["dns", "silent"] => failed(Stage::Name, Cause::Silent),
            ["dns", "astray"] => failed(Stage::Name, Cause::Astray),
            ["tcp", "refused"] => failed(Stage::Connection, Cause::Refused),
            ["tcp", "unreachable"] => failed(Stage::Connection, Cause::Unreachable),
            ["tcp", "silent"] => failed(Stage::Connection, Cause::Silent),
            ["tcp", "proxy"] => failed(Stage::Connection, Cause::Proxy),
            ["tls", "cut"] => failed(Stage::Tls, Cause::Cut),
            ["tls", "silent"] => failed(Stage::Tls, Cause::Silent),
            ["tls", "date"] => failed(Stage::Tls, Cause::CertificateDate),
            ["tls", "issuer"] => failed(Stage::Tls, Cause::CertificateIssuer),
            ["tls", "no-roots"] => failed(Stage::Tls, Cause::NoRoots),
            ["http", "cut"] => failed(Stage::Http, Cause::Cut),
            other => panic!("{other:?} is no outcome"),
        };
        Seen { host, operator: words[0].to_owned(), role, outcome }
    }

    /// The result, or the reason why there is none.
    fn verdict(route: bool, all: &str) -> String {
        let finding = judge(&Evidence { seen: all.split(", ").map(seen).collect(), route });
        finding.reason.map_or_else(|| finding.value.key().to_owned(), |reason| reason.key)
    }

    #[test]
    fn what_was_seen_comes_to_a_result() {
        for (all, expected) in [
            ("A ok, B ok, page C ok", "online"),
            ("A ok, page A tcp silent", "online"),
            ("A proxied, B proxied, page C ok", "online"),
            ("provider P ok, A ok, B ok", "online"),
            ("A ok, B tls cut", "filtered"),
            ("A tls cut, B dns none, page C ok", "filtered"),
            ("provider P dns astray, A ok, B ok", "filtered"),
            ("A ok, B tls date", "filtered"),
            ("A ok, B dns silent, C tcp silent, D tls silent", "filtered"),
            ("A tcp refused, B tcp silent", "offline"),
            ("A tcp unreachable, B tcp unreachable, page A dns none", "offline"),
            ("A dns none, B tcp refused", "offline"),
            ("A tcp refused, A tcp silent", "net-refused"),
            ("A tcp refused", "net-refused"),
            ("provider P tcp refused, A tcp refused", "net-refused"),
            ("provider P tcp refused, A tcp refused, B tcp silent", "offline"),
            ("A dns none, B dns silent, page C dns none", "net-dns"),
            ("A tcp refused, B tls silent, C tls cut", "net-silent-tls"),
            ("A dns none, B dns astray", "net-astray"),
            ("A tcp proxy, B tcp proxy, page C tcp proxy", "net-proxy"),
            ("A tls no-roots, B tls no-roots, page C tcp refused", "net-no-roots"),
            ("A tls date, B tls date, page A ok, page C ok", "net-certificate-date"),
            ("A tls date, B dns none, page A tcp silent", "net-certificate-date"),
            ("A tls issuer, B tls date, page C ok", "filtered"),
            ("A tls issuer, B tls date, page C http cut", "net-cut"),
            ("A tcp refused, B tcp refused, page A 503", "net-status"),
            ("A ok, B ok, page A 503", "online"),
            ("A tcp silent, B tls cut, page A 302", "captive"),
            ("A tls date, B tls date, page A 302", "captive"),
            ("A ok, B tls cut, page A ok, page B 511", "captive"),
            ("A ok, page B 302", "captive"),
            ("A ok, B ok, page B 302", "online"),
        ] {
            assert_eq!(verdict(true, all), expected, "{all}");
        }
    }

    #[test]
    fn without_a_way_out_names_that_cannot_be_looked_up_mean_offline() {
        assert_eq!(verdict(false, "A dns none, B dns none"), "offline");
        assert_eq!(verdict(false, "A dns none, A dns none"), "net-no-address", "one operator alone proves nothing");
        assert_eq!(verdict(false, "A ok, B dns none"), "filtered");
    }

    #[test]
    fn what_was_observed_names_everything_that_was_not_reached() {
        let all = "provider P dns none, A ok, B proxied, C tls silent, D dns none, page A 302, page B 511, page C 503";
        let finding = judge(&Evidence { seen: all.split(", ").map(seen).collect(), route: true });
        let observed = "reached 2/8; by proxy 1; p.example, d.example dns no-address; c.example tls silent; \
                        a.example http 302 10.1.1.1; b.example http 511; c.example http 503";
        assert_eq!(finding.observed.as_deref(), Some(observed));
    }
}
