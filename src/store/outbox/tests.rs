//! When a letter is due, and to whom it opens.

use tempfile::TempDir;

use super::*;
use crate::store::trial::{self, stamp};
use crate::store::vault::MasterKeys;
use crate::store::{Database, Stamp};

/// A database with a key, and a letter that waits in it.
fn posted() -> (TempDir, Database) {
    let (folder, database) = trial::database();
    let keys = MasterKeys::parse(&"0f".repeat(32)).unwrap();
    let database = database.with_vault(Vault::of_keys(keys));
    let letter = Letter {
        recipient: "rana@example.org".to_owned(),
        subject: "News".to_owned(),
        body: "There is news.".to_owned(),
    };
    database.write(stamp(), |tx| post(tx, &letter)).unwrap();
    (folder, database)
}

/// Letters that are due, so many minutes after the first was posted.
fn due_after(database: &Database, minutes: i64) -> Vec<OutboxRow> {
    let now = stamp().now.plus_minutes(minutes);
    database.read(|reader| due(reader, now, 9)).unwrap()
}

/// How many letters the former release would send a hundred years later.
fn due_to_the_former(database: &Database) -> i64 {
    let later = stamp().now.plus_days(36_500);
    let counted = database.read(|reader| {
        let due = outbox::table.filter(outbox::sent_at.is_null().and(outbox::due_at.le(later)));
        Ok::<i64, StoreError>(due.select(count_star()).first(reader.connection())?)
    });
    counted.unwrap()
}

#[test]
fn a_letter_is_due_at_once_and_later_where_it_failed_and_never_to_the_former_release() {
    let (_folder, database) = posted();
    let found = due_after(&database, 0);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&*found[0].subject, &*found[0].body),
        ("News", "There is news.")
    );
    assert_eq!(due_to_the_former(&database), 0);
    let later = stamp().now.plus_minutes(4);
    let failed = database.write(stamp(), |tx| {
        mark_failed(tx, &found[0].id, "nobody answers", later)
    });
    failed.unwrap();
    assert_eq!(due_after(&database, 3).len(), 0);
    assert_eq!(due_after(&database, 4).len(), 1);
    assert_eq!(due_to_the_former(&database), 0);
}

#[test]
fn a_letter_that_the_former_release_put_here_is_due_and_sealed_with_its_time() {
    let (_folder, database) = posted();
    let laid = database.write(stamp(), |tx| {
        let due = tx.now().plus_minutes(2);
        diesel::update(outbox::table)
            .set((
                outbox::sealed.eq(None::<String>),
                outbox::leaves_at.eq(None::<Moment>),
                outbox::due_at.eq(due),
                outbox::body.eq("There is news."),
            ))
            .execute(tx.connection())?;
        Ok::<_, StoreError>(())
    });
    laid.unwrap();
    assert_eq!(due_to_the_former(&database), 1);
    assert_eq!(due_after(&database, 1).len(), 0);
    assert_eq!(due_after(&database, 2)[0].body, "There is news.");
    let batch = database.write(stamp(), |tx| letters_batch(tx, ""));
    assert_eq!(batch.unwrap().cleared, 1);
    assert_eq!(due_to_the_former(&database), 0);
    assert_eq!(due_after(&database, 1).len(), 0);
    assert_eq!(due_after(&database, 2)[0].body, "There is news.");
}

#[test]
fn a_letter_without_its_key_says_so_and_tells_nothing() {
    let (_folder, database) = posted();
    let shut = database.with_vault(Vault::closed());
    let found = due_after(&shut, 0);
    assert_eq!((&*found[0].body, found[0].unopened.is_some()), ("", true));
    let waiting = shut.read(unopened).unwrap();
    assert_eq!(waiting.len(), 1);
    let letter = Letter {
        recipient: "noor@example.org".to_owned(),
        subject: "News".to_owned(),
        body: "There is news.".to_owned(),
    };
    let refused = shut.write(stamp(), |tx| post(tx, &letter));
    assert!(matches!(refused, Err(StoreError::Sealed(_))));
}

/// A letter as [`posted`] posts it, so many minutes later.
fn post_after(database: &Database, minutes: i64) -> Moment {
    let later = Stamp {
        now: stamp().now.plus_minutes(minutes),
        ..stamp()
    };
    let letter = Letter {
        recipient: "noor@example.org".to_owned(),
        subject: "News".to_owned(),
        body: "There is news.".to_owned(),
    };
    let at = later.now;
    database.write(later, |tx| post(tx, &letter)).unwrap();
    at
}

#[test]
fn a_letter_that_failed_is_put_off_with_the_reason_each_time() {
    let (_folder, database) = posted();
    let id = due_after(&database, 0).remove(0).id;
    let due = |minutes| {
        let now = stamp().now.plus_minutes(minutes);
        database.read(|reader| is_due(reader, &id, now)).unwrap()
    };
    assert!(due(0));
    for (times, minutes, why) in [(1, 4, "nobody answers"), (2, 9, "the line broke")] {
        let later = stamp().now.plus_minutes(minutes);
        let failed = database.write(stamp(), |tx| mark_failed(tx, &id, why, later));
        failed.unwrap();
        let kept = database.read(|reader| {
            let row = outbox::table.find(id.as_str());
            let row = row.select((outbox::attempts, outbox::failure, outbox::sent_at));
            Ok::<(i32, Option<String>, Option<Moment>), StoreError>(row.first(reader.connection())?)
        });
        assert_eq!(kept.unwrap(), (times, Some(why.to_owned()), None));
        assert_eq!((due(minutes - 1), due(minutes)), (false, true));
    }
}

#[test]
fn a_letter_that_left_waits_no_more() {
    let (_folder, database) = posted();
    let second = post_after(&database, 5);
    let told = |letters, oldest| {
        let found = database.read(waiting).unwrap();
        assert_eq!(found, Waiting { letters, oldest });
    };
    told(2, Some(stamp().now));
    for (left, oldest) in [(1, Some(second)), (0, None)] {
        let id = due_after(&database, 5).remove(0).id;
        database.write(stamp(), |tx| mark_sent(tx, &id)).unwrap();
        told(left, oldest);
    }
}
