//! What the checks saw: a line each, or JSON for other programs.

use crate::flow::display;
use crate::flow::probe::{Finding, ProbeCall, ProbeKind};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::probe::remark;
use crate::wording::wrap;
use jiff::Zoned;
use serde_json::{Map, json};

/// Checks and what each found.
pub(super) struct Told<'t> {
    pub(super) calls: &'t [ProbeCall],
    pub(super) findings: &'t [Finding],
    pub(super) lang: Lang,
    pub(super) now: &'t Zoned,
}

impl Told<'_> {
    /// A line for each check, and what unknown means where one is.
    pub(super) fn text(&self, columns: usize) -> String {
        let mut text = String::new();
        for (call, finding) in self.each() {
            let mut lead = "- ";
            for line in wrap(&self.line(call, finding), columns.saturating_sub(2).max(2)) {
                text.push_str(lead);
                text.push_str(&line);
                text.push('\n');
                lead = "  ";
            }
        }
        let unseen = self.findings.iter().any(|finding| !finding.value.is_known());
        // The others find the same on every computer.
        let here = self.calls.iter().any(|call| matches!(call.probe, ProbeKind::Network | ProbeKind::Clock));
        let closing = [unseen.then_some("probe-unknown-means"), here.then_some("probe-this-computer")];
        for key in closing.into_iter().flatten() {
            text.push('\n');
            text.push_str(&wrap(&Message::new(key).text(self.lang), columns).join("\n"));
            text.push('\n');
        }
        text
    }

    /// `[{"probe","result","reason","observed","ms"}]`, with the inputs that are words of the program.
    pub(super) fn json(&self) -> String {
        let of = |(call, finding): (&ProbeCall, &Finding)| {
            let with: Map<String, serde_json::Value> =
                words(call).map(|(name, word)| (name.to_owned(), word.into())).collect();
            json!({
                "probe": call.probe.id(),
                "with": with,
                "result": display::file_form(&finding.value),
                "reason": finding.reason.as_ref().map(|reason| reason.text(self.lang)),
                "observed": finding.observed,
                "ms": millis(finding),
            })
        };
        let list: Vec<serde_json::Value> = self.each().map(of).collect();
        // Strings, numbers and nothing: writing them cannot fail.
        let mut text = serde_json::to_string_pretty(&list).unwrap_or_default();
        text.push('\n');
        text
    }

    fn each(&self) -> impl Iterator<Item = (&ProbeCall, &Finding)> {
        self.calls.iter().zip(self.findings)
    }

    fn line(&self, call: &ProbeCall, finding: &Finding) -> String {
        let say = |message: Message| message.text(self.lang);
        let mut name = say(Message::new(format!("probe-{}", call.probe.id())));
        let with: Vec<String> = words(call)
            .map(|(input, word)| match input {
                "for" => say(Message::new(format!("probe-for-{word}"))),
                "platform" => say(Message::new(format!("probe-platform-{word}"))),
                _ => word.to_owned(),
            })
            .collect();
        if !with.is_empty() {
            name = say(Message::new("probe-of").with("name", name).with("word", with.join(", ")));
        }
        let result = match (&finding.value, &finding.reason) {
            (Value::Unknown, reason) => {
                let reason = reason.clone().unwrap_or_else(|| Message::new("probe-no-reason"));
                Message::new("probe-line-unseen").with("reason", reason)
            }
            (value, _) => {
                let words = self.words(call, value);
                match remark(finding.reason.as_ref(), finding.observed.as_deref(), self.lang) {
                    Some(remark) => Message::new("probe-line-observed").with("result", words).with("observed", remark),
                    None => Message::new("probe-line").with("result", words),
                }
            }
        };
        say(result.with("name", name).with("ms", millis(finding)))
    }

    fn words(&self, call: &ProbeCall, value: &Value) -> String {
        match value {
            Value::Choice(word) => Message::new(format!("probe-{}-{word}", call.probe.id())).text(self.lang),
            other => display::value(other, None, self.lang, self.now.time_zone(), self.now.timestamp()),
        }
    }
}

/// The inputs that are words of the program, so that two checks of a kind can be told apart; a number that somebody typed
/// stays where they typed it.
fn words(call: &ProbeCall) -> impl Iterator<Item = (&str, &str)> {
    call.inputs.iter().filter_map(|(name, value)| match value {
        Value::Choice(word) => Some((name.as_str(), word.as_str())),
        _ => None,
    })
}

fn millis(finding: &Finding) -> i64 {
    i64::try_from(finding.elapsed.as_millis()).unwrap_or(i64::MAX)
}
