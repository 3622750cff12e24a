//! What a chain says, asked of the one explorer or node that the profile names.
//!
//! Reading and judging are pure: bytes in, a verdict or a [`Doubt`] out. A verdict needs every field that it rests on; what
//! is missing, strange or does not fit together is a doubt, since whoever reads "confirmed" acts on it.

mod account;
mod ask;
mod choose;
mod doubt;
mod esplora;
mod ethereum;
mod network;
mod rpc;
mod seen;
mod transaction;
mod tron;

pub(super) use account::Account;
pub(super) use ask::Asker;
pub(super) use choose::{Chosen, by_form, by_name, is_form_of};
pub(super) use doubt::Doubt;
pub(super) use seen::{Facts, observed};
pub(super) use transaction::TxId;

use crate::profile::ExplorerKind;
use jiff::Timestamp;
use rust_decimal::Decimal;

/// What became of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    /// One of the results of the check.
    pub(super) result: &'static str,
    /// What was seen.
    pub(super) facts: Facts,
}

/// What an address holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    /// In whole coins, exact.
    pub(super) number: Decimal,
    /// Their code.
    pub(super) coin: &'static str,
    /// What was seen besides.
    pub(super) facts: Facts,
}

/// Looks a transaction up; `now` is this computer's clock.
pub(super) async fn transaction(
    chosen: &Chosen<'_>,
    id: &TxId,
    asker: &Asker<'_>,
    now: Timestamp,
) -> Result<Judged, Doubt> {
    match chosen.explorer.kind {
        ExplorerKind::Esplora => esplora::transaction(chosen.base(), id, asker).await,
        ExplorerKind::EthereumRpc => ethereum::transaction(chosen, id, asker, now).await,
        ExplorerKind::Tron => tron::transaction(chosen.base(), id, asker).await,
    }
}

/// Looks a balance up; `now` is this computer's clock.
pub(super) async fn balance(
    chosen: &Chosen<'_>,
    account: &Account,
    asker: &Asker<'_>,
    now: Timestamp,
) -> Result<Held, Doubt> {
    match chosen.explorer.kind {
        ExplorerKind::Esplora => esplora::balance(chosen, account, asker).await,
        ExplorerKind::EthereumRpc => ethereum::balance(chosen, account, asker, now).await,
        ExplorerKind::Tron => tron::balance(chosen, account, asker).await,
    }
}
