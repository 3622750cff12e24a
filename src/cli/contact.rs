//! `contact`: whom to turn to, who is there now, and what to have ready.

use super::args::list::ContactArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::load;
use crate::contact::{View, contacts, facts, list};
use crate::i18n::Message;
use crate::profile::Purpose;
use crate::wording::wrap;

/// The purposes in the order in which they are listed.
const PURPOSES: [(Purpose, &str); 4] = [
    (Purpose::Contact, "contacts-for-contact"),
    (Purpose::Urgent, "contacts-for-urgent"),
    (Purpose::Legal, "contacts-for-legal"),
    (Purpose::Fraud, "contacts-for-fraud"),
];

/// Runs `contact`.
pub fn run(context: &Context, args: &ContactArgs) -> Exit {
    settle(show(context, args))
}

fn show(context: &Context, args: &ContactArgs) -> Result<Exit, Exit> {
    let (loaded, id) = load::pack_and_profile(context, args.flows.as_deref(), args.profile.as_deref())?;
    let profile = load::profile(context, &loaded, &id)?;
    let now = Context::now(args.now.as_ref());
    let country = profile.country.as_deref();
    let view = View {
        profile,
        region: country.and_then(|country| loaded.pack.region_of(country)),
        country,
        lang: context.lang,
        zone: now.time_zone(),
        now: now.timestamp(),
    };
    let page = if args.json { as_json(&view) } else { as_text(&view, context.width) };
    context.print(&page)?;
    Ok(Exit::Done)
}

fn as_text(view: &View<'_>, columns: usize) -> String {
    let say = |message: Message| message.text(view.lang);
    let mut paragraphs = vec![say(Message::new("contacts-of").with("name", view.profile.name.as_plain(view.lang)))];
    for (purpose, heading) in PURPOSES {
        let channels = contacts(view, &[purpose]).channels;
        if let [first, rest @ ..] = channels.as_slice() {
            paragraphs.push(format!("{}\n{first}", say(Message::new(heading))));
            paragraphs.extend(rest.iter().cloned());
        }
    }
    paragraphs.push(say(Message::new("contacts-prepare")));
    paragraphs.extend(contacts(view, &PURPOSES.map(|(purpose, _)| purpose)).closing);
    let wrapped: Vec<String> = paragraphs.iter().map(|paragraph| wrap(paragraph, columns).join("\n")).collect();
    format!("{}\n", wrapped.join("\n\n"))
}

fn as_json(view: &View<'_>) -> String {
    let listed = list(view, &PURPOSES.map(|(purpose, _)| purpose));
    // Strings and truth values alone: writing them cannot fail.
    let mut text = serde_json::to_string_pretty(&facts(view, &listed)).unwrap_or_default();
    text.push('\n');
    text
}
