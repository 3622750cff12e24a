//! A question in a window that nobody looks at: what each key would make of it. For measuring the way from a key to a
//! picture without a terminal.

use super::commands;
use super::history::History;
use super::keys::Decoder;
use super::list::{Choices, List};
use super::page::{Page, Size};
use crate::prompt::{Form, Screen};

/// How many bytes of rows are drawn for a screen in a window of so many rows and columns when these keys are pressed one
/// after the other, each as the bytes that a terminal sends.
pub fn rehearse(screen: &Screen, (rows, columns): (usize, usize), keys: &[&[u8]]) -> usize {
    let commands = || commands::entries(screen, true, true);
    let options = if matches!(screen.form, Form::One | Form::Several) { screen.options.as_slice() } else { &[] };
    let several = screen.form == Form::Several;
    let mut list = List::new(Choices { options, commands: &commands, several }, &[]);
    let page = Page { screen, introduced: true, kept: true };
    let (mut decoder, mut history, mut drawn) = (Decoder::default(), History::default(), 0);
    let size = Size { rows, columns };
    list.set_low(size.is_low());
    for bytes in keys {
        decoder.feed(bytes);
        while let Some(key) = decoder.next() {
            list.take(&key, &mut history);
        }
        list.catch_up();
        let picture = page.whole(&mut list, size).unwrap_or_else(|| page.rest(&mut list, size, false));
        drawn += picture.rows.iter().map(|row| row.text.len()).sum::<usize>();
    }
    drawn
}
