//! Which rule somebody means who typed its name or pasted what `validate` said.

use crate::diagnostic::Rule;
use crate::wording::nearest;

/// A name that no rule has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What was taken for the name.
    pub name: String,
    /// The rule that is nearest to it.
    pub nearest: Option<&'static str>,
}

/// The rule of that name; `error[unknown-step]: …`, capitals and a colon behind it are understood.
pub fn named(typed: &str) -> Result<Rule, Unknown> {
    let inside = typed.split_once('[').and_then(|(_, rest)| rest.split(']').next());
    let word = inside.unwrap_or(typed).trim().trim_end_matches([':', '：']).trim();
    let name = word.to_lowercase().replace('_', "-");
    let found = Rule::ALL.iter().find(|rule| rule.id() == name).copied();
    found.ok_or_else(|| Unknown {
        nearest: nearest(&name, Rule::ALL.iter().map(|rule| rule.id())),
        name: word.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::diagnostic::Rule;

    #[test]
    fn what_validate_says_can_be_pasted() {
        for typed in [
            "unknown-step",
            "Unknown-Step",
            "unknown_step",
            "[unknown-step]",
            "error[unknown-step]",
            "error[unknown-step]:",
            "unknown-step:",
            " unknown-step ",
            "错误[unknown-step]: 没有名为 dnoe 的步骤",
            "错误[unknown-step]：没有名为 [dnoe] 的步骤",
        ] {
            assert_eq!(named(typed), Ok(Rule::UnknownStep), "{typed}");
        }
    }

    #[test]
    fn a_wrong_name_has_a_nearest_one() {
        let nearest = |typed| named(typed).expect_err("no rule").nearest;
        assert_eq!(nearest("unknown-stpe"), Some("unknown-step"));
        assert_eq!(nearest("error[unknow-step]"), Some("unknown-step"));
        assert_eq!(nearest("weather"), None);
        assert_eq!(named("").expect_err("no rule").name, "");
    }
}
