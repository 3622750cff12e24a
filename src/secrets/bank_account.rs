//! Bank account numbers, in context, and IBANs (ISO 13616).

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds account numbers.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
