//! English words without their endings, lightly: `crashed`, `crashes` and `crashing` are one word, and nothing is claimed
//! about grammar. What is irregular stands in the word list.

/// A word as the index has it. The word is in small letters.
pub(super) fn stem(word: &str) -> String {
    if word.len() <= 3 || !word.is_ascii() {
        return word.to_owned();
    }
    let base = shorter(word);
    // `freeze` and `freezing`, `store` and `stored`.
    let silent = base.len() > 3 && base.ends_with('e') && !base.ends_with("ee");
    base[..base.len() - usize::from(silent)].to_owned()
}

fn shorter(word: &str) -> String {
    let cut = |end: &str| word.strip_suffix(end).filter(|rest| rest.len() > 2);
    let has_vowel = |rest: &&str| rest.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if let Some(rest) = cut("ies").or_else(|| cut("ied")) {
        return format!("{rest}y");
    }
    if let Some(rest) = cut("ing").or_else(|| cut("ed").filter(|rest| !rest.ends_with('e'))).filter(has_vowel) {
        return single(rest);
    }
    let plural = cut("s").filter(|rest| !rest.ends_with(['s', 'u', 'i']));
    let hissing = cut("es").filter(|rest| ["s", "x", "z", "ch", "sh"].iter().any(|end| rest.ends_with(end)));
    hissing.or(plural).unwrap_or(word).to_owned()
}

/// `stopp` is `stop`; `tell`, `pass` and `fizz` stay.
fn single(word: &str) -> String {
    let doubled = word.as_bytes().last_chunk().is_some_and(|[a, b]: &[u8; 2]| a == b && !b"lsz".contains(a));
    word[..word.len() - usize::from(doubled)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_are_one() {
        for (forms, base) in [
            (["crash", "crashes", "crashed", "crashing"], "crash"),
            (["stop", "stops", "stopped", "stopping"], "stop"),
            (["freeze", "freezes", "freezing", "freezed"], "freez"),
            (["verify", "verifies", "verified", "verifying"], "verify"),
            (["fail", "fails", "failed", "failing"], "fail"),
        ] {
            assert!(forms.iter().all(|form| stem(form) == base), "{forms:?}");
        }
    }

    #[test]
    fn short_and_strange_words_stay() {
        for word in ["", "s", "is", "app", "gas", "usb", "status", "need", "speed", "pass", "string", "2fa", "éàüs"]
        {
            assert_eq!(stem(word), word);
        }
    }
}
