//! The pages as they lie in the program: Markdown with the sections `zh`, `en`, `wrong`, `right` and perhaps `beside`.

use super::example::File;
use crate::deflated::Deflated;
use crate::diagnostic::Rule;
use crate::i18n::Lang;

/// All pages as the build put them together: each after a form feed and the name of its rule.
static PAGES: Deflated = Deflated::new(include_bytes!(concat!(env!("OUT_DIR"), "/pages.z")));

/// What is written about a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    zh: Vec<String>,
    en: Vec<String>,
    /// Files that both examples use.
    pub beside: Vec<File>,
    /// The files that break the rule.
    pub wrong: Vec<File>,
    /// The same files, mended.
    pub right: Vec<File>,
}

impl Page {
    /// The page of a rule; `None`: nobody wrote one.
    pub fn of(rule: Rule) -> Option<Self> {
        all().find(|(name, _)| *name == rule.id()).map(|(_, text)| Self::read(text))
    }

    /// The paragraphs: what it means, why it matters, how to mend it.
    pub fn prose(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// A paragraph is a line; an example is a fence, with the name of its file where it is not the flow.
    fn read(text: &str) -> Self {
        let mut page = Self::default();
        let mut section = "";
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(name) = line.strip_prefix("## ") {
                section = name;
            } else if let Some(about) = line.strip_prefix("```toml") {
                let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                let file = File::new(about.trim(), &body);
                match section {
                    "beside" => page.beside.push(file),
                    "wrong" => page.wrong.push(file),
                    _ => page.right.push(file),
                }
            } else if !line.is_empty() {
                match section {
                    "zh" => page.zh.push(line.to_owned()),
                    _ => page.en.push(line.to_owned()),
                }
            }
        }
        page
    }
}

/// The names of all pages, without `.md`.
pub fn names() -> impl Iterator<Item = String> {
    all().map(|(name, _)| name.to_owned())
}

/// The name and the text of each page.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGES.split('\u{c}').skip(1).filter_map(|page| page.split_once('\n'))
}
