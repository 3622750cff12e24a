//! An address that may be asked about: whole, checked, of the chain that is asked. Nothing else is ever sent.

use super::Chosen;
use super::network::named;
use crate::flow::probe::ProbeCall;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::probe::pure::address::{self, Family, bare, read};
use crate::probe::pure::input;
use crate::profile::{ExplorerKind, Profile};
use std::fmt::Write as _;

/// The address, in the spelling that its chain's services take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::probe::remote) struct Account(String);

impl Account {
    /// Reads what was pasted and has the check of addresses judge it.
    pub(in crate::probe::remote) fn read(
        call: &ProbeCall,
        profile: &Profile,
        chosen: &Chosen<'_>,
    ) -> Result<Self, Message> {
        let text = input(call, "address").ok_or_else(|| Message::new("probe-input-missing"))?;
        if named(chosen.chain).is_some_and(|network| network.coin.is_empty()) {
            return Err(Message::new("chain-test-money"));
        }
        // Authors call a chain what they like; what its addresses look like follows from how it is asked.
        let mut asked = ProbeCall { path: call.path.clone(), inputs: call.inputs.clone(), ..call.clone() };
        asked.inputs.insert("chain".to_owned(), Value::Text(form_of(chosen).to_owned()));
        let finding = address::check(&asked, profile);
        match finding.value.key() {
            "valid" | "no-checksum" | "contract" => {}
            "wrong-chain" => return Err(Message::new("chain-address-other").with("chain", chosen.chain)),
            "test-chain" => return Err(Message::new("chain-test-money")),
            "invalid" => return Err(Message::new("chain-address-flawed")),
            _ => return Err(finding.reason.unwrap_or_else(|| Message::new("chain-address-flawed"))),
        }
        let text = bare(text);
        let address = read(&text).map_err(|_| Message::new("chain-address-flawed"))?;
        let spelling = match (chosen.explorer.kind, address.family) {
            (ExplorerKind::EthereumRpc, Family::Evm) => format!("0x{}", hex(&address.payload)),
            (ExplorerKind::Tron, Family::Tron) => format!("41{}", hex(&address.payload)),
            // Bech32 is kept in small letters; Base58 is right in one spelling only.
            (ExplorerKind::Esplora, Family::Bitcoin | Family::Litecoin) => String::from_utf8(address.payload)
                .ok()
                .filter(|spelled| spelled.eq_ignore_ascii_case(&text))
                .unwrap_or(text),
            _ => return Err(Message::new("chain-address-other").with("chain", chosen.chain)),
        };
        Ok(Self(spelling))
    }

    /// The spelling that is sent.
    pub(in crate::probe::remote) fn spelling(&self) -> &str {
        &self.0
    }
}

/// A name by which the check of addresses knows the form.
fn form_of(chosen: &Chosen<'_>) -> &'static str {
    match (chosen.explorer.kind, named(chosen.chain)) {
        (ExplorerKind::EthereumRpc, _) => "evm",
        (ExplorerKind::Tron, _) => "tron",
        (ExplorerKind::Esplora, Some(network)) if network.coin == "LTC" => "litecoin",
        (ExplorerKind::Esplora, _) => "bitcoin",
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
