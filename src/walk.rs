//! The one loop: session, prompter, prober, journal.
