//! Base58 as Bitcoin writes it.
