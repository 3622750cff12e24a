//! The hash of a pack, worked out when somebody looks: the first screen needs none.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::{Arc, LazyLock};

/// 64 hex digits.
#[derive(Clone, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct PackHash(Arc<LazyLock<String, Box<dyn FnOnce() -> String + Send + Sync>>>);

impl PackHash {
    /// The hash that `work` works out.
    pub fn new(work: impl FnOnce() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(LazyLock::new(Box::new(work))))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for PackHash {
    fn from(digits: String) -> Self {
        Self::new(move || digits)
    }
}

impl From<PackHash> for String {
    fn from(hash: PackHash) -> Self {
        hash.as_str().to_owned()
    }
}

impl PartialEq for PackHash {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for PackHash {}

impl fmt::Debug for PackHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
