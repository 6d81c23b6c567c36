//! What holds of a database that several use at once: reads of one state, writes that lose
//! a race, names that one of them has.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use evenhand::store::{
    Database, DatabaseUrl, LEAD, Reader, Stamp, StoreError, throttle, verify_audit,
};

use crate::nodes::until;
use crate::support::{START, TestDatabase, TestSite};

/// How many events are on record.
fn events(reader: &mut Reader) -> Result<i64, StoreError> {
    let read = verify_audit(reader)?;
    Ok(read.unwrap_or_else(|broken| panic!("the log is broken at {}", broken.seq)))
}

#[test]
fn a_snapshot_is_of_one_state_whatever_is_written_meanwhile() {
    let site = TestSite::start();
    let read = site.database.snapshot(|reader| {
        let before = events(reader)?;
        site.add_account("rana@example.org", "Rana Haddad");
        Ok::<_, StoreError>((before, events(reader)?))
    });
    let (before, meanwhile) = read.expect("the log is read");
    assert_eq!(meanwhile, before);
    assert!(site.read(events) > before, "later it is seen");
}

/// A write that loses a race at its commit so many times; its answer, and how often it was
/// tried. The rival reads what the write changes and changes what the write read.
fn raced(
    database: &Database,
    rival: &mut PgConnection,
    times: u32,
) -> (Result<i32, StoreError>, u32) {
    let stamp = Stamp {
        now: START,
        actor: None,
        request: "tests".to_owned(),
    };
    let mut tries = 0;
    let mut tell = |words: &str| rival.batch_execute(words).expect("the rival is first");
    let written = database.write(stamp, |tx| {
        tries += 1;
        let races = tries <= times;
        if races {
            tell("BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT count(*) FROM throttles");
        }
        let hits = throttle::hit(tx, &format!("raced {times}"), 15)?;
        if races {
            tell(&format!(
                "INSERT INTO throttles (bucket, started_at, hits) \
                 VALUES ('rival {times} {tries}', 0, 1); COMMIT"
            ));
        }
        Ok::<_, StoreError>(hits)
    });
    (written, tries)
}

#[test]
fn a_write_that_loses_a_race_is_tried_again_up_to_eight_times() {
    let kept = TestDatabase::new();
    // Who writes to a SQLite file holds it alone.
    let DatabaseUrl::Postgres(url) = &kept.url else {
        return;
    };
    let database = Database::open(&kept.url, 1).expect("it opens");
    let mut rival = PgConnection::establish(url).expect("PostgreSQL answers");
    for (times, tried) in [(0, 1), (1, 2), (7, 8)] {
        let (written, tries) = raced(&database, &mut rival, times);
        assert!(matches!(written, Ok(1)), "{times}: {written:?}");
        assert_eq!(tries, tried, "{times}");
    }
    let (written, tries) = raced(&database, &mut rival, 8);
    assert!(matches!(written, Err(StoreError::LostRace)), "{written:?}");
    assert_eq!(tries, 8);
}

#[test]
fn a_name_is_asked_for_anew_where_the_server_ended_the_connection() {
    let kept = TestDatabase::new();
    // The one process of a SQLite file holds every name.
    let DatabaseUrl::Postgres(url) = &kept.url else {
        return;
    };
    let open = || Database::open(&kept.url, 1).expect("it opens");
    let leads = |database: &Database| database.locks().hold(LEAD).expect("it is told");
    let (one, other) = (open(), open());
    assert!(leads(&one) && !leads(&other));
    let mut operator = PgConnection::establish(url).expect("PostgreSQL answers");
    let ended = operator.batch_execute(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' \
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
    ended.expect("the connection is ended");
    until("the lead is free", || leads(&other));
    assert!(!leads(&one), "it is the other's by now");
    other.locks().let_go(LEAD).expect("it is let go");
    assert!(leads(&one) && !leads(&other));
}
