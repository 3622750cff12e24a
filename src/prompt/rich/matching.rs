//! Which options a text leaves, and which of them it means. Pure.

use crate::answer;
use crate::prompt::ScreenOption;
use unicode_normalization::UnicodeNormalization as _;

/// Options in the order of the list, made comparable once.
#[derive(Debug)]
pub(super) struct Labels {
    folded: Vec<String>,
    pairs: Vec<(String, String)>,
}

/// What a text leaves of a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The options that are shown.
    pub(super) shown: Vec<usize>,
    /// The one that is meant, which is one of them; `None`: the text means none.
    pub(super) meant: Option<usize>,
}

impl Labels {
    /// Those of some options.
    pub(super) fn of(options: &[ScreenOption]) -> Self {
        let pair = |option: &ScreenOption| (option.value.clone(), option.label.clone());
        Self {
            folded: options.iter().map(|option| folded(&option.label)).collect(),
            pairs: options.iter().map(pair).collect(),
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.pairs.len()
    }

    /// What a text leaves of an answer's options. Words that are an answer by themselves (a number, a name, "yes") narrow
    /// nothing: such a word may stand in the label of another option.
    pub(super) fn answers(&self, typed: &str) -> Found {
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

    /// What a text behind a colon leaves of the commands: nothing, where it is none of their words.
    pub(super) fn commands(&self, typed: &str) -> Found {
        let needle = folded(typed);
        let by_word: Vec<usize> = (0..self.count()).filter(|at| self.pairs[*at].0.starts_with(&needle)).collect();
        if by_word.is_empty() { self.hits(&needle) } else { Found { meant: by_word.first().copied(), shown: by_word } }
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

fn is_number(typed: &str) -> bool {
    typed.nfkc().all(|character| character.is_ascii_digit() || character.is_whitespace())
}
