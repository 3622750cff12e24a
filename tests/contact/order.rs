//! Which channel to try first.

use super::{Seen, pack};
use crate::harness;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::prop_assert_eq;
use walletfix::contact::{Listed, View, list};
use walletfix::i18n::Lang;
use walletfix::profile::{Profile, Purpose};

fn ids(listed: &[Listed<'_>]) -> Vec<String> {
    listed.iter().map(|listed| listed.channel.id.clone()).collect()
}

fn purpose(id: &str) -> Purpose {
    Purpose::ALL.iter().find(|(known, _)| *known == id).expect("a purpose").1
}

/// One case a line: `tests/contact/orders.tsv`.
#[test]
fn the_order_is_the_rule() {
    let mut wrong = Vec::new();
    for (at, line) in include_str!("orders.tsv").lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let [profile, country, lang, now, purposes, expected]: [&str; 6] =
            line.split('\t').collect::<Vec<_>>().try_into().expect("six columns");
        let seen = Seen::new(profile, country, Lang::from_tag(lang).expect("a language"), "Europe/London", now);
        let purposes: Vec<Purpose> = purposes.split(' ').map(purpose).collect();
        let told = ids(&list(&seen.view(), &purposes)).join(" ");
        if told != expected {
            wrong.push(format!("orders.tsv:{}: {told}", at + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The channels of all test providers in one, in the order that `turn` says.
fn mixed(turn: usize) -> Profile {
    let mut profile = pack().profiles.get("every").expect("a profile").clone();
    profile.channels.extend(pack().profiles.get("nowhere").expect("a profile").channels.iter().cloned());
    for (at, channel) in profile.channels.iter_mut().enumerate() {
        channel.id = format!("{at}-{}", channel.id);
    }
    let count = profile.channels.len();
    profile.channels.rotate_left(turn % count);
    profile
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(harness::cases(128)))]

    /// Turned round, the file gives the same order but for channels that are equal in all that counts.
    #[test]
    fn the_order_is_total_and_says_the_same_each_time(
        turn in 0_usize..10, english in any::<bool>(), which in 0_usize..4, second in 1_790_000_000_i64..1_800_000_000,
    ) {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let lang = if english { Lang::En } else { Lang::Zh };
        let now = Timestamp::from_second(second).unwrap();
        let (as_filed, turned) = (mixed(0), mixed(turn));
        let (_, purpose) = Purpose::ALL[which];
        let order = |profile: &Profile| -> Vec<(String, String)> {
            let view = View { profile, region: None, country: None, lang, zone: &zone, now };
            list(&view, &[purpose]).iter().map(|listed| (listed.channel.id.clone(), weight(listed, purpose, lang))).collect()
        };
        let (first, second) = (order(&as_filed), order(&turned));
        prop_assert_eq!(&first, &order(&as_filed));
        let weights = |order: &[(String, String)]| order.iter().map(|(_, weight)| weight.clone()).collect::<Vec<_>>();
        prop_assert_eq!(weights(&first), weights(&second));
        let mut sorted = weights(&first);
        sorted.sort();
        prop_assert_eq!(weights(&first), sorted);
    }
}

/// What the rule says of a channel, told a second time: for contact and legal private, open, language, opening; else swift,
/// open, language, voice, opening.
fn weight(listed: &Listed<'_>, purpose: Purpose, lang: Lang) -> String {
    let channel = listed.channel;
    let open = match listed.hours {
        Some(hours) if hours.open => 'a',
        None => 'b',
        Some(_) => 'c',
    };
    let spoken = channel.languages.is_empty() || channel.languages.iter().any(|tag| tag == lang.tag());
    let language = if spoken { 'a' } else { 'b' };
    let opening = match listed.hours {
        Some(hours) if !hours.open => hours.opens_at.map_or_else(|| "z".to_owned(), |at| at.to_string()),
        _ => "0".to_owned(),
    };
    let kind = channel.kind.as_str();
    if matches!(purpose, Purpose::Contact | Purpose::Legal) {
        let private = if matches!(kind, "social" | "community") { 'b' } else { 'a' };
        return format!("{private}{open}{language}{opening}");
    }
    let days = channel.replies.is_some_and(|wait| matches!(wait.to_string().as_str(), "24h" | "15bd"));
    let swift = if days { 'b' } else { 'a' };
    let voice = match kind {
        "phone" => 'a',
        "chat" => 'b',
        "email" | "form" => 'c',
        _ => 'd',
    };
    format!("{swift}{open}{language}{voice}{opening}")
}
