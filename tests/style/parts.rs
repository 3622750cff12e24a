//! How a text falls into lines, sentences and words.

use walletfix::i18n::Lang;
use walletfix::wording::is_han;

/// The text without what is quoted from a screen or written as code: those words are not the author's.
pub(super) fn own_words(words: &str) -> String {
    let mut kept = String::new();
    let mut rest = words;
    while let Some((at, open, close)) = first_quote(rest) {
        let (before, after) = rest.split_at(at + open.len());
        kept.push_str(before);
        rest = after.find(close).map_or("", |end| &after[end..]);
        // What closes may be what opens.
        let closed = rest.chars().next().map_or(0, char::len_utf8);
        kept.push_str(&rest[..closed]);
        rest = &rest[closed..];
    }
    kept.push_str(rest);
    kept.replace("= \"\"", "=")
}

/// Where the next quote begins, how, and how it will end.
fn first_quote(text: &str) -> Option<(usize, &'static str, char)> {
    const QUOTES: [(&str, char); 4] = [("“", '”'), ("《", '》'), ("`", '`'), ("= \"", '"')];
    let all = QUOTES.into_iter().filter_map(|(open, close)| Some((text.find(open)?, open, close)));
    all.min_by_key(|(at, _, _)| *at)
}

/// The text without what is given as an example of the person's own words.
pub(super) fn without_examples(words: &str) -> String {
    let mut kept = words.to_owned();
    for mark in ["or example: ", "例如："] {
        while let Some(at) = kept.find(mark) {
            let end = kept[at..].find(['.', '。']).map_or(kept.len(), |end| at + end);
            kept.replace_range(at..end, "");
        }
    }
    kept
}

/// The sentences of a text. An item of a list is one.
pub(super) fn sentences(words: &str, lang: Lang) -> Vec<&str> {
    split(words, lang, &['。', '？', '！'])
}

/// The same, where a semicolon ends one too: there the reader may breathe.
pub(super) fn breaths(words: &str, lang: Lang) -> Vec<&str> {
    split(words, lang, &['。', '？', '！', '；'])
}

fn split<'w>(words: &'w str, lang: Lang, chinese: &[char]) -> Vec<&'w str> {
    let mut all = Vec::new();
    for line in words.lines() {
        let mut start = 0;
        for (at, sign) in line.char_indices() {
            let mut after = at + sign.len_utf8();
            let mut next = line[after..].chars().next();
            // A quoted sentence ends the one that quotes it; a quoted question goes on.
            if matches!(sign, '.' | '。') && next == Some('”') {
                after += '”'.len_utf8();
                next = line[after..].chars().next();
            }
            let ends = match lang {
                Lang::Zh => chinese.contains(&sign) && !matches!(next, Some('”' | '，')),
                Lang::En => {
                    let breath = sign == ';' && chinese.contains(&'；');
                    // `?` by itself is a key.
                    let ends = matches!(sign, '.' | '?' | '!') && !line[..at].ends_with(' ') || breath;
                    ends && next.is_none_or(char::is_whitespace) && !is_list_mark(&line[..at])
                }
            };
            if ends {
                all.push(line[start..after].trim());
                start = after;
            }
        }
        all.push(line[start..].trim());
    }
    all.retain(|sentence| !sentence.is_empty());
    all
}

/// Whether a line so far is no more than the number of an item.
fn is_list_mark(start: &str) -> bool {
    let number = start.trim();
    !number.is_empty() && number.chars().all(|sign| sign.is_ascii_digit())
}

/// Whether a line is an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim();
    let is_list_of_answers = line.starts_with('{') && line.find('}') == Some(line.len() - 1);
    is_list_of_answers
        || line.starts_with("- ")
        || line.split_once(". ").is_some_and(|(number, _)| is_list_mark(number))
}

/// How long a sentence is: Chinese characters and words. A Latin word, a number, a
/// placeholder and a piece of code count as one.
pub(super) fn length(sentence: &str) -> usize {
    let (mut count, mut in_word, mut in_braces, mut in_code) = (0, false, false, false);
    for sign in sentence.chars() {
        match sign {
            '`' => (in_code, in_word, count) = (!in_code, true, count + usize::from(!in_code)),
            _ if in_code => {}
            '{' => (in_braces, count) = (true, count + usize::from(!in_word)),
            '}' => (in_braces, in_word) = (false, true),
            _ if in_braces => {}
            _ if is_han(sign) => (in_word, count) = (false, count + 1),
            _ if sign.is_alphanumeric() => {
                count += usize::from(!in_word);
                in_word = true;
            }
            // What holds a word together: it's, Wi-Fi, 1,280.00, 09:00.
            '\'' | '-' | '.' | ',' | ':' | '/' | '_' | '@' | '%' if in_word => {}
            _ => in_word = false,
        }
        if sign == ' ' {
            in_word = false;
        }
    }
    count
}

/// The first characters by which an option is typed.
pub(super) fn beginning(words: &str) -> String {
    words.to_lowercase().chars().take(2).collect()
}
