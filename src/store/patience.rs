//! How long somebody waits for a connection: so long from when they asked, not from when
//! there was a thread to wait on. When everybody waits there are not threads for all, and
//! who stood in line for one would stand in line twice.

use std::time::Instant;

use diesel::r2d2::{Pool, PooledConnection};

use super::conflict::StoreError;
use super::connection::Database;
use super::pool::Opener;

impl Database {
    /// The same for one use that is asked for now and waits from now on, for a thread too.
    #[must_use]
    pub fn from_now(&self) -> Self {
        let mut other = self.clone();
        other.asked = Some(Instant::now());
        other
    }
}

/// A connection of a pool for who asked for it then. One that is free is given however late
/// it is.
pub(super) fn connection(
    pool: &Pool<Opener>,
    asked: Instant,
) -> Result<PooledConnection<Opener>, StoreError> {
    let patience = pool.connection_timeout().saturating_sub(asked.elapsed());
    let got = pool.get_timeout(patience);
    got.map_err(|e| StoreError::Unreachable(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::trial;

    #[test]
    fn who_has_waited_long_enough_for_a_thread_waits_for_no_connection() {
        let (_folder, database) = trial::database();
        let patience = database.readers.connection_timeout();
        let mut late = database.clone();
        late.asked = Instant::now().checked_sub(patience);
        let ask = || late.read(|_| Ok::<_, StoreError>(()));
        let told = database.read(|_| {
            let began = Instant::now();
            let told = ask();
            assert!(began.elapsed() < patience / 2);
            Ok::<_, StoreError>(told)
        });
        assert!(matches!(told.unwrap(), Err(StoreError::Unreachable(_))));
        // One that is free is theirs all the same.
        ask().unwrap();
    }
}
