//! Bitcoin keys in the wallet import format (Base58Check).

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds keys in WIF.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
