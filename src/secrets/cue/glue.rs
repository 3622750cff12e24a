//! What may touch a long number: a word that announces it, but no piece of a name, a hash or an order number.

/// Words that people write right before a number, without a gap.
const LEADING: [&str; 22] = [
    "card",
    "pan",
    "visa",
    "mastercard",
    "mc",
    "amex",
    "jcb",
    "unionpay",
    "discover",
    "maestro",
    "number",
    "no",
    "nr",
    "num",
    "is",
    "id",
    "idcard",
    "sfz",
    "cc",
    "to",
    "from",
    "account",
];
/// Words that follow so.
const TRAILING: [&str; 9] = ["exp", "expires", "expiry", "cvv", "cvc", "valid", "and", "is", "mm"];

/// Whether a number that begins here is a number of its own. `text` is in lower case.
pub(in crate::secrets) fn begins(text: &str, start: usize) -> bool {
    let head = text.get(..start).unwrap_or("");
    let dashed = head.strip_suffix('-').unwrap_or(head);
    let word = last_word(dashed);
    // In JSON a line break is two characters, the second one a letter.
    let escape = matches!(word, "n" | "t" | "r") && dashed.strip_suffix(word).is_some_and(|rest| rest.ends_with('\\'));
    word.is_empty() || escape || LEADING.contains(&word.trim_end_matches('_')) || dashed != head && is_number(word)
}

/// Whether a number that ends here is no beginning of something else.
pub(in crate::secrets) fn ends(text: &str, end: usize) -> bool {
    let tail = text.get(end..).unwrap_or("");
    let dashed = tail.strip_prefix('-').unwrap_or(tail);
    let length = dashed.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let word = dashed.get(..length).unwrap_or("");
    let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
    !tail.starts_with('@') && (word.is_empty() || TRAILING.contains(&letters) || dashed != tail && is_number(word))
}

/// The letters, digits and underscores at the end of a text, as many as a word of the list may have.
fn last_word(text: &str) -> &str {
    let length = text.bytes().rev().take(16).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    text.get(text.len() - length..).unwrap_or("")
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
