//! Whatever is said: nothing breaks, nothing is called confirmed that the answer does not say, and nothing that is shown
//! gives away what was looked up.

use super::super::key;
use super::node::Say;
use super::{Chain, look_up};
use crate::harness::cases;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;
use walletfix::i18n::Lang;

const BITCOIN: &str = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16";
const ETHEREUM: &str = "0x5ec2a2868ecf6497bea7a36fdb2aaf5e1d7488e4a966440af14e4f636d7f23e0";
const TRON: &str = "01b4cde4197b9d1a1ff09ef5d2b1d939d3ec2401b3f002ebd0802c0f30a6e4ca";

/// What is looked up, and everything that an honest service says to it.
const HONEST: [(&str, &str, &[&str]); 6] = [
    (
        "btc",
        BITCOIN,
        &[
            r#"{"confirmed":true,"block_height":170,"block_hash":"00000000d1145790a8694403d4063f323d499e655c83426834d4ce2f8dd4a2ee","block_time":1231731025}"#,
            "880000",
        ],
    ),
    (
        "btc",
        BITCOIN,
        &[
            r#"{"confirmed":false}"#,
            r#"{"txid":"f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16","weight":561,"fee":141,"vin":[{"sequence":4294967293}],"status":{"confirmed":false}}"#,
            r#"{"2":87.882,"144":1.027}"#,
        ],
    ),
    (
        "eth",
        ETHEREUM,
        &[
            r#"[{"jsonrpc":"2.0","id":1,"result":"0x1"},{"jsonrpc":"2.0","id":2,"result":null},{"jsonrpc":"2.0","id":3,"result":{"transactionHash":"0x5ec2a2868ecf6497bea7a36fdb2aaf5e1d7488e4a966440af14e4f636d7f23e0","blockNumber":"0x12ad4f3","status":"0x1"}},{"jsonrpc":"2.0","id":4,"result":{"number":"0x12ad4f3","timestamp":"0x69bbe534"}}]"#,
        ],
    ),
    (
        "eth",
        ETHEREUM,
        &[
            r#"[{"jsonrpc":"2.0","id":1,"result":"0x1"},{"jsonrpc":"2.0","id":2,"result":{"hash":"0x5ec2a2868ecf6497bea7a36fdb2aaf5e1d7488e4a966440af14e4f636d7f23e0","blockNumber":null,"from":"0x339d413ccefd986b1b3647a9cfa9cbbe70a30749","nonce":"0x7"}},{"jsonrpc":"2.0","id":3,"result":null},{"jsonrpc":"2.0","id":4,"result":{"number":"0x12ad4f3","timestamp":"0x69bbe534"}}]"#,
            r#"[{"jsonrpc":"2.0","id":1,"result":"0x9"},{"jsonrpc":"2.0","id":2,"result":"0x8"},{"jsonrpc":"2.0","id":3,"result":"0x9"},{"jsonrpc":"2.0","id":4,"result":null}]"#,
        ],
    ),
    (
        "tron",
        TRON,
        &[
            r#"{"id":"01b4cde4197b9d1a1ff09ef5d2b1d939d3ec2401b3f002ebd0802c0f30a6e4ca","blockNumber":60000002,"receipt":{"result":"SUCCESS"}}"#,
        ],
    ),
    (
        "tron",
        TRON,
        &[
            "{}",
            r#"{"id":"01b4cde4197b9d1a1ff09ef5d2b1d939d3ec2401b3f002ebd0802c0f30a6e4ca","blockNumber":60000001,"receipt":{"result":"REVERT"},"result":"FAILED","resMessage":"4e6f"}"#,
        ],
    ),
];

/// What can happen to an answer on its way.
#[derive(Debug, Clone)]
enum Damage {
    Cut(Index),
    Lose(Index),
    Become(Index, u8),
    Insert(Index, String),
    /// One piece of the text becomes another everywhere.
    Swap(&'static str, &'static str),
    Instead(Vec<u8>),
}

/// Pieces of answers.
const PIECES: &[&str] = &[
    "true", "false", "null", "\"0x1\"", "\"0x0\"", "SUCCESS", "REVERT", "FAILED", "{}", "1", "170", ":", "\"id\"",
    "f4184", "5ec2a", "01b4c",
];

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<Index>().prop_map(Damage::Cut),
        any::<Index>().prop_map(Damage::Lose),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Become(at, byte)),
        (any::<Index>(), "[\\PC]{1,4}").prop_map(|(at, text)| Damage::Insert(at, text)),
        (select(PIECES), select(PIECES)).prop_map(|(from, to)| Damage::Swap(from, to)),
        prop::collection::vec(any::<u8>(), 0..200).prop_map(Damage::Instead),
    ]
}

impl Damage {
    fn done_to(&self, text: &[u8]) -> Vec<u8> {
        let mut text = text.to_vec();
        match self {
            Self::Cut(at) => text.truncate(at.index(text.len())),
            Self::Lose(at) => {
                text.remove(at.index(text.len()));
            }
            Self::Become(at, byte) => {
                let at = at.index(text.len());
                text[at] = *byte;
            }
            Self::Insert(at, more) => {
                let at = at.index(text.len());
                text.splice(at..at, more.bytes());
            }
            Self::Swap(from, to) => text = String::from_utf8_lossy(&text).replace(from, to).into_bytes(),
            Self::Instead(other) => text.clone_from(other),
        }
        text
    }
}

/// Whether the answers say so themselves, read by other hands than those of the check.
fn says_confirmed(chain: &str, answers: &[Vec<u8>]) -> bool {
    answers.iter().filter_map(|answer| serde_json::from_slice::<Value>(answer).ok()).any(|said| match chain {
        "btc" => {
            let status = said.get("status").unwrap_or(&said);
            status["confirmed"] == true && status["block_height"].is_u64()
        }
        "eth" => said.as_array().is_some_and(|all| {
            all.iter().any(|one| {
                let receipt = &one["result"];
                receipt["status"] == "0x1"
                    && receipt["transactionHash"].as_str().is_some_and(|hash| hash.eq_ignore_ascii_case(ETHEREUM))
            })
        }),
        _ => {
            let fine = said["receipt"]["result"].as_str().is_none_or(|word| word == "SUCCESS" || word == "DEFAULT");
            said["id"].as_str().is_some_and(|id| id.eq_ignore_ascii_case(TRON)) && fine && said["result"] != "FAILED"
        }
    })
}

/// Whether the text has eight characters in a row of the other, whatever stands between them.
fn gives_away(text: &str, secret: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_lowercase()).collect()
    };
    let (text, secret) = (plain(text), plain(secret));
    secret.windows(8).any(|run| text.windows(8).any(|other| run == other))
}

fn say(chain: &str, answers: &[Vec<u8>]) -> Vec<Say> {
    let kind = if chain == "btc" { "" } else { "content-type: application/json\r\n" };
    answers.iter().map(|answer| Say::Page("*".to_owned(), 200, kind.to_owned(), answer.clone())).collect()
}

/// Everything that people may see of it.
fn shown(finding: &walletfix::flow::probe::Finding) -> String {
    let reasons = finding.reason.iter().flat_map(|reason| Lang::ALL.map(|lang| reason.text(lang)));
    finding.observed.clone().into_iter().chain(reasons).collect::<Vec<_>>().join(" / ")
}

#[test]
fn damaged_answers_confirm_nothing() {
    let chain = Chain::start();
    let law = (0..HONEST.len(), any::<Index>(), prop::collection::vec(damage(), 1..3));
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(256)) };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let run = runner.run(&law, |(which, at, damages)| {
        let (name, id, answers) = HONEST[which];
        let mut answers: Vec<Vec<u8>> = answers.iter().map(|answer| answer.as_bytes().to_vec()).collect();
        let at = at.index(answers.len());
        for damage in &damages {
            if !answers[at].is_empty() {
                answers[at] = damage.done_to(&answers[at]);
            }
        }
        chain.node.says(&say(name, &answers));
        let finding = look_up(&chain, "tx", name, id);
        let came = key(&finding).to_owned();
        prop_assert!(finding.reason.as_ref().is_none_or(|reason| reason.key != "probe-stopped"), "it broke");
        prop_assert_eq!(came == "unknown" || came == "not-found", finding.reason.is_some(), "{:?}", finding);
        prop_assert!(came != "confirmed" || says_confirmed(name, &answers), "{:?}", finding);
        prop_assert!(!gives_away(&shown(&finding), id), "{:?}", finding);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn undamaged_answers_come_out() {
    let chain = Chain::start();
    let came = HONEST.map(|(name, id, answers)| {
        let answers: Vec<Vec<u8>> = answers.iter().map(|answer| answer.as_bytes().to_vec()).collect();
        chain.node.says(&say(name, &answers));
        key(&look_up(&chain, "tx", name, id)).to_owned()
    });
    assert_eq!(came, ["confirmed", "pending", "confirmed", "replaced", "confirmed", "failed"]);
}

/// Spellings of a piece of the id: as it is, in capitals, in groups, between other words.
fn spelling() -> impl Strategy<Value = (Index, usize, bool, String, String)> {
    (
        any::<Index>(),
        8..64_usize,
        any::<bool>(),
        select(vec!["", " ", "-", ":", " x ", "\u{200b}"]).prop_map(str::to_owned),
        "[ -~]{0,12}",
    )
}

#[test]
fn what_a_contract_says_gives_nothing_away() {
    let chain = Chain::start();
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(128)) };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let run = runner.run(&spelling(), |(at, length, capitals, between, before)| {
        let from = at.index(TRON.len() - 8);
        let piece = &TRON[from..TRON.len().min(from + length)];
        let piece = if capitals { piece.to_uppercase() } else { piece.to_owned() };
        let groups: Vec<String> = piece.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        let message = format!("{before}{}", groups.join(&between));
        let digits: String = message.bytes().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
        let answer = format!(r#"{{"id":"{TRON}","blockNumber":60000001,"receipt":{{"result":"REVERT"}},"result":"FAILED","resMessage":"{digits}"}}"#);
        chain.node.says(&say("tron", &[answer.into_bytes()]));
        let finding = look_up(&chain, "tx", "tron", TRON);
        prop_assert_eq!(key(&finding), "failed");
        prop_assert!(!gives_away(&shown(&finding), TRON), "{:?}", finding);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(64)) })]

    /// Wei are exact or not said: what comes is what was sent, digit by digit.
    #[test]
    fn an_amount_is_exact_or_unknown(high in any::<u64>(), low in any::<u64>(), bits in 0..128_u32) {
        thread_local!(static CHAIN: Chain = Chain::start());
        let wei = (u128::from(high) << 64 | u128::from(low)) >> bits;
        let said = format!(r#"[{{"jsonrpc":"2.0","id":1,"result":"0x1"}},{{"jsonrpc":"2.0","id":2,"result":"0x{wei:x}"}},{{"jsonrpc":"2.0","id":3,"result":{{"number":"0x12ad4f3","timestamp":"0x69bbe534"}}}}]"#);
        let finding = CHAIN.with(|chain| {
            chain.node.says(&say("eth", &[said.into_bytes()]));
            look_up(chain, "balance", "eth", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
        });
        match &finding.value {
            walletfix::flow::value::Value::Amount(amount) => {
                let digits = format!("{wei:019}");
                let (whole, rest) = digits.split_at(digits.len() - 18);
                let rest = rest.trim_end_matches('0');
                let dot = if rest.is_empty() { "" } else { "." };
                prop_assert_eq!(amount.to_string(), format!("{whole}{dot}{rest} ETH"));
            }
            _ => prop_assert!(wei >= 1 << 96, "{:?}", finding),
        }
        prop_assert!(!gives_away(&shown(&finding), "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    }
}
