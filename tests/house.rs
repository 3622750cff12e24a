//! Keeps the house: short files, honest names, floors without stairs up, sentences in both languages.

mod files;
mod floors;
mod platforms;
mod sentences;
mod sources;
