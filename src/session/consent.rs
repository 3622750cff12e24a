//! What the person allowed: checks over the network, by the hosts that were named to them. Who may see a transaction's hash
//! may not therefore see an address.

use super::Session;
use super::state::Waiting;
use super::trail::Step;
use crate::flow::probe::ProbeKind;

/// What was said so far. A general yes shows nobody a number of the person's.
#[derive(Debug, Clone, Default)]
pub(super) struct Consents {
    general: Said,
    transactions: Said,
    addresses: Said,
}

#[derive(Debug, Clone, Default)]
struct Said {
    hosts: Vec<(String, bool)>,
    /// Of hosts that were not named.
    others: Option<bool>,
    last: Option<bool>,
    /// What the person said on a screen.
    asked: Option<bool>,
}

/// The consent that was said last, so that going back from the next screen asks again.
#[derive(Debug, Clone)]
pub(super) struct Latest {
    before: Consents,
    /// How long the trail was.
    pub(super) at: usize,
}

impl Said {
    fn note(&mut self, yes: bool, hosts: &[String]) {
        if hosts.is_empty() {
            *self = Self { others: Some(yes), asked: self.asked, ..Self::default() };
        }
        self.last = Some(yes);
        self.hosts.retain(|(known, _)| !hosts.contains(known));
        self.hosts.extend(hosts.iter().map(|host| (host.clone(), yes)));
    }

    fn of(&self, hosts: &[String]) -> Option<bool> {
        let said = |host: &String| self.hosts.iter().find(|(known, _)| known == host).map(|(_, yes)| *yes);
        let all: Vec<Option<bool>> = hosts.iter().map(|host| said(host).or(self.others)).collect();
        match all.as_slice() {
            // A flow's test may know no host; then it is meant as it was said last.
            [] => self.last,
            all if all.contains(&Some(false)) => Some(false),
            all => all.iter().all(|yes| *yes == Some(true)).then_some(true),
        }
    }
}

impl Session<'_> {
    /// What the person said when they were asked, of checks that show nobody a number, of transactions, and of addresses.
    pub fn consents_asked(&self) -> [Option<bool>; 3] {
        [&self.consents.general, &self.consents.transactions, &self.consents.addresses].map(|said| said.asked)
    }

    /// What the person said of a check that speaks to those hosts; `None`: they have not been asked.
    pub fn consent(&self, probe: ProbeKind, hosts: &[String]) -> Option<bool> {
        match probe {
            ProbeKind::TxStatus => self.consents.transactions.of(hosts),
            ProbeKind::AddressBalance => self.consents.addresses.of(hosts),
            _ => self.consents.general.of(hosts),
        }
    }

    /// Takes what the person said. Hosts that are named while such a check waits are those that would see its number; a no
    /// without hosts is meant for every check.
    pub(super) fn note_consent(&mut self, yes: bool, hosts: &[String], by_command: bool) {
        let before = self.consents.clone();
        let waiting = match &self.state.waiting {
            Waiting::Probe(call) => Some(call.probe),
            _ => None,
        };
        let is_meant = |probe| waiting == Some(probe) || (!yes && hosts.is_empty());
        let number = waiting.is_some_and(ProbeKind::shows_number);
        let asked = match waiting {
            _ if by_command => None,
            Some(ProbeKind::TxStatus) => Some(&mut self.consents.transactions),
            Some(ProbeKind::AddressBalance) => Some(&mut self.consents.addresses),
            _ => Some(&mut self.consents.general),
        };
        if let Some(said) = asked {
            said.asked = Some(yes);
        }
        if is_meant(ProbeKind::TxStatus) {
            self.consents.transactions.note(yes, hosts);
        }
        if is_meant(ProbeKind::AddressBalance) {
            self.consents.addresses.note(yes, hosts);
        }
        if !number || hosts.is_empty() {
            self.consents.general.note(yes, hosts);
            // It is one question: whoever says no means every host, and whoever says yes those that they were shown.
            self.consents.general.others = if yes && !hosts.is_empty() { None } else { Some(yes) };
        }
        self.latest_consent = (!by_command).then_some(Latest { before, at: self.trail.len() });
    }

    /// Where nothing but checks came after the question whether they may run, it is asked again.
    pub(super) fn takes_consent_back(&mut self) -> bool {
        let Some(latest) = self.latest_consent.take() else { return false };
        let is_check = |step: &Step| matches!(step, Step::Probe(_)) && !self.by_hand;
        if !self.trail.get(latest.at..).is_some_and(|since| since.iter().all(|moved| is_check(&moved.step))) {
            // Still the way back, once the answers in between are taken back.
            self.latest_consent = Some(latest);
            return false;
        }
        let undone = self.trail.split_off(latest.at);
        self.recent.retain(|recent| undone.iter().all(|moved| moved.path != recent.call.path));
        self.consents = latest.before;
        if !undone.is_empty() {
            self.rewalk();
        }
        true
    }
}
