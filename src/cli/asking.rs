//! Whom to ask and how: lists at a terminal, plain lines elsewhere.

use super::context::{Context, variable};
use crate::palette::Palette;
use crate::prompt::Prompter;
use crate::prompt::mode::{Mode, Surroundings, choose_mode};
use crate::prompt::plain::Plain;
use crate::prompt::rich::{Resized, Rich};
use crate::terminal::Terminal;
use std::io;

/// How a conversation is held.
#[derive(Debug, Clone, Copy)]
pub struct Talk {
    /// Plain lines, also on a terminal that could do more.
    pub plain: bool,
    /// Whether what is answered is kept when somebody quits; where it is not, the hints say so.
    pub kept: bool,
}

/// Whether the terminal can be sent more than plain lines, and nobody asked for less.
pub fn may_move(context: &Context, plain: bool) -> bool {
    let mode = choose_mode(&Surroundings {
        plain,
        input_is_terminal: context.input_is_terminal,
        errors_are_terminal: context.error_is_terminal,
        obeys: context.obeys_escapes,
        term: variable("TERM").as_deref(),
        accessible: variable("ACCESSIBLE").as_deref(),
        walletfix_plain: variable("WALLETFIX_PLAIN").as_deref(),
    });
    mode == Mode::Rich
}

/// What the terminal does with rows that are wider than its window.
pub fn resized() -> Resized {
    let within = ["TMUX", "STY", "VTE_VERSION"].iter().any(|name| variable(name).is_some());
    // Whatever it calls itself.
    let term = variable("TMUX").map(|_| "tmux".to_owned()).or_else(|| variable("TERM"));
    Resized::of(term.as_deref(), variable("XTERM_VERSION").as_deref(), within)
}

/// Lets `ask` hold a conversation in the way that fits what the program was started in.
pub fn with_prompter<T>(
    context: &Context,
    terminal: &Terminal,
    talk: Talk,
    ask: impl FnOnce(&mut dyn Prompter) -> T,
) -> T {
    let palette = Palette::new(context.error_color);
    let rich = may_move(context, talk.plain).then(|| Rich::new(terminal, palette)).and_then(Result::ok);
    if let Some(rich) = rich {
        let rich = rich.that(resized());
        return ask(&mut if talk.kept { rich } else { rich.unkept() });
    }
    // One column stays free: some terminals break a line that fills the last one.
    let columns = context.width.saturating_sub(1);
    let plain = Plain::new(terminal, io::stderr(), columns);
    let plain = if context.input_is_terminal { plain.typed_by_hand(terminal) } else { plain };
    ask(&mut if talk.kept { plain } else { plain.unkept() })
}
