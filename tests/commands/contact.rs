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
