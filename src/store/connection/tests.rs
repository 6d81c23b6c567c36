//! What a connection that reads may not do, and what one that writes leaves behind.

use diesel::RunQueryDsl;

use super::*;
use crate::store::schema::throttles;
use crate::store::trial::{self, stamp};
use crate::store::{organisation, throttle};

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

#[test]
fn what_is_freed_is_written_over() {
    let (folder, database) = trial::database();
    let word = "lanternside-witness";
    let lies = || {
        assert!(empty_log(&database).unwrap(), "nobody reads");
        let file = std::fs::read(folder.path().join("evenhand.sqlite")).unwrap();
        file.windows(word.len())
            .any(|bytes| bytes == word.as_bytes())
    };
    let hit = database.write(stamp(), |tx| throttle::hit(tx, word, 15));
    assert_eq!(hit.unwrap(), 1);
    assert!(lies());
    database
        .write(stamp(), |tx| throttle::clear(tx, word))
        .unwrap();
    assert!(!lies());
}

#[test]
fn a_log_is_emptied_once_nobody_reads_an_older_state() {
    let (_folder, database) = trial::database();
    let emptied = database.snapshot(|reader| {
        organisation::code_names(reader)?;
        database.write(stamp(), |tx| throttle::hit(tx, "kept", 15))?;
        empty_log(&database)
    });
    assert!(!emptied.unwrap());
    assert!(empty_log(&database).unwrap());
}
