//! A map that is read when something in it is needed: the embedded pack's first screen waits for nothing behind it.

use indexmap::IndexMap;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, OnceLock};

/// Named things, read at the first look into them.
pub struct Later<T> {
    all: OnceLock<IndexMap<String, T>>,
    read: Mutex<Option<Read<T>>>,
}

type Read<T> = Box<dyn FnOnce() -> IndexMap<String, T> + Send>;

impl<T> Later<T> {
    /// Things that `read` reads when the first of them is needed.
    pub fn new(read: impl FnOnce() -> IndexMap<String, T> + Send + 'static) -> Self {
        Self { all: OnceLock::new(), read: Mutex::new(Some(Box::new(read))) }
    }
}

impl<T> From<IndexMap<String, T>> for Later<T> {
    fn from(all: IndexMap<String, T>) -> Self {
        Self { all: all.into(), read: Mutex::default() }
    }
}

impl<T> FromIterator<(String, T)> for Later<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(things: I) -> Self {
        things.into_iter().collect::<IndexMap<_, _>>().into()
    }
}

impl<T> Deref for Later<T> {
    type Target = IndexMap<String, T>;

    fn deref(&self) -> &Self::Target {
        self.all.get_or_init(|| {
            let read = self.read.lock().ok().and_then(|mut read| read.take());
            read.map(|read| read()).unwrap_or_default()
        })
    }
}

impl<T> DerefMut for Later<T> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        let _ = self.deref();
        self.all.get_mut().unwrap_or_else(|| unreachable!("looked into just now"))
    }
}

impl<T> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.keys()).finish()
    }
}
