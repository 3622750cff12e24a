//! Texts inside the program that the build made small (RFC 1951): each is itself again when it is first read.

use miniz_oxide::inflate::decompress_to_vec;
use std::ops::Deref;
use std::sync::OnceLock;

/// A text that lies in the program; read as a `str`.
pub struct Deflated {
    small: &'static [u8],
    text: OnceLock<String>,
}

impl Deflated {
    /// A text that the build made small.
    pub const fn new(small: &'static [u8]) -> Self {
        Self { small, text: OnceLock::new() }
    }
}

impl Deref for Deflated {
    type Target = str;

    fn deref(&self) -> &str {
        // The build made it from text that was whole.
        let open = || String::from_utf8(decompress_to_vec(self.small).unwrap_or_default()).unwrap_or_default();
        self.text.get_or_init(open)
    }
}
