//! The number in what a version is called: `v12.9.3`, `suite-v24.8.1`, `8.0.50 (1234)`, `2.1.0-beta.3`.

use crate::flow::value::Version;

/// The first number that no letters but `v` lead to; else, as in `iOS8.1`, the first. What follows it does not count.
pub(super) fn read(name: &str) -> Option<Version> {
    let mut first = None;
    let mut at = 0;
    while let Some(digit) = name[at..].find(|sign: char| sign.is_ascii_digit()) {
        let start = at + digit;
        let rest = &name[start..];
        let length = rest.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(rest.len());
        at = start + length;
        let run = rest[..length].trim_end_matches('.');
        if stands_apart(&name[..start]) {
            return run.parse().ok();
        }
        first = first.or(Some(run));
    }
    first?.parse().ok()
}

/// Whether what stands before is no word that the number belongs to, such as `web3`.
fn stands_apart(before: &str) -> bool {
    let before = before.strip_suffix(['v', 'V']).unwrap_or(before);
    !before.ends_with(|sign: char| sign.is_ascii_alphabetic())
}
