//! Numbers that look like chance and are the same for the same seed.

/// Numbers from one seed (SplitMix64, by Sebastiano Vigna, in the public domain).
pub(crate) struct Dice {
    state: u64,
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// From 0 up to, but without, `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        // The upper half of the product, which is smaller than `sides` and so always fits.
        usize::try_from((u128::from(mixed) * sides as u128) >> 64).unwrap_or_default()
    }

    /// From the first to the last number, both among them.
    pub(crate) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.roll(last - first + 1)
    }

    /// True so many times in a hundred.
    pub(crate) fn in_hundred(&mut self, times: usize) -> bool {
        self.roll(100) < times
    }

    pub(crate) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.roll(list.len())]
    }
}
