//! What may stand between a word and its value: "is", a colon, "我收到的是", but no end of a sentence.

use super::Cue;
use crate::secrets::reading::Reading;

/// How a value is tied to its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::secrets) enum Link {
    /// It stands beside it.
    Beside,
    /// "is", a colon, an equals sign between them.
    Said,
    /// The same, with other words before it: "the code that they sent me is".
    Far,
}

/// Where a value may stand.
#[derive(Debug, Clone, Copy)]
pub(in crate::secrets) struct Place {
    /// The place of its first byte.
    pub(in crate::secrets) at: usize,
    /// How it is tied.
    pub(in crate::secrets) link: Link,
    /// Whether a colon or an equals sign stands before it.
    pub(in crate::secrets) sign: bool,
}

/// Words that say outright that the value follows.
#[rustfmt::skip]
const SAYING: [&str; 29] = [
    "should be", "就是", "设置成", "设置为", "设成", "设为", "设的是", "改成", "改为", "换成", "变成", "写成", "是", "为", "為",
    "叫", "is", "was", "are", "equals", "'s", "’s", "it's", "its", "changed to", "set to",
    "reset to", "being", "即",
];

/// Words that may stand on the way.
#[rustfmt::skip]
const PASSING: [&str; 45] = [
    "输入的", "填的", "六个", "六位", "四个", "四位", "输入", "输了", "输", "填了", "填", "号码", "號碼", "数字", "位数", "数",
    "安全码", "用的", "发来的", "收到的", "收到了", "收到", "给我的", "发给我的", "应该", "好像", "大概", "可能", "一直", "现在", "号",
    "码", "碼", "了", "的", "也", "都", "还", "只", "number", "code", "no.", "no", "nr", "num",
];

/// How many characters may stand between a word and a value right behind it.
const NEAR: usize = 12;
/// How wide other words between them may be; a Chinese character counts twice.
pub(super) const FAR: usize = 32;

/// The places where the value of a word may begin, nearest first.
pub(in crate::secrets) fn behind(reading: &Reading<'_>, cues: &[Cue], index: usize) -> Vec<Place> {
    let Some(cue) = cues.get(index) else { return Vec::new() };
    let limit = cues.get(index + 1).map_or(usize::MAX, |next| next.range.start);
    let mut places = vec![near(reading, cue.range.end, false)];
    places.extend(places.first().and_then(|first| behind_comma(reading, first.at)));
    far(reading, cue, limit, &mut places);
    places
}

/// A number alone behind a comma: "my daughter knows the PIN, 4829."
fn behind_comma(reading: &Reading<'_>, comma: usize) -> Option<Place> {
    let rest = window(reading.lower(), comma, 16);
    let value = rest.strip_prefix(',')?.trim_start_matches(' ');
    let length = value.bytes().take_while(u8::is_ascii_digit).count();
    let year = length == 4 && value.starts_with("20");
    let ended = value.get(length..)?.trim_start_matches(' ').chars().next().is_none_or(ends_sentence);
    let at = comma + rest.len() - value.len();
    (length > 0 && ended && !year).then_some(Place { at, link: Link::Beside, sign: false })
}

/// The first place behind what may be passed over.
fn near(reading: &Reading<'_>, from: usize, said: bool) -> Place {
    let lower = reading.lower();
    let (mut at, mut said, mut sign) = (from, said, false);
    // "acct no. 1234".
    if lower.get(..at).is_some_and(|before| ["no", "acct", "num"].iter().any(|word| before.ends_with(word)))
        && lower.get(at..).is_some_and(|rest| rest.starts_with('.'))
    {
        at += 1;
    }
    for _ in 0..NEAR {
        let Some(rest) = lower.get(at..) else { break };
        let Some(letter) = rest.chars().next() else { break };
        if let Some(length) = word_at(rest, &SAYING, sign) {
            said = true;
            at += length;
        } else if let Some(length) = word_at(rest, &PASSING, sign) {
            at += length;
        } else if matches!(letter, ':' | '=') && !sign {
            (said, sign) = (true, true);
            at += 1;
        } else if is_passed(letter, said) || letter == '\n' && (said || alone_on_line(rest)) {
            at += letter.len_utf8();
        } else if rest.starts_with("** ") {
            at += 3;
        } else {
            break;
        }
    }
    Place { at, link: if said { Link::Said } else { Link::Beside }, sign }
}

/// Whether a character between a word and its value says nothing. Once the value is announced, a sign may be its first.
fn is_passed(letter: char, said: bool) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '「' | '『' | '【')
        || !said
            && matches!(
                letter,
                '」' | '』' | '】' | '》' | '(' | ')' | '[' | ']' | '#' | '*' | '-' | '–' | '—' | '→' | '|' | '、'
            )
}

/// Which of these words stands here. Behind a colon an English word is rather the value.
fn word_at(rest: &str, words: &[&str], sign: bool) -> Option<usize> {
    words.iter().find_map(|word| {
        let after = rest.strip_prefix(word)?;
        if word.is_ascii() {
            let next = after.bytes().next().unwrap_or(b' ');
            let ends = next.is_ascii_digit() || b" :=\"'\t\n".contains(&next) || !next.is_ascii();
            (ends && !sign).then_some(word.len())
        } else {
            Some(word.len())
        }
    })
}

/// Whether the line that begins behind this line break holds one thing alone, as under a label.
fn alone_on_line(rest: &str) -> bool {
    let line = window(rest, 0, 64).trim_start().lines().next().unwrap_or("").trim_end();
    line.len() <= 40 && line.is_ascii() && !line.contains(char::is_whitespace)
}

/// Places behind an "is" that other words part from the cue.
fn far(reading: &Reading<'_>, cue: &Cue, limit: usize, places: &mut Vec<Place>) {
    let lower = reading.lower();
    let Some(rest) = lower.get(cue.range.end..) else { return };
    let changed = lower.get(floor(lower, cue.range.start.saturating_sub(20))..cue.range.start).is_some_and(says_change);
    let mut width = 0;
    let mut last = ' ';
    for (offset, letter) in rest.char_indices() {
        let at = cue.range.end + offset;
        width += if letter.is_ascii() { 1 } else { 2 };
        let from = rest.get(offset..).unwrap_or("");
        let resumed = letter == ',' && is_resumed(from);
        if at >= limit || width > FAR || letter.is_ascii_digit() || ends_sentence(letter) && !resumed {
            break;
        }
        let word = match letter {
            ':' | '=' | '是' | '成' => letter.len_utf8(),
            '的' if from
                .get(letter.len_utf8()..)
                .is_some_and(|next| next.starts_with(|next: char| next.is_ascii_digit())) =>
            {
                letter.len_utf8()
            }
            '为' if !matches!(last, '因' | '认' | '以' | '作') => letter.len_utf8(),
            'i' | 'w' if !last.is_ascii_alphanumeric() => word_at(from, &["is", "was", "it's"], false).unwrap_or(0),
            '的' if matches!(last, '设' | '用' | '填' | '输' | '写') => letter.len_utf8(),
            '了' if matches!(last, '输' | '填' | '发') => letter.len_utf8(),
            'b' | 'e' if !last.is_ascii_alphanumeric() => {
                word_at(from, &["be", "enter", "entered"], false).unwrap_or(0)
            }
            't' if from.starts_with("type") && last == ' ' => word_at(from, &["typed", "type"], false).unwrap_or(0),
            'h' | 't' if is_told(rest, offset) => word_at(from, &["him", "her", "them"], false).unwrap_or(0),
            't' if last == ' '
                && from.starts_with("to ")
                && (changed || says_change(rest.get(..offset).unwrap_or(""))) =>
            {
                2
            }
            _ => 0,
        };
        if word > 0 {
            let place = near(reading, at + word, true);
            if places.iter().all(|known| known.at != place.at) {
                places.push(Place { link: Link::Far, sign: matches!(letter, ':' | '='), ..place });
            }
        }
        last = letter;
    }
}

/// Whether somebody told a secret to the one named here: "I told him".
fn is_told(words: &str, place: usize) -> bool {
    let before = words.get(..place).unwrap_or("");
    ["told ", "gave ", "sent ", "texted "].iter().any(|told| before.ends_with(told))
}

/// Whether the sentence comes back to the value behind a comma: "我给了，是 482913".
fn is_resumed(rest: &str) -> bool {
    let next = rest.trim_start_matches([',', ' ']);
    [
        "是",
        "就是",
        "好像是",
        "应该是",
        "可能是",
        "大概是",
        "我输",
        "我发了",
        "我填",
        "我设",
        "it is ",
        "it was ",
        "it's ",
    ]
    .iter()
    .any(|word| next.starts_with(word))
}

/// Whether these words tell of a change.
fn says_change(words: &str) -> bool {
    ["chang", "set ", "setting", "reset", "updat", "switch"].iter().any(|verb| words.contains(verb))
}

/// What parts one thought from the next.
pub(super) fn ends_sentence(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '。' | ';' | ',' | '\n' | '…' | '&')
}

/// At most so many bytes of a text from a place, so that no scan costs more than what is near.
pub(in crate::secrets) fn window(text: &str, from: usize, length: usize) -> &str {
    text.get(from..floor(text, from.saturating_add(length))).unwrap_or("")
}

/// The nearest boundary of a character at or before a place.
pub(super) fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
