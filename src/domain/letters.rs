//! Letters that the eye takes for others.
//!
//! A library for the whole of UTS 39 would weigh more than this room; host names hold letters and digits alone, and a brand
//! is written in Latin letters, so the letters that are drawn like one of those are enough.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of other scripts by the Latin letter they are drawn like (UTS 39, confusables.txt; lower case).
const DRAWN_ALIKE: [(char, &str); 26] = [
    ('a', "аαɑ"),
    ('b', "ЬьɓƄƅ"),
    ('c', "сϲᴄ"),
    ('d', "ԁɗɖ"),
    ('e', "еҽɛєε"),
    ('f', "ƒꞙẝ"),
    ('g', "ɡցǥɢ"),
    ('h', "һհħ"),
    ('i', "іɩιıɪ"),
    ('j', "јϳɉ"),
    ('k', "кκҟқ"),
    ('l', "ӏⅼłǀɭ"),
    ('m', "мṃɱ"),
    ('n', "ոռпηɴ"),
    ('o', "оοօσøᴏ"),
    ('p', "рρϼƿ"),
    ('q', "ԛգզ"),
    ('r', "гᴦɼɾ"),
    ('s', "ѕꜱƽʂ"),
    ('t', "тτţƭ"),
    ('u', "υսʋцᴜ"),
    ('v', "ѵνᴠ"),
    ('w', "ԝѡωաᴡ"),
    ('x', "хχҳ"),
    ('y', "уүγўყ"),
    ('z', "ʐᴢżʑ"),
];

/// Letters that look like others where they stand together, and signs that look like letters on their own.
const TOGETHER: [(&str, &str); 3] = [("rn", "m"), ("vv", "w"), ("cl", "d")];
const ALONE: [(char, char); 6] = [('0', 'o'), ('1', 'l'), ('i', 'l'), ('5', 's'), ('3', 'e'), ('q', 'g')];

/// What two labels have in common when the eye cannot tell them apart.
pub(super) fn seen(label: &str) -> String {
    // Accents go first: they are the easiest to overlook.
    let bare = label.nfkd().filter(|sign| !is_combining_mark(*sign));
    let latin = bare.map(|sign| {
        let sign = drawn_like(sign).unwrap_or(sign);
        ALONE.iter().find(|(alike, _)| *alike == sign).map_or(sign, |(_, letter)| *letter)
    });
    let latin: String = latin.collect();
    TOGETHER.iter().fold(latin, |text, (pair, single)| text.replace(pair, single))
}

/// The small Latin letter that a small letter of another script is drawn like.
pub fn drawn_like(sign: char) -> Option<char> {
    DRAWN_ALIKE.iter().find(|(_, others)| !sign.is_ascii() && others.contains(sign)).map(|(latin, _)| *latin)
}

/// Whether one word has letters of Latin and of a script that is drawn like it. Chinese beside Latin is everyday.
pub(super) fn mixes_scripts(label: &str) -> bool {
    let scripts = [latin, greek, cyrillic, armenian].map(|is_of| label.chars().any(is_of));
    scripts.iter().filter(|there| **there).count() > 1
}

fn latin(sign: char) -> bool {
    sign.is_ascii_alphabetic() || (('\u{c0}'..='\u{24f}').contains(&sign) && sign.is_alphabetic())
}

fn greek(sign: char) -> bool {
    ('\u{370}'..='\u{3ff}').contains(&sign)
}

fn cyrillic(sign: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&sign)
}

fn armenian(sign: char) -> bool {
    ('\u{530}'..='\u{58f}').contains(&sign)
}
