//! Durations as flow files write them: `5s`, `30m`, `24h`, `3d`, `15bd`, `13mo`.

use serde::{Deserialize, Serialize};

/// A number and a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Wait {
    /// At most 100,000.
    pub count: u32,
    /// What is counted.
    pub unit: Unit,
}

/// What a [`Wait`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `s`
    Second,
    /// `m`
    Minute,
    /// `h`
    Hour,
    /// `d`: the same time of day, some days on.
    Day,
    /// `bd`: days that are neither weekend nor public holiday in the profile's country.
    BusinessDay,
    /// `mo`: the same day of a later month, or that month's last.
    Month,
}

impl Unit {
    /// All units with the letters that follow the number.
    pub const ALL: [(&'static str, Self); 6] = [
        ("mo", Self::Month),
        ("bd", Self::BusinessDay),
        ("s", Self::Second),
        ("m", Self::Minute),
        ("h", Self::Hour),
        ("d", Self::Day),
    ];
}

impl std::fmt::Display for Wait {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = Unit::ALL.iter().find(|(_, unit)| *unit == self.unit).map_or("", |(word, _)| word);
        write!(f, "{}{unit}", self.count)
    }
}

impl std::str::FromStr for Wait {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (count, word) = text.split_at(digits);
        let unit = Unit::ALL.iter().find(|(name, _)| *name == word).map(|(_, unit)| *unit);
        match (count.parse::<u32>(), unit) {
            (Ok(count), Some(unit)) if count <= 100_000 => Ok(Self { count, unit }),
            _ => Err(format!("not a duration: {text}")),
        }
    }
}

impl TryFrom<String> for Wait {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Wait> for String {
    fn from(wait: Wait) -> Self {
        wait.to_string()
    }
}
