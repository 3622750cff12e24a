use walletfix::prompt::mode::{Mode, Surroundings, choose_mode};

const TERMINAL: Surroundings<'static> = Surroundings {
    plain: false,
    input_is_terminal: true,
    errors_are_terminal: true,
    obeys: None,
    term: Some("xterm-256color"),
    accessible: None,
    walletfix_plain: None,
};

#[test]
fn rich_where_it_works_and_nobody_asked_for_less() {
    assert_eq!(choose_mode(&TERMINAL), Mode::Rich);
    assert_eq!(choose_mode(&Surroundings { accessible: Some("0"), walletfix_plain: Some(""), ..TERMINAL }), Mode::Rich);
    // A console of Windows, which has no name.
    assert_eq!(choose_mode(&Surroundings { obeys: Some(true), term: None, ..TERMINAL }), Mode::Rich);
}

#[test]
fn plain_everywhere_else() {
    for plain in [
        Surroundings { plain: true, ..TERMINAL },
        Surroundings { input_is_terminal: false, ..TERMINAL },
        Surroundings { errors_are_terminal: false, ..TERMINAL },
        Surroundings { term: Some("dumb"), ..TERMINAL },
        Surroundings { term: Some(""), ..TERMINAL },
        Surroundings { term: None, ..TERMINAL },
        Surroundings { obeys: Some(false), ..TERMINAL },
        Surroundings { obeys: Some(true), term: Some("dumb"), ..TERMINAL },
        Surroundings { accessible: Some("1"), ..TERMINAL },
        Surroundings { walletfix_plain: Some("1"), ..TERMINAL },
        Surroundings::default(),
    ] {
        assert_eq!(choose_mode(&plain), Mode::Plain, "{plain:?}");
    }
}
