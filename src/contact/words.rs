//! One channel in words.

use super::{Listed, View, speaks};
use crate::flow::display::{day, duration, soon, zone_name};
use crate::i18n::{Lang, Message};
use jiff::Timestamp;

/// Name and address on one line, then what is known about it. The first time that is told names the zone.
pub(super) fn paragraph(view: &View<'_>, listed: &Listed<'_>, zone_named: &mut bool) -> String {
    let channel = listed.channel;
    let name = channel.name.as_plain(view.lang);
    let head = match &channel.address {
        Some(address) => Message::new("contact-name").with("name", name).with("address", address.as_str()),
        None => Message::new("contact-name-only").with("name", name),
    };
    let mut said: Vec<Message> = hours(view, listed, zone_named).into_iter().collect();
    if listed.busy && listed.is_open() != Some(false) {
        said.push(Message::new("contact-busy"));
    }
    if let Some(wait) = channel.replies {
        said.push(Message::new("contact-replies").with("wait", duration(wait, view.lang)));
    }
    if !speaks(channel, view.lang) {
        let names: Vec<String> = channel.languages.iter().map(|tag| language(tag, view.lang)).collect();
        let comma = Message::new("list-comma").text(view.lang);
        said.push(Message::new("contact-languages").with("languages", names.join(&comma)));
    }
    if channel.low_confidence {
        let key = if listed.regional { "contact-confirm-low-regional" } else { "contact-confirm-low" };
        said.push(Message::new(key));
    }
    // Numbers of public offices: the reader sees how old the entry is. A doubtful one counts as not checked.
    if let Some(date) = channel.verified.filter(|_| listed.regional && !channel.low_confidence) {
        said.push(Message::new("contact-verified").with("date", day(date, view.lang)));
    }
    let (stop, space) = match view.lang {
        Lang::Zh => ("。", ""),
        Lang::En => (".", " "),
    };
    let sentences: Vec<String> = said
        .iter()
        .map(|message| {
            let text = message.text(view.lang);
            if text.ends_with(stop) { text } else { format!("{text}{stop}") }
        })
        .collect();
    let head = head.text(view.lang);
    if sentences.is_empty() { head } else { format!("{head}\n{}", sentences.join(space)) }
}

/// When somebody is there; nothing of a place inside the app that has neither address nor hours.
fn hours(view: &View<'_>, listed: &Listed<'_>, zone_named: &mut bool) -> Option<Message> {
    let mut said = |key: &str, instant: Timestamp| {
        let zone = if std::mem::replace(zone_named, true) {
            Message::new("contact-zone-named")
        } else {
            Message::new("contact-zone").with("zone", zone_name(view.zone, instant, view.lang))
        };
        Message::new(key).with("time", soon(instant, view.lang, view.zone, view.now)).with("zone", zone)
    };
    let Some(hours) = listed.hours else {
        let key = if listed.regional { "contact-hours-unknown-regional" } else { "contact-hours-unknown" };
        // Where it is known how long an answer takes, nobody has to be there.
        let of_use = listed.regional || (listed.channel.address.is_some() && listed.channel.replies.is_none());
        return of_use.then(|| Message::new(key));
    };
    Some(match (hours.open, hours.opens_at, hours.closes_at) {
        (true, _, Some(until)) => said("contact-open", until),
        (true, _, None) if listed.channel.hours.as_deref().map(str::trim) == Some("24/7") => {
            Message::new("contact-open-always")
        }
        (true, _, None) => Message::new("contact-open-no-end"),
        (false, Some(opens), _) => said("contact-closed", opens),
        (false, None, _) => Message::new("contact-closed-no-opening"),
    })
}

/// A language's name where the program has one for it, else its tag.
fn language(tag: &str, lang: Lang) -> String {
    let known = Lang::from_tag(tag).map(|known| Message::new(format!("contact-language-{}", known.tag())).text(lang));
    known.unwrap_or_else(|| tag.to_owned())
}
