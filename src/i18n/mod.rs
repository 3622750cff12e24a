//! The program's own sentences, zh and en, in Fluent files beside this one.
//!
//! Lower floors build a [`Message`] (a key and its values) and never a sentence; who shows it picks the language.
//! A sentence is parsed when it is needed, so the first prompt does not pay for the others.

use crate::deflated::Deflated;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// A language of the program and its flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The tag that files and JSON use.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language a tag such as `zh-Hans-CN`, `zh_CN.UTF-8` or `en` asks for.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match first.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

/// A sentence that has not met its language yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// The key in the Fluent files.
    pub key: String,
    /// Its values by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value inside a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Names, paths, words that are not translated.
    Text(String),
    /// Counts.
    Number(i64),
    /// A sentence inside a sentence.
    Message(Box<Message>),
    /// A sentence of a flow or profile, already rendered in both languages.
    Both {
        /// Chinese.
        zh: String,
        /// English.
        en: String,
    },
    /// Names joined as the language joins them: `a, b or c`, `a、b 或 c`.
    OneOf(Vec<String>),
    /// The same for names that stand in files: in English they are in backticks.
    OneOfNames(Vec<String>),
}

/// Nobody reads a longer list, and a thousand mistakes beside a thousand names would fill the memory with them.
const MOST_NAMES: usize = 60;

impl Message {
    /// The sentence of that key.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same with one more value: names that stand in files, of which one fits.
    #[must_use]
    pub fn with_names(mut self, name: &'static str, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut names = names.into_iter();
        let mut told: Vec<String> = names.by_ref().take(MOST_NAMES).map(Into::into).collect();
        if names.next().is_some() {
            told.push("…".to_owned());
        }
        self.args.push((name, Arg::OneOfNames(told)));
        self
    }

    /// The sentence in `lang`. A key that no file has shows as the key itself; a test keeps that from happening.
    pub fn text(&self, lang: Lang) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in &self.args {
            values.set(*name, value.fluent(lang));
        }
        sentence(lang, &self.key).and_then(|found| found.with(&values, lang)).unwrap_or_else(|| self.key.clone())
    }
}

/// Takes off the isolation marks that Fluent puts around values, closing up Chinese with Chinese where they meet.
fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split(['\u{2068}', '\u{2069}']) {
        crate::wording::join(&mut out, piece);
    }
    out
}

/// Whether any file has a sentence of that key.
pub fn has(lang: Lang, key: &str) -> bool {
    sentence(lang, key).is_some()
}

/// Every Fluent source: file name, zh text, en text. For the completeness test.
pub fn sources() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let rest = |lang: Lang| REST[lang as usize].split(FILE).filter_map(|file| file.split_once('\n'));
    let later = rest(Lang::Zh).zip(rest(Lang::En)).map(|((name, zh), (_, en))| (name, zh, en));
    [("first", FIRST[0], FIRST[1])].into_iter().chain(later)
}

impl Arg {
    fn fluent(&self, lang: Lang) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Number(number) => FluentValue::from(*number),
            Self::Message(message) => FluentValue::from(message.text(lang)),
            Self::Both { zh, en } => FluentValue::from(match lang {
                Lang::Zh => zh.as_str(),
                Lang::En => en.as_str(),
            }),
            Self::OneOfNames(names) if lang == Lang::En => {
                let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                FluentValue::from(crate::wording::one_of(&quoted, lang))
            }
            Self::OneOf(names) | Self::OneOfNames(names) => FluentValue::from(crate::wording::one_of(names, lang)),
        }
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<Vec<String>> for Arg {
    fn from(names: Vec<String>) -> Self {
        Self::OneOf(names)
    }
}

/// What the first prompt says, as it is; by language.
static FIRST: [&str; 2] = [include_str!("zh/first.ftl"), include_str!("en/first.ftl")];

/// All other files in one for each language, each behind a line with its name, as the build left them.
static REST: [Deflated; 2] = [
    Deflated::new(include_bytes!(concat!(env!("OUT_DIR"), "/zh.ftl.z"))),
    Deflated::new(include_bytes!(concat!(env!("OUT_DIR"), "/en.ftl.z"))),
];

/// What stands before the name of a file; a comment of Fluent's.
const FILE: &str = "### file ";

type Bundle = FluentBundle<FluentResource>;

/// A sentence of a file, parsed when it is first said; small until then, since there are hundreds.
struct Sentence {
    key: &'static str,
    source: &'static str,
    parsed: OnceLock<Box<Bundle>>,
}

impl Sentence {
    /// The sentence with its values; `None`: what the file says is no sentence.
    fn with(&self, values: &FluentArgs<'_>, lang: Lang) -> Option<String> {
        let bundle = self.parsed.get_or_init(|| {
            let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
            // What a file says wrongly is left out here and found by the completeness test.
            let resource = FluentResource::try_new(self.source.to_owned()).unwrap_or_else(|(good, _)| good);
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            // The marks show where values begin and end; no reader gets to see them.
            bundle.set_use_isolating(true);
            bundle.add_resource_overriding(resource);
            Box::new(bundle)
        });
        let pattern = bundle.get_message(self.key)?.value()?;
        Some(without_marks(&bundle.format_pattern(pattern, Some(values), &mut Vec::new())))
    }
}

fn sentence(lang: Lang, key: &str) -> Option<&'static Sentence> {
    static ALL: [[OnceLock<Vec<Sentence>>; 2]; 2] = [const { [const { OnceLock::new() }; 2] }; 2];
    let [first, rest] = &ALL[lang as usize];
    let in_text = |all: &'static [Sentence]| all.iter().find(|sentence| sentence.key == key);
    in_text(first.get_or_init(|| sentences(FIRST[lang as usize])))
        .or_else(|| in_text(rest.get_or_init(|| sentences(&REST[lang as usize]))))
}

/// The sentences of a text, the last first. A sentence begins where a key stands at the beginning of a line and refers to no
/// other, so that each can be parsed alone.
fn sentences(text: &'static str) -> Vec<Sentence> {
    let mut all = Vec::with_capacity(text.len() / 50);
    let mut ends = text.len();
    // From the last line up, so that each beginning knows where the sentence ends.
    for (start, _) in text.rmatch_indices('\n').chain([(0, "")]) {
        let start = if start == 0 { 0 } else { start + 1 };
        let source = &text[start..ends];
        if source.starts_with(|first: char| first.is_ascii_lowercase()) {
            let key = source.bytes().position(|byte| byte == b' ').unwrap_or_default();
            all.push(Sentence { key: &source[..key], source, parsed: OnceLock::new() });
            ends = start;
        }
    }
    all
}
