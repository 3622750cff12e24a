//! Named styles.
