//! Bitcoin and its kin, asked by the HTTP interface of Blockstream's explorer (Blockstream/esplora, API.md); mempool.space
//! speaks it too.

use super::ask::{Answer, Asker};
use super::network::named;
use super::transaction::TxId;
use super::{Account, Chosen, Doubt, Facts, Held, Judged};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;
use serde_json::Number;
use std::collections::HashMap;
use std::str::FromStr;

/// A satoshi is a coin with so many places moved.
const PLACES: u32 = 8;
/// More coins than ever can be are a mistake (Bitcoin: 21 million, Litecoin: 84).
const MOST_COINS: u64 = 84_000_000;
/// By which block a fee is enough for a day: the explorer's estimates have it.
const A_DAY: &str = "144";
/// Inputs of a transaction that its sender may replace have a sequence below this (BIP-125).
const FINAL: u64 = 0xffff_fffe;

/// `/tx/:id/status`.
#[derive(Debug, Deserialize)]
struct Status {
    confirmed: bool,
    block_height: Option<u64>,
    block_hash: Option<String>,
}

/// `/tx/:id`.
#[derive(Debug, Deserialize)]
struct Transaction {
    txid: String,
    /// That and what follows are good to know only.
    weight: Option<u64>,
    fee: Option<u64>,
    #[serde(default)]
    vin: Vec<Spent>,
    status: Status,
}

#[derive(Debug, Deserialize)]
struct Spent {
    sequence: u64,
}

/// `/address/:address`.
#[derive(Debug, Deserialize)]
struct Owner {
    address: String,
    chain_stats: Sums,
    mempool_stats: Sums,
}

#[derive(Debug, Deserialize)]
struct Sums {
    funded_txo_sum: u64,
    spent_txo_sum: u64,
}

/// Looks a transaction up, with two to three questions.
pub(super) async fn transaction(base: &str, id: &TxId, asker: &Asker<'_>) -> Result<Judged, Doubt> {
    let page = format!("{base}/tx/{}", id.digits());
    let said = asker.get(&format!("{page}/status")).await?;
    if is_not_known(&said) {
        return Ok(not_found());
    }
    let status: Status = said.json()?;
    if status.confirmed {
        return confirmed(&status, tip(base, asker).await?);
    }
    waiting(&status)?;
    // The status of an id that nobody ever used is the same, so whether there is such a transaction is a question of its own.
    let said = asker.get(&page).await?;
    if is_not_known(&said) {
        return Ok(not_found());
    }
    let transaction: Transaction = said.json()?;
    if !id.is(&transaction.txid) {
        return Err(Doubt::Disagrees);
    }
    if transaction.status.confirmed {
        return confirmed(&transaction.status, tip(base, asker).await?);
    }
    waiting(&transaction.status)?;
    // What others pay is good to know; without it, it is pending all the same.
    let fees = asker.get(&format!("{base}/fee-estimates")).await.and_then(|said| said.json()).unwrap_or_default();
    Ok(pending(&transaction, &fees))
}

/// Looks a balance up.
pub(super) async fn balance(chosen: &Chosen<'_>, account: &Account, asker: &Asker<'_>) -> Result<Held, Doubt> {
    // Other chains have such explorers too; whoever calls theirs "x" gets no Bitcoin shown.
    let coin = named(chosen.chain).filter(|network| network.kind == chosen.explorer.kind).ok_or(Doubt::Coin)?.coin;
    let said = asker.get(&format!("{}/address/{}", chosen.base(), account.spelling())).await?;
    held(&said.json()?, account, coin)
}

/// The height of the newest block; `None`: nobody says, which a confirmed transaction can do without.
async fn tip(base: &str, asker: &Asker<'_>) -> Result<Option<u64>, Doubt> {
    match asker.get(&format!("{base}/blocks/tip/height")).await {
        Ok(said) if said.status == 200 => height(said.data()?).map(Some),
        _ => Ok(None),
    }
}

fn height(data: &[u8]) -> Result<u64, Doubt> {
    let text = std::str::from_utf8(data).map_err(|_| Doubt::Strange)?.trim();
    let is_plain = text.len() <= 10 && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain).ok_or(Doubt::Strange)
}

/// Whether the explorer says so itself: any other 404 is a wrong address of the explorer, or somebody in between.
fn is_not_known(said: &Answer) -> bool {
    let known = ["transaction not found", "no such mempool or blockchain transaction"];
    let says = |sentence: &str| known.iter().any(|known| sentence.to_ascii_lowercase().contains(known));
    said.status == 404 && said.sentence().is_some_and(says)
}

fn not_found() -> Judged {
    Judged { result: "not-found", facts: Facts::new().word("not found") }
}

fn confirmed(status: &Status, tip: Option<u64>) -> Result<Judged, Doubt> {
    let is_hash = |hash: &String| hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    let (Some(height), Some(_)) = (status.block_height, status.block_hash.as_ref().filter(|hash| is_hash(hash))) else {
        return Err(Doubt::Strange);
    };
    let above = match tip {
        Some(tip) => Some(tip.checked_sub(height).ok_or(Doubt::Disagrees)?),
        None => None,
    };
    let confirmations = above.map(|above| above.saturating_add(1));
    Ok(Judged {
        result: "confirmed",
        facts: Facts::new().perhaps("confirmations", confirmations).figure("block", height),
    })
}

/// What is not confirmed is in no block.
fn waiting(status: &Status) -> Result<(), Doubt> {
    if status.block_height.is_some() || status.block_hash.is_some() { Err(Doubt::Disagrees) } else { Ok(()) }
}

fn pending(transaction: &Transaction, fees: &HashMap<String, Number>) -> Judged {
    let mut facts = Facts::new().word("unconfirmed");
    let rate = transaction.fee.zip(transaction.weight);
    let rate =
        rate.and_then(|(fee, weight)| (Decimal::from(fee) * Decimal::from(4)).checked_div(Decimal::from(weight)));
    // Read from what is written, so that nothing is rounded on the way.
    let day = fees.get(A_DAY).and_then(|rate| Decimal::from_str(&rate.to_string()).ok());
    let shown = |rate: Decimal| rate.round_dp_with_strategy(2, RoundingStrategy::ToZero).normalize();
    facts = facts.perhaps("sat/vB", rate.map(shown)).perhaps("sat/vB-for-a-day", day.map(shown));
    if rate.zip(day).is_some_and(|(rate, day)| rate < day) {
        facts = facts.word("low fee");
    }
    if transaction.vin.iter().any(|input| input.sequence < FINAL) {
        facts = facts.word("RBF");
    }
    Judged { result: "pending", facts }
}

/// What is in blocks; what waits is a fact beside it.
fn held(owner: &Owner, account: &Account, coin: &'static str) -> Result<Held, Doubt> {
    if owner.address != account.spelling() {
        return Err(Doubt::Disagrees);
    }
    let satoshi = owner.chain_stats.funded_txo_sum.checked_sub(owner.chain_stats.spent_txo_sum);
    let satoshi = satoshi.filter(|satoshi| *satoshi <= MOST_COINS * 10_u64.pow(PLACES)).ok_or(Doubt::Strange)?;
    let waits = i128::from(owner.mempool_stats.funded_txo_sum) - i128::from(owner.mempool_stats.spent_txo_sum);
    let coins = |satoshi: i128| Decimal::try_from_i128_with_scale(satoshi, PLACES).map_err(|_| Doubt::Digits);
    let waits = if waits == 0 { None } else { Some(coins(waits)?.normalize()) };
    let facts = Facts::new().perhaps("unconfirmed", waits);
    Ok(Held { number: coins(i128::from(satoshi))?.normalize(), coin, facts })
}
