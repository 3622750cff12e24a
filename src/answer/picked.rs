//! What was picked from a list on the screen.

use super::choices::ticked;
use super::{Form, Question, choice};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};

/// The value that picked options are; `None`: nothing was picked.
pub(super) fn read(question: &Question, values: &[String]) -> Result<Option<Value>, Message> {
    match (&question.form, values) {
        (_, []) => Ok(None),
        (Form::Choices { min, max, .. }, _) => {
            let options = question.options(Lang::En);
            let places: Vec<usize> = (0..options.len()).filter(|at| values.contains(&options[*at].0)).collect();
            ticked(&options, &places, *min, *max).map(Some)
        }
        (_, [first, ..]) => Ok(Some(choice::value(first))),
    }
}
