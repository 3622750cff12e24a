//! `flows show`: the steps of a flow in words, for somebody who reviews it without reading TOML.

use super::group_name;
use crate::flow::step::{AnswerType, Next, Step, Verb};
use crate::flow::text::Text;
use crate::flow::{Flow, StepIndex};
use crate::i18n::{Lang, Message, has};
use crate::wording::wrap;

/// The whole page.
pub(super) fn page(flow: &Flow, lang: Lang, columns: usize) -> String {
    let mut page = Page { flow, lang, columns, out: String::new() };
    page.head();
    for (number, step) in flow.steps.values().enumerate() {
        page.step(number + 1, step);
    }
    page.out
}

struct Page<'f> {
    flow: &'f Flow,
    lang: Lang,
    columns: usize,
    out: String,
}

impl Page<'_> {
    fn head(&mut self) {
        let flow = self.flow;
        let title =
            Message::new("flow-title").with("title", flow.title.as_plain(self.lang)).with("flow", flow.id.as_str());
        self.line(0, &title.text(self.lang));
        if let Some(about) = &flow.about {
            self.line(0, &about.as_plain(self.lang));
        }
        self.out.push('\n');
        if let Some(group) = flow.group {
            self.say(0, &Message::new("flow-group").with("group", group_name(group)));
        }
        self.say(0, &Message::new("flow-owner").with("owner", flow.owner.as_str()));
        if let Some(reviewed) = flow.reviewed {
            self.say(0, &Message::new("flow-reviewed").with("date", reviewed.to_string()));
        }
        self.say(0, &Message::new("flow-start").with("step", self.name(flow.start)));
    }

    fn step(&mut self, number: usize, step: &Step) {
        self.out.push('\n');
        let head = Message::new("flow-step").with("number", number).with("step", step.id.as_str());
        self.say(0, &head.with("kind", self.kind(&step.verb)));
        match &step.verb {
            Verb::Ask(ask) => {
                self.text(&ask.text);
                self.next(step, &ask.next);
            }
            Verb::Tell(tell) => {
                self.text(&tell.text);
                self.always(tell.next);
            }
            Verb::Do(action) | Verb::Try(action) => {
                self.text(&action.text);
                self.next(step, &action.next);
            }
            Verb::Probe(probe) => {
                if let Some(question) = &probe.ask {
                    self.text(question);
                }
                self.next(step, &probe.next);
            }
            Verb::Branch(branch) => {
                for case in &branch.cases {
                    let condition = self.flow.source.text.get(case.span.start..case.span.end).unwrap_or_default();
                    self.link(condition.trim_matches(['"', '\'']), case.next);
                }
                self.link(&self.word("flow-else"), branch.otherwise);
            }
            Verb::Run(run) => self.next(step, &run.next),
            Verb::Return(ret) => {
                if let Some(text) = &ret.text {
                    self.text(text);
                }
            }
            Verb::End(end) => self.text(&end.text),
            Verb::Go(_) => {}
        }
    }

    /// What a step does, in a few words.
    fn kind(&self, verb: &Verb) -> Message {
        match verb {
            Verb::Ask(_) => Message::new("flow-verb-ask"),
            Verb::Tell(_) => Message::new("flow-verb-tell"),
            Verb::Do(_) => Message::new("flow-verb-do"),
            Verb::Try(_) => Message::new("flow-verb-try"),
            Verb::Probe(probe) => {
                let name = self.word(&format!("probe-{}", probe.probe.id()));
                Message::new("flow-verb-probe").with("probe", name)
            }
            Verb::Branch(_) => Message::new("flow-verb-branch"),
            Verb::Run(run) => Message::new("flow-verb-run").with("flow", run.flow.as_str()),
            Verb::Go(go) => Message::new("flow-verb-go").with("flow", go.flow.as_str()),
            Verb::Return(ret) => Message::new("flow-verb-return").with("value", ret.value.as_str()),
            Verb::End(end) => Message::new("flow-verb-end")
                .with("outcome", Message::new(format!("summary-outcome-{}", end.outcome.id()))),
        }
    }

    fn next(&mut self, step: &Step, next: &Next) {
        // Options without a way of their own are still worth reading: they are what the person sees.
        for (answer, label) in answers(step, self.lang) {
            match next.by_answer.iter().find(|(value, _)| *value == answer) {
                Some((_, target)) => self.link(&label, *target),
                None => self.line(3, &format!("- {label}")),
            }
        }
        let known: Vec<String> = answers(step, self.lang).into_iter().map(|(answer, _)| answer).collect();
        for (answer, target) in next.by_answer.iter().filter(|(answer, _)| !known.contains(answer)) {
            let label = self.answer(&step.verb, answer);
            self.link(&label, *target);
        }
        match next.otherwise {
            Some(target) if next.by_answer.is_empty() => self.always(target),
            Some(target) => self.link(&self.word("flow-else"), target),
            None => {}
        }
    }

    /// An answer that is no option, in words where there are some.
    fn answer(&self, verb: &Verb, answer: &str) -> String {
        let key = match verb {
            _ if answer == "unknown" => "answer-dont-know".to_owned(),
            Verb::Do(_) => format!("do-{answer}"),
            Verb::Try(_) => format!("try-{answer}"),
            Verb::Probe(probe) => format!("probe-{}-{answer}", probe.probe.id()),
            Verb::Ask(_) => format!("answer-{answer}"),
            _ => String::new(),
        };
        if has(self.lang, &key) { self.word(&key) } else { answer.to_owned() }
    }

    fn always(&mut self, target: StepIndex) {
        let name = self.name(target);
        self.line(3, &format!("-> {name}"));
    }

    fn link(&mut self, answer: &str, target: StepIndex) {
        let name = self.name(target);
        self.line(3, &format!("- {answer} -> {name}"));
    }

    fn name(&self, target: StepIndex) -> String {
        self.flow.step(target).id.clone()
    }

    fn word(&self, key: &str) -> String {
        Message::new(key).text(self.lang)
    }

    /// A text as its author wrote it, placeholders in braces.
    fn text(&mut self, text: &Text) {
        let text = text.as_written(self.lang);
        self.line(3, &text);
    }

    fn say(&mut self, indent: usize, message: &Message) {
        let text = message.text(self.lang);
        self.line(indent, &text);
    }

    fn line(&mut self, indent: usize, text: &str) {
        for line in wrap(text, self.columns.saturating_sub(indent)) {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }
}

/// The options of a question: value and label.
fn answers(step: &Step, lang: Lang) -> Vec<(String, String)> {
    match &step.verb {
        Verb::Ask(ask) => match &ask.kind {
            AnswerType::Choice(options) | AnswerType::Choices { options, .. } => {
                options.iter().map(|option| (option.value.clone(), option.label.as_plain(lang))).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
