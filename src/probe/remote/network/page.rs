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
    if status == portal.status && portal.body.as_deref().is_none_or(|body| is_body(&response.body, body)) {
        return Outcome::Reached;
    }
    match status {
        SIGN_IN => Outcome::SignIn(status, None),
        300..=399 => match elsewhere(portal, response) {
            Some(host) => Outcome::SignIn(status, Some(host)),
            None => Outcome::Odd(status),
        },
        // A sign-in page in its place.
        200..=299 => Outcome::SignIn(status, None),
        // Ill, or somebody in between is.
        _ => Outcome::Odd(status),
    }
}

fn is_body(body: &[u8], expected: &str) -> bool {
    body.trim_ascii() == expected.trim().as_bytes()
}

/// The other host that a redirect leads to.
fn elsewhere(portal: &Portal, response: &Response) -> Option<String> {
    let location = response.headers.get(LOCATION)?.to_str().ok()?;
    let rest = location.split_once("://").map(|(_, rest)| rest).or_else(|| location.strip_prefix("//"))?;
    let host = host_of(rest);
    (host != host_of(&portal.url)).then(|| clean(&host, LONGEST_HOST))
}
