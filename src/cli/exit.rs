//! Exit codes: a promise to scripts, frozen by a test.

use std::process::ExitCode;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exit {
    /// What was asked for is done; warnings count as done unless they are denied.
    Done,
    /// Something was found: mistakes in a flow, a failed test.
    Findings,
    /// The command line or an answers file asks for what does not exist.
    Usage,
    /// An answer is needed and nobody is there to give it, or the person quit; the session can go on later.
    Unanswered,
    /// Something cannot be read or written.
    Inaccessible,
    /// A signal of this number ended it.
    Signal(u8),
}

impl Exit {
    /// The code the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Unanswered => 3,
            Self::Inaccessible => 4,
            Self::Signal(number) => 128_u8.saturating_add(number),
        }
    }

    /// The graver of two, for commands that work through a list: a file that cannot be read wins over findings in others.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        if self.code() >= other.code() { self } else { other }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// The end of a command whose steps may each end it early.
pub fn settle(result: Result<Exit, Exit>) -> Exit {
    result.unwrap_or_else(|early| early)
}
