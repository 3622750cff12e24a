//! Recovery phrases: every list, length and way of writing is found; prose is not.

mod shapes;
