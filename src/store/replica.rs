//! A replica of the database, for long reads that may be a little old: exports and the
//! dashboard. It is asked first how far behind it is; where that is too far, or nobody
//! knows, the database itself is read, and the log says so. One that keeps its line open and
//! says nothing is asked nothing more until it speaks.

use std::sync::Arc;
use std::time::Duration;

use diesel::prelude::*;
use diesel::r2d2::Pool;
use diesel::sql_types::{Bool, Double, Text};

use super::address::DatabaseUrl;
use super::aside::Aside;
use super::conflict::StoreError;
use super::connection::{AnyConnection, Database, Reader};
use super::pool::Opener;

/// A PostgreSQL that follows another one. Cheap to clone.
#[derive(Clone)]
pub struct Replica {
    readers: Pool<Opener>,
    most_seconds: u32,
    aside: Arc<Aside>,
}

/// How a replica follows the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Following {
    /// It has all that there is, or at least all that there was within the bound.
    Close,
    /// Too far behind to be read.
    Behind,
    /// It is a database of its own.
    Nobody,
}

/// So long it may take to answer before it is done without.
const PATIENCE: Duration = Duration::from_secs(1);
/// So much of it a connection may take, so that why there is none is told.
const CONNECTING: Duration = Duration::from_millis(900);

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    follows: bool,
    /// The last transaction that it has is young enough.
    #[diesel(sql_type = Bool)]
    young: bool,
    /// Up to where it has taken in what the other one wrote.
    #[diesel(sql_type = Text)]
    taken_in: String,
}

const FOUND: &str = "SELECT pg_is_in_recovery() AS follows, \
    coalesce(pg_last_xact_replay_timestamp() \
        >= clock_timestamp() - make_interval(secs => $1), false) AS young, \
    coalesce(pg_last_wal_replay_lsn()::text, '') AS taken_in";

#[derive(QueryableByName)]
struct Written {
    #[diesel(sql_type = Text)]
    written: String,
}

const WRITTEN: &str = "SELECT pg_current_wal_lsn()::text AS written";

impl Database {
    /// The same with a replica that is read while it is at most so many seconds behind.
    /// It need not answer yet.
    #[must_use]
    pub fn with_replica(mut self, url: &DatabaseUrl, readers: u32, most_seconds: u32) -> Self {
        let opener = Opener::of(url, false);
        let readers = Pool::builder()
            .max_size(readers)
            .min_idle(Some(0))
            .connection_timeout(CONNECTING)
            .build_unchecked(opener);
        self.replica = Some(Replica {
            readers,
            most_seconds,
            aside: Arc::new(Aside::new(1)),
        });
        self
    }

    /// Where reads go that may be a little old.
    #[must_use]
    pub fn for_reports(&self) -> Self {
        let mut other = self.clone();
        if let Some(readers) = self.close_readers() {
            other.readers = readers;
        }
        other
    }

    /// Runs a read that may be a little old. Where the replica goes away or gives it up
    /// meanwhile, it runs here once more.
    pub fn report<T>(
        &self,
        mut work: impl FnMut(&mut Reader) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let Some(readers) = self.close_readers() else {
            return self.read(work);
        };
        let mut there = self.clone();
        there.readers = readers;
        match there.read(&mut work) {
            Err(problem @ (StoreError::Unreachable(_) | StoreError::LostRace)) => {
                tracing::warn!(%problem, "the replica gave a read up");
                self.read(work)
            }
            told => told,
        }
    }

    /// How the replica follows; nothing where there is none.
    pub fn following(&self) -> Option<Result<Following, StoreError>> {
        let replica = self.replica.as_ref()?;
        Some(self.followed_by(replica))
    }

    /// Connections to a replica that may be read now.
    fn close_readers(&self) -> Option<Pool<Opener>> {
        let replica = self.replica.as_ref()?;
        match self.followed_by(replica) {
            Ok(Following::Close) => return Some(replica.readers.clone()),
            Ok(far) => tracing::warn!(following = ?far, "the replica is done without"),
            Err(problem) => tracing::warn!(%problem, "the replica is done without"),
        }
        None
    }

    /// The age of its last transaction tells nothing while none is written here. So where it
    /// is old, the replica is still close if it had taken in all that is written here by now.
    fn followed_by(&self, replica: &Replica) -> Result<Following, StoreError> {
        let Some(found) = replica.ask()?.filter(|found| found.follows) else {
            return Ok(Following::Nobody);
        };
        if found.young || self.read(written)? == Some(found.taken_in) {
            return Ok(Following::Close);
        }
        Ok(Following::Behind)
    }
}

impl Replica {
    fn ask(&self) -> Result<Option<Found>, StoreError> {
        let (readers, most_seconds) = (self.readers.clone(), self.most_seconds);
        let work = move || found(&readers, most_seconds);
        self.aside.ask(PATIENCE, work)?
    }
}

/// What a replica says of itself; nothing of a file, which follows nobody.
fn found(readers: &Pool<Opener>, most_seconds: u32) -> Result<Option<Found>, StoreError> {
    let connection = readers.get();
    let mut connection = connection.map_err(|e| StoreError::Unreachable(e.to_string()))?;
    match &mut **connection {
        AnyConnection::Sqlite(_) => Ok(None),
        AnyConnection::Postgres(connection) => {
            let asked = diesel::sql_query(FOUND);
            let asked = asked.bind::<Double, _>(f64::from(most_seconds));
            Ok(Some(asked.get_result(connection)?))
        }
    }
}

/// How far the log of the database goes; nothing for a file.
fn written(reader: &mut Reader) -> Result<Option<String>, StoreError> {
    match reader.connection() {
        AnyConnection::Sqlite(_) => Ok(None),
        AnyConnection::Postgres(connection) => {
            let told: Written = diesel::sql_query(WRITTEN).get_result(connection)?;
            Ok(Some(told.written))
        }
    }
}
