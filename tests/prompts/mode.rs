use walletfix::prompt::mode::{Mode, Surroundings, choose_mode};

const TERMINAL: Surroundings<'static> = Surroundings {
    plain: false,
    input_is_terminal: true,
    errors_are_terminal: true,
    term: Some("xterm-256color"),
    accessible: None,
    walletfix_plain: None,
};

#[test]
#[cfg(unix)]
fn rich_where_it_works_and_nobody_asked_for_less() {
    assert_eq!(choose_mode(&TERMINAL), Mode::Rich);
    assert_eq!(choose_mode(&Surroundings { accessible: Some("0"), walletfix_plain: Some(""), ..TERMINAL }), Mode::Rich);
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
        Surroundings { accessible: Some("1"), ..TERMINAL },
        Surroundings { walletfix_plain: Some("1"), ..TERMINAL },
        Surroundings::default(),
    ] {
        assert_eq!(choose_mode(&plain), Mode::Plain, "{plain:?}");
    }
}
