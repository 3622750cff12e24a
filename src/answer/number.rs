//! Whole numbers.

use super::amount::digits;
use super::plain::Plain;
use crate::i18n::Message;

/// Reads a whole number within bounds, both included.
pub(super) fn read(plain: &Plain, min: Option<i64>, max: Option<i64>) -> Result<i64, Message> {
    let typed = plain.as_str();
    let (sign, unsigned) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim()),
        None => ("", typed.strip_prefix('+').unwrap_or(typed).trim()),
    };
    let number = digits(unsigned)
        .filter(|digits| !digits.contains('.'))
        .and_then(|digits| format!("{sign}{digits}").parse::<i64>().ok())
        .ok_or_else(|| unclear(min, max))?;
    within(number, min, max)
}

/// The number, if it keeps to the bounds.
pub(super) fn within(number: i64, min: Option<i64>, max: Option<i64>) -> Result<i64, Message> {
    match (min, max) {
        (Some(min), Some(max)) if !(min..=max).contains(&number) => {
            Err(Message::new("number-between").with("min", min.to_string()).with("max", max.to_string()))
        }
        (Some(min), _) if number < min => Err(Message::new("number-at-least").with("min", min.to_string())),
        (_, Some(max)) if number > max => Err(Message::new("number-at-most").with("max", max.to_string())),
        _ => Ok(number),
    }
}

/// How to write one.
pub(super) fn example(min: Option<i64>, max: Option<i64>) -> Message {
    match (min, max) {
        (Some(min), Some(max)) => {
            Message::new("number-example-between").with("min", min.to_string()).with("max", max.to_string())
        }
        _ => Message::new("number-example").with("example", a_number(min, max).to_string()),
    }
}

fn unclear(min: Option<i64>, max: Option<i64>) -> Message {
    Message::new("number-unclear").with("example", a_number(min, max).to_string())
}

/// A number that would be right.
fn a_number(min: Option<i64>, max: Option<i64>) -> i64 {
    3.clamp(min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX).max(min.unwrap_or(i64::MIN)))
}
