//! Any text as an answer: read in every form, and looked through for secrets.
#![no_main]

use jiff::Timestamp;
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;
use walletfix::answer::{Context, Form, Question, Understood, given, read};
use walletfix::flow::display::file_form;
use walletfix::flow::step::{Choice, TextFormat};
use walletfix::flow::text::Text;
use walletfix::i18n::Lang;
use walletfix::script::Given;
use walletfix::secrets;

fuzz_target!(|data: (u8, bool, &str)| {
    let (form, can_skip, typed) = data;
    let option = |value: &str, zh, en| Choice { value: value.to_owned(), label: Text::plain(zh, en) };
    let options = vec![option("screen", "屏幕共享过", "Shared a screen"), option("short", "密码太短", "Short password")];
    let form = match form % 16 {
        0 => Form::Choice(options),
        1 => Form::Choices { options, min: None, max: Some(1) },
        2 => Form::YesNo,
        3 => Form::Do,
        4 => Form::Try,
        5 => Form::Amount { currency: Some("CNY".to_owned()), any: false },
        6 => Form::Amount { currency: None, any: true },
        7 => Form::Number { min: Some(-5), max: Some(1_000_000) },
        8 => Form::Time { past: true },
        9 => Form::Time { past: false },
        10 => Form::Version,
        at => Form::Text(TextFormat::ALL[usize::from(at) % TextFormat::ALL.len()].1),
    };
    let question = Question { form, can_skip };
    let now: Timestamp = "2026-11-21T02:00:00Z".parse().expect("an instant");
    for (lang, zone) in [(Lang::Zh, "Asia/Shanghai"), (Lang::En, "America/New_York")] {
        let context = Context { lang, zone: TimeZone::get(zone).expect("a zone"), now };
        if let Ok(Understood::Answer { value, .. }) = read(&question, typed, &context) {
            let written = file_form(&value);
            if written != "unknown" || can_skip {
                assert_eq!(given(&question, &Given::Text(written), &context), Ok(value));
            }
        }
    }
    let found = secrets::find(typed, TextFormat::Free);
    assert!(found.iter().all(|found| typed.get(found.span.clone()).is_some()), "{found:?} in {typed:?}");
    assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{found:?} in {typed:?}");
    assert_eq!(secrets::blot(typed).len(), typed.len(), "every other byte stays where it is");
});
