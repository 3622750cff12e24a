//! What is wrong with a broken flow.

use super::plan::Kind;

/// A mistake that authors make.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A text that is never closed.
    Torn,
    /// A text in English only.
    OneLanguage,
    /// A key that no step has.
    StrangeKey,
    /// An answer leads to a step that is not there.
    Nowhere,
    /// A step that nothing leads to.
    Orphan,
    /// A step that leads to itself alone.
    Round,
    /// An answer that leads nowhere.
    HalfNext,
    /// A condition about something that nobody asked.
    NeverAsked,
}

impl Fault {
    pub(crate) const ALL: [Self; 8] = [
        Self::Torn,
        Self::OneLanguage,
        Self::StrangeKey,
        Self::Nowhere,
        Self::Orphan,
        Self::Round,
        Self::HalfNext,
        Self::NeverAsked,
    ];

    /// The id of the rule that has to find it.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::Torn => "toml-syntax",
            Self::OneLanguage => "text-missing",
            Self::StrangeKey => "unknown-key",
            Self::Nowhere => "unknown-step",
            Self::Orphan => "unreachable-step",
            Self::Round => "cannot-finish",
            Self::HalfNext => "next-missing-answer",
            Self::NeverAsked => "unknown-fact",
        }
    }

    /// The kinds of steps that can have it; none: it stands beside the steps.
    pub(crate) fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Torn | Self::Orphan => &[],
            Self::OneLanguage | Self::StrangeKey => &[Kind::Choice, Kind::YesNo, Kind::Tell],
            Self::Nowhere => &[Kind::Choice, Kind::YesNo, Kind::Tell, Kind::Try],
            Self::Round => &[Kind::Tell, Kind::Try, Kind::YesNo],
            Self::HalfNext => &[Kind::YesNo],
            Self::NeverAsked => &[Kind::Branch],
        }
    }
}
