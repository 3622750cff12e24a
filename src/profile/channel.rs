//! A place to turn to.

use crate::flow::duration::Wait;
use crate::flow::text::Text;
use jiff::civil::Date;

/// A place to turn to.
#[derive(Debug, Clone)]
pub struct Channel {
    /// Its id in the file.
    pub id: String,
    /// `chat`, `phone`, `email`, `form`, `social`, `community`, `help-centre`, `visit`; regional: `police`, `fraud-line`,
    /// `regulator`, `ombudsman`, `consumer`.
    pub kind: String,
    /// Its name for people.
    pub name: Text,
    /// Phone number, URL or mail address; generic channels have none ("inside the installed app").
    pub address: Option<String>,
    /// Languages spoken there, such as `zh`.
    pub languages: Vec<String>,
    /// OSM opening hours, already checked; `None`: not known.
    pub hours: Option<String>,
    /// OSM opening hours of the busy times.
    pub peak: Option<String>,
    /// How soon it usually answers.
    pub replies: Option<Wait>,
    /// What it is for.
    pub purposes: Vec<Purpose>,
    /// When somebody last checked it.
    pub verified: Option<Date>,
    /// `low`: to be confirmed inside the installed app.
    pub low_confidence: bool,
    /// Where the author read it; regional channels always say so.
    pub origin: Option<String>,
}

/// What a channel is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Ordinary support.
    Contact,
    /// Freezing an account, reporting a theft.
    Urgent,
    /// Complaints and authorities.
    Legal,
    /// Fraud lines.
    Fraud,
}

impl Purpose {
    /// All purposes with the word that files use.
    pub const ALL: [(&'static str, Self); 4] =
        [("contact", Self::Contact), ("urgent", Self::Urgent), ("legal", Self::Legal), ("fraud", Self::Fraud)];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, purpose)| *purpose == self).map_or("", |(id, _)| id)
    }
}
