//! Recovery phrases: every list, length and way of writing is found; prose is not.

mod laws;
mod prose;
mod shapes;

use bip39::{Language, Mnemonic};
use walletfix::flow::step::TextFormat;
use walletfix::secrets::{Confidence, Found, Kind, find};

/// The phrases found in a text.
fn phrases(text: &str) -> Vec<Found> {
    find(text, TextFormat::Free).into_iter().filter(|found| found.kind == Kind::RecoveryPhrase).collect()
}

/// The only finding of a text.
#[track_caller]
fn only(text: &str) -> Found {
    let found = phrases(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].clone()
}

fn words(language: Language, entropy: &[u8]) -> Vec<&'static str> {
    Mnemonic::from_entropy_in(language, entropy).expect("entropy of a legal length").words().collect()
}

fn is_exact(text: &str) -> bool {
    phrases(text).iter().any(|found| found.confidence == Confidence::Exact)
}

/// Bytes that look random and are the same in every run.
struct Seeded(u64);

impl Iterator for Seeded {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((self.0 >> 56) as u8)
    }
}
