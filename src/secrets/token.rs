//! What programs prove themselves with: JWT, API keys, session tokens.

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds tokens.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
