//! What an address holds of its chain's own coin. The one host that is asked sees the address, and so who is interested in it.

use super::Net;
use super::chain::{Account, Asker, Chosen, balance, by_name, observed};
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::{Amount, Value};
use crate::i18n::Message;
use crate::probe::World;
use crate::probe::pure::input;
use crate::profile::Profile;
use std::time::Duration;

/// Looks it up at the explorer of its chain.
pub(super) async fn check(call: &ProbeCall, world: &World, net: &Net) -> Finding {
    let (account, chosen) = match choose(call, &world.profile) {
        Ok(chosen) => chosen,
        Err(reason) => return Finding::unknown(reason),
    };
    let asker = Asker::new(net, &chosen.explorer.url, call.deadline);
    let held = match balance(&chosen, &account, &asker, world.now).await {
        Ok(held) => held,
        Err(doubt) => return Finding::unknown(doubt.message(&asker.host)),
    };
    let typed = input(call, "address").unwrap_or_default();
    Finding {
        value: Value::Amount(Amount { number: held.number, currency: held.coin.to_owned() }),
        reason: None,
        observed: Some(observed(&asker.host, chosen.chain, &held.facts, &[typed, account.spelling()])),
        elapsed: Duration::ZERO,
    }
}

/// The host that would be asked.
pub(super) fn hosts(call: &ProbeCall, profile: &Profile) -> Vec<String> {
    choose(call, profile).map(|(_, chosen)| chosen.host()).into_iter().collect()
}

/// What would be asked where; nothing is, unless the address is whole and of that chain.
fn choose<'p>(call: &ProbeCall, profile: &'p Profile) -> Result<(Account, Chosen<'p>), Message> {
    let chain = input(call, "chain").ok_or_else(|| Message::new("probe-input-missing"))?;
    let chosen = by_name(profile, chain)?;
    Account::read(call, profile, &chosen).map(|account| (account, chosen))
}
