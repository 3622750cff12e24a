//! Raw private keys: 64 hex digits.

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds raw keys.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
