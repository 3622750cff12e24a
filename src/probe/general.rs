//! The checks that can be made without knowing anything of the person, and the hosts that are named before any of them.

use super::hosts;
use super::remote::host_of;
use crate::flow::probe::{DEADLINE, ProbeCall, ProbeKind};
use crate::flow::value::Value;
use crate::i18n::{Arg, Lang, Message};
use crate::profile::Profile;

/// The checks over the network that show nobody a number of the person's.
fn general() -> Vec<ProbeCall> {
    let latest = words_of(ProbeKind::LatestVersion, "platform");
    let latest = latest.iter().map(|platform| call(ProbeKind::LatestVersion, &[("platform", platform)]));
    let [network, status, clock] =
        [ProbeKind::Network, ProbeKind::ServiceStatus, ProbeKind::Clock].map(|probe| call(probe, &[]));
    [network, status].into_iter().chain(latest).chain([clock]).collect()
}

/// Every check that needs no input, or whose input the profile settles.
pub fn usual(profile: &Profile) -> Vec<ProbeCall> {
    let has_feed = |call: &ProbeCall| call.probe != ProbeKind::LatestVersion || !hosts(call, profile).is_empty();
    let support = call(ProbeKind::SupportHours, &[("for", "contact")]);
    general().into_iter().filter(has_feed).chain([support]).collect()
}

/// The hosts of all general checks over the network, each once, in the order in which they are asked: they are allowed or
/// refused together.
pub fn general_hosts(profile: &Profile) -> Vec<String> {
    each_once(general().iter().flat_map(|call| hosts(call, profile)))
}

/// The hosts that would see a number of the person's.
pub fn explorer_hosts(profile: &Profile) -> Vec<String> {
    each_once(profile.explorers.values().map(|explorer| host_of(&explorer.url)))
}

/// Whom checks speak to, where a command allowed them: `seeing` are those that see a number. `None`: nobody.
pub fn contacts(hosts: Vec<String>, seeing: &[String]) -> Option<Message> {
    let all = each_once(hosts.into_iter().chain(seeing.iter().cloned()));
    let key = if seeing.is_empty() { "probe-contacts" } else { "probe-contacts-number" };
    let said = Message::new(key).with("hosts", in_words(&all)).with("seeing", in_words(seeing));
    (!all.is_empty()).then_some(said)
}

fn call(probe: ProbeKind, inputs: &[(&str, &str)]) -> ProbeCall {
    let known = probe.inputs().iter().filter_map(|input| {
        let (_, word) = inputs.iter().find(|(name, _)| *name == input.name)?;
        let value = if input.words.is_some() { Value::Choice } else { Value::Text };
        Some((input.name.to_owned(), value((*word).to_owned())))
    });
    ProbeCall { path: probe.id().to_owned(), probe, inputs: known.collect(), deadline: DEADLINE }
}

/// The words that an input can be.
fn words_of(probe: ProbeKind, input: &str) -> &'static [&'static str] {
    let input = probe.inputs().iter().find(|known| known.name == input);
    input.and_then(|input| input.words).unwrap_or_default()
}

/// Every host once, the first of equals staying where it is.
pub fn each_once(hosts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for host in hosts {
        if !list.contains(&host) {
            list.push(host);
        }
    }
    list
}

/// Hosts as a sentence names them.
pub fn in_words(hosts: &[String]) -> Arg {
    Arg::Both { zh: hosts.join("、"), en: hosts.join(", ") }
}

/// What stands beside a result: what it does not mean, where somebody could think so, else what exactly was seen.
pub fn remark(reason: Option<&Message>, observed: Option<&str>, lang: Lang) -> Option<String> {
    let said = reason.map(|reason| reason.text(lang)).or_else(|| observed.map(str::to_owned));
    said.filter(|said| !said.is_empty())
}
