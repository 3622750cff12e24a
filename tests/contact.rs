//! Channels: their order, their words, what stands beside them, and what to do when no answer comes.

#[cfg(unix)]
mod ends;
mod order;
mod pages;
mod silence;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;
use walletfix::contact::{View, contacts, facts, list};
use walletfix::flow::text::Text;
use walletfix::i18n::Lang;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::read_pack;
use walletfix::profile::{Channel, Profile, Purpose, Region};
use walletfix::source::Source;

/// Providers and regions that are made up: `tests/contact/pack`.
fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contact/pack");
        let file = |path: &str| PackFile {
            path: path.to_owned(),
            name: path.to_owned(),
            bytes: Cow::Owned(std::fs::read(folder.join(path)).expect("a file of the pack")),
        };
        let (pack, found) = read_pack(&["profiles/every.toml", "profiles/nowhere.toml", "regions/gb.toml"].map(file));
        let found: Vec<_> = found.iter().map(|found| (&found.source.name, &found.message)).collect();
        assert!(found.is_empty(), "{found:?}");
        pack
    })
}

/// Who looks at a provider of [`pack`], and when.
struct Seen {
    profile: String,
    country: Option<String>,
    lang: Lang,
    zone: TimeZone,
    now: Timestamp,
}

impl Seen {
    fn new(profile: &str, country: &str, lang: Lang, zone: &str, now: &str) -> Self {
        Self {
            profile: profile.to_owned(),
            country: (country != "-").then(|| country.to_owned()),
            lang,
            zone: TimeZone::get(zone).expect("a zone"),
            now: now.parse().expect("an instant"),
        }
    }

    fn view(&self) -> View<'_> {
        let pack = pack();
        let profile = pack.profiles.get(&self.profile).expect("a profile of the pack");
        let country = self.country.as_deref();
        let region = country.and_then(|country| pack.region_of(country));
        View { profile, region, country, lang: self.lang, zone: &self.zone, now: self.now }
    }
}

fn channel(id: &str, hours: Option<&str>, languages: &[&str], purposes: &[Purpose]) -> Channel {
    Channel {
        id: id.to_owned(),
        kind: "chat".to_owned(),
        name: Text::plain(&format!("渠道 {id}"), &format!("Channel {id}")),
        address: Some(format!("https://help.example/{id}")),
        languages: languages.iter().map(|&tag| tag.to_owned()).collect(),
        hours: hours.map(str::to_owned),
        purposes: purposes.to_vec(),
        ..Profile::generic().channels.remove(0)
    }
}

fn profile() -> Profile {
    let contact = &[Purpose::Contact];
    let mut chat = channel("chat", Some("Mo-Su 08:00-23:00"), &["zh", "en"], contact);
    chat.peak = Some("09:00-11:00".to_owned());
    chat.replies = "10m".parse().ok();
    let mut profile = Profile::generic();
    profile.time_zone = TimeZone::get("Asia/Shanghai").ok();
    profile.channels = vec![
        channel("office", Some("Mo-Fr 09:00-17:00"), &["zh"], contact),
        channel("mail", None, &["zh"], contact),
        channel("english", Some("24/7"), &["en"], contact),
        chat,
        channel("theft", Some("24/7"), &["zh"], &[Purpose::Urgent]),
    ];
    profile
}

fn region() -> Region {
    let mut police = channel("police", Some("24/7"), &[], &[Purpose::Legal, Purpose::Fraud]);
    police.address = Some("110".to_owned());
    police.low_confidence = true;
    police.verified = Some(jiff::civil::date(2026, 9, 1));
    Region {
        id: "cn".to_owned(),
        source: Source::new("regions/cn.toml", ""),
        name: Text::plain("中国大陆", "Mainland China"),
        disclaimer: Text::plain("这里只是信息。", "This is information only."),
        countries: vec!["CN".to_owned()],
        time_zone: TimeZone::get("Asia/Shanghai").expect("a zone"),
        channels: vec![police],
        places: indexmap::IndexMap::new(),
    }
}

/// On Saturday at 10:00 in Shanghai.
fn seen<T>(lang: Lang, use_view: impl Fn(&View<'_>) -> T) -> T {
    let (profile, region) = (profile(), region());
    let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
    let now = "2026-11-21T02:00:00Z".parse().expect("an instant");
    use_view(&View { profile: &profile, region: Some(&region), country: Some("CN"), lang, zone: &zone, now })
}

fn ids(lang: Lang, purposes: &[Purpose]) -> Vec<String> {
    seen(lang, |view| list(view, purposes).iter().map(|listed| listed.channel.id.clone()).collect())
}

#[test]
fn open_comes_first_then_the_persons_language() {
    assert_eq!(ids(Lang::Zh, &[Purpose::Contact]), ["chat", "english", "mail", "office"]);
    assert_eq!(ids(Lang::En, &[Purpose::Contact]), ["english", "chat", "mail", "office"]);
    assert_eq!(ids(Lang::Zh, &[Purpose::Urgent, Purpose::Legal, Purpose::Fraud]), ["theft", "police"]);
}

#[test]
fn each_channel_says_what_is_known() {
    let zh = seen(Lang::Zh, |view| contacts(view, &[Purpose::Contact]));
    assert_eq!(
        zh.channels,
        [
            "渠道 chat：https://help.example/chat\n现在有人，到今天 23:00（北京时间）。现在一般比较忙，11:00 以后会好些。一般 10 分钟内答复。到今天 10:10 还没有回复，就再问一次。",
            "渠道 english：https://help.example/english\n现在有人，全天 24 小时。那里只用英文。",
            "渠道 mail：https://help.example/mail\n服务时间不详，请在应用内核实。",
            "渠道 office：https://help.example/office\n现在没人，周一 09:00 上班。",
        ]
    );
    assert_eq!(
        zh.closing,
        [
            "拨打或打开之前，请先在已安装的应用里核对。",
            "真客服不需要您的密码、验证码、助记词或私钥。谁来要，谁就是骗子。"
        ]
    );
    let en = seen(Lang::En, |view| contacts(view, &[Purpose::Contact]));
    assert_eq!(
        en.channels[1],
        "Channel chat: https://help.example/chat\nOpen now until today at 23:00 (Beijing time). Usually busy now until 11:00, quieter after that. Usually answers within 10 minutes. If nothing has come by today at 10:10, write again."
    );
    assert_eq!(
        en.channels[3],
        "Channel office: https://help.example/office\nClosed now, opens Monday at 09:00. They speak Chinese."
    );
}

#[test]
fn a_legal_exit_has_the_disclaimer_and_no_number_is_called_official() {
    let legal = seen(Lang::En, |view| contacts(view, &[Purpose::Legal]));
    assert_eq!(
        legal.channels,
        [
            "Channel police: 110\nOpen now, 24 hours a day. This entry is not confirmed: check it with the official source."
        ]
    );
    assert_eq!(
        legal.closing,
        [
            "Place of the public offices above: Mainland China. If you are elsewhere, report to the police where you are.",
            "Numbers of public offices change: check them with the official source before you use them.",
            "This is information only.",
            "Nobody at support needs your password, code, recovery phrase or private key. Whoever asks is a scammer."
        ]
    );
}

#[test]
fn the_generic_profile_names_no_provider() {
    let (profile, zone) = (Profile::generic(), TimeZone::UTC);
    let now = "2026-11-21T02:00:00Z".parse().expect("an instant");
    let view = View { profile: &profile, region: None, country: None, lang: Lang::Zh, zone: &zone, now };
    let told = contacts(&view, &[Purpose::Contact]);
    assert_eq!(told.channels.len(), 3);
    assert!(
        told.channels.iter().all(|paragraph| !paragraph.contains('\n')),
        "of a place in the app nothing more is known"
    );
    assert_eq!(told.closing.len(), 1, "nothing to confirm where there is no address");
    let police = contacts(&view, &[Purpose::Fraud]);
    assert!(police.closing[0].contains("当地的报警电话"), "says whom to call where nothing is on file");
}

#[test]
fn other_programs_get_the_same_in_stable_keys() {
    let json = seen(Lang::Zh, |view| {
        let listed = list(view, &[Purpose::Contact]);
        serde_json::to_value(facts(view, &listed)).expect("plain data")
    });
    assert_eq!(
        json[0],
        serde_json::json!({
            "id": "chat", "kind": "chat", "open": true, "opens_at": null, "closes_at": "2026-11-21T23:00:00+08:00",
            "busy": true, "languages": ["zh", "en"], "address": "https://help.example/chat", "for": ["contact"],
            "regional": false, "busy_until": "2026-11-21T11:00:00+08:00", "follow_up_by": "2026-11-21T10:10:00+08:00",
            "verified": null, "confidence": "high",
        })
    );
    assert_eq!(json[2]["open"], serde_json::Value::Null);
    assert_eq!(json[3]["opens_at"], "2026-11-23T09:00:00+08:00");
}
