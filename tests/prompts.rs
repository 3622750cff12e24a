//! Tests: prompts.
