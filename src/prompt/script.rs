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
    answers: IndexMap<String, GivenAt>,
    used: HashSet<String>,
    missing: Vec<String>,
    said: Vec<String>,
}

impl Script {
    /// With the answers of a file and those of one of its tests, which win; an answers file has none of the latter.
    pub fn new(file: &IndexMap<String, GivenAt>, own: &IndexMap<String, GivenAt>) -> Self {
        let mut answers = file.clone();
        answers.extend(own.iter().map(|(path, given)| (path.clone(), given.clone())));
        Self { answers, used: HashSet::new(), missing: Vec::new(), said: Vec::new() }
    }

    /// The answers that no screen asked for, in file order.
    pub fn unused(&self) -> impl Iterator<Item = (&str, &GivenAt)> {
        self.answers.iter().filter(|(path, _)| !self.used.contains(*path)).map(|(path, given)| (path.as_str(), given))
    }

    /// The paths of steps that had no answer.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// What was said, in order: why an answer was refused.
    pub fn said(&self) -> &[String] {
        &self.said
    }

    /// The answer for a visit of a step, with the key it has in the file; the key of one visit wins.
    pub fn answer(&self, path: &str, visit: u32) -> Option<(&str, &GivenAt)> {
        self.answers
            .get_key_value(&format!("{path}#{visit}"))
            .or_else(|| self.answers.get_key_value(path))
            .map(|(key, given)| (key.as_str(), given))
    }
}

impl Prompter for Script {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        if let Some((key, given)) = self.answer(&screen.path, screen.visit) {
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
