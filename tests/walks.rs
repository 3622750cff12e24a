//! Tests: walks.
