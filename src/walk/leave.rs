//! Before anything leaves: the person sees exactly what would, changes or takes out what should not, and takes it along.

use super::line::{Named, Wanted};
use super::lists::{Picked, STAY};
use super::{Finish, Turn, Walk};
use crate::i18n::Message;
use crate::prompt::{Command, ScreenOption};
use crate::session::Session;
use crate::session::event::{Event, WORDS};
use crate::session::story::{attached, noted};
use crate::summary::Summary;
use std::io;

/// The way out of the program: what leaves, and where it can go from here.
pub trait Outlet {
    /// Exactly what leaves.
    fn text(&mut self, session: &Session<'_>) -> String;

    /// Puts it on the clipboard; what became of that.
    fn copy(&mut self, text: &str) -> Message;

    /// The name that a file of it takes, where the person names none.
    fn name(&self, session: &Session<'_>) -> String;

    /// Writes it to a new file; what became of that.
    fn save(&mut self, text: &str, file: &str) -> Message;

    /// What is noted of a file that the person will send along. Errors: why that cannot be.
    fn attach(&mut self, file: &str) -> Result<Event, Message>;
}

impl<'p> Walk<'_, 'p> {
    /// Shows what leaves, until the person is done with it.
    pub(super) fn leave(&mut self) -> io::Result<Turn> {
        let Some(outlet) = self.outlet.as_deref_mut() else { return Ok(Turn::Finish(Finish::End)) };
        let text = outlet.text(&self.session);
        if self.shown.as_ref() != Some(&text) {
            self.prompter.show(&format!("\n{}", text.trim_end()))?;
            self.shown = Some(text.clone());
        }
        let options = ["done", "copy", "save", "line", "file"];
        match self.choose_or("<leave>", &Message::new("screen-leave"), &options, "done")? {
            Picked::Option(id) if id == "copy" => self.with_outlet(|outlet, _| outlet.copy(&text)),
            Picked::Option(id) if id == "save" => self.save(&text),
            Picked::Option(id) if id == "line" => self.mend(),
            Picked::Option(id) if id == "file" => self.attach(),
            // Nothing is asked any more, so the end of the input ends the walk well.
            Picked::Option(_) | Picked::Finish(Finish::InputEnded(_)) => Ok(Turn::Finish(Finish::End)),
            Picked::Command(Command::Back) => {
                self.read_end = None;
                self.command(Command::Back, None)
            }
            Picked::Command(command) => self.command(command, None),
            Picked::Moved => Ok(Turn::On),
            Picked::Finish(finish) => Ok(Turn::Finish(finish)),
        }
    }

    fn with_outlet(&mut self, act: impl FnOnce(&mut dyn Outlet, &Session<'p>) -> Message) -> io::Result<Turn> {
        if let Some(outlet) = self.outlet.as_deref_mut() {
            let message = act(outlet, &self.session);
            self.say(&message)?;
        }
        Ok(Turn::On)
    }

    fn save(&mut self, text: &str) -> io::Result<Turn> {
        let Some(name) = self.outlet.as_deref().map(|outlet| outlet.name(&self.session)) else { return Ok(Turn::On) };
        let how = Message::new("screen-leave-save-how").with("name", name.as_str());
        match self.line(Wanted::Path, "<save>", "screen-leave-save-where", &how)? {
            Named::Line(file) => self.with_outlet(|outlet, _| outlet.save(text, &file)),
            Named::Nothing => self.with_outlet(|outlet, _| outlet.save(text, &name)),
            Named::Other(picked) => self.stay(picked),
        }
    }

    fn attach(&mut self) -> io::Result<Turn> {
        let how = Message::new("screen-leave-file-how");
        let file = match self.line(Wanted::Path, "<file>", "screen-leave-file-which", &how)? {
            Named::Line(file) => file,
            Named::Nothing => return Ok(Turn::On),
            Named::Other(picked) => return self.stay(picked),
        };
        match self.outlet.as_deref_mut().map(|outlet| outlet.attach(&file)) {
            Some(Ok(event)) => self.happen(event)?,
            Some(Err(message)) => self.say(&message)?,
            None => {}
        }
        Ok(Turn::On)
    }

    /// Lines of the summary, one of which is changed or taken out.
    fn mend(&mut self) -> io::Result<Turn> {
        let lang = self.lang();
        let story = self.session.story();
        let line = |name: &str, value: &str| {
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
        options.push(self.way(STAY, "screen-stay"));
        match self.choose_from("<line>", &Message::new("screen-leave-which"), &options)? {
            Picked::Option(path) if path != STAY => self.change_or_drop(path),
            other => self.stay(other),
        }
    }
}
