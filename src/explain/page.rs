//! A page as people read it: prose in lines of limited width, examples as they are, so that they can be copied.

use super::example::{FLOW, File, Mark, can_be_allowed, findings, is_flow};
use super::text::Page;
use crate::diagnostic::{Rule, Severity};
use crate::i18n::{Lang, Message};
use crate::palette::{Palette, Tone};
use crate::wording::{width, wrap};

/// Wider lines are hard to read.
const WIDEST: usize = 80;

/// The page of a rule. Only examples may be wider than `columns`.
pub fn page(rule: Rule, lang: Lang, columns: usize, palette: Palette) -> String {
    let mut drawn = Drawn { out: String::new(), lang, columns, palette };
    drawn.title(rule);
    let mut refusal = rule.fixed().then_some("sarif-help-fixed");
    if let Some(page) = Page::of(rule) {
        let files: Vec<&File> = page.wrong.iter().chain(&page.beside).collect();
        let marks: Vec<Mark> = findings(rule, &files).into_iter().filter(|mark| mark.diagnostic.rule == rule).collect();
        let in_flows = marks.iter().any(|mark| is_flow(&files[mark.file].path));
        let why = if in_flows { "explain-allow-unbuilt" } else { "explain-allow-nowhere" };
        refusal = refusal.or_else(|| (!can_be_allowed(rule, &files)).then_some(why));
        drawn.body(&page, &marks);
    }
    drawn.allow(rule, refusal);
    drawn.out
}

struct Drawn {
    out: String,
    lang: Lang,
    columns: usize,
    palette: Palette,
}

impl Drawn {
    fn title(&mut self, rule: Rule) {
        let (word, tone) = match rule.severity() {
            Severity::Error => ("files-word-error", Tone::Error),
            Severity::Warning => ("files-word-warning", Tone::Warning),
            Severity::Info => ("files-word-info", Tone::Hint),
        };
        let word = self.palette.paint(tone, &Message::new(word).text(self.lang));
        let id = self.palette.paint(Tone::Title, &format!("[{}]", rule.id()));
        self.line(&format!("{word}{id}"));
        self.paragraph(Tone::Title, &Message::new(format!("rule-{}", rule.id())).text(self.lang));
    }

    fn body(&mut self, page: &Page, marks: &[Mark]) {
        let headings = [None, Some("explain-why"), Some("explain-mend")];
        for (heading, paragraph) in headings.iter().zip(page.prose(self.lang)) {
            self.line("");
            if let Some(heading) = heading {
                self.heading(heading);
            }
            self.paragraph(Tone::Body, paragraph);
        }
        if !page.beside.is_empty() {
            self.example("explain-beside", &page.beside, true, &[]);
        }
        let several = page.wrong.len() > 1 || !page.beside.is_empty();
        self.example("explain-wrong", &page.wrong, several, marks);
        self.example("explain-right", &page.right, several, &[]);
    }

    fn example(&mut self, heading: &str, files: &[File], several: bool, marks: &[Mark]) {
        self.line("");
        self.heading(heading);
        for (index, file) in files.iter().enumerate() {
            if index > 0 {
                self.line("");
            }
            if several || file.path != FLOW {
                let name = self.palette.paint(Tone::Hint, &format!("# {}", file.path));
                self.line(&name);
            }
            for (row, line) in file.lines.iter().enumerate() {
                self.line(line);
                for mark in marks.iter().filter(|mark| mark.file == index && mark.line == Some(row)) {
                    self.mark(line, mark);
                }
            }
        }
    }

    /// Carets under the words of the finding and what it says, as a remark, so that the example stays TOML.
    fn mark(&mut self, line: &str, mark: &Mark) {
        let found = &mark.diagnostic;
        let column = found.source.position(found.span.start).column - 1;
        let before: String = line.chars().take(column).collect();
        let marked = found.source.text.get(found.span.start..found.span.end).unwrap_or_default();
        let carets = width(marked.lines().next().unwrap_or_default()).max(1);
        let (left, carets) = match width(&before) {
            0 => (0, (carets - 1).max(1)),
            left => (left - 1, carets),
        };
        // Under a line that the terminal breaks they would stand somewhere.
        if width(line) <= self.columns {
            let carets = format!("#{}{}", " ".repeat(left), "^".repeat(carets));
            self.line(&self.palette.paint(Tone::Error, &carets));
        }
        // The page itself says how to mend it; only the name that was meant stands nowhere else.
        let meant = found.help.as_ref().filter(|help| help.key == "did-you-mean");
        for message in [Some(&found.message), meant].into_iter().flatten() {
            for line in wrap(&message.text(self.lang), self.columns.saturating_sub(2)) {
                self.line(&self.palette.paint(Tone::Error, &format!("# {line}")));
            }
        }
    }

    /// How the rule is allowed, or why it cannot be.
    fn allow(&mut self, rule: Rule, refusal: Option<&str>) {
        self.line("");
        if let Some(refusal) = refusal {
            return self.paragraph(Tone::Body, &Message::new(refusal).text(self.lang));
        }
        self.paragraph(Tone::Body, &Message::new("explain-allow").text(self.lang));
        let reason = Message::new("explain-reason").text(self.lang);
        self.line(&format!("allow = {{ {} = \"{reason}\" }}", rule.id()));
    }

    fn heading(&mut self, key: &str) {
        self.paragraph(Tone::Title, &Message::new(key).text(self.lang));
    }

    fn paragraph(&mut self, tone: Tone, text: &str) {
        for line in wrap(text, self.columns.min(WIDEST)) {
            self.line(&self.palette.paint(tone, &line));
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }
}
