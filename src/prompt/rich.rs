//! Lists, line editor and spinner on a terminal.
