//! Asking a host over HTTP: no cookies, no compression, no redirect to another host, at most so many bytes.

use super::failure::{Cause, Failure, Stage};
use super::resolve::SystemResolver;
use super::stage::{self, Noting};
use super::tls;
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::{Client, Method, RequestBuilder};
use rustls::ClientConfig;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// Bytes of an answer that are read at most.
pub(super) const LARGEST_BODY: usize = 512 * 1024;

/// Redirects within one host that are followed at most.
const MOST_REDIRECTS: usize = 3;

/// Asks hosts. What it needs is built when it first asks; clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Net(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    /// `None`: this computer has no list of whom to trust.
    tls: OnceLock<Option<Arc<ClientConfig>>>,
    client: OnceLock<Option<Client>>,
    proxies: OnceLock<Matcher>,
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

/// Names and values of headers.
type Headers = [(&'static str, &'static str)];

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
    /// Asks. Errors: nothing came back, or too much, or what nobody asked for.
    pub(super) async fn ask(&self, request: &Request<'_>) -> Result<Response, Failure> {
        self.ask_with(request, &[]).await
    }

    /// Asks with more headers. Errors: as above.
    pub(super) async fn ask_with(&self, request: &Request<'_>, more: &Headers) -> Result<Response, Failure> {
        let method = if request.json.is_some() { Method::POST } else { Method::GET };
        self.send(method, request, more).await
    }

    /// Asks for the headers of a page only.
    pub(super) async fn head(&self, url: &str, patience: Duration) -> Result<Response, Failure> {
        self.send(Method::HEAD, &Request { url, json: None, accept: "*/*", patience }, &[]).await
    }

    /// Whom this computer trusts; `None`: it does not say.
    pub(super) fn tls(&self) -> Option<Arc<ClientConfig>> {
        self.0.tls.get_or_init(|| tls::config().ok().map(Arc::new)).clone()
    }

    /// Whether this computer is set to reach that page through a proxy.
    pub(super) fn proxied(&self, url: &str) -> bool {
        let proxies = self.0.proxies.get_or_init(Matcher::from_system);
        url.parse().is_ok_and(|url| proxies.intercept(&url).is_some())
    }

    async fn send(&self, method: Method, request: &Request<'_>, more: &Headers) -> Result<Response, Failure> {
        let host = host_of(request.url);
        let failed = |stage, cause| Failure { host: host.clone(), stage, cause };
        let tls = self.tls();
        let client = self.0.client.get_or_init(|| client(tls?)).as_ref();
        let client = client.ok_or_else(|| failed(Stage::Tls, Cause::NoRoots))?;
        let asking =
            more.iter().fold(client.request(method, request.url), |asking, (name, value)| asking.header(*name, *value));
        let work = exchange(asking, request, &host);
        let answer =
            stage::within(request.patience, work).await.unwrap_or_else(|stage| Err(failed(stage, Cause::Silent)));
        // Until TLS begins, it is the proxy that is spoken to.
        answer.map_err(|failure| match failure.stage {
            Stage::Name | Stage::Connection if self.proxied(request.url) => failed(failure.stage, Cause::Proxy),
            _ => failure,
        })
    }
}

async fn exchange(asking: RequestBuilder, request: &Request<'_>, host: &str) -> Result<Response, Failure> {
    let failed = |error: reqwest::Error| Failure::of(host, &error);
    let refused = |cause| Failure { host: host.to_owned(), stage: Stage::Http, cause };
    let mut asking = asking.header(ACCEPT, request.accept);
    if let Some(json) = &request.json {
        asking = asking.header(CONTENT_TYPE, HeaderValue::from_static("application/json")).body(json.clone());
    }
    let asked = Instant::now();
    let mut response = asking.send().await.map_err(failed)?;
    let answered = Instant::now();
    // Nobody asked for compression, so nobody unpacks it.
    if response.headers().get(CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
        return Err(refused(Cause::Garbled));
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failed)? {
        if body.len() + chunk.len() > LARGEST_BODY {
            return Err(refused(Cause::TooLarge));
        }
        body.extend_from_slice(&chunk);
    }
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Ok(Response { status, headers, body, asked, answered })
}

/// The host of a URL, with its port where it names one.
pub(crate) fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}

fn client(tls: Arc<ClientConfig>) -> Option<Client> {
    Client::builder()
        .tls_backend_preconfigured(Arc::unwrap_or_clone(tls))
        .connector_layer(Noting)
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
