//! Where in the log a page of somebody's events ended, as they are given it and bring it back:
//! sealed with the master key, as the number of an event in the log tells of what is left out
//! before it.

use crate::domain::RoundId;
use crate::store::connection::Reader;
use crate::store::vault::{KeyId, Place};

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "audit_events",
        ids,
    }
}

/// Seals the place of an event, for pages about a round; empty where nothing is sealed now.
pub fn sealed_place(reader: &Reader, round: RoundId, seq: i64) -> String {
    let ids = [round.as_str()];
    let sealed = reader.vault().seal(&place(&ids), &seq.to_be_bytes());
    sealed.unwrap_or_default()
}

/// Opens it; nothing where it is of another round, sealed with a key that is not there, or
/// made up.
pub fn opened_place(reader: &Reader, round: RoundId, sealed: &str) -> Option<i64> {
    let key = sealed.split('.').nth(1).and_then(KeyId::parse)?;
    // Keys are not read again because somebody names one.
    if !reader.vault().has(key) {
        return None;
    }
    let ids = [round.as_str()];
    let opened = reader.vault().open(&place(&ids), sealed).ok()?;
    let bytes: [u8; 8] = opened.as_slice().try_into().ok()?;
    Some(i64::from_be_bytes(bytes))
}
