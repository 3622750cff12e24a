//! What is asked, and whether an answer fits: the flow that would be written is read and judged as every flow is.

use super::page;
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::flow::Group;
use crate::i18n::{Lang, Message};
use crate::library;
use crate::pack::PackFile;
use crate::parse::{ids, read_pack};
use crate::source::{Source, Span};

/// One thing to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// The flow's id.
    Id,
    /// Its title.
    Title(Lang),
    /// The heading under which it is listed.
    Group,
    /// The first question.
    Question(Lang),
    /// The team that answers for it.
    Owner,
}

impl Item {
    /// In the order in which they are asked.
    const ALL: [Self; 7] = [
        Self::Id,
        Self::Title(Lang::Zh),
        Self::Title(Lang::En),
        Self::Group,
        Self::Question(Lang::Zh),
        Self::Question(Lang::En),
        Self::Owner,
    ];

    /// The word for it in messages.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Id => "flow",
            Self::Title(Lang::Zh) => "title-zh",
            Self::Title(Lang::En) => "title-en",
            Self::Group => "group",
            Self::Question(Lang::Zh) => "question-zh",
            Self::Question(Lang::En) => "question-en",
            Self::Owner => "owner",
        }
    }

    /// The key in the flow's file.
    fn key(self) -> &'static str {
        match self {
            Self::Id => "",
            Self::Title(Lang::Zh) => "title.zh",
            Self::Title(Lang::En) => "title.en",
            Self::Group => "group",
            Self::Question(Lang::Zh) => "ask.zh",
            Self::Question(Lang::En) => "ask.en",
            Self::Owner => "owner",
        }
    }
}

/// The answers so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    answers: [Option<String>; Item::ALL.len()],
}

/// Why an answer does not fit, or what could be better about it.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    /// What keeps it from being taken: message, rule, what would be right.
    pub(super) refused: Vec<Message>,
    /// What could be better.
    pub(super) remark: Option<Message>,
}

impl Sheet {
    /// What has to be asked, in order. Shared flows are in no list, so they have no heading.
    pub(super) fn items(&self, id_is_given: bool) -> Vec<Item> {
        let shared = self.is_shared();
        let wanted = |item: &Item| !(id_is_given && *item == Item::Id || shared && *item == Item::Group);
        Item::ALL.into_iter().filter(wanted).collect()
    }

    /// The answer, where there is one.
    pub(super) fn get(&self, item: Item) -> Option<&str> {
        self.answers.get(place(item))?.as_deref()
    }

    /// Takes an answer.
    pub(super) fn set(&mut self, item: Item, answer: &str) {
        if let Some(slot) = self.answers.get_mut(place(item)) {
            *slot = Some(answer.to_owned());
        }
    }

    /// Whether other flows run it.
    pub(super) fn is_shared(&self) -> bool {
        self.get(Item::Id).is_some_and(|id| id.starts_with("shared/"))
    }

    /// The answer, or one that breaks no rule.
    pub(super) fn or_sample(&self, item: Item) -> &str {
        self.get(item).unwrap_or(match item {
            Item::Id => "sample",
            Item::Title(Lang::Zh) | Item::Question(Lang::Zh) => "应用打不开",
            Item::Title(Lang::En) | Item::Question(Lang::En) => "The app does not open",
            Item::Group => Group::ALL[0].0,
            Item::Owner => "support",
        })
    }

    /// What would be said about the files if they were written with this answer. All other answers break no rule.
    pub(super) fn judge(&self, item: Item, answer: &str) -> Verdict {
        if item == Item::Id {
            return Verdict { refused: refuse_id(answer).into_iter().collect(), remark: None };
        }
        let mut sheet = self.clone();
        sheet.forget(item);
        let before = sheet.remarks().len();
        sheet.set(item, answer);
        let (refused, remarks) = (sheet.refusals(item), sheet.remarks());
        // What was remarked on other answers has been said.
        Verdict { refused, remark: remarks.get(before..).and_then(<[_]>::first).map(told) }
    }

    fn forget(&mut self, item: Item) {
        if let Some(slot) = self.answers.get_mut(place(item)) {
            *slot = None;
        }
    }

    fn remarks(&self) -> Vec<Diagnostic> {
        let found = self.findings(&self.labels());
        found.into_iter().filter(|one| one.severity == Severity::Info).collect()
    }

    /// What fails with this answer, each on a line of its own: what is said of its own line, else of another.
    fn refusals(&self, item: Item) -> Vec<Message> {
        let mut found = self.findings(&self.labels());
        found.retain(|one| one.severity != Severity::Info);
        let is_own = |one: &&Diagnostic| {
            let before = one.source.text.get(..one.span.start).unwrap_or_default();
            before.rsplit('\n').next().is_some_and(|line| line.starts_with(item.key()))
        };
        let own: Vec<Message> = found.iter().filter(is_own).map(told).collect();
        if own.is_empty() { found.first().map(told).into_iter().collect() } else { own }
    }

    /// The short name of the first question in the summary: the question itself, where that is a name, else the title.
    pub(super) fn labels(&self) -> [String; 2] {
        let short = |lang| last_sentence(self.or_sample(Item::Question(lang)));
        let labels = Lang::ALL.map(short);
        // Quotation marks are of no fixed width, so they do not stand in tables.
        let is_name = |label: &String| !label.is_empty() && !label.contains(['“', '”', '→']);
        let fits = labels.iter().all(is_name) && self.findings(&labels).is_empty();
        if fits { labels } else { Lang::ALL.map(|lang| self.or_sample(Item::Title(lang)).to_owned()) }
    }

    fn findings(&self, labels: &[String; 2]) -> Vec<Diagnostic> {
        let file = |path: String, text: String| PackFile { name: path.clone(), path, bytes: text.into_bytes().into() };
        let id = self.or_sample(Item::Id);
        let flow = file(format!("{id}.toml"), page::flow(self, labels, false, Lang::En));
        let test = file(format!("tests/{id}.toml"), page::test(self, false, Lang::En));
        read_pack(&[flow, test]).1
    }
}

fn place(item: Item) -> usize {
    Item::ALL.iter().position(|known| *known == item).unwrap_or_default()
}

/// The finding as one paragraph.
fn told(finding: &Diagnostic) -> Message {
    let key = if finding.help.is_some() { "new-finding-help" } else { "new-finding" };
    let message = Message::new(key).with("rule", finding.rule.id()).with("message", finding.message.clone());
    match &finding.help {
        Some(help) => message.with("help", help.clone()),
        None => message,
    }
}

/// Why a flow cannot be called so.
fn refuse_id(id: &str) -> Option<Message> {
    if !library::is_flow(&format!("{id}.toml")) {
        let folder = id.split('/').next().unwrap_or_default();
        return Some(Message::new(if id.is_empty() { "new-empty" } else { "new-reserved" }).with("folder", folder));
    }
    let source = Source::new(id, String::new());
    let findings = Findings::new(&source);
    for part in id.split('/') {
        ids::check_plain(part, Span::default(), &findings);
    }
    findings.into_list().first().map(told)
}

/// The last sentence without the mark at its end: "Open the app. Does it start?" is about whether it starts.
fn last_sentence(text: &str) -> String {
    let marks = ['。', '？', '！', '?', '!', '.', '；', ';'];
    let text = text.trim_end_matches(marks).trim();
    let start = text.char_indices().rev().find(|(at, mark)| {
        let rest = &text[at + mark.len_utf8()..];
        marks.contains(mark) && (!mark.is_ascii() || rest.starts_with(' '))
    });
    start.map_or(text, |(at, mark)| &text[at + mark.len_utf8()..]).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Item, Sheet, last_sentence};
    use crate::i18n::Lang;

    #[test]
    fn a_question_ends_in_its_last_sentence() {
        for (text, last) in [
            ("应用能打开吗？", "应用能打开吗"),
            ("先别再付。看账单：这一笔失败了吗？", "看账单：这一笔失败了吗"),
            ("Open the app. Does version 8.5 start?", "Does version 8.5 start"),
            ("Does it start", "Does it start"),
            ("？", ""),
        ] {
            assert_eq!(last_sentence(text), last);
        }
    }

    #[test]
    fn a_sample_breaks_no_rule() {
        for id in ["sample", "shared/sample"] {
            let mut sheet = Sheet::default();
            sheet.set(Item::Id, id);
            let found = sheet.findings(&sheet.labels());
            assert!(found.is_empty(), "{found:?}");
        }
    }

    #[test]
    fn a_label_that_is_no_name_gives_way_to_the_title() {
        let mut sheet = Sheet::default();
        sheet.set(Item::Question(Lang::Zh), "在这一页能看到版本号吗？About。Version OK？");
        assert_eq!(sheet.labels(), Lang::ALL.map(|lang| sheet.or_sample(Item::Title(lang)).to_owned()));
    }
}
