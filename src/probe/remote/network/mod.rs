//! Is this computer online? Hosts of independent operators, the provider's own first, all at once and stage by stage; and
//! pages with a known answer, so that a sign-in page shows.

mod defaults;
mod judge;
mod page;
mod reach;

pub(super) use page::is_itself;

use super::net::{Request, host_of};
use super::{Net, patience};
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::probe::{World, each_once};
use crate::profile::{Endpoint, Portal, Profile};
use judge::{Evidence, Outcome, Role, Seen};
use tokio::task::JoinSet;
use tokio::time::Instant;

/// Something to reach.
#[derive(Debug, Clone)]
enum Target {
    Host(Endpoint, Role),
    Page(Portal),
}

pub(super) async fn check(call: &ProbeCall, world: &World, net: &Net) -> Finding {
    let until = Instant::now() + patience(call.deadline);
    let targets = targets(&world.profile);
    let mut looking = JoinSet::new();
    for (at, target) in targets.iter().cloned().enumerate() {
        let net = net.clone();
        looking.spawn(async move { (at, look(&net, &target, until).await) });
    }
    let mut outcomes = looking.join_all().await;
    outcomes.sort_by_key(|(at, _)| *at);
    let seen = targets.iter().zip(outcomes).map(|(target, (_, outcome))| target.seen(outcome)).collect();
    judge::judge(&Evidence { seen, route: super::resolve::has_route() })
}

pub(super) fn hosts(profile: &Profile) -> Vec<String> {
    each_once(targets(profile).iter().map(Target::host))
}

/// The hosts to reach: the profile's, else the program's own.
pub(super) fn endpoints(profile: &Profile) -> Vec<Endpoint> {
    let own = &profile.connectivity.endpoints;
    if own.is_empty() { defaults::endpoints() } else { own.clone() }
}

/// The pages whose answer is known: the profile's, else the program's own.
pub(super) fn portals(profile: &Profile) -> Vec<Portal> {
    let own = &profile.connectivity.portals;
    if own.is_empty() { defaults::portals() } else { own.clone() }
}

fn targets(profile: &Profile) -> Vec<Target> {
    let provider = provider(profile).map(|host| Endpoint { host, operator: profile.id.clone() });
    let mut targets: Vec<Target> = provider.into_iter().map(|host| Target::Host(host, Role::Provider)).collect();
    targets.extend(endpoints(profile).into_iter().map(|host| Target::Host(host, Role::Endpoint)));
    targets.extend(portals(profile).into_iter().map(Target::Page));
    targets
}

/// The provider's own host: the one of its status page, else its first official domain.
fn provider(profile: &Profile) -> Option<String> {
    match profile.values.get("status-page") {
        Some(Value::Text(url)) if url.starts_with("https://") => Some(host_of(url)),
        _ => profile.official_domains.first().cloned(),
    }
}

impl Target {
    fn host(&self) -> String {
        match self {
            Self::Host(endpoint, _) => endpoint.host.clone(),
            Self::Page(portal) => host_of(&portal.url),
        }
    }

    fn seen(&self, outcome: Outcome) -> Seen {
        let (operator, role) = match self {
            Self::Host(endpoint, role) => (endpoint.operator.clone(), *role),
            Self::Page(portal) => (portal.operator.clone(), Role::Page),
        };
        Seen { host: self.host(), operator, role, outcome }
    }
}

async fn look(net: &Net, target: &Target, until: Instant) -> Outcome {
    match target {
        Target::Host(endpoint, _) => reach::reach(net, &endpoint.host, until).await,
        Target::Page(portal) => {
            let patience = until.saturating_duration_since(Instant::now());
            let request = Request { url: &portal.url, json: None, accept: "*/*", patience };
            match net.ask(&request).await {
                Ok(response) => page::outcome(portal, &response),
                Err(failure) => Outcome::Failed(failure),
            }
        }
    }
}
