//! Reading a backup whole, and proving it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use crate::exchange::backup::{
    DATABASE, Digested, Files, Identities, MANIFEST, Manifest, Part, Unpack,
};
use crate::files::{Expected, Storage, create, key_at, make_folder};
use crate::store::{
    Broken, Database, DatabaseUrl, MigrationState, attachment, gather, migrate, migration_state,
    verify_audit,
};

use super::{NotDone, expected};

/// A backup whose every part is what its manifest says.
pub struct Checked {
    pub manifest: Manifest,
    /// How many events its audit log has, or where that is broken; nothing where the
    /// database is elsewhere.
    pub events: Option<Result<i64, Broken>>,
}

/// What was read so far.
#[derive(Default)]
struct Found {
    database: Option<Part>,
    files: BTreeMap<String, Part>,
    manifest: Option<Manifest>,
}

/// Proves a backup; its database is unpacked into an empty folder for that, which may be
/// thrown away afterwards.
pub fn verify(file: &Path, with: &Identities, desk: &Path) -> Result<Checked, NotDone> {
    check(file, with, (desk, None))
}

/// The same, with the files kept beside the database if they have a place.
pub(super) fn check(
    file: &Path,
    with: &Identities,
    (folder, storage): (&Path, Option<&Storage>),
) -> Result<Checked, NotDone> {
    make_folder(folder)?;
    let opened = Unpack::open(BufReader::new(File::open(file)?), with)?;
    let mut found = Found::default();
    opened.each(|name, from| found.take(name, from, (folder, storage)))?;
    let cut = || NotDone::Unfit("it is cut off: its end is missing".to_owned());
    let manifest = found.manifest.take().ok_or_else(cut)?;
    found.compare(&manifest)?;
    let events = match &manifest.database {
        Some(_) => Some(examine(&folder.join(DATABASE), &manifest, &found.files)?),
        None => None,
    };
    Ok(Checked { manifest, events })
}

impl Found {
    /// Takes the next part in.
    fn take(
        &mut self,
        name: &str,
        from: &mut dyn Read,
        (folder, storage): (&Path, Option<&Storage>),
    ) -> Result<(), NotDone> {
        let unknown = || NotDone::Unfit(format!("it holds {name:?}, which no backup has there"));
        if self.manifest.is_some() {
            return Err(unknown());
        }
        if name == MANIFEST {
            self.manifest = Some(Manifest::read(from)?);
            return Ok(());
        }
        let mut from = Digested::new(from);
        if name == DATABASE && self.database.is_none() {
            let mut out = create(&folder.join(DATABASE))?;
            io::copy(&mut from, &mut out)?;
            out.sync_all()?;
            self.database = Some(from.part());
            return Ok(());
        }
        let key = key_at(name).filter(|key| !self.files.contains_key(*key));
        let key = key.ok_or_else(unknown)?;
        match storage {
            Some(storage) => storage.bring_back(key, &mut from)?,
            None => {
                io::copy(&mut from, &mut io::sink())?;
            }
        }
        self.files.insert(key.to_owned(), from.part());
        Ok(())
    }

    /// Whether everything is there and nothing else.
    fn compare(&self, manifest: &Manifest) -> Result<(), NotDone> {
        let wrong = |what: &str| {
            let said = format!("{what} in it is not what its manifest says");
            Err(NotDone::Unfit(said))
        };
        if self.database != manifest.database {
            return wrong("the database");
        }
        if Files::of(self.files.iter()) != manifest.files {
            return wrong("one of the files");
        }
        Ok(())
    }
}

/// Brings the unpacked database to this release and proves that it is whole: its audit
/// log, and the files that it names.
fn examine(
    file: &Path,
    manifest: &Manifest,
    files: &BTreeMap<String, Part>,
) -> Result<Result<i64, Broken>, NotDone> {
    let url = DatabaseUrl::Sqlite(file.to_string_lossy().into_owned());
    let database = Database::open(&url, 1)?;
    if let MigrationState::Newer(version) = migration_state(&database)? {
        return Err(NotDone::Unfit(format!(
            "a newer release ({version}) wrote it: use that release"
        )));
    }
    migrate(&database)?;
    let told = database.read(attachment::contents)?;
    let lost = told.into_iter().map(expected).find(|row| {
        let same = |part: &Part| row.lies_as(part.size, &part.sha256);
        !files.get(&row.key).is_some_and(same) && !manifest.unsound.contains(&row.key)
    });
    if let Some(Expected { key, .. }) = lost {
        return Err(NotDone::Unfit(format!(
            "the file {key} in it is missing or is not what the database says"
        )));
    }
    let events = database.read(verify_audit)?;
    gather(&database)?;
    Ok(events)
}
