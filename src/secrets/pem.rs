//! PEM blocks with a private key (RFC 7468).

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds PEM blocks.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
