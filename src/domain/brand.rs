//! The name by which people know a provider, and hosts that wear it.

use super::host::Host;
use super::letters::seen;
use super::suffix::is_shared;
use std::sync::OnceLock;

/// Words that are put beside a name to make it look like a part of the provider.
const AROUND: [&str; 63] = [
    "support", "help", "service", "services", "customer", "care", "center", "centre", "desk", "hotline", "contact",
    "ask", "login", "signin", "logon", "auth", "account", "accounts", "id", "my", "get", "web", "www", "app", "apps",
    "online", "live", "official", "secure", "security", "safe", "safety", "verify", "verified", "validate", "confirm",
    "connect", "wallet", "pay", "kyc", "claim", "refund", "bonus", "airdrop", "recovery", "recover", "restore",
    "update", "upgrade", "download", "dl", "unlock", "unfreeze", "appeal", "bridge", "sync", "en", "cn", "us", "vip",
    "kefu", "anquan", "guanwang",
];

/// A name at least this long is nobody's everyday word, so it counts wherever it stands.
const TELLING: usize = 6;
/// A shorter name counts where it stands as a word of its own.
const WORD: usize = 5;

/// A provider's name as it stands in an official domain.
pub(super) struct Brand {
    /// As the eye sees it, without hyphens.
    name: String,
    /// The whole domain, as the eye sees it.
    whole: Vec<String>,
}

impl Brand {
    /// The name in an official domain: what stands before the ending.
    pub(super) fn of(own: &Host) -> Self {
        let label = own.labels().get(own.registered_at()).map_or("", String::as_str);
        Self { name: seen(label).replace('-', ""), whole: own.labels().iter().map(|label| seen(label)).collect() }
    }

    /// Whether a host that is not the provider's wears the name, or nearly.
    pub(super) fn is_worn_by(&self, host: &Host) -> bool {
        if host.is_number() || self.name.chars().count() < 2 {
            return false;
        }
        let (registered, shared) = (host.registered_at(), is_shared(host.labels()));
        let labels: Vec<String> = host.labels().iter().map(|label| seen(label)).collect();
        let holds_whole = labels.windows(self.whole.len()).any(|part| *part == *self.whole);
        holds_whole
            || labels.iter().enumerate().any(|(at, label)| {
                self.is_label(label, at == registered) || self.is_word_of(label, shared) || self.is_glued_in(label)
            })
    }

    fn length(&self) -> usize {
        self.name.chars().count()
    }

    /// The whole label is the name, or so near that a glance does not tell.
    fn is_label(&self, label: &str, is_registered: bool) -> bool {
        let label = label.replace('-', "");
        if label == self.name {
            return is_registered || self.length() >= WORD;
        }
        is_registered && self.is_near(&label, if self.length() >= 8 { 2 } else { 1 })
    }

    /// The name is one word of the label, or several in a row: `en-demo-pay`.
    fn is_word_of(&self, label: &str, shared: bool) -> bool {
        let words: Vec<&str> = label.split('-').filter(|word| !word.is_empty()).collect();
        (0..words.len()).any(|from| {
            let mut joined = String::new();
            words[from..].iter().enumerate().any(|(count, word)| {
                joined.push_str(word);
                let others = words[..from].iter().chain(&words[from + count + 1..]);
                let mut others = others.peekable();
                if others.peek().is_none() {
                    return false;
                }
                let is_dressed = shared || others.any(|word| is_around(word));
                let is_near = || self.length() >= TELLING && self.is_near(&joined, 1);
                (joined == self.name && (is_dressed || self.length() >= WORD)) || (is_dressed && is_near())
            })
        })
    }

    /// The name stands in one word with others: `demopaysupport`.
    fn is_glued_in(&self, label: &str) -> bool {
        let label = label.replace('-', "");
        if self.length() >= TELLING && label.contains(&self.name) {
            return true;
        }
        let bare = without_around(&label);
        bare.len() < label.len() && (bare == self.name || (self.length() >= TELLING && self.is_near(bare, 1)))
    }

    /// A slip of the finger or the eye away. Short names are near to too many words; and who imitates a name keeps its
    /// first letter, since that is the one that is read.
    fn is_near(&self, other: &str, most: usize) -> bool {
        let length = self.length();
        if length < WORD || other.chars().count().abs_diff(length) > most {
            return false;
        }
        let distance = strsim::osa_distance(&self.name, other);
        let first = |name: &str| name.chars().next();
        let swapped = self.name.chars().nth(1) == first(other) && other.chars().nth(1) == first(&self.name);
        distance <= most && (first(&self.name) == first(other) || swapped)
    }
}

/// The words around a name, as the eye sees them.
fn around() -> &'static [String] {
    static SEEN: OnceLock<Vec<String>> = OnceLock::new();
    SEEN.get_or_init(|| AROUND.iter().map(|word| seen(word)).collect())
}

/// Whether a word is one of those put beside a name, or a number.
fn is_around(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || around().iter().any(|around| around == word)
}

/// A label without the words around a name, however many stand before and after it.
fn without_around(label: &str) -> &str {
    let around = around();
    let mut bare = label;
    loop {
        let before = around.iter().find_map(|word| bare.strip_prefix(word.as_str()));
        let after = || around.iter().find_map(|word| bare.strip_suffix(word.as_str()));
        match before.or_else(after).filter(|rest| !rest.is_empty()) {
            Some(rest) => bare = rest,
            None => return bare,
        }
    }
}
