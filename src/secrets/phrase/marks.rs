//! The marks that programs put between words: quotes, brackets, equals signs.

/// What stands in a gap, whatever its numbers and white space; equal for equal marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marks(u32);

impl Marks {
    /// Those of a gap. Commas, full stops and dashes alone are none: people write them too.
    pub(super) fn of(gap: &str) -> Self {
        if !gap.contains(['"', '=', '{', '}', '[', ']', '<', '>', '$', '`']) {
            return Self(0);
        }
        let significant = gap.chars().filter(|mark| !mark.is_whitespace() && !mark.is_numeric());
        Self(significant.fold(1, |sum, mark| sum.wrapping_mul(31).wrapping_add(u32::from(mark))))
    }

    /// Whether there are any.
    pub(super) fn is_any(self) -> bool {
        self.0 != 0
    }
}
