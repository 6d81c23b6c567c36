//! A replica of the database, for long reads that may be a little old: exports and the
//! dashboard. It is asked first how far behind it is; where that is too far, or nobody
//! knows, the database itself is read.

use std::time::Duration;

use diesel::prelude::*;
use diesel::r2d2::Pool;
use diesel::sql_types::{Bool, Double};

use super::address::DatabaseUrl;
use super::conflict::StoreError;
use super::connection::{AnyConnection, Database};
use super::pool::Opener;

/// A PostgreSQL that follows another one. Cheap to clone.
#[derive(Clone)]
pub struct Replica {
    readers: Pool<Opener>,
    most_seconds: u32,
}

/// So long it may take to answer before it is done without.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    close: bool,
}

/// The last transaction that it has is young enough. While nothing is written to the
/// database that it follows this cannot be told, and nothing is gained by it either.
const CLOSE: &str = "SELECT pg_is_in_recovery() AND coalesce(pg_last_xact_replay_timestamp() \
    >= clock_timestamp() - make_interval(secs => $1), false) AS close";

impl Database {
    /// The same with a replica that is read while it is at most so many seconds behind.
    /// It need not answer yet.
    #[must_use]
    pub fn with_replica(mut self, url: &DatabaseUrl, readers: u32, most_seconds: u32) -> Self {
        let opener = Opener::of(url, false);
        let readers = Pool::builder()
            .max_size(readers)
            .min_idle(Some(0))
            .connection_timeout(PATIENCE)
            .build_unchecked(opener);
        self.replica = Some(Replica {
            readers,
            most_seconds,
        });
        self
    }

    /// Where reads go that may be a little old.
    #[must_use]
    pub fn for_reports(&self) -> Self {
        let mut other = self.clone();
        if let Some(replica) = &self.replica {
            match replica.is_close() {
                Ok(true) => other.readers = replica.readers.clone(),
                Ok(false) => {}
                Err(problem) => tracing::warn!(%problem, "the replica is done without"),
            }
        }
        other
    }
}

impl Replica {
    fn is_close(&self) -> Result<bool, StoreError> {
        let connection = self.readers.get();
        let mut connection = connection.map_err(|e| StoreError::Unreachable(e.to_string()))?;
        match &mut **connection {
            // A file follows nobody.
            AnyConnection::Sqlite(_) => Ok(false),
            AnyConnection::Postgres(connection) => {
                let asked = diesel::sql_query(CLOSE);
                let asked = asked.bind::<Double, _>(f64::from(self.most_seconds));
                Ok(asked.get_result::<Found>(connection)?.close)
            }
        }
    }
}
