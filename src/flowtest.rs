//! Runs flow tests.
