//! Which option of a list a word means, for whoever shows it before it is answered.

use super::plain::Plain;
use super::{choice, choices, yes_no};
use crate::flow::step::Verb;

/// The place of the option that a typed line means, read as an answer is read. `options`: values and labels, as listed.
pub fn meant(options: &[(String, String)], typed: &str) -> Option<usize> {
    let plain = Plain::new(typed);
    if plain.is_empty() {
        return None;
    }
    let place = |id: &str| options.iter().position(|(value, _)| value == id);
    if let Some(yes) = yes_no::said(&plain) {
        let pairs = [["yes", "no"], pair(Verb::DO_ANSWERS), pair(Verb::TRY_ANSWERS)];
        let both = |pair: [&str; 2]| Some([place(pair[0])?, place(pair[1])?]);
        if let Some(places) = pairs.into_iter().find_map(both) {
            return Some(places[usize::from(!yes)]);
        }
    }
    choice::find(options, &plain).ok()
}

/// The places of the options that a typed line means where several may be; no place: it means none of them. `None`: it
/// would not be understood.
pub fn all_meant(options: &[(String, String)], typed: &str) -> Option<Vec<usize>> {
    let plain = Plain::new(typed);
    choices::places(options, &plain).ok().filter(|_| !plain.is_empty())
}

/// What yes and no mean of something to do or to try.
fn pair(answers: [&'static str; 4]) -> [&'static str; 2] {
    [answers[0], answers[1]]
}

#[cfg(test)]
mod tests {
    use super::{all_meant, meant};

    #[test]
    fn several_are_meant_as_they_would_be_read_and_no_is_none_of_them() {
        let options: Vec<(String, String)> = [
            ("moved", "There is a transaction I did not make"),
            ("none-left", "Nothing is left"),
            ("asked", "没有人问过"),
            ("unknown", "不知道"),
        ]
        .map(|(value, label)| (value.to_owned(), label.to_owned()))
        .into();
        for (typed, places) in [
            ("1，3", vec![0, 2]),
            ("3 1", vec![0, 2]),
            ("没有人", vec![2]),
            ("没有", vec![]),
            ("none", vec![]),
            ("no", vec![]),
            ("N", vec![]),
            ("否。", vec![]),
            ("没有了", vec![]),
            ("无", vec![]),
            ("不知", vec![3]),
            ("4", vec![3]),
            ("there is", vec![0]),
        ] {
            assert_eq!(all_meant(&options, typed), Some(places), "{typed}");
        }
        for typed in ["", "not", "不", "no one", "1,9", "transaction", "no signal"] {
            assert_eq!(all_meant(&options, typed), None, "{typed}");
        }
    }

    #[test]
    fn a_word_means_what_it_would_be_read_as() {
        let options = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(value, label)| ((*value).to_owned(), (*label).to_owned())).collect()
        };
        let asked = options(&[("yes", "是"), ("no", "否"), ("unknown", "不知道")]);
        for (typed, place) in [("y", 0), ("好的。", 0), ("不", 1), ("没有", 1), ("不知道", 2), ("３", 2), ("idk", 2)]
        {
            assert_eq!(meant(&asked, typed), Some(place), "{typed}");
        }
        for typed in ["", "  ", "4", "也许", ":back"] {
            assert_eq!(meant(&asked, typed), None, "{typed}");
        }
        let tried = options(&[("fixed", "好了"), ("not-fixed", "还是不行"), ("skipped", "跳过")]);
        assert_eq!(meant(&tried, "no"), Some(1));
        let named = options(&[("open", "处理中"), ("done", "成功")]);
        assert_eq!(meant(&named, "成"), Some(1));
        assert_eq!(meant(&named, "yes"), None);
    }
}
