//! The ways on from a place, all taken together: the fewest and the most screens on any of them.

/// The ways on from a place.
#[derive(Clone, Copy)]
pub(super) struct Ways {
    pub(super) least: u32,
    /// `None`: as many as somebody likes.
    pub(super) most: Option<u32>,
    /// Questions and flows that come once a session, by bit: those on some way, and those more than once on one way.
    pub(super) once: u32,
    pub(super) twice: u32,
}

/// No way at all.
pub(super) const NONE: Ways = Ways { least: u32::MAX, most: Some(0), once: 0, twice: 0 };

/// Once more through a list, from where every way on is followed already.
pub(super) const ENDLESS: Ways = Ways { most: None, ..NONE };

/// The end, behind which nothing comes.
pub(super) const LAST: Ways = Ways { least: 1, most: Some(1), once: 0, twice: 0 };

impl Ways {
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            least: self.least.min(other.least),
            most: Option::zip(self.most, other.most).map(|(most, other)| most.max(other)),
            once: self.once | other.once,
            twice: self.twice | other.twice,
        }
    }

    /// The same behind something that takes so many screens.
    pub(super) fn behind(self, (least, most): (u32, u32), bit: u32) -> Self {
        if self.least == u32::MAX {
            return self;
        }
        Self {
            least: self.least + least,
            most: self.most.map(|ahead| ahead + most),
            once: self.once | bit,
            twice: self.twice | (self.once & bit),
        }
    }
}
