//! What was written about incidents, at rest: sealed with the key of the organisation. What
//! they are counted by lies in clear, the locality under a mark of it.

use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::Tx;
use super::super::envelope::{self, SealedBatch, waiting};
use super::super::schema::incidents;
use super::super::sealed_answers::Keys;
use super::super::sealed_texts::{opened, sealed};
use super::super::vault::Place;
use super::in_clear;
use crate::domain::pressure::Incident;
use crate::domain::{IncidentId, OrganisationId};

/// An incident's organisation, the incident, its version.
type Version = (OrganisationId, IncidentId, i32);

fn of_version<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "incidents",
        ids,
    }
}

/// Locality, reference, note and reason of a version.
pub(super) fn texts(
    kept: (Option<&str>, [String; 4]),
    keys: Keys,
    (organisation, id, version): Version,
) -> Result<[String; 4], StoreError> {
    let version = version.to_string();
    let ids = [organisation.as_str(), id.as_str(), version.as_str()];
    opened(kept, keys, &of_version(&ids))
}

/// Seals them; and what is the same for the same happening told twice by an organisation,
/// without telling what that is.
pub(super) fn sealed_version(
    tx: &mut Tx,
    (organisation, id, version): Version,
    (incident, reason): (&Incident, &str),
) -> Result<(String, String), StoreError> {
    let key = envelope::current(tx, organisation)?;
    let version = version.to_string();
    let ids = [organisation.as_str(), id.as_str(), version.as_str()];
    let texts = [
        incident.happening.locality.as_str(),
        incident.reference.as_str(),
        incident.note.as_str(),
        reason,
    ];
    let hidden = sealed(&key, &of_version(&ids), &texts)?;
    let mark = key.mark(&incident.happening.sameness());
    Ok((hidden, format!("{organisation} {mark}")))
}

/// Seals up to 100 incidents behind this one that lie in clear, in all their versions.
pub fn incidents_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<IncidentId> = waiting!(tx, incidents, id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    for clear in in_clear(tx, ids)? {
        let place = (clear.organisation, clear.id, clear.version);
        let made = sealed_version(tx, place, (&clear.incident, &clear.reason));
        let Some((hidden, sameness)) = batch.counted(made)? else {
            continue;
        };
        diesel::update(incidents::table.find((clear.id, clear.version)))
            .set((
                incidents::sealed.eq(hidden),
                incidents::sameness.eq(sameness),
                incidents::locality.eq(""),
                incidents::reference.eq(""),
                incidents::note.eq(""),
                incidents::reason.eq(""),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}
