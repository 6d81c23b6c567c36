//! What a connection that reads may not do.

use diesel::RunQueryDsl;

use super::*;
use crate::store::schema::throttles;
use crate::store::throttle;
use crate::store::trial::{self, stamp};

#[test]
fn who_reads_can_not_write() {
    let (_folder, database) = trial::database();
    let hit = || database.write(stamp(), |tx| throttle::hit(tx, "kept", 15));
    assert_eq!(hit().unwrap(), 1);
    let gone = database.read(|reader| {
        let gone = diesel::delete(throttles::table).execute(reader.connection());
        Ok::<usize, StoreError>(gone?)
    });
    assert!(matches!(gone, Err(StoreError::Unreachable(_))), "{gone:?}");
    assert_eq!(hit().unwrap(), 2, "it is still there");
}
