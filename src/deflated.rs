//! Texts inside the program that the build made small (RFC 1951): each is itself again when it is first read.

use miniz_oxide::inflate::decompress_to_vec;
use std::ops::Deref;
use std::sync::OnceLock;

/// A text that lies in the program; read as a `str`.
pub struct Deflated {
    kept: Kept,
    text: OnceLock<String>,
}

enum Kept {
    /// As it is: somebody waits for it.
    Plain(&'static str),
    Small(&'static [u8]),
}

impl Deflated {
    /// A text that the build made small.
    pub const fn new(small: &'static [u8]) -> Self {
        Self { kept: Kept::Small(small), text: OnceLock::new() }
    }

    /// A text that is needed before the first prompt, and so is left as it is.
    pub const fn plain(text: &'static str) -> Self {
        Self { kept: Kept::Plain(text), text: OnceLock::new() }
    }
}

impl Deref for Deflated {
    type Target = str;

    fn deref(&self) -> &str {
        match self.kept {
            Kept::Plain(text) => text,
            // The build made it from text that was whole.
            Kept::Small(small) => self
                .text
                .get_or_init(|| String::from_utf8(decompress_to_vec(small).unwrap_or_default()).unwrap_or_default()),
        }
    }
}
