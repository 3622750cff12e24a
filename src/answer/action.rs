//! What became of something to do or to try.

use super::plain::Plain;
use super::{choice, yes_no};
use crate::flow::step::Verb;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};

/// A kind of action: the words of its answers in the Fluent files, and its answers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    label: fn(&str) -> Message,
    answers: [&'static str; 4],
}

/// "Do this now".
pub(super) const DO: Kind = Kind { label: |id| Message::new(format!("do-{id}")), answers: Verb::DO_ANSWERS };
/// "Do this; did it help?"
pub(super) const TRY: Kind = Kind { label: |id| Message::new(format!("try-{id}")), answers: Verb::TRY_ANSWERS };

/// The four answers as the screen lists them.
pub(super) fn options(kind: Kind, lang: Lang) -> Vec<(String, String)> {
    kind.answers.map(|id| (id.to_owned(), (kind.label)(id).text(lang))).into()
}

/// Reads one of the four; yes is the first of them (done, fixed), no the second (cannot, not fixed).
pub(super) fn read(kind: Kind, options: &[(String, String)], plain: &Plain) -> Result<Value, Message> {
    match yes_no::said(plain) {
        Some(yes) => Ok(Value::Choice(kind.answers[usize::from(!yes)].to_owned())),
        None => choice::read(options, plain),
    }
}
