//! Which options a text leaves, and which of them it means. Pure.

use crate::answer;
use crate::prompt::ScreenOption;
use unicode_normalization::UnicodeNormalization as _;

/// Options in the order of the list, made comparable once.
#[derive(Debug)]
pub(super) struct Labels {
    folded: Vec<String>,
    pairs: Vec<(String, String)>,
    /// As long as a text can be that means some of them, in bytes.
    longest: usize,
}

/// What a text leaves of a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The options that are shown.
    pub(super) shown: Vec<usize>,
    /// The one that is meant, which is one of them; `None`: the text means none, or not exactly one.
    pub(super) meant: Option<usize>,
}

/// Full-width letters take three bytes, numbers and commas stand between labels.
const LONGER_THAN_LABELS: usize = 4;

/// Room for words that are in no label.
const WORDS: usize = 200;

impl Labels {
    /// Those of some options.
    pub(super) fn of(options: &[ScreenOption]) -> Self {
        let pair = |option: &ScreenOption| (option.value.clone(), option.label.clone());
        Self {
            folded: options.iter().map(|option| folded(&option.label)).collect(),
            pairs: options.iter().map(pair).collect(),
            longest: WORDS
                + LONGER_THAN_LABELS * options.iter().map(|option| option.label.len() + WORDS / 10).sum::<usize>(),
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.pairs.len()
    }

    /// What a text leaves of an answer's options. Words that are an answer by themselves (a number, a name, "yes") narrow
    /// nothing: such a word may stand in the label of another option.
    pub(super) fn answers(&self, typed: &str) -> Found {
        if typed.len() > self.longest {
            return Found { shown: self.all(), meant: None };
        }
        let mut hits = self.hits(&folded(typed.trim_start()));
        match (answer::meant(&self.pairs, typed), hits.shown.is_empty()) {
            (Some(meant), empty) if empty || !hits.shown.contains(&meant) || is_number(typed) => {
                Found { shown: self.all(), meant: Some(meant) }
            }
            (Some(meant), _) => {
                hits.meant = Some(meant);
                hits
            }
            (None, true) => Found { shown: self.all(), meant: None },
            (None, false) => hits,
        }
    }

    /// What a text leaves of options of which several may be ticked, if it names these: nothing is pointed at where it
    /// names more than one of them, or none.
    pub(super) fn several(&self, typed: &str, said: Option<&[usize]>) -> Found {
        let found = self.answers(typed);
        match said {
            None => found,
            Some([only]) if found.shown.contains(only) => Found { meant: Some(*only), ..found },
            Some([only]) => Found { meant: Some(*only), shown: self.all() },
            Some(_) => Found { meant: None, shown: self.all() },
        }
    }

    /// The options that a text means where several may be; `None`: it would not be understood.
    pub(super) fn all_meant(&self, typed: &str) -> Option<Vec<usize>> {
        (typed.len() <= self.longest).then(|| answer::all_meant(&self.pairs, typed)).flatten()
    }

    /// What a text behind a colon leaves of the commands: nothing, where it is none of their words. Words of what they do
    /// narrow them, but none is meant whose own word was not begun.
    pub(super) fn commands(&self, typed: &str) -> Found {
        if typed.len() > self.longest {
            return Found { shown: Vec::new(), meant: None };
        }
        let needle = folded(typed);
        if needle.trim().is_empty() {
            return Found { shown: self.all(), meant: None };
        }
        let by_word: Vec<usize> = (0..self.count()).filter(|at| self.pairs[*at].0.starts_with(&needle)).collect();
        match by_word.first() {
            Some(first) => Found { meant: Some(*first), shown: by_word },
            None => Found { meant: None, ..self.hits(&needle) },
        }
    }

    fn all(&self) -> Vec<usize> {
        (0..self.count()).collect()
    }

    /// Labels that hold the text; meant is the first in which a word begins with it.
    fn hits(&self, needle: &str) -> Found {
        let shown: Vec<usize> = (0..self.count()).filter(|at| self.folded[*at].contains(needle)).collect();
        let begins = |at: &&usize| {
            let label = &self.folded[**at];
            let mut places = label.match_indices(needle);
            places.any(|(place, _)| !label[..place].chars().next_back().is_some_and(char::is_alphanumeric))
        };
        let meant = shown.iter().find(begins).or(shown.first()).copied();
        Found { shown, meant }
    }
}

/// Full-width and upper-case letters are the plain ones.
fn folded(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

/// Whether a text is a number and nothing else.
pub(super) fn is_number(typed: &str) -> bool {
    typed.nfkc().all(|character| character.is_ascii_digit() || character.is_whitespace())
}
