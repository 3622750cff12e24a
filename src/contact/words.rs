//! One channel in words.

use super::order::is_slow;
use super::times::Times;
use super::{Listed, View, speaks};
use crate::flow::display::{day, duration};
use crate::i18n::{Lang, Message};

/// Name and address on one line, then what is known about it. `acts`: money is leaving, nobody should wait for an answer.
pub(super) fn paragraph(view: &View<'_>, listed: &Listed<'_>, acts: bool, times: &mut Times<'_>) -> String {
    let head = head(view, listed);
    let mut said: Vec<Message> = hours(listed, times).into_iter().collect();
    if listed.busy && listed.is_open() != Some(false) {
        said.push(busy(listed, times));
    }
    said.extend(replies(view, listed, acts, times));
    if !speaks(listed.channel, view.lang) {
        let names: Vec<String> = listed.channel.languages.iter().map(|tag| language(tag, view.lang)).collect();
        let comma = Message::new("list-comma").text(view.lang);
        said.push(Message::new("contact-languages").with("languages", names.join(&comma)));
    }
    if listed.channel.low_confidence {
        let key = if listed.regional { "contact-confirm-low-regional" } else { "contact-confirm-low" };
        said.push(Message::new(key));
    }
    // Numbers of public offices: the reader sees how old the entry is. A doubtful one counts as not checked.
    if let Some(date) = listed.channel.verified.filter(|_| listed.regional && !listed.channel.low_confidence) {
        said.push(Message::new("contact-verified").with("date", day(date, view.lang)));
    }
    if said.is_empty() { head } else { format!("{head}\n{}", sentences(&said, view.lang)) }
}

/// Name and address on one line, the address at its end.
pub(super) fn head(view: &View<'_>, listed: &Listed<'_>) -> String {
    let name = listed.channel.name.as_plain(view.lang);
    match &listed.channel.address {
        Some(address) => Message::new("contact-name").with("name", name).with("address", address.as_str()),
        None => Message::new("contact-name-only").with("name", name),
    }
    .text(view.lang)
}

/// Sentences in a row, each with its stop.
fn sentences(said: &[Message], lang: Lang) -> String {
    let (stop, space) = match lang {
        Lang::Zh => ("。", ""),
        Lang::En => (".", " "),
    };
    let stopped = said.iter().map(|message| {
        let text = message.text(lang);
        if text.ends_with(stop) { text } else { format!("{text}{stop}") }
    });
    stopped.collect::<Vec<_>>().join(space)
}

/// When somebody is there; nothing of a place inside the app that has neither address nor hours.
fn hours(listed: &Listed<'_>, times: &mut Times<'_>) -> Option<Message> {
    let Some(hours) = listed.hours else {
        let key = if listed.regional { "contact-hours-unknown-regional" } else { "contact-hours-unknown" };
        // Where it is known how long an answer takes, nobody has to be there; what is doubtful as a whole is to be checked
        // as a whole.
        let of_use = listed.regional || (listed.channel.address.is_some() && listed.channel.replies.is_none());
        return (of_use && !listed.channel.low_confidence).then(|| Message::new(key));
    };
    Some(match (hours.open, hours.opens_at, hours.closes_at) {
        (true, _, Some(until)) => times.there("contact-open", until, listed.zone),
        (true, _, None) if listed.channel.hours.as_deref().map(str::trim) == Some("24/7") => {
            Message::new("contact-open-always")
        }
        (true, _, None) => Message::new("contact-open-no-end"),
        (false, Some(opens), _) => times.there("contact-closed", opens, listed.zone),
        (false, None, _) => Message::new("contact-closed-no-opening"),
    })
}

/// Until when it is usually busy, where it is quieter after that and somebody still there.
fn busy(listed: &Listed<'_>, times: &mut Times<'_>) -> Message {
    let closes = listed.hours.and_then(|hours| hours.closes_at);
    match listed.busy_until.filter(|until| closes.is_none_or(|closes| *until < closes)) {
        Some(until) => times.still("contact-busy-until", until, listed.zone),
        None => Message::new("contact-busy"),
    }
}

/// How soon it answers, and when to ask again.
fn replies(view: &View<'_>, listed: &Listed<'_>, acts: bool, times: &mut Times<'_>) -> Vec<Message> {
    let Some(wait) = listed.channel.replies else { return Vec::new() };
    let mut said = vec![Message::new("contact-replies").with("wait", duration(wait, view.lang))];
    if acts {
        said.extend(is_slow(listed).then(|| Message::new("contact-slow")));
    } else if let Some(due) = listed.due {
        said.push(times.here("contact-due", due, listed.zone));
    }
    said
}

/// A language's name where the program has one for it, else its tag.
fn language(tag: &str, lang: Lang) -> String {
    let known = Lang::from_tag(tag).map(|known| Message::new(format!("contact-language-{}", known.tag())).text(lang));
    known.unwrap_or_else(|| tag.to_owned())
}
