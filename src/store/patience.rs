//! How long somebody waits for a connection: so long from when they asked, not from when
//! there was a thread to wait on. When everybody waits there are not threads for all, and
//! who stood in line for one would stand in line twice.

use std::time::Instant;

use diesel::r2d2::{Pool, PooledConnection};

use super::conflict::StoreError;
use super::pool::Opener;

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
    use std::sync::Arc;

    use super::*;
    use crate::store::pulse::Pulse;
    use crate::store::trial;

    #[test]
    fn who_has_waited_long_enough_for_a_thread_waits_for_no_connection() {
        let (_folder, database) = trial::database();
        let patience = database.readers.connection_timeout();
        let long_ago = Instant::now().checked_sub(patience).unwrap();
        let pulse = Arc::new(Pulse::begun(long_ago));
        let mut late = database.clone();
        late.pulse = Some(pulse.clone());
        let ask = || {
            late.read(|reader| {
                reader.connection();
                Ok::<_, StoreError>(())
            })
        };
        let told = database.read(|_| {
            let began = Instant::now();
            let told = ask();
            assert!(began.elapsed() < patience / 2);
            Ok::<_, StoreError>(told)
        });
        assert!(matches!(told.unwrap(), Err(StoreError::Unreachable(_))));
        // One that is free is theirs all the same, and for the next they wait anew.
        ask().unwrap();
        assert!(pulse.asked() > long_ago + patience / 2);
    }
}
