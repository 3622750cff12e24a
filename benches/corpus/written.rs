//! A planned flow as its author would write it down.

use super::dice::Dice;
use super::fault::Fault;
use super::plan::{Kind, Planned, plan};
use super::prose;
use std::fmt::Write;

/// A flow of so many steps, as TOML.
pub(crate) fn flow(dice: &mut Dice, count: usize, fault: Option<Fault>) -> String {
    let (steps, hit) = loop {
        let steps = plan(dice, count);
        let kinds = fault.map_or(&[][..], Fault::kinds);
        let fits = |at: &usize| kinds.contains(&steps[*at].kind);
        let fitting: Vec<usize> = (1..steps.len()).filter(fits).collect();
        if kinds.is_empty() {
            break (steps, None);
        }
        // A small flow may have no step that could be broken like this; then another is thought up.
        if !fitting.is_empty() {
            break (steps, Some(dice.pick(&fitting)));
        }
    };
    let mut out = String::from("format = 1\n\n[flow]\n");
    let (zh, en) = prose::title(dice);
    // Writing into a string cannot fail.
    let _ = write!(out, "title.zh = \"{zh}\"\ntitle.en = \"{en}\"\n");
    out.push_str("group = \"money\"\nstart = \"s00000\"\nowner = \"bench\"\nreviewed = 2026-11-21\n\n");
    for (at, step) in steps.iter().enumerate() {
        let fault = fault.filter(|_| hit == Some(at));
        Writer { dice, out: &mut out, fault }.step(at, step);
    }
    let end = Planned { kind: Kind::End, next: Vec::new(), parent: None };
    let mut end_of = |name: &str| Writer { dice, out: &mut out, fault: None }.named(name, &end, &[]);
    if steps.iter().any(|step| step.next.contains(&None)) {
        end_of("last");
    }
    match fault {
        Some(Fault::Orphan) => end_of("orphan"),
        Some(Fault::Torn) => out.push_str("[step.torn]\nend = \"resolved\ntext.en = \"never closed above\"\n"),
        _ => {}
    }
    out
}

fn name(step: Option<usize>) -> String {
    step.map_or_else(|| "last".to_owned(), |at| format!("s{at:05}"))
}

/// Writes one step, with a fault or without.
struct Writer<'w> {
    dice: &'w mut Dice,
    out: &'w mut String,
    fault: Option<Fault>,
}

impl Writer<'_> {
    fn step(&mut self, at: usize, step: &Planned) {
        let mut next: Vec<String> = step.next.iter().map(|next| name(*next)).collect();
        match self.fault {
            Some(Fault::Nowhere) => "nowhere".clone_into(&mut next[0]),
            Some(Fault::Round) => next.fill(name(Some(at))),
            _ => {}
        }
        self.named(&name(Some(at)), step, &next);
    }

    fn named(&mut self, own: &str, step: &Planned, next: &[String]) {
        self.line(&format!("[step.{own}]"));
        match step.kind {
            Kind::Choice => {
                self.texts("ask");
                self.line("type = \"choice\"");
                self.line("options = [");
                for (at, (zh, en)) in prose::labels(self.dice, next.len()).into_iter().enumerate() {
                    self.line(&format!(
                        "  {{ value = \"o{at}\", zh = \"{zh}\", en = \"{en}\", next = \"{}\" }},",
                        next[at]
                    ));
                }
                self.line("]");
            }
            Kind::YesNo => {
                self.texts("ask");
                self.line("type = \"yes-no\"");
                let no =
                    if self.fault == Some(Fault::HalfNext) { String::new() } else { format!(", no = \"{}\"", next[1]) };
                self.line(&format!("next = {{ yes = \"{}\"{no} }}", next[0]));
            }
            Kind::Amount => {
                self.texts("ask");
                self.line("type = \"amount\"\nfield = \"amount\"");
                self.line(&format!("next = \"{}\"", next[0]));
            }
            Kind::Try => {
                self.texts("try");
                self.line(&format!("next = {{ fixed = \"{}\", not-fixed = \"{}\" }}", next[0], next[1]));
            }
            Kind::Tell => {
                self.texts("tell");
                self.line(&format!("next = \"{}\"", next[0]));
            }
            Kind::Probe => {
                self.line("probe = \"network\"\ntimeout = \"5s\"");
                self.line(&format!("next = {{ online = \"{}\", else = \"{}\" }}", next[0], next[1]));
            }
            Kind::Branch => {
                let fact =
                    if self.fault == Some(Fault::NeverAsked) { "never-asked".to_owned() } else { name(step.parent) };
                let limit = self.dice.between(1, 999);
                self.line(&format!("branch = [{{ when = \"{fact} > {limit} CNY\", next = \"{}\" }}]", next[0]));
                self.line(&format!("else = \"{}\"", next[1]));
            }
            Kind::End => {
                let outcome = self.dice.pick(&["resolved", "wait", "contact"]);
                self.line(&format!("end = \"{outcome}\""));
                if outcome == "wait" {
                    self.line("wait = \"24h\"");
                }
                self.texts("text");
            }
        }
        if self.fault == Some(Fault::StrangeKey) {
            self.line("colour = \"red\"");
        }
        self.line("");
    }

    fn texts(&mut self, key: &str) {
        let (zh, en) = prose::texts(self.dice);
        if self.fault != Some(Fault::OneLanguage) {
            self.line(&format!("{key}.zh = \"{zh}\""));
        }
        self.line(&format!("{key}.en = \"{en}\""));
    }

    fn line(&mut self, line: &str) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.out, "{line}");
    }
}
