//! Passwords, in context.

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds passwords.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
