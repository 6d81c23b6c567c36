//! `evenhand watch-list versions` tells every version that was loaded, `watch-list fetch`
//! brings the files of one back, byte for byte.

use std::fs::{DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};

use super::super::{Failure, open};
use crate::config::Config;
use crate::domain::ListVersionId;
use crate::exchange::watch_list::digest_of_version;
use crate::store::list_screening as store;

/// Which version is brought back, and to where.
#[derive(clap::Args)]
pub struct FetchArguments {
    /// Number of the version, as `watch-list versions` prints it.
    version: String,
    /// Folder for its files; made if it is not there. Nothing in it is written over.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Prints every version, latest first: number, list, its own day, when it was loaded,
/// whether it is in force, SHA-256.
pub fn versions(config: &Config) -> Result<(), Failure> {
    let database = open::current(config)?;
    for row in database.read(|reader| store::versions(reader, None, i64::MAX))? {
        let state = if row.in_force { "in force" } else { "former" };
        let (dated, loaded) = (row.version.dated.iso(), row.loaded_at.rfc3339());
        let (id, list, digest) = (row.id, row.list, row.version.digest);
        println!("{id}\t{list}\t{dated}\t{loaded}\t{state}\t{digest}");
    }
    Ok(())
}

/// Writes the files of a version into a folder; each is compared with its SHA-256 before.
pub fn fetch(config: &Config, arguments: &FetchArguments) -> Result<(), Failure> {
    let database = open::current(config)?;
    let unknown = || Failure::Usage(format!("there is no version {:?}", arguments.version));
    let id = ListVersionId::parse(&arguments.version).map_err(|_| unknown())?;
    let row = database.read(|reader| store::versions_of(reader, &[id]))?;
    let row = row.into_values().next().ok_or_else(unknown)?;
    let files = database.read(|reader| store::files(reader, id))?;
    if files.is_empty() {
        let none = "the files of this version were not kept: an earlier release loaded it";
        return Err(Failure::Failed(none.to_owned()));
    }
    let digests = files.iter().map(|(_, content)| content.sha256.clone());
    if digest_of_version(digests.collect()) != row.version.digest {
        let other = "the files are not those of the version: run evenhand doctor";
        return Err(Failure::Failed(other.to_owned()));
    }
    let (storage, folder) = (config.storage(), arguments.out.as_path());
    DirBuilder::new()
        .recursive(true)
        .create(folder)
        .map_err(|problem| failed(folder, &problem))?;
    for (name, content) in files {
        let path = folder.join(Path::new(&name).file_name().unwrap_or_default());
        let kept = storage.unpack(&content.storage_key, &content.sha256);
        let written = kept.and_then(|mut file| io::copy(&mut file, &mut File::create_new(&path)?));
        let bytes = written.map_err(|problem| failed(&path, &problem))?;
        println!("{}\t{bytes}\t{}", path.display(), content.sha256);
    }
    Ok(())
}

fn failed(path: &Path, problem: &io::Error) -> Failure {
    Failure::Failed(format!("{}: {problem}", path.display()))
}
