//! What was found in a reading, in the form that was asked for.

use super::super::args::files::{ReportFormat, ValidateArgs};
use super::super::context::Context;
use super::super::exit::Exit;
use super::super::load::refuse;
use super::super::reading::Reading;
use super::repository::Repository;
use crate::analysis;
use crate::diagnostic::render::{github, human, json, sarif};
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::explain;
use crate::i18n::Message;
use crate::library::{self, LibraryError, Reader};
use crate::palette::{Palette, Tone};
use crate::parse::{self, Judged};
use jiff::Zoned;
use std::collections::HashSet;

/// Every finding, and how the command ends with them.
pub(super) struct Report {
    diagnostics: Vec<Diagnostic>,
    errors: Vec<LibraryError>,
    files: usize,
    flows: usize,
    /// Whether the same will be printed at every save.
    again: bool,
    /// The verdict.
    pub(super) exit: Exit,
}

impl Report {
    /// Checks what was read.
    pub(super) fn of(reading: &Reading, args: &ValidateArgs) -> Self {
        let today = args.now.as_ref().map(Zoned::date);
        let mut diagnostics = Vec::new();
        let mut errors = reading.errors.clone();
        // A file that belongs to two of the packs is one file.
        let (mut files, mut flows) = (HashSet::new(), HashSet::new());
        for part in &reading.packs {
            let reader = Reader::of(&part.folder);
            let Judged { diagnostics: found, profiles, regions, .. } = parse::judge(&reader, false, analysis::BUDGET);
            let stale = |today| parse::stale::stale(&profiles, &regions, today);
            let found = found.into_iter().chain(today.into_iter().flat_map(stale));
            diagnostics.extend(found.filter(|diagnostic| part.wants(&diagnostic.source.name)));
            let (unread, why): (HashSet<usize>, Vec<LibraryError>) = reader.into_unread().into_iter().unzip();
            errors.extend(why);
            let read = part.folder.files.iter().enumerate().filter(|(number, _)| !unread.contains(number));
            for (_, file) in read.filter(|(_, file)| part.wants(&file.name)) {
                files.insert(file.name.as_str());
                if library::is_flow(&file.path) {
                    flows.insert(file.name.as_str());
                }
            }
        }
        sort(&mut diagnostics);
        let has = |severity| diagnostics.iter().any(|diagnostic| diagnostic.severity == severity);
        let exit = if !errors.is_empty() {
            Exit::Inaccessible
        } else if has(Severity::Error) || args.deny_warnings && has(Severity::Warning) {
            Exit::Findings
        } else {
            Exit::Done
        };
        Self { diagnostics, errors, files: files.len(), flows: flows.len(), again: args.watch, exit }
    }

    /// Tells what could not be read and prints the findings. Errors: nobody reads any more, or writing fails.
    pub(super) fn show(&self, context: &Context, format: ReportFormat) -> Result<(), Exit> {
        for error in &self.errors {
            refuse(context, error);
        }
        context.print(&self.text(context, format))
    }

    fn text(&self, context: &Context, format: ReportFormat) -> String {
        let unread = || self.errors.iter().map(LibraryError::message).collect::<Vec<_>>();
        match format {
            ReportFormat::Human => self.human(context),
            ReportFormat::Json => {
                let checked = json::Checked { files: self.files, flows: self.flows };
                json::render(&self.diagnostics, checked, context.lang)
            }
            ReportFormat::Sarif => {
                let repository = Repository::of_environment();
                let prose = |rule| explain::prose(rule, context.lang);
                sarif::render(&self.diagnostics, &unread(), context.lang, &|name| repository.path_of(name), &prose)
            }
            ReportFormat::Github => {
                let repository = Repository::of_environment();
                let path = |name: &str| repository.path_of(name);
                github::render(&self.diagnostics, &unread(), context.lang, &path) + &self.last_line(context)
            }
        }
    }

    fn human(&self, context: &Context) -> String {
        if self.diagnostics.is_empty() {
            return self.last_line(context);
        }
        let mut text =
            human::render(&self.diagnostics, context.lang, context.color, context.width, crate::secrets::blot);
        if let Some(first) = self.worst().filter(|_| !self.again) {
            let more = Message::new("validate-explain").with("rule", first.rule.id()).text(context.lang);
            text.push_str(&Palette::new(context.color).paint(Tone::Hint, &more));
            text.push('\n');
        }
        text
    }

    /// The first of the worst findings, which is the one to mend first.
    fn worst(&self) -> Option<&Diagnostic> {
        self.diagnostics.iter().min_by_key(|diagnostic| diagnostic.severity)
    }

    /// How many findings there are, or that there is none; nothing where nothing was read.
    fn last_line(&self, context: &Context) -> String {
        let message = if !self.diagnostics.is_empty() {
            human::tally(&self.diagnostics)
        } else if self.files > 0 {
            Message::new("validate-sound").with("files", self.files).with("flows", self.flows)
        } else {
            return String::new();
        };
        format!("{}\n", message.text(context.lang))
    }
}
