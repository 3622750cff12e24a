//! Whether a web address is the provider's own, or only looks like it. Pure: it knows the hosts that the provider calls its
//! own and nothing of the network, so it works offline and says the same to an author, whose profile it checks, and to the
//! person, who got a link from a stranger.
//!
//! The idea of an allow list first and a near miss second is that of MetaMask's `eth-phishing-detect`. On top of it stand
//! the tricks that near misses alone do not find: the name under another ending, with a word added, as a part of somebody
//! else's domain, in letters of another script, or in front of an `@`.

mod brand;
mod harmless;
mod host;
mod letters;
mod suffix;

use brand::Brand;
pub use harmless::harmless;
pub use host::{Address, Host};
pub use letters::drawn_like;

/// What a host is to a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The provider calls it its own.
    Official,
    /// It is not, and wants to be taken for it.
    LookAlike(Trick),
    /// Nothing to do with the provider.
    Unlisted,
}

/// What makes a host look like another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trick {
    /// It carries the name of this official domain, or nearly.
    Name(String),
    /// Letters of several scripts in one word, which nobody can tell apart by eye.
    Scripts,
    /// A number instead of a name: no provider sends people there.
    Number,
}

/// Judges a host by the hosts that the provider calls its own.
pub fn judge(host: &Host, official: &[String]) -> Verdict {
    let own: Vec<Host> = official.iter().filter_map(|own| Host::read(own)).collect();
    if own.iter().any(|own| host.is_within(own)) {
        return Verdict::Official;
    }
    let mut others = own.iter().filter(|own| !host.has_same_owner(own));
    if let Some(like) = others.find(|own| Brand::of(own).is_worn_by(host)) {
        return Verdict::LookAlike(Trick::Name(like.to_string()));
    }
    if host.labels().iter().any(|label| letters::mixes_scripts(label)) {
        return Verdict::LookAlike(Trick::Scripts);
    }
    Verdict::Unlisted
}

/// Judges a web or mail address as a stranger sent it; `None`: it is no address.
pub fn judge_address(text: &str, official: &[String]) -> Option<Verdict> {
    let address = Address::read(text)?;
    let verdict = judge(&address.host, official);
    if verdict != Verdict::Unlisted {
        return Some(verdict);
    }
    if address.host.is_number() {
        return Some(Verdict::LookAlike(Trick::Number));
    }
    // `https://wallet.example@elsewhere.example` leads elsewhere, whatever stands in front.
    let own = official.iter().filter_map(|own| Host::read(own));
    let shown = address.before_at.as_deref().and_then(Host::read_one);
    let worn = own
        .into_iter()
        .find(|own| shown.as_ref().is_some_and(|shown| shown.is_within(own) || Brand::of(own).is_worn_by(shown)));
    Some(worn.map_or(Verdict::Unlisted, |own| Verdict::LookAlike(Trick::Name(own.to_string()))))
}
