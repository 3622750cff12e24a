//! Which explorer is asked, and what a paste has to be before anything is.

use super::super::{call, reason};
use super::{NOW, with_explorers};
use crate::harness::cases;
use proptest::prelude::*;
use std::time::Duration;
use walletfix::flow::probe::{Finding, ProbeKind};
use walletfix::library;
use walletfix::parse::read_pack;
use walletfix::probe::{Background, Prober as _, World, hosts};
use walletfix::profile::ExplorerKind::{Esplora, EthereumRpc, Tron};

const BITCOIN: &str = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16";
const ETHEREUM: &str = "0x5ec2a2868ecf6497bea7a36fdb2aaf5e1d7488e4a966440af14e4f636d7f23e0";
const ACCOUNT: &str = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

/// Nobody listens there; nothing in this file may ask.
fn profile() -> World {
    with_explorers(&[
        ("btc", Esplora, "https://explorer.example/api"),
        ("tron", Tron, "https://tron.example:8090"),
        ("eth", EthereumRpc, "https://eth.example/v3/key"),
        ("bsc", EthereumRpc, "https://bsc.example"),
    ])
}

fn asked(world: &World, probe: ProbeKind, inputs: &[(&str, &str)]) -> Vec<String> {
    hosts(&call("looked-up", probe, 4000, inputs), &world.profile)
}

/// What comes without any host.
fn found(world: World, probe: ProbeKind, inputs: &[(&str, &str)]) -> Finding {
    assert_eq!(asked(&world, probe, inputs), Vec::<String>::new());
    let mut checks = Background::new(world, || NOW.parse().expect("an instant"));
    let call = call("looked-up", probe, 4000, inputs);
    checks.start(&call);
    checks.poll(&call, Duration::from_secs(5)).expect("a finding")
}

#[test]
fn the_chain_that_was_named_is_asked() {
    let tx = |id: &str, chain: &str| asked(&profile(), ProbeKind::TxStatus, &[("tx", id), ("chain", chain)]);
    for (id, chain, host) in [
        (BITCOIN, "btc", "explorer.example"),
        (BITCOIN, "bitcoin", "explorer.example"),
        (BITCOIN, " BTC ", "explorer.example"),
        (BITCOIN, "tron", "tron.example:8090"),
        (BITCOIN, "TRC-20", "tron.example:8090"),
        (ETHEREUM, "eth", "eth.example"),
        (ETHEREUM, "erc20", "eth.example"),
        (ETHEREUM, "BEP20", "bsc.example"),
        (ETHEREUM, "bnb", "bsc.example"),
    ] {
        assert_eq!(tx(id, chain), [host], "{chain}");
    }
    let balance = [("address", ACCOUNT), ("chain", "bnb")];
    assert_eq!(asked(&profile(), ProbeKind::AddressBalance, &balance), ["bsc.example"]);
}

/// Flows ask which network it is; each word leads to the host of that chain, and the others to none.
#[test]
fn the_words_of_the_shipped_flows_lead_to_the_shipped_explorers() {
    let (pack, _) = read_pack(&library::embedded(false));
    let mut tried = 0;
    for profile in pack.profiles.values().filter(|profile| !profile.explorers.is_empty()) {
        tried += 1;
        let world = World { profile: profile.clone(), ..self::profile() };
        for (chain, id, host) in [
            ("bitcoin", BITCOIN, Some("bitcoin")),
            ("ethereum", ETHEREUM, Some("ethereum")),
            ("tron", BITCOIN, Some("tron")),
            ("evm", ETHEREUM, None),
            ("other", BITCOIN, None),
        ] {
            let asked = asked(&world, ProbeKind::TxStatus, &[("tx", id), ("chain", chain)]);
            let own = host.and_then(|host| profile.explorers.get(host)).map(|explorer| explorer.url.clone());
            assert_eq!(asked.len(), usize::from(host.is_some()), "{chain}");
            assert!(asked.iter().all(|asked| own.as_ref().is_some_and(|own| own.contains(asked.as_str()))), "{chain}");
        }
    }
    assert!(tried > 0);
}

#[test]
fn one_chain_of_a_kind_does_not_stand_for_the_others() {
    for chain in ["evm", "polygon", "solana", "dogecoin", "", "0"] {
        let found = found(profile(), ProbeKind::TxStatus, &[("tx", ETHEREUM), ("chain", chain)]);
        assert_eq!(reason(&found), Some("chain-not-on-file"), "{chain}");
    }
    let twice = with_explorers(&[("btc", Esplora, "https://a.example"), ("xbt", Esplora, "https://b.example")]);
    let own = [("tx", BITCOIN), ("chain", "xbt")];
    assert_eq!(asked(&twice, ProbeKind::TxStatus, &own), ["b.example"], "its own name is enough");
    let found = found(twice, ProbeKind::TxStatus, &[("tx", BITCOIN), ("chain", "bitcoin")]);
    assert_eq!(reason(&found), Some("chain-fits-several"));
}

#[test]
fn without_a_chain_the_form_decides_if_it_can() {
    let bitcoin = with_explorers(&[
        ("btc", Esplora, "https://explorer.example/api"),
        ("eth", EthereumRpc, "https://eth.example"),
    ]);
    assert_eq!(asked(&bitcoin, ProbeKind::TxStatus, &[("tx", BITCOIN)]), ["explorer.example"]);
    assert_eq!(asked(&bitcoin, ProbeKind::TxStatus, &[("tx", ETHEREUM)]), ["eth.example"]);
    let tx = |world: World, id: &str| found(world, ProbeKind::TxStatus, &[("tx", id)]);
    assert_eq!(reason(&tx(profile(), BITCOIN)), Some("chain-fits-several"));
    assert_eq!(reason(&tx(profile(), ETHEREUM)), Some("chain-fits-several"));
    assert_eq!(reason(&tx(with_explorers(&[]), BITCOIN)), Some("chain-none-on-file"));
    let tron = with_explorers(&[("tron", Tron, "https://tron.example")]);
    assert_eq!(reason(&tx(tron, ETHEREUM)), Some("chain-none-of-form"));
    assert_eq!(reason(&found(profile(), ProbeKind::TxStatus, &[])), Some("probe-input-missing"));
}

#[test]
fn what_was_pasted_is_named_and_sent_to_nobody() {
    let half = &BITCOIN[..60];
    let long = format!("{ETHEREUM}00");
    for (text, chain, key) in [
        (ACCOUNT, "eth", "chain-tx-is-address"),
        (&ACCOUNT[2..], "eth", "chain-tx-is-address"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "tron", "chain-tx-is-address"),
        ("41a614f803b6fd780986a42c78ec9c7f77e6ded13c", "tron", "chain-tx-is-address"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "btc", "chain-tx-is-address"),
        (half, "btc", "chain-tx-length"),
        (&long, "eth", "chain-tx-length"),
        ("0x5ec2a2...6d7f23e0", "eth", "chain-tx-shortened"),
        ("0x5ec2a2…6d7f23e0", "eth", "chain-tx-shortened"),
        ("20260319120000123456", "btc", "chain-tx-no-id"),
        ("not a hash", "btc", "chain-tx-no-id"),
        ("0x", "eth", "chain-tx-no-id"),
        ("https://example.com/tx/", "eth", "chain-tx-no-id"),
        (BITCOIN, "eth", "chain-tx-other"),
        (ETHEREUM, "btc", "chain-tx-other"),
        (ETHEREUM, "tron", "chain-tx-other"),
    ] {
        let found = found(profile(), ProbeKind::TxStatus, &[("tx", text), ("chain", chain)]);
        assert_eq!((reason(&found), &found.observed), (Some(key), &None), "{text} {chain}");
    }
}

#[test]
fn blanks_signs_and_pages_around_an_id_do_not_matter() {
    let digits = &ETHEREUM[2..];
    let spaced = format!(" 0x{} {}\n", &digits[..30], &digits[30..]);
    for text in [
        spaced.as_str(),
        &ETHEREUM.to_uppercase(),
        &format!("“{ETHEREUM}”。"),
        &format!("https://etherscan.io/tx/{ETHEREUM}"),
        &format!("https://etherscan.io/tx/{ETHEREUM}#eventlog"),
        &format!("https://example.com/search?q={ETHEREUM}&lang=zh"),
        &format!("\u{200b}{ETHEREUM}\u{feff}"),
    ] {
        assert_eq!(
            asked(&profile(), ProbeKind::TxStatus, &[("tx", text), ("chain", "eth")]),
            ["eth.example"],
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(256)) })]

    /// Whatever is pasted, nobody is asked about anything but 64 digits.
    #[test]
    fn only_an_id_is_asked_about(before in "\\PC{0,20}", digits in "[0-9a-fA-F]{60,68}", after in "\\PC{0,20}", glued in any::<bool>()) {
        let paste = if glued { format!("{before}{digits}{after}") } else { digits.clone() };
        let asked = asked(&profile(), ProbeKind::TxStatus, &[("tx", &paste), ("chain", "btc")]);
        let hex: String = paste.chars().filter(char::is_ascii_hexdigit).collect();
        prop_assert!(asked.is_empty() || hex.len() >= 64, "{paste}");
        prop_assert!(glued || asked.len() == usize::from(digits.len() == 64), "{paste}");
    }

    /// Blanks and size are nothing; one digit more or less is.
    #[test]
    fn an_id_is_known_in_any_spelling(digits in "[0-9a-f]{64}", at in prop::collection::vec(0..64_usize, 0..5), capitals in any::<bool>()) {
        let mut signs: Vec<char> = if capitals { digits.to_uppercase() } else { digits }.chars().collect();
        for at in at {
            signs.insert(at, [' ', '\n', '\u{3000}', '\u{200b}'][at % 4]);
        }
        let mut paste: String = signs.into_iter().collect();
        prop_assert_eq!(asked(&profile(), ProbeKind::TxStatus, &[("tx", &paste), ("chain", "btc")]), ["explorer.example"]);
        paste.push('0');
        prop_assert!(asked(&profile(), ProbeKind::TxStatus, &[("tx", &paste), ("chain", "btc")]).is_empty());
    }

    #[test]
    fn no_address_is_asked_about_that_is_not_whole(text in "\\PC{0,60}", chain in "(btc|eth|tron|bsc|x)") {
        let asked = asked(&profile(), ProbeKind::AddressBalance, &[("address", &text), ("chain", &chain)]);
        prop_assert!(asked.is_empty(), "{text}");
    }
}
