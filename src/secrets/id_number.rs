//! Chinese identity numbers (GB 11643-1999).

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds identity numbers.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
