//! Recovery phrases (BIP-39).

use crate::flow::step::TextFormat;
use crate::secrets::Report;
use crate::secrets::reading::Reading;

/// Finds recovery phrases.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
