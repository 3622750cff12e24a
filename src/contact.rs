//! Channels as people read them: open now first, the person's language first.
