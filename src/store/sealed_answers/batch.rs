//! Sealing answers that lie in clear, as former releases kept them.

use diesel::prelude::*;

use super::sealed;
use crate::domain::{ApplicationId, OrganisationId};
use crate::store::bulk::Texts;
use crate::store::conflict::StoreError;
use crate::store::connection::Tx;
use crate::store::envelope::{Currents, SealedBatch, waiting};
use crate::store::schema::{
    application_sections, applications, organisation_sections, submissions,
};
use crate::store::vault::Place;

/// Seals what is being written in up to 100 applications behind this one.
pub fn drafts_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<ApplicationId> = waiting!(tx, application_sections, application_id, after);
    let last = ids.last().map(ToString::to_string);
    let rows: Vec<(OrganisationId, ApplicationId, String, String)> = application_sections::table
        .inner_join(applications::table)
        .filter(application_sections::application_id.eq_any(ids))
        .filter(application_sections::sealed.is_null())
        .select((
            applications::organisation_id,
            application_sections::application_id,
            application_sections::section,
            application_sections::answers,
        ))
        .load(tx.connection())?;
    let rows = rows.into_iter().map(|(owner, id, section, body)| InClear {
        owner,
        ids: [id.to_string(), section],
        body,
    });
    let ids = ["application_id", "section"];
    seal_rows(tx, ("application_sections", ids), rows.collect(), last)
}

/// Seals what is kept of up to 100 organisations behind this one for their next
/// application.
pub fn kept_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<OrganisationId> = waiting!(tx, organisation_sections, organisation_id, after);
    let last = ids.last().map(ToString::to_string);
    let rows: Vec<(OrganisationId, String, String)> = organisation_sections::table
        .filter(organisation_sections::organisation_id.eq_any(ids))
        .filter(organisation_sections::sealed.is_null())
        .select((
            organisation_sections::organisation_id,
            organisation_sections::section,
            organisation_sections::answers,
        ))
        .load(tx.connection())?;
    let rows = rows.into_iter().map(|(owner, section, body)| InClear {
        owner,
        ids: [owner.to_string(), section],
        body,
    });
    let ids = ["organisation_id", "section"];
    seal_rows(tx, ("organisation_sections", ids), rows.collect(), last)
}

/// Seals what was sent in up to 100 applications behind this one.
pub fn submitted_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<ApplicationId> = waiting!(tx, submissions, application_id, after);
    let last = ids.last().map(ToString::to_string);
    let rows: Vec<(OrganisationId, ApplicationId, i32, String)> = submissions::table
        .inner_join(applications::table)
        .filter(submissions::application_id.eq_any(ids))
        .filter(submissions::sealed.is_null())
        .select((
            applications::organisation_id,
            submissions::application_id,
            submissions::version,
            submissions::answers,
        ))
        .load(tx.connection())?;
    let rows = rows.into_iter().map(|(owner, id, version, body)| InClear {
        owner,
        ids: [id.to_string(), version.to_string()],
        body,
    });
    let ids = ["application_id", "version"];
    seal_rows(tx, ("submissions", ids), rows.collect(), last)
}

/// Answers in clear, by the primary key of their row.
struct InClear {
    owner: OrganisationId,
    ids: [String; 2],
    body: String,
}

/// Seals answers of a table, of which these are the columns of the primary key; where they
/// stood in clear stays what lists count with.
fn seal_rows(
    tx: &mut Tx,
    (table, columns): (&'static str, [&str; 2]),
    rows: Vec<InClear>,
    last: Option<String>,
) -> Result<SealedBatch, StoreError> {
    let mut batch = SealedBatch::until(last);
    let keys = Currents::of(tx, rows.iter().map(|row| row.owner))?;
    let mut texts = Texts::of(table, &columns, &["answers", "sealed"]);
    for row in rows {
        let ids = row.ids.each_ref().map(String::as_str);
        let place = Place { table, ids: &ids };
        let key = keys.get(row.owner);
        let made = key.and_then(|key| sealed(&key, &place, &row.body));
        let Some((clear, hidden)) = batch.counted(made)? else {
            continue;
        };
        texts.set(tx, &ids, &[Some(&clear), Some(&hidden)])?;
    }
    texts.write(tx)?;
    Ok(batch)
}
