//! Instants in words, where the person and whom they turn to may have different clocks.

use super::View;
use crate::flow::display::{clock, soon_from, zone_name};
use crate::i18n::Message;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Words for the instants of one list. Days are the person's: their tomorrow is the one that is meant.
pub(super) struct Times<'v> {
    view: &'v View<'v>,
    /// The zone that was named last. It is not said again until another one comes.
    named: Option<String>,
}

impl<'v> Times<'v> {
    pub(super) fn of(view: &'v View<'v>) -> Self {
        Self { view, named: None }
    }

    /// The sentence of `key` with an instant on clocks of `zone`, and on the person's where those show another time.
    pub(super) fn there(&mut self, key: &str, instant: Timestamp, zone: &TimeZone) -> Message {
        let View { lang, zone: own, .. } = *self.view;
        let time = self.soon(instant, zone);
        if self.same(instant, zone) {
            let zone = self.named_once(instant, zone);
            return Message::new(key).with("time", time).with("zone", zone);
        }
        let (theirs, ours) = (zone.to_datetime(instant), own.to_datetime(instant));
        let local = if theirs.date() == ours.date() { clock(ours) } else { self.soon(instant, own) };
        // The two are told apart by name, each time.
        let name = zone_name(zone, instant, lang);
        self.named = None;
        Message::new(key)
            .with("time", time)
            .with("zone", Message::new("contact-zone-both").with("zone", name).with("local", local))
    }

    /// The sentence of `key` with an instant on the person's clocks: when they do something themselves.
    pub(super) fn here(&mut self, key: &str, instant: Timestamp, zone: &TimeZone) -> Message {
        let time = self.soon(instant, self.view.zone);
        self.on_own_clock(key, time, instant, zone)
    }

    /// The same of something that goes on now: no day where it ends today.
    pub(super) fn still(&mut self, key: &str, instant: Timestamp, zone: &TimeZone) -> Message {
        let View { zone: own, now, .. } = *self.view;
        let ends = own.to_datetime(instant);
        let today = ends.date() == own.to_datetime(now).date();
        let time = if today { clock(ends) } else { self.soon(instant, own) };
        self.on_own_clock(key, time, instant, zone)
    }

    fn on_own_clock(&mut self, key: &str, time: String, instant: Timestamp, zone: &TimeZone) -> Message {
        let suffix =
            if self.same(instant, zone) { self.named_once(instant, zone) } else { Message::new("contact-zone-own") };
        Message::new(key).with("time", time).with("zone", suffix)
    }

    fn soon(&self, instant: Timestamp, zone: &TimeZone) -> String {
        let View { lang, zone: own, now, .. } = *self.view;
        soon_from(instant, lang, zone, own.to_datetime(now).date())
    }

    fn same(&self, instant: Timestamp, zone: &TimeZone) -> bool {
        zone.to_offset(instant) == self.view.zone.to_offset(instant)
    }

    fn named_once(&mut self, instant: Timestamp, zone: &TimeZone) -> Message {
        let name = zone_name(zone, instant, self.view.lang);
        if self.named.as_ref() == Some(&name) {
            return Message::new("contact-zone-named");
        }
        self.named = Some(name.clone());
        Message::new("contact-zone").with("zone", name)
    }
}
