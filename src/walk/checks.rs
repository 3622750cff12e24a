//! Automatic checks on a walk: nothing is sent before the person said yes to the hosts, nobody waits for a check before its
//! step, and what one found is said on the next screen.

use super::person::Answered;
use super::screens::options;
use super::secret::Heard;
use super::{Finish, Turn, Walk};
use crate::answer::{Form, Question};
use crate::flow::display;
use crate::flow::probe::{Finding, ProbeCall, ProbeKind};
use crate::flow::step::{Step, Verb};
use crate::flow::text::Placeholder;
use crate::i18n::{Lang, Message};
use crate::probe::{each_once, general_hosts, in_words, remark, too_late};
use crate::prompt::Command;
use crate::session::event::{Event, ProbeResult};
use crate::session::request::{Asking, Request};
use std::io;
use std::time::{Duration, Instant};

/// The question whether checks may use the network.
const CONSENT: &str = "<consent>";

/// Nobody waits longer than this between two screens, however many checks come in a row.
const MOST_WAITING: Duration = Duration::from_secs(6);

/// What a check found, to be said on the next screen.
#[derive(Debug)]
pub(super) struct Found {
    path: String,
    words: String,
}

impl<'p> Walk<'_, 'p> {
    /// Starts the checks over the network that could soon be needed and may run; asks whether they may, where that is not
    /// known and somebody has time for it.
    pub(super) fn look_ahead(&mut self, request: &Request<'p>) -> io::Result<Option<Turn>> {
        if !self.prober.runs_ahead() {
            return Ok(None);
        }
        let mut unasked = false;
        for call in self.session.checks_ahead() {
            let hosts = self.prober.hosts(&call);
            // One without hosts takes no time when its step comes.
            if hosts.is_empty() {
                continue;
            }
            match self.may_run(call.probe, &hosts) {
                Some(true) => self.prober.start(&call),
                Some(false) => {}
                None => unasked |= !call.probe.shows_number(),
            }
        }
        if unasked && has_time(request) { self.ask_consent(&[]).map(Some) } else { Ok(None) }
    }

    /// Runs a check whose step has come, if it may run.
    pub(super) fn check(&mut self, call: &ProbeCall) -> io::Result<Turn> {
        let hosts = self.prober.hosts(call);
        let allowed = if hosts.is_empty() { Some(true) } else { self.may_run(call.probe, &hosts) };
        let finding = match allowed {
            Some(true) => match self.find(call) {
                // Nothing is found and nothing is kept: the check comes again when somebody goes on.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                    return Ok(Turn::Finish(Finish::InputEnded(call.path.clone())));
                }
                found => found?,
            },
            Some(false) => Finding::unknown(Message::new("probe-no-consent")),
            None if call.probe.shows_number() => return self.ask_consent_of(call.probe, hosts),
            None => return self.ask_consent(&hosts),
        };
        let result: ProbeResult = finding.into();
        let words = self.session.step_at(&call.path).map(|step| self.words_of_finding(step, &result));
        let says_nothing = lacks_answer(&result);
        self.happen(Event::Probe(call.path.clone(), result))?;
        // A step that asks the person instead says so itself.
        let asks = matches!(self.session.request(false), Request::Ask(asking) if asking.finding.is_some());
        let silent = asks || says_nothing;
        if let Some(words) = words.filter(|_| self.manner.is_person() && !silent) {
            self.found.push(Found { path: call.path.clone(), words });
        }
        Ok(Turn::On)
    }

    /// What was said of a check that speaks to those hosts. A command that allows checks counts more than an earlier no.
    fn may_run(&self, probe: ProbeKind, hosts: &[String]) -> Option<bool> {
        self.session.consent(probe, hosts).filter(|yes| *yes || !self.allowed)
    }

    fn find(&mut self, call: &ProbeCall) -> io::Result<Finding> {
        self.prober.start(call);
        match self.prober.poll(call, Duration::ZERO) {
            Some(finding) => Ok(finding),
            None => self.wait_for(call),
        }
    }

    /// Nobody waits longer than the deadline, and a person may skip the wait.
    fn wait_for(&mut self, call: &ProbeCall) -> io::Result<Finding> {
        let lang = self.lang();
        let label = Message::new(format!("probe-{}", call.probe.id())).text(lang);
        let patience = call.deadline.min(MOST_WAITING.saturating_sub(self.waited));
        let began = Instant::now();
        let mut finding = None;
        let prober = &mut *self.prober;
        let mut done = |patience| {
            finding = finding.take().or_else(|| prober.poll(call, patience));
            finding.is_some()
        };
        if !patience.is_zero() {
            self.prompter.wait(&label, lang, patience, &mut done)?;
        }
        let elapsed = began.elapsed();
        self.waited += elapsed;
        Ok(finding.unwrap_or_else(|| {
            self.prober.cancel(call);
            let limit = if patience < call.deadline { MOST_WAITING } else { call.deadline };
            let reason = if elapsed >= patience { too_late(limit) } else { Message::new("probe-skipped") };
            Finding { elapsed, ..Finding::unknown(reason) }
        }))
    }

    /// Asks once for all checks over the network that show nobody a number; `hosts` are among those that are named.
    fn ask_consent(&mut self, hosts: &[String]) -> io::Result<Turn> {
        let general = general_hosts(self.session.profile());
        self.may_contact("screen-consent", each_once(general.into_iter().chain(hosts.iter().cloned())))
    }

    /// Asks for one check, which shows those hosts a number.
    fn ask_consent_of(&mut self, probe: ProbeKind, hosts: Vec<String>) -> io::Result<Turn> {
        let balance = probe == ProbeKind::AddressBalance;
        self.may_contact(if balance { "screen-consent-address" } else { "screen-consent-transaction" }, hosts)
    }

    fn may_contact(&mut self, text: &str, hosts: Vec<String>) -> io::Result<Turn> {
        if self.allowed || !self.manner.is_person() {
            self.happen(Event::Consent { yes: self.allowed, hosts, by_command: true })?;
            return Ok(Turn::On);
        }
        let lang = self.lang();
        let question = Question { form: Form::YesNo, can_skip: false };
        let mut screen = self.blank(CONSENT, Message::new(text).with("hosts", in_words(&hosts)).text(lang));
        screen.options = options(question.options(lang));
        let reply = match self.hear(&screen, Some(&question))? {
            Heard::Reply(reply) => reply,
            Heard::Again | Heard::Moved => return Ok(Turn::On),
            Heard::Finish(finish) => return Ok(Turn::Finish(finish)),
        };
        match self.read(&question, &reply, CONSENT)? {
            Answered::Value(value) => self.consented(value.key() == "yes", hosts)?,
            // Whoever does not want to decide has not said yes.
            Answered::Command(Command::Skip) => self.consented(false, hosts)?,
            Answered::Command(Command::Help) => {
                self.say(&Message::new("screen-consent-help"))?;
                return self.command(Command::Help, None);
            }
            Answered::Command(command) => return self.command(command, None),
            Answered::Finish(finish) => return Ok(Turn::Finish(finish)),
            Answered::Empty => self.say(&Message::new("screen-no-answer"))?,
            Answered::Again => {}
        }
        Ok(Turn::On)
    }

    fn consented(&mut self, yes: bool, hosts: Vec<String>) -> io::Result<()> {
        self.happen(Event::Consent { yes, hosts, by_command: false })
    }

    /// What a check found, or why it found nothing, in a short paragraph.
    fn words_of_finding(&self, step: &Step, result: &ProbeResult) -> String {
        let lang = self.lang();
        let name = display::step_name(step, lang).unwrap_or_default();
        if !result.value.is_known() {
            let reason = reason_of(result);
            return Message::new("screen-unseen").with("name", name).with("reason", reason).text(lang);
        }
        let mut result = result.clone();
        // The rest is for support and stands in the summary.
        if !matches!(&step.verb, Verb::Probe(probe) if probe.probe.tells_person()) {
            result.observed = None;
        }
        let (zone, now) = (self.session.zone(), self.session.clock());
        let words = display::value(&result.value, Some(step), lang, zone, now);
        let found = match remark(result.reason.as_ref(), result.observed.as_deref(), lang) {
            Some(remark) => Message::new("screen-found-observed").with("observed", remark),
            None => Message::new("screen-found"),
        };
        found.with("name", name).with("result", words).text(lang)
    }

    /// Hands over what checks found to the next screen, except what its own text says.
    pub(super) fn say_found(&mut self, asking: Option<&Asking<'p>>) {
        for Found { path, words } in std::mem::take(&mut self.found) {
            if !asking.is_some_and(|asking| says(asking, &path)) {
                self.notices.push(words);
            }
        }
    }

    /// From now on the next wait is counted anew: somebody has seen a screen.
    pub(super) fn waited_no_more(&mut self) {
        self.waited = Duration::ZERO;
    }
}

/// Whether it could not run because the person did not know what it needs, as they said themselves: no news to them.
pub(super) fn lacks_answer(result: &ProbeResult) -> bool {
    result.reason.as_ref().is_some_and(|reason| reason.key == "probe-input-missing")
}

/// Why a check found nothing.
pub(super) fn reason_of(result: &ProbeResult) -> Message {
    result.reason.clone().unwrap_or_else(|| Message::new("probe-no-reason"))
}

/// Whether the person can be asked something else first. What is urgent, and the question whether it is, stand before.
fn has_time(request: &Request<'_>) -> bool {
    match request {
        Request::Ask(asking) => asking.step.show.is_none() && asking.flows.iter().all(|flow| !flow.guard),
        _ => false,
    }
}

/// Whether the text of a step shows the fact that the check at `path` is.
fn says(asking: &Asking<'_>, path: &str) -> bool {
    let text = match &asking.step.verb {
        Verb::Ask(ask) => Some(&ask.text),
        Verb::Tell(tell) => Some(&tell.text),
        Verb::Do(action) | Verb::Try(action) => Some(&action.text),
        Verb::Probe(probe) => probe.ask.as_ref(),
        _ => None,
    };
    let prefix = asking.path.strip_suffix(asking.step.id.as_str()).unwrap_or_default();
    let shown = |placeholder: &Placeholder| match placeholder {
        Placeholder::Fact(name) => path.strip_prefix(prefix) == Some(name),
        _ => false,
    };
    text.is_some_and(|text| text.template(Lang::En).placeholders().any(shown))
}
