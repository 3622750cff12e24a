use super::screen;
use indexmap::IndexMap;
use walletfix::i18n::Lang;
use walletfix::prompt::script::Script;
use walletfix::prompt::{Form, Prompter, Reply};
use walletfix::script::{Given, GivenAt};
use walletfix::source::Span;

fn answers(pairs: &[(&str, &str)]) -> IndexMap<String, GivenAt> {
    pairs
        .iter()
        .map(|(path, value)| {
            let given =
                GivenAt { given: Given::Text((*value).to_owned()), key: Span::default(), span: Span::default() };
            ((*path).to_owned(), given)
        })
        .collect()
}

fn given(text: &str) -> Reply {
    Reply::Given(Given::Text(text.to_owned()))
}

#[test]
fn the_key_of_one_visit_wins_and_what_is_left_over_is_known() {
    let file = answers(&[("again", "yes"), ("again#2", "no"), ("balanse", "low"), ("kind", "bank")]);
    let mut script = Script::new(&file, &answers(&[("kind", "chain")]));
    let mut again = screen(Lang::En, Form::One, "Again?");
    again.path = "again".to_owned();
    for (visit, value) in [(1, "yes"), (2, "no"), (3, "yes")] {
        again.visit = visit;
        assert_eq!(script.ask(&again).unwrap(), given(value));
    }
    again.path = "kind".to_owned();
    assert_eq!(script.ask(&again).unwrap(), given("chain"));
    assert_eq!(script.unused().map(|(path, _)| path).collect::<Vec<_>>(), ["balanse"]);
    assert!(script.missing().is_empty());
}

#[test]
fn a_step_without_an_answer_is_missing_but_nothing_else_asks() {
    let none = IndexMap::new();
    let mut script = Script::new(&none, &none);
    assert_eq!(script.ask(&screen(Lang::En, Form::Note, "Read this.")).unwrap(), Reply::Picked(Vec::new()));
    let mut own = screen(Lang::En, Form::One, "Review");
    own.path = "<review>".to_owned();
    own.default = vec!["go".to_owned()];
    assert_eq!(script.ask(&own).unwrap(), Reply::Picked(vec!["go".to_owned()]));
    assert_eq!(script.ask(&screen(Lang::En, Form::One, "Which?")).unwrap(), Reply::Missing);
    assert_eq!(script.missing(), ["balance"]);
}
