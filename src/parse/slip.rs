//! Slips of the hand that the TOML reader takes for something else: spaces that are none, signs of a Chinese keyboard in
//! a header, quotation marks inside a condition.

use crate::i18n::Message;

/// A space that is not the one of TOML, if the text begins with one.
pub(super) fn space(rest: &str) -> Option<(Message, Message)> {
    let (key, code) = match rest.chars().next()? {
        '\u{3000}' => ("toml-syntax-wide-space", "U+3000"),
        '\u{a0}' => ("toml-syntax-no-break-space", "U+00A0"),
        _ => return None,
    };
    Some((Message::new(key).with("code", code), Message::new("toml-syntax-space-help")))
}

/// A sign in the brackets of a header, `column` bytes into its line, that no name holds, when what was meant can be
/// told.
pub(super) fn header(line: &str, column: usize) -> Option<(Message, Message)> {
    let name = line.trim_start().strip_prefix('[')?;
    let name = name.strip_prefix('[').unwrap_or(name);
    let name = name.get(..name.find(']')?)?;
    let wrong = line.get(column..)?.chars().next()?;
    let mut meant = String::new();
    for sign in name.trim().chars() {
        match sign {
            '。' | '．' | '·' => meant.push('.'),
            '，' | '、' | ',' | '；' | ';' | '：' | ':' | '－' | '—' | '–' | '/' => meant.push('-'),
            'a'..='z' | '0'..='9' | '-' | '.' => meant.push(sign),
            _ => return None,
        }
    }
    if meant == name {
        return None;
    }
    let written = line.replacen(name, &meant, 1);
    let written = written.get(..=written.rfind(']')?)?.trim();
    let help = if "。．·".contains(wrong) { "toml-syntax-header-help-dot" } else { "toml-syntax-header-help" };
    let message = Message::new("toml-syntax-sign").with("wrong", wrong.to_string());
    Some((message, Message::new(help).with("right", written.to_owned())))
}

/// A quotation mark inside a condition, after which the reader met words, `column` bytes into the line.
pub(super) fn condition(line: &str, column: usize) -> Option<(Message, Message)> {
    let (before, rest) = line.split_at_checked(column)?;
    let before = before.trim_end().strip_suffix('"')?;
    let (key, begun) = before.rsplit_once('"')?;
    let key = key.trim_end().strip_suffix('=')?.trim_end();
    let is_condition =
        key.strip_suffix("when").is_some_and(|front| front.is_empty() || front.ends_with(['{', ' ', ',']));
    if !is_condition {
        return None;
    }
    let ends = |after: &str| after.trim_start().is_empty() || after.trim_start().starts_with([',', '}', ']', '#']);
    let end = rest.match_indices('"').map(|(at, _)| at).find(|at| rest.get(at + 1..).is_some_and(ends))?;
    let words = format!("{begun}{}", rest.get(..end)?.replace('"', ""));
    let help = Message::new("toml-syntax-condition-quotes-help").with("condition", words);
    Some((Message::new("toml-syntax-condition-quotes"), help))
}
