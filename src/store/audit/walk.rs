//! Proving the log that is stored.

use diesel::prelude::*;

use super::{AuditEvent, Broken, Flaw, Head, Proof};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::audit_events;

/// Events read at once while verifying.
const CHUNK: i64 = 5_000;

/// Walks the whole chain. `Ok(Ok(n))`: n events, all sound.
pub fn verify(reader: &mut Reader) -> Result<Result<i64, Broken>, StoreError> {
    let mut proof = Proof::default();
    let walked = walk(reader, &mut proof)?;
    Ok(walked.map(|()| proof.seq()))
}

/// The same, which has to come by these heads.
pub fn prove(reader: &mut Reader, heads: Vec<Head>) -> Result<Result<i64, Flaw>, StoreError> {
    let mut proof = Proof::of(heads);
    Ok(match walk(reader, &mut proof)? {
        Ok(()) => proof.end(),
        Err(broken) => Err(Flaw::Broken(broken)),
    })
}

fn walk(reader: &mut Reader, proof: &mut Proof) -> Result<Result<(), Broken>, StoreError> {
    // From the lowest number on that there can be: what stands below the first is no event.
    let mut from = i64::MIN;
    loop {
        let events: Vec<AuditEvent> = audit_events::table
            .filter(audit_events::seq.ge(from))
            .order(audit_events::seq)
            .limit(CHUNK)
            .select(AuditEvent::as_select())
            .load(reader.connection())?;
        if events.is_empty() {
            return Ok(Ok(()));
        }
        for event in &events {
            if let Err(broken) = proof.take(event) {
                return Ok(Err(broken));
            }
        }
        from = proof.seq() + 1;
    }
}

/// What was done after an event, in order; `None` where the log does not have that event,
/// or where that is more than `most`.
pub fn actions_after(
    reader: &mut Reader,
    event: &(i64, String),
    most: usize,
) -> Result<Option<Vec<String>>, StoreError> {
    let (seq, hash) = event;
    let rows: Vec<(String, String)> = audit_events::table
        .filter(audit_events::seq.ge(*seq))
        .order(audit_events::seq)
        .limit(i64::try_from(most).unwrap_or(i64::MAX).saturating_add(2))
        .select((audit_events::hash, audit_events::action))
        .load(reader.connection())?;
    let same = rows.first().is_some_and(|(first, _)| first == hash);
    let few = same && rows.len() <= most + 1;
    Ok(few.then(|| rows.into_iter().skip(1).map(|(_, action)| action).collect()))
}
