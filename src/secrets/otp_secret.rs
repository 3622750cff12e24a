//! What an authenticator app is set up with: otpauth addresses, base32 secrets.

use super::Report;
use super::reading::Reading;
use crate::flow::step::TextFormat;

/// Finds authenticator secrets.
pub(super) fn find(_reading: &Reading<'_>, _format: TextFormat, _report: &mut Report<'_>) {}
