//! Stories made by hand: a small pack, and what happened in it, visit by visit.

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use walletfix::flow::field::Field;
use walletfix::flow::probe::ProbeKind;
use walletfix::flow::step::{
    Action, AnswerType, Ask, Choice, CurrencyRule, End, Next, Outcome, ProbeStep, Return, Run, Step, TextFormat, Verb,
};
use walletfix::flow::text::{Piece, Placeholder, Template, Text};
use walletfix::flow::value::Value;
use walletfix::flow::{Flow, Keywords, StepIndex};
use walletfix::i18n::{Lang, Message};
use walletfix::pack::Pack;
use walletfix::profile::{Channel, Kind, Profile, Purpose};
use walletfix::session::event::ProbeResult;
use walletfix::session::story::{Attachment, Ending, Noted, Origin, Story, Told, Visit};
use walletfix::source::{Source, Span};

/// A text with `{fact}`, `{profile.path}` and `{follow-up}` in it.
pub(super) fn text(zh: &str, en: &str) -> Text {
    let template = |text: &str| {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').expect("a closed placeholder");
            pieces.push(Piece::Literal(before.to_owned()));
            pieces.push(Piece::Placeholder(match name {
                "follow-up" => Placeholder::FollowUp,
                _ => match name.strip_prefix("profile.") {
                    Some(path) => Placeholder::Profile(path.to_owned()),
                    None => Placeholder::Fact(name.to_owned()),
                },
            }));
            rest = after;
        }
        pieces.push(Piece::Literal(rest.to_owned()));
        Template { pieces: pieces.into(), span: Span::default() }
    };
    Text { zh: template(zh), en: template(en) }
}

pub(super) struct Steps(Vec<Step>);

impl Steps {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    fn with(mut self, id: &str, verb: Verb) -> Self {
        self.0.push(Step {
            id: id.to_owned(),
            span: Span::default(),
            label: None,
            hint: None,
            show: None,
            field: None,
            private: false,
            verb,
        });
        self
    }

    pub(super) fn ask(self, id: &str, kind: AnswerType) -> Self {
        let ask = Ask {
            text: text(&format!("问 {id}？"), &format!("Question {id}?")),
            kind,
            can_skip: true,
            once: false,
            input: true,
            next: Next::always(StepIndex(0)),
        };
        self.with(id, Verb::Ask(ask))
    }

    pub(super) fn tries(self, id: &str, zh: &str, en: &str) -> Self {
        self.with(id, Verb::Try(Action { text: text(zh, en), repeats_payment: None, next: Next::always(StepIndex(0)) }))
    }

    pub(super) fn does(self, id: &str, zh: &str, en: &str) -> Self {
        self.with(id, Verb::Do(Action { text: text(zh, en), repeats_payment: None, next: Next::always(StepIndex(0)) }))
    }

    pub(super) fn probe(self, id: &str, probe: ProbeKind) -> Self {
        let step = ProbeStep {
            probe,
            with: IndexMap::new(),
            timeout_ms: 5000,
            ask: None,
            can_skip: true,
            next: Next::always(StepIndex(0)),
        };
        self.with(id, Verb::Probe(step))
    }

    pub(super) fn run(self, id: &str, flow: &str) -> Self {
        let run = Run { flow: flow.to_owned(), with: IndexMap::new(), anew: false, next: Next::always(StepIndex(0)) };
        self.with(id, Verb::Run(run))
    }

    pub(super) fn returns(self, id: &str, value: &str, words: Option<Text>) -> Self {
        self.with(id, Verb::Return(Return { value: value.to_owned(), text: words }))
    }

    pub(super) fn end(self, id: &str, outcome: Outcome, zh: &str, en: &str) -> Self {
        self.with(id, Verb::End(End { outcome, text: text(zh, en), wait: None, since: None }))
    }

    pub(super) fn label(mut self, zh: &str, en: &str) -> Self {
        if let Some(step) = self.0.last_mut() {
            step.label = Some(Text::plain(zh, en));
        }
        self
    }

    pub(super) fn field(mut self, name: &str) -> Self {
        if let Some(step) = self.0.last_mut() {
            step.field = Some(Field::named(name).expect("a field of the list"));
        }
        self
    }

    pub(super) fn private(mut self) -> Self {
        if let Some(step) = self.0.last_mut() {
            step.private = true;
        }
        self
    }

    pub(super) fn flow(self, id: &str, zh: &str, en: &str) -> Flow {
        Flow {
            id: id.to_owned(),
            source: Source::new(format!("flows/{id}.toml"), ""),
            title: Text::plain(zh, en),
            about: None,
            group: None,
            keywords: Keywords::default(),
            owner: "tests".to_owned(),
            reviewed: None,
            reviewed_at: None,
            shared: id.starts_with("shared/"),
            guard: id == "shared/safety-first",
            once: false,
            secret_out: false,
            gives: Vec::new(),
            start: StepIndex(0),
            steps: self.0.into_iter().map(|step| (step.id.clone(), step)).collect(),
            span: Span::default(),
        }
    }
}

pub(super) fn choices(options: &[(&str, &str, &str)]) -> Vec<Choice> {
    let one = |(value, zh, en): &(&str, &str, &str)| Choice { value: (*value).to_owned(), label: Text::plain(zh, en) };
    options.iter().map(one).collect()
}

pub(super) const FREE: AnswerType = AnswerType::Text(TextFormat::Free);
pub(super) const MONEY: AnswerType = AnswerType::Amount(CurrencyRule::Profile);

pub(super) fn pack(flows: Vec<Flow>) -> Pack {
    Pack {
        guard_ahead: None,
        lost_guard: None,
        generic: Profile::generic(),
        flows: flows.into_iter().map(|flow| (flow.id.clone(), flow)).collect(),
        unsound: Vec::new(),
        profiles: [Profile::generic(), demo_pay()].into_iter().map(|profile| (profile.id.clone(), profile)).collect(),
        regions: IndexMap::new().into(),
        tests: IndexMap::new(),
        hash: "0".repeat(64).into(),
    }
}

fn demo_pay() -> Profile {
    let channel = |id: &str, kind: &str, name: Text, address: &str, hours: &str, purposes: &[Purpose]| Channel {
        id: id.to_owned(),
        kind: kind.to_owned(),
        name,
        address: Some(address.to_owned()),
        languages: vec!["zh".to_owned()],
        hours: Some(hours.to_owned()),
        peak: None,
        replies: None,
        purposes: purposes.to_vec(),
        verified: None,
        low_confidence: false,
        origin: None,
    };
    Profile {
        id: "demo-pay".to_owned(),
        name: Text::plain("示例支付", "Demo Pay"),
        kind: Some(Kind::Payment),
        currency: Some("CNY".to_owned()),
        country: Some("CN".to_owned()),
        time_zone: TimeZone::get("Asia/Shanghai").ok(),
        channels: vec![
            channel(
                "chat",
                "chat",
                Text::plain("应用内客服", "In-app chat"),
                "https://help.demo-pay.example/chat",
                "Mo-Fr 08:00-23:00; Sa-Su,PH 09:00-21:00",
                &[Purpose::Contact],
            ),
            channel(
                "hotline",
                "phone",
                Text::plain("紧急挂失电话", "Emergency line"),
                "+86 400 000 0000",
                "24/7",
                &[Purpose::Urgent, Purpose::Contact],
            ),
        ],
        ..Profile::generic()
    }
}

/// A story of `flow` with nothing in it yet, on a Tuesday morning in Shanghai.
pub(super) fn story<'p>(pack: &'p Pack, flow: &str) -> Story<'p> {
    Story {
        pack,
        profile: &pack.profiles["demo-pay"],
        country: Some("CN".to_owned()),
        region: None,
        lang: Lang::Zh,
        zone: TimeZone::get("Asia/Shanghai").expect("a zone of the bundled database"),
        flow: flow.to_owned(),
        words: None,
        visits: Vec::new(),
        ending: None,
        notes: Vec::new(),
        attachments: Vec::new(),
        refused: Vec::new(),
        exposed: None,
        seen_at: minute(30),
        at: minute(30),
    }
}

/// Something noted at that instant.
pub(super) fn noted(written: Timestamp, said: &str) -> Noted {
    Noted { written, note: said.into() }
}

/// Minutes after ten o'clock in Shanghai.
pub(super) fn minute(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_788_228_000 + minutes * 60).expect("an instant of this century")
}

/// What happened, one call a visit.
pub(super) trait Happened<'p>: Sized {
    /// The person answered.
    fn answer(self, path: &str, flow: &str, value: Value) -> Self;
    /// The person did not know.
    fn skip(self, path: &str, flow: &str) -> Self;
    /// A check answered.
    fn seen(self, path: &str, flow: &str, value: Value, observed: &str) -> Self;
    /// A check could not answer.
    fn unseen(self, path: &str, flow: &str, reason: &str) -> Self;
    /// A shared flow came back through that step.
    fn returned(self, path: &str, flow: &str, by: (&str, &str)) -> Self;
    /// The session ended there.
    fn ended(self, path: &str, flow: &str) -> Self;
}

impl<'p> Happened<'p> for Story<'p> {
    fn answer(mut self, path: &str, flow: &str, value: Value) -> Self {
        let visit = visit(&self, path, flow, value, Origin::User);
        self.visits.push(visit);
        self
    }

    fn skip(mut self, path: &str, flow: &str) -> Self {
        let visit = visit(&self, path, flow, Value::Unknown, Origin::Skipped);
        self.visits.push(visit);
        self
    }

    fn seen(mut self, path: &str, flow: &str, value: Value, observed: &str) -> Self {
        let finding = ProbeResult { value: value.clone(), reason: None, observed: Some(observed.to_owned()), ms: 120 };
        let visit = Visit { finding: Some(finding), ..visit(&self, path, flow, value, Origin::Probe) };
        self.visits.push(visit);
        self
    }

    fn unseen(mut self, path: &str, flow: &str, reason: &str) -> Self {
        let reason = Some(Message::new(reason));
        let finding = ProbeResult { value: Value::Unknown, reason, observed: None, ms: 5000 };
        let visit = Visit { finding: Some(finding), ..visit(&self, path, flow, Value::Unknown, Origin::Probe) };
        self.visits.push(visit);
        self
    }

    fn returned(mut self, path: &str, flow: &str, (callee, by): (&str, &str)) -> Self {
        let Verb::Return(verb) = &self.pack.flows[callee].steps[by].verb else { panic!("{by} is no return") };
        let value = Value::Choice(verb.value.clone());
        let visit = Visit { returned: Some(verb), ..visit(&self, path, flow, value, Origin::User) };
        self.visits.push(visit);
        self
    }

    fn ended(mut self, path: &str, flow: &str) -> Self {
        let flow = &self.pack.flows[flow];
        let id = path.rsplit('.').next().unwrap_or(path);
        let step = &flow.steps[id];
        let Verb::End(end) = &step.verb else { panic!("{id} is no end") };
        self.ending = Some(Ending {
            path: path.to_owned(),
            flow,
            step: Some(step),
            outcome: end.outcome,
            category: format!("{}/{id}", flow.id),
            follow_up: (end.outcome == Outcome::Wait).then(|| minute(24 * 60)),
            text: (String::new(), String::new()),
        });
        self
    }
}

fn visit<'p>(story: &Story<'p>, path: &str, flow: &str, value: Value, origin: Origin) -> Visit<'p> {
    let pack = story.pack;
    let flow = &pack.flows[flow];
    let number = story.visits.iter().filter(|visit| visit.path == path).count() + 1;
    Visit {
        path: path.to_owned(),
        flow,
        step: &flow.steps[path.rsplit('.').next().unwrap_or(path)],
        number: u32::try_from(number).unwrap_or(u32::MAX),
        at: minute(i64::try_from(story.visits.len()).unwrap_or(0)),
        value,
        origin,
        told: if origin == Origin::Input { Told::ByCaller } else { Told::Here },
        finding: None,
        returned: None,
        dropped: false,
    }
}

/// A file that will be sent along.
pub(super) fn attachment(name: &str) -> Attachment {
    Attachment { name: name.to_owned(), size: 20_480, sha256: "ab".repeat(32) }
}
