//! Tests: answers.
