//! Host names: read from what people paste, as browsers read them.

use super::suffix::suffix_length;
use crate::wording::is_invisible;
use std::fmt::{self, Display, Formatter};
use std::net::{Ipv4Addr, Ipv6Addr};
use unicode_normalization::UnicodeNormalization;

/// No name is longer than 253 bytes (RFC 1035); other scripts take more before they are encoded.
const LONGEST: usize = 4 * 253;

/// A host name by its labels, in small letters, Punycode decoded; or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    labels: Vec<String>,
    is_number: bool,
}

/// A web or mail address, as far as it says where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Where it leads.
    pub host: Host,
    /// What stands in front of the last `@`: a mailbox, or something that wants to be taken for the host.
    pub before_at: Option<String>,
}

impl Host {
    /// A host name alone, with a port or without; `None`: it is none.
    pub fn read(text: &str) -> Option<Self> {
        let host = Self::read_one(&plain(text))?;
        (host.is_number || host.labels.len() > 1).then_some(host)
    }

    /// The same, or a name of one part only.
    pub(super) fn read_one(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let text = text.to_lowercase();
        if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            inside.parse::<Ipv6Addr>().ok()?;
            return Some(Self { labels: vec![inside.to_owned()], is_number: true });
        }
        let name = text.split(':').next().unwrap_or_default();
        let name = name.strip_suffix('.').unwrap_or(name);
        let labels: Vec<String> = name.split('.').map(label).collect::<Option<_>>()?;
        // A name that ends in a number is an address on the network (WHATWG URL, "ends in a number").
        let last = labels.last()?;
        let hexadecimal = last.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let is_number = hexadecimal || last.bytes().all(|byte| byte.is_ascii_digit());
        Some(Self { labels, is_number })
    }

    /// Its parts, as people see them.
    pub(super) fn labels(&self) -> &[String] {
        &self.labels
    }

    /// As computers write it: letters that look like others show.
    pub fn ascii(&self) -> String {
        let ascii = |label: &String| {
            let encoded = idna::punycode::encode_str(label).filter(|_| !label.is_ascii());
            encoded.map_or_else(|| label.clone(), |encoded| format!("xn--{encoded}"))
        };
        self.labels.iter().map(ascii).collect::<Vec<_>>().join(".")
    }

    /// Whether it is a number instead of a name.
    pub fn is_number(&self) -> bool {
        self.is_number
    }

    /// Whether only this computer is meant, so that nothing goes over a network.
    pub fn is_this_computer(&self) -> bool {
        let name = self.to_string();
        name == "localhost"
            || name.ends_with(".localhost")
            || name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
            || name.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback())
    }

    /// Whether it is `other` or a part of it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.is_number == other.is_number && self.labels.ends_with(&other.labels)
    }

    /// Where in the labels the name stands that somebody registered: before the ending.
    pub(super) fn registered_at(&self) -> usize {
        self.labels.len().saturating_sub(suffix_length(&self.labels) + 1)
    }

    /// Whether both lie under one registered name.
    pub(super) fn has_same_owner(&self, other: &Self) -> bool {
        self.labels[self.registered_at()..] == other.labels[other.registered_at()..]
    }
}

impl Display for Host {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.labels.join("."))
    }
}

impl Address {
    /// Reads `https://host/path`, `host/path`, `name@host`, `mailto:name@host`, also where somebody made it harmless
    /// (`hxxps://host[.]example`).
    pub fn read(text: &str) -> Option<Self> {
        let text = plain(text);
        let text = text.trim_matches(|sign: char| matches!(sign, '<' | '>' | '"' | '\'' | '(' | ')' | ',' | ';'));
        let text = text.trim_end_matches(['.', '!', '?']);
        let text = match text.split_once("://") {
            Some((scheme, rest)) if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => rest,
            // Browsers need no `//` behind `https:`.
            _ => ["mailto:", "https:", "http:"].iter().find_map(|scheme| text.strip_prefix(scheme)).unwrap_or(text),
        };
        let text = text.trim_start_matches(['/', '\\']);
        let authority = text.split(['/', '\\', '?', '#']).next().unwrap_or_default();
        let (before_at, host) = match authority.rsplit_once('@') {
            Some((before, host)) => (Some(before.to_owned()), host),
            None => (None, authority),
        };
        Some(Self { host: Host::read(host)?, before_at })
    }
}

/// As browsers see it: full-width signs plain, invisible ones gone, every dot a dot.
fn plain(text: &str) -> String {
    let seen = text.trim().nfkc().filter(|character| !is_invisible(*character));
    let dots: String = seen.map(|character| if character == '。' { '.' } else { character }).collect();
    dots.replace("[.]", ".").replace("(.)", ".").replace("[:]", ":")
}

/// One part of a name; `None`: nothing that can be one.
fn label(text: &str) -> Option<String> {
    let decoded = text.strip_prefix("xn--").and_then(idna::punycode::decode_to_string);
    let label = decoded.map_or_else(|| text.to_owned(), |label| label.to_lowercase());
    let fits = !label.is_empty() && text.len() <= 255;
    (fits && label.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'))).then_some(label)
}
