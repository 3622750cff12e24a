//! Channels as people read them: open now first, the person's language first, and what to do when no answer comes.
//!
//! Knows profiles, regions and hours; reads no clock and knows no session. Nothing here calls a number official without
//! saying where to confirm it.

mod beside;
mod facts;
mod order;
mod silence;
mod times;
mod words;

use crate::hours::{self, Hours};
use crate::i18n::Lang;
use crate::profile::{Channel, Profile, Purpose, Region};
pub use facts::{Facts, facts};
use jiff::Timestamp;
use jiff::tz::TimeZone;
pub use silence::{Case, after, complaints, deadlines, follow_up};
use times::Times;

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
    /// The person's zone.
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
    /// The zone of its hours.
    pub zone: &'p TimeZone,
    /// The country whose public holidays count there.
    pub country: Option<&'p str>,
    /// Open or closed; `None`: its hours are not known.
    pub hours: Option<Hours>,
    /// Whether a public holiday may change what is said of its hours.
    pub may_be_holiday: bool,
    /// Whether it is usually busy at this time.
    pub busy: bool,
    /// When it is usually quieter.
    pub busy_until: Option<Timestamp>,
    /// When to ask again, if one writes now and nothing comes; `None` where one does not write, or nobody said how soon it
    /// answers.
    pub due: Option<Timestamp>,
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

    /// When to ask again, if one wrote at `asked` and nothing came; `None` as for [`due`](Self::due).
    pub fn due_after(&self, asked: Timestamp) -> Option<Timestamp> {
        let promised = self.channel.replies.filter(|_| order::is_written(&self.channel.kind))?;
        hours::due(self.channel.hours.as_deref(), self.zone, self.country, asked, promised)
    }
}

/// The channels of these purposes, most important purpose first, in the order in which to try them. A channel is listed once.
pub fn list<'p>(view: &View<'p>, purposes: &[Purpose]) -> Vec<Listed<'p>> {
    let own = view.profile.channels.iter().map(|channel| (channel, None));
    let regional = view.region.into_iter().flat_map(|region| region.channels.iter().map(move |c| (c, Some(region))));
    let mut ranked: Vec<_> = own
        .chain(regional)
        .filter_map(|(channel, region)| {
            let rank = purposes.iter().position(|purpose| channel.purposes.contains(purpose))?;
            let listed = state(view, channel, region);
            Some(((rank, order::key(&listed, purposes[rank], view.lang)), listed))
        })
        .collect();
    ranked.sort_by(|(left, _), (right, _)| left.cmp(right));
    ranked.into_iter().map(|(_, listed)| listed).collect()
}

/// The same in words, with everything that must stand beside them.
pub fn contacts(view: &View<'_>, purposes: &[Purpose]) -> Contacts {
    let listed = list(view, purposes);
    let (acts, mut times) = (beside::acts(purposes), Times::of(view));
    let channels = listed.iter().map(|listed| words::paragraph(view, listed, acts, &mut times)).collect();
    Contacts { channels, closing: beside::closing(view, purposes, &listed) }
}

fn state<'p>(view: &View<'p>, channel: &'p Channel, region: Option<&'p Region>) -> Listed<'p> {
    let zone = region.map_or(view.profile.time_zone.as_ref(), |region| Some(&region.time_zone)).unwrap_or(view.zone);
    let country = match region {
        Some(region) => view.country.or(region.countries.first().map(String::as_str)),
        None => view.profile.country.as_deref().or(view.country),
    };
    let at = |text: &Option<String>| hours::state(text.as_deref()?, zone, country, view.now);
    let open = at(&channel.hours);
    let busy = at(&channel.peak).filter(|peak| peak.open);
    let days: Vec<Timestamp> = [view.now].into_iter().chain(open.and_then(|hours| hours.opens_at)).collect();
    let listed = Listed {
        channel,
        regional: region.is_some(),
        zone,
        country,
        hours: open,
        may_be_holiday: channel
            .hours
            .as_deref()
            .is_some_and(|hours| hours::may_be_holiday(hours, zone, country, &days)),
        busy: busy.is_some(),
        busy_until: busy.and_then(|peak| peak.closes_at),
        due: None,
    };
    Listed { due: listed.due_after(view.now), ..listed }
}

/// Whether the person's language is spoken there; where the file says nothing, it may be.
fn speaks(channel: &Channel, lang: Lang) -> bool {
    channel.languages.is_empty() || channel.languages.iter().any(|tag| Lang::from_tag(tag) == Some(lang))
}
