//! The closed list of places a fact can take in the summary. There is none for a secret.

/// A place in the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Field(usize);

/// Where in the JSON summary a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// At the top of `ticket`.
    Top,
    /// `ticket.account`
    Account,
    /// `ticket.transaction`
    Transaction,
    /// `ticket.error`
    Error,
    /// `ticket.environment`
    Environment,
    /// `ticket.security`
    Security,
    /// `ticket.evidence`, a list
    Evidence,
    /// `ticket.communication_log`, a list
    ContactLog,
}

struct Row(&'static str, Place, bool);

/// Name in flow files, place, masked where people read it.
const FIELDS: [Row; 33] = [
    Row("problem", Place::Top, false),
    Row("request", Place::Top, false),
    Row("deadline", Place::Top, false),
    Row("urgency-reason", Place::Top, false),
    Row("ticket-no", Place::Top, false),
    Row("order-id", Place::Transaction, false),
    Row("merchant-order-id", Place::Transaction, false),
    Row("tx-hash", Place::Transaction, false),
    Row("chain", Place::Transaction, false),
    Row("occurred-at", Place::Transaction, false),
    Row("amount", Place::Transaction, false),
    Row("fee", Place::Transaction, false),
    Row("from-address", Place::Transaction, false),
    Row("to-address", Place::Transaction, false),
    Row("memo", Place::Transaction, false),
    Row("payee", Place::Transaction, true),
    Row("method", Place::Transaction, false),
    Row("card-last4", Place::Transaction, true),
    Row("status-shown", Place::Transaction, false),
    Row("error-code", Place::Error, false),
    Row("error-message", Place::Error, false),
    Row("app-version", Place::Environment, false),
    Row("os", Place::Environment, false),
    Row("device", Place::Environment, false),
    Row("firmware", Place::Environment, false),
    Row("network-type", Place::Environment, false),
    Row("account", Place::Account, true),
    Row("phone", Place::Account, true),
    Row("email", Place::Account, true),
    Row("contact-wish", Place::Account, false),
    Row("police-report-no", Place::Security, false),
    Row("evidence", Place::Evidence, false),
    Row("contact-log", Place::ContactLog, false),
];

impl Field {
    /// The field of that name.
    pub fn named(name: &str) -> Option<Self> {
        FIELDS.iter().position(|row| row.0 == name).map(Self)
    }

    /// Every field, in the order in which a summary lists them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FIELDS.len()).map(Self)
    }

    /// Its name in flow files.
    pub fn name(self) -> &'static str {
        FIELDS[self.0].0
    }

    /// Where it stands in JSON.
    pub fn place(self) -> Place {
        FIELDS[self.0].1
    }

    /// Whether it is a list, to which every visit adds an entry.
    pub fn is_list(self) -> bool {
        matches!(self.place(), Place::Evidence | Place::ContactLog)
    }

    /// Whether people see it masked.
    pub fn masked(self) -> bool {
        FIELDS[self.0].2
    }
}
