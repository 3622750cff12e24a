//! The journal on disk: versioned shapes, one file a session.
