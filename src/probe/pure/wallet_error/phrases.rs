//! The words by which each error is known.
//!
//! They are those of geth, Nethermind, Erigon, Besu and Parity, of ethers, viem and web3.js, of java-tron, Solana and Bitcoin
//! Core, of MetaMask, TronLink, Ledger, Trezor and WalletConnect, and of Chinese wallets and exchanges. Node messages keep
//! their wording for years, since other programs look for it too.

use super::words::Words;

/// An error, and phrases of which each one alone names it.
type Known = (&'static str, &'static [&'static str]);

/// The errors in the order in which they are believed: what a person did comes before what a program guessed, what names
/// its cause before what only says that something failed.
const FIRST: [Known; 5] = [
    (
        "rejected-by-user",
        &[
            "user rejected",
            "user denied",
            "user cancelled",
            "user canceled",
            "user declined",
            "user refused",
            "user aborted",
            "user disapproved",
            "user has rejected",
            "user has denied",
            "user has cancelled",
            "user closed modal",
            "user closed the modal",
            "rejected by user",
            "rejected by the user",
            "denied by user",
            "denied by the user",
            "cancelled by user",
            "cancelled by the user",
            "canceled by user",
            "canceled by the user",
            "declined by user",
            "declined by the user",
            "refused by user",
            "refused by the user",
            "aborted by user",
            "aborted by the user",
            "you rejected",
            "you cancelled",
            "you canceled",
            "you denied",
            "you declined",
            "action rejected",
            "action cancelled",
            "action canceled",
            "condition of use not satisfied",
            "conditions of use not satisfied",
            "0x6985",
            "0x5501",
            "用户拒绝",
            "用户取消",
            "用户已取消",
            "用户已拒绝",
            "用户主动取消",
            "用户终止",
            "用户中止",
            "用户放弃",
            "用戶拒絕",
            "用戶取消",
            "您取消了",
            "您拒绝了",
            "您已取消",
            "您已拒绝",
            "你取消了",
            "你拒绝了",
            "你已取消",
            "你已拒绝",
            "取消了签名",
            "拒绝了签名",
            "签名被拒绝",
            "签名已取消",
            "取消签名",
            "拒绝签名",
            "取消簽名",
            "拒絕簽名",
        ],
    ),
    (
        "out-of-energy",
        &[
            "out of energy",
            "not enough energy",
            "no enough energy",
            "insufficient energy",
            "energy insufficient",
            "energy not enough",
            "energy is not enough",
            "energy is insufficient",
            "能量不足",
            "能量不够",
            "能量不夠",
            "energy不足",
        ],
    ),
    (
        "nonce-too-low",
        &[
            "nonce too low",
            "nonce is too low",
            "nonce too small",
            "nonce has already been used",
            "nonce already used",
            "nonce is already used",
            "nonce expired",
            "old nonce",
            "already known",
            "known transaction",
            "same hash was already imported",
            "txn already in mempool",
            "txn already known",
            "already been processed",
            "nonce过低",
            "nonce太低",
            "nonce值过低",
            "nonce值太低",
            "nonce过小",
            "nonce太小",
            "nonce已被使用",
            "nonce已使用",
            "nonce已经使用",
            "nonce已经被使用",
        ],
    ),
    (
        "underpriced",
        &[
            "underpriced",
            "fee too low",
            "fee is too low",
            "gas price too low",
            "gas price is too low",
            "gas price supplied is too low",
            "gas price below",
            "replacement not allowed",
            "less than block base fee",
            "lower than the block base fee",
            "lower than block base fee",
            "below the current base fee",
            "cannot be less than the block base fee",
            "insufficient fee",
            "insufficient fees",
            "insufficient priority",
            "rejecting replacement",
            "relay fee not met",
            "min fee not met",
            "below minimum gas price",
            "矿工费过低",
            "矿工费太低",
            "手续费过低",
            "手续费太低",
            "礦工費過低",
            "手續費過低",
            "燃料费过低",
            "燃料费太低",
            "网络费过低",
            "gas费过低",
            "gas费太低",
            "gas价格过低",
            "gas价格太低",
            "gasprice过低",
            "gasprice太低",
        ],
    ),
    // Named before the fee: the amount alone is too much.
    ("insufficient-funds", &["insufficient funds for transfer", "insufficient balance for transfer"]),
];

/// The fee cannot be paid.
const FEE: Known = (
    "insufficient-gas",
    &[
        "gas price value",
        "intrinsic transaction cost",
        "upfront cost exceeds account balance",
        "total cost gas gas fee value",
        "sender doesnt have enough funds to send tx",
        "account resource insufficient",
        "bandwith error",
        "not enough gas",
        "insufficient bandwidth",
        "not enough bandwidth",
        "bandwidth insufficient",
        "no record of a prior credit",
        "fee is included",
        "too small to pay the fee",
    ],
);

/// What is left when nothing said so before.
const LAST: [Known; 2] = [
    (
        "reverted",
        &[
            "insufficient output amount",
            "insufficient liquidity",
            "insufficient allowance",
            "exceeds allowance",
            "insufficient input amount",
        ],
    ),
    (
        "insufficient-funds",
        &[
            "balance is not sufficient",
            "balance not sufficient",
            "balance not enough",
            "balance is not enough",
            "balance is insufficient",
            "balance insufficient",
            "balance too low",
            "balance is too low",
            "funds insufficient",
            "exceeds balance",
            "exceeds your balance",
            "exceeds the balance",
            "exceeds account balance",
            "exceeds available balance",
            "exceeds the available balance",
            "exceeds your available balance",
            "greater than your available balance",
            "余额不足",
            "余额不够",
            "餘額不足",
            "餘額不夠",
            "余额太低",
            "余额过低",
            "资金不足",
            "資金不足",
            "资产不足",
            "資產不足",
            "余额小于",
            "余额少于",
            "超出余额",
            "超过余额",
            "大于余额",
            "超出可用余额",
            "超过可用余额",
            "大于可用余额",
            "可用不足",
            "代币不足",
        ],
    ),
];

/// A contract, or the machine that runs it, refused.
const REVERTED: Known = (
    "reverted",
    &[
        "revert",
        "reverts",
        "reverted",
        "call exception",
        "unpredictable gas limit",
        "cannot estimate gas",
        "transaction may fail",
        "always failing",
        "invalid opcode",
        "bad instruction",
        "bad jump destination",
        "illegal operation",
        "out of gas",
        "vm exception",
        "vm execution error",
        "contract execution failed",
        "execution failed due to an exception",
        "custom program error",
        "gas required exceeds allowance",
        "合约执行失败",
        "合约执行出错",
        "合约执行错误",
        "合约调用失败",
        "合约方法执行失败",
        "合约拒绝",
        "合约回退",
        "合约回滚",
        "執行失敗合約",
        "合約執行失敗",
        "执行回滚",
        "执行被回滚",
        "交易回滚",
        "交易被回滚",
        "被合约拒绝",
    ],
);

/// What lacks.
const LACK: [&str; 10] = [
    "insufficient",
    "not enough",
    "not have enough",
    "doesnt have enough",
    "dont have enough",
    "isnt enough",
    "lack",
    "not sufficient",
    "insuficient",
    "no enough",
];
/// What is lacking when it is money, and when it is the fee.
const MONEY: [&str; 22] = [
    "fund", "funds", "balance", "balances", "coin", "coins", "token", "tokens", "money", "lamports", "assets",
    "crypto", "btc", "eth", "bnb", "matic", "pol", "avax", "trx", "sol", "usdt", "usdc",
];
const FEES: [&str; 5] = ["gas", "fee", "fees", "手续费", "矿工费"];
/// How many words behind the lack its object stands.
const NEAR: usize = 4;
const FAR: usize = 9;

/// What a fee is called in Chinese, and that it is lacking.
const FEES_ZH: [&str; 14] = [
    "矿工费",
    "礦工費",
    "手续费",
    "手續費",
    "gas",
    "燃料费",
    "燃料費",
    "燃料",
    "网络费",
    "網路費",
    "油费",
    "带宽",
    "主网币",
    "主币",
];
const LACK_ZH: [&str; 5] = ["不足", "不够", "不夠", "不足够", "余额不足"];

/// What Keplr says and no more; with words behind it, somebody else refused.
const BARE: &str = "request rejected";

/// EIP-1193's code for a refusal; other codes are shared by many errors.
const REFUSED: &str = "4001";

/// The error that the words name, and the words.
pub(super) fn class(words: &Words) -> Option<(&'static str, String)> {
    let by = |known: &[Known]| known.iter().find_map(|known| by_phrase(words, known));
    by(&FIRST)
        .or_else(|| sequence(words))
        .or_else(|| by(&[FEE]))
        .or_else(|| allowance(words))
        .or_else(|| lacking(words, &FEES, FAR).map(|seen| ("insufficient-gas", seen)))
        .or_else(|| lacking_zh(words).map(|seen| ("insufficient-gas", seen)))
        .or_else(|| by(&LAST))
        .or_else(|| lacking(words, &MONEY, NEAR).map(|seen| ("insufficient-funds", seen)))
        .or_else(|| by(&[REVERTED]))
        .or_else(|| words.end_with(BARE).then(|| ("rejected-by-user", BARE.to_owned())))
        .or_else(|| is_refused(words).then(|| ("rejected-by-user", REFUSED.to_owned())))
}

fn by_phrase(words: &Words, (class, phrases): &Known) -> Option<(&'static str, String)> {
    phrases.iter().find(|phrase| words.say(phrase)).map(|phrase| (*class, (*phrase).to_owned()))
}

/// A counter that is behind the one expected (Cosmos, Ganache): only numbers tell it from one that is ahead.
fn sequence(words: &Words) -> Option<(&'static str, String)> {
    const PAIRS: [(&str, &str, bool); 3] = [
        ("invalid nonce got", "expected", true),
        ("mismatch expected", "got", false),
        ("account has nonce of", "tx has nonce of", false),
    ];
    PAIRS.iter().find_map(|(first, second, is_used_first)| {
        let number = |phrase| {
            let (_, behind) = words.places(phrase).next()?;
            words.between(behind, behind + 1).first()?.parse::<u64>().ok()
        };
        let (first_number, second_number) = (number(first)?, number(second)?);
        let (used, expected) =
            if *is_used_first { (first_number, second_number) } else { (second_number, first_number) };
        (used < expected).then(|| ("nonce-too-low", format!("{first} {first_number} {second} {second_number}")))
    })
}

/// What is left for gas is no more than a small sum pays for: the account is empty (geth, `eth_estimateGas`).
fn allowance(words: &Words) -> Option<(&'static str, String)> {
    /// No block of a chain people use holds less.
    const BLOCK: u64 = 5_000_000;
    let (from, behind) = words.places("gas required exceeds allowance").next()?;
    let left: u64 = words.between(behind, behind + 1).first()?.parse().ok()?;
    (left < BLOCK).then(|| ("insufficient-gas", words.between(from, behind + 1).join(" ")))
}

/// Something that lacks, with its object near behind it: `not enough ETH to pay for gas`.
fn lacking(words: &Words, what: &[&str], reach: usize) -> Option<String> {
    LACK.iter().find_map(|lack| {
        words.places(lack).find_map(|(from, behind)| {
            let there = words.between(behind, behind + reach);
            let at = there.iter().position(|word| what.contains(&word.as_str()))?;
            Some(words.between(from, behind + at + 1).join(" "))
        })
    })
}

/// The same in Chinese, where the fee may stand before or behind: `矿工费不足`, `余额不足以支付手续费`.
fn lacking_zh(words: &Words) -> Option<String> {
    let han = words.han();
    LACK_ZH.iter().flat_map(|lack| FEES_ZH.iter().map(move |fee| (lack, fee))).find_map(|(lack, fee)| {
        let said = [
            format!("{fee}{lack}"),
            format!("{fee}余额{lack}"),
            format!("{lack}以支付{fee}"),
            format!("{lack}支付{fee}"),
            format!("{lack}以抵扣{fee}"),
            format!("{lack}以支付网络{fee}"),
            format!("{lack}无法支付{fee}"),
            format!("{lack}以付{fee}"),
        ];
        said.into_iter().find(|said| han.contains(said.as_str()))
    })
}

fn is_refused(words: &Words) -> bool {
    words.places(REFUSED).any(|(from, _)| {
        let before = words.between(from.saturating_sub(2), from);
        before.iter().any(|word| ["code", "error", "err", "errorcode"].contains(&word.as_str()))
    }) || ["错误码4001", "错误代码4001", "代码4001", "錯誤碼4001"].iter().any(|said| words.han().contains(said))
}
