//! Several of some options: numbers and labels in one line.

use super::choice::find;
use super::plain::Plain;
use super::{skip, yes_no};
use crate::flow::value::Value;
use crate::i18n::Message;

/// Words for none of the options. A plain no is one: the list asks which of them. Shorter beginnings of "I don't know" and
/// of labels ("not", "不") are none, since somebody may still be typing.
const NONE: [&str; 21] = [
    "0",
    "none",
    "no",
    "n",
    "nope",
    "无",
    "否",
    "没",
    "沒",
    "没有",
    "沒有",
    "都没",
    "都没有",
    "都沒有",
    "都不是",
    "一个也没有",
    "一个都没有",
    "以上都没有",
    "以上都不是",
    "none of these",
    "none of them",
];

/// Reads any number of options, each once, in the author's order.
pub(super) fn read(
    options: &[(String, String)],
    min: Option<usize>,
    max: Option<usize>,
    plain: &Plain,
) -> Result<Value, Message> {
    ticked(options, &places(options, plain)?, min, max)
}

/// The places of the options that are meant, each once, in the author's order.
pub(super) fn places(options: &[(String, String)], plain: &Plain) -> Result<Vec<usize>, Message> {
    let mut places = match one(options, plain) {
        Ok(at) => vec![at],
        Err(_) if says_none(plain) => Vec::new(),
        Err(whole) => each(options, plain, whole)?,
    };
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

/// Whether the whole line says that none of the options is meant.
pub(super) fn says_none(plain: &Plain) -> bool {
    NONE.contains(&yes_no::bare(plain))
}

/// The place of one option. Whoever says yes or no to the whole list means no option that happens to begin so.
fn one(options: &[(String, String)], plain: &Plain) -> Result<usize, Message> {
    let at = find(options, plain)?;
    let (id, label) = &options[at];
    let says_more = says_none(plain) || yes_no::said(plain).is_some();
    if says_more && id != plain.folded() && Plain::new(label).folded() != plain.folded() {
        return Err(Message::new("answer-no-option").with("count", options.len()));
    }
    Ok(at)
}

/// The set of these places, if there are neither too few nor too many.
pub(super) fn ticked(
    options: &[(String, String)],
    places: &[usize],
    min: Option<usize>,
    max: Option<usize>,
) -> Result<Value, Message> {
    if places.iter().any(|at| options[*at].0 == skip::VALUE) {
        let alone = places.len() == 1;
        return if alone { Ok(Value::Unknown) } else { Err(Message::new("choices-skip-and-more")) };
    }
    match (min, max) {
        (Some(min), _) if places.len() < min => {
            Err(Message::new("choices-too-few").with("min", min).with("count", places.len()))
        }
        (_, Some(max)) if places.len() > max => {
            Err(Message::new("choices-too-many").with("max", max).with("count", places.len()))
        }
        _ => Ok(Value::Choices(places.iter().map(|at| options[*at].0.clone()).collect())),
    }
}

/// Labels may hold spaces, so commas divide first and spaces only where that leaves something unmatched.
fn each(options: &[(String, String)], plain: &Plain, whole: Message) -> Result<Vec<usize>, Message> {
    let mut places = Vec::new();
    let parts: Vec<&str> = divided(plain.as_str(), &[',', '、', ';', '/']);
    let single = parts.len() == 1;
    for part in parts {
        match one(options, &Plain::new(part)) {
            Ok(at) => places.push(at),
            Err(unclear) => {
                let words = divided(part, &[' ']);
                if words.len() < 2 {
                    return Err(if single { whole } else { unclear });
                }
                let found: Vec<Result<usize, Message>> =
                    words.iter().map(|word| one(options, &Plain::new(word))).collect();
                let some_fit = found.iter().any(Result::is_ok);
                for word in found {
                    places.push(word.map_err(|own| if some_fit { own } else { unclear.clone() })?);
                }
            }
        }
    }
    if places.is_empty() { Err(whole) } else { Ok(places) }
}

fn divided<'t>(text: &'t str, at: &[char]) -> Vec<&'t str> {
    text.split(at).map(str::trim).filter(|part| !part.is_empty()).collect()
}
