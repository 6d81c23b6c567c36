//! `evenhand backup`, `restore` and `verify`.

use std::fs;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::serve::stamp;
use super::{Failure, open, seal};
use crate::actions::backup::{self, Checked, Daily, NotDone, Place, Source};
use crate::actions::seal::missing_keys;
use crate::config::Config;
use crate::domain::Moment;
use crate::exchange::backup::{Identities, Manifest, Recipients};
use crate::store::{Broken, Database, DatabaseUrl};

/// What a backup is written into, and for whom.
#[derive(clap::Args)]
pub struct BackupArguments {
    /// A file that is not there yet.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Encrypt it for the owner of a public key of age; may be said more than once. Those of
    /// the setting `backup_to` if absent.
    #[arg(long, value_name = "AGE1…")]
    to: Vec<String>,
}

/// What comes back, and where to.
#[derive(clap::Args)]
pub struct RestoreArguments {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A data folder that holds no installation; that of `--data` if absent.
    #[arg(long, value_name = "DIR")]
    pub into: Option<PathBuf>,
    /// The file with the secret key, as age-keygen writes it.
    #[arg(long, value_name = "KEYFILE")]
    identity: Option<PathBuf>,
}

/// What is proven.
#[derive(clap::Args)]
pub struct VerifyArguments {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The file with the secret key, as age-keygen writes it.
    #[arg(long, value_name = "KEYFILE")]
    identity: Option<PathBuf>,
}

/// Writes a backup and says what is in it and what is not.
pub fn write(config: &Config, arguments: &BackupArguments) -> Result<(), Failure> {
    let to = if arguments.to.is_empty() {
        Recipients::parse(config.backup_to.split_whitespace())
    } else {
        Recipients::parse(arguments.to.iter().map(String::as_str))
    };
    let to = to.map_err(Failure::Usage)?;
    let database = open::current(config)?;
    let url = config.database().map_err(Failure::Usage)?;
    let storage = config.storage();
    let source = Source {
        database: &database,
        url: &url,
        data: &config.data,
        storage: &storage,
    };
    let file = &arguments.file;
    let manifest = backup::write(&source, file, &to, stamp("backup").now)
        .map_err(|problem| failure(file, problem))?;
    println!("{}: {}.", file.display(), contents(&manifest));
    if manifest.database.is_none() {
        println!("The database is not in it: take it with pg_dump before (docs/backup.md).");
    }
    if to.is_empty() {
        println!("It is not encrypted: whoever has it reads it (--to).");
    }
    let key = config.key_file();
    println!(
        "The master key is not in it: keep {} too, apart.",
        key.display()
    );
    match manifest.unsound.len() {
        0 => Ok(()),
        count => Err(Failure::Failed(format!(
            "it was written, but {count} files were missing or altered before: ask evenhand \
             doctor --deep"
        ))),
    }
}

/// How the settings want backups day by day; nothing where they name no folder.
pub fn daily(config: &Config) -> Result<Option<Daily>, Failure> {
    let daily = Daily::set_up(
        &config.backup_folder,
        (config.backup_hour, config.backup_keep),
        &config.time_zone,
        &config.backup_to,
    );
    daily.map_err(|problem| Failure::Usage(format!("configuration: {problem}")))
}

/// Writes the backup of a day if it is due, and says so in the log.
pub fn write_due(
    daily: &Daily,
    (config, database): (&Config, &Database),
    now: Moment,
) -> Result<(), String> {
    let url = config.database()?;
    let storage = config.storage();
    let source = Source {
        database,
        url: &url,
        data: &config.data,
        storage: &storage,
    };
    let written = daily
        .write(&source, now)
        .map_err(|problem| problem.to_string())?;
    if let Some(manifest) = written {
        let files = manifest.files.count;
        tracing::info!(files, "the backup of the day was written");
        if !manifest.unsound.is_empty() {
            let files = manifest.unsound.len();
            tracing::warn!(
                files,
                "files are missing or altered: ask evenhand doctor --deep"
            );
        }
    }
    Ok(())
}

/// Days after which a backup is too old: one may fail.
const OLD: i64 = 2;

/// Says of when the last daily backup is; an old one is a failure.
pub fn last(config: &Config, now: Moment) -> Result<(), Failure> {
    let Some(daily) = daily(config)? else {
        eprintln!("evenhand: no daily backup is set up: see backup_folder (docs/backup.md)");
        return Ok(());
    };
    let folder = daily.folder.display();
    let days = daily
        .days()
        .map_err(|problem| Failure::Failed(format!("{folder}: {problem}")))?;
    let Some(day) = days.last() else {
        let none = format!("there is no backup in {folder} yet");
        return Err(Failure::Failed(none));
    };
    let age = now.day(&daily.zone).days_since(*day);
    let file = daily.file(*day);
    if age > OLD {
        let late = format!("the last backup is {age} days old: {}", file.display());
        return Err(Failure::Failed(late));
    }
    println!("The last backup: {}", file.display());
    Ok(())
}

/// Proves a backup.
pub fn verify(arguments: &VerifyArguments) -> Result<(), Failure> {
    let file = &arguments.file;
    let with = identities(arguments.identity.as_deref())?;
    let folder = tempfile::tempdir().map_err(|problem| Failure::Failed(problem.to_string()))?;
    // Within it, so that nobody else looks into what is unpacked.
    let desk = folder.path().join("unpacked");
    let checked = backup::verify(file, &with, &desk).map_err(|problem| failure(file, problem))?;
    let manifest = &checked.manifest;
    println!("{} is whole: {}.", file.display(), contents(manifest));
    let (release, written) = (&manifest.release, &manifest.written_at);
    println!("Release {release} wrote it at {written}.");
    if !manifest.unsound.is_empty() {
        let count = manifest.unsound.len();
        println!("Files that were missing or altered before it was written: {count}.");
    }
    log(&checked)
}

/// Makes an installation of a backup.
pub fn restore(config: &Config, arguments: &RestoreArguments) -> Result<(), Failure> {
    let file = &arguments.file;
    let with = identities(arguments.identity.as_deref())?;
    let url = config.database().map_err(Failure::Usage)?;
    let own = url == DatabaseUrl::in_folder(&config.data);
    if !own && matches!(url, DatabaseUrl::Sqlite(_)) {
        return Err(Failure::Usage(
            "the settings name a SQLite database elsewhere: take database_url out of them, and \
             move the file afterwards"
                .to_owned(),
        ));
    }
    let storage = config.storage();
    let to = Place {
        data: &config.data,
        storage: &storage,
        database: own,
    };
    let checked = backup::restore(file, &with, &to).map_err(|problem| failure(file, problem))?;
    let folder = config.data.display();
    println!("{folder} holds again: {}.", contents(&checked.manifest));
    if own {
        let database = open::current(config)?;
        for key in missing_keys(&database)? {
            println!("Not done yet: {}", seal::absent(config, key));
        }
    }
    log(&checked)
}

fn contents(manifest: &Manifest) -> String {
    let Manifest {
        database, files, ..
    } = manifest;
    let count = files.count;
    match database {
        Some(database) => format!("the database ({} bytes) and {count} files", database.size),
        None => format!("{count} files"),
    }
}

/// Says how the audit log of a backup stands.
fn log(checked: &Checked) -> Result<(), Failure> {
    if let Some(end) = &checked.manifest.audit_end {
        println!("Its audit log ends with event {}: {}", end.seq, end.hash);
    }
    match &checked.events {
        None => {
            println!("The audit log itself is in PostgreSQL.");
            Ok(())
        }
        Some(Ok(events)) => {
            println!("The audit log is whole: {events} events.");
            Ok(())
        }
        Some(Err(Broken { seq })) => Err(Failure::Failed(format!(
            "its audit log was broken at event {seq} already when it was written"
        ))),
    }
}

fn identities(file: Option<&Path>) -> Result<Identities, Failure> {
    let Some(file) = file else {
        return Ok(Identities::default());
    };
    let named = |problem: String| Failure::Usage(format!("{}: {problem}", file.display()));
    let text = fs::read_to_string(file).map_err(|problem| named(problem.to_string()))?;
    Identities::parse(&Zeroizing::new(text)).map_err(named)
}

/// In one line: wrong use, or what is wrong with the file.
fn failure(file: &Path, problem: NotDone) -> Failure {
    match problem {
        NotDone::Store(problem) => problem.into(),
        NotDone::Unasked(problem) => Failure::Usage(problem),
        other => Failure::Failed(format!("{}: {other}", file.display())),
    }
}
