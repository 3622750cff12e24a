//! Extended private keys (BIP-32, SLIP-132): xprv and its relatives.

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds extended private keys.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
