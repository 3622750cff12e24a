//! Tests: hours.
