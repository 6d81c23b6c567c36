//! A database that is away when it is to be served: everybody is refused at once until it
//! has come and was made ready, and then let in without a restart.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::address::DatabaseUrl;
use super::conflict::StoreError;
use super::connection::Database;
use super::pool::{Opener, builder};

/// Shut until the database behind it is ready.
pub(super) struct Door {
    url: DatabaseUrl,
    open: AtomicBool,
}

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
            url: url.clone(),
            open: AtomicBool::new(false),
        }));
        made
    }

    /// Asks whether it has come. The answer is the same database past its door, for making
    /// it ready.
    pub fn knock(&self) -> Result<Self, StoreError> {
        if let Some(door) = &self.door {
            Opener::of(&door.url, true).try_once()?;
        }
        let mut past = self.clone();
        past.door = None;
        Ok(past)
    }

    /// Lets everybody in from now on.
    pub fn let_in(&self) {
        if let Some(door) = &self.door {
            door.open.store(true, Ordering::Release);
        }
    }

    /// Refuses while the door is shut.
    pub(super) fn pass_the_door(&self) -> Result<(), StoreError> {
        match &self.door {
            Some(door) if !door.open.load(Ordering::Acquire) => Err(StoreError::Unreachable(
                "it has not come since the start".to_owned(),
            )),
            _ => Ok(()),
        }
    }
}
