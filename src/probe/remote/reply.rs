//! What a host answered, before anybody reads it: data, or why there is none.

use super::net::{Net, Request};
use crate::flow::display::time;
use crate::i18n::{Arg, Lang, Message};
use jiff::{SignedDuration, Timestamp, Zoned};
use serde_json::Value;

/// Longer than that nobody is really kept waiting; a host that says so is not believed.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(24);

/// An answer over HTTP.
#[derive(Debug, Clone)]
pub struct Reply {
    /// Who answered.
    pub host: String,
    /// The HTTP status.
    pub status: u16,
    /// What came.
    pub body: Vec<u8>,
    /// When the host answers again, if it says that it was asked too often.
    pub again: Option<Timestamp>,
}

impl Reply {
    /// Asks a host. Errors: nothing came, or too much.
    pub(super) async fn of(
        net: &Net,
        request: &Request<'_>,
        more: &[(&'static str, &'static str)],
        now: Timestamp,
    ) -> Result<Self, Message> {
        let response = net.ask_with(request, more).await.map_err(|failure| failure.message())?;
        let header = |name: &str| response.headers.get(name).and_then(|value| value.to_str().ok());
        let again = again(response.status, header, now);
        let host = super::net::host_of(request.url);
        Ok(Self { host, status: response.status, body: response.body, again })
    }

    /// The data. Errors: why it is none, told at `now`.
    pub fn json(&self, now: &Zoned) -> Result<Value, Message> {
        if self.status != 200 {
            return Err(self.refusal(now));
        }
        let body = self.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.body);
        match serde_json::from_slice(body) {
            Ok(data) => Ok(data),
            Err(_) if body.trim_ascii_start().starts_with(b"<") => Err(self.says("reply-page")),
            Err(_) => Err(self.says("reply-garbled")),
        }
    }

    /// The data has not the form that it should have.
    pub(super) fn unexpected(&self) -> Message {
        self.says("reply-unexpected")
    }

    /// A sentence about the host.
    pub(super) fn says(&self, key: &'static str) -> Message {
        Message::new(key).with("host", self.host.as_str())
    }

    fn refusal(&self, now: &Zoned) -> Message {
        match (self.status, self.again) {
            (403 | 429, Some(again)) => self.says("reply-busy-until").with("time", in_words(again, now)),
            // Redirects within the host were followed. Where this one leads is not told: nobody should go there.
            (300..=399, _) => self.says("reply-elsewhere"),
            (404 | 410, _) => self.says("reply-missing"),
            (401 | 403 | 407 | 451, _) => self.says("reply-refused").with("code", self.code()),
            (429, None) => self.says("reply-busy"),
            // RFC 6585, section 6.
            (511, _) => self.says("reply-sign-in"),
            (500..=599, _) => self.says("reply-fault").with("code", self.code()),
            _ => self.says("reply-other").with("code", self.code()),
        }
    }

    fn code(&self) -> String {
        self.status.to_string()
    }
}

/// When a host answers again that was asked too often: `Retry-After` in seconds (RFC 9110, section 10.2.3), or what GitHub
/// says once nothing is left of what it allows.
fn again<'h>(status: u16, header: impl Fn(&str) -> Option<&'h str>, now: Timestamp) -> Option<Timestamp> {
    if !matches!(status, 403 | 429) {
        return None;
    }
    let number = |name: &str| header(name)?.trim().parse::<i64>().ok();
    let pause = number("retry-after").and_then(|seconds| now.checked_add(SignedDuration::from_secs(seconds)).ok());
    let reset = || match number("x-ratelimit-remaining") {
        Some(0) => number("x-ratelimit-reset").and_then(|second| Timestamp::from_second(second).ok()),
        _ => None,
    };
    let is_soon = |again: &Timestamp| *again >= now && again.duration_since(now) <= LONGEST_PAUSE;
    pause.or_else(reset).filter(is_soon)
}

fn in_words(again: Timestamp, now: &Zoned) -> Arg {
    let text = |lang| time(again, lang, now.time_zone(), now.timestamp());
    Arg::Both { zh: text(Lang::Zh), en: text(Lang::En) }
}
