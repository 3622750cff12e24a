//! Tests: content.
