//! Ways to show diagnostics: for people with source line and caret, for programs as JSON, for code scanning as SARIF, for
//! GitHub Actions as annotations.
//!
//! A rendering is a function of the findings, a language and a width. It knows no terminal: colour and width are handed in.

pub mod github;
pub mod human;
pub mod json;
pub mod place;
pub mod sarif;
mod words;
