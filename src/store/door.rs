//! A database that can't be served yet: it is away, or the master key is not there with which
//! something in it is sealed. Everybody is refused at once until it is ready, and then let in
//! without a restart.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use super::address::DatabaseUrl;
use super::conflict::StoreError;
use super::connection::Database;
use super::pool::{Opener, builder};

/// What has to come before anybody is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// The database itself.
    Database,
    /// The master key with which something in it is sealed.
    Key,
}

/// Shut until the database behind it is ready.
pub(super) struct Door {
    /// Of a database that was away at first.
    away: Option<DatabaseUrl>,
    state: AtomicU8,
}

const OPEN: u8 = 0;
const AWAITS_DATABASE: u8 = 1;
const AWAITS_KEY: u8 = 2;

impl Database {
    /// A PostgreSQL that can't be reached yet, with a closed vault. Every use of it fails at
    /// once until [`Database::let_in`].
    pub fn awaited(url: &DatabaseUrl, connections: u32) -> Self {
        let pool = |writes| {
            let pool = builder(connections).min_idle(Some(0));
            pool.build_unchecked(Opener::of(url, writes))
        };
        let mut made = Self::of_pools(url, (pool(true), pool(false)));
        made.door = Some(Arc::new(Door {
            away: Some(url.clone()),
            state: AtomicU8::new(AWAITS_DATABASE),
        }));
        made
    }

    /// The same behind a door that is shut until its master key is there.
    #[must_use]
    pub fn shut_for_key(mut self) -> Self {
        self.door = Some(Arc::new(Door {
            away: None,
            state: AtomicU8::new(AWAITS_KEY),
        }));
        self
    }

    /// What has to come before anybody is let in; nothing once everybody is.
    pub fn waits_for(&self) -> Option<Awaited> {
        match self.door.as_ref()?.state.load(Ordering::Acquire) {
            AWAITS_DATABASE => Some(Awaited::Database),
            AWAITS_KEY => Some(Awaited::Key),
            _ => None,
        }
    }

    /// Asks whether it has come. The answer is the same database past its door, for making
    /// it ready.
    pub fn knock(&self) -> Result<Self, StoreError> {
        if let Some(url) = self.door.as_ref().and_then(|door| door.away.as_ref()) {
            Opener::of(url, true).try_once()?;
        }
        let mut past = self.clone();
        past.door = None;
        Ok(past)
    }

    /// It has come, and waits for its master key from now on.
    pub fn wait_for_key(&self) {
        self.turn(AWAITS_KEY);
    }

    /// Lets everybody in from now on.
    pub fn let_in(&self) {
        self.turn(OPEN);
    }

    fn turn(&self, state: u8) {
        if let Some(door) = &self.door {
            door.state.store(state, Ordering::Release);
        }
    }

    /// Refuses while the door is shut.
    pub(super) fn pass_the_door(&self) -> Result<(), StoreError> {
        let missing = match self.waits_for() {
            None => return Ok(()),
            Some(Awaited::Database) => "it has not come since the start",
            Some(Awaited::Key) => "its master key has not come since the start",
        };
        Err(StoreError::Unreachable(missing.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Reader;

    fn nothing(_: &mut Reader) -> Result<(), StoreError> {
        Ok(())
    }

    #[test]
    fn nobody_passes_before_what_is_awaited_has_come() {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::in_folder(folder.path());
        let database = Database::open(&url, 1).unwrap();
        assert_eq!(database.waits_for(), None);
        let database = database.shut_for_key();
        let served = database.clone();
        assert_eq!(served.waits_for(), Some(Awaited::Key));
        let refused = served.read(nothing);
        assert!(matches!(refused, Err(StoreError::Unreachable(_))));
        let past = served.knock().unwrap();
        assert!(past.read(nothing).is_ok(), "it is made ready");
        assert!(served.read(nothing).is_err(), "still shut");
        database.let_in();
        assert_eq!(served.waits_for(), None);
        assert!(served.read(nothing).is_ok());
    }

    #[test]
    fn a_database_that_came_may_still_wait_for_its_key() {
        let nowhere = DatabaseUrl::Postgres("postgres://nobody@127.0.0.1:1/none".to_owned());
        let database = Database::awaited(&nowhere, 1);
        assert_eq!(database.waits_for(), Some(Awaited::Database));
        assert!(database.knock().is_err(), "it is away");
        database.wait_for_key();
        assert_eq!(database.waits_for(), Some(Awaited::Key));
        database.let_in();
        assert_eq!(database.waits_for(), None);
    }
}
