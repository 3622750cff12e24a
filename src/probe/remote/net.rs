//! Asking a host over HTTP: no cookies, no compression, no redirect to another host, at most so many bytes.

use super::failure::{Cause, Failure, Stage};
use super::resolve::SystemResolver;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::{Client, Method};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// Bytes of an answer that are read at most.
pub(super) const LARGEST_BODY: usize = 512 * 1024;

/// Redirects within one host that are followed at most.
const MOST_REDIRECTS: usize = 3;

/// Asks hosts. What it needs is built when it first asks.
#[derive(Debug, Default)]
pub(crate) struct Net {
    client: OnceLock<Option<Client>>,
}

/// What to ask.
#[derive(Debug, Clone)]
pub(super) struct Request<'r> {
    /// Where.
    pub(super) url: &'r str,
    /// JSON to send; without it the page is only read.
    pub(super) json: Option<String>,
    /// What kind of answer is wanted.
    pub(super) accept: &'static str,
    /// How long everything may take.
    pub(super) patience: Duration,
}

/// What came back, whatever its status.
#[derive(Debug, Clone)]
pub(super) struct Response {
    /// The HTTP status.
    pub(super) status: u16,
    /// The headers.
    pub(super) headers: HeaderMap,
    /// At most [`LARGEST_BODY`] bytes.
    pub(super) body: Vec<u8>,
    /// When it was asked.
    pub(super) asked: Instant,
    /// When the headers were there.
    pub(super) answered: Instant,
}

impl Net {
    /// Asks. Errors: nothing came back, or too much.
    pub(super) async fn ask(&self, request: &Request<'_>) -> Result<Response, Failure> {
        self.ask_with(request, &[]).await
    }

    /// Asks with more headers. Errors: nothing came back, or too much.
    pub(super) async fn ask_with(
        &self,
        request: &Request<'_>,
        more: &[(&'static str, &'static str)],
    ) -> Result<Response, Failure> {
        let host = host_of(request.url);
        let here = || Failure { host: host.clone(), stage: Stage::Http, cause: Cause::Here };
        let client = self.client.get_or_init(client).as_ref().ok_or_else(here)?;
        let method = if request.json.is_some() { Method::POST } else { Method::GET };
        let mut asking = client.request(method, request.url).header(ACCEPT, request.accept).timeout(request.patience);
        for (name, value) in more {
            asking = asking.header(*name, *value);
        }
        if let Some(json) = &request.json {
            asking = asking.header(CONTENT_TYPE, HeaderValue::from_static("application/json")).body(json.clone());
        }
        let failed = |error: reqwest::Error| Failure::of(&host, &error);
        let asked = Instant::now();
        let mut response = asking.send().await.map_err(failed)?;
        let answered = Instant::now();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if body.len() + chunk.len() > LARGEST_BODY {
                return Err(Failure { host, stage: Stage::Http, cause: Cause::TooLarge });
            }
            body.extend_from_slice(&chunk);
        }
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Response { status, headers, body, asked, answered })
    }
}

/// The host of a URL, with its port where it names one.
pub(super) fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}

fn client() -> Option<Client> {
    // Somebody else in this program may have chosen one before; then that is the one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .user_agent(concat!("walletfix/", env!("CARGO_PKG_VERSION")))
        .dns_resolver(Arc::new(SystemResolver))
        .redirect(Policy::custom(within_host))
        .referer(false)
        .build()
        .ok()
}

/// A redirect to another host is a result; so is one away from TLS.
fn within_host(attempt: Attempt<'_>) -> Action {
    let stays = attempt.previous().last().is_some_and(|from| {
        let to = attempt.url();
        from.host_str() == to.host_str()
            && (from.scheme() == to.scheme() || to.scheme() == "https")
            && (from.scheme() != to.scheme() || from.port_or_known_default() == to.port_or_known_default())
    });
    if stays && attempt.previous().len() <= MOST_REDIRECTS { attempt.follow() } else { attempt.stop() }
}
