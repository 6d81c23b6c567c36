//! Names that one process of several holds on a PostgreSQL, such as the lead of the
//! schedules or a letter on its way. Whoever dies lets go: the locks are those of one
//! connection and end with it. A SQLite file has one serving process, which holds
//! whatever it asks for. On a line that says nothing nobody waits without end: this process
//! then holds nothing, and in time the server ends that session and lets its names go.

use std::collections::BTreeSet;
use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use sha2::{Digest, Sha256};

use super::address::{DatabaseUrl, open_postgres};
use super::aside::Aside;
use super::conflict::StoreError;

/// Under this name one serving process of several runs the schedules.
pub const LEAD: &str = "schedules";

/// So long the server may take to say who holds a name.
const PATIENCE: Duration = Duration::from_secs(8);
/// The same where a connection is to be opened first: of several machines those that are
/// gone are passed by, each after the ten seconds that it has to answer.
const OPENING: Duration = Duration::from_secs(40);
/// So many silent lines may be left behind at a time.
const MOST_SILENT: usize = 4;

/// When the server ends a session of which it hears nothing: probes find no machine any more,
/// or nothing is asked for longer than any process that serves is silent, as where what
/// stands between keeps the line open. The last is known from PostgreSQL 14 on.
const SESSION: &str = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; \
    SET tcp_keepalives_count = 2; \
    SELECT set_config('tcp_user_timeout', '10s', false) \
    WHERE current_setting('tcp_user_timeout', true) IS NOT NULL; \
    SELECT set_config('idle_session_timeout', '15min', false) \
    WHERE current_setting('idle_session_timeout', true) IS NOT NULL;";

/// What this process holds.
pub struct Locks {
    /// Of a PostgreSQL.
    url: Option<String>,
    held: Mutex<Held>,
    aside: Aside,
}

#[derive(Default)]
struct Held {
    connection: Option<PgConnection>,
    names: BTreeSet<String>,
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = Bool)]
    taken: bool,
}

impl Locks {
    /// Nothing is held yet, and no connection opened.
    pub(super) fn of(url: &DatabaseUrl) -> Self {
        let url = match url {
            DatabaseUrl::Postgres(url) => Some(url.clone()),
            DatabaseUrl::Sqlite(_) => None,
        };
        Self {
            url,
            held: Mutex::default(),
            aside: Aside::new(MOST_SILENT),
        }
    }

    /// Whether this process holds a name, taking it if it is free. What was held is
    /// asked after again: the server may have ended the connection meanwhile, or say nothing
    /// any more. Then nothing is held, and the next time a new connection is opened.
    pub fn hold(&self, name: &str) -> Result<bool, StoreError> {
        let Some(url) = &self.url else {
            return Ok(true);
        };
        let (url, name) = (url.clone(), name.to_owned());
        self.in_time(move |held| {
            held.connect(&url)?;
            held.take(name)
        })
    }

    /// Lets a name go that is held; else it does nothing.
    pub fn let_go(&self, name: &str) -> Result<(), StoreError> {
        if !self.held().names.contains(name) {
            return Ok(());
        }
        let name = name.to_owned();
        self.in_time(move |held| held.give(&name))
    }

    /// Does something with what is held. Who says nothing in time keeps the connection, and
    /// drops it with all its names when the line speaks again or ends.
    fn in_time<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Held) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let mut held = self.held();
        let patience = held.patience();
        let mut lent = mem::take(&mut *held);
        let (given_back, told) = self.aside.ask(patience, move || {
            let told = work(&mut lent);
            (lent, told)
        })?;
        *held = given_back;
        told
    }

    /// Nothing panics under the lock that could leave it half done.
    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn patience(&self) -> Duration {
        match self.connection {
            Some(_) => PATIENCE,
            None => OPENING,
        }
    }

    /// Sees to a connection that answers. With a new one nothing is held any more.
    fn connect(&mut self, url: &str) -> Result<(), StoreError> {
        if let Some(connection) = &mut self.connection
            && diesel::sql_query("SELECT 1").execute(connection).is_ok()
        {
            return Ok(());
        }
        self.lose();
        let opened = open_postgres(url);
        let mut opened = opened.map_err(|e| StoreError::Unreachable(e.to_string()))?;
        opened.batch_execute(SESSION)?;
        self.connection = Some(opened);
        Ok(())
    }

    fn take(&mut self, name: String) -> Result<bool, StoreError> {
        if self.names.contains(&name) {
            return Ok(true);
        }
        let query = diesel::sql_query("SELECT pg_try_advisory_lock($1) AS taken");
        let found: Taken = self.ask(|connection| {
            query
                .bind::<BigInt, _>(key(&name))
                .get_result::<Taken>(connection)
        })?;
        if found.taken {
            self.names.insert(name);
        }
        Ok(found.taken)
    }

    fn give(&mut self, name: &str) -> Result<(), StoreError> {
        if !self.names.remove(name) {
            return Ok(());
        }
        let query = diesel::sql_query("SELECT pg_advisory_unlock($1) AS taken");
        self.ask(|connection| {
            query
                .bind::<BigInt, _>(key(name))
                .get_result::<Taken>(connection)
        })?;
        Ok(())
    }

    fn ask<T>(
        &mut self,
        query: impl FnOnce(&mut PgConnection) -> QueryResult<T>,
    ) -> Result<T, StoreError> {
        let gone = || StoreError::Unreachable("the connection of the locks is gone".to_owned());
        let connection = self.connection.as_mut().ok_or_else(gone)?;
        query(connection).map_err(|problem| {
            self.lose();
            problem.into()
        })
    }

    fn lose(&mut self) {
        self.connection = None;
        self.names.clear();
    }
}

/// How often a name is asked for that somebody else holds, once a second.
const TRIES: u32 = 600;

/// Waits until nobody else holds a name and takes it for a connection. It asks again and
/// again: an index that who holds it builds beside others would wait for a question that
/// stands open, and both for ever.
pub(super) fn take(connection: &mut PgConnection, name: &str) -> QueryResult<()> {
    for _ in 0..TRIES {
        let query = diesel::sql_query("SELECT pg_try_advisory_lock($1) AS taken");
        let query = query.bind::<BigInt, _>(key(name));
        let found: Taken = query.get_result(connection)?;
        if found.taken {
            return Ok(());
        }
        connection.batch_execute("SELECT pg_sleep(1)")?;
    }
    // Says in the words of PostgreSQL that the wait was too long.
    let words = format!("SELECT pg_advisory_lock({})", key(name));
    connection.batch_execute(&words)
}

/// The number that PostgreSQL knows a name by. The same in every release.
pub(super) fn key(name: &str) -> i64 {
    let mut digest = Sha256::new();
    digest.update("evenhand/");
    digest.update(name);
    let first = digest.finalize().into_iter().take(8);
    first.fold(0, |key, byte| (key << 8) | i64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_name_never_changes() {
        assert_eq!(key(LEAD), KEY_OF_LEAD);
        assert_ne!(key(LEAD), key("migrations"));
    }

    /// The first eight bytes of the SHA-256 of `evenhand/schedules`.
    const KEY_OF_LEAD: i64 = 4_464_864_547_973_136_864;

    #[test]
    fn the_one_process_of_a_file_holds_what_it_asks_for() {
        let locks = Locks::of(&DatabaseUrl::Sqlite("nowhere.sqlite".to_owned()));
        assert!(locks.hold("schedules").unwrap());
        assert!(locks.hold("schedules").unwrap());
        locks.let_go("schedules").unwrap();
    }
}
