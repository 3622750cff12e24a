//! `contact`: whom to turn to, who is there now, what to have ready, and what to do when no answer comes.

use super::args::list::ContactArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::load;
use crate::answer::{self, Form, Question, Understood};
use crate::contact::{Case, Contacts, View, complaints, contacts, deadlines, facts, follow_up, list};
use crate::flow::display::time;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::profile::Purpose;
use crate::wording::wrap;
use jiff::Timestamp;

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
    let country = args.country.as_deref().or(profile.country.as_deref());
    let view = View {
        profile,
        region: country.and_then(|country| loaded.pack.region_of(country)),
        country,
        lang: context.lang,
        zone: now.time_zone(),
        now: now.timestamp(),
    };
    // Without an answer it is about those who should have given one, and those to whom one complains.
    let is_wanted = |purpose: Purpose| match args.purpose {
        Some(wanted) => wanted == purpose,
        None => !args.follow_up || matches!(purpose, Purpose::Contact | Purpose::Legal),
    };
    let wanted: Vec<(Purpose, &str)> = PURPOSES.into_iter().filter(|(purpose, _)| is_wanted(*purpose)).collect();
    let since = args.since.as_deref().map_or(Ok(view.now), |typed| wrote(context, &view, typed))?;
    if args.json {
        context.print(&as_json(&view, &wanted, since))?;
        return Ok(Exit::Done);
    }
    let mut said = if args.follow_up { no_answer(&view, since) } else { as_text(&view, &wanted) };
    if wanted.iter().any(|(purpose, _)| matches!(purpose, Purpose::Legal | Purpose::Fraud)) {
        said.extend(elsewhere(&view, args.country.is_some()));
    }
    context.print(&paragraphs(&said, context.width))?;
    Ok(Exit::Done)
}

/// When the person wrote, in their words.
fn wrote(context: &Context, view: &View<'_>, typed: &str) -> Result<Timestamp, Exit> {
    let question = Question { form: Form::Time { past: true }, can_skip: false };
    let around = answer::Context { lang: view.lang, zone: view.zone.clone(), now: view.now };
    let message = match answer::read(&question, typed, &around) {
        Ok(Understood::Answer { value: Value::Time(at), .. }) => return Ok(at),
        Ok(_) => Message::new("time-unclear"),
        Err(message) => message,
    };
    context.complain(&Message::new("note-option").with("option", "--since").with("message", message));
    Err(Exit::Usage)
}

fn as_text(view: &View<'_>, wanted: &[(Purpose, &str)]) -> Vec<String> {
    let say = |message: Message| message.text(view.lang);
    let mut said = vec![say(Message::new("contacts-of").with("name", view.profile.name.as_plain(view.lang)))];
    for (purpose, heading) in wanted {
        headed(&mut said, &say(Message::new(*heading)), contacts(view, &[*purpose]).channels);
    }
    let purposes: Vec<Purpose> = wanted.iter().map(|(purpose, _)| *purpose).collect();
    if purposes.contains(&Purpose::Contact) {
        said.push(say(Message::new("contacts-prepare")));
        said.push(say(Message::new("contacts-no-answer")));
    }
    said.extend(contacts(view, &purposes).closing);
    said
}

fn no_answer(view: &View<'_>, since: Timestamp) -> Vec<String> {
    let say = |message: Message| message.text(view.lang);
    let mut said = vec![say(Message::new("contacts-silent").with("name", view.profile.name.as_plain(view.lang)))];
    let deadlines = deadlines(view, since);
    if deadlines.is_empty() {
        said.push(say(Message::new("contact-no-promise")));
    }
    let asked = if since == view.now {
        Message::new("contacts-ask-again")
    } else {
        Message::new("contacts-asked").with("time", time(since, view.lang, view.zone, view.now))
    };
    headed(&mut said, &say(asked), deadlines);
    said.push(say(Message::new("contact-silence")));
    said.push(follow_up(&Case::default(), view.lang));
    let Contacts { channels, closing } = complaints(view);
    headed(&mut said, &say(Message::new("contacts-complain")), channels);
    said.push(say(Message::new("contacts-prepare-complaint")));
    said.extend(closing);
    said
}

/// Why no public office is listed, or, where nobody asked for that country, how to see those of another.
fn elsewhere(view: &View<'_>, is_chosen: bool) -> Option<String> {
    let message = match (view.country, view.region) {
        (_, Some(_)) if is_chosen => return None,
        (_, Some(_)) => Message::new("contacts-elsewhere"),
        (Some(country), None) => Message::new("contacts-no-region").with("country", country),
        (None, None) => Message::new("contacts-country"),
    };
    Some(message.text(view.lang))
}

/// The heading stands on the first paragraph; without one there is nothing to head.
fn headed(said: &mut Vec<String>, heading: &str, list: Vec<String>) {
    let mut list = list.into_iter();
    said.extend(list.next().map(|first| format!("{heading}\n{first}")));
    said.extend(list);
}

fn paragraphs(said: &[String], columns: usize) -> String {
    let wrapped: Vec<String> = said.iter().map(|paragraph| wrap(paragraph, columns).join("\n")).collect();
    format!("{}\n", wrapped.join("\n\n"))
}

fn as_json(view: &View<'_>, wanted: &[(Purpose, &str)], since: Timestamp) -> String {
    let purposes: Vec<Purpose> = wanted.iter().map(|(purpose, _)| *purpose).collect();
    let mut listed = list(view, &purposes);
    for listed in &mut listed {
        listed.due = listed.due_after(since);
    }
    // Strings and truth values alone: writing them cannot fail.
    let mut text = serde_json::to_string_pretty(&facts(view, &listed)).unwrap_or_default();
    text.push('\n');
    text
}
