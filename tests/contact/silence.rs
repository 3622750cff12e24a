//! When no answer comes: the text to paste, what is missing, and the way of a complaint.

use super::Seen;
use walletfix::contact::{Case, after, complaints, follow_up, list};
use walletfix::i18n::Lang;
use walletfix::profile::Purpose;
use walletfix::secrets::scrub;

#[test]
fn the_text_names_what_is_known_and_leaves_room_for_the_rest() {
    let none = Case::default();
    let zh = follow_up(&none, Lang::Zh);
    assert!(zh.contains("工单号 [工单号]") && zh.contains("订单号 [订单号]"), "{zh}");
    let known = Case {
        ticket: Some("T-20261123-07".to_owned()),
        order: Some("2026031922001403030200089909".to_owned()),
        missing: Vec::new(),
    };
    for lang in Lang::ALL {
        let text = follow_up(&known, lang);
        assert!(text.contains("T-20261123-07") && text.contains("2026031922001403030200089909"), "{text}");
        assert!(!text.contains('['), "{text}");
        assert!(!text.contains('\n'), "one paragraph: {text}");
        let empty = follow_up(&none, lang);
        assert_eq!(scrub(&empty, &[]), empty, "nothing in it looks like a secret");
    }
}

#[test]
fn an_end_says_what_is_missing_what_to_paste_and_what_comes_then() {
    let case = Case { missing: vec!["amount".to_owned(), "order number".to_owned()], ..Case::default() };
    let seen = Seen::new("every", "GB", Lang::En, "Europe/London", "2026-11-24T11:30:00Z");
    let said = after(&seen.view(), &case);
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("Not in the summary yet: amount, order number."), "{said:?}");
    assert!(said[1].contains("\nHello, I contacted support about this before"), "{said:?}");
    // A provider that does not come with the program is found by its file.
    assert!(said[2].ends_with("walletfix contact --follow-up --profile profiles/every.toml"), "{said:?}");
    // Where nobody promised anything, one has to ask for it.
    let generic = Seen::new("generic", "CN", Lang::En, "Europe/London", "2026-11-24T11:30:00Z");
    let said = after(&generic.view(), &Case::default());
    assert!(said[0].starts_with("How soon an answer comes is not on file."), "{said:?}");
    assert!(said[2].ends_with("walletfix contact --follow-up --country CN"), "{said:?}");
}

#[test]
fn a_complaint_goes_to_the_provider_first_and_never_to_the_police() {
    for now in ["2026-11-24T11:30:00Z", "2026-11-22T03:00:00Z"] {
        let seen = Seen::new("every", "GB", Lang::En, "Europe/London", now);
        let told = complaints(&seen.view());
        let names: Vec<&str> = told.channels.iter().filter_map(|told| told.split(':').next()).collect();
        assert_eq!(names, ["Complaints", "Consumer advice", "Arbiter", "Watchdog"], "{now}");
        assert!(told.closing.contains(&"This is public contact information, not legal advice.".to_owned()));
        assert!(told.channels[1].contains("Last checked on 1 Oct 2026."), "{:?}", told.channels[1]);
        assert!(told.channels[2].contains("This entry is not confirmed"), "{:?}", told.channels[2]);
    }
}

#[test]
fn what_nobody_waits_at_has_no_deadline() {
    let seen = Seen::new("every", "GB", Lang::En, "Europe/London", "2026-11-20T20:00:00Z");
    let view = seen.view();
    let due = |purpose: Purpose| -> Vec<(String, Option<String>)> {
        let told = |listed: &walletfix::contact::Listed<'_>| {
            (listed.channel.id.clone(), listed.due.map(|due| due.to_string()))
        };
        let mut all: Vec<_> = list(&view, &[purpose]).iter().map(told).collect();
        all.sort();
        all
    };
    let known = |id: &str, due: &str| (id.to_owned(), Some(due.to_owned()));
    let none = |id: &str| (id.to_owned(), None);
    assert_eq!(
        due(Purpose::Contact),
        [
            known("chat", "2026-11-20T20:10:00Z"),
            none("forum"),
            known("mail", "2026-11-24T09:00:00Z"),
            none("office"),
            none("post"),
            none("promotion"),
        ]
    );
    assert_eq!(due(Purpose::Fraud), [none("police")]);
    // Fifteen business days, over no holiday of England.
    assert!(due(Purpose::Legal).contains(&known("complaints", "2026-12-11T20:00:00Z")));
}
