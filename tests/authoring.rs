//! What authors are given: `new`, the guide, and what runs the program in CI.

mod fresh;
mod guide;
mod kit;
mod stumbles;
