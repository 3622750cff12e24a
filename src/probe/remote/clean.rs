//! Text from the network, made fit to be shown: one line, nothing that moves a cursor or turns the direction, not long.

use crate::secrets::cover;
use crate::wording::width;
use std::iter::Peekable;

/// Characters of a text that are looked at; what is shown of it is far shorter.
const LOOKED_AT: usize = 4096;

/// Marks that one letter may carry: more smear over the lines around.
const MARKS: usize = 3;

/// Stands where a text was cut.
const CUT: &str = "...";

/// The text on one line without escape sequences, control and format characters and secrets, cut to so many columns.
pub fn clean(text: &str, columns: usize) -> String {
    cut(&line(text), columns)
}

/// The same, uncut.
pub(super) fn line(text: &str) -> String {
    let mut signs = text.chars().take(LOOKED_AT).peekable();
    let mut shown = String::new();
    let mut marks = MARKS;
    while let Some(sign) = signs.next() {
        if skip_escape(sign, &mut signs) || is_unseen(sign) {
            continue;
        }
        let sign = if sign.is_control() || sign.is_whitespace() { ' ' } else { sign };
        if width(sign.encode_utf8(&mut [0; 4])) > 0 {
            // A blank carries none.
            marks = if sign == ' ' { MARKS } else { 0 };
        } else if marks == MARKS {
            continue;
        } else {
            marks += 1;
        }
        shown.push(sign);
    }
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    cover(&shown).into_owned()
}

/// At most so many columns of a line.
pub(super) fn cut(line: &str, columns: usize) -> String {
    if width(line) <= columns {
        return line.to_owned();
    }
    let mark = if columns > CUT.len() { CUT } else { "" };
    let mut kept = String::new();
    for sign in line.chars() {
        kept.push(sign);
        // The whole is measured, since signs can be wider together than alone.
        if width(&kept) + mark.len() > columns {
            kept.pop();
            break;
        }
    }
    kept.truncate(kept.trim_end().len());
    kept + mark
}

/// Whether an escape sequence of a terminal begins there (ECMA-48); the rest of it is then taken off.
fn skip_escape(sign: char, rest: &mut Peekable<impl Iterator<Item = char>>) -> bool {
    let kind = match sign {
        '\u{1b}' => match rest.peek() {
            Some(&kind @ '\u{20}'..='\u{7e}') => {
                rest.next();
                kind
            }
            _ => return false,
        },
        '\u{90}' => 'P',
        '\u{98}' => 'X',
        '\u{9b}' => '[',
        '\u{9d}' => ']',
        '\u{9e}' => '^',
        '\u{9f}' => '_',
        _ => return false,
    };
    match kind {
        '[' => {
            while rest.next_if(|sign| matches!(sign, '\u{20}'..='\u{3f}')).is_some() {}
            rest.next_if(|sign| matches!(sign, '\u{40}'..='\u{7e}'));
        }
        // A string up to its end: the title of a window, the target of a link.
        'P' | 'X' | ']' | '^' | '_' => {
            while let Some(sign) = rest.next() {
                if matches!(sign, '\u{7}' | '\u{9c}') {
                    break;
                }
                if sign == '\u{1b}' && rest.next_if_eq(&'\\').is_some() {
                    break;
                }
            }
        }
        _ => {}
    }
    true
}

/// Characters without a shape of their own: format characters (Unicode 16, general category Cf), variation selectors,
/// fillers, and what every font may draw as it likes (private use).
fn is_unseen(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}'
        | '\u{8e2}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..)
}
