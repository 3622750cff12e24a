//! Is this computer's clock right? What several independent hosts say over HTTP, and time servers where a profile names some.

mod date;
mod judge;
mod sntp;

pub(super) use date::made;

use super::failure::{Cause, Failure};
use super::net::{Request, host_of};
use super::network::{endpoints, is_itself, portals};
use super::{Net, patience};
use crate::flow::probe::{Finding, ProbeCall};
use crate::probe::{World, each_once};
use crate::profile::{Portal, Profile};
use judge::Reading;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// Somebody who may say what time it is.
#[derive(Debug, Clone)]
struct Source {
    host: String,
    operator: String,
    way: Way,
}

#[derive(Debug, Clone)]
enum Way {
    /// The headers of its front page, over HTTPS.
    Headers,
    /// A page with a known answer over plain HTTP, which says the time also where certificates fail by a wrong clock. A
    /// sign-in page in its place says the time of a box in the wall, and the same one for every host.
    Page(Portal),
    /// A time server.
    Sntp,
}

pub(super) async fn check(call: &ProbeCall, world: &World, net: &Net) -> Finding {
    let until = Instant::now() + patience(call.deadline);
    let mut asking = JoinSet::new();
    for (at, source) in sources(&world.profile).into_iter().enumerate() {
        let net = net.clone();
        asking.spawn(async move { (at, ask(&net, &source, until).await) });
    }
    let mut answers = asking.join_all().await;
    answers.sort_by_key(|(at, _)| *at);
    let (mut readings, mut failures) = (Vec::new(), Vec::new());
    for (_, answer) in answers {
        match answer {
            Ok(reading) => readings.extend(reading),
            Err(failure) => failures.push(failure),
        }
    }
    // A certificate of another day says more than a host that is silent.
    let dated = failures.iter().find(|failure| failure.cause == Cause::CertificateDate);
    let telling = dated.or_else(|| failures.iter().rev().max_by_key(|failure| failure.stage));
    judge::judge(&readings, telling.map(Failure::message))
}

pub(super) fn hosts(profile: &Profile) -> Vec<String> {
    each_once(sources(profile).into_iter().map(|source| source.host))
}

fn sources(profile: &Profile) -> Vec<Source> {
    let times = profile.connectivity.times.iter().map(|server| Source {
        host: server.host.clone(),
        operator: server.operator.clone(),
        way: Way::Sntp,
    });
    let headers = endpoints(profile).into_iter().map(|endpoint| Source {
        host: endpoint.host,
        operator: endpoint.operator,
        way: Way::Headers,
    });
    let pages = portals(profile).into_iter().map(|portal| Source {
        host: host_of(&portal.url),
        operator: portal.operator.clone(),
        way: Way::Page(portal),
    });
    times.chain(headers).chain(pages).collect()
}

/// What it says; `None`: an answer without the time. Errors: no answer.
async fn ask(net: &Net, source: &Source, until: Instant) -> Result<Option<Reading>, Failure> {
    let patience = until.saturating_duration_since(Instant::now());
    let reading =
        |ahead, margin| Some(Reading { host: source.host.clone(), operator: source.operator.clone(), ahead, margin });
    let response = match &source.way {
        Way::Sntp => return sntp::ask(&source.host, until).await.map(|skew| reading(skew.ahead, skew.margin)),
        Way::Headers => net.head(&format!("https://{}/", source.host), patience).await?,
        Way::Page(portal) => {
            let response = net.ask(&Request { url: &portal.url, json: None, accept: "*/*", patience }).await?;
            if !is_itself(portal, &response) {
                return Ok(None);
            }
            response
        }
    };
    let Some(made) = date::made(&response.headers) else { return Ok(None) };
    let millis = |duration: std::time::Duration| i128::try_from(duration.as_millis()).unwrap_or(i128::MAX);
    let took = millis(response.answered.duration_since(response.asked));
    let between = sntp::now() - millis(response.answered.elapsed()) - took / 2;
    // Its clock stood anywhere within that second.
    Ok(reading(between - i128::from(made.as_millisecond()) - 500, 1000 + took / 2))
}
