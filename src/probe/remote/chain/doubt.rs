//! Why an answer counts for nothing.

use super::super::failure::Failure;
use crate::i18n::Message;

/// Why nothing is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::probe::remote) enum Doubt {
    /// Nothing came back.
    Silence(Failure),
    /// Too many questions were asked there (HTTP 429).
    Busy,
    /// Another host was named (HTTP 3xx); nobody allowed that one.
    Moved,
    /// Any other status.
    Status(u16),
    /// A web page instead of data: a sign-in page, a wall against robots.
    Page,
    /// What came is not what such a service says.
    Strange,
    /// Two things that were said do not fit together.
    Disagrees,
    /// The node says that it cannot, with its number for why (JSON-RPC).
    Refusal(i64),
    /// The node's newest block is that many minutes old.
    Stale(i64),
    /// The node's newest block is that many minutes ahead of the clock.
    Ahead(i64),
    /// The node is one of another chain, of that number.
    OtherChain(u64),
    /// It is being confirmed, or replaced, just now.
    Changing,
    /// The amount has more digits than can be held exactly.
    Digits,
    /// Nobody here knows what the chain's coin is called.
    Coin,
    /// The chain's coins are worth nothing.
    TestMoney,
}

impl Doubt {
    /// In words.
    pub(in crate::probe::remote) fn message(&self, host: &str) -> Message {
        let said = |key: &str| Message::new(key).with("host", host);
        match self {
            Self::Silence(failure) => failure.message(),
            Self::Busy => said("chain-busy"),
            Self::Moved => said("chain-moved"),
            Self::Status(status) => said("chain-status").with("status", status.to_string()),
            Self::Page => said("chain-page"),
            Self::Strange => said("chain-strange"),
            Self::Disagrees => said("chain-disagrees"),
            Self::Refusal(code) => said("chain-refusal").with("code", code.to_string()),
            Self::Stale(minutes) => said("chain-stale").with("minutes", *minutes),
            Self::Ahead(minutes) => said("chain-ahead").with("minutes", *minutes),
            Self::OtherChain(id) => said("chain-other").with("id", id.to_string()),
            Self::Changing => Message::new("chain-changing"),
            Self::Digits => Message::new("chain-digits"),
            Self::Coin => Message::new("chain-coin"),
            Self::TestMoney => Message::new("chain-test-money"),
        }
    }
}
