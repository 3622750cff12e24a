//! What a page with a known answer tells: that it is there, or that somebody stepped in between.

use super::super::clean::clean;
use super::super::net::{Response, host_of};
use super::judge::Outcome;
use crate::profile::Portal;
use reqwest::header::LOCATION;

/// Longest host of a sign-in page that is shown.
const LONGEST_HOST: usize = 60;

/// Network Authentication Required (RFC 6585, section 6).
const SIGN_IN: u16 = 511;

/// The outcome of asking for that page.
pub(super) fn outcome(portal: &Portal, response: &Response) -> Outcome {
    let status = response.status;
    if is_itself(portal, response) {
        return Outcome::Reached;
    }
    match status {
        300..=399 => match elsewhere(portal, response) {
            Some(host) => Outcome::SignIn(status, shown(host)),
            None => Outcome::Odd(status),
        },
        // A sign-in page in its place, or the demand for one.
        200..=299 | SIGN_IN => Outcome::SignIn(status, None),
        // Ill, or somebody in between is.
        _ => Outcome::Odd(status),
    }
}

/// Whether the answer is the known one.
pub(in crate::probe::remote) fn is_itself(portal: &Portal, response: &Response) -> bool {
    let body = portal.body.as_deref();
    response.status == portal.status && body.is_none_or(|body| is_body(&response.body, body))
}

fn is_body(body: &[u8], expected: &str) -> bool {
    body.trim_ascii() == expected.trim().as_bytes()
}

/// The other host that a redirect leads to.
fn elsewhere<'r>(portal: &Portal, response: &'r Response) -> Option<&'r str> {
    let location = response.headers.get(LOCATION)?.to_str().ok()?;
    let rest = location.split_once("://").map(|(_, rest)| rest).or_else(|| location.strip_prefix("//"))?;
    // Not what comes after it: a sign-in page is told where somebody wanted to go.
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    (host != host_of(&portal.url)).then_some(host)
}

/// The host as it may be shown; `None`: what stands there is none, but words for somebody to read.
fn shown(host: &str) -> Option<String> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
    (host.contains(['.', ':']) && host.bytes().all(is_part)).then(|| clean(host, LONGEST_HOST))
}

#[cfg(test)]
mod tests {
    use super::outcome;
    use crate::probe::remote::net::Response;
    use crate::probe::remote::network::judge::Outcome;
    use crate::profile::Portal;
    use proptest::prelude::{any, proptest};
    use reqwest::header::{HeaderMap, HeaderValue, LOCATION};
    use std::time::Instant;

    fn seen(expected: (u16, Option<&str>), status: u16, location: Option<&[u8]>, body: &[u8]) -> Outcome {
        let (status_of_page, text) = expected;
        let portal = Portal {
            url: "http://page.example/ok".to_owned(),
            operator: "One".to_owned(),
            status: status_of_page,
            body: text.map(str::to_owned),
        };
        let mut headers = HeaderMap::new();
        if let Some(location) = location.and_then(|location| HeaderValue::from_bytes(location).ok()) {
            headers.insert(LOCATION, location);
        }
        let now = Instant::now();
        outcome(&portal, &Response { status, headers, body: body.to_vec(), asked: now, answered: now })
    }

    #[test]
    fn the_known_answer_and_no_other() {
        let (empty, text) = ((204, None), (200, Some("Success")));
        let sign_in = |status, host: &str| Outcome::SignIn(status, Some(host.to_owned()));
        for (expected, status, location, body, outcome) in [
            (empty, 204, "", "", Outcome::Reached),
            (text, 200, "", "Success\n", Outcome::Reached),
            (text, 200, "", "<html>Success</html>", Outcome::SignIn(200, None)),
            (text, 204, "", "", Outcome::SignIn(204, None)),
            (empty, 200, "", "", Outcome::SignIn(200, None)),
            (empty, 302, "http://10.1.1.1/login?from=http://page.example/", "", sign_in(302, "10.1.1.1")),
            (empty, 307, "//login.example:8080/", "", sign_in(307, "login.example:8080")),
            (empty, 302, "http://guest:secret@10.1.1.1/", "", sign_in(302, "10.1.1.1")),
            (empty, 302, "http://Call +86 400 123 4567. Now/", "", Outcome::SignIn(302, None)),
            (empty, 302, "http://page.example/again", "", Outcome::Odd(302)),
            (empty, 302, "/again", "", Outcome::Odd(302)),
            (empty, 304, "", "", Outcome::Odd(304)),
            (empty, 511, "", "<html>login</html>", Outcome::SignIn(511, None)),
            (empty, 404, "", "", Outcome::Odd(404)),
            (empty, 503, "", "", Outcome::Odd(503)),
        ] {
            let location = (!location.is_empty()).then_some(location.as_bytes());
            assert_eq!(seen(expected, status, location, body.as_bytes()), outcome, "{status} {body}");
        }
    }

    proptest! {
        #[test]
        fn no_answer_breaks_it(status in 100..1000u16, location: Option<Vec<u8>>, body: Vec<u8>, known in any::<bool>()) {
            let expected = (204, known.then_some("Success"));
            let _ = seen(expected, status, location.as_deref(), &body);
        }
    }
}
