//! A place where a person meets something, and what stands there.

use super::super::{options, pack, sentences};
use super::How;
use walletfix::flow::Flow;
use walletfix::flow::step::{Step, Verb};
use walletfix::i18n::{Lang, Message, has};
use walletfix::profile::Channel;

/// Where.
pub(super) enum Place {
    /// A step of a flow.
    Step(&'static Flow, &'static Step),
    /// A flow's entry in the list of problems.
    Entry(&'static Flow),
    /// A sentence of the program.
    Sentence(&'static str),
    /// A channel of a provider.
    Channel(&'static Channel),
}

impl Place {
    /// The place of that name, which fits the way in which a row is met.
    pub(super) fn of(how: How, name: &'static str) -> Result<Self, String> {
        match how {
            How::Screen => Self::screen(name),
            How::ProfileKey => channel(name).map(Self::Channel).ok_or_else(|| "no such channel".to_owned()),
            How::Step | How::Text | How::SummaryField => {
                let (flow, step) = name.rsplit_once('/').ok_or("a step is FLOW/STEP")?;
                let flow = pack().flows.get(flow).ok_or_else(|| format!("there is no flow {flow}"))?;
                let (_, step) = flow.step_named(step).ok_or_else(|| format!("the flow has no step {step}"))?;
                if how == How::Step && !is_done(step) {
                    return Err(format!("nothing is answered or done at a `{}`: call it `text`", step.verb.key()));
                }
                if how == How::SummaryField && step.field.is_none() {
                    return Err("its answer has no `field` in the summary: call it `step`".to_owned());
                }
                Ok(Self::Step(flow, step))
            }
            How::None => Err("what is met nowhere has no place".to_owned()),
        }
    }

    fn screen(name: &'static str) -> Result<Self, String> {
        if let Some(flow) = pack().flows.get(name) {
            return if flow.is_main() { Ok(Self::Entry(flow)) } else { Err("it is in no list of problems".to_owned()) };
        }
        // That each sentence is shown somewhere is the business of a house test.
        let known = Lang::ALL.iter().all(|lang| has(*lang, name));
        if known { Ok(Self::Sentence(name)) } else { Err("neither a flow nor a sentence of the program".to_owned()) }
    }

    /// What a person reads there without asking for help.
    pub(super) fn said(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::Step(_, step) => {
                // A hint shows after a `?`, and few ask for it.
                let on_screen = sentences(step).into_iter().filter(|text| Some(*text) != step.hint.as_ref());
                on_screen
                    .chain(options(step).iter().map(|option| &option.label))
                    .map(|text| text.as_written(lang))
                    .collect()
            }
            Self::Entry(flow) => [Some(&flow.title), flow.about.as_ref()]
                .into_iter()
                .flatten()
                .map(|text| text.as_written(lang))
                .collect(),
            Self::Sentence(key) => vec![Message::new(*key).text(lang)],
            Self::Channel(channel) => vec![channel.name.as_written(lang)],
        }
    }
}

/// Whether a person answers it or does something there.
fn is_done(step: &Step) -> bool {
    matches!(step.verb, Verb::Ask(_) | Verb::Do(_) | Verb::Try(_) | Verb::Probe(_))
}

/// `profiles/ID/channel.ID`.
fn channel(name: &str) -> Option<&'static Channel> {
    let (profile, channel) = name.strip_prefix("profiles/")?.split_once("/channel.")?;
    let channel = pack().profiles.get(profile)?.channels.iter().find(|found| found.id == channel)?;
    (!channel.purposes.is_empty()).then_some(channel)
}
