//! What a page says in its own words, without anything that somebody could open, write to or call: those come from the
//! profile only, and a page that was taken over would name others.
//!
//! Rather too much is left out than too little. Whoever wants the rest finds it on the page.

use super::clean::{cut, line};
use unicode_normalization::UnicodeNormalization;

/// Stands where something was left out.
const LEFT_OUT: &str = "[...]";

/// Digits of one group, and of several, that could be called; short lines for help have five.
const GROUP: usize = 5;
const GROUPS: usize = 7;

/// Signs between two groups of one number.
const JOINT: usize = 3;

/// Networks where people have a name.
const NETWORKS: [&str; 9] = ["telegram", "whatsapp", "wechat", "weixin", "discord", "skype", "微信", "电报", "qq"];

/// The text as [`clean`](super::clean::clean) leaves it, without addresses, handles and long numbers.
pub fn quote(text: &str, columns: usize) -> String {
    cut(&without_contacts(&line(text)), columns)
}

fn without_contacts(line: &str) -> String {
    let written: Vec<char> = line.chars().collect();
    let mut left_out = vec![false; written.len()];
    let read = folded(&written);
    addresses(&read, &mut left_out);
    numbers(&read, &mut left_out);
    names(&read, &mut left_out);
    let mut out = String::new();
    for (at, sign) in written.iter().enumerate() {
        match (left_out[at], at > 0 && left_out[at - 1]) {
            (false, _) => out.push(*sign),
            (true, false) => out.push_str(LEFT_OUT),
            (true, true) => {}
        }
    }
    out
}

/// Each sign as people read it: full-width and ornamental ones are plain ones, and the Chinese full stop between two Latin
/// letters is a dot.
fn folded(written: &[char]) -> Vec<char> {
    let plain = |sign: &char| sign.nfkc().next().unwrap_or(*sign).to_ascii_lowercase();
    let mut read: Vec<char> = written.iter().map(plain).collect();
    for at in 1..read.len().saturating_sub(1) {
        if read[at] == '。' && read[at - 1].is_ascii_alphanumeric() && read[at + 1].is_ascii_alphanumeric() {
            read[at] = '.';
        }
    }
    read
}

fn is_han(sign: char) -> bool {
    crate::wording::is_han(sign) || sign == '〇'
}

/// Pages, mailboxes and handles, with everything that is written together with them.
fn addresses(read: &[char], left_out: &mut [bool]) {
    let belongs = |sign: char| {
        (sign.is_alphanumeric() && !is_han(sign))
            || matches!(sign, '.' | '/' | ':' | '@' | '-' | '_' | '%' | '?' | '=' | '&' | '#' | '~' | '+' | '\\')
            || matches!(sign, '[' | ']' | '(' | ')' | '{' | '}')
    };
    let mut at = 0;
    while at < read.len() {
        let end = at + read[at..].iter().take_while(|sign| belongs(**sign)).count();
        if is_address(&read[at..end], at.checked_sub(1).map(|before| read[before]), read.get(end).copied()) {
            left_out[at..end].fill(true);
        }
        at = end.max(at + 1);
    }
}

fn is_address(run: &[char], before: Option<char>, after: Option<char>) -> bool {
    // Brackets hide a dot from programs, not from people.
    let bare = run.iter().copied().filter(|sign| !matches!(sign, '[' | ']' | '(' | ')' | '{' | '}'));
    let signs: Vec<char> = before.into_iter().filter(|sign| is_han(*sign)).chain(bare).chain(after).collect();
    let text: String = signs.iter().collect();
    let is_word = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|sign| sign.is_alphanumeric());
    text.contains("://")
        || text.contains("www.")
        || signs.iter().enumerate().any(|(at, sign)| match sign {
            '@' => is_word(at.checked_sub(1)) || is_word(Some(at + 1)),
            '.' if is_word(at.checked_sub(1)) => {
                let label: Vec<&char> =
                    signs[at + 1..].iter().take_while(|sign| sign.is_alphanumeric() || **sign == '-').collect();
                let is_ending = label.iter().all(|sign| sign.is_alphabetic())
                    && (label.len() > 1 || label.first().is_some_and(|sign| is_han(**sign)));
                is_ending || label.starts_with(&[&'x', &'n', &'-', &'-'])
            }
            _ => false,
        })
}

/// Numbers that somebody could call. Days and times of day stay.
fn numbers(read: &[char], left_out: &mut [bool]) {
    // A star covers a figure of what looked like a card.
    let is_digit = |sign: char| sign.is_numeric() || "*〇零一二三四五六七八九幺".contains(sign);
    let mut at = 0;
    while at < read.len() {
        if !is_digit(read[at]) {
            at += 1;
            continue;
        }
        let (start, mut end, mut groups) = (at, at, Vec::new());
        loop {
            let from = end;
            end += read[end..].iter().take_while(|sign| is_digit(**sign)).count();
            groups.push(read[from..end].iter().collect::<String>());
            let joint = read[end..].iter().take_while(|sign| !sign.is_alphanumeric() && !is_digit(**sign)).count();
            let next = read[end + joint..].iter().take_while(|sign| is_digit(**sign)).count();
            let is_clock = read[end..end + joint].contains(&':') && next <= 2 && end - from <= 2;
            if next == 0 || joint > JOINT || is_clock {
                break;
            }
            end += joint;
        }
        let digits: usize = groups.iter().map(|group| group.chars().count()).sum();
        let is_long = digits >= GROUPS || groups.iter().any(|group| group.chars().count() >= GROUP);
        let lead = read[..start].iter().rev().take_while(|sign| matches!(sign, '+' | '(')).count();
        let abroad = read[start - lead..start].contains(&'+') && digits >= 3;
        if (is_long && !are_days(&groups)) || abroad {
            left_out[start - lead..end].fill(true);
        }
        at = end;
    }
}

/// `2026-03-19`, perhaps with an hour, perhaps several.
fn are_days(groups: &[String]) -> bool {
    let value = |group: &String| group.parse::<u16>().unwrap_or(0);
    match groups {
        [] => true,
        [year, month, day, rest @ ..] => {
            let is_day = year.len() == 4
                && (1990..2100).contains(&value(year))
                && month.len() <= 2
                && (1..=12).contains(&value(month))
                && day.len() <= 2
                && (1..=31).contains(&value(day));
            let hour = usize::from(rest.first().is_some_and(|hour| hour.len() <= 2));
            is_day && are_days(&rest[hour..])
        }
        _ => false,
    }
}

/// Names on a network: `Telegram: helpdesk`, `微信号 kefu_01`.
fn names(read: &[char], left_out: &mut [bool]) {
    for network in NETWORKS {
        let network: Vec<char> = network.chars().collect();
        for at in 0..read.len().saturating_sub(network.len()) {
            let from = at + network.len();
            if read[at..from] != network || (at > 0 && read[at - 1].is_ascii_alphanumeric()) {
                continue;
            }
            let lead =
                read[from..].iter().take_while(|sign| matches!(sign, ' ' | ':' | '号' | '是' | '为' | '@')).count();
            let start = from + lead;
            let length = read[start..]
                .iter()
                .take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.'))
                .count();
            let name = &read[start..start + length];
            let is_told = read[from..start].iter().any(|sign| *sign != ' ');
            let is_name = lead > 0 && (is_told || name.iter().any(|sign| sign.is_ascii_digit() || *sign == '_'));
            if length >= 4 && is_name {
                left_out[start..start + length].fill(true);
            }
        }
    }
}
