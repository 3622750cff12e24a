//! How a screen is answered and what the keys do, in more words and in fewer. Pure.

use super::history::suggestion;
use super::list::{List, Under};
use super::page::{Page, Size};
use crate::i18n::Message;
use crate::palette::Tone;
use crate::prompt::Form;
use crate::prompt::layout::Line;
use crate::wording::wrap;

/// The hint in fewer and fewer words; at least one. Where nothing shows how several are ticked, that is said to the last; a
/// pointer, numbers and a line speak for themselves, and there the way out is said to the last.
pub(super) fn hints(page: &Page<'_>, list: &List<'_>, size: Size) -> Vec<Vec<Line>> {
    let lang = page.screen.lang;
    let lines = |message: Message| -> Vec<Line> {
        let rows = wrap(&message.text(lang), size.text());
        rows.into_iter().map(|text| Line { tone: Tone::Hint, text }).collect()
    };
    // Where there is no room for the menu its words are written.
    let again = || Message::new(if size.is_low() { "prompt-escape-typed" } else { "prompt-escape-again" });
    if list.fits_nothing() {
        return vec![lines(Message::new("prompt-fits-nothing")), lines(again())];
    }
    if list.under() == Under::Commands {
        return vec![lines(Message::new("prompt-commands")), lines(again())];
    }
    if list.ticks_by_enter() {
        return vec![lines(Message::new("prompt-several-found")), lines(again())];
    }
    let (key, short) = match page.screen.form {
        Form::One if size.is_low() => ("prompt-one-line", None),
        Form::Several if size.is_low() => ("prompt-several-line", Some("prompt-several-line-short")),
        Form::One => ("prompt-one-list", Some("prompt-one-list-short")),
        Form::Several => ("prompt-several-list", Some("prompt-several-list-short")),
        Form::Line if suggestion(page.screen).is_some() => ("prompt-line-again", Some("prompt-line")),
        Form::Line => ("prompt-line", None),
        Form::Note => ("prompt-note-menu", None),
    };
    // So many words hide more than they say.
    let fits =
        |hint: &Vec<Line>, part: usize, least: usize| size.is_low() || hint.len() <= (size.rows / part).max(least);
    let mut hints = Vec::new();
    if !page.introduced && !size.is_low() {
        let menu = if page.kept { "prompt-escape" } else { "prompt-escape-unkept" };
        let whole = lines(Message::new(key).with("menu", Message::new(menu)));
        hints.extend(Some(whole).filter(|hint| fits(hint, 8, 1)));
    }
    hints.extend(Some(lines(Message::new(key).with("menu", again()))).filter(|hint| fits(hint, 4, 2)));
    hints.extend(short.map(|short| lines(Message::new(short).with("menu", again()))));
    hints.push(match (page.screen.form, short) {
        (Form::Several, Some(short)) => lines(Message::new(short).with("menu", "")),
        _ => lines(again()),
    });
    hints
}
