//! Ways to show diagnostics: for people with source line and caret, for programs as JSON.
