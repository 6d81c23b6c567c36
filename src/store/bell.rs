//! What tells that something was written: in this process at once, on a PostgreSQL by
//! every other process too, while somebody wants to hear. It says nothing of what it was.

use std::sync::{Mutex, MutexGuard, PoisonError};

use diesel::prelude::*;
use tokio::sync::watch;

use super::address::{DatabaseUrl, open_postgres};
use super::conflict::StoreError;

/// Rings after every write.
pub struct Bell {
    /// Of a PostgreSQL.
    url: Option<String>,
    /// What this process tells the others, so that it knows its own words again.
    own: String,
    rung: watch::Sender<u64>,
    line: Mutex<Option<PgConnection>>,
}

impl Bell {
    /// Others are not heard yet.
    pub(super) fn of(url: &DatabaseUrl) -> Self {
        let url = match url {
            DatabaseUrl::Postgres(url) => Some(url.clone()),
            DatabaseUrl::Sqlite(_) => None,
        };
        Self {
            url,
            own: uuid::Uuid::now_v7().to_string(),
            rung: watch::channel(0).0,
            line: Mutex::default(),
        }
    }

    /// What a transaction on PostgreSQL says to tell the others when it is committed.
    pub(super) fn words(&self) -> String {
        format!("NOTIFY evenhand_written, '{}'", self.own)
    }

    pub(super) fn ring(&self) {
        self.rung.send_modify(|times| *times += 1);
    }

    /// Changes whenever it rings from now on.
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.rung.subscribe()
    }

    /// Whether other processes can be heard, by [`Bell::take_in`].
    pub fn hears_others(&self) -> bool {
        self.url.is_some()
    }

    /// Rings if other processes wrote something since the last time. The first time it
    /// opens a connection for that, and rings since nobody knows what came before.
    pub fn take_in(&self) -> Result<(), StoreError> {
        let Some(url) = &self.url else {
            return Ok(());
        };
        let mut line = self.line();
        let told = match line.as_mut() {
            Some(connection) => was_told(connection, &self.own),
            None => {
                let opened = open_postgres(url);
                let mut opened = opened.map_err(|e| StoreError::Unreachable(e.to_string()))?;
                let listens = diesel::sql_query("LISTEN evenhand_written").execute(&mut opened);
                *line = Some(opened);
                listens.map(|_| true)
            }
        };
        if told.is_err() {
            *line = None;
        }
        drop(line);
        if told? {
            self.ring();
        }
        Ok(())
    }

    /// Hears no others any more, until it is asked again.
    pub fn close(&self) {
        *self.line() = None;
    }

    /// A panic can at worst leave a line that is no good, which the next call finds out.
    fn line(&self) -> MutexGuard<'_, Option<PgConnection>> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether anybody else wrote something; waits for nothing.
fn was_told(connection: &mut PgConnection, own: &str) -> QueryResult<bool> {
    let mut others = false;
    for told in connection.notifications_iter() {
        others |= told?.payload != own;
    }
    Ok(others)
}

#[cfg(test)]
mod tests {
    use crate::store::{StoreError, session, trial};

    #[test]
    fn it_rings_for_what_was_written_and_for_nothing_else() {
        let (_folder, database) = trial::database();
        let heard = database.bell().listen();
        let read = database.read(|reader| session::load(reader, "nobody"));
        assert!(read.unwrap().is_none());
        let given_up = database.write(trial::stamp(), |_| {
            Err::<(), _>(StoreError::Damaged("given up".to_owned()))
        });
        assert!(given_up.is_err() && !heard.has_changed().unwrap());
        let written = database.write(trial::stamp(), |_| Ok::<_, StoreError>(()));
        written.unwrap();
        assert!(heard.has_changed().unwrap());
        // A file has no others to be heard.
        assert!(!database.bell().hears_others() && database.bell().take_in().is_ok());
    }
}
