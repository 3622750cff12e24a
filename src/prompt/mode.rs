//! Which way of asking fits what the program was started in. Pure: what was found is handed in.

/// A way of asking a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Lists, line editor, spinner.
    Rich,
    /// Plain lines.
    Plain,
}

/// What the program was started in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Surroundings<'e> {
    /// `--plain` was given.
    pub plain: bool,
    /// Standard input is a terminal.
    pub input_is_terminal: bool,
    /// Standard error is a terminal.
    pub errors_are_terminal: bool,
    /// Whether it obeys escape sequences, where the system says so; else `TERM` does.
    pub obeys: Option<bool>,
    /// `TERM`
    pub term: Option<&'e str>,
    /// `ACCESSIBLE`
    pub accessible: Option<&'e str>,
    /// `WALLETFIX_PLAIN`
    pub walletfix_plain: Option<&'e str>,
}

/// Rich only where it works and nobody asked for less.
pub fn choose_mode(surroundings: &Surroundings<'_>) -> Mode {
    let obeys = surroundings.obeys.unwrap_or(surroundings.term.is_some_and(|term| !term.is_empty()));
    let can_move = surroundings.input_is_terminal
        && surroundings.errors_are_terminal
        && obeys
        && surroundings.term != Some("dumb");
    let wants_plain = surroundings.plain || on(surroundings.accessible) || on(surroundings.walletfix_plain);
    if can_move && !wants_plain { Mode::Rich } else { Mode::Plain }
}

fn on(variable: Option<&str>) -> bool {
    variable.is_some_and(|value| !matches!(value, "" | "0" | "false" | "no"))
}
