//! Encrypted key files: Ethereum keystore JSON (Web3 Secret Storage).

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds key files.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
