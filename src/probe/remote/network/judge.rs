//! What it comes to: a pure function of what was seen.
//!
//! Nobody is called offline because of fewer than two independent operators, nor where anything answered. Unknown says
//! which stage failed and why.

use super::super::failure::{Cause, Failure, Stage};
use crate::flow::probe::Finding;
use crate::flow::value::Value;
use crate::i18n::Message;
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
    let independent = operators(&evidence.seen, |one| one.failure().is_some()).len() >= 2;
    if independent && failures.iter().all(|failure| means_offline(failure)) {
        let names_only = failures.iter().all(|failure| failure.stage == Stage::Name);
        // With a way out and not one name, the computer may be online, and only its resolver broken.
        return if names_only && evidence.route { Err(Message::new("net-dns")) } else { Ok("offline") };
    }
    // The one that came furthest says most; of several the first.
    let furthest = failures.iter().rev().max_by_key(|failure| failure.stage);
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
    facts.extend(seen.iter().filter_map(|one| match &one.outcome {
        Outcome::Reached | Outcome::ReachedByProxy => None,
        Outcome::SignIn(status, None) | Outcome::Odd(status) => Some(format!("{} http {status}", one.host)),
        Outcome::SignIn(status, Some(to)) => Some(format!("{} http {status} {to}", one.host)),
        Outcome::Failed(failure) => Some(failure.observed()),
    }));
    facts.join("; ")
}
