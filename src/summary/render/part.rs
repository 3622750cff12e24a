//! The sections that a page can have, in the order in which an agent reads, and which fields they hold.

use super::super::words::say;
use crate::i18n::Lang;

/// A section's subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    Problem,
    Request,
    Urgency,
    Numbers,
    When,
    Amount,
    Parties,
    Status,
    Timeline,
    Details,
    Answers,
    Checks,
    Probes,
    Environment,
    Evidence,
    Contacts,
    Promised,
    Outcome,
    Next,
    Reply,
    Unknown,
    Refused,
    LeftOut,
    Made,
}

/// Sections made of fields alone: the field that the heading names, then the others.
pub(super) const FIELDS: [(Part, &str, &[&str]); 5] = [
    (Part::Numbers, "", &["ticket-no", "order-id", "merchant-order-id", "tx-hash", "chain", "police-report-no"]),
    (Part::When, "occurred-at", &[]),
    (Part::Amount, "amount", &["fee", "method"]),
    (Part::Parties, "", &["account", "phone", "email", "card-last4", "payee", "from-address", "to-address", "memo"]),
    (Part::Status, "status-shown", &["error-message", "error-code"]),
];

impl Part {
    pub(super) fn heading(self, lang: Lang) -> String {
        let key = match self {
            Self::Subject => "summary-subject",
            Self::Problem => "summary-problem",
            Self::Request => "summary-request",
            Self::Urgency => "summary-urgency",
            Self::Numbers => "summary-numbers",
            Self::When => "summary-when",
            Self::Amount => "summary-amount",
            Self::Parties => "summary-parties",
            Self::Status => "summary-status",
            Self::Timeline => "summary-timeline",
            Self::Details => "summary-details",
            Self::Answers => "summary-answers",
            Self::Checks => "summary-checks",
            Self::Probes => "summary-probes",
            Self::Environment => "summary-environment",
            Self::Evidence => "summary-evidence",
            Self::Contacts => "summary-contacts",
            Self::Promised => "summary-promised",
            Self::Outcome => "summary-outcome",
            Self::Next => "summary-next",
            Self::Reply => "summary-reply",
            Self::Unknown => "summary-not-provided",
            Self::Refused => "summary-redacted",
            Self::LeftOut => "summary-left-out",
            Self::Made => "summary-made",
        };
        say(key, lang)
    }
}
