//! Tests: summary.
