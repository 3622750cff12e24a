//! Which explorer is asked: the one of the chain that was named, else the only one that the form of the id fits.

use super::super::net::host_of;
use super::network::{named, plain};
use super::transaction::TxId;
use crate::i18n::Message;
use crate::profile::{Explorer, ExplorerKind, Profile};

/// The explorer to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::probe::remote) struct Chosen<'p> {
    /// What the profile calls the chain.
    pub(in crate::probe::remote) chain: &'p str,
    /// How and where to ask.
    pub(in crate::probe::remote) explorer: &'p Explorer,
}

impl<'p> Chosen<'p> {
    /// The host that would be asked.
    pub(in crate::probe::remote) fn host(&self) -> String {
        host_of(&self.explorer.url)
    }

    /// The address to which paths are appended.
    pub(super) fn base(&self) -> &'p str {
        self.explorer.url.trim_end_matches('/')
    }
}

/// The explorer of a chain by one of its names.
pub(in crate::probe::remote) fn by_name<'p>(profile: &'p Profile, chain: &str) -> Result<Chosen<'p>, Message> {
    let same_word = |own: &str| plain(own) == plain(chain);
    if let Some(chosen) = all(profile).find(|chosen| same_word(chosen.chain)) {
        return Ok(chosen);
    }
    // `bitcoin` and `btc` are one chain; `evm` is any of many, so it is none.
    let meant = named(chain);
    let fits = |chosen: &Chosen<'_>| meant.is_some() && named(chosen.chain) == meant;
    only(&all(profile).filter(fits).collect::<Vec<_>>(), || match list(profile) {
        names if names.is_empty() => Message::new("chain-none-on-file"),
        names => Message::new("chain-not-on-file").with("chains", names),
    })
}

/// The explorer that knows ids of that form.
pub(in crate::probe::remote) fn by_form<'p>(profile: &'p Profile, id: &TxId) -> Result<Chosen<'p>, Message> {
    let fits = |chosen: &Chosen<'_>| is_form_of(id, chosen.explorer.kind);
    only(&all(profile).filter(fits).collect::<Vec<_>>(), || match list(profile) {
        names if names.is_empty() => Message::new("chain-none-on-file"),
        names => Message::new("chain-none-of-form").with("chains", names),
    })
}

/// Whether a chain that is asked in this way has ids of that form.
pub(in crate::probe::remote) fn is_form_of(id: &TxId, kind: ExplorerKind) -> bool {
    id.is_prefixed() == (kind == ExplorerKind::EthereumRpc)
}

fn all(profile: &Profile) -> impl Iterator<Item = Chosen<'_>> {
    profile.explorers.iter().map(|(chain, explorer)| Chosen { chain, explorer })
}

fn list(profile: &Profile) -> Vec<String> {
    profile.explorers.keys().cloned().collect()
}

fn only<'p>(fitting: &[Chosen<'p>], none: impl FnOnce() -> Message) -> Result<Chosen<'p>, Message> {
    match *fitting {
        [] => Err(none()),
        [one] => Ok(one),
        _ => {
            let names: Vec<String> = fitting.iter().map(|chosen| chosen.chain.to_owned()).collect();
            Err(Message::new("chain-fits-several").with("chains", names))
        }
    }
}
