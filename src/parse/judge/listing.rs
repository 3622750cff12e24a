//! The files of a pack by what they are, and how each is read.

use super::super::pack::{FileKind, Read, read_file};
use super::super::{flow_file, script};
use crate::flow::draft::Draft;
use crate::pack::Shelf;
use crate::script::Script;
use indexmap::IndexMap;
use std::collections::HashMap;

/// The flows of a shelf and their tests.
pub(super) struct Listing<'s> {
    shelf: &'s dyn Shelf,
    flows: IndexMap<&'s str, usize>,
    tests: HashMap<&'s str, usize>,
}

/// A flow's file as it was read, and the file of its tests.
pub(super) struct FlowFile {
    pub(super) draft: Read<Draft>,
    pub(super) tests: Option<Read<Script>>,
}

impl<'s> Listing<'s> {
    pub(super) fn of(shelf: &'s dyn Shelf) -> Self {
        let mut listing = Self { shelf, flows: IndexMap::new(), tests: HashMap::new() };
        for file in 0..shelf.count() {
            match FileKind::of(shelf.path(file)) {
                Some(FileKind::Flow(id)) => {
                    listing.flows.insert(id, file);
                }
                Some(FileKind::Test(id)) => {
                    listing.tests.insert(id, file);
                }
                Some(FileKind::Profile(_) | FileKind::Region(_)) | None => {}
            }
        }
        listing
    }

    /// The ids of all flows, in order.
    pub(super) fn ids(&self) -> Vec<&'s str> {
        self.flows.keys().copied().collect()
    }

    /// The same id, if there is a flow of it.
    pub(super) fn flow(&self, id: &str) -> Option<&'s str> {
        self.flows.get_key_value(id).map(|(id, _)| *id)
    }

    /// The number of a flow among all.
    pub(super) fn place(&self, id: &str) -> usize {
        self.flows.get_index_of(id).unwrap_or(usize::MAX)
    }

    /// Reads a flow and its tests. What cannot be read is as if nothing stood in it.
    pub(super) fn read(&self, id: &str) -> FlowFile {
        let read = |file: &usize| {
            let bytes = self.shelf.bytes(*file)?;
            Some(read_file(self.shelf.name(*file), bytes, |root| flow_file::read(id, root)))
        };
        let draft = self.flows.get(id).and_then(read).unwrap_or(Read { value: None, diagnostics: Vec::new() });
        FlowFile { draft, tests: self.tests.get(id).and_then(|file| self.read_tests(id, *file)) }
    }

    /// Reads the tests that belong to no flow.
    pub(super) fn stray_tests(&self) -> Vec<Read<Script>> {
        let mut stray: Vec<_> = self.tests.iter().filter(|(id, _)| !self.flows.contains_key(*id)).collect();
        stray.sort_unstable();
        stray.into_iter().filter_map(|(id, file)| self.read_tests(id, *file)).collect()
    }

    fn read_tests(&self, id: &str, file: usize) -> Option<Read<Script>> {
        let kind = script::FileKind::Tests(id.to_owned());
        let bytes = self.shelf.bytes(file)?;
        Some(read_file(self.shelf.name(file), bytes, |root| script::read(&kind, root)))
    }
}
