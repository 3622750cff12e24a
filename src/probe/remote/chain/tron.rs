//! Tron, asked by the HTTP interface of its nodes (tronprotocol, developers.tron.network).
//!
//! A transaction is accepted, then in a block with its outcome, and about a minute later solid: only then nothing can take
//! it back. The nodes say each of these in another place.

use super::ask::Asker;
use super::network::named;
use super::transaction::TxId;
use super::{Account, Chosen, Doubt, Facts, Held, Judged};
use crate::probe::remote::clean::clean;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A sun is a coin with so many places moved.
const PLACES: u32 = 6;
/// Characters of a contract's own words that are shown.
const WORDS: usize = 80;

/// What a contract can come to (`Transaction.Result.contractResult`), besides success.
const FAILURES: [&str; 14] = [
    "REVERT",
    "BAD_JUMP_DESTINATION",
    "OUT_OF_MEMORY",
    "PRECOMPILED_CONTRACT",
    "STACK_TOO_SMALL",
    "STACK_TOO_LARGE",
    "ILLEGAL_OPERATION",
    "STACK_OVERFLOW",
    "OUT_OF_ENERGY",
    "OUT_OF_TIME",
    "JVM_STACK_OVER_FLOW",
    "UNKNOWN",
    "TRANSFER_FAILED",
    "INVALID_CODE",
];

/// `gettransactioninfobyid`: there is one as soon as it is in a block.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Info {
    id: String,
    block_number: u64,
    #[serde(default)]
    receipt: Receipt,
    /// Only where it failed; the protocol writes success with one C.
    result: Option<String>,
    res_message: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Receipt {
    /// None where no contract ran.
    result: Option<String>,
}

/// `gettransactionbyid`, `gettransactionfrompending`.
#[derive(Debug, Deserialize)]
struct Sent {
    #[serde(rename = "txID")]
    id: String,
}

/// `getaccount`.
#[derive(Debug, Deserialize)]
struct Owner {
    address: String,
    /// Left out where it is nothing.
    #[serde(default)]
    balance: u64,
}

/// Looks a transaction up, with one to four questions.
pub(super) async fn transaction(base: &str, id: &TxId, asker: &Asker<'_>) -> Result<Judged, Doubt> {
    let question = json!({ "value": id.digits() });
    let ask = async |path: &str| about(asker, &format!("{base}/{path}"), &question).await;
    if let Some(solid) = ask("walletsolidity/gettransactioninfobyid").await? {
        return executed(id, &shaped(solid)?, true);
    }
    if let Some(info) = ask("wallet/gettransactioninfobyid").await? {
        return executed(id, &shaped(info)?, false);
    }
    let mut sent = ask("wallet/gettransactionbyid").await?;
    if sent.is_none() {
        // Not every service shows what waits; then it is only not found there.
        sent = ask("wallet/gettransactionfrompending").await.unwrap_or_default();
    }
    let Some(sent) = sent else {
        return Ok(Judged { result: "not-found", facts: Facts::new().word("not found") });
    };
    if id.is(&shaped::<Sent>(sent)?.id) {
        Ok(Judged { result: "pending", facts: Facts::new().word("broadcast, not executed") })
    } else {
        Err(Doubt::Disagrees)
    }
}

/// Looks a balance up. Frozen coins are not in it.
pub(super) async fn balance(chosen: &Chosen<'_>, account: &Account, asker: &Asker<'_>) -> Result<Held, Doubt> {
    let coin = named(chosen.chain).filter(|network| network.kind == chosen.explorer.kind).ok_or(Doubt::Coin)?.coin;
    let question = json!({ "address": account.spelling(), "visible": false });
    let said = about(asker, &format!("{}/wallet/getaccount", chosen.base()), &question).await?;
    let Some(owner) = said else {
        // An address exists from the first payment to it on.
        return Ok(Held { number: Decimal::ZERO, coin, facts: Facts::new().word("not activated") });
    };
    let owner: Owner = shaped(owner)?;
    if !owner.address.eq_ignore_ascii_case(account.spelling()) {
        return Err(Doubt::Disagrees);
    }
    let number = Decimal::try_from_i128_with_scale(i128::from(owner.balance), PLACES).map_err(|_| Doubt::Digits)?;
    Ok(Held { number: number.normalize(), coin, facts: Facts::new() })
}

/// What a node knows; `None`: `{}`, nothing.
async fn about(asker: &Asker<'_>, url: &str, question: &Value) -> Result<Option<Map<String, Value>>, Doubt> {
    let said: Map<String, Value> = asker.post(url, question).await?.json()?;
    if said.contains_key("Error") {
        return Err(Doubt::Strange);
    }
    Ok(Some(said).filter(|said| !said.is_empty()))
}

fn shaped<'de, T: Deserialize<'de>>(said: Map<String, Value>) -> Result<T, Doubt> {
    T::deserialize(Value::Object(said)).map_err(|_| Doubt::Strange)
}

fn executed(id: &TxId, info: &Info, is_solid: bool) -> Result<Judged, Doubt> {
    if !id.is(&info.id) {
        return Err(Doubt::Disagrees);
    }
    let outcome = match info.receipt.result.as_deref() {
        None | Some("DEFAULT") => None,
        Some("SUCCESS") => Some("SUCCESS"),
        Some(word) => Some(*FAILURES.iter().find(|known| **known == word).ok_or(Doubt::Strange)?),
    };
    let failed = match info.result.as_deref() {
        None | Some("SUCESS" | "SUCCESS") => false,
        Some("FAILED") => true,
        Some(_) => return Err(Doubt::Strange),
    };
    // A contract that ran well in a transaction that failed does not fit together, nor the other way about.
    let fits = match outcome {
        Some("SUCCESS") => !failed,
        Some(_) => failed || info.result.is_none(),
        None => true,
    };
    if !fits {
        return Err(Doubt::Disagrees);
    }
    let failed = failed || outcome.is_some_and(|word| word != "SUCCESS");
    let result = match (failed, is_solid) {
        (true, _) => "failed",
        (false, true) => "confirmed",
        (false, false) => "pending",
    };
    let solid = if is_solid { "solidified" } else { "executed, not solidified" };
    let word = outcome.unwrap_or(if failed { "FAILED" } else { "SUCCESS" });
    let message = info.res_message.as_deref().filter(|_| failed).and_then(unhexed);
    let facts = Facts::new().word(word).word(solid).figure("block", info.block_number).perhaps("message", message);
    Ok(Judged { result, facts })
}

/// The text that stands in hexadecimal digits, fit to be shown; `None`: there is none.
fn unhexed(text: &str) -> Option<String> {
    let pairs = text.as_bytes().chunks(2).map(|pair| {
        let digits = std::str::from_utf8(pair)
            .ok()
            .filter(|pair| pair.bytes().all(|digit| digit.is_ascii_hexdigit()) && pair.len() == 2)?;
        u8::from_str_radix(digits, 16).ok()
    });
    let bytes: Vec<u8> = pairs.collect::<Option<_>>()?;
    let words = clean(&String::from_utf8_lossy(&bytes), WORDS);
    Some(words).filter(|words| !words.is_empty())
}
