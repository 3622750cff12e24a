//! "What happened?": in own words, then the problems that fit them best; or the list of all.

use super::line::{Named, Wanted};
use super::lists::{Picked, STAY};
use super::{Turn, Walk};
use crate::flow::Flow;
use crate::flow::WORDS;
use crate::i18n::{Lang, Message};
use crate::prompt::{Command, ScreenOption};
use crate::search::Problems;
use crate::session::event::Event;
use std::io;

/// So many of the problems that fit are offered.
const BEST: usize = 3;

/// The option that leads to the list of all problems.
const ALL: &str = "<all>";

/// The screens of the question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// A line for own words.
    Words,
    /// The problems that fit them.
    Found,
    /// Every problem, by group.
    List,
}

impl Walk<'_, '_> {
    /// "What happened?", before any flow.
    pub(super) fn pick(&mut self) -> io::Result<Turn> {
        match self.pick_flow(false)? {
            Picked::Option(flow) => {
                self.happen(Event::Flow(self.session.path(), flow))?;
                Ok(Turn::On)
            }
            Picked::Command(command) => self.command(command, None),
            Picked::Moved => Ok(Turn::On),
            Picked::Finish(finish) => Ok(Turn::Finish(finish)),
        }
    }

    /// "This is not my problem": another flow, or back to the question.
    pub(super) fn other_flow(&mut self) -> io::Result<Turn> {
        match self.pick_flow(true)? {
            Picked::Option(flow) if flow != STAY => {
                self.happen(Event::Flow(self.session.path(), flow))?;
                Ok(Turn::On)
            }
            other => self.stay(other),
        }
    }

    /// The flow that fits, by one of the three screens. What was said is an event, so that whoever comes back from a flow,
    /// or resumes, stands behind it.
    fn pick_flow(&mut self, can_stay: bool) -> io::Result<Picked> {
        let mut stage = match self.session.words() {
            None => Stage::Words,
            _ if can_stay => Stage::Words,
            Some("") => Stage::List,
            Some(_) => Stage::Found,
        };
        let how = if can_stay { "screen-words-how-stay" } else { "screen-words-how" };
        loop {
            let picked = match stage {
                Stage::Words => match self.ask_words(how)? {
                    Named::Line(words) => {
                        self.happen(Event::Words(words))?;
                        stage = Stage::Found;
                        continue;
                    }
                    Named::Nothing => {
                        if !can_stay && self.session.words().is_none() {
                            self.happen(Event::Words(String::new()))?;
                        }
                        stage = Stage::List;
                        continue;
                    }
                    Named::Other(picked) => picked,
                },
                Stage::Found => {
                    let options = self.found(can_stay);
                    if options.is_empty() {
                        self.notice(&Message::new("screen-words-none"));
                        stage = Stage::List;
                        continue;
                    }
                    self.choose_from("<found>", &Message::new("screen-words-found"), &options)?
                }
                Stage::List => {
                    let options = self.all(can_stay);
                    self.choose_from("<flow>", &Message::new("screen-all-problems"), &options)?
                }
            };
            stage = match picked {
                Picked::Option(id) if id == ALL => Stage::List,
                Picked::Option(id) if id == WORDS => Stage::Words,
                Picked::Command(Command::Back) if stage != Stage::Words => Stage::Words,
                Picked::Command(Command::Skip) if stage != Stage::List => Stage::List,
                Picked::Command(Command::Flow) => Stage::Words,
                Picked::Command(command @ (Command::Help | Command::Lang)) => {
                    self.command(command, None)?;
                    stage
                }
                other => return Ok(other),
            };
        }
    }

    /// A line for own words.
    fn ask_words(&mut self, how: &str) -> io::Result<Named> {
        self.line(Wanted::Words, WORDS, "screen-what-happened", &Message::new(how))
    }

    /// The problems that fit best, and the ways on; none where nothing fits.
    fn found(&self, can_stay: bool) -> Vec<ScreenOption> {
        let lang = self.lang();
        let problems = Problems::of(self.session.pack());
        let hits = problems.find(self.session.words().unwrap_or_default());
        let mut options: Vec<ScreenOption> = hits.iter().take(BEST).map(|hit| offered(hit.flow, lang)).collect();
        if !options.is_empty() {
            options.push(self.way(ALL, "screen-words-all"));
            options.push(self.way(WORDS, "screen-words-again"));
            options.extend(can_stay.then(|| self.way(STAY, "screen-stay")));
        }
        options
    }

    /// Every problem, by group.
    fn all(&self, can_stay: bool) -> Vec<ScreenOption> {
        let lang = self.lang();
        let mut flows: Vec<&Flow> = self.session.pack().flows.values().filter(|flow| flow.is_main()).collect();
        flows.sort_by_key(|flow| (flow.group.is_none(), flow.group));
        let mut last = None;
        let mut options: Vec<ScreenOption> = Vec::new();
        for flow in flows {
            let begins = last != Some(flow.group);
            last = Some(flow.group);
            let heading = flow.group.filter(|_| begins);
            let heading = heading.map(|group| Message::new(format!("group-{}", group.id())).text(lang));
            options.push(ScreenOption { heading, ..offered(flow, lang) });
        }
        options.push(self.way(WORDS, "screen-words-own"));
        options.extend(can_stay.then(|| self.way(STAY, "screen-stay")));
        options
    }

    /// The line for the own words again, from the review.
    pub(super) fn change_words(&mut self) -> io::Result<Turn> {
        match self.ask_words("screen-words-how-keep")? {
            Named::Line(words) => {
                self.happen(Event::Words(words))?;
                Ok(Turn::On)
            }
            Named::Nothing => Ok(Turn::On),
            Named::Other(picked) => self.stay(picked),
        }
    }

    /// An option that leads elsewhere.
    pub(super) fn way(&self, value: &str, label: &str) -> ScreenOption {
        ScreenOption { value: value.to_owned(), label: Message::new(label).text(self.lang()), heading: None }
    }
}

/// A flow's title and, behind it, when it fits.
fn offered(flow: &Flow, lang: Lang) -> ScreenOption {
    let title = flow.title.as_plain(lang);
    let about = flow.about.as_ref().map(|about| about.as_plain(lang));
    let label = match (about, lang) {
        (Some(about), Lang::Zh) => format!("{title}（{about}）"),
        (Some(about), Lang::En) => format!("{title} ({about})"),
        (None, _) => title,
    };
    ScreenOption { value: flow.id.clone(), label, heading: None }
}
