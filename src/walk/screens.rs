//! From what the session asks to what the person sees.

use super::checks::{lacks_answer, reason_of};
use super::{Manner, Walk};
use crate::answer;
use crate::contact::{self, Contacts, View};
use crate::flow::probe::ProbeKind;
use crate::flow::step::{Outcome, Verb};
use crate::flow::value::Value;
use crate::flow::{Flow, display};
use crate::i18n::{Lang, Message};
use crate::probe::{explorer_hosts, general_hosts};
use crate::profile::Purpose;
use crate::prompt::{Form, Screen, ScreenOption};
use crate::session::outlook::Between;
use crate::session::request::Asking;
use crate::session::story::Ending;
use jiff::tz::TimeZone;

impl<'p> Walk<'_, 'p> {
    /// The screen of a step.
    pub(super) fn screen_of(&mut self, asking: &Asking<'p>) -> Screen {
        let lang = self.lang();
        let (text, _) = self.session.words_of(asking.step);
        self.say_found(Some(asking));
        let mut screen = self.blank(&asking.path, text);
        screen.visit = asking.visit;
        screen.ahead = self.ahead(asking);
        screen.title = self.title_of(&asking.flows, lang);
        if let Some(purpose) = asking.step.show {
            screen.channels = self.channels(&[purpose], &screen.text);
            // What has to be done about fraud cannot wait either; what is only told about it can.
            let acts = matches!(asking.step.verb, Verb::Do(_) | Verb::Try(_));
            screen.urgent = purpose == Purpose::Urgent || (purpose == Purpose::Fraud && acts);
        }
        if let Some(finding) = asking.finding.as_ref().filter(|finding| !lacks_answer(finding)) {
            let name = display::step_name(asking.step, lang).unwrap_or_default();
            let unseen = Message::new("screen-could-not-check").with("name", name);
            screen.notices.push(unseen.with("reason", reason_of(finding)).text(lang));
        }
        let Some(question) = &asking.question else {
            screen.form = Form::Note;
            return screen;
        };
        screen.form = match &question.form {
            answer::Form::Choices { .. } => Form::Several,
            _ if question.is_line() => Form::Line,
            _ => Form::One,
        };
        screen.options = options(question.options(lang));
        if question.is_line() && question.can_skip {
            // A line has no list; its one option is the skip that the advice and the menu name.
            let label = Message::new("answer-dont-know").text(lang);
            screen.options.push(ScreenOption { value: "unknown".to_owned(), label, heading: None });
        }
        screen.format_words = question.example().map(|example| example.text(lang));
        if let Some(value) = &asking.suggestion {
            let (zone, now) = (self.session.zone(), self.session.clock());
            screen.default = default_of(value, zone);
            screen.default_words = Some(display::value(value, Some(asking.step), lang, zone, now));
        } else if question.allows_none() {
            screen.default_words = Some(Message::new("screen-none").text(lang));
        }
        screen
    }

    /// The screen of an end.
    pub(super) fn end_screen(&mut self, ending: &Ending<'p>) -> Screen {
        let lang = self.lang();
        let text = match lang {
            Lang::Zh => &ending.text.0,
            Lang::En => &ending.text.1,
        };
        let mut screen = self.blank("<end>", text.clone());
        screen.form = Form::Note;
        screen.urgent = ending.outcome.is_urgent();
        screen.channels = self.channels(ending.outcome.purposes(), &screen.text);
        if ending.outcome == Outcome::Contact && !self.session.is_timeless() {
            screen.channels.extend(contact::after(&self.view(), &self.case()));
        }
        if let Some(until) = ending.follow_up {
            let (zone, now) = (self.session.zone(), self.session.clock());
            let words = display::value(&Value::Time(until), None, lang, zone, now);
            // Most texts name the time themselves.
            if !screen.text.contains(&words) {
                screen.text.push('\n');
                screen.text.push_str(&Message::new("screen-follow-up").with("time", words).text(lang));
            }
        }
        screen.format_words = Some(Message::new("screen-end").text(lang));
        screen
    }

    /// A screen with what waits to be said.
    pub(super) fn blank(&mut self, path: &str, text: String) -> Screen {
        self.say_found(None);
        Screen {
            path: path.to_owned(),
            visit: 1,
            lang: self.lang(),
            form: Form::One,
            title: None,
            notices: std::mem::take(&mut self.notices),
            text,
            channels: Vec::new(),
            options: Vec::new(),
            default: Vec::new(),
            default_words: None,
            format_words: None,
            ahead: None,
            urgent: false,
        }
    }

    /// How many screens come after this one, where that is of use. The first prompt says nothing: what comes is not chosen
    /// yet, and nobody may wait until it is read.
    fn ahead(&self, asking: &Asking<'p>) -> Option<(u32, Option<u32>)> {
        if !self.manner.is_person() || asking.flow.guard {
            return None;
        }
        let session = &self.session;
        let asks = self.manner == Manner::Person && !self.allowed;
        let unasked = |probe, hosts: &[String]| asks && !hosts.is_empty() && session.consent(probe, hosts).is_none();
        let (general, explorers) = (general_hosts(session.profile()), explorer_hosts(session.profile()));
        let between = Between {
            country: true,
            checks: unasked(ProbeKind::Network, &general),
            numbers: unasked(ProbeKind::TxStatus, &explorers) || unasked(ProbeKind::AddressBalance, &explorers),
        };
        let (least, most) = session.to_come(between)?;
        // "1 to 20 more" says nothing; that it takes at least some time does.
        let most = most.filter(|most| *most <= 2 * least + 6);
        (most.is_some() || least > 1).then_some((least, most))
    }

    /// The titles of the flow and of the checklists in it, when one of them begins.
    fn title_of(&mut self, flows: &[&Flow], lang: Lang) -> Option<String> {
        let ids: Vec<String> = flows.iter().map(|flow| flow.id.clone()).collect();
        let begins = !self.titled.starts_with(&ids);
        self.titled = ids;
        let titles: Vec<String> = flows.iter().map(|flow| flow.title.as_plain(lang)).collect();
        begins.then(|| titles.join(" > "))
    }

    /// Channels and what goes with them, without what the text above has said.
    pub(super) fn channels(&self, purposes: &[Purpose], above: &str) -> Vec<String> {
        if purposes.is_empty() {
            return Vec::new();
        }
        if self.session.is_timeless() {
            return vec![Message::new("replay-channels").text(self.lang())];
        }
        let Contacts { channels, closing } = contact::contacts(&self.view(), purposes);
        channels.into_iter().chain(closing.into_iter().filter(|words| !above.contains(words.as_str()))).collect()
    }

    /// Whose channels, for whom, and when.
    fn view(&self) -> View<'_> {
        View {
            profile: self.session.profile(),
            region: self.session.region(),
            country: self.session.country(),
            lang: self.lang(),
            zone: self.session.zone(),
            now: self.session.clock(),
        }
    }
}

/// Options as screens have them.
pub(super) fn options(list: Vec<(String, String)>) -> Vec<ScreenOption> {
    list.into_iter().map(|(value, label)| ScreenOption { value, label, heading: None }).collect()
}

/// The option values, or the line, that a value is: a time as somebody writes it, on their own clock.
pub(super) fn default_of(value: &Value, zone: &TimeZone) -> Vec<String> {
    match value {
        Value::Unknown => vec!["unknown".to_owned()],
        Value::Choice(id) => vec![id.clone()],
        Value::Choices(ids) => ids.clone(),
        Value::Time(instant) => vec![instant.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()],
        other => vec![display::file_form(other)],
    }
}
