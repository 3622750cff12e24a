//! Channels as people read them: open now first, the person's language first.
//!
//! Knows profiles, regions and hours; reads no clock and knows no session. Nothing here calls a number official without
//! saying where to confirm it.

mod facts;
mod words;

use crate::hours::{self, Hours};
use crate::i18n::{Lang, Message};
use crate::profile::{Channel, Profile, Purpose, Region};
pub use facts::{Facts, facts};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Whose channels, for whom, and when.
#[derive(Debug, Clone)]
pub struct View<'p> {
    /// The provider.
    pub profile: &'p Profile,
    /// The region of the person's country, if it is known and the pack has one.
    pub region: Option<&'p Region>,
    /// The person's country, for public holidays.
    pub country: Option<&'p str>,
    /// The person's language.
    pub lang: Lang,
    /// The person's zone, in which times are told.
    pub zone: &'p TimeZone,
    /// The moment that "now" means.
    pub now: Timestamp,
}

/// A channel and its state at that moment.
#[derive(Debug, Clone)]
pub struct Listed<'p> {
    /// The channel.
    pub channel: &'p Channel,
    /// Whether it is a region's, not the provider's.
    pub regional: bool,
    /// Open or closed; `None`: its hours are not known.
    pub hours: Option<Hours>,
    /// Whether it is usually busy at this time.
    pub busy: bool,
}

/// Channels in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contacts {
    /// One paragraph a channel, the one to try first at the top. The address ends a line, so that it can be copied.
    pub channels: Vec<String>,
    /// What goes with them: where to confirm them, the region's disclaimer, what support never asks for.
    pub closing: Vec<String>,
}

impl Listed<'_> {
    /// Whether somebody is there now; `None`: not known.
    pub fn is_open(&self) -> Option<bool> {
        self.hours.map(|hours| hours.open)
    }
}

/// The channels of these purposes, most important purpose first; in each, open before unknown before closed, then those
/// that speak the person's language, then as the file has them. A channel is listed once.
pub fn list<'p>(view: &View<'p>, purposes: &[Purpose]) -> Vec<Listed<'p>> {
    let own = view.profile.channels.iter().map(|channel| (channel, None));
    let regional = view.region.into_iter().flat_map(|region| region.channels.iter().map(move |c| (c, Some(region))));
    let mut ranked: Vec<(usize, Listed<'p>)> = own
        .chain(regional)
        .filter_map(|(channel, region)| {
            let rank = purposes.iter().position(|purpose| channel.purposes.contains(purpose))?;
            Some((rank, state(view, channel, region)))
        })
        .collect();
    ranked.sort_by_key(|(rank, listed)| {
        let open = match listed.is_open() {
            Some(true) => 0,
            None => 1,
            Some(false) => 2,
        };
        (*rank, open, !speaks(listed.channel, view.lang))
    });
    ranked.into_iter().map(|(_, listed)| listed).collect()
}

/// The same in words, with everything that must stand beside them.
pub fn contacts(view: &View<'_>, purposes: &[Purpose]) -> Contacts {
    let listed = list(view, purposes);
    let mut zone_named = false;
    let channels = listed.iter().map(|listed| words::paragraph(view, listed, &mut zone_named)).collect();
    Contacts { channels, closing: closing(view, purposes, &listed) }
}

fn closing(view: &View<'_>, purposes: &[Purpose], listed: &[Listed<'_>]) -> Vec<String> {
    if purposes.is_empty() {
        return Vec::new();
    }
    let say = |key: &str| Message::new(key).text(view.lang);
    let with_address = |regional: bool| listed.iter().any(|l| l.regional == regional && l.channel.address.is_some());
    let mut closing = Vec::new();
    if purposes.contains(&Purpose::Fraud) && !listed.iter().any(|listed| listed.regional) {
        closing.push(say("contact-none-local"));
    } else if listed.is_empty() {
        closing.push(say("contact-none"));
    }
    if with_address(false) {
        closing.push(say("contact-confirm-official"));
    }
    if with_address(true) {
        closing.push(say("contact-confirm-regional"));
    }
    if let Some(region) = view.region
        && (purposes.contains(&Purpose::Legal) || listed.iter().any(|l| l.regional))
    {
        closing.push(region.disclaimer.as_plain(view.lang));
    }
    closing.push(say("contact-secrets"));
    closing
}

fn state<'p>(view: &View<'p>, channel: &'p Channel, region: Option<&'p Region>) -> Listed<'p> {
    let zone = region.map_or(view.profile.time_zone.as_ref(), |region| Some(&region.time_zone)).unwrap_or(view.zone);
    let country = match region {
        Some(region) => view.country.or(region.countries.first().map(String::as_str)),
        None => view.profile.country.as_deref().or(view.country),
    };
    let at = |text: &Option<String>| hours::state(text.as_deref()?, zone, country, view.now);
    Listed {
        channel,
        regional: region.is_some(),
        hours: at(&channel.hours),
        busy: at(&channel.peak).is_some_and(|peak| peak.open),
    }
}

/// Whether the person's language is spoken there; where the file says nothing, it may be.
fn speaks(channel: &Channel, lang: Lang) -> bool {
    channel.languages.is_empty() || channel.languages.iter().any(|tag| Lang::from_tag(tag) == Some(lang))
}
