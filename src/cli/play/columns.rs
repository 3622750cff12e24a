//! A screen in two languages: side by side where there is room, else one below the other. Pure.

use crate::i18n::Message;
use crate::palette::{Palette, Tone};
use crate::prompt::{Beside, Screen};
use crate::wording::{width, wrap};
use unicode_width::UnicodeWidthStr as _;

/// Narrower than this, two columns would be too narrow to read.
const WIDE_ENOUGH: usize = 70;
/// Wider lines are hard to read.
const WIDEST: usize = 110;
/// Options are never wider than this.
const NARROW: usize = 76;
/// What an option takes beside its labels: its number, and the rule between them.
const OPTION: usize = 10;
/// Between the columns.
const RULE: &str = " | ";

/// What a person sees above the options, and behind it what `?` would show.
pub(super) fn text(screen: &Screen, beside: &Beside, columns: usize, palette: Palette) -> String {
    let columns = columns.min(WIDEST);
    let [own, other] = &beside.hints;
    let sides = [(screen, own), (&beside.screen, other)];
    let mut out = String::from("\n");
    if columns >= WIDE_ENOUGH {
        let room = (columns - RULE.len()) / 2;
        let [left, right] = sides.map(|(screen, hint)| lines(screen, hint.as_deref(), room));
        // Parts begin on the same line on both sides.
        for (left, right) in left.iter().zip(&right) {
            for at in 0..left.1.len().max(right.1.len()) {
                let side = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
                let (left_line, right_line) = (side(&left.1), side(&right.1));
                let gap = " ".repeat(room.saturating_sub(left_line.width()));
                let line =
                    format!("{}{gap}{RULE}{}", palette.paint(left.0, &left_line), palette.paint(right.0, &right_line));
                out.push_str(line.trim_end());
                out.push('\n');
            }
        }
        return out;
    }
    for (at, (screen, hint)) in sides.into_iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        for (tone, lines) in lines(screen, hint.as_deref(), columns) {
            for line in lines {
                out.push_str(&palette.paint(tone, &line));
                out.push('\n');
            }
        }
    }
    out
}

/// The parts of a screen, the same number in both languages; one that is missing has no lines.
fn lines(screen: &Screen, hint: Option<&str>, room: usize) -> Vec<(Tone, Vec<String>)> {
    let message = |key: &'static str, text: &str| Message::new(key).with("text", text).text(screen.lang);
    let part = |text: Option<String>| text.map(|text| wrap(&text, room)).unwrap_or_default();
    let title = screen.title.clone();
    let (tone, text) = if screen.urgent {
        (Tone::Urgent, message("prompt-urgent", &screen.text))
    } else {
        (Tone::Body, screen.text.clone())
    };
    let channels = screen.channels.iter().flat_map(|channel| {
        let lines = wrap(channel, room.saturating_sub(2));
        lines.into_iter().enumerate().map(|(at, line)| format!("{}{line}", if at == 0 { "- " } else { "  " }))
    });
    vec![
        (Tone::Title, part(title)),
        (tone, part(Some(text))),
        (Tone::Body, channels.collect()),
        (Tone::Hint, part(hint.map(|hint| message("play-hint", hint)))),
    ]
}

/// The screen that is asked below that: the options of both languages, and where the step stands.
pub(super) fn merged(screen: &Screen, beside: &Beside, columns: usize) -> Screen {
    let mut merged = screen.clone();
    merged.title = None;
    merged.text.clone_from(&beside.place);
    merged.channels.clear();
    merged.urgent = false;
    for (option, other) in merged.options.iter_mut().zip(&beside.screen.options) {
        if option.label != other.label {
            let beside = width(&option.label) + width(&other.label) + OPTION <= columns.min(NARROW);
            let between = if beside { RULE } else { "\n" };
            option.label = format!("{}{between}{}", option.label, other.label);
        }
    }
    merged
}

/// Whether a line asks to look at the files again.
pub(super) fn is_reload(line: &str) -> bool {
    matches!(line.trim().replace('：', ":").as_str(), ":reload" | ":重新载入" | ":刷新")
}

#[cfg(test)]
mod tests {
    use super::{merged, text};
    use crate::i18n::Lang;
    use crate::palette::Palette;
    use crate::prompt::{Beside, Form, Screen, ScreenOption};
    use unicode_width::UnicodeWidthStr as _;

    fn screen(lang: Lang, text: &str, label: &str) -> Screen {
        Screen {
            path: "a".to_owned(),
            visit: 1,
            lang,
            form: Form::One,
            title: Some(text.chars().take(9).collect()),
            notices: Vec::new(),
            text: text.to_owned(),
            channels: vec![text.to_owned(), "123".to_owned()],
            options: vec![ScreenOption { value: "x".to_owned(), label: label.to_owned(), heading: None }],
            default: Vec::new(),
            default_words: None,
            format_words: None,
            ahead: None,
            urgent: true,
        }
    }

    fn pair() -> (Screen, Beside) {
        let zh = screen(Lang::Zh, &"钱包显示的“可用余额”是多少？".repeat(5), "不知道");
        let en =
            screen(Lang::En, &"What does “it” show in https://help.example/a-long-way? ".repeat(5), "I don't know");
        let beside =
            Beside { screen: en, hints: [Some("提示".to_owned()), None], place: "a (ask)  a.toml:1".to_owned() };
        (zh, beside)
    }

    #[test]
    fn no_line_is_too_wide_and_the_rule_is_straight() {
        let (zh, beside) = pair();
        for columns in [20, 39, 69, 70, 79, 100, 300] {
            let shown = text(&zh, &beside, columns, Palette::new(false));
            let rules = shown.lines().filter_map(|line| line.split_once(" |"));
            let places: Vec<usize> = rules.map(|(before, _)| before.width()).collect();
            assert_eq!(columns >= 70, !places.is_empty(), "{shown}");
            assert!(places.iter().all(|place| *place == places[0]), "{shown}");
            for line in shown.lines() {
                assert!(line.width() <= columns, "{columns} columns: {line}");
            }
            for word in ["紧急：钱包", "Urgent: What", "？提示", "- 123"] {
                assert!(shown.contains(word), "{word} is missing in\n{shown}");
            }
        }
    }

    #[test]
    fn options_stand_side_by_side_where_both_fit() {
        let (zh, beside) = pair();
        let label = |columns| merged(&zh, &beside, columns).options[0].label.clone();
        assert_eq!(label(80), "不知道 | I don't know");
        assert_eq!(label(24), "不知道\nI don't know");
    }
}
