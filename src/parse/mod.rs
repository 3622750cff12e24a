//! Reads files: bytes to a checked pack and every mistake in it. Pure; never reads a disk.
