//! Answers from a file instead of a person: never asks, never waits for anybody.

use super::{Form, Prompter, Reply, Screen, waiting};
use crate::i18n::Lang;
use crate::script::GivenAt;
use indexmap::IndexMap;
use std::collections::HashSet;
use std::io;
use std::time::Duration;

/// Answers screens by their path, and remembers which answers were used and which were missing.
pub struct Script {
    /// In order of precedence.
    maps: [IndexMap<String, GivenAt>; 2],
    used: HashSet<String>,
    missing: Vec<String>,
    said: Vec<String>,
}

impl Script {
    /// With the answers of a file and those of one of its tests, which win; an answers file has none of the latter.
    pub fn new(file: &IndexMap<String, GivenAt>, own: &IndexMap<String, GivenAt>) -> Self {
        Self { maps: [own.clone(), file.clone()], used: HashSet::new(), missing: Vec::new(), said: Vec::new() }
    }

    /// The answers that no screen asked for, in file order.
    pub fn unused(&self) -> impl Iterator<Item = (&str, &GivenAt)> {
        let [own, file] = &self.maps;
        let answers = file.iter().filter(|(path, _)| !own.contains_key(*path)).chain(own);
        // `*` is for whatever is left, which may be nothing.
        let named = answers.filter(|(path, _)| *path != "*");
        named.filter(|(path, _)| !self.used.contains(*path)).map(|(path, given)| (path.as_str(), given))
    }

    /// The paths of steps that had no answer.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// What was said, in order: why an answer was refused.
    pub fn said(&self) -> &[String] {
        &self.said
    }

    /// The answer for a visit of a step, with the key it has in the file. The key of one visit wins over that of all, and
    /// that over `*`; any key of the test itself wins over the file's.
    pub fn answer(&self, path: &str, visit: u32) -> Option<(&str, &GivenAt)> {
        let keys = [format!("{path}#{visit}"), path.to_owned(), "*".to_owned()];
        // What the program itself asks has no key of its own, nor is it meant by the rest.
        let keys = if path.starts_with('<') { &keys[..2] } else { &keys[..] };
        let mut found = self.maps.iter().flat_map(|map| keys.iter().filter_map(|key| map.get_key_value(key)));
        found.next().map(|(key, given)| (key.as_str(), given))
    }
}

impl Prompter for Script {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        let answer = self.answer(&screen.path, screen.visit);
        if let Some((key, given)) = answer.filter(|(key, _)| *key != "*" || screen.form != Form::Note) {
            let (key, given) = (key.to_owned(), given.given.clone());
            self.used.insert(key);
            return Ok(Reply::Given(given));
        }
        if screen.form == Form::Note {
            return Ok(Reply::Picked(Vec::new()));
        }
        if screen.path.starts_with('<') {
            return Ok(Reply::Picked(screen.default.clone()));
        }
        self.missing.push(screen.path.clone());
        Ok(Reply::Missing)
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        self.said.push(paragraph.to_owned());
        Ok(())
    }

    fn wait(
        &mut self,
        _label: &str,
        _lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        Ok(waiting::until(deadline, deadline, done, || false))
    }
}
