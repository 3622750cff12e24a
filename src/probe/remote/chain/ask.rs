//! Asking one host some questions, one after the other on one connection, within one deadline. Nothing is asked twice.

use super::super::clock::made;
use super::super::net::{Net, Request, Response, host_of};
use super::doubt::Doubt;
use jiff::Timestamp;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::de::DeserializeOwned;
use std::time::{Duration, Instant};

/// What is left of the deadline for whoever waits, so that a check can say what kept it.
const MARGIN: Duration = Duration::from_millis(250);

/// The longest sentence by which an explorer says that it does not know something.
const SENTENCE: usize = 200;

/// Asks one host.
pub(in crate::probe::remote) struct Asker<'n> {
    net: &'n Net,
    /// The host, as people know it.
    pub(in crate::probe::remote) host: String,
    ends: Instant,
}

/// What came back: data, or a refusal that may say more than its status.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// The HTTP status.
    pub(super) status: u16,
    /// What it says of itself.
    headers: HeaderMap,
    body: Vec<u8>,
}

impl<'n> Asker<'n> {
    /// Whoever asks that address; everything together may take as long as `deadline`.
    pub(in crate::probe::remote) fn new(net: &'n Net, url: &str, deadline: Duration) -> Self {
        let whole = deadline.saturating_sub(MARGIN.min(deadline / 4));
        Self { net, host: host_of(url), ends: Instant::now() + whole }
    }

    /// Reads a page.
    pub(super) async fn get(&self, url: &str) -> Result<Answer, Doubt> {
        self.ask(url, None).await
    }

    /// Sends a question as JSON.
    pub(super) async fn post(&self, url: &str, json: &serde_json::Value) -> Result<Answer, Doubt> {
        self.ask(url, Some(json.to_string())).await
    }

    async fn ask(&self, url: &str, json: Option<String>) -> Result<Answer, Doubt> {
        let patience = self.ends.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
        let request = Request { url, json, accept: "application/json, text/plain", patience };
        let Response { status, headers, body, .. } = self.net.ask(&request).await.map_err(Doubt::Silence)?;
        Ok(Answer { status, headers, body })
    }
}

impl Answer {
    /// The data of an answer that is one.
    pub(super) fn data(&self) -> Result<&[u8], Doubt> {
        match self.status {
            200 if self.is_page() => Err(Doubt::Page),
            200 => Ok(&self.body),
            status => Err(self.refusal(status)),
        }
    }

    /// The data as JSON.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, Doubt> {
        read(self.data()?)
    }

    /// What comes with a refusal, if it is short and no page.
    pub(super) fn sentence(&self) -> Option<&str> {
        let is_short = self.body.len() <= SENTENCE && !self.is_page();
        std::str::from_utf8(&self.body).ok().map(str::trim).filter(|_| is_short)
    }

    /// All that came, whatever its status, unless that one says enough.
    pub(super) fn anything(&self) -> Result<&[u8], Doubt> {
        match self.status {
            429 | 300..=399 => Err(self.refusal(self.status)),
            _ => Ok(&self.body),
        }
    }

    /// When it was sent, by the clock over there (RFC 9110); `None`: it does not say, or it was kept on the way.
    pub(super) fn sent_at(&self) -> Option<Timestamp> {
        made(&self.headers)
    }

    fn refusal(&self, status: u16) -> Doubt {
        match status {
            429 => Doubt::Busy,
            300..=399 => Doubt::Moved,
            511 => Doubt::Page,
            _ if self.is_page() && status < 500 => Doubt::Page,
            _ => Doubt::Status(status),
        }
    }

    fn is_page(&self) -> bool {
        let kind = self.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        kind.to_ascii_lowercase().contains("html") || self.body.trim_ascii_start().starts_with(b"<")
    }
}

/// Reads JSON of a known shape. A field that stands twice is as strange as one that is missing.
pub(super) fn read<T: DeserializeOwned>(data: &[u8]) -> Result<T, Doubt> {
    serde_json::from_slice(data).map_err(|_| Doubt::Strange)
}
