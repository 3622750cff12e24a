//! Are two addresses the same?
//!
//! Somebody who wants the next payment sends a little from an address that begins and ends as one in the history does, and
//! waits for it to be copied. People compare four to six characters at each end, so that is what is compared here too.

use super::address::{Flaw, OF_TON, bare, read};
use super::{found, input, missing, short};
use crate::domain::drawn_like;
use crate::flow::probe::{Finding, ProbeCall};
use crate::i18n::Message;
use unicode_normalization::UnicodeNormalization;

/// Equal characters at both ends that a glance takes for the same address.
const BOTH: usize = 3;
/// Equal characters at one end alone: many look at nothing but the last.
const ONE: usize = 5;
/// Characters by which two addresses may differ and look alike all the same.
const FEW: usize = 4;

/// Longer texts are no addresses; comparing them takes long.
const LONGEST: usize = 130;

/// Compares the two.
pub(in crate::probe) fn check(call: &ProbeCall) -> Finding {
    let text = |name| input(call, name).map(bare).filter(|text| !text.is_empty());
    let (Some(a), Some(b)) = (text("a"), text("b")) else { return missing() };
    let shortened = |text: &str| read(text) == Err(Flaw::Shortened);
    if shortened(&a) || shortened(&b) {
        return compare_ends(&a, &b);
    }
    let same = match (read(&a), read(&b)) {
        (Ok(a), Ok(b)) => a.is_same(&b),
        _ => a == b,
    };
    if same {
        return found("same", short(&a, LONGEST));
    }
    let result = if look_alike(&a, &b) { "look-alike" } else { "different" };
    found(result, format!("{} / {}", short(&a, LONGEST), short(&b, LONGEST)))
}

/// Of an address that a wallet shows shortened only the ends are known: they can prove a difference and nothing else.
fn compare_ends(a: &str, b: &str) -> Finding {
    let gap = |sign: char| matches!(sign, '.' | '…' | '*' | '⋯');
    let ends = |text: &str| {
        let small = text.to_lowercase();
        let head = small.split(gap).next().unwrap_or_default().to_owned();
        (head, small.rsplit(gap).next().unwrap_or_default().to_owned())
    };
    let ((head_a, tail_a), (head_b, tail_b)) = (ends(a), ends(b));
    let begin = head_a.starts_with(&head_b) || head_b.starts_with(&head_a);
    let end = tail_a.ends_with(&tail_b) || tail_b.ends_with(&tail_a);
    // One address of TON begins with `EQ` in one wallet and with `UQ` in another; the checksum at its end follows that.
    let of_ton = |text: &str| OF_TON.iter().find(|beginning| text.starts_with(**beginning)).copied();
    let other_flag = of_ton(a).zip(of_ton(b)).is_some_and(|(a, b)| a != b);
    let same_behind = head_a.get(1..).zip(head_b.get(1..)).is_some_and(|(a, b)| a.starts_with(b) || b.starts_with(a));
    if (begin && end) || (other_flag && same_behind) {
        return Finding::unknown(Message::new("probe-address-shortened"));
    }
    found("different", format!("{} / {}", short(a, LONGEST), short(b, LONGEST)))
}

/// Whether a glance takes one for the other.
fn look_alike(a: &str, b: &str) -> bool {
    if a.len() > LONGEST || b.len() > LONGEST {
        return false;
    }
    let (begin_a, begin_b) = (begin(a), begin(b));
    let (a, b) = (seen(a), seen(b));
    let after = |first, second| equal(a.iter().skip(first), b.iter().skip(second));
    // Where only one has the beginning of a chain they are compared from the first sign too: whoever made the other did
    // not have to keep to a form.
    let head = after(begin_a, begin_b).max(if begin_a == begin_b { 0 } else { after(1, 1) });
    let tail = equal(a.iter().rev(), b.iter().rev());
    let text = |signs: &[char]| signs.iter().collect::<String>();
    // What is shorter than this is no address, and then everything is near to everything.
    let is_long = a.len().min(b.len()) >= 4 * FEW;
    let is_near = || strsim::osa_distance(&text(&a), &text(&b)) <= FEW;
    is_long && ((head >= BOTH && tail >= BOTH) || head >= ONE || tail >= ONE || is_near())
}

fn equal<'s>(a: impl Iterator<Item = &'s char>, b: impl Iterator<Item = &'s char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// An address as the eye sees it: letters of either size, drawn alike or as digits are.
fn seen(text: &str) -> Vec<char> {
    let small = text.nfkc().flat_map(char::to_lowercase).map(|sign| drawn_like(sign).unwrap_or(sign));
    let like = |sign| match sign {
        '0' => 'o',
        '1' | 'i' | '|' => 'l',
        '5' => 's',
        '8' => 'b',
        '2' => 'z',
        '9' | 'q' => 'g',
        other => other,
    };
    small.filter(|sign| !matches!(sign, ' ' | '-')).map(like).collect()
}

/// Where what is an address's own begins: every address of a chain has the same in front.
fn begin(text: &str) -> usize {
    let has = |with: &&str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    // Bech32 knows letters of one size only (BIP-173); in Base58, which has both, such a beginning is chance.
    let in_base58 =
        text.bytes().any(|byte| byte.is_ascii_lowercase()) && text.bytes().any(|byte| byte.is_ascii_uppercase());
    let bech32 = ["bc1q", "bc1p", "tb1q", "tb1p", "ltc1q", "cosmos1"].into_iter().filter(|_| !in_base58);
    bech32.chain(["0x"]).find(has).map_or(1, str::len)
}
