//! Tests: profile and region files, every mistake at once.

use super::{cases, folder, same_as_file};
use walletfix::diagnostic::render::human;
use walletfix::diagnostic::{Diagnostic, Findings, sort};
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::parse::reader::Table;
use walletfix::parse::{document, profile, region};
use walletfix::profile::{ExplorerKind, Kind, Profile, Purpose, Region, VersionSource};
use walletfix::source::Source;

/// Reads a file and hands back what it means and what is wrong with it.
fn read<T>(name: &str, text: &str, read: impl FnOnce(Table<'_>) -> T) -> (Option<T>, Vec<Diagnostic>) {
    let source = Source::new(name, text);
    let findings = Findings::new(&source);
    let meaning = document::read(&source, &findings, read);
    let mut diagnostics = findings.into_list();
    sort(&mut diagnostics);
    (meaning, diagnostics)
}

fn read_profile(id: &str, text: &str) -> (Profile, Vec<Diagnostic>) {
    let (profile, diagnostics) = read(&format!("profiles/{id}.toml"), text, |root| profile::read(id, root));
    (profile.unwrap(), diagnostics)
}

fn read_region(id: &str, text: &str) -> (Region, Vec<Diagnostic>) {
    let (region, diagnostics) = read(&format!("regions/{id}.toml"), text, |root| region::read(id, root));
    (region.unwrap(), diagnostics)
}

/// In both languages, one after the other, as a reviewer reads them.
pub(super) fn shown(diagnostics: &[Diagnostic]) -> String {
    for diagnostic in diagnostics {
        for lang in Lang::ALL {
            for message in std::iter::once(&diagnostic.message).chain(&diagnostic.help) {
                assert!(walletfix::i18n::has(lang, &message.key), "no sentence {} in {}", message.key, lang.tag());
            }
        }
    }
    Lang::ALL.map(|lang| human::render(diagnostics, lang, false, 100, walletfix::secrets::blot)).join("\n")
}

#[test]
fn every_mistake_of_a_profile_is_found_at_once() {
    for (name, text) in cases("profiles") {
        let (_, diagnostics) = read_profile(&name, &text);
        same_as_file(&folder("profiles").join(format!("{name}.txt")), &shown(&diagnostics));
    }
}

#[test]
fn every_mistake_of_a_region_is_found_at_once() {
    for (name, text) in cases("regions") {
        let (_, diagnostics) = read_region(&name, &text);
        same_as_file(&folder("regions").join(format!("{name}.txt")), &shown(&diagnostics));
    }
}

#[test]
fn a_profile_says_what_its_file_says() {
    let text = std::fs::read_to_string(folder("profiles").join("every-key.toml")).unwrap();
    let (profile, diagnostics) = read_profile("every-key", &text);
    assert_eq!(shown(&diagnostics), "\n", "a sound file");
    assert_eq!((profile.id.as_str(), profile.kind), ("every-key", Some(Kind::Exchange)));
    assert_eq!(profile.name.as_plain(Lang::Zh), "示例交易所");
    assert_eq!(profile.currency(Lang::Zh), "USDT");
    assert_eq!(profile.country.as_deref(), Some("SG"));
    assert_eq!(profile.time_zone.as_ref().and_then(|zone| zone.iana_name()), Some("Asia/Singapore"));
    assert_eq!(profile.official_domains.len(), 2);
    assert_eq!(profile.amount("limits.daily").unwrap().to_string(), "50000.50 USDT");
    let text = |path: &str| match profile.values.get(path) {
        Some(Value::Text(text)) => text.as_str(),
        other => panic!("{path}: {other:?}"),
    };
    assert_eq!(text("limits.daily.verified"), "2026-10-01");
    assert_eq!(text("limits.daily.confidence"), "low");
    assert_eq!((text("versions.ios"), text("versions.android")), ("com.example.demo", "ask"));
    let store = VersionSource::ITunes { app: "com.example.demo".to_owned(), country: Some("sg".to_owned()) };
    assert_eq!((&profile.versions["ios"], &profile.versions["android"]), (&store, &VersionSource::Ask));
    assert_eq!(profile.versions["desktop"], VersionSource::GitHub("demo/desktop".to_owned()));
    assert_eq!(profile.versions["extension"].page(), Some("https://demo-exchange.example/version.json"));
    assert_eq!(text("explorers.eth"), "http://127.0.0.1:8545");
    let kinds: Vec<_> = profile.explorers.iter().map(|(chain, explorer)| (chain.as_str(), explorer.kind)).collect();
    let all = [("btc", ExplorerKind::Esplora), ("eth", ExplorerKind::EthereumRpc), ("tron", ExplorerKind::Tron)];
    assert_eq!(kinds, all);
    assert_eq!(profile.explorers["btc"].url, "https://explorer.example/api");
    assert_eq!(text("addresses.usdt-tron"), "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t");
    assert_eq!(profile.waits["waits.review"].to_string(), "15bd");
    assert_eq!(profile.waits["waits.payout"].to_string(), "3d");
    assert_eq!(profile.connectivity.endpoints[1].host, "127.0.0.1:4433");
    assert_eq!(profile.connectivity.portals[0].status, 204);
    assert_eq!(profile.connectivity.portals[1].body.as_deref(), Some("ok"));
    let channel = &profile.channels[0];
    assert_eq!(channel.purposes, [Purpose::Contact, Purpose::Urgent]);
    assert_eq!(channel.hours.as_deref(), Some("Mo-Fr 09:00-17:00; PH off"));
    assert!(channel.low_confidence && channel.verified.is_some());
    let place = profile.places["channel.chat.address"];
    assert!(profile.source.as_ref().unwrap().text[place.start..place.end].contains("/chat\""));
}

#[test]
fn the_pack_has_no_mistake_in_profiles_and_regions() {
    for file in walletfix::library::embedded(false) {
        let text = std::str::from_utf8(&file.bytes).unwrap();
        let id = file.path.split('/').next_back().unwrap().trim_end_matches(".toml");
        let diagnostics = match file.path.split('/').next() {
            Some("profiles") => read_profile(id, text).1,
            Some("regions") => read_region(id, text).1,
            _ => continue,
        };
        assert_eq!(shown(&diagnostics), "\n", "{}", file.name);
    }
}

#[test]
fn a_country_belongs_to_one_region() {
    let text = |countries: &str| {
        format!(
            "format = 1\n[region]\nname = {{ zh = \"甲\", en = \"A\" }}\ndisclaimer = {{ zh = \"甲\", en = \"A\" }}\n\
             time-zone = \"UTC\"\ncountries = {countries}\n"
        )
    };
    let regions = [read_region("a", &text("[\"CN\", \"HK\"]")).0, read_region("b", &text("[\"US\", \"HK\"]")).0];
    let found = region::check_countries(&regions);
    let shown = shown(&found);
    assert_eq!(found.len(), 1, "{shown}");
    assert!(shown.contains("regions/b.toml:6:20") && shown.contains("regions/a.toml"), "{shown}");
}
