//! Payment card numbers (ISO/IEC 7812, Luhn).

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds card numbers.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
