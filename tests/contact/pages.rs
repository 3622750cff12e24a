//! What people read, in both languages, on a wide and on a narrow terminal, at home and far from the provider.

use super::Seen;
use walletfix::contact::{Contacts, complaints, contacts, deadlines};
use walletfix::i18n::Lang;
use walletfix::profile::Purpose;
use walletfix::wording::{width, wrap};

/// A line of the table.
type Page = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static [Purpose]);

/// Name, profile, country, the person's zone, instant, purposes; none means the way of a complaint.
const PAGES: [Page; 10] = [
    // Tuesday noon, everybody is there and it is busy.
    ("noon", "every", "GB", "Europe/London", "2026-11-24T11:30:00Z", &[Purpose::Contact]),
    // The same seen from Shanghai and from Los Angeles, where it is another time of day.
    ("noon-from-the-east", "every", "GB", "Asia/Shanghai", "2026-11-24T11:30:00Z", &[Purpose::Contact]),
    ("noon-from-the-west", "every", "GB", "America/Los_Angeles", "2026-11-24T11:30:00Z", &[Purpose::Contact]),
    // Friday night before a week with a change of clocks: the next opening is on Monday, an hour later for some.
    ("clocks-change", "every", "GB", "Asia/Shanghai", "2026-10-23T23:30:00Z", &[Purpose::Contact]),
    // A public holiday on Friday and, for Boxing Day on a Saturday, on Monday.
    ("christmas", "every", "GB", "Europe/London", "2026-12-24T18:00:00Z", &[Purpose::Contact]),
    // Where it is already tomorrow.
    ("tomorrow-there", "nowhere", "-", "Pacific/Auckland", "2026-11-22T22:00:00Z", &[Purpose::Contact]),
    (
        "theft",
        "every",
        "GB",
        "Europe/London",
        "2026-11-24T21:00:00Z",
        &[Purpose::Urgent, Purpose::Fraud, Purpose::Legal],
    ),
    ("theft-elsewhere", "nowhere", "FR", "Europe/Paris", "2026-11-24T21:00:00Z", &[Purpose::Urgent, Purpose::Fraud]),
    ("legal", "every", "GB", "Asia/Shanghai", "2026-11-22T12:00:00Z", &[Purpose::Legal]),
    ("complaint", "every", "GB", "Europe/London", "2026-11-24T11:30:00Z", &[]),
];

#[test]
fn pages_are_as_kept() {
    for (name, profile, country, zone, now, purposes) in PAGES {
        for lang in Lang::ALL {
            let seen = Seen::new(profile, country, lang, zone, now);
            let view = seen.view();
            let Contacts { channels, closing } =
                if purposes.is_empty() { complaints(&view) } else { contacts(&view, purposes) };
            let mut page = Vec::new();
            for columns in [80, 40] {
                page.push(format!("== {columns} columns"));
                for paragraph in channels.iter().chain(&closing) {
                    let lines = wrap(paragraph, columns);
                    // A command or an address is never broken, so that it can be copied.
                    let fits = |line: &String| width(line) <= columns || !line.contains(' ');
                    assert!(lines.iter().all(fits), "{name}: {lines:?}");
                    page.extend(lines);
                }
            }
            insta::assert_snapshot!(format!("{name}.{}", lang.tag()), page.join("\n"));
        }
    }
}

#[test]
fn every_instant_is_told_so_that_it_cannot_be_mistaken() {
    // Wherever the person is: a time on the provider's clocks has its zone, or is the person's own too.
    for zone in ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"] {
        let seen = Seen::new("every", "GB", Lang::En, zone, "2026-11-21T20:00:00Z");
        let told = contacts(&seen.view(), &[Purpose::Contact]);
        for paragraph in told.channels.iter().filter(|paragraph| paragraph.contains("opens ")) {
            assert!(paragraph.contains("(London time)") && paragraph.contains(" your time"), "{zone}: {paragraph}");
        }
    }
    let home = Seen::new("every", "GB", Lang::En, "Atlantic/Faroe", "2026-11-21T20:00:00Z");
    let told = contacts(&home.view(), &[Purpose::Contact]).channels.join("\n");
    assert_eq!(told.matches("(London time)").count(), 1, "the same clocks are named once: {told}");
    assert!(!told.contains("your time"), "{told}");
}

#[test]
fn nobody_is_sent_to_a_channel_without_the_warning_that_goes_with_it() {
    let seen = |profile, country, purposes: &[Purpose]| {
        let seen = Seen::new(profile, country, Lang::En, "Europe/London", "2026-11-24T11:30:00Z");
        contacts(&seen.view(), purposes).closing.join("\n")
    };
    let contact = seen("every", "GB", &[Purpose::Contact]);
    assert!(contact.contains("Do not ask for help in public posts"), "{contact}");
    assert!(contact.contains("check it inside the installed app"), "{contact}");
    assert!(!contact.contains("public holidays"), "the calendar is known: {contact}");
    let urgent = seen("every", "GB", &[Purpose::Urgent]);
    assert!(!urgent.contains("public posts"), "nothing of it is public: {urgent}");
    assert!(urgent.contains("take the next one at once"), "{urgent}");
    let nowhere = seen("nowhere", "-", &[Purpose::Contact]);
    assert!(nowhere.contains("On public holidays the hours may be different"), "{nowhere}");
    for profile in ["every", "nowhere", "generic"] {
        for purpose in Purpose::ALL.map(|(_, purpose)| purpose) {
            let told = seen(profile, "GB", &[purpose]);
            assert!(told.contains("Nobody at support needs your password, code, recovery phrase"), "{profile}: {told}");
        }
    }
}

#[test]
fn who_should_have_answered_is_listed_by_name() {
    let seen = Seen::new("every", "GB", Lang::En, "Europe/London", "2026-11-20T20:00:00Z");
    assert_eq!(
        deadlines(&seen.view(), seen.now),
        [
            "Live chat: https://every.example/chat\nIf nothing has come by today at 20:10 (London time), write again.",
            "Support mailbox: help@every.example\nIf nothing has come by Tuesday at 09:00, write again.",
        ]
    );
    // Written on Monday noon: the chat is late, the mailbox not yet.
    let seen = Seen::new("every", "GB", Lang::Zh, "Asia/Shanghai", "2026-11-24T11:00:00Z");
    assert_eq!(
        deadlines(&seen.view(), "2026-11-23T12:00:00Z".parse().expect("an instant")),
        [
            "客服邮箱：help@every.example\n到今天 20:00（您当地时间）还没有回复，就再问一次。",
            "在线客服：https://every.example/chat\n到 11 月 23 日 20:10（您当地时间）就该有答复了，现在就再问一次。",
        ]
    );
}
