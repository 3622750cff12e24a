//! The session: a pure fold over events. The only place where state changes.

pub mod event;
pub mod story;
