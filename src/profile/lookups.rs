//! Where the checks over the network look: hosts, pages, explorers, feeds.

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
