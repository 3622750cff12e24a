//! Words that say what the number or the word behind them is.
