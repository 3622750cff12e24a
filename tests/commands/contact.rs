//! `contact`: whom to turn to at a given moment.

use crate::harness::command::walletfix;
use serde_json::Value;

/// A Tuesday morning in Beijing: everybody is there.
const OPEN: &str = "2026-09-01T10:00:00+08:00";

#[test]
fn channels_in_both_languages() {
    for lang in ["zh", "en"] {
        let ran = walletfix("contact --profile demo-pay --now").arg(OPEN).env("WALLETFIX_LANG", lang).run();
        insta::assert_snapshot!(format!("contact-{lang}"), ran.code(0).stderr("").stdout);
    }
}

#[test]
fn the_moment_decides_who_is_there() {
    let state = |now: &str| {
        let ran = walletfix("contact --profile demo-pay --format json --now").arg(now).run().code(0).stderr("");
        let channels: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
        let chat = channels.iter().find(|channel| channel["id"] == "chat").expect("the chat").clone();
        (chat["open"].clone(), chat["opens_at"].clone(), chat["closes_at"].clone())
    };
    assert_eq!(state(OPEN), (true.into(), Value::Null, "2026-09-01T23:00:00+08:00".into()));
    assert_eq!(state("2026-09-01T23:30:00+08:00"), (false.into(), "2026-09-02T08:00:00+08:00".into(), Value::Null));
}

#[test]
fn the_only_profile_of_a_pack_is_its_own_choice() {
    let own = walletfix("contact --flows tests/packs/small --now").arg(OPEN).run().code(0);
    let named = walletfix("contact --flows tests/packs/small --profile demo-pay --now").arg(OPEN).run().code(0);
    assert_eq!(own.stdout, named.stdout);
    // Of several, none is anybody's choice.
    walletfix("contact --flows flows").run().code(0).prints("Live chat inside the installed app");
    // The program's own pack has it as an example only: nobody in trouble is shown the numbers of a provider that is not theirs.
    walletfix("contact").run().code(0).prints("Live chat inside the installed app");
    walletfix("contact --profile generic").run().code(0).prints("Live chat inside the installed app");
}

#[test]
fn a_profile_from_a_file() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let text = include_str!("../../flows/profiles/demo-pay.toml").replace("Demo Pay", "Our Pay");
    std::fs::write(home.path().join("our-pay.toml"), &text).expect("a file");
    let contact = |profile: &str| walletfix("contact --profile").arg(profile).dir(home.path()).run();
    contact("our-pay.toml").code(0).stderr("").prints("Our Pay");
    contact("./our-pay.toml").code(0).prints("Our Pay");
    std::fs::write(home.path().join("our-pay.toml"), text.replace("currency", "curency")).expect("a file");
    contact("our-pay.toml").code(1).stdout("").complains("our-pay.toml:").complains("curency");
    contact("missing.toml").code(4).complains("Nothing is there: missing.toml");
    contact("our-pay").code(2).complains("There is no profile our-pay. Choose demo-chain, demo-exchange, demo-pay");
}

#[test]
fn without_an_answer() {
    for lang in ["zh", "en"] {
        let ran = walletfix("contact --profile demo-pay --follow-up --now").arg("2026-11-20T20:00:00+08:00");
        let ran = ran.env("WALLETFIX_LANG", lang).run();
        insta::assert_snapshot!(format!("contact-follow-up-{lang}"), ran.code(0).stderr("").stdout);
    }
}

#[test]
fn one_purpose_of_one_country() {
    let ids = |words: &str| -> Vec<String> {
        let ran = walletfix("contact --format json --now").arg(OPEN).words(words).run().code(0).stderr("");
        let channels: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
        channels.iter().map(|channel| channel["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(ids("--profile demo-pay --for urgent"), ["hotline"]);
    assert_eq!(ids("--profile demo-pay --for fraud"), ["police", "fraud"]);
    // The generic profile has no country, so the person names it; in either case.
    assert_eq!(ids("--for fraud"), [""; 0]);
    assert_eq!(ids("--for fraud --country cn"), ["police", "fraud"]);
    assert_eq!(ids("--profile demo-pay --for fraud --country BR"), [""; 0]);
    // Who should have answered, and to whom one complains.
    let asked = ids("--profile demo-pay --follow-up");
    assert!(asked.contains(&"chat".to_owned()) && asked.contains(&"complaints".to_owned()), "{asked:?}");
    assert!(!asked.contains(&"hotline".to_owned()) && !asked.contains(&"fraud".to_owned()), "{asked:?}");
    // As people say it, too.
    let said = |since: &str| {
        walletfix("contact --profile demo-pay --lang en --follow-up --since").arg(since).words("--now").arg(OPEN).run()
    };
    said("yesterday 10:00").code(0).prints("If you wrote on 31 Aug, 10:00 (UTC+8)");
    said("昨天上午 10 点").code(0).prints("If you wrote on 31 Aug, 10:00 (UTC+8)");
    said("tomorrow").code(2).complains("--since: That lies in the future.");
    said("some day").code(2).complains("--since: That is not a time.");
    said("?").code(2).complains("--since: That is not a time.");
    assert_eq!(ids("--for fraud --country uk"), ids("--for fraud --country GB"));
    // A day ago: the chat is late, and the mailbox is at this moment.
    let ran = walletfix("contact --profile demo-pay --follow-up --since 2026-08-31T10:00:00+08:00 --now").arg(OPEN);
    let said = ran.run().code(0).stdout;
    assert!(said.contains("If you wrote on 31 Aug, 10:00 (UTC+8)"), "{said}");
    assert!(said.contains("An answer was due by 31 Aug, 10:10 (Beijing time): write again now."), "{said}");
    assert!(said.contains("An answer was due by today at 10:00: write again now."), "{said}");
    walletfix("contact --since 2026-08-31T10:00:00+08:00").run().code(2).complains("--follow-up");
    walletfix("contact --country BR --for legal").run().code(0).prints("No public offices are on file for BR.");
    walletfix("contact --for legal").run().code(0).prints("add --country and its code");
    walletfix("contact --country ZZ").run().code(2).complains("It takes a country as a code of two letters,");
    walletfix("contact --for theft").run().code(2).complains("theft");
    walletfix("contact --for urgent --follow-up").run().code(2).complains("--for");
}
