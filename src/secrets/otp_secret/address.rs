//! `otpauth` addresses (Key Uri Format) and those that move many accounts at once.

use super::super::base58::run::after;
use super::super::reading::Reading;
use std::ops::Range;

/// How such an address begins, also with its signs escaped.
const BEGINNINGS: [&str; 2] = ["otpauth", "otpauth-migration"];
const SCHEMES: [&str; 2] = ["://", "%3a%2f%2f"];

/// The fewest characters behind the scheme.
const LEAST: usize = 8;

/// How far a name with blanks may reach before the secret comes.
const NAME: usize = 200;

/// Finds such addresses.
pub(super) fn find(reading: &Reading<'_>, report: &mut dyn FnMut(Range<usize>)) {
    let lower = reading.lower();
    let mut last = 0;
    for (start, _) in lower.match_indices(BEGINNINGS[0]) {
        if start < last {
            continue;
        }
        let rest = lower.get(start..).unwrap_or_default();
        let head = BEGINNINGS.iter().flat_map(|name| SCHEMES.map(|scheme| [name, scheme].concat()));
        let Some(head) = head.into_iter().find(|head| rest.starts_with(head)) else { continue };
        let body = start + head.len();
        // The secret may stand behind a name in any script, with blanks in it.
        let secret = after(lower, body, NAME);
        let secret = secret.lines().next().and_then(|line| {
            let at = ["secret=", "secret%3d", "data="].iter().filter_map(|name| line.find(name)).min()?;
            (!line.get(..at)?.contains(['"', '“', '”'])).then_some(body + at)
        });
        let end = ascii_end(lower, secret.unwrap_or(body).max(body));
        if end >= body + LEAST {
            last = end;
            report(start..end);
        }
    }
}

/// Where an address ends: at a blank, a quote, a bracket or another script, and before the sentence's own signs.
fn ascii_end(lower: &str, from: usize) -> usize {
    let rest = lower.get(from..).unwrap_or_default();
    let inside =
        |sign: char| sign.is_ascii_graphic() && !matches!(sign, '"' | '\'' | '<' | '>' | '`' | ')' | ']' | '}' | '\\');
    let address = rest.find(|sign| !inside(sign)).map_or(rest, |end| rest.get(..end).unwrap_or_default());
    from + address.trim_end_matches(['.', ',', ';', ':', '!', '?']).len()
}
