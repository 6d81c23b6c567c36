//! A copy of everything in open files, and a database made of one. For the operator, who
//! holds the database itself: it asks for no reach and leaves no event behind, so that
//! what comes back is equal to what was written.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::export_round::Unfinished;
use crate::domain::Moment;
use crate::exchange::meanings::readme;
use crate::exchange::whole::{ColumnEntry, LAYOUT, Manifest, TableEntry};
use crate::files::{Storage, copy_all, make_folder};
use crate::store::whole::{self, Column, LEFT_OUT, Table};
use crate::store::{Reader, StoreError, Tx, hex, schema_version};

const MANIFEST: &str = "manifest.json";
/// The same in words, with what tables and columns mean.
const README: &str = "README.md";
const TABLES: &str = "tables";
const FILES: &str = "files";

/// Why a copy was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{0}: {1}")]
    Io(String, io::Error),
    #[error("{0}")]
    Unfit(String),
}

/// Writes everything into an empty folder.
pub fn write(
    reader: &mut Reader,
    (folder, storage): (&Path, &Storage),
    now: Moment,
) -> Result<Manifest, Unfinished> {
    make_folder(&folder.join(TABLES))?;
    let mut entries = Vec::new();
    for table in whole::tables(reader)? {
        entries.push(write_table(reader, folder, &table)?);
    }
    let files = copy_all(storage, &Storage::at(folder.join(FILES)))?;
    let manifest = Manifest {
        layout: LAYOUT,
        release: env!("CARGO_PKG_VERSION").to_owned(),
        migration: schema_version()?,
        written_at: now.rfc3339(),
        tables: entries,
        files,
        left_out: LEFT_OUT.map(str::to_owned).to_vec(),
    };
    let mut out = BufWriter::new(File::create_new(folder.join(MANIFEST))?);
    serde_json::to_writer_pretty(&mut out, &manifest).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    out.flush()?;
    let mut page = File::create_new(folder.join(README))?;
    page.write_all(readme(&manifest).as_bytes())?;
    Ok(manifest)
}

fn write_table(
    reader: &mut Reader,
    folder: &Path,
    table: &Table,
) -> Result<TableEntry, Unfinished> {
    let file = File::create_new(table_file(folder, &table.name))?;
    let mut out = BufWriter::new(file);
    let (mut rows, mut digest) = (0, Sha256::new());
    whole::each(reader, table, |values| -> Result<(), Unfinished> {
        let names = table.columns.iter().map(|one| one.name.clone());
        let row: Map<String, Value> = names.zip(values).collect();
        let mut line = serde_json::to_vec(&row).map_err(io::Error::from)?;
        line.push(b'\n');
        digest.update(&line);
        rows += 1;
        Ok(out.write_all(&line)?)
    })?;
    out.flush()?;
    Ok(TableEntry {
        name: table.name.clone(),
        rows,
        sha256: hex(&digest.finalize()),
        columns: table.columns.iter().map(column).collect(),
    })
}

fn column(one: &Column) -> ColumnEntry {
    ColumnEntry {
        name: one.name.clone(),
        kind: one.kind.code().to_owned(),
        nullable: one.nullable,
        key: one.key,
    }
}

fn table_file(folder: &Path, name: &str) -> PathBuf {
    folder.join(TABLES).join(format!("{name}.jsonl"))
}

/// Reads what a copy says of itself; one of another release is refused.
pub fn manifest(folder: &Path) -> Result<Manifest, NotTaken> {
    let path = folder.join(MANIFEST);
    let named = |problem: io::Error| NotTaken::Io(path.display().to_string(), problem);
    let file = File::open(&path).map_err(named)?;
    let read = serde_json::from_reader(BufReader::new(file));
    let manifest: Manifest = read.map_err(|problem| named(problem.into()))?;
    let ours = schema_version()?;
    if (manifest.layout, &manifest.migration) != (LAYOUT, &ours) {
        let (release, theirs) = (&manifest.release, &manifest.migration);
        return Err(NotTaken::Unfit(format!(
            "it was written by release {release} (migration {theirs}), this one is at {ours}: \
             import it with that release and migrate"
        )));
    }
    Ok(manifest)
}

/// Fills an empty database with the tables of a copy: all of them, or nothing.
pub fn fill(tx: &mut Tx, folder: &Path, manifest: &Manifest) -> Result<(), NotTaken> {
    let tables = whole::tables(tx)?;
    for table in &tables {
        if whole::count(tx, table)? > 0 {
            let wrong = format!("the database is not empty: {} has rows", table.name);
            return Err(NotTaken::Unfit(wrong));
        }
    }
    let same = |(table, entry): (&Table, &TableEntry)| {
        let columns: Vec<ColumnEntry> = table.columns.iter().map(column).collect();
        table.name == entry.name && columns == entry.columns
    };
    let known = tables.len() == manifest.tables.len();
    if !known || !tables.iter().zip(&manifest.tables).all(same) {
        let wrong = "its tables are not those of this release".to_owned();
        return Err(NotTaken::Unfit(wrong));
    }
    for (table, entry) in tables.iter().zip(&manifest.tables) {
        fill_table(tx, folder, (table, entry))?;
    }
    Ok(())
}

fn fill_table(
    tx: &mut Tx,
    folder: &Path,
    (table, entry): (&Table, &TableEntry),
) -> Result<(), NotTaken> {
    let path = table_file(folder, &table.name);
    let named = |problem: io::Error| NotTaken::Io(path.display().to_string(), problem);
    let mut file = BufReader::new(File::open(&path).map_err(named)?);
    let (mut rows, mut digest, mut line) = (0, Sha256::new(), Vec::new());
    loop {
        line.clear();
        if file.read_until(b'\n', &mut line).map_err(named)? == 0 {
            break;
        }
        digest.update(&line);
        rows += 1;
        let row = values(table, &line).ok_or_else(|| {
            NotTaken::Unfit(format!("{}: line {rows} is no row of it", table.name))
        })?;
        whole::insert(tx, table, &row)?;
    }
    if rows != entry.rows || hex(&digest.finalize()) != entry.sha256 {
        let wrong = format!("{} is not what the manifest says", path.display());
        return Err(NotTaken::Unfit(wrong));
    }
    Ok(())
}

/// The values of a line in the order of the columns; nothing where one is missing or
/// there is another.
fn values(table: &Table, line: &[u8]) -> Option<Vec<Value>> {
    let mut row: Map<String, Value> = serde_json::from_slice(line).ok()?;
    let taken = table.columns.iter().map(|one| row.remove(&one.name));
    let values: Option<Vec<Value>> = taken.collect();
    values.filter(|_| row.is_empty())
}

/// Takes over the files of a copy.
pub fn take_files(folder: &Path, to: &Storage, manifest: &Manifest) -> Result<(), NotTaken> {
    let named = |problem: io::Error| NotTaken::Io(to.shown(), problem);
    let taken = copy_all(&Storage::in_folder(folder), to).map_err(named)?;
    if taken == manifest.files {
        Ok(())
    } else {
        let wrong = format!("{taken} files came of {}", manifest.files);
        Err(NotTaken::Unfit(wrong))
    }
}
