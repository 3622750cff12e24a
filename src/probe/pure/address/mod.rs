//! Is an address well formed, and of the chain it is meant for?
//!
//! Whether anybody owns it no form can tell.

mod base58;
mod bech32;
mod byron;
mod chain;
mod evm;
mod read;
mod ton;

use super::{found, input, missing};
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::profile::Profile;
use crate::wording::is_invisible;
use chain::Chain;
pub(in crate::probe) use chain::Family;
pub(in crate::probe) use read::{Address, Flaw, read};
pub(in crate::probe) use ton::BEGINNINGS as OF_TON;

/// What links to a payment begin with (BIP-21, EIP-681 and their likes); QR codes hold them.
const SCHEMES: [&str; 7] = ["bitcoin", "litecoin", "dogecoin", "ethereum", "tron", "solana", "ripple"];

/// How many characters of an address are shown at each end.
const SHOWN: usize = 8;

/// Judges the address; the chain, where it is known, must be its own.
pub(in crate::probe) fn check(call: &ProbeCall, profile: &Profile) -> Finding {
    let Some(text) = input(call, "address").map(bare).filter(|text| !text.is_empty()) else { return missing() };
    let chain = input(call, "chain").map(Chain::named);
    let address = match (read(&text), &chain) {
        // Where nobody knows the form, a strange one may be right.
        (Err(_), Some(None)) => return Finding::unknown(Message::new("probe-chain-not-known")),
        (Err(flaw), _) => return found("invalid", format!("{}: {flaw}", shown(&text))),
        (Ok(address), _) => address,
    };
    let seen = format!("{} {}: {}", address.family.name(), address.form, shown(&text));
    if let Some(Some(chain)) = &chain
        && !chain.takes(&address)
    {
        return found("wrong-chain", seen);
    }
    if let Some(name) = contract(&address, profile) {
        return found("contract", format!("{seen} ({name})"));
    }
    match chain {
        Some(None) => Finding::unknown(Message::new("probe-chain-not-known")),
        _ if address.is_test || chain.flatten().is_some_and(|chain| chain.is_test) => found("test-chain", seen),
        _ if address.has_checksum => found("valid", seen),
        _ => found("no-checksum", seen),
    }
}

/// The profile's name for the contract that the address is.
fn contract<'p>(address: &Address, profile: &'p Profile) -> Option<&'p str> {
    profile.values.iter().find_map(|(path, value)| {
        let name = path.strip_prefix("addresses.")?;
        let Value::Text(known) = value else { return None };
        read(&bare(known)).is_ok_and(|known| known.is_same(address)).then_some(name)
    })
}

/// The address alone: without spaces and signs around it, and without the link it was part of.
pub(in crate::probe) fn bare(text: &str) -> String {
    let seen: String = text.chars().filter(|sign| !is_invisible(*sign)).collect();
    let around = |sign: char| sign.is_whitespace() || "\"'`<>()[]{},;.，。；、：“”（）《》".contains(sign);
    let text = seen.trim_matches(around);
    let link =
        text.split_once(':').filter(|(scheme, _)| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)));
    let Some((_, rest)) = link else { return text.to_owned() };
    let rest = rest.trim_start_matches('/');
    let target = rest.strip_prefix("pay-").unwrap_or(rest);
    target.split(['?', '@']).next().unwrap_or_default().to_owned()
}

/// An address as people see it in a wallet: both ends.
fn shown(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    if signs.len() <= 2 * SHOWN + 4 {
        return super::short(text, signs.len());
    }
    let (head, tail) = (&signs[..SHOWN], &signs[signs.len() - SHOWN..]);
    super::short(&head.iter().chain(&['.'; 3]).chain(tail).collect::<String>(), 2 * SHOWN + 4)
}
