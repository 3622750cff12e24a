//! A screen in two languages: side by side where there is room, else one below the other. Pure.

use crate::i18n::Message;
use crate::palette::{Palette, Tone};
use crate::prompt::{Beside, Screen};
use crate::wording::wrap;
use unicode_width::UnicodeWidthStr as _;

/// Narrower than this, two columns would be too narrow to read.
const WIDE_ENOUGH: usize = 70;
/// Wider lines are hard to read.
const WIDEST: usize = 110;
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
pub(super) fn merged(screen: &Screen, beside: &Beside) -> Screen {
    let mut merged = screen.clone();
    merged.title = None;
    merged.text.clone_from(&beside.place);
    merged.channels.clear();
    merged.urgent = false;
    for (option, other) in merged.options.iter_mut().zip(&beside.screen.options) {
        if option.label != other.label {
            option.label = format!("{} | {}", option.label, other.label);
        }
    }
    merged
}

/// Whether a line asks to look at the files again.
pub(super) fn is_reload(line: &str) -> bool {
    matches!(line.trim().replace('：', ":").as_str(), ":reload" | ":重新载入" | ":刷新")
}
