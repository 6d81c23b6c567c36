//! Throwing away what has had its day: dead sessions, spent links, old counters.

use crate::store::{StoreError, Tx, link, notice, session, throttle};

/// Days for which spent and expired links are kept, to tell "used" from "never was".
const LINK_DAYS: i64 = 30;

/// Days for which it is kept who was told of what by mail.
const NOTICE_DAYS: i64 = 90;

/// Runs once an hour. Sessions older than `session_hours` could not be used anyway.
pub fn tidy(tx: &mut Tx, session_hours: i64) -> Result<(), StoreError> {
    let now = tx.now();
    session::purge(tx, now.plus_minutes(-session_hours.saturating_mul(60)))?;
    link::purge(tx, now.plus_days(-LINK_DAYS))?;
    notice::purge(tx, now.plus_days(-NOTICE_DAYS))?;
    throttle::purge(tx, now.plus_days(-1))
}
