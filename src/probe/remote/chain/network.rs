//! Chains by name: which names mean the same, what a node of theirs says it is, and what their coin is called.

use crate::profile::ExplorerKind;
use crate::profile::ExplorerKind::{Esplora, EthereumRpc, Tron};

/// A chain.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Network {
    /// How it is asked.
    pub(super) kind: ExplorerKind,
    /// The number that its nodes answer with (EIP-155); 0 for chains that have none.
    pub(super) id: u64,
    /// The code of its own coin; empty where the coins are worth nothing.
    pub(super) coin: &'static str,
    /// What it is called, in small letters, nothing between them.
    names: &'static str,
}

const fn of(kind: ExplorerKind, id: u64, coin: &'static str, names: &'static str) -> Network {
    Network { kind, id, coin, names }
}

/// The numbers are those of ethereum-lists/chains.
const NETWORKS: [Network; 31] = [
    of(Esplora, 0, "BTC", "bitcoin btc xbt 比特币"),
    of(Esplora, 0, "LTC", "litecoin ltc 莱特币"),
    of(Esplora, 0, "", "testnet testnet3 testnet4 signet bitcointestnet btctestnet bitcoinsignet"),
    of(Tron, 0, "TRX", "tron trx trc20 trc10 波场"),
    of(Tron, 0, "", "shasta nile tronshasta tronnile"),
    of(EthereumRpc, 1, "ETH", "ethereum eth erc20 以太坊"),
    of(EthereumRpc, 10, "ETH", "optimism op opmainnet"),
    of(EthereumRpc, 25, "CRO", "cronos"),
    of(EthereumRpc, 56, "BNB", "bnb bsc bep20 bnbchain bnbsmartchain binancesmartchain 币安智能链"),
    of(EthereumRpc, 61, "ETC", "ethereumclassic etc"),
    of(EthereumRpc, 100, "XDAI", "gnosis xdai"),
    of(EthereumRpc, 137, "POL", "polygon matic pol"),
    of(EthereumRpc, 204, "BNB", "opbnb"),
    of(EthereumRpc, 250, "FTM", "fantom ftm"),
    of(EthereumRpc, 324, "ETH", "zksync zksyncera"),
    of(EthereumRpc, 1101, "ETH", "polygonzkevm"),
    of(EthereumRpc, 1284, "GLMR", "moonbeam"),
    of(EthereumRpc, 5000, "MNT", "mantle"),
    of(EthereumRpc, 8453, "ETH", "base"),
    of(EthereumRpc, 42_161, "ETH", "arbitrum arb arbitrumone"),
    of(EthereumRpc, 42_220, "CELO", "celo"),
    of(EthereumRpc, 43_114, "AVAX", "avalanche avax avaxc cchain avalanchec"),
    of(EthereumRpc, 59_144, "ETH", "linea"),
    of(EthereumRpc, 81_457, "ETH", "blast"),
    of(EthereumRpc, 534_352, "ETH", "scroll"),
    of(EthereumRpc, 97, "", "bsctestnet bnbtestnet chapel"),
    of(EthereumRpc, 17_000, "", "holesky"),
    of(EthereumRpc, 43_113, "", "fuji avalanchefuji"),
    of(EthereumRpc, 80_002, "", "amoy polygonamoy"),
    of(EthereumRpc, 560_048, "", "hoodi"),
    of(EthereumRpc, 11_155_111, "", "sepolia ethereumsepolia"),
];

/// The chain of that name, as an author or a person writes it.
pub(super) fn named(name: &str) -> Option<&'static Network> {
    let name = plain(name);
    NETWORKS.iter().find(|network| network.names.split(' ').any(|own| own == name))
}

/// The chain whose nodes answer with that number.
pub(super) fn numbered(id: u64) -> Option<&'static Network> {
    NETWORKS.iter().find(|network| network.kind == EthereumRpc && network.id == id)
}

/// A name by its letters and figures.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
