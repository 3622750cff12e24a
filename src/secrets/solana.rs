//! Solana keys: 64 bytes in base58, or as a list of numbers.

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds Solana keys.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
