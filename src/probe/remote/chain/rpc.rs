//! JSON-RPC 2.0 as Ethereum's nodes speak it (EIP-1474, ethereum/execution-apis): questions in one batch, and quantities.

use super::Doubt;
use super::ask::{Answer, Asker};
use jiff::Timestamp;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

/// Too many questions: EIP-1474's number for it, and those of large services.
const LIMITS: [i64; 3] = [-32005, -32029, 429];

/// A question: the method and its parameters.
pub(super) struct Query(pub(super) &'static str, pub(super) Value);

/// What a node said to one question: a value, or its number for why not.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reply(Result<Value, i64>);

#[derive(Deserialize)]
struct Envelope {
    jsonrpc: String,
    id: Value,
    #[serde(default, deserialize_with = "present")]
    result: Option<Value>,
    error: Option<Refusal>,
}

#[derive(Deserialize)]
struct Refusal {
    code: i64,
}

/// A whole number of at most 64 bits as nodes write it: `0x0`, `0x1a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quantity(pub(super) u64);

/// The same of at most 256 bits, as digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Large(String);

/// `null` is an answer; no field is none.
fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}

impl Reply {
    /// The value, of the shape that the method has.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, Doubt> {
        match &self.0 {
            Ok(value) => T::deserialize(value).map_err(|_| Doubt::Strange),
            Err(code) if LIMITS.contains(code) => Err(Doubt::Busy),
            Err(code) => Err(Doubt::Refusal(*code)),
        }
    }
}

/// Asks everything at once; of a node that takes no batches, one by one. With when it was answered, by the clock over there.
pub(super) async fn ask<const N: usize>(
    asker: &Asker<'_>,
    url: &str,
    queries: [Query; N],
) -> Result<([Reply; N], Option<Timestamp>), Doubt> {
    let mut single = Vec::with_capacity(N);
    for (at, Query(method, params)) in queries.into_iter().enumerate() {
        single.push(json!({ "jsonrpc": "2.0", "id": at + 1, "method": method, "params": params }));
    }
    let batch = Value::Array(single.clone());
    let said = asker.post(url, &batch).await?;
    if !takes_no_batch(said.anything()?) {
        return Ok((replies(said.data()?)?, said.sent_at()));
    }
    let mut sent_at = None;
    let mut replies = Vec::with_capacity(N);
    for (at, query) in single.iter().enumerate() {
        let said = asker.post(url, query).await?;
        let reply = one(&said, at + 1)?;
        if at == 0 {
            // Whoever refuses the first question refuses all of them.
            reply.read::<Value>()?;
        }
        replies.push(reply);
        sent_at = said.sent_at();
    }
    Ok((replies.try_into().map_err(|_| Doubt::Strange)?, sent_at))
}

/// One refusal for the whole batch; any limit is respected.
fn takes_no_batch(data: &[u8]) -> bool {
    let refusal = serde_json::from_slice::<Envelope>(data).ok().and_then(|envelope| envelope.error);
    refusal.is_some_and(|refusal| !LIMITS.contains(&refusal.code))
}

/// The answers to `N` questions, each exactly once, in any order.
fn replies<const N: usize>(data: &[u8]) -> Result<[Reply; N], Doubt> {
    let envelopes = match serde_json::from_slice::<Vec<Envelope>>(data) {
        Ok(envelopes) => envelopes,
        // The limit, which was no reason to ask one by one.
        Err(_) if serde_json::from_slice::<Envelope>(data).is_ok_and(|said| said.error.is_some()) => {
            return Err(Doubt::Busy);
        }
        Err(_) => return Err(Doubt::Strange),
    };
    let mut replies: [Option<Reply>; N] = [const { None }; N];
    for envelope in envelopes {
        let (id, reply) = opened(envelope)?;
        let place = id.checked_sub(1).and_then(|at| replies.get_mut(at)).ok_or(Doubt::Strange)?;
        if place.replace(reply).is_some() {
            return Err(Doubt::Disagrees);
        }
    }
    let replies: Option<Vec<Reply>> = replies.into_iter().collect();
    replies.and_then(|replies| replies.try_into().ok()).ok_or(Doubt::Strange)
}

/// The answer to one question.
fn one(said: &Answer, id: usize) -> Result<Reply, Doubt> {
    // A refusal comes with any status; whatever else does, is as its status says.
    let refused = serde_json::from_slice::<Envelope>(said.anything()?).ok().filter(|said| said.error.is_some());
    let envelope = match refused {
        Some(refused) => refused,
        None => said.json()?,
    };
    match opened(envelope)? {
        (own, reply) if own == id => Ok(reply),
        _ => Err(Doubt::Strange),
    }
}

fn opened(envelope: Envelope) -> Result<(usize, Reply), Doubt> {
    let id = envelope.id.as_u64().and_then(|id| usize::try_from(id).ok());
    let reply = match (envelope.result, envelope.error) {
        (Some(value), None) => Ok(value),
        (None, Some(refusal)) => Err(refusal.code),
        _ => return Err(Doubt::Strange),
    };
    match id {
        Some(id) if envelope.jsonrpc == "2.0" => Ok((id, Reply(reply))),
        _ => Err(Doubt::Strange),
    }
}

impl Large {
    /// As a number; `None`: more than 128 bits.
    pub(super) fn number(&self) -> Option<u128> {
        u128::from_str_radix(&self.0, 16).ok()
    }
}

impl<'de> Deserialize<'de> for Large {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        digits(&String::deserialize(from)?)
            .map(|digits| Self(digits.to_owned()))
            .ok_or_else(|| D::Error::custom("a quantity"))
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let number = digits(&text).and_then(|digits| u64::from_str_radix(digits, 16).ok());
        number.map(Self).ok_or_else(|| D::Error::custom("a quantity"))
    }
}

/// The digits of a quantity: small letters, no leading zero, at most 256 bits.
fn digits(text: &str) -> Option<&str> {
    let digits = text.strip_prefix("0x").filter(|digits| (1..=64).contains(&digits.len()))?;
    let is_plain = digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    (is_plain && (digits == "0" || !digits.starts_with('0'))).then_some(digits)
}
