//! The closed registry of automatic checks: what each needs, what it can answer, and what it saw.

use super::value::Value;
use crate::i18n::Message;
use indexmap::IndexMap;
use std::time::Duration;

/// A check that flows can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProbeKind {
    /// Is this computer online?
    Network,
    /// What the provider's status page says.
    ServiceStatus,
    /// The newest version of the app.
    LatestVersion,
    /// Is this computer's clock right?
    Clock,
    /// Is a channel of that purpose open now?
    SupportHours,
    /// What the chain says about a transaction.
    TxStatus,
    /// What an address holds.
    AddressBalance,
    /// Is an address well formed?
    Address,
    /// Are two addresses the same?
    SameAddress,
    /// Is a web address the provider's?
    Domain,
    /// Which error a wallet's message is.
    WalletError,
}

/// The type of a probe's result, beside `unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultType {
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A version.
    Version,
    /// An amount.
    Amount,
}

/// An input of a probe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// Its name in `with`.
    pub name: &'static str,
    /// Whether the probe cannot do without.
    pub needed: bool,
    /// The words it can be; `None` for any text.
    pub words: Option<&'static [&'static str]>,
}

const fn text(name: &'static str, needed: bool) -> Input {
    Input { name, needed, words: None }
}

const fn word(name: &'static str, needed: bool, words: &'static [&'static str]) -> Input {
    Input { name, needed, words: Some(words) }
}

impl ProbeKind {
    /// All probes with the word that flow files use.
    pub const ALL: [(&'static str, Self); 11] = [
        ("network", Self::Network),
        ("service-status", Self::ServiceStatus),
        ("latest-version", Self::LatestVersion),
        ("clock", Self::Clock),
        ("support-hours", Self::SupportHours),
        ("tx-status", Self::TxStatus),
        ("address-balance", Self::AddressBalance),
        ("address", Self::Address),
        ("same-address", Self::SameAddress),
        ("domain", Self::Domain),
        ("wallet-error", Self::WalletError),
    ];

    /// The word that flow files use.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(id, _)| id)
    }

    /// The probe of that name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == id).map(|(_, kind)| *kind)
    }

    /// What it takes.
    pub fn inputs(self) -> &'static [Input] {
        const COMPONENT: [Input; 1] = [text("component", false)];
        const PLATFORM: [Input; 1] = [word("platform", true, &["ios", "android", "desktop", "extension"])];
        const FOR: [Input; 1] = [word("for", true, &["contact", "urgent", "legal", "fraud"])];
        const TX: [Input; 2] = [text("tx", true), text("chain", false)];
        const BALANCE: [Input; 2] = [text("address", true), text("chain", true)];
        const ADDRESS: [Input; 2] = [text("address", true), text("chain", false)];
        const PAIR: [Input; 2] = [text("a", true), text("b", true)];
        const URL: [Input; 1] = [text("url", true)];
        const TEXT: [Input; 1] = [text("text", true)];
        match self {
            Self::Network | Self::Clock => &[],
            Self::ServiceStatus => &COMPONENT,
            Self::LatestVersion => &PLATFORM,
            Self::SupportHours => &FOR,
            Self::TxStatus => &TX,
            Self::AddressBalance => &BALANCE,
            Self::Address => &ADDRESS,
            Self::SameAddress => &PAIR,
            Self::Domain => &URL,
            Self::WalletError => &TEXT,
        }
    }

    /// What it can answer beside `unknown`.
    pub fn result(self) -> ResultType {
        ResultType::OneOf(match self {
            Self::Network => &["online", "captive", "filtered", "offline"],
            Self::ServiceStatus => &["ok", "maintenance", "degraded", "down"],
            Self::LatestVersion => return ResultType::Version,
            Self::Clock => &["ok", "wrong"],
            Self::SupportHours => &["open", "closed"],
            Self::TxStatus => &["confirmed", "pending", "queued", "replaced", "failed", "not-found"],
            Self::AddressBalance => return ResultType::Amount,
            Self::Address => &["valid", "no-checksum", "wrong-chain", "test-chain", "contract", "invalid"],
            Self::SameAddress => &["same", "look-alike", "different"],
            Self::Domain => &["official", "look-alike", "unlisted"],
            Self::WalletError => &[
                "insufficient-funds",
                "insufficient-gas",
                "nonce-too-low",
                "underpriced",
                "rejected-by-user",
                "reverted",
                "out-of-energy",
                "other",
            ],
        })
    }

    /// Whether it shows a number of the person's to whoever is asked, so that it needs a consent of its own.
    pub fn shows_number(self) -> bool {
        matches!(self, Self::TxStatus | Self::AddressBalance)
    }

    /// Whether what exactly it saw is of use to the person too, as a host or a date is; of the others only support can make
    /// anything.
    pub fn tells_person(self) -> bool {
        matches!(self, Self::ServiceStatus | Self::LatestVersion | Self::Address | Self::SameAddress | Self::Domain)
    }

    /// Whether it works without a network: its result follows from its inputs, the profile and the clock.
    pub fn is_pure(self) -> bool {
        matches!(self, Self::SupportHours | Self::Address | Self::SameAddress | Self::Domain | Self::WalletError)
    }
}

/// A probe to run, its inputs known.
#[derive(Debug, Clone, PartialEq)]
pub struct ProbeCall {
    /// The step's path.
    pub path: String,
    /// Which check.
    pub probe: ProbeKind,
    /// Its inputs; an unknown one is left out.
    pub inputs: IndexMap<String, Value>,
    /// How long it may take.
    pub deadline: Duration,
}

/// What a probe saw. A failed probe is a finding too: `unknown`, with its reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// One of the probe's results, or unknown.
    pub value: Value,
    /// Why it is unknown.
    pub reason: Option<Message>,
    /// What exactly was seen, for the summary.
    pub observed: Option<String>,
    /// How long it took.
    pub elapsed: Duration,
}

/// How long a check may take where nobody says otherwise.
pub const DEADLINE: Duration = Duration::from_secs(5);

/// How long a finding stays fresh: until then the same check is not run again.
pub const FRESH: Duration = Duration::from_secs(60);

impl Finding {
    /// An unknown finding.
    pub fn unknown(reason: Message) -> Self {
        Self { value: Value::Unknown, reason: Some(reason), observed: None, elapsed: Duration::ZERO }
    }
}
