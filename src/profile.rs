//! Who provides the wallet and whom to turn to: profiles, regions and their channels.

mod channel;
mod lookups;

pub use channel::{Channel, Purpose};
pub use lookups::{Connectivity, Endpoint, Explorer, ExplorerKind, Portal, VersionSource};

use crate::flow::duration::Wait;
use crate::flow::text::Text;
use crate::flow::value::{Amount, Value};
use crate::i18n::Lang;
use crate::source::{Source, Span};
use indexmap::IndexMap;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::Arc;

/// A provider, as `profiles/<id>.toml` describes it, or the built-in generic one.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The file's name without `.toml`; `generic` for the built-in one.
    pub id: String,
    /// The file; `None` for the built-in one.
    pub source: Option<Arc<Source>>,
    /// Whether it came from a file of its own and belongs to no pack.
    pub outside: bool,
    /// Its name for people.
    pub name: Text,
    /// What kind of provider.
    pub kind: Option<Kind>,
    /// Upper-case code; for generic it follows the language.
    pub currency: Option<String>,
    /// ISO 3166, upper case.
    pub country: Option<String>,
    /// IANA name; `None` (generic) means the session's own zone.
    pub time_zone: Option<TimeZone>,
    /// Hosts that belong to the provider.
    pub official_domains: Vec<String>,
    /// Every other key a condition or placeholder can read (`status-page`, `limits.daily`, `versions.android`, …), by its
    /// path without `profile.`; texts, words, URLs and dates as [`Value::Text`].
    pub values: IndexMap<String, Value>,
    /// `waits.NAME`, by the whole path without `profile.`.
    pub waits: IndexMap<String, Wait>,
    /// Where the newest version of the app can be read, by the platform it runs on.
    pub versions: IndexMap<String, VersionSource>,
    /// When somebody last checked it.
    pub verified: Option<Date>,
    /// Whom to turn to, in the author's order.
    pub channels: Vec<Channel>,
    /// Hosts by which a probe tells online from offline.
    pub connectivity: Connectivity,
    /// Where each chain can be read, by the name that the author gave the chain.
    pub explorers: IndexMap<String, Explorer>,
    /// What its ticket systems (`zendesk`, `zammad`, `github`) call things.
    pub tickets: IndexMap<String, Desk>,
    /// Where each value stands in the file, by its path (`limits.daily`, `channel.hotline.address`).
    pub places: IndexMap<String, Span>,
}

/// What an installation of a ticket system calls things: the name or number of each field of a summary there, and the
/// `group` of Zammad, the `repository`, `template` and `body` field of GitHub.
pub type Desk = IndexMap<String, String>;

/// What kind of provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A payment app.
    Payment,
    /// An exchange.
    Exchange,
    /// The person alone holds the keys.
    SelfCustody,
    /// A device holds the keys.
    Hardware,
}

impl Kind {
    /// All kinds with the word that files use.
    pub const ALL: [(&'static str, Self); 4] = [
        ("payment", Self::Payment),
        ("exchange", Self::Exchange),
        ("self-custody", Self::SelfCustody),
        ("hardware", Self::Hardware),
    ];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(id, _)| id)
    }
}

/// The authorities of some countries.
#[derive(Debug, Clone)]
pub struct Region {
    /// The file's name without `.toml`.
    pub id: String,
    /// The file.
    pub source: Arc<Source>,
    /// Its name for people.
    pub name: Text,
    /// Printed under every legal exit.
    pub disclaimer: Text,
    /// ISO 3166, upper case.
    pub countries: Vec<String>,
    /// The zone its hours are in.
    pub time_zone: TimeZone,
    /// Whom to turn to.
    pub channels: Vec<Channel>,
    /// Where each value stands in the file, by its path (`countries.CN`, `channel.fraud.address`).
    pub places: IndexMap<String, Span>,
}

impl Profile {
    /// The built-in profile that knows no provider: channels by kind only, "inside the installed app".
    pub fn generic() -> Self {
        let channel = |id: &str, kind: &str, zh: &str, en: &str, purposes: &[Purpose]| Channel {
            id: id.to_owned(),
            kind: kind.to_owned(),
            name: Text::plain(zh, en),
            address: None,
            languages: Vec::new(),
            hours: None,
            peak: None,
            replies: None,
            purposes: purposes.to_vec(),
            verified: None,
            low_confidence: false,
            origin: None,
        };
        Self {
            id: "generic".to_owned(),
            source: None,
            outside: false,
            name: Text::plain("您的钱包", "your wallet"),
            kind: None,
            currency: None,
            country: None,
            time_zone: None,
            official_domains: Vec::new(),
            values: IndexMap::new(),
            waits: IndexMap::new(),
            versions: IndexMap::new(),
            verified: None,
            channels: vec![
                channel(
                    "chat",
                    "chat",
                    "已安装的应用里的在线客服",
                    "Live chat inside the installed app",
                    &[Purpose::Contact],
                ),
                channel(
                    "phone",
                    "phone",
                    "银行卡背面或应用里的客服电话",
                    "The phone line shown in the app or on the card",
                    &[Purpose::Urgent, Purpose::Contact],
                ),
                // In an emergency after the phone, since the app may not open.
                channel(
                    "urgent-chat",
                    "chat",
                    "已安装的应用里的在线客服",
                    "Live chat inside the installed app",
                    &[Purpose::Urgent],
                ),
                channel(
                    "help-centre",
                    "help-centre",
                    "已安装的应用里的帮助中心",
                    "The help center inside the installed app",
                    &[Purpose::Contact],
                ),
                channel(
                    "form",
                    "form",
                    "已安装的应用里的投诉入口",
                    "The complaint form inside the installed app",
                    &[Purpose::Legal],
                ),
            ],
            connectivity: Connectivity::default(),
            explorers: IndexMap::new(),
            tickets: IndexMap::new(),
            places: IndexMap::new(),
        }
    }

    /// The currency of amounts without one: the profile's, else the language's.
    pub fn currency(&self, lang: Lang) -> &str {
        self.currency.as_deref().unwrap_or(match lang {
            Lang::Zh => "CNY",
            Lang::En => "USD",
        })
    }

    /// The value of a key that conditions and placeholders can read, by its path without `profile.`; durations stand in
    /// [`waits`](Self::waits). The name has a value for each language, and so has the currency of the built-in profile.
    pub fn value(&self, path: &str) -> Value {
        let word = |word: Option<&str>| word.map_or(Value::Unknown, |word| Value::Choice(word.to_owned()));
        let text = |text: Option<String>| text.map_or(Value::Unknown, Value::Text);
        match path {
            "kind" => word(self.kind.map(Kind::id)),
            "country" => word(self.country.as_deref()),
            "currency" => text(self.currency.clone()),
            "time-zone" => text(self.time_zone.as_ref().and_then(TimeZone::iana_name).map(str::to_owned)),
            "verified" => text(self.verified.map(|date| date.to_string())),
            _ => self.values.get(path).cloned().unwrap_or(Value::Unknown),
        }
    }

    /// An amount key such as `limits.daily`.
    pub fn amount(&self, path: &str) -> Option<&Amount> {
        match self.values.get(path) {
            Some(Value::Amount(amount)) => Some(amount),
            _ => None,
        }
    }
}
