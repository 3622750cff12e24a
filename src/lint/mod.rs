//! Rules over checked flows.
