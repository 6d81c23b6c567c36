//! What an organisation need not type again: what it said about itself in its last
//! application, section by section, to be confirmed in the next one; and whether
//! there is another one to copy from.

use diesel::prelude::*;

use super::answers::answers_json;
use super::application::{ApplicationRow, reachable};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::envelope;
use super::schema::{applications, organisation_sections as kept};
use super::sealed_answers::{Kept, of_profile, opened, ring, sealed};
use crate::domain::answers::Answers;
use crate::domain::{ApplicationId, OrganisationId};
use crate::policy::Reach;
use crate::policy::application::MayEdit;

/// Everything kept about an organisation, by code of the section.
pub fn of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<(String, Answers)>, StoreError> {
    let rows: Vec<(String, Kept)> = kept::table
        .filter(kept::organisation_id.eq(organisation))
        .order(kept::section)
        .select((kept::section, (kept::answers, kept::sealed)))
        .load(reader.connection())?;
    let ring = ring(reader, rows.iter().map(|row| &row.1))?;
    let keys = (reader.vault(), &ring);
    let read = |(section, kept): (String, Kept)| {
        let place = [organisation.as_str(), section.as_str()];
        let answers = opened(&kept, keys, &of_profile(&place))?;
        Ok((section, answers))
    };
    rows.into_iter().map(read).collect()
}

/// Whether the organisation of an application has another one within reach.
pub fn has_earlier(
    reader: &mut Reader,
    reach: Reach,
    row: &ApplicationRow,
) -> Result<bool, StoreError> {
    let other: Option<ApplicationId> = reachable(reach)
        .filter(applications::organisation_id.eq(row.organisation_id))
        .filter(applications::id.ne(row.id))
        .select(applications::id)
        .first(reader.connection())
        .optional()?;
    Ok(other.is_some())
}

/// Keeps what was sent about an organisation, over what was kept before.
pub fn keep(
    tx: &mut Tx,
    may: &MayEdit,
    organisation: OrganisationId,
    section: &str,
    answers: &Answers,
) -> Result<(), StoreError> {
    let own = envelope::current(tx, organisation)?;
    let place = [organisation.as_str(), section];
    let (clear, hidden) = sealed(&own, &of_profile(&place), &answers_json(answers))?;
    let values = (
        kept::answers.eq(clear),
        kept::sealed.eq(hidden),
        kept::saved_at.eq(tx.now()),
        kept::saved_by.eq(may.editor()),
    );
    let row = kept::table.find((organisation, section));
    let changed = diesel::update(row)
        .set(values.clone())
        .execute(tx.connection())?;
    if changed == 0 {
        let key = (
            kept::organisation_id.eq(organisation),
            kept::section.eq(section),
        );
        diesel::insert_into(kept::table)
            .values((key, values))
            .execute(tx.connection())?;
    }
    Ok(())
}
