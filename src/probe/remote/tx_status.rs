//! What the chain says about a transaction. The one host that is asked sees its id, and so who is interested in it.

use super::Net;
use super::chain::{Asker, Chosen, TxId, by_form, by_name, is_form_of, observed, transaction};
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::probe::World;
use crate::probe::pure::input;
use crate::profile::Profile;
use std::time::Duration;

/// Looks it up at the explorer of its chain.
pub(super) async fn check(call: &ProbeCall, world: &World, net: &Net) -> Finding {
    let (id, chosen) = match choose(call, &world.profile) {
        Ok(chosen) => chosen,
        Err(reason) => return Finding::unknown(reason),
    };
    let asker = Asker::new(net, &chosen.explorer.url, call.deadline);
    let judged = match transaction(&chosen, &id, &asker, world.now).await {
        Ok(judged) => judged,
        Err(doubt) => return Finding::unknown(doubt.message(&asker.host)),
    };
    let hidden = [input(call, "tx").unwrap_or_default(), id.digits()];
    Finding {
        value: Value::Choice(judged.result.to_owned()),
        // No node knows everything that was ever sent, least of all what was sent a moment ago.
        reason: (judged.result == "not-found")
            .then(|| Message::new("chain-not-seen").with("host", asker.host.as_str())),
        observed: Some(observed(&asker.host, chosen.chain, &judged.facts, &hidden)),
        elapsed: Duration::ZERO,
    }
}

/// The host that would be asked.
pub(super) fn hosts(call: &ProbeCall, profile: &Profile) -> Vec<String> {
    choose(call, profile).map(|(_, chosen)| chosen.host()).into_iter().collect()
}

/// What would be asked where; nothing is, unless the id has the form of that chain's.
fn choose<'p>(call: &ProbeCall, profile: &'p Profile) -> Result<(TxId, Chosen<'p>), Message> {
    let id = TxId::read(input(call, "tx").ok_or_else(|| Message::new("probe-input-missing"))?)?;
    let Some(chain) = input(call, "chain") else {
        return by_form(profile, &id).map(|chosen| (id, chosen));
    };
    let chosen = by_name(profile, chain)?;
    if is_form_of(&id, chosen.explorer.kind) {
        Ok((id, chosen))
    } else {
        Err(Message::new("chain-tx-other").with("chain", chosen.chain))
    }
}
