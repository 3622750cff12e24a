//! Ethereum and its kin, asked by JSON-RPC of a node.

use super::ask::Asker;
use super::network::{Network, named, numbered};
use super::rpc::{self, Large, Quantity, Query, Reply};
use super::transaction::TxId;
use super::{Account, Chosen, Doubt, Facts, Held, Judged};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::json;

/// Wei are coins with so many places moved, on every such chain.
const PLACES: u32 = 18;
/// Seconds after which a node's newest block is old.
const OLD: i64 = 300;
/// Blocks after which a counter is taken for settled: nodes that answer in turns are not all at the same block.
const SETTLED: u64 = 3;
/// Blocks by which one of such nodes may be ahead of another.
const APART: u64 = 32;

/// `eth_getBlockByNumber`.
#[derive(Debug, Deserialize)]
struct Head {
    number: Quantity,
    timestamp: Quantity,
}

/// `eth_getTransactionReceipt`: there is one as soon as it is mined.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Receipt {
    transaction_hash: String,
    block_number: Quantity,
    status: Quantity,
}

/// `eth_getTransactionByHash`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sent {
    hash: String,
    /// `null` as long as it waits.
    #[serde(deserialize_with = "Option::deserialize")]
    block_number: Option<Quantity>,
    from: String,
    nonce: Quantity,
}

/// What the first questions came to.
#[derive(Debug)]
enum First {
    /// That is all.
    Known(Judged),
    /// It waits; whether it can ever be its turn, the sender's counter says.
    Waits { from: String, nonce: u64 },
}

/// The sender's counter: what is mined now, what was mined some blocks ago, and what waits with it.
struct Counts {
    latest: u64,
    settled: u64,
    /// Some nodes do not say.
    waiting: Option<u64>,
}

/// Looks a transaction up, with one question or two.
pub(super) async fn transaction(
    chosen: &Chosen<'_>,
    id: &TxId,
    asker: &Asker<'_>,
    now: Timestamp,
) -> Result<Judged, Doubt> {
    let (url, hash) = (&chosen.explorer.url, id.with_prefix());
    let queries = [
        Query("eth_chainId", json!([])),
        Query("eth_getTransactionByHash", json!([hash])),
        Query("eth_getTransactionReceipt", json!([hash])),
        Query("eth_getBlockByNumber", json!(["latest", false])),
    ];
    let (replies, sent_at) = rpc::ask(asker, url, queries).await?;
    let [chain, sent, receipt, head] = &replies;
    let network = network(chosen.chain, chain)?;
    let head: Head = head.read()?;
    fresh(&head, sent_at.unwrap_or(now))?;
    let facts = network.map_or_else(Facts::new, |network| tested(network, Facts::new()));
    let (from, nonce) = match first(id, sent.read()?, receipt.read()?, &head, facts.clone())? {
        First::Known(judged) => return Ok(judged),
        First::Waits { from, nonce } => (from, nonce),
    };
    let before = format!("0x{:x}", head.number.0.saturating_sub(SETTLED));
    let queries = [
        Query("eth_getTransactionCount", json!([from, "latest"])),
        Query("eth_getTransactionCount", json!([from, before])),
        Query("eth_getTransactionCount", json!([from, "pending"])),
        // Asked last: what was mined meanwhile is no replacement.
        Query("eth_getTransactionReceipt", json!([hash])),
    ];
    let ([latest, settled, waiting, receipt], _) = rpc::ask(asker, url, queries).await?;
    if let Some(receipt) = receipt.read::<Option<Receipt>>()? {
        return mined(id, &receipt, &head, facts);
    }
    let (latest, settled) = (latest.read::<Quantity>()?.0, settled.read::<Quantity>()?.0);
    let waiting = waiting.read::<Quantity>().ok().map(|waiting| waiting.0);
    in_turn(nonce, &Counts { latest, settled, waiting }, facts)
}

/// Looks a balance up.
pub(super) async fn balance(
    chosen: &Chosen<'_>,
    account: &Account,
    asker: &Asker<'_>,
    now: Timestamp,
) -> Result<Held, Doubt> {
    let queries = [
        Query("eth_chainId", json!([])),
        Query("eth_getBalance", json!([account.spelling(), "latest"])),
        Query("eth_getBlockByNumber", json!(["latest", false])),
    ];
    let ([chain, balance, head], sent_at) = rpc::ask(asker, &chosen.explorer.url, queries).await?;
    let network = network(chosen.chain, &chain)?.ok_or(Doubt::Coin)?;
    let head: Head = head.read()?;
    fresh(&head, sent_at.unwrap_or(now))?;
    if network.coin.is_empty() {
        return Err(Doubt::TestMoney);
    }
    let number = coins(&balance.read()?)?;
    Ok(Held { number, coin: network.coin, facts: Facts::new().figure("block", head.number.0) })
}

/// The chain whose node answered, which must be the one that was named; `None`: one that nobody here knows.
fn network(name: &str, reply: &Reply) -> Result<Option<&'static Network>, Doubt> {
    let id = reply.read::<Quantity>()?.0;
    match named(name) {
        Some(named) if named.id != id => Err(Doubt::OtherChain(id)),
        _ => Ok(numbered(id)),
    }
}

/// Whether the node is as far as the chain is; `now` is its own clock where it tells, else this computer's.
fn fresh(head: &Head, now: Timestamp) -> Result<(), Doubt> {
    let minted = i64::try_from(head.timestamp.0).map_err(|_| Doubt::Strange)?;
    let age = now.as_second().checked_sub(minted).ok_or(Doubt::Strange)?;
    if age > OLD {
        return Err(Doubt::Stale(age / 60));
    }
    if age < -OLD { Err(Doubt::Ahead(age.saturating_neg() / 60)) } else { Ok(()) }
}

/// Coins of a test network are worth nothing, whatever became of them.
fn tested(network: &Network, facts: Facts) -> Facts {
    if network.coin.is_empty() { facts.figure("test-network", network.id) } else { facts }
}

fn first(id: &TxId, sent: Option<Sent>, receipt: Option<Receipt>, head: &Head, facts: Facts) -> Result<First, Doubt> {
    if sent.as_ref().is_some_and(|sent| !id.is(&sent.hash)) {
        return Err(Doubt::Disagrees);
    }
    match (sent, receipt) {
        (sent, Some(receipt)) => {
            // The first of the two may have been said before it was mined.
            let block = sent.and_then(|sent| sent.block_number);
            if block.is_some_and(|block| block != receipt.block_number) {
                return Err(Doubt::Disagrees);
            }
            mined(id, &receipt, head, facts).map(First::Known)
        }
        (None, None) => {
            let facts = facts.word("not found").figure("newest-block", head.number.0);
            Ok(First::Known(Judged { result: "not-found", facts }))
        }
        (Some(Sent { block_number: Some(_), .. }), None) => Err(Doubt::Changing),
        (Some(Sent { from, nonce, .. }), None) if is_account(&from) => Ok(First::Waits { from, nonce: nonce.0 }),
        (Some(_), None) => Err(Doubt::Strange),
    }
}

fn mined(id: &TxId, receipt: &Receipt, head: &Head, facts: Facts) -> Result<Judged, Doubt> {
    let (block, newest) = (receipt.block_number.0, head.number.0);
    if !id.is(&receipt.transaction_hash) || block > newest.saturating_add(APART) {
        return Err(Doubt::Disagrees);
    }
    let confirmations = newest.saturating_sub(block).saturating_add(1);
    let (result, word) = match receipt.status.0 {
        1 => ("confirmed", "status=0x1"),
        0 => ("failed", "status=0x0"),
        _ => return Err(Doubt::Strange),
    };
    let facts = facts.word(word).figure("confirmations", confirmations).figure("block", block);
    Ok(Judged { result, facts })
}

/// What the counter says about one that waits: each number is used once, in order.
fn in_turn(nonce: u64, counts: &Counts, facts: Facts) -> Result<Judged, Doubt> {
    let Counts { latest, settled, waiting } = *counts;
    // A counter never goes back.
    if settled > latest || waiting.is_some_and(|waiting| waiting < latest) {
        return Err(Doubt::Disagrees);
    }
    let facts = facts.figure("nonce", nonce).figure("next", latest).perhaps("next-with-waiting", waiting);
    let result = match nonce {
        _ if nonce > latest => "queued",
        _ if nonce == latest => "pending",
        _ if nonce < settled => "replaced",
        // Used within the last blocks, perhaps by this one: another node may have the receipt.
        _ => return Err(Doubt::Changing),
    };
    Ok(Judged { result, facts })
}

fn is_account(text: &str) -> bool {
    let digits = text.strip_prefix("0x").unwrap_or_default();
    digits.len() == 40 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Wei as coins, exactly or not at all.
fn coins(wei: &Large) -> Result<Decimal, Doubt> {
    let wei = wei.number().and_then(|wei| i128::try_from(wei).ok()).ok_or(Doubt::Digits)?;
    Ok(Decimal::try_from_i128_with_scale(wei, PLACES).map_err(|_| Doubt::Digits)?.normalize())
}
