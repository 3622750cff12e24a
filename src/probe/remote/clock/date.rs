//! The time that an HTTP answer states.

use jiff::Timestamp;
use jiff::fmt::rfc2822::{DateTimeParser, DateTimePrinter};
use reqwest::header::{AGE, DATE, HeaderMap};

/// An instant as RFC 9110 (section 5.6.7) wants it, such as `Thu, 19 Mar 2026 12:00:00 GMT`; nothing else, also not the
/// older forms that it lists, and no weekday that does not fit.
pub(super) fn instant(text: &str) -> Option<Timestamp> {
    const PARSER: DateTimeParser = DateTimeParser::new();
    const PRINTER: DateTimePrinter = DateTimePrinter::new();
    let instant = PARSER.parse_timestamp(text).ok()?;
    // The format it is a kind of allows much that HTTP does not.
    (PRINTER.timestamp_to_rfc9110_string(&instant).ok()? == text).then_some(instant)
}

/// When that answer was made; `None`: it does not say, or it lay in a cache since.
pub(in crate::probe::remote) fn made(headers: &HeaderMap) -> Option<Timestamp> {
    let header = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default().trim());
    match header(AGE).map(str::parse::<u64>) {
        None | Some(Ok(0)) => instant(header(DATE)?),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::instant;
    use proptest::prelude::{prop_assert, proptest};

    #[test]
    fn only_the_form_of_today_is_read() {
        let read = |text| instant(text).map(|instant| instant.to_string());
        assert_eq!(read("Thu, 19 Mar 2026 12:00:00 GMT").as_deref(), Some("2026-03-19T12:00:00Z"));
        assert_eq!(read("Sun, 06 Nov 1994 08:49:37 GMT").as_deref(), Some("1994-11-06T08:49:37Z"));
        for wrong in [
            "Tue, 19 Mar 2026 12:00:00 GMT",
            "19 Mar 2026 12:00:00 GMT",
            "Thu, 19 Mar 2026 12:00:00 +0000",
            "Thu, 19 Mar 2026 12:00 GMT",
            "thu, 19 mar 2026 12:00:00 gmt",
            "Thu, 19 Mar 2026  12:00:00 GMT",
            "Thu, 19 Mar 2026 12:00:00 CET",
            "Thu, 30 Feb 2026 12:00:00 GMT",
            "Thu, 19 Mar 2026 25:00:00 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
    proptest! {
        #[test]
        fn any_text_is_read_or_not(text: String) {
            let _ = instant(&text);
        }

        #[test]
        fn every_instant_is_read_back(second in 0..253_402_300_799_i64) {
            let instant_then = jiff::Timestamp::from_second(second).expect("an instant");
            let text = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&instant_then);
            prop_assert!(instant(&text.expect("a text")) == Some(instant_then));
        }
    }
}
