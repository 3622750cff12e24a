//! What is damage, and that it is found wherever it is.

use super::{is_intact, kept};
use crate::harness::cases;
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use proptest::sample::Index;
use walletfix::i18n::Lang;
use walletfix::seal::sealed;
use walletfix::seal::{Kind, letters, verify};

/// Whether a character carries meaning: what prettifiers change, and gaps, do not.
fn means(character: char) -> bool {
    character.is_alphanumeric() || ".,:;/()@%[]".contains(character)
}

/// Whether the place is in the line that is read aloud, where `l` is as good as `1`.
fn same_symbol(a: char, b: char) -> bool {
    let value = |c: char| letters::value(c).ok_or(c);
    value(a) == value(b)
}

/// Every place, or each so many where not all of them are tried.
fn places(length: usize, number: usize) -> impl Iterator<Item = usize> {
    // All of the shortest, and all of all where many cases are asked for.
    let stride = if cases(1) > 1 || length < 200 { 1 } else { 199 };
    (number % stride..length).step_by(stride)
}

#[test]
fn every_changed_character_and_every_swap_is_found() {
    for (number, (name, text)) in kept(&[".txt", ".md", ".json"]).into_iter().enumerate() {
        let all: Vec<char> = text.chars().collect();
        let seal = text[..text.rfind("verify").unwrap_or(text.len())].chars().count();
        let in_seal = |at: usize| at >= seal || name.ends_with("json");
        for at in places(all.len() - 1, number) {
            let (here, next) = (all[at], all[at + 1]);
            let start = all[..at].iter().rposition(|c| *c == '\n').map_or(0, |start| start + 1);
            let line: String = all[start..].iter().take_while(|c| **c != '\n').collect();
            // How long a check took is no part of the case; of the checksum a hyphen is none.
            if line.trim_start().starts_with("\"ms\"") {
                continue;
            }
            if means(here) {
                let other = ['7', 'x', '的'][at % 3];
                if here != other && !(in_seal(at) && same_symbol(here, other)) {
                    let mut changed = all.clone();
                    changed[at] = other;
                    damaged(&name, at, &changed);
                }
                let mut shorter = all.clone();
                shorter.remove(at);
                damaged(&name, at, &shorter);
            }
            if here != next && means(here) && means(next) && !(in_seal(at) && same_symbol(here, next)) {
                let mut swapped = all.clone();
                swapped.swap(at, at + 1);
                damaged(&name, at, &swapped);
            }
        }
    }
}

fn damaged(name: &str, at: usize, changed: &[char]) {
    let changed: String = changed.iter().collect();
    assert!(!is_intact(&changed), "{name}: nobody sees the change at {at}:\n{changed}");
}

/// What is said of a text: kinds and the parts' names.
fn said(text: &str, lang: Lang) -> Vec<(Kind, String)> {
    let verdicts = verify(text);
    assert_eq!(verdicts.len(), 1, "{verdicts:?}\n{text}");
    let part = |damage: &walletfix::seal::Damage| damage.part.as_ref().map(|part| part.text(lang)).unwrap_or_default();
    verdicts[0].damages.iter().map(|damage| (damage.kind.clone(), part(damage))).collect()
}

fn one(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/summary").join(name);
    std::fs::read_to_string(path).expect("the summary")
}

#[test]
fn what_was_changed_missing_or_added_has_its_name() {
    let text = one("support.en.txt");
    let named = |kind: Kind, part: &str| (kind, part.to_owned());
    let changed = text.replacen("\nAmount: 1,280.00", "\nAmount: 1,230.00", 1);
    assert_eq!(said(&changed, Lang::En), [named(Kind::Changed, "Amount")]);
    assert_eq!(said(&changed, Lang::Zh), [named(Kind::Changed, "金额")]);
    let amount = text.lines().find(|line| line.starts_with("Amount:")).expect("an amount");
    let without = text.replace(&format!("{amount}\n"), "");
    assert_eq!(said(&without, Lang::En), [named(Kind::Missing, "Amount")]);
    let with = text.replace("\nEnvironment:", "\nAnswer promised by: tomorrow\nEnvironment:");
    assert_eq!(said(&with, Lang::En), [named(Kind::Added, "Answer promised by")]);
}

/// All that a keyboard writes and no prettifier changes, as itself.
fn of_a_keyboard() -> Vec<char> {
    (0x21_u8..0x7f).map(char::from).filter(|c| c.is_alphanumeric() || ".,:;/()@%[]!$&?^{}".contains(*c)).collect()
}

#[test]
fn every_character_for_every_other_has_its_part_named() {
    // Where the sum of the part says nothing the whole one has to; all others only where many cases are asked for.
    let fold = |c: char| (u32::from(c) + 2 * (u32::from(c) >> 5)) % 31;
    let is_tried = |was: char, is: char| was != is && (fold(was) == fold(is) || cases(1) > 1);
    for (name, heading) in [("support.en.short.txt", "Amount"), ("support.zh.short.txt", "金额")] {
        let lang = if heading.is_ascii() { Lang::En } else { Lang::Zh };
        let text = one(name);
        let text =
            &text[..text.rfind("\n\nwalletfix verify").or_else(|| text.rfind("\nwalletfix verify")).expect("a seal")];
        let colon = text[text.find(&format!("\n{heading}")).expect("the part")..].find(['1', '2']).expect("a digit");
        let at = text.find(&format!("\n{heading}")).expect("the part") + colon;
        let with = |c: char| format!("{}{c}{}", &text[..at], &text[at + 1..]);
        for was in of_a_keyboard() {
            let written = sealed(&with(was), "\n");
            let seal = &written[written.rfind("walletfix verify").expect("a seal")..];
            for is in of_a_keyboard().into_iter().filter(|is| is_tried(was, *is)) {
                let expected = [(Kind::Changed, heading.to_owned())];
                assert_eq!(said(&format!("{}\n{seal}", with(is)), lang), expected, "{was} became {is}");
            }
        }
    }
}

#[test]
fn what_looks_alike_is_told_apart_also_where_it_is_changed_more_than_once() {
    let text = one("support.en.txt");
    let text = &text[..text.rfind("\nwalletfix verify").expect("a seal")];
    let at = text.find("\nAmount: ").expect("the part") + "\nAmount: ".len();
    for pair in
        ["0O", "1P", "9X", "Il", "1I", "1l", "5S", "8B", "2Z", "6G", "0D", "cC", "oO", "uv", "nm", ".,", ":;", "aA"]
    {
        let (was, is) = (&pair[..1], &pair[1..]);
        let written = sealed(&format!("{}{was}{was} {}", &text[..at], &text[at..]), "\n");
        let changed = written.replacen(&format!("Amount: {was}{was} "), &format!("Amount: {is}{is} "), 1);
        assert_eq!(said(&changed, Lang::En), [(Kind::Changed, "Amount".to_owned())], "{pair}");
    }
}

#[test]
fn one_changed_character_of_json_names_its_key() {
    let text = one("support.en.json");
    let at = text.find("\"created_at\": \"").expect("the key") + 15;
    for is in of_a_keyboard().into_iter().step_by(7).filter(|is| !text[at..].starts_with(*is)) {
        let changed = format!("{}{is}{}", &text[..at], &text[at + 1..]);
        assert_eq!(said(&changed, Lang::En), [(Kind::Changed, "created_at".to_owned())], "{is}");
    }
}

#[test]
fn a_cut_says_where() {
    for (name, text) in kept(&[".txt"]) {
        let cut: String = text.chars().take(text.chars().count().min(1000) / 2).collect();
        let verdicts = verify(&cut);
        let [verdict] = verdicts.as_slice() else { panic!("{name}: {verdicts:?}") };
        let Kind::Cut(words) = &verdict.damages[0].kind else { panic!("{name}: {verdict:?}") };
        assert!(cut.trim_end().ends_with(words.as_str()) && !words.is_empty(), "{name}: {words}");
    }
    let json = one("support.en.json");
    let cut: String = json.chars().take(500).collect();
    assert!(matches!(said(&cut, Lang::En).as_slice(), [(Kind::Cut(_), _)]));
}

#[test]
fn a_damaged_seal_is_told_from_a_damaged_text() {
    let text = one("theft.en.txt");
    let at = text.rfind("verify ").expect("a seal") + "verify ".len() + 4;
    let other = if &text[at..=at] == "7" { "8" } else { "7" };
    let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
    assert_eq!(said(&changed, Lang::En), [(Kind::Seal, String::new())]);
    let half = &text[..text.trim_end().len() - 3];
    assert_eq!(said(half, Lang::En), [(Kind::Seal, String::new())]);
    let none = &text[..text.rfind("verify ").expect("a seal") + 7];
    assert_eq!(said(none, Lang::En), [(Kind::Sealless, String::new())]);
}

#[test]
fn each_summary_of_a_thread_is_judged() {
    let (first, second) = (one("theft.en.txt"), one("waiting.zh.txt").replace("2026-09-01", "2026-09-07"));
    let verdicts = verify(&format!("Dear all,\n{first}\nand before:\n> {second}\nBye\n{first}"));
    let states: Vec<bool> = verdicts.iter().map(|verdict| verdict.damages.is_empty()).collect();
    assert_eq!(states, [true, false, true], "{verdicts:?}");
    assert!(verify("Hello, my wallet does not open.\n-- \nWang").is_empty());
    assert!(verify("").is_empty() && verify("walletfix verify").is_empty());
    assert!(verify("I ran walletfix verify 12345678 and Subject: [urgent] nothing came").is_empty());
}

#[test]
fn nothing_hides_beside_a_summary_that_is_whole() {
    let (text, json) = (one("support.en.txt"), one("support.en.json"));
    let (other_text, other) = (text.replace("1,280", "1,290"), json.replace("1280.00", "1290.00"));
    for (all, states) in [
        (format!("{json}\n{other}"), &[true, false][..]),
        (format!("{other}\nand\n{json}"), &[false, true]),
        (format!("{json}\n{json}"), &[true, true]),
        (format!("[{json},{json}]"), &[true, true]),
        (format!("{other_text}\n{json}"), &[false, true]),
        (format!("{json}\n{other_text}"), &[false, true]),
        (format!("{text}\n{json}\n{text}"), &[true, true, true]),
        (json.replacen("\"id\"", "\"id\": \"WF-000000\", \"id\"", 1), &[false]),
        (json.replacen("\"lang\"", "\"ticket\": {}, \"lang\"", 1), &[false]),
        (format!("{}{json}", "{ ".repeat(60)), &[true]),
        (format!("{}\n{json}", &json[..json.len() / 2]), &[false, true]),
    ] {
        let verdicts = verify(&all);
        let found: Vec<bool> = verdicts.iter().map(|verdict| verdict.damages.is_empty()).collect();
        assert_eq!(found, states, "{verdicts:?}\n{all}");
    }
}

#[test]
fn the_sign_of_a_number_counts() {
    let text = one("support.en.txt");
    let negative = text.replacen("\nAmount: 1,280.00", "\nAmount: -1,280.00", 1);
    assert_eq!(said(&negative, Lang::En), [(Kind::Changed, "Amount".to_owned())]);
    let signed = sealed("Subject: [Transfer failed][normal] x\nAmount: -5 or - 6\nProblem: --7 end\n", "");
    for (from, to) in [("-", "–"), (" ", "\n"), ("\n", " "), ("--", "—"), ("-", "\u{2212}")] {
        assert!(is_intact(&signed.replace(from, to)), "{from:?} became {to:?}");
    }
    assert!(!is_intact(&signed.replace("-5", "5")) && !is_intact(&signed.replace("--7", "7")));
}

#[test]
fn every_heading_begins_a_part() {
    // A heading that the seal does not know would only be a part of the one before it.
    for (name, text) in kept(&[".en.txt", ".zh.txt"]).into_iter().filter(|(name, _)| !name.contains("short")) {
        for line in text.lines().skip(1).filter(|line| !line.starts_with([' ', '-'])) {
            let heading = line.split_once(':').map(|(heading, _)| heading);
            let Some(heading) = heading.filter(|it| it.chars().count() < 70 && !it.contains('T')) else { continue };
            let gone = text.replacen(&format!("\n{heading}:"), "\nQq:", 1);
            let found = said(&gone, Lang::En);
            assert!(found.iter().any(|(kind, _)| *kind == Kind::Missing), "{name}: {heading} is no part: {found:?}");
        }
    }
}

#[test]
fn a_document_says_which_key() {
    let json = one("support.en.json");
    let changed = json.replacen("1280.00 CNY", "1230.00 CNY", 1);
    let keys: Vec<String> = said(&changed, Lang::En).into_iter().map(|(_, part)| part).collect();
    assert_eq!(keys, ["facts"]);
    let broken = json.replacen("\"facts\": [", "\"facts\": ", 1);
    assert!(matches!(said(&broken, Lang::En).as_slice(), [(Kind::Broken(..), _)]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(64)))]

    #[test]
    fn in_any_words_a_change_is_found(words in "([a-zA-Z0-9]|[一-龥]|[ .,:\\n/@-]|\\PC){1,300}", at in any::<Index>(), to in "[a-z0-9一-龥]") {
        let text = sealed(&format!("Subject: [Transfer failed][normal] x\nProblem: {words} end\n"), "");
        prop_assert!(is_intact(&text), "{:?}\n{text}", verify(&text));
        let mut all: Vec<char> = text.chars().collect();
        let end = text[..text.rfind("walletfix").unwrap_or(0)].chars().count();
        let at = at.index(end);
        let to = to.chars().next().unwrap_or('x');
        if means(all[at]) && all[at] != to {
            let was = std::mem::replace(&mut all[at], to);
            let changed: String = all.iter().collect();
            // Some characters are another spelling of the same: full-width letters, for example.
            let plain = |c: char| unicode_normalization::UnicodeNormalization::nfkc(std::iter::once(c)).eq([to]);
            prop_assert!(plain(was) || !is_intact(&changed), "{was} became {to}:\n{changed}");
        }
    }
}
