//! Who provides the wallet and whom to turn to: profiles, regions and their channels.

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
    /// Where each value stands in the file, by its path (`limits.daily`, `channel.hotline.address`).
    pub places: IndexMap<String, Span>,
}

/// Hosts by which a probe tells online from offline, and whether the clock is right; empty lists mean the program's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Connectivity {
    /// Hosts to reach.
    pub endpoints: Vec<Endpoint>,
    /// Pages whose answer is known, so that a sign-in page shows.
    pub portals: Vec<Portal>,
    /// Time servers, with `:PORT` where it is not 123; the program has none of its own.
    pub times: Vec<Endpoint>,
}

/// A host to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Name or address, with `:PORT` where it is not 443.
    pub host: String,
    /// Who runs it: nobody is called offline because of one operator.
    pub operator: String,
}

/// A page whose answer is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portal {
    /// Plain `http` on purpose.
    pub url: String,
    /// Who runs it.
    pub operator: String,
    /// The status it answers with.
    pub status: u16,
    /// The body it answers with; `None`: any.
    pub body: Option<String>,
}

/// Where a chain can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explorer {
    /// How it is asked.
    pub kind: ExplorerKind,
    /// Its address; what is asked is appended where the kind has paths.
    pub url: String,
}

/// How an explorer is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExplorerKind {
    /// Bitcoin and its kin by the HTTP interface of Blockstream's explorer.
    Esplora,
    /// Ethereum and its kin by JSON-RPC.
    EthereumRpc,
    /// Tron by the HTTP interface of its nodes.
    Tron,
}

impl ExplorerKind {
    /// All kinds with the key that files use.
    pub const ALL: [(&'static str, Self); 3] =
        [("esplora", Self::Esplora), ("ethereum-rpc", Self::EthereumRpc), ("tron", Self::Tron)];
}

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

/// Where the newest version of an app can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionSource {
    /// Nowhere: somebody has to look at the store's button.
    Ask,
    /// Apple's store.
    ITunes {
        /// The app's bundle id or number there, or the whole address of a lookup.
        app: String,
        /// Whose store: ISO 3166; `None`: that of the United States.
        country: Option<String>,
    },
    /// The latest release of `OWNER/NAME` on GitHub, or the whole address of one on a server that answers alike.
    GitHub(String),
    /// A page of the provider's own with `{"version": "8.5.1"}`.
    Feed(String),
}

impl VersionSource {
    /// The page, where the file names one by its whole address.
    pub fn page(&self) -> Option<&str> {
        match self {
            Self::ITunes { app: text, .. } | Self::GitHub(text) | Self::Feed(text) => {
                text.contains("://").then_some(text.as_str())
            }
            Self::Ask => None,
        }
    }
}

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
