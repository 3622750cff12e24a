//! What a rendering says: sections in the order in which an agent reads, each a few cells.
//!
//! Text and Markdown draw the same page, so they cannot disagree. Who must be shorter asks for a terser page.

use super::super::words::say;
use super::part::Part;
use super::sections;
use crate::flow::field::Field;
use crate::i18n::Lang;
use crate::session::story::Origin;
use crate::summary::{Fact, Summary, TOOL};

/// Everything between the subject and the last line.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) lang: Lang,
    pub(super) subject: Section,
    pub(super) sections: Vec<Section>,
    /// What only the short text says by itself.
    pub(super) promised: Option<Section>,
    /// How to read the marks.
    pub(super) legend: String,
    /// No secret is in here.
    pub(super) safety: String,
    /// The same in fewer words.
    pub(super) safety_short: String,
    /// Program, category, id.
    pub(super) last: String,
}

/// A heading and what stands under it.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) part: Part,
    pub(super) heading: String,
    pub(super) cells: Vec<Cell>,
    /// One line a cell rather than one line for all.
    pub(super) list: bool,
    /// How many earlier cells were left out.
    pub(super) earlier: usize,
}

/// A name and a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// `None`: the heading says it.
    pub(super) name: Option<String>,
    pub(super) value: String,
    pub(super) voice: Voice,
    /// What exactly a check saw.
    pub(super) detail: Option<String>,
    /// In brackets: where it comes from, where that is not the person; when a check saw it; whether a channel is open.
    pub(super) mark: Option<String>,
}

/// Whose words a value is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The program's and its flows'.
    Ours,
    /// Typed or seen: numbers, names, addresses, exactly as they came.
    Outside,
    /// Sentences of the person's own, or of a screen, in quotes.
    Quoted,
}

impl Page {
    /// The whole page.
    pub(super) fn of(summary: &Summary) -> Self {
        let lang = summary.lang;
        let sections = sections::of(summary);
        let category = summary.category.as_ref().unwrap_or(&summary.flow);
        let last = [format!("{TOOL} {}", summary.version), category.clone(), summary.id.clone()];
        let last: Vec<String> = last.into_iter().filter(|part| !part.is_empty()).collect();
        Self {
            lang,
            subject: sections::subject(summary),
            legend: legend(summary, &sections),
            sections,
            promised: sections::promised(summary),
            safety: say("summary-safety", lang),
            safety_short: say("summary-safety-short", lang),
            last: last.join(" / "),
        }
    }

    /// The section about `part`, where there is something to say.
    pub(super) fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().chain(&self.promised).find(|section| section.part == part)
    }

    /// The same, to be made shorter.
    pub(super) fn part(&mut self, part: Part) -> Option<&mut Section> {
        self.sections.iter_mut().find(|section| section.part == part)
    }
}

impl Cell {
    pub(super) fn alone(value: String) -> Self {
        Self { name: None, value, voice: Voice::Ours, detail: None, mark: None }
    }

    pub(super) fn named(name: String, value: String) -> Self {
        Self { name: Some(name), value, voice: Voice::Ours, detail: None, mark: None }
    }

    /// How many characters it takes, marks aside.
    pub(super) fn length(&self) -> usize {
        let parts = [Some(&self.value), self.name.as_ref(), self.mark.as_ref(), self.detail.as_ref()];
        parts.into_iter().flatten().map(|part| part.chars().count()).sum()
    }

    pub(super) fn outside(self) -> Self {
        Self { voice: Voice::Outside, ..self }
    }

    pub(super) fn quoted(self) -> Self {
        Self { voice: Voice::Quoted, ..self }
    }

    pub(super) fn marked(self, source: Origin, lang: Lang) -> Self {
        let key = match source {
            Origin::Probe => Some("summary-mark-auto"),
            Origin::Input => Some("summary-mark-input"),
            Origin::User | Origin::Skipped => None,
        };
        Self { mark: key.map(|key| say(key, lang)), ..self }
    }

    pub(super) fn of(fact: &Fact, name: Option<String>, lang: Lang) -> Option<Self> {
        let voice = if fact.quoted {
            Voice::Quoted
        } else if fact.typed {
            Voice::Outside
        } else {
            Voice::Ours
        };
        Some(Self { name, voice, ..Self::alone(fact.shown.clone()?) }.marked(fact.source, lang))
    }
}

/// How to read what is above, no more than that page needs.
fn legend(summary: &Summary, sections: &[Section]) -> String {
    let lang = summary.lang;
    let shows = |key: &str| {
        let mark = say(key, lang);
        sections.iter().flat_map(|section| &section.cells).any(|cell| cell.mark.as_ref() == Some(&mark))
    };
    let standing = || summary.facts.iter().filter(|fact| fact.stands);
    let quoted = sections.iter().flat_map(|section| &section.cells).any(|cell| cell.voice == Voice::Quoted);
    let mut sentences = vec!["summary-legend"];
    sentences.extend(shows("summary-mark-auto").then_some("summary-legend-auto"));
    sentences.extend(shows("summary-mark-input").then_some("summary-legend-input"));
    sentences.extend(quoted.then_some("summary-legend-quotes"));
    sentences.extend(
        standing()
            .any(|fact| fact.words.is_some() && fact.field.is_some_and(Field::masked))
            .then_some("summary-legend-masked"),
    );
    sentences.extend(standing().any(|fact| fact.shown != fact.words).then_some("summary-legend-addresses"));
    let gap = if lang == Lang::Zh { "" } else { " " };
    sentences.iter().map(|key| say(key, lang)).collect::<Vec<_>>().join(gap)
}
