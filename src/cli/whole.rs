//! `evenhand export-all` and `evenhand import-all`: everything as open files, and back.

use std::fs;
use std::io;
use std::path::Path;

use super::serve::stamp;
use super::{Failure, open, seal};
use crate::actions::seal::missing_keys;
use crate::actions::whole::{self, NotTaken};
use crate::config::Config;
use crate::store::envelope::keys_in_use;
use crate::store::{Reader, Tx, migrate, outbox, second_factor, verify_audit};

/// Writes everything into a folder that is not there yet, or is empty.
pub fn export(config: &Config, folder: &Path) -> Result<(), Failure> {
    let database = open::current(config)?;
    let now = stamp("export_all").now;
    make(folder).map_err(|problem| used(folder, &problem))?;
    let storage = config.storage();
    // Before the one state is read: what it names must still be there when its turn comes.
    let _held = storage
        .hold()
        .map_err(|problem| Failure::Usage(format!("{}: {problem}", storage.shown())))?;
    let written = database
        .snapshot(|reader: &mut Reader| whole::write(reader, (folder, &storage), now))
        .map_err(|problem| Failure::Failed(format!("{}: {problem}", folder.display())))?;
    let rows: u64 = written.tables.iter().map(|table| table.rows).sum();
    let (tables, files) = (written.tables.len(), written.files);
    println!(
        "{rows} rows of {tables} tables and {files} files are in {}.",
        folder.display()
    );
    let accounts = !database.read(keys_in_use)?.is_empty();
    let steps = !database.read(second_factor::keys_in_use)?.is_empty();
    if accounts || steps || !database.read(outbox::keys_in_use)?.is_empty() {
        let file = config.key_file();
        println!(
            "What is sealed in it stays so, and the key is not in it: keep {} too, apart.",
            file.display()
        );
    }
    Ok(())
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    // It holds what nobody else on the machine may read.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(problem) if problem.kind() == io::ErrorKind::AlreadyExists => {
            match fs::read_dir(folder)?.next() {
                None => Ok(()),
                Some(_) => Err(io::ErrorKind::DirectoryNotEmpty.into()),
            }
        }
        other => other,
    }
}

fn used(folder: &Path, problem: &io::Error) -> Failure {
    Failure::Usage(format!("{}: {problem}", folder.display()))
}

/// Fills an empty installation with what `export-all` wrote.
pub fn import(config: &Config, folder: &Path) -> Result<(), Failure> {
    let manifest = whole::manifest(folder).map_err(failure)?;
    let database = open::any(config)?;
    migrate(&database)?;
    let fill = |tx: &mut Tx| whole::fill(tx, folder, &manifest);
    database.write(stamp("import_all"), fill).map_err(failure)?;
    whole::take_files(folder, &config.storage(), &manifest).map_err(failure)?;
    match database.read(verify_audit)? {
        Ok(events) => {
            let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
            println!("{rows} rows and {} files came back.", manifest.files);
            println!("The audit log is whole: {events} events.");
            for key in missing_keys(&database)? {
                println!("Not done yet: {}", seal::absent(config, key));
            }
            Ok(())
        }
        Err(broken) => Err(Failure::Failed(format!(
            "everything came back, with an audit log that is broken at event {}",
            broken.seq
        ))),
    }
}

/// What a database or a copy was refused for.
pub(super) fn failure(problem: NotTaken) -> Failure {
    match problem {
        NotTaken::Store(error) => error.into(),
        NotTaken::Io(..) | NotTaken::Unfit(_) => Failure::Usage(problem.to_string()),
    }
}
