//! The pages of the rules: every rule has one, its examples do what it says, and it reads well.

mod examples;
mod prose;
mod shown;
