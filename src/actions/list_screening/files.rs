//! The files that a version of a watch list came in: kept before the version is put in
//! force, each content once.

use std::collections::BTreeSet;
use std::io;

use crate::domain::ListVersionId;
use crate::files::{Packed, PackedFile, Storage};
use crate::policy::list_screening::MayLoadLists;
use crate::store::list_screening::{ContentRow, add_files};
use crate::store::{StoreError, Tx};

/// The files of a version, as they lie on the disk.
#[derive(Debug, Default)]
pub struct SourceFiles {
    /// Name and SHA-256 of each, in the order in which they were given.
    named: Vec<(String, String)>,
    /// Contents that were not kept before.
    new: Vec<PackedFile>,
}

impl SourceFiles {
    /// Keeps what is not `kept` yet of files with their names. Two of one name are told
    /// apart by a number.
    pub fn keep(
        storage: &Storage,
        packed: Vec<(String, Packed)>,
        mut kept: BTreeSet<String>,
    ) -> io::Result<Self> {
        let mut files = Self::default();
        for (place, (mut name, file)) in (1..).zip(packed) {
            while files.named.iter().any(|(other, _)| *other == name) {
                name = format!("{place}-{name}");
            }
            files.named.push((name, file.sha256().to_owned()));
            if kept.insert(file.sha256().to_owned()) {
                files.new.push(file.keep(storage)?);
            }
        }
        Ok(files)
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// Adds them to a version.
    pub(super) fn add(
        &self,
        tx: &mut Tx,
        may: &MayLoadLists,
        version: ListVersionId,
    ) -> Result<(), StoreError> {
        let row = |file: &PackedFile| ContentRow {
            sha256: file.sha256.clone(),
            size: file.size,
            storage_key: file.key.clone(),
            packed_size: file.packed_size,
            packed_sha256: file.packed_sha256.clone(),
        };
        let contents: Vec<ContentRow> = self.new.iter().map(row).collect();
        add_files(tx, may, version, (&self.named, &contents))
    }
}
