//! Words that are not said, each with what is said instead.

use super::parts::{own_words, sentences, without_examples};
use super::report::Report;
use super::texts::{Role, Text};
use std::sync::OnceLock;
use walletfix::i18n::Lang;

/// A word of the table.
pub(super) struct Banned {
    /// The language in which it is not said.
    pub(super) lang: Lang,
    /// The word; in English whole, or with `*` for its beginning.
    pub(super) avoid: &'static str,
    /// What is said instead.
    write: &'static str,
    reach: Reach,
    /// Longer words in which it is fine.
    pub(super) unless: Vec<&'static str>,
}

/// Where a word is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Nowhere.
    All,
    /// Where people whose wallet misbehaves read it.
    Shown,
    /// The same, but titles and options speak as the person.
    Voice,
}

/// The table, in its order.
pub(super) fn banned() -> &'static [Banned] {
    static TABLE: OnceLock<Vec<Banned>> = OnceLock::new();
    TABLE.get_or_init(|| include_str!("banned.tsv").lines().skip(1).map(row).collect())
}

fn row(line: &'static str) -> Banned {
    let cells: Vec<&str> = line.split('\t').collect();
    let [lang, avoid, write, reach, unless] = cells[..] else { panic!("five cells: {line}") };
    assert!(!avoid.is_empty() && !write.is_empty(), "{line}");
    let reach = match reach {
        "all" => Reach::All,
        "shown" => Reach::Shown,
        "voice" => Reach::Voice,
        _ => panic!("all, shown or voice: {line}"),
    };
    let lang = Lang::from_tag(lang).unwrap_or_else(|| panic!("zh or en: {line}"));
    Banned { lang, avoid, write, reach, unless: unless.split(';').filter(|word| !word.is_empty()).collect() }
}

/// Every rule about words.
pub(super) fn check(text: &Text, lang: Lang, words: &str, report: &mut Report<'_>) {
    let said = own_words(words);
    for word in banned().iter().filter(|word| word.lang == lang && word.reaches(text.role)) {
        let is_said = match word.reach {
            Reach::Voice => word.is_said(&without_examples(&said)),
            Reach::All | Reach::Shown => word.is_said(&said),
        };
        if is_said {
            report.add("banned", &format!("{}: {}", word.avoid, word.write));
        }
    }
    if lang == Lang::En {
        for sentence in sentences(&said, lang) {
            if let Some(last) = serial_comma(sentence) {
                report.add("serial-comma", &format!("no comma before “{last}”"));
            }
        }
    }
}

impl Banned {
    fn reaches(&self, role: Role) -> bool {
        match self.reach {
            Reach::All => true,
            Reach::Shown => role != Role::Authors,
            Reach::Voice => !matches!(role, Role::Authors | Role::Chosen),
        }
    }

    /// Whether the author of a text without its quotes says it.
    pub(super) fn is_said(&self, said: &str) -> bool {
        // Nearly every text goes free at a glance.
        let plain = self.avoid.trim_end_matches('*');
        let is_near = said.contains(plain) || self.lang == Lang::En && contains_in_any_letters(said, plain);
        if !is_near {
            return false;
        }
        let mut said = said.to_owned();
        for fine in &self.unless {
            said = said.replace(fine, " ");
        }
        if self.lang == Lang::Zh {
            return says_chinese(&said, self.avoid);
        }
        let said = said.to_lowercase();
        let stem = self.avoid.strip_suffix('*');
        let sought = stem.unwrap_or(self.avoid);
        let is_letter = |sign: char| sign.is_alphanumeric() || matches!(sign, '\'' | '{' | '}' | '_');
        said.match_indices(sought).any(|(at, found)| {
            let before = said[..at].chars().next_back();
            let after = said[at + found.len()..].chars().next();
            // `-` makes another word: `--retry` and `my-flow`.
            before.is_none_or(|sign| !is_letter(sign) && sign != '-')
                && (stem.is_some() || after.is_none_or(|sign| !is_letter(sign) && sign != '-'))
        })
    }
}

fn contains_in_any_letters(said: &str, sought: &str) -> bool {
    said.as_bytes().windows(sought.len()).any(|part| part.eq_ignore_ascii_case(sought.as_bytes()))
}

/// Latin in a Chinese text is a word of its own.
fn says_chinese(said: &str, sought: &str) -> bool {
    if !sought.is_ascii() {
        return said.contains(sought);
    }
    let is_letter = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.' | '/' | '{' | '}' | '_');
    said.match_indices(sought).any(|(at, found)| {
        let (before, after) = (said[..at].chars().next_back(), said[at + found.len()..].chars().next());
        before.is_none_or(|sign| !is_letter(sign)) && after.is_none_or(|sign| !is_letter(sign))
    })
}

/// The comma before the last of several short items: "red, green, and blue".
fn serial_comma(sentence: &str) -> Option<String> {
    for joint in [", and ", ", or "] {
        for (at, _) in sentence.match_indices(joint) {
            let before = sentence[..at]
                .rsplit([':', ';', '('])
                .next()
                .unwrap_or_default()
                .rsplit(", ")
                .next()
                .unwrap_or_default();
            let has_more = sentence[..at].contains(", ");
            let last = sentence[at + joint.len()..].split([',', '.', '?', ':', ';', ')']).next().unwrap_or_default();
            let words = |part: &str| part.split_whitespace().count();
            // A list before the joint has its own last item: what follows is another clause.
            let is_done = before.split_whitespace().any(|word| matches!(word, "and" | "or"));
            let is_example = ["for example", "such as"].iter().any(|start| before.trim_start().starts_with(start));
            if has_more && !is_done && !is_example && words(before) <= SHORT && words(last) <= SHORT {
                return Some(format!("{}{last}", &joint[2..]));
            }
        }
    }
    None
}

/// So many words are an item rather than a clause.
const SHORT: usize = 3;
