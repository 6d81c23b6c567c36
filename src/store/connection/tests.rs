//! What a connection that reads may not do, and what one that writes leaves behind.

use diesel::RunQueryDsl;

use super::*;
use crate::store::schema::throttles;
use crate::store::trial::{self, stamp};
use crate::store::{erasure, organisation, throttle};

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

#[test]
fn the_log_stays_small_however_much_is_written_and_is_begun_anew_after_a_long_reader() {
    /// What each write comes to, and what the log may come to: SQLite brings it over from
    /// four megabytes on.
    const EACH: u64 = 1 << 20;
    const MOST: u64 = 8 * EACH;
    let (folder, database) = trial::database();
    let log = || {
        let file = folder.path().join("evenhand.sqlite-wal");
        file.metadata().unwrap().len()
    };
    let write = || {
        let words = format!(
            "CREATE TABLE IF NOT EXISTS filling (bytes BLOB); \
             INSERT INTO filling VALUES (randomblob({EACH}))"
        );
        let filled = database.raw(|connection| Ok(connection.batch_execute(&words)?));
        filled.unwrap();
        log()
    };
    let read = || database.read(organisation::code_names).unwrap();
    assert!(empty_log(&database).unwrap(), "of the migrations");
    for n in 0..24 {
        let bytes = write();
        assert!(bytes < MOST, "{bytes} after {n} writes");
        read();
    }
    let beside = database.snapshot(|reader| {
        organisation::code_names(reader)?;
        Ok::<u64, StoreError>((0..16).map(|_| write()).max().unwrap_or(0))
    });
    let beside = beside.unwrap();
    assert!(beside > MOST, "{beside}: it is kept for whoever reads");
    let after = (0..16).map(|_| write()).max().unwrap_or(0);
    assert!(after < beside + 4 * EACH, "{after} after {beside}");
    assert!(empty_log(&database).unwrap(), "nobody reads");
    assert_eq!(log(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_database_is_written_anew_beside_itself_and_not_in_memory() {
    use std::sync::atomic::{AtomicBool, Ordering};

    /// More often than any machine needs to look into a rewriting.
    const ROUNDS: usize = 100;

    let (folder, database) = trial::database();
    let fill = "CREATE TABLE filling AS WITH RECURSIVE n(i) AS \
        (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 24) SELECT randomblob(1000000) FROM n";
    let filled = database.raw(|connection| Ok(connection.batch_execute(fill)?));
    filled.unwrap();
    let (seen, ended) = (AtomicBool::new(false), AtomicBool::new(false));
    let beside = || {
        let open = std::fs::read_dir("/proc/self/fd").unwrap().flatten();
        let places = open.filter_map(|file| std::fs::read_link(file.path()).ok());
        let here = |place: &std::path::PathBuf| place.starts_with(folder.path());
        places.filter(here).any(|place| {
            let name = place.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with("(deleted)")
        })
    };
    let done = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                seen.fetch_or(beside(), Ordering::Relaxed);
            }
        });
        let rounds = (0..ROUNDS).take_while(|_| !seen.load(Ordering::Relaxed));
        let done: Vec<_> = rounds.map(|_| erasure::scrub(&database, true)).collect();
        ended.store(true, Ordering::Relaxed);
        done
    });
    assert!(done.into_iter().all(Result::unwrap));
    assert!(seen.into_inner());
}
