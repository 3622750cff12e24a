//! What somebody typed, which may be what nobody should have typed: it does not show up where a reply is printed for
//! debugging, and its memory is wiped when it is dropped.

use std::fmt::{self, Debug, Formatter};
use std::ops::Deref;
use zeroize::Zeroizing;

/// A text as typed. Several lines, joined by line breaks, where they were pasted as one.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed(Zeroizing<String>);

impl Deref for Typed {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Debug for Typed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Typed;
    use crate::prompt::Reply;

    #[test]
    fn printing_a_reply_says_how_long_it_is_and_nothing_else() {
        let reply = Reply::Typed(Typed::from("4111111111111111"));
        assert_eq!(format!("{reply:?}"), "Typed(16 bytes)");
        assert_eq!(format!("{:?}", Some(vec![reply])), "Some([Typed(16 bytes)])");
    }
}
