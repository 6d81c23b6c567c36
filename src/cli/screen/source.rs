//! Where the entries come from: files, or the installation.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::opened;
use crate::cli::{Failure, open};
use crate::config::Config;
use crate::domain::Language;
use crate::domain::list_screening::{Desk, Record};
use crate::domain::names::Kind;
use crate::exchange::score_report::bare;
use crate::exchange::watch_list::{BadRow, FileRead, Refusal, WatchLists};
use crate::i18n::Locale;
use crate::store::list_screening::{self, VersionRow};
use crate::store::{DatabaseUrl, Reader, StoreError};

/// Lists that can be asked, and what they are.
#[derive(Default)]
pub struct Sources {
    pub files: Vec<FileReport>,
    pub versions: Vec<VersionReport>,
    /// By the names of the lists.
    pub desks: Vec<(String, Desk)>,
}

/// What a file gave.
#[derive(Serialize)]
pub struct FileReport {
    file: String,
    list: &'static str,
    /// Rows or elements that said something.
    read: u64,
    /// Rows that were passed over, with the reason.
    bad: Vec<(u64, String)>,
}

/// A version that is in force.
#[derive(Serialize)]
pub struct VersionReport {
    pub list: String,
    /// Its identifier here, which runs of the pages keep too.
    version: String,
    /// Whose format it is in.
    source: String,
    /// The list's own day.
    pub dated: String,
    /// When it was loaded, in UTC.
    pub loaded: String,
    /// SHA-256 of its files.
    sha256: String,
    pub entries: i64,
    pub names: i64,
}

impl From<&VersionRow> for VersionReport {
    fn from(row: &VersionRow) -> Self {
        Self {
            list: row.list.clone(),
            version: row.id.to_string(),
            source: row.version.source.clone(),
            dated: row.version.dated.iso(),
            loaded: row.loaded_at.rfc3339(),
            sha256: row.version.digest.clone(),
            entries: row.version.entries,
            names: row.version.names,
        }
    }
}

fn desk(records: impl Iterator<Item = Record>, wanted: Option<Kind>) -> Desk {
    let records = records.filter(|one| wanted.is_none_or(|kind| one.kind == kind));
    Desk::new(records.collect())
}

/// The lists of an installation. Makes none where there is none.
pub fn in_force(config: &Config, wanted: Option<Kind>) -> Result<Sources, Failure> {
    let none = || {
        Failure::Usage(
            "no list is loaded here: name one with --list FILE, or load one with \
             evenhand watch-list load FILE --list CODE --by EMAIL"
                .to_owned(),
        )
    };
    if let DatabaseUrl::Sqlite(file) = config.database().map_err(Failure::Usage)?
        && !Path::new(&file).exists()
    {
        return Err(none());
    }
    let database = open::current(config)?;
    let sources = database.read::<_, StoreError>(move |reader| loaded(reader, wanted))?;
    match sources.versions.is_empty() {
        true => Err(none()),
        false => Ok(sources),
    }
}

fn loaded(reader: &mut Reader, wanted: Option<Kind>) -> Result<Sources, StoreError> {
    let mut sources = Sources::default();
    for row in list_screening::in_force(reader)? {
        let records = list_screening::records(reader, row.id)?;
        let desk = desk(records.into_iter(), wanted);
        sources.versions.push(VersionReport::from(&row));
        sources.desks.push((row.list, desk));
    }
    Ok(sources)
}

/// Reads all files; what is wrong in rows is told at once.
pub fn files(files: &[PathBuf], wanted: Option<Kind>) -> Result<Sources, Failure> {
    let english = Locale::of(Language::English);
    let mut lists = WatchLists::default();
    let mut reports = Vec::new();
    for file in files {
        let read = lists
            .read(opened(file)?)
            .map_err(|Refusal { row, reason }| {
                let place = row.map_or(String::new(), |row| format!("line {row}: "));
                let reason = bare(&english.tell(&reason));
                Failure::Failed(format!("{}: {place}{reason}", file.display()))
            })?;
        let FileRead {
            format, said, bad, ..
        } = read;
        let told = |BadRow { row, reason }| (row, bare(&english.tell(&reason)));
        let bad: Vec<(u64, String)> = bad.into_iter().map(told).collect();
        for (row, reason) in &bad {
            eprintln!(
                "evenhand: {}: line {row} is passed over: {reason}",
                file.display()
            );
        }
        let file = file.display().to_string();
        reports.push(FileReport {
            file,
            list: format.list(),
            read: said,
            bad,
        });
    }
    let (entries, orphans) = lists.finish();
    if orphans > 0 {
        eprintln!("evenhand: {orphans} names or countries belong to no entry of these files");
    }
    let mut lists: BTreeMap<&str, Vec<Record>> = BTreeMap::new();
    for entry in entries {
        lists
            .entry(entry.list)
            .or_default()
            .push(Record::from(entry));
    }
    let desks = lists.into_iter().map(|(list, records)| {
        let desk = desk(records.into_iter(), wanted);
        (list.to_owned(), desk)
    });
    Ok(Sources {
        files: reports,
        versions: Vec::new(),
        desks: desks.collect(),
    })
}
