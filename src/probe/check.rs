//! What each check does. Those that are pure follow from their inputs, the profile and the clock.

use super::pure::{address, domain, same_address, wallet_error};
use crate::contact::{View, list};
use crate::flow::display::iso;
use crate::flow::probe::{Finding, ProbeCall, ProbeKind};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::profile::{Profile, Purpose, Region};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::time::Duration;

/// What a check can know besides its inputs.
#[derive(Debug, Clone)]
pub struct World {
    /// The provider.
    pub profile: Profile,
    /// The region of the person's country, if the pack has one.
    pub region: Option<Region>,
    /// The person's country.
    pub country: Option<String>,
    /// The person's zone.
    pub zone: TimeZone,
    /// The session's clock when the check starts.
    pub now: Timestamp,
}

impl World {
    /// The same for somebody in that country; `false`: that is where they were.
    pub(super) fn locate(&mut self, country: Option<&str>, region: Option<&Region>) -> bool {
        let moved = self.country.as_deref() != country;
        if moved {
            self.country = country.map(str::to_owned);
            self.region = region.cloned();
        }
        moved
    }
}

/// Runs one check. An input that it cannot do without and does not have makes it unknown.
pub fn check(call: &ProbeCall, world: &World) -> Finding {
    if lacks_input(call) {
        return Finding::unknown(Message::new("probe-input-missing"));
    }
    match call.probe {
        ProbeKind::SupportHours => support_hours(call, world),
        ProbeKind::Address => address::check(call, &world.profile),
        ProbeKind::SameAddress => same_address::check(call),
        ProbeKind::Domain => domain::check(call, &world.profile),
        ProbeKind::WalletError => wallet_error::check(call),
        // Whoever runs those must be able to wait.
        _ => Finding::unknown(Message::new("probe-offline")),
    }
}

/// Whether a needed input is unknown.
pub(super) fn lacks_input(call: &ProbeCall) -> bool {
    let known = |name: &str| call.inputs.get(name).is_some_and(Value::is_known);
    call.probe.inputs().iter().any(|input| input.needed && !known(input.name))
}

/// Open if a channel of that purpose is; closed only if the hours of at least one are known and none is open.
fn support_hours(call: &ProbeCall, world: &World) -> Finding {
    let wanted = match call.inputs.get("for") {
        Some(Value::Choice(id) | Value::Text(id)) => id.as_str(),
        _ => "",
    };
    let Some((_, purpose)) = Purpose::ALL.iter().find(|(id, _)| *id == wanted) else {
        return Finding::unknown(Message::new("probe-input-missing"));
    };
    let view = View {
        profile: &world.profile,
        region: world.region.as_ref(),
        country: world.country.as_deref(),
        lang: Lang::En,
        zone: &world.zone,
        now: world.now,
    };
    let listed = list(&view, &[*purpose]);
    let known: Vec<_> = listed.iter().filter_map(|l| l.hours.map(|hours| (l.channel, hours))).collect();
    if let Some((channel, _)) = known.iter().find(|(_, hours)| hours.open) {
        return found("open", channel.id.clone());
    }
    let soonest = known.iter().min_by_key(|(_, hours)| hours.opens_at.unwrap_or(Timestamp::MAX));
    match soonest {
        Some((channel, hours)) => {
            let opens = hours.opens_at.map(|at| format!(" {}", iso(at, &world.zone))).unwrap_or_default();
            found("closed", format!("{}{opens}", channel.id))
        }
        None if listed.is_empty() => Finding::unknown(Message::new("probe-no-channel")),
        None => Finding::unknown(Message::new("probe-hours-not-known")),
    }
}

fn found(result: &str, observed: String) -> Finding {
    Finding { value: Value::Choice(result.to_owned()), reason: None, observed: Some(observed), elapsed: Duration::ZERO }
}
