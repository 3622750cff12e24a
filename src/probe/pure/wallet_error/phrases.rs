//! Which error the words name: by a phrase of `phrases.txt`, or by what is lacking, however it is said.

use super::words::{STOP, Words};

/// The phrases, each of which alone names its error.
const PHRASES: &str = include_str!("phrases.txt");

/// When a phrase is believed.
#[derive(PartialEq, Eq)]
enum Stage {
    /// It names the cause, whatever stands beside it.
    Sure,
    /// It says that the fee cannot be paid, unless something says more.
    Fee,
    /// It says what is lacking, unless it is the fee.
    Rest,
    /// It says that a contract, or the machine that runs it, refused, and not why.
    Failed,
}

/// What lacks.
const LACK: &str = "insufficient|not enough|not have enough|doesnt have enough|dont have enough|isnt enough|lack|not sufficient|insuficient|no enough";
/// What is lacking when it is money, and when it is the fee.
const MONEY: &str = "fund|funds|balance|balances|coin|coins|token|tokens|money|lamports|assets|crypto|btc|eth|bnb|matic|pol|avax|trx|sol|usdt|usdc";
const FEES: &str = "gas|fee|fees|energy|bandwidth";
/// How many words behind the lack its object stands.
const NEAR: usize = 4;
const FAR: usize = 9;

/// What a fee is called in Chinese, and that it is lacking.
const FEES_ZH: &str = "矿工费|礦工費|手续费|手續費|gas|gas费|燃料费|燃料費|燃料|网络费|網路費|油费|带宽|主网币|主币|主链币|原生币|矿工费用|手续费用|网络费用|燃料费用|gas费用";
const LINKS_ZH: &str = "以支付网络|以支付|支付|以抵扣|无法支付|無法支付|以付";
const LACK_ZH: &str = "不足|不够|不夠";

/// What Keplr says and no more; with words behind it, somebody else refused.
const BARE: &str = "request rejected";

/// The same where it is all there is: TronLink and others say no more.
const CANCELED: &str = "cancel|cancelled|canceled|transaction cancelled|transaction canceled|取消|已取消|交易已取消";

/// EIP-1193's code for a refusal; other codes are shared by many errors.
const REFUSED: &str = "4001";

/// The error that the words name, and the words. What a person did comes before what a program guessed, and what names its
/// cause before what only says that something failed.
pub(super) fn class(words: &Words) -> Option<(&'static str, String)> {
    phrase(words, &Stage::Sure)
        .or_else(|| sequence(words))
        .or_else(|| phrase(words, &Stage::Fee))
        .or_else(|| allowance(words))
        .or_else(|| lacking(words, FEES, FAR).map(|seen| ("insufficient-gas", seen)))
        .or_else(|| lacking_zh(words).map(|seen| ("insufficient-gas", seen)))
        .or_else(|| phrase(words, &Stage::Rest))
        .or_else(|| lacking(words, MONEY, NEAR).map(|seen| ("insufficient-funds", seen)))
        .or_else(|| phrase(words, &Stage::Failed))
        .or_else(|| {
            let said = CANCELED.split('|').find(|said| words.are(said))?;
            Some(("rejected-by-user", (*said).to_owned()))
        })
        .or_else(|| words.end_with(BARE).then(|| ("rejected-by-user", BARE.to_owned())))
        .or_else(|| is_refused(words).then(|| ("rejected-by-user", REFUSED.to_owned())))
}

/// The first phrase of a stage that is there.
fn phrase(words: &Words, wanted: &Stage) -> Option<(&'static str, String)> {
    let (mut stage, mut class) = (Stage::Sure, "");
    for line in PHRASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some((name, of)) = line.strip_prefix('[').and_then(|line| line.split_once("] ")) {
            class = of;
            stage = match name {
                "sure" => Stage::Sure,
                "fee" => Stage::Fee,
                "rest" => Stage::Rest,
                _ => Stage::Failed,
            };
        } else if stage == *wanted && words.say(line) {
            return Some((class, line.to_owned()));
        }
    }
    None
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
fn lacking(words: &Words, what: &str, reach: usize) -> Option<String> {
    LACK.split('|').find_map(|lack| {
        words.places(lack).find_map(|(from, behind)| {
            let there = words.between(behind, behind + reach);
            let sentence = there.iter().take_while(|word| *word != STOP);
            let mut sentence = sentence.map(String::as_str);
            let at = sentence.position(|word| what.split('|').any(|what| what == word))?;
            Some(words.between(from, behind + at + 1).join(" "))
        })
    })
}

/// The same in Chinese, where the fee may stand before or behind: `矿工费不足`, `余额不足以支付手续费`.
fn lacking_zh(words: &Words) -> Option<String> {
    let han = words.han();
    LACK_ZH.split('|').find_map(|lack| {
        han.match_indices(lack).find_map(|(at, _)| {
            let (before, behind) = (han.get(..at)?, han.get(at + lack.len()..)?);
            let before = before.strip_suffix("余额").or(before.strip_suffix("餘額")).unwrap_or(before);
            let paid = LINKS_ZH.split('|').find_map(|link| behind.strip_prefix(link));
            let is_said = |fee: &&str| before.ends_with(fee) || paid.is_some_and(|paid| paid.starts_with(fee));
            FEES_ZH.split('|').find(is_said).map(|fee| [fee, lack].concat())
        })
    })
}

fn is_refused(words: &Words) -> bool {
    words.places(REFUSED).any(|(from, _)| {
        let before = words.between(from.saturating_sub(2), from);
        before.iter().any(|word| ["code", "error", "err", "errorcode"].contains(&word.as_str()))
    }) || ["错误码4001", "错误代码4001", "代码4001", "錯誤碼4001"].iter().any(|said| words.han().contains(said))
}
