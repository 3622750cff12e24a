//! A text that somebody saved or pipes in, of whatever encoding their editor writes.

use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;
use crate::wording::{one_line, refusal};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// No mail thread is longer; reading on would only fill the memory.
const LONGEST: u64 = 8 * 1024 * 1024;

/// The text of a file, or of standard input.
pub fn text(context: &Context, file: Option<&Path>) -> Result<String, Exit> {
    let mut bytes = Vec::new();
    let read = match file {
        Some(file) => File::open(file).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes)),
        None => io::stdin().lock().take(LONGEST).read_to_end(&mut bytes),
    };
    match read {
        Ok(_) => Ok(decoded(&bytes).trim_start_matches('\u{feff}').to_owned()),
        Err(error) => {
            let path = file.map_or_else(|| "-".to_owned(), |file| one_line(&file.display().to_string()));
            context.complain(&Message::new("session-io").with("path", path).with("reason", refusal(&error)));
            Err(Exit::Inaccessible)
        }
    }
}

/// UTF-8, or what Windows saves as "Unicode".
fn decoded(bytes: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
