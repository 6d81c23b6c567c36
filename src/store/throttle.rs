//! Counters of attempts in windows of time, shared by every server process.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::Tx;
use super::schema::throttles;
use crate::domain::Moment;

/// Counts one attempt in a bucket and answers how many there were in the
/// current window, this one included.
pub fn hit(tx: &mut Tx, bucket: &str, window_minutes: i64) -> Result<i32, StoreError> {
    let now = tx.now();
    let row: Option<(Moment, i32)> = throttles::table
        .find(bucket)
        .select((throttles::started_at, throttles::hits))
        .first(tx.connection())
        .optional()?;
    let Some((started, hits)) = row else {
        let values = (
            throttles::bucket.eq(bucket),
            throttles::started_at.eq(now),
            throttles::hits.eq(1),
        );
        diesel::insert_into(throttles::table)
            .values(values)
            .execute(tx.connection())?;
        return Ok(1);
    };
    let (started, hits) = if now > started.plus_minutes(window_minutes) {
        (now, 1)
    } else {
        (started, hits + 1)
    };
    diesel::update(throttles::table.find(bucket))
        .set((throttles::started_at.eq(started), throttles::hits.eq(hits)))
        .execute(tx.connection())?;
    Ok(hits)
}

/// Forgets a bucket, as after a successful sign-in.
pub fn clear(tx: &mut Tx, bucket: &str) -> Result<(), StoreError> {
    diesel::delete(throttles::table.find(bucket)).execute(tx.connection())?;
    Ok(())
}

/// Forgets windows that began before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = throttles::table.filter(throttles::started_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
