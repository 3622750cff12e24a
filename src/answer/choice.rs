//! One of some options, by id, number, label or the beginning of a label.

use super::plain::Plain;
use super::skip;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::wording::is_han;

/// Reads one option. `options` are listed with their labels, a skip last.
pub(super) fn read(options: &[(String, String)], plain: &Plain) -> Result<Value, Message> {
    find(options, plain).map(|at| value(&options[at].0))
}

/// The value of an option: skipping makes it unknown.
pub(super) fn value(id: &str) -> Value {
    if id == skip::VALUE { Value::Unknown } else { Value::Choice(id.to_owned()) }
}

/// The place of the option that is meant.
pub(super) fn find(options: &[(String, String)], plain: &Plain) -> Result<usize, Message> {
    let typed = plain.folded();
    if let Some(at) = options.iter().position(|(id, _)| id == typed) {
        return Ok(at);
    }
    let number = number(typed);
    if let Some(at) = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < options.len()) {
        return Ok(at);
    }
    let labels: Vec<Plain> = options.iter().map(|(_, label)| Plain::new(label)).collect();
    if let Some(at) = labels.iter().position(|label| label.folded() == typed) {
        return Ok(at);
    }
    if skip::is_meant(plain)
        && let Some(at) = options.iter().position(|(id, _)| id == skip::VALUE)
    {
        return Ok(at);
    }
    if let Some(at) = numbered_label(&labels, typed) {
        return Ok(at);
    }
    let begins: Vec<usize> =
        (0..labels.len()).filter(|at| long_enough(typed) && labels[*at].folded().starts_with(typed)).collect();
    match begins.as_slice() {
        [only] => Ok(*only),
        [] => Err(Message::new(if number.is_some() { "answer-number-not-listed" } else { "answer-no-option" })
            .with("count", options.len())),
        several => Err(Message::new("answer-several-options")
            .with("names", several.iter().map(|at| options[*at].1.clone()).collect::<Vec<_>>())
            .with("first", several[0] + 1)
            .with("second", several[1] + 1)),
    }
}

/// `2. 处理中`, a line of the screen as it stands.
fn numbered_label(labels: &[Plain], typed: &str) -> Option<usize> {
    let (digits, label) = typed.split_once(['.', ')', '、', ' '])?;
    let at = number(digits)?.checked_sub(1)?;
    labels.get(at).is_some_and(|known| known.folded() == label.trim()).then_some(at)
}

/// Two letters, or one Chinese character.
fn long_enough(typed: &str) -> bool {
    typed.chars().nth(1).is_some() || typed.chars().next().is_some_and(is_han)
}

/// `3`, `3)`, `第3项`.
fn number(typed: &str) -> Option<usize> {
    let digits = typed.trim_start_matches(['第', '(', '#', ' ']).trim_end_matches([')', '、', '项', '个', ' ']);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(digits.parse().unwrap_or(usize::MAX))
}
