//! Writing a backup.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::desk::Desk;
use super::{NotDone, UNDER_WAY, expected, folder_of};
use crate::domain::Moment;
use crate::exchange::backup::{
    DATABASE, End, Files, LAYOUT, MANIFEST, Manifest, Pack, Part, Recipients,
};
use crate::files::{Expected, Storage, make_folder, path_of, sound};
use crate::store::{
    Database, DatabaseUrl, Reader, StoreError, attachment, audit_end, copy_into, schema_version,
};

/// The installation of which a backup is made.
pub struct Source<'a> {
    pub database: &'a Database,
    pub url: &'a DatabaseUrl,
    /// The data folder.
    pub data: &'a Path,
    /// Where files lie.
    pub storage: &'a Storage,
}

/// What one state of the database says.
struct State {
    end: Option<(i64, String)>,
    /// What it says of every file.
    files: Vec<Expected>,
}

fn state(reader: &mut Reader) -> Result<State, StoreError> {
    let told = attachment::contents(reader)?.into_iter();
    let mut files: Vec<Expected> = told.map(expected).collect();
    files.sort_by(|one, other| one.key.cmp(&other.key));
    // Several rows may share a file.
    files.dedup_by(|one, other| one.key == other.key);
    Ok(State {
        end: audit_end(reader)?,
        files,
    })
}

/// Writes a backup into a file that is not there yet: all of it, or nothing. A SQLite
/// database is in it as it was at one moment, with every file that it names then; of
/// another database only the files are. It is encrypted for `to` if that is anybody.
pub fn write(
    from: &Source,
    file: &Path,
    to: &Recipients,
    now: Moment,
) -> Result<Manifest, NotDone> {
    if file.exists() {
        let there = format!("{} is there already: name another file", file.display());
        return Err(NotDone::Unasked(there));
    }
    let folder = folder_of(file);
    make_folder(folder)?;
    // Held before the database is copied: nothing that the copy names is swept meanwhile.
    let _held = from.storage.hold()?;
    let desk = Desk::take(from.data, ".backup")?;
    let (copy, state) = copied(from, &desk)?;
    let mut made = Builder::new().prefix(UNDER_WAY).tempfile_in(folder)?;
    let seconds = u64::try_from(now.micros() / 1_000_000).unwrap_or_default();
    let mut pack = Pack::new(BufWriter::new(made.as_file_mut()), to, seconds)?;
    let database = copy.map(|copy| add_file(&mut pack, DATABASE, &copy));
    let database = database.transpose()?;
    let (files, unsound) = add_files(&mut pack, from.storage, &state.files)?;
    let manifest = Manifest {
        layout: LAYOUT,
        release: env!("CARGO_PKG_VERSION").to_owned(),
        migration: schema_version()?,
        written_at: now.rfc3339(),
        database,
        audit_end: state.end.map(|(seq, hash)| End { seq, hash }),
        files,
        unsound,
    };
    let text = serde_json::to_vec_pretty(&manifest).map_err(io::Error::from)?;
    pack.add(MANIFEST, text.len() as u64, &text[..])?;
    let out = pack.finish()?.into_inner();
    out.map_err(io::IntoInnerError::into_error)?;
    made.as_file().sync_all()?;
    made.persist(file).map_err(|failed| failed.error)?;
    File::open(folder)?.sync_all()?;
    Ok(manifest)
}

/// A copy of a SQLite database, and what it says; of another database only that.
fn copied(from: &Source, desk: &Desk) -> Result<(Option<PathBuf>, State), NotDone> {
    let copy = desk.folder().join(DATABASE);
    if copy_into(from.url, &copy)? {
        let url = DatabaseUrl::Sqlite(copy.to_string_lossy().into_owned());
        let keys = from.database.vault().clone();
        let told = Database::open(&url, 1)?.with_vault(keys).read(state)?;
        Ok((Some(copy), told))
    } else {
        Ok((None, from.database.snapshot(state)?))
    }
}

fn add_file<W: io::Write>(pack: &mut Pack<W>, name: &str, path: &Path) -> io::Result<Part> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    pack.add(name, size, file)
}

/// Adds every file as it lies; answers the keys of those too that are missing or do not
/// hold what the database says, as far as their keys are there.
fn add_files<W: io::Write>(
    pack: &mut Pack<W>,
    storage: &Storage,
    told: &[Expected],
) -> Result<(Files, Vec<String>), NotDone> {
    let (mut added, mut unsound) = (BTreeMap::new(), Vec::new());
    for row in told {
        let key = &row.key;
        let file = match (path_of(key), storage.open(key)) {
            (Some(path), Ok(file)) => Some((path, file)),
            (_, Err(problem)) if problem.kind() != io::ErrorKind::NotFound => {
                return Err(problem.into());
            }
            _ => None,
        };
        let Some((path, mut file)) = file else {
            unsound.push(key.clone());
            continue;
        };
        let length = file.metadata()?.len();
        let part = pack.add(&path, length, &file)?;
        file.rewind()?;
        if !sound(file, row) {
            unsound.push(key.clone());
        }
        added.insert(key.clone(), part);
    }
    Ok((Files::of(added.iter()), unsound))
}
