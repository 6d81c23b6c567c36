//! Connections: one enum over both databases, a pool of readers that cannot
//! write and a pool of writers that take turns.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::r2d2::{Pool, PooledConnection};
use diesel::{PgConnection, SqliteConnection};

use super::address::DatabaseUrl;
use super::bell::Bell;
use super::conflict::StoreError;
use super::dialect;
use super::door::Door;
use super::form::KeptForms;
use super::lock::Locks;
use super::patience;
use super::pool::{Opener, builder};
use super::pulse::Pulse;
use super::replica::Replica;
use super::vault::Vault;
use crate::domain::{AccountId, Moment};

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// How long one use of the database took.
#[derive(Debug, Clone, Copy)]
pub struct Used {
    pub writes: bool,
    /// Until there was a connection.
    pub waited: Duration,
    /// From then on.
    pub worked: Duration,
}

/// Is told of every use of a database.
pub type Watch = Arc<dyn Fn(Used) + Send + Sync>;

/// The pools, and the keys to what is kept sealed. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    pub(super) readers: Pool<Opener>,
    pub(super) replica: Option<Replica>,
    writers: Pool<Opener>,
    vault: Arc<Vault>,
    locks: Arc<Locks>,
    bell: Arc<Bell>,
    watch: Option<Watch>,
    forms: Arc<KeptForms>,
    /// Of one that was not ready at first.
    pub(super) door: Option<Arc<Door>>,
    /// Of the one use that this is for.
    pub(super) pulse: Option<Arc<Pulse>>,
}

/// Reads. It gives its connection and its keys only inside `store`.
pub struct Reader {
    connection: PooledConnection<Opener>,
    vault: Arc<Vault>,
    forms: Arc<KeptForms>,
    pulse: Option<Arc<Pulse>>,
}

impl Reader {
    pub(super) fn connection(&mut self) -> &mut AnyConnection {
        if let Some(pulse) = &self.pulse {
            pulse.beat();
        }
        &mut self.connection
    }

    pub(super) fn vault(&self) -> &Vault {
        &self.vault
    }

    pub(super) fn forms(&self) -> &KeptForms {
        &self.forms
    }

    /// Nothing is asked until something is: whoever reads is busy elsewhere, as with files,
    /// and nobody takes the database for silent.
    pub fn rest(&self) {
        if let Some(pulse) = &self.pulse {
            pulse.rest();
        }
    }
}

/// Who writes, when, and in answer to which request: stamped on every audit event.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub now: Moment,
    /// `None` for the system itself and for people who have not signed in.
    pub actor: Option<AccountId>,
    pub request: String,
}

/// One write transaction. Everything a [`Reader`] can read, it can read too.
pub struct Tx {
    reader: Reader,
    pub(super) stamp: Stamp,
}

impl Tx {
    /// Names the person who turned out to act, as at a sign-in.
    pub fn acts_as(&mut self, actor: AccountId) {
        self.stamp.actor = Some(actor);
    }

    /// The instant at which everything in this transaction happens.
    pub fn now(&self) -> Moment {
        self.stamp.now
    }
}

impl Deref for Tx {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}

/// How often a transaction that lost a race is tried again.
const ATTEMPTS: u32 = 8;

impl Database {
    /// Opens both pools, with a closed vault; fails with the reason when the database
    /// can't be reached.
    pub fn open(url: &DatabaseUrl, readers: u32) -> Result<Self, StoreError> {
        // One attempt first: the pool itself would try in silence until its timeout.
        Opener::of(url, true).try_once()?;
        let pool = |size, writes| {
            let built = builder(size).build(Opener::of(url, writes));
            built.map_err(|e| StoreError::Unreachable(e.to_string()))
        };
        let writers = match url {
            DatabaseUrl::Sqlite(_) => 1,
            DatabaseUrl::Postgres(_) => readers,
        };
        let pools = (pool(writers, true)?, pool(readers, false)?);
        Ok(Self::of_pools(url, pools))
    }

    /// Of writers and readers.
    pub(super) fn of_pools(
        url: &DatabaseUrl,
        (writers, readers): (Pool<Opener>, Pool<Opener>),
    ) -> Self {
        Self {
            writers,
            readers,
            replica: None,
            vault: Arc::new(Vault::closed()),
            locks: Arc::new(Locks::of(url)),
            bell: Arc::new(Bell::of(url)),
            watch: None,
            forms: Arc::default(),
            door: None,
            pulse: None,
        }
    }

    /// The same with the keys to what is kept sealed.
    #[must_use]
    pub fn with_vault(self, vault: impl Into<Arc<Vault>>) -> Self {
        Self {
            vault: vault.into(),
            ..self
        }
    }

    /// The same, telling somebody of every use.
    #[must_use]
    pub fn watched(self, watch: Watch) -> Self {
        Self {
            watch: Some(watch),
            ..self
        }
    }

    /// The keys to what is kept sealed.
    pub fn vault(&self) -> &Arc<Vault> {
        &self.vault
    }

    /// What this process holds while others serve the same database.
    pub fn locks(&self) -> &Locks {
        &self.locks
    }

    /// What rings when something was written.
    pub fn bell(&self) -> &Bell {
        &self.bell
    }

    /// Takes a connection of a pool for some work, and tells how long that took.
    fn using<T, E: From<StoreError>>(
        &self,
        (pool, writes): (&Pool<Opener>, bool),
        work: impl FnOnce(PooledConnection<Opener>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.pass_the_door()?;
        let pulse = self.pulse.as_ref();
        let asked = pulse.map_or_else(Instant::now, |pulse| pulse.asked());
        let connection = patience::connection(pool, asked)?;
        let waited = asked.elapsed();
        let result = work(connection);
        if let Some(watch) = &self.watch {
            let worked = asked.elapsed().saturating_sub(waited);
            watch(Used {
                writes,
                waited,
                worked,
            });
        }
        result
    }

    fn reader(&self, connection: PooledConnection<Opener>) -> Reader {
        Reader {
            connection,
            vault: self.vault.clone(),
            forms: self.forms.clone(),
            pulse: self.pulse.clone(),
        }
    }

    /// Runs a read on a connection that cannot write.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        self.using((&self.readers, false), |connection| {
            work(&mut self.reader(connection))
        })
    }

    /// Runs a read that sees the database in one state from its beginning to its
    /// end, however long it takes and whatever is written meanwhile.
    pub fn snapshot<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        self.read(|reader| {
            dialect::begin_snapshot(reader.connection()).map_err(StoreError::from)?;
            let result = work(reader);
            dialect::end_snapshot(reader.connection()).map_err(StoreError::from)?;
            result
        })
    }

    /// Runs a write transaction; all of it is kept or none. Writers take turns,
    /// so what `work` reads stays true until it ends. `work` may run again when
    /// the database asks for it: it must have no effect outside the transaction.
    pub fn write<T, E: From<StoreError>>(
        &self,
        stamp: Stamp,
        work: impl FnMut(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        self.using((&self.writers, true), |connection| {
            let reader = self.reader(connection);
            committed(&mut Tx { reader, stamp }, &self.bell, work)
        })
    }

    /// Runs `work` on a writing connection outside any transaction of ours.
    pub(super) fn raw<T>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.using((&self.writers, true), |mut connection| {
            work(&mut connection)
        })
    }
}

/// Runs `work` until it is committed or refused, as often as it may.
fn committed<T, E: From<StoreError>>(
    tx: &mut Tx,
    bell: &Bell,
    mut work: impl FnMut(&mut Tx) -> Result<T, E>,
) -> Result<T, E> {
    let mut attempt = 1;
    loop {
        dialect::begin(tx.connection()).map_err(StoreError::from)?;
        let mut guard = Rollback(tx, true);
        let result = work(guard.0)?;
        let committed = dialect::commit(guard.0.connection(), bell);
        guard.1 = committed.is_err();
        drop(guard);
        match committed.map_err(StoreError::of_commit) {
            Ok(()) => {
                bell.ring();
                return Ok(result);
            }
            Err(StoreError::LostRace) if attempt < ATTEMPTS => attempt += 1,
            Err(other) => return Err(other.into()),
        }
    }
}

/// Leaves a database that was filled at once as one that people filled in time.
pub fn settle(database: &Database) -> Result<(), StoreError> {
    database.raw(|connection| Ok(dialect::settle(connection)?))
}

/// Empties the log in which SQLite keeps former states of what was written over; false where
/// somebody still reads one: then it has to be done again. What stands in it is brought into
/// the database by a connection that reads, if one is free: whoever writes waits for the rest.
pub fn empty_log(database: &Database) -> Result<bool, StoreError> {
    if let Some(mut connection) = database.readers.try_get() {
        dialect::bring_over(&mut connection)?;
    }
    database.raw(|connection| Ok(dialect::empty_log(connection)?))
}

/// Rolls the transaction back unless it was committed: also when `work` panics.
struct Rollback<'a>(&'a mut Tx, bool);

impl Drop for Rollback<'_> {
    fn drop(&mut self) {
        if self.1 && self.0.connection().batch_execute("ROLLBACK").is_err() {
            tracing::warn!("a transaction could not be rolled back; its connection is dropped");
        }
    }
}

/// A new id: UUIDv7, so that rows sort by the time of their making.
pub fn mint<Id: std::str::FromStr>() -> Id {
    let text = uuid::Uuid::now_v7().to_string();
    text.parse()
        .unwrap_or_else(|_| unreachable!("a UUID prints in canonical form"))
}

#[cfg(test)]
mod tests;
