//! Parts of a day, as promises name them: `明天上午`, `tomorrow afternoon`. What is promised for one is due when it is
//! over.

/// The parts, each by when it is over.
const PARTS: [(&[&str], &str); 2] = [
    (&["早上", "上午", "中午", "morning", "at noon", "noon"], "12:00"),
    (&["下午", "傍晚", "下班", "afternoon"], "18:00"),
];

/// The text with the end of the part of the day that it names last, such as `tomorrow 18:00` for `tomorrow afternoon`.
pub(super) fn over(text: &str) -> Option<String> {
    PARTS.iter().find_map(|(names, over)| {
        let day = names.iter().find_map(|name| text.strip_suffix(name))?;
        Some(format!("{} {over}", day.trim_end_matches([' ', '的', ','])))
    })
}

#[cfg(test)]
mod tests {
    use super::over;

    #[test]
    fn a_part_of_a_day_is_meant_to_its_end() {
        for (text, time) in [
            ("明天上午", Some("明天 12:00")),
            ("2026-11-23 下午", Some("2026-11-23 18:00")),
            ("tomorrow morning", Some("tomorrow 12:00")),
            ("今天下班", Some("今天 18:00")),
            ("明天下午 3 点", None),
            ("明天", None),
        ] {
            assert_eq!(over(text).as_deref(), time, "{text}");
        }
    }
}
