//! Throwing away what has had its day: dead sessions, spent links, old counters,
//! uploads that nobody finished.

use crate::store::{
    StoreError, Tx, imported, invitation, known_browser, link, notice, openid, passkey, session,
    throttle, upload,
};

/// Days for which spent and expired links are kept, to tell "used" from "never was".
const LINK_DAYS: i64 = 30;

/// Days for which an upload can be gone on with.
const UPLOAD_DAYS: i64 = 1;
/// Days for which it is kept who was told of what by mail.
const NOTICE_DAYS: i64 = 90;
/// Days for which a browser is known after a sign-in; its cookie lasts a year.
const BROWSER_DAYS: i64 = 366;

/// Runs once an hour. Sessions older than `session_hours` could not be used anyway.
pub fn tidy(tx: &mut Tx, session_hours: i64) -> Result<(), StoreError> {
    let now = tx.now();
    session::purge(tx, now.plus_minutes(-session_hours.saturating_mul(60)))?;
    link::purge(tx, now.plus_days(-LINK_DAYS))?;
    invitation::purge(tx, now.plus_days(-LINK_DAYS))?;
    upload::purge(tx, now.plus_days(-UPLOAD_DAYS))?;
    notice::purge(tx, now.plus_days(-NOTICE_DAYS))?;
    imported::purge(tx, now.plus_days(-UPLOAD_DAYS))?;
    known_browser::purge(tx, now.plus_days(-BROWSER_DAYS))?;
    openid::purge(tx, now.plus_days(-1))?;
    passkey::purge(tx, now)?;
    throttle::purge(tx, now.plus_days(-1))
}
