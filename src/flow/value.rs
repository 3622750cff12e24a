//! Values: what a fact can be.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The value of a fact. In a journal it is written with its type, so that reading it back needs no flow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// "I don't know", a failed or offline check, a missing profile key.
    Unknown,
    /// The id of an option, `yes` or `no`, an answer of `do` or `try`, a probe's or a shared flow's result.
    Choice(String),
    /// Ticked option ids, in the author's order.
    Choices(Vec<String>),
    /// Money.
    Amount(Amount),
    /// A whole number.
    Number(i64),
    /// An instant.
    Time(Timestamp),
    /// Dotted numbers.
    Version(Version),
    /// One line of text.
    Text(String),
}

/// An exact decimal and a currency code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Amount {
    /// Never negative.
    pub number: Decimal,
    /// Upper case, such as `CNY` or `ETH`.
    pub currency: String,
}

/// Dotted numbers; missing parts count as 0, so `8.5` equals `8.5.0`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Version(pub Vec<u64>);

impl Value {
    /// The word that `next` tables and conditions know it by; `known` where they know no more than that.
    pub fn key(&self) -> &str {
        match self {
            Self::Unknown => "unknown",
            Self::Choice(id) => id,
            _ => "known",
        }
    }

    /// Whether it is known.
    pub fn is_known(&self) -> bool {
        *self != Self::Unknown
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.to_string()
    }
}

impl std::fmt::Display for Amount {
    /// As files write it: `1280.00 CNY`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.number, self.currency)
    }
}

impl std::str::FromStr for Amount {
    type Err = String;

    /// Reads exactly what [`Display`](std::fmt::Display) writes; people's spellings are read in `answer`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || format!("not an amount: {text}");
        let (number, currency) = text.split_once(' ').ok_or_else(bad)?;
        let number: Decimal = number.parse().map_err(|_| bad())?;
        let code = currency.len() >= 2
            && currency.len() <= 10
            && currency.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if number.is_sign_negative() || !code {
            return Err(bad());
        }
        Ok(Self { number, currency: currency.to_owned() })
    }
}

impl TryFrom<String> for Amount {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, part) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Version {
    type Err = String;

    /// `8.5.1`, at most 8 parts.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || format!("not a version: {text}");
        let parts: Vec<u64> =
            text.split('.')
                .map(|part| {
                    if part.bytes().all(|b| b.is_ascii_digit()) { part.parse().map_err(|_| bad()) } else { Err(bad()) }
                })
                .collect::<Result<_, _>>()?;
        if parts.len() > 8 { Err(bad()) } else { Ok(Self(parts)) }
    }
}

impl TryFrom<String> for Version {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let longest = self.0.len().max(other.0.len());
        let part = |version: &Self, at: usize| version.0.get(at).copied().unwrap_or(0);
        (0..longest)
            .map(|at| part(self, at).cmp(&part(other, at)))
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Version {}
