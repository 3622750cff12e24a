//! The profile keys that conditions and placeholders can read, and their types.

/// What a profile key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyType {
    /// Text: a name, a URL, a code.
    Text,
    /// `payment`, `exchange`, `self-custody`, `hardware`.
    Kind,
    /// ISO 3166, upper case.
    Country,
    /// A date.
    Date,
    /// Money.
    Amount,
    /// How long.
    Duration,
}

impl KeyType {
    /// The key of its name in `diagnostic.ftl`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "type-text",
            Self::Kind | Self::Country => "type-words",
            Self::Date => "type-date",
            Self::Amount => "type-amount",
            Self::Duration => "type-duration",
        }
    }
}

/// A key: path without `profile.`, type. A path that ends in `.*` takes any name there.
const KEYS: [(&str, KeyType); 16] = [
    ("name", KeyType::Text),
    ("kind", KeyType::Kind),
    ("currency", KeyType::Text),
    ("country", KeyType::Country),
    ("time-zone", KeyType::Text),
    ("status-page", KeyType::Text),
    ("verified", KeyType::Date),
    ("confidence", KeyType::Text),
    ("limits.single", KeyType::Amount),
    ("limits.daily", KeyType::Amount),
    ("limits.monthly", KeyType::Amount),
    ("limits.yearly", KeyType::Amount),
    ("waits.*", KeyType::Duration),
    ("versions.*", KeyType::Text),
    ("explorers.*", KeyType::Text),
    ("addresses.*", KeyType::Text),
];

/// The type of the key at `path` (without `profile.`); `None`: there is no such key.
pub fn type_of(path: &str) -> Option<KeyType> {
    row(path).map(|row| row.1)
}

/// Every path, for "did you mean"; open ones end in `.*`.
pub fn paths() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|row| row.0)
}

fn row(path: &str) -> Option<&'static (&'static str, KeyType)> {
    KEYS.iter().find(|row| match row.0.strip_suffix('*') {
        Some(folder) => path.strip_prefix(folder).is_some_and(super::ids::is_id),
        None => row.0 == path,
    })
}
