//! What the tests share: the real program, run and looked at.

pub(crate) mod command;
#[cfg(unix)]
pub(crate) mod pty;
pub(crate) mod talk;
pub(crate) mod wander;

/// How many cases a property test tries: `WALLETFIX_CASES` where it is set.
pub(crate) fn cases(default: u32) -> u32 {
    std::env::var("WALLETFIX_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(default)
}
