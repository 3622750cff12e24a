//! Nobody waits longer than the deadline, and whatever was found out by then is said.

use super::super::{key, reason};
use super::node::Say;
use super::{Chain, look_up_within};
use std::thread;
use std::time::{Duration, Instant};

const BITCOIN: &str = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16";
const ETHEREUM: &str = "0x5ec2a2868ecf6497bea7a36fdb2aaf5e1d7488e4a966440af14e4f636d7f23e0";
const CONFIRMED: &str = r#"{"confirmed":true,"block_height":170,"block_hash":"00000000d1145790a8694403d4063f323d499e655c83426834d4ce2f8dd4a2ee"}"#;
const WAITING: &str =
    r#"{"txid":"f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16","status":{"confirmed":false}}"#;
const DEADLINE: u64 = 1000;

fn page(body: &[u8]) -> Say {
    Say::Page("*".to_owned(), 200, String::new(), body.to_vec())
}

#[test]
fn silence_ends_in_time() {
    let unconfirmed = || page(br#"{"confirmed":false}"#);
    let many = page(&vec![b'1'; 600 * 1024]);
    let cases = [
        ("btc", BITCOIN, vec![Say::Silence], ("unknown", Some("net-silent"))),
        ("btc", BITCOIN, vec![Say::Drip], ("unknown", Some("net-silent"))),
        ("eth", ETHEREUM, vec![Say::Silence], ("unknown", Some("net-silent"))),
        ("tron", BITCOIN, vec![page(b"{}"), Say::Silence], ("unknown", Some("net-silent"))),
        ("btc", BITCOIN, vec![many], ("unknown", Some("net-too-large"))),
        // What is decided stays decided; only what is good to know is missing.
        ("btc", BITCOIN, vec![page(CONFIRMED.as_bytes()), Say::Silence], ("confirmed", None)),
        ("btc", BITCOIN, vec![unconfirmed(), page(WAITING.as_bytes()), Say::Drip], ("pending", None)),
        ("btc", BITCOIN, vec![unconfirmed(), Say::Silence], ("unknown", Some("net-silent"))),
    ];
    thread::scope(|scope| {
        for (name, id, says, came) in cases {
            scope.spawn(move || {
                let chain = Chain::start();
                // The first question of a session also makes what asks.
                chain.node.says(&[page(b"{}")]);
                look_up_within(&chain, "tx", name, id, 4000);
                chain.node.says(&says);
                let begin = Instant::now();
                let finding = look_up_within(&chain, "tx", name, id, DEADLINE);
                let took = begin.elapsed();
                assert_eq!((key(&finding), reason(&finding)), came, "{name}");
                assert!(took <= Duration::from_millis(DEADLINE), "{name} {took:?}");
                assert_eq!(chain.node.heard().1, 0, "{name}");
            });
        }
    });
}

#[test]
fn nobody_there_is_said_at_once() {
    let chain = Chain::nobody();
    for (name, id) in [("btc", BITCOIN), ("eth", ETHEREUM), ("tron", BITCOIN)] {
        let finding = look_up_within(&chain, "tx", name, id, 4000);
        assert_eq!((key(&finding), reason(&finding)), ("unknown", Some("net-refused")), "{name}");
        assert!(finding.elapsed < Duration::from_secs(2));
    }
}
