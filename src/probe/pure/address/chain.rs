//! What chains are called, and whose addresses they take.

use super::Address;

/// Chains whose addresses have one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::probe) enum Family {
    /// Bitcoin.
    Bitcoin,
    /// Ethereum and the chains that took its addresses over.
    Evm,
    /// Tron.
    Tron,
    /// Bank accounts (IBAN).
    Bank,
    /// Litecoin.
    Litecoin,
    /// Dogecoin.
    Dogecoin,
    /// The XRP Ledger.
    Xrp,
    /// Stellar.
    Stellar,
    /// Solana.
    Solana,
    /// TON.
    Ton,
    /// The Cosmos Hub.
    Cosmos,
    /// Cardano.
    Cardano,
    /// A chain of which no more is known than the form of its addresses.
    Other,
}

/// A chain by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chain {
    family: Family,
    /// Whether its coins are worth nothing.
    pub(super) is_test: bool,
}

/// Names of chains, token standards and coins, in small letters without hyphens, a space between.
const NAMES: [(Family, &str); 12] = [
    (Family::Bitcoin, "bitcoin btc xbt segwit taproot brc20 omni 比特币 比特幣"),
    (
        Family::Evm,
        "evm ethereum eth erc20 erc721 以太坊 bnb bsc bep20 bnbchain bnbsmartchain binancesmartchain 币安智能链 opbnb \
         polygon matic pol polygonzkevm arbitrum arb arbitrumone arbitrumnova optimism op base avalanche avax \
         avaxc avaxcchain cchain linea zksync zksyncera gnosis xdai fantom ftm sonic cronos celo scroll \
         mantle blast moonbeam moonriver aurora kaia heco okc xlayer ethereumclassic etc berachain unichain \
         worldchain taiko manta mode zora metis boba hyperevm monad 1 10 56 100 137 324 8453 42161 43114 \
         59144",
    ),
    (Family::Tron, "tron trx trc20 trc10 波场 波場"),
    (Family::Bank, "iban bank banktransfer bankaccount sepa swift 银行 銀行"),
    (Family::Litecoin, "litecoin ltc 莱特币"),
    (Family::Dogecoin, "dogecoin doge 狗狗币"),
    (Family::Xrp, "xrp xrpl xrpledger ripple 瑞波"),
    (Family::Stellar, "stellar xlm 恒星"),
    (Family::Solana, "solana sol spl"),
    (Family::Ton, "ton toncoin jetton"),
    (Family::Cosmos, "cosmos cosmoshub atom"),
    (Family::Cardano, "cardano ada"),
];

/// Names of test networks that do not say whose they are.
const TESTS: [(Family, &str); 4] = [
    (Family::Bitcoin, "testnet testnet3 testnet4 signet regtest tbtc"),
    (Family::Evm, "sepolia goerli holesky hoodi amoy mumbai fuji chapel 11155111"),
    (Family::Tron, "shasta nile"),
    (Family::Solana, "devnet"),
];

impl Family {
    /// Its name, the same in both languages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bitcoin => "Bitcoin",
            Self::Evm => "Ethereum/EVM",
            Self::Tron => "Tron",
            Self::Bank => "IBAN",
            Self::Litecoin => "Litecoin",
            Self::Dogecoin => "Dogecoin",
            Self::Xrp => "XRP Ledger",
            Self::Stellar => "Stellar",
            Self::Solana => "Solana",
            Self::Ton => "TON",
            Self::Cosmos => "Cosmos",
            Self::Cardano => "Cardano",
            Self::Other => "?",
        }
    }
}

impl Chain {
    /// The chain of that name, as an author or a person writes it; `None`: one whose addresses nobody here can read.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name: String = name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let find = |table: &[(Family, &str)], name: &str| {
            table.iter().find(|(_, names)| names.split(' ').any(|known| known == name)).map(|(family, _)| *family)
        };
        if let Some(family) = find(&NAMES, &name) {
            return Some(Self { family, is_test: false });
        }
        // `bsc-testnet`, `base-sepolia`, `sepolia`.
        let of =
            ["testnet", "sepolia", "test", "nile", "shasta", "signet"].iter().find_map(|end| name.strip_suffix(end));
        let family = find(&TESTS, &name).or_else(|| find(&NAMES, of?))?;
        Some(Self { family, is_test: true })
    }

    /// Whether the address is one of this chain. Most chains use the same addresses for tests; Bitcoin does not.
    pub(super) fn takes(self, address: &Address) -> bool {
        // Litecoin's first addresses of scripts are Bitcoin's.
        let is_shared = self.family == Family::Litecoin && address.family == Family::Bitcoin && address.form == "P2SH";
        let is_own = address.family == self.family || is_shared;
        is_own && (address.is_test || !self.is_test || self.family != Family::Bitcoin)
    }
}
