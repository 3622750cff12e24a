//! The secret filter, measured: a corpus of made secrets and of harmless texts, laws that hold for any text, and the
//! texts that the program ships. No case needs code: a line more in a table under `tests/secrets/corpus/` is a case more.
//!
//! Tables that a seed makes are written anew by `WALLETFIX_BLESS=1`; the others are written by hand.

mod corpus;
mod laws;
mod make;
mod mask;
mod measure;
mod shipped;
mod speed;
mod spoken;
mod sums;
mod walked;
