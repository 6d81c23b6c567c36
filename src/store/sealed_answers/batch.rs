//! Sealing answers that lie in clear, as former releases kept them.

use diesel::prelude::*;

use super::{key_of, of_draft, of_profile, sealed, sealed_version};
use crate::domain::{ApplicationId, OrganisationId};
use crate::store::conflict::StoreError;
use crate::store::connection::Tx;
use crate::store::envelope::{self, SealedBatch, waiting};
use crate::store::schema::{application_sections, organisation_sections, submissions};

/// Seals what is being written in up to 50 applications behind this one.
pub fn drafts_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<ApplicationId> = waiting!(tx, application_sections, application_id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<(ApplicationId, String, String)> = application_sections::table
        .filter(application_sections::application_id.eq_any(ids))
        .filter(application_sections::sealed.is_null())
        .select((
            application_sections::application_id,
            application_sections::section,
            application_sections::answers,
        ))
        .load(tx.connection())?;
    for (id, section, body) in rows {
        let key = key_of(tx, id);
        let place = [id.as_str(), section.as_str()];
        let made = key.and_then(|key| sealed(&key, &of_draft(&place), &body));
        let Some((clear, hidden)) = batch.counted(made)? else {
            continue;
        };
        diesel::update(application_sections::table.find((id, section.as_str())))
            .set((
                application_sections::answers.eq(clear),
                application_sections::sealed.eq(hidden),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}

/// Seals what is kept of up to 50 organisations behind this one for their next
/// application.
pub fn kept_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<OrganisationId> = waiting!(tx, organisation_sections, organisation_id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<(OrganisationId, String, String)> = organisation_sections::table
        .filter(organisation_sections::organisation_id.eq_any(ids))
        .filter(organisation_sections::sealed.is_null())
        .select((
            organisation_sections::organisation_id,
            organisation_sections::section,
            organisation_sections::answers,
        ))
        .load(tx.connection())?;
    for (id, section, body) in rows {
        let key = envelope::current(tx, id);
        let place = [id.as_str(), section.as_str()];
        let made = key.and_then(|key| sealed(&key, &of_profile(&place), &body));
        let Some((clear, hidden)) = batch.counted(made)? else {
            continue;
        };
        diesel::update(organisation_sections::table.find((id, section.as_str())))
            .set((
                organisation_sections::answers.eq(clear),
                organisation_sections::sealed.eq(hidden),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}

/// Seals what was sent in up to 50 applications behind this one.
pub fn submitted_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<ApplicationId> = waiting!(tx, submissions, application_id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<(ApplicationId, i32, String)> = submissions::table
        .filter(submissions::application_id.eq_any(ids))
        .filter(submissions::sealed.is_null())
        .select((
            submissions::application_id,
            submissions::version,
            submissions::answers,
        ))
        .load(tx.connection())?;
    for (id, version, body) in rows {
        let made = sealed_version(tx, (id, version), &body);
        let Some((clear, hidden)) = batch.counted(made)? else {
            continue;
        };
        diesel::update(submissions::table.find((id, version)))
            .set((
                submissions::answers.eq(clear),
                submissions::sealed.eq(hidden),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}
