//! What each rule is about, for people who write flows: what it means, why it matters, how to mend it, and an example
//! before and after.
//!
//! A page is a file of `pages/`, named after its rule. What can be known is not written in it: the severity, whether a rule
//! can be allowed, and where in the example the finding stands come from the rule and from reading the example, so that no
//! page can promise what `validate` does not do. Knows no file, no terminal and no clock.
//!
//! # To write a page
//!
//! `pages/RULE.md`: three paragraphs in each language, one line each, then `wrong` and `right`, and `beside` for files that
//! both use. An example shows the part that matters. What is left out is added when it is read: the head of a flow or
//! profile, and the steps `support`, `solved` and (in a shared flow) `ok`. A fence names the file where it is not the flow,
//! and lines that begin with `#~` are read and not shown. The tests say what is missing.

pub mod example;
mod list;
mod name;
mod page;
pub mod text;

use crate::diagnostic::Rule;
use crate::i18n::Lang;
pub use list::list;
pub use name::{Unknown, named};
pub use page::page;

/// What is written about a rule, without its examples: what it means, why it matters, how to mend it.
pub fn prose(rule: Rule, lang: Lang) -> Vec<String> {
    text::Page::of(rule).map(|page| page.prose(lang).to_vec()).unwrap_or_default()
}
