//! Raw private keys: 64 hex digits, in one piece or in groups, and seeds of 128.

mod group;

use super::base58::run::{before, leads, says};
use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;
use group::{Group, chains};
use std::ops::Range;

/// The digits of a key, and those of a seed (BIP-32) or of a key with its public half.
const KEY: usize = 64;
const SEED: usize = 128;

/// What people call it. Such a word before it makes a key of less likely digits.
const CUES: [&str; 16] = [
    "私钥",
    "密钥",
    "秘钥",
    "private key",
    "privatekey",
    "private_key",
    "private-key",
    "privkey",
    "priv key",
    "priv_key",
    "secret key",
    "secretkey",
    "secret_key",
    "secret",
    "seed",
    "种子",
];

/// Finds raw keys.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    let text = reading.text();
    // Every sixth character at least: without them there is no key.
    if text.len() < KEY / 2 {
        return;
    }
    let mut keys = Keys { lower: reading.lower(), found: Vec::new(), said: false, seeds: Vec::new() };
    for chain in chains(text) {
        keys.read(&chain);
    }
    for range in keys.seeds {
        report(range, Kind::PrivateKey, Confidence::Likely);
    }
    // Nobody can tell one number of 64 digits from a transaction's where that is asked for.
    if format == TextFormat::TxHash && keys.found.len() == 1 && !keys.said {
        return;
    }
    for range in keys.found {
        report(range, Kind::PrivateKey, Confidence::Likely);
    }
}

struct Keys<'t> {
    lower: &'t str,
    /// What has the length of a transaction number.
    found: Vec<Range<usize>>,
    /// Whether one of them is called a key.
    said: bool,
    /// What has another length, and so is none.
    seeds: Vec<Range<usize>>,
}

impl Keys<'_> {
    /// Finds the keys in a chain of groups.
    fn read(&mut self, chain: &[Group]) {
        for group in chain {
            self.read_one(group);
        }
        let mut start = 0;
        let mut end = 0;
        let mut sum = 0;
        // Two ends that only move on: however long the chain, every group is added and taken away once for each length.
        for whole in [KEY, SEED] {
            while let Some(group) = chain.get(end) {
                sum += group.digits.len();
                end += 1;
                while sum > whole {
                    sum -= chain.get(start).map_or(0, |group| group.digits.len());
                    start += 1;
                }
                if sum == whole && end - start > 1 && self.is_split(chain, start..end) {
                    let range = chain[start].range.start..chain[end - 1].range.end;
                    if whole == KEY { self.keep(range) } else { self.seeds.push(range) }
                }
            }
            (start, end, sum) = (0, 0, 0);
        }
    }

    /// A key in one piece.
    fn read_one(&mut self, group: &Group) {
        let length = group.digits.len();
        let said = || says(before(self.lower, group.range.start, 40), &CUES);
        // The page of a transaction in an explorer is public.
        if ["/tx/", "/transaction/"].iter().any(|path| before(self.lower, group.range.start, 16).ends_with(path)) {
            return;
        }
        let whole = length == KEY || length == SEED;
        if whole && (self.is_chance(group) || said()) {
            if length == KEY {
                self.keep(group.range.clone());
            } else {
                self.seeds.push(group.range.clone());
            }
            return;
        }
        // The mark of a compressed public key, which some programs put behind the key (Bitcoin wiki, WIF).
        let marked = length == KEY + 2 && self.digits(group).ends_with("01") && said();
        // A part of a key, or one of another system. 40 digits behind 0x are an address.
        let part = (32..KEY + 8).contains(&length)
            && !(length == 40 && group.range.len() > length)
            && self.is_chance(group)
            && leads(self.lower, group.range.start, &CUES);
        if marked || part {
            self.seeds.push(group.range.clone());
        }
    }

    fn keep(&mut self, range: Range<usize>) {
        self.said |= says(before(self.lower, range.start, 24), &CUES);
        self.found.push(range);
    }

    fn digits(&self, group: &Group) -> &str {
        self.lower.get(group.digits.clone()).unwrap_or_default()
    }

    /// Digits as chance makes them: some of them letters, and not the zeros that stand before a number or a block's hash.
    fn is_chance(&self, group: &Group) -> bool {
        let digits = self.digits(group);
        let letters = digits.bytes().filter(u8::is_ascii_alphabetic).count();
        letters > 0 && letters < digits.len() && !digits.starts_with("00000000")
    }

    /// Whether groups are the pieces of one key.
    fn is_split(&self, chain: &[Group], window: Range<usize>) -> bool {
        let Some(groups) = chain.get(window.clone()) else { return false };
        let ([first, ..], [.., last]) = (groups, groups) else { return false };
        if groups.iter().any(|group| group.digits.len() < 2 || group.digits.len() >= KEY || group.glued) {
            return false;
        }
        // More groups of the same size on either side: a dump of something longer.
        let longer = |at: Option<usize>| {
            at.and_then(|at| chain.get(at)).is_some_and(|group| {
                group.digits.len() == first.digits.len() || group.digits.len() == last.digits.len() && groups.len() > 2
            })
        };
        if longer(window.start.checked_sub(1)) || longer(Some(window.end)) {
            return false;
        }
        // Commas stand between bytes, not between the lines of a key; and two UUIDs have 64 digits too.
        let sized = |group: &Group| group.digits.len() == first.digits.len() && group.digits.len() <= 8;
        let listed = groups.iter().skip(1).any(|group| group.comma) && !groups.iter().all(sized);
        let uuid = groups.iter().map(|group| group.digits.len()).take(5).eq([8, 4, 4, 4, 12]);
        if listed || uuid {
            return false;
        }
        let letters: usize = groups.iter().map(|group| group.letters).sum();
        let digits = groups.iter().map(|group| group.digits.len()).sum::<usize>() - letters;
        // Of 64 digits by chance 24 are letters; fewer than eight are one in a hundred thousand, and dates, times and
        // amounts in a row.
        (letters >= 8 && digits >= 12) || (letters > 0 && leads(self.lower, first.range.start, &CUES))
    }
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::find;
    use proptest::prelude::any;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    /// Digits that a script took from SHA-256 of a sentence.
    const KEY: &str = "9b1c3f7a5de04826c1f0a94be37d52860fa9c4d17b35e2886d4f1a0c93b7e251";

    fn found(text: &str, format: TextFormat) -> Vec<String> {
        find(text, format).into_iter().map(|found| text.get(found.span).unwrap_or_default().to_owned()).collect()
    }

    fn grouped(size: usize, sign: &str) -> String {
        let groups: Vec<&str> =
            (0..KEY.len()).step_by(size).filter_map(|at| KEY.get(at..(at + size).min(64))).collect();
        groups.join(sign)
    }

    #[test]
    fn finds_keys_however_they_are_written() {
        let mut writings = vec![KEY.to_owned(), format!("0x{KEY}"), format!("0X{}", KEY.to_uppercase()), KEY.repeat(2)];
        for size in [2, 4, 5, 8, 16, 32, 40] {
            writings.extend([" ", "\n", "-", ":", "\r\n  "].map(|sign| grouped(size, sign)));
        }
        writings.push(format!("0x{}", grouped(2, ", 0x")));
        for key in writings {
            for text in [
                key.clone(),
                format!("我的私钥是{key}，转不出去"),
                format!("私钥{key}没用"),
                format!("I typed \"{key}\" and it failed"),
                format!("key:{key}"),
            ] {
                assert_eq!(found(&text, TextFormat::Free), [key.as_str()], "{text}");
            }
        }
        let wide: String = KEY.chars().filter_map(|c| char::from_u32(u32::from(c) + 0xfee0)).collect();
        assert_eq!(found(&format!("私钥：{wide}。"), TextFormat::Free), [wide.as_str()]);
        let marked = format!("{KEY}01");
        assert_eq!(found(&format!("private key {marked}"), TextFormat::Free), [marked.as_str()]);
        let nines = "9".repeat(64);
        assert_eq!(found(&format!("private key {nines}"), TextFormat::Free), [nines.as_str()]);
        assert_eq!(found(&format!("my private key is {}", &KEY[..60]), TextFormat::Free), [&KEY[..60]]);
    }

    #[test]
    fn a_transaction_number_is_none_where_one_is_asked_for() {
        for text in [KEY.to_owned(), format!("0x{KEY}"), format!(" 0x{KEY} "), grouped(32, "\n"), format!("tx: {KEY}")]
        {
            assert!(found(&text, TextFormat::TxHash).is_empty(), "{text}");
            assert_eq!(found(&text, TextFormat::Address).len(), 1, "{text}");
        }
        assert_eq!(found(&format!("{KEY} 私钥 0x{KEY}"), TextFormat::TxHash).len(), 2);
        assert_eq!(found(&format!("my private key {KEY}"), TextFormat::TxHash), [KEY]);
        assert_eq!(found(&KEY.repeat(2), TextFormat::TxHash).len(), 1);
    }

    #[test]
    fn other_hex_stays() {
        for text in [
            format!("0xa9059cbb{}{}", "0".repeat(24), &KEY[..40].repeat(3)),
            format!("0x{}", &KEY[..40]),
            format!("合约 0x{}，网络 BSC", &KEY[..40]),
            format!("commit {}", &KEY[..40]),
            format!("md5 {}", &KEY[..32]),
            format!("02{KEY}"),
            format!("04{KEY}{KEY}"),
            "550e8400-e29b-41d4-a716-446655440000 6ba7b810-9dad-11d1-80b4-00c04fd430c8".to_owned(),
            format!("block 00000000000000000002{}", &KEY[..44]),
            "1234567890".repeat(6) + "1234",
            "2024-01-02 12:30:45 added 10.00 face 2024-01-03 12:31:00 dead 20.00 2024-01-04 12:30:45 beef 1000"
                .to_owned(),
            grouped(2, " ").repeat(3),
            "0x3f0,0x3e,0x400,0x3f,0x410,0x40,0x420,0x41,0x430,0x42,0x440,0x43,0x450,0x44,0x460,0x45,0x47a,0x4b,0x4c,0x4d,0x4e,0x4f"
                .to_owned(),
        ] {
            assert!(found(&text, TextFormat::Free).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn finds_any_key_anywhere(key in any::<[u8; 32]>(), left in "[是：，。 \"(]", right in "[了，。 \")]", size in 2usize..40) {
            let digits: String = key.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| {
                char::from_digit(u32::from(digit), 16)
            }).collect();
            let text = format!("{left}{digits}{right}");
            prop_assert_eq!(found(&text, TextFormat::Free), [digits.as_str()]);
            let groups: Vec<&str> = (0..64).step_by(size).filter_map(|at| digits.get(at..(at + size).min(64))).collect();
            if groups.iter().all(|group| group.len() > 1) {
                let split = groups.join(" ");
                prop_assert_eq!(found(&format!("{left}{split}{right}"), TextFormat::Free), [split.as_str()]);
            }
            prop_assert!(found(&text, TextFormat::TxHash).is_empty());
        }
    }
}
