//! Moving an installation into an empty database of either kind: table by table in the
//! order of their references, batches of one transaction each, then everything once more
//! beside what it came from. Broken off, it goes on behind what is there. For the
//! operator, like a [copy](super::whole).

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::Scope;

use serde_json::Value;

use super::whole::NotTaken;
use crate::store::whole::{self, Table};
use crate::store::{Database, MigrationState, Reader, Stamp, StoreError, migrate, migration_state};

/// Rows of one transaction.
const BATCH: usize = 1000;

type Rows = Vec<Vec<Value>>;

/// A move that has begun.
pub struct Moving<'a> {
    source: &'a Database,
    target: &'a Database,
    stamp: Stamp,
    tables: Vec<Table>,
    /// In the source.
    pub rows: u64,
}

impl<'a> Moving<'a> {
    /// Begins a move, or goes on with one; refuses a target that holds anything else or
    /// was made by another release. The source is one of this release.
    pub fn begin(
        source: &'a Database,
        target: &'a Database,
        stamp: Stamp,
    ) -> Result<Self, NotTaken> {
        make_ready(target)?;
        let tables = source.read(whole::tables)?;
        if target.read(whole::tables)? != tables {
            return Err(unfit("the two databases have other tables"));
        }
        let origin = source.read(whole::origin)?;
        let origin = origin.ok_or_else(|| unfit("there is nothing in the database to move"))?;
        match target.read(whole::filled_from)? {
            Some(from) if from == origin => {}
            Some(_) => {
                return Err(unfit(
                    "the new database holds a part of another installation",
                ));
            }
            None => {
                refuse_full(target, &tables)?;
                target.write(stamp.clone(), |tx| whole::begin_filling(tx, &origin))?;
            }
        }
        let mut rows = 0;
        for table in &tables {
            rows += counted(source, table)?;
        }
        Ok(Self {
            source,
            target,
            stamp,
            tables,
            rows,
        })
    }

    /// How many tables are moved.
    pub fn tables(&self) -> usize {
        self.tables.len()
    }

    /// Copies what is not there yet, as the source is when it begins; `told` hears of
    /// rows that are there.
    pub fn copy(&self, told: &mut dyn FnMut(u64)) -> Result<(), NotTaken> {
        self.source.snapshot(|reader| -> Result<(), NotTaken> {
            for table in &self.tables {
                self.copy_table(reader, table, told)?;
            }
            Ok(())
        })
    }

    /// What is there came in the order in which the rows are read.
    fn copy_table(
        &self,
        reader: &mut Reader,
        table: &Table,
        told: &mut dyn FnMut(u64),
    ) -> Result<(), NotTaken> {
        let (mut there, mut batch) = (counted(self.target, table)?, Rows::new());
        whole::each(reader, table, |row| -> Result<(), NotTaken> {
            if there > 0 {
                there -= 1;
                told(1);
                return Ok(());
            }
            batch.push(row);
            if batch.len() == BATCH {
                told(self.keep(table, &mut batch)?);
            }
            Ok(())
        })?;
        if there > 0 {
            return Err(differs(table, "it has more rows than it had"));
        }
        told(self.keep(table, &mut batch)?);
        Ok(())
    }

    /// Adds rows to the target, and empties the batch; how many there were.
    fn keep(&self, table: &Table, batch: &mut Rows) -> Result<u64, NotTaken> {
        let rows = std::mem::take(batch);
        if !rows.is_empty() {
            self.target.write(self.stamp.clone(), |tx| {
                rows.iter()
                    .try_for_each(|row| whole::insert(tx, table, row))
            })?;
        }
        Ok(length(&rows))
    }

    /// Reads both databases side by side; `told` hears of rows that are equal.
    pub fn compare(&self, told: &mut dyn FnMut(u64)) -> Result<(), NotTaken> {
        for table in &self.tables {
            self.compare_table(table, told)?;
        }
        Ok(())
    }

    fn compare_table(&self, table: &Table, told: &mut dyn FnMut(u64)) -> Result<(), NotTaken> {
        std::thread::scope(|scope| -> Result<(), NotTaken> {
            let here = stream(scope, self.source, table);
            let there = stream(scope, self.target, table);
            let mut equal = 0;
            loop {
                let (one, other) = (next(&here)?, next(&there)?);
                if one != other {
                    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
                    let same = one.iter().zip(&other).take_while(|(a, b)| a == b);
                    let same = equal + u64::try_from(same.count()).unwrap_or_default();
                    return Err(differs(table, &format!("the first {same} rows are equal")));
                }
                let Some(rows) = one else {
                    return Ok(());
                };
                equal += length(&rows);
                told(length(&rows));
            }
        })
    }

    /// The target is whole: from now on it can be served.
    pub fn end(&self) -> Result<(), StoreError> {
        self.target.write(self.stamp.clone(), whole::end_filling)
    }
}

/// Brings a target without rows to this release, also one whose making broke off.
fn make_ready(target: &Database) -> Result<(), NotTaken> {
    match migration_state(target)? {
        MigrationState::Current | MigrationState::Unfinished => Ok(()),
        MigrationState::Behind(_) => {
            for table in &target.read(whole::tables)? {
                if counted(target, table)? > 0 {
                    return Err(of_another_release());
                }
            }
            migrate(target)?;
            Ok(())
        }
        MigrationState::Newer(_) => Err(of_another_release()),
    }
}

fn of_another_release() -> NotTaken {
    unfit("the new database is not empty, and was made by another release")
}

fn refuse_full(target: &Database, tables: &[Table]) -> Result<(), NotTaken> {
    for table in tables {
        if counted(target, table)? > 0 {
            let wrong = format!("the new database is not empty: {} has rows", table.name);
            return Err(unfit(&wrong));
        }
    }
    Ok(())
}

/// As a snapshot, because to count a large table takes longer than a page may.
fn counted(database: &Database, table: &Table) -> Result<u64, StoreError> {
    let rows = database.snapshot(|reader| whole::count(reader, table))?;
    Ok(u64::try_from(rows).unwrap_or_default())
}

fn length(rows: &Rows) -> u64 {
    u64::try_from(rows.len()).unwrap_or_default()
}

/// Reads a table in a thread of its own, a batch ahead of who takes them.
fn stream<'scope>(
    scope: &'scope Scope<'scope, '_>,
    database: &'scope Database,
    table: &'scope Table,
) -> Receiver<Result<Rows, StoreError>> {
    let (sender, receiver) = sync_channel(1);
    scope.spawn(move || {
        // Where nobody takes them any more, the reading ends with an error for nobody.
        let send = |rows: Rows| {
            let sent = sender.send(Ok(rows));
            sent.map_err(|_| StoreError::Unreachable("nobody reads on".to_owned()))
        };
        let mut batch = Rows::new();
        let read = database.snapshot(|reader| {
            whole::each(reader, table, |row| -> Result<(), StoreError> {
                batch.push(row);
                match batch.len() {
                    BATCH => send(std::mem::take(&mut batch)),
                    _ => Ok(()),
                }
            })
        });
        let ended = match read {
            Ok(()) if batch.is_empty() => return,
            Ok(()) => Ok(batch),
            Err(problem) => Err(problem),
        };
        let _ = sender.send(ended);
    });
    receiver
}

/// The next rows; nothing behind the last ones.
fn next(from: &Receiver<Result<Rows, StoreError>>) -> Result<Option<Rows>, StoreError> {
    from.recv().ok().transpose()
}

fn unfit(wrong: &str) -> NotTaken {
    NotTaken::Unfit(wrong.to_owned())
}

fn differs(table: &Table, how: &str) -> NotTaken {
    NotTaken::Unfit(format!(
        "{} is not in the new database as it is in the old one ({how}): stop serving the old \
         one, empty the new one and begin again",
        table.name
    ))
}
