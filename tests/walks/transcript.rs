//! Walks as files: `cases/*.txt`. Adding one adds no code.
//!
//! ```text
//! # what the person goes through
//! lang: zh
//! flow: transfer-failed          (empty: the person chooses from the list)
//! profile: demo-pay
//! now: 2026-11-24T10:00:00+08:00
//! also: kill back                (other tests that walk it)
//! secret: abandon ability …       (typed on the way, refused, and nowhere to be found)
//!
//! what the prompt says => 2                  the option's number; `1,3` where several can be chosen
//! what the prompt says => enter              an empty line: the default, nothing ticked, or going on
//! what the prompt says => type 100 CNY
//! what the prompt says => choose 转账失败    the option with that label, wherever it stands
//! what the prompt says => :back
//! + what the prompt says => 1                belongs to the step before, which alone confirms nothing
//! what the prompt says => 3 from 2           the default stands on option 2 (`from 1,2`: they are ticked)
//!
//! answers:                                   the rest: the same answers as a file has them
//! flow = "transfer-failed"
//! ```
//!
//! What a file of answers cannot say (own words, a secret that is refused, another problem) a test's events can: then the
//! rest stands below `test:`, as a file of tests with one of them.

use crate::harness::command::{Ran, Run, walletfix};
use crate::harness::talk::Talk;
use std::path::PathBuf;
use walletfix::i18n::Lang;

/// A walk, as its file tells it.
#[derive(Clone)]
pub(super) struct Transcript {
    pub(super) name: String,
    pub(super) lang: Lang,
    flow: String,
    profile: String,
    now: String,
    also: Vec<String>,
    /// What is refused on the way, and must be found nowhere.
    pub(super) secret: Option<String>,
    pub(super) steps: Vec<Step>,
    pub(super) script: Script,
}

/// The same walk as a file.
#[derive(Clone)]
pub(super) enum Script {
    /// For `--answers`.
    Answers(String),
    /// A file of tests, with a single one.
    Test(String),
}

/// What a prompt says, and what the person does.
#[derive(Clone)]
pub(super) struct Step {
    pub(super) see: String,
    pub(super) act: Act,
    /// It was opened by the step before, which confirms nothing without it.
    pub(super) inner: bool,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Act {
    Enter,
    /// Option numbers, and those that the list begins with.
    Pick(Vec<usize>, Vec<usize>),
    Type(String),
    /// The option whose label begins so.
    Choose(String),
    /// With its colon.
    Command(String),
}

impl Act {
    /// As a line.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Enter => String::new(),
            Self::Pick(numbers, _) => numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(","),
            Self::Type(text) | Self::Choose(text) | Self::Command(text) => text.clone(),
        }
    }
}

/// All of them, by name.
pub(super) fn all() -> Vec<Transcript> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/walks/cases");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Transcript::read(name, &std::fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

/// Those that another test asked for.
pub(super) fn also(test: &str) -> Vec<Transcript> {
    let found: Vec<_> =
        all().into_iter().filter(|transcript| transcript.also.iter().any(|also| also == test)).collect();
    assert!(!found.is_empty(), "no transcript for {test}");
    found
}

/// Runs a test on each of them at the same time; a failure says which.
pub(super) fn each(transcripts: Vec<Transcript>, test: impl Fn(&Transcript) + Sync) {
    let test = &test;
    std::thread::scope(|scope| {
        let threads: Vec<_> = transcripts
            .into_iter()
            .map(|transcript| (transcript.name.clone(), scope.spawn(move || test(&transcript))))
            .collect();
        let failed: Vec<String> =
            threads.into_iter().filter_map(|(name, thread)| thread.join().is_err().then_some(name)).collect();
        assert!(failed.is_empty(), "failed: {failed:?}");
    });
}

impl Transcript {
    fn read(name: String, text: &str) -> Self {
        type Kind = fn(String) -> Script;
        let kinds: [(_, Kind); 2] = [("\nanswers:\n", Script::Answers), ("\ntest:\n", Script::Test)];
        let mut found = kinds.iter().filter_map(|(begins, kind)| Some((text.split_once(begins)?, kind)));
        let ((text, script), kind) = found.next().unwrap_or_else(|| panic!("{name}: neither answers nor a test"));
        let (mut steps, mut keys) = (Vec::new(), std::collections::HashMap::new());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((see, act)) = line.split_once(" => ") {
                let (inner, see) = see.strip_prefix("+ ").map_or((false, see), |see| (true, see));
                steps.push(Step { see: see.to_owned(), act: act_of(act), inner });
            } else {
                let (key, value) = line.split_once(':').unwrap_or_else(|| panic!("{name}: {line}"));
                keys.insert(key.to_owned(), value.trim().to_owned());
            }
        }
        let mut take = |key: &str| keys.remove(key).unwrap_or_else(|| panic!("{name}: no {key}"));
        let (lang, flow, profile, now) = (take("lang"), take("flow"), take("profile"), take("now"));
        let also = keys.remove("also").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        let secret = keys.remove("secret");
        assert!(keys.is_empty(), "{name}: {keys:?}");
        // A walk that ends in the other language says so itself.
        let own = if script.starts_with("lang =") { String::new() } else { format!("lang = \"{lang}\"\n") };
        let script = kind(format!("format = 1\nprofile = \"{profile}\"\nnow = {now}\n{own}{script}"));
        Self { name, lang: Lang::from_tag(&lang).unwrap(), flow, profile, now, also, secret, steps, script }
    }

    /// The program, about to begin this walk.
    pub(super) fn run(&self) -> Run {
        let (flow, lang, profile, now) = (&self.flow, self.lang.tag(), &self.profile, &self.now);
        walletfix(&format!("diagnose {flow} --lang {lang} --profile {profile} --now {now} --offline"))
    }

    /// The program, about to go on with it.
    pub(super) fn resume(&self) -> Run {
        walletfix(&format!("resume --now {} --offline", self.now))
    }

    /// Walks it to its end over pipes.
    pub(super) fn walk(&self) -> Ran {
        let mut talk = self.run().talk();
        self.go_on(&mut talk, 0);
        talk.end().code(0)
    }

    /// Walks from that step to the end.
    pub(super) fn go_on(&self, talk: &mut Talk, from: usize) {
        for step in &self.steps[from..] {
            self.step(talk, step);
        }
    }

    /// One step.
    pub(super) fn step(&self, talk: &mut Talk, step: &Step) {
        let said = talk.prompt();
        assert!(said.contains(&step.see), "{}: {:?} should be asked, but it says\n{said}", self.name, step.see);
        talk.say(&step.act.line());
    }
}

fn act_of(text: &str) -> Act {
    let numbers = |text: &str| -> Vec<usize> {
        text.split(',').map(|number| number.parse().unwrap_or_else(|_| panic!("no number: {text}"))).collect()
    };
    match text {
        "enter" => Act::Enter,
        _ if text.starts_with(':') => Act::Command(text.to_owned()),
        _ if text.starts_with("choose ") => Act::Choose(text["choose ".len()..].to_owned()),
        _ => match (text.strip_prefix("type "), text.split_once(" from ")) {
            (Some(line), _) => Act::Type(line.to_owned()),
            (None, Some((numbers_chosen, first))) => Act::Pick(numbers(numbers_chosen), numbers(first)),
            (None, None) => Act::Pick(numbers(text), Vec::new()),
        },
    }
}
