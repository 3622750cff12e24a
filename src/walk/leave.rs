//! Before anything leaves: the person sees exactly what would, changes or takes out what should not, and takes it along.

use super::line::{Named, Wanted};
use super::lists::{Picked, STAY};
use super::{Finish, Turn, Walk};
use crate::flow::WORDS;
use crate::flow::display;
use crate::i18n::{Lang, Message};
use crate::prompt::{Command, ScreenOption};
use crate::record::Saved;
use crate::session::Session;
use crate::session::event::Event;
use crate::session::story::{attached, noted};
use crate::summary::{Summary, bytes};
use std::io;

/// The way out of the program: what leaves, and where it can go from here.
pub trait Outlet {
    /// Exactly what leaves.
    fn text(&mut self, session: &Session<'_>) -> String;

    /// Puts it on the clipboard; what became of that.
    fn copy(&mut self, text: &str) -> Message;

    /// The person has seen all of it, in one piece; `None`: only what is different in it now.
    fn seen(&mut self, text: Option<&str>);

    /// The name of a new file for it, where the person names none.
    fn name(&self, session: &Session<'_>) -> String;

    /// That name, or one like it that no file has yet; of a folder, a new file in it.
    fn free(&self, file: &str, session: &Session<'_>) -> String;

    /// Whether that is a file.
    fn is_there(&self, file: &str) -> bool;

    /// Writes it to a new file; what became of that. Errors: why it could not be.
    fn save(&mut self, text: &str, file: &str) -> Result<Message, Message>;

    /// What is noted of a file that the person will send along. Errors: why that cannot be.
    fn attach(&mut self, file: &str) -> Result<Event, Message>;
}

impl Walk<'_, '_> {
    /// Shows what leaves, until the person is done with it; `again`: the person has just been here.
    pub(super) fn leave(&mut self, again: bool) -> io::Result<Turn> {
        let Some(outlet) = self.outlet.as_deref_mut() else { return Ok(Turn::Finish(Finish::End)) };
        let text = outlet.text(&self.session);
        if self.shown.as_ref() != Some(&text) {
            let before = self.shown.replace(text.clone()).filter(|_| again);
            let lines = before.and_then(|before| different(&before, &text, self.lang()));
            if let Some(outlet) = self.outlet.as_deref_mut() {
                outlet.seen(lines.is_none().then_some(&text));
            }
            self.prompter.show(&format!("\n{}", lines.as_ref().unwrap_or(&text).trim_end()))?;
        }
        let options = ["done", "copy", "save", "line", "file"];
        let turn = match self.choose_or("<leave>", &Message::new("screen-leave"), &options, "done")? {
            Picked::Option(id) if id == "copy" => self.copy(&text),
            Picked::Option(id) if id == "save" => self.save(&text),
            Picked::Option(id) if id == "line" => self.mend(),
            Picked::Option(id) if id == "file" => self.attach(),
            Picked::Option(_) => Ok(Turn::Finish(Finish::End)),
            Picked::Command(Command::Back) => {
                self.read_end = None;
                self.command(Command::Back, None)
            }
            Picked::Command(command) => self.command(command, None),
            Picked::Moved => Ok(Turn::On),
            Picked::Finish(finish) => Ok(Turn::Finish(finish)),
        }?;
        match turn {
            // The walk is over and nothing has to be answered any more, so the end of the input ends it well.
            Turn::Finish(Finish::InputEnded(_)) => {
                let kept = self.journal.saving().now() == Saved::All;
                let key = if kept { "screen-leave-ended" } else { "screen-leave-ended-unkept" };
                self.say(&Message::new(key).with("id", self.journal.id()))?;
                Ok(Turn::Finish(Finish::End))
            }
            turn => Ok(turn),
        }
    }

    fn copy(&mut self, text: &str) -> io::Result<Turn> {
        if let Some(message) = self.outlet.as_deref_mut().map(|outlet| outlet.copy(text)) {
            self.say(&message)?;
        }
        Ok(Turn::On)
    }

    /// Asks for a name until the file is there.
    fn save(&mut self, text: &str) -> io::Result<Turn> {
        let mut how = "screen-leave-save-how";
        let Some(mut name) = self.outlet.as_deref().map(|outlet| outlet.name(&self.session)) else {
            return Ok(Turn::On);
        };
        loop {
            let words = Message::new(how).with("name", name.as_str());
            let file = match self.line(Wanted::NewFile, "<save>", "screen-leave-save-where", &words)? {
                Named::Line(file) => file,
                Named::Nothing => name,
                Named::Other(picked) => return self.stay(picked),
            };
            let Some(outlet) = self.outlet.as_deref_mut() else { return Ok(Turn::On) };
            let saved = outlet.save(text, &file);
            (how, name) = ("screen-leave-save-again", outlet.free(&file, &self.session));
            match saved {
                Ok(message) => {
                    self.say(&message)?;
                    return Ok(Turn::On);
                }
                Err(message) => self.say(&message)?,
            }
        }
    }

    fn attach(&mut self) -> io::Result<Turn> {
        let how = Message::new("screen-leave-file-how");
        let file = match self.line(Wanted::KnownFile, "<file>", "screen-leave-file-which", &how)? {
            Named::Line(file) => file,
            Named::Nothing => return Ok(Turn::On),
            Named::Other(picked) => return self.stay(picked),
        };
        match self.outlet.as_deref_mut().map(|outlet| outlet.attach(&file)) {
            Some(Ok(event)) => {
                let added = match &event {
                    Event::Attach { name, size, .. } => {
                        Some(Message::new("screen-leave-added").with("name", name.as_str()).with("size", bytes(*size)))
                    }
                    _ => None,
                };
                self.happen(event)?;
                if let Some(added) = added {
                    self.say(&added)?;
                }
            }
            Some(Err(message)) => self.say(&message)?,
            None => {}
        }
        Ok(Turn::On)
    }

    /// Lines of the summary, one of which is changed or taken out.
    fn mend(&mut self) -> io::Result<Turn> {
        let lines = self.lines();
        // What one checklist handed to another is one line, however many steps say it; the person changes what they said.
        let mut options: Vec<ScreenOption> = Vec::new();
        for line in &lines {
            match options.iter_mut().find(|known| known.label == line.label) {
                Some(known) if self.session.answered(&known.value).is_none() => *known = line.clone(),
                Some(_) => {}
                None => options.push(line.clone()),
            }
        }
        options.push(self.way(STAY, "screen-stay"));
        let path = match self.choose_from("<line>", &Message::new("screen-leave-which"), &options)? {
            Picked::Option(path) if path != STAY => path,
            other => return self.stay(other),
        };
        let Some(before) = options.into_iter().find(|option| option.value == path) else { return Ok(Turn::On) };
        let (turn, dropped) = self.change_or_drop(path, &before.label)?;
        match self.lines().into_iter().find(|line| line.value == before.value) {
            Some(now) if now.label != before.label => {
                self.say(&Message::new("screen-leave-changed").with("line", now.label))?;
            }
            None if dropped => {
                for twin in lines.into_iter().filter(|line| line.label == before.label && line.value != before.value) {
                    self.happen(Event::Drop(twin.value))?;
                }
            }
            // What was changed may stand there no more, since other steps have taken its place; nobody left it out.
            Some(_) | None => {}
        }
        Ok(turn)
    }

    /// What can be changed or taken out, each with its line.
    fn lines(&self) -> Vec<ScreenOption> {
        let lang = self.lang();
        let story = self.session.story();
        let line = |name: &str, value: &str| {
            let name = display::capitalized(name);
            Message::new("screen-review-line").with("name", name).with("value", value).text(lang)
        };
        let option = |value: String, label: String| ScreenOption { value, label, heading: None };
        let mut options: Vec<ScreenOption> = Vec::new();
        for told in Summary::of(&story, lang, "").lines() {
            let value = told.path.unwrap_or_else(|| WORDS.to_owned());
            // A step that was visited again has one line for each visit, and they are changed or dropped together.
            options.retain(|known| known.value != value);
            options.push(option(value, line(&told.label, &told.value)));
        }
        let note = Message::new("summary-event-contact").text(lang);
        options.extend(story.notes.iter().map(|kept| option(noted(kept), line(&note, &kept.note.said))));
        let file = Message::new("screen-leave-attached").text(lang);
        options.extend(story.attachments.iter().map(|kept| option(attached(&kept.name), line(&file, &kept.name))));
        options
    }
}

/// What is different between a text that was shown and the one that leaves now: the lines that are gone and those that
/// came. `None`: the rest does not stand as it stood, or it is no shorter than the text.
fn different(before: &str, now: &str, lang: Lang) -> Option<String> {
    let lines = |text: &'_ str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (before, now) = (lines(before), lines(now));
    let without = |all: &[String], others: &[String]| {
        let mut others = others.to_vec();
        let (kept, rest): (Vec<&String>, Vec<&String>) = all.iter().partition(|line| {
            let at = others.iter().position(|other| other == *line);
            at.map(|at| others.swap_remove(at)).is_some()
        });
        (kept.into_iter().cloned().collect::<Vec<_>>(), rest.into_iter().cloned().collect::<Vec<_>>())
    };
    let ((stayed, gone), (stays, new)) = (without(&before, &now), without(&now, &before));
    // That it was made and sealed anew says nothing where something else is different.
    let made = format!("{}:", Message::new("summary-made").text(lang));
    let is_own = |line: &String| line.starts_with(&made) || line.contains("walletfix verify ");
    let (mut gone, mut new) = (gone, new);
    if !gone.iter().chain(&new).all(is_own) {
        gone.retain(|line| !is_own(line));
        new.retain(|line| !is_own(line));
    }
    let is_short = (gone.len() + new.len()) * 2 <= now.len();
    (stayed == stays && is_short).then(|| {
        let heading = |key: &str| Message::new(key).text(lang);
        let mut all = vec![heading("screen-leave-gone")];
        all.extend(gone);
        all.extend([String::new(), heading("screen-leave-new")]);
        all.extend(new);
        all.extend([String::new(), heading("screen-leave-rest")]);
        all.join("\n")
    })
}
