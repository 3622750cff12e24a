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

/// A key: path without `profile.`, type, always known. A path that ends in `.*` takes any name there.
const KEYS: [(&str, KeyType, bool); 16] = [
    ("name", KeyType::Text, true),
    ("kind", KeyType::Kind, false),
    ("currency", KeyType::Text, true),
    ("country", KeyType::Country, false),
    ("time-zone", KeyType::Text, true),
    ("status-page", KeyType::Text, false),
    ("verified", KeyType::Date, false),
    ("confidence", KeyType::Text, false),
    ("limits.single", KeyType::Amount, false),
    ("limits.daily", KeyType::Amount, false),
    ("limits.monthly", KeyType::Amount, false),
    ("limits.yearly", KeyType::Amount, false),
    ("waits.*", KeyType::Duration, false),
    ("versions.*", KeyType::Text, false),
    ("explorers.*", KeyType::Text, false),
    ("addresses.*", KeyType::Text, false),
];

/// The type of the key at `path` (without `profile.`); `None`: there is no such key.
pub fn type_of(path: &str) -> Option<KeyType> {
    row(path).map(|row| row.1)
}

/// Whether every profile has that key.
pub fn always_known(path: &str) -> bool {
    row(path).is_some_and(|row| row.2)
}

/// Every path, for "did you mean"; open ones end in `.*`.
pub fn paths() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|row| row.0)
}

fn row(path: &str) -> Option<&'static (&'static str, KeyType, bool)> {
    KEYS.iter().find(|row| match row.0.strip_suffix('*') {
        Some(folder) => path.strip_prefix(folder).is_some_and(super::ids::is_id),
        None => row.0 == path,
    })
}
