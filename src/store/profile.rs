//! What an organisation said about itself in its last application, section by
//! section, to be confirmed in the next one.

use diesel::prelude::*;

use super::answers::{answers_from_json, answers_json};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::organisation_sections as kept;
use crate::domain::OrganisationId;
use crate::domain::answers::Answers;
use crate::policy::application::MayEdit;

/// Everything kept about an organisation, by code of the section.
pub fn of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<(String, Answers)>, StoreError> {
    let rows: Vec<(String, String)> = kept::table
        .filter(kept::organisation_id.eq(organisation))
        .order(kept::section)
        .select((kept::section, kept::answers))
        .load(reader.connection())?;
    let read = |(section, answers): (String, String)| Ok((section, answers_from_json(&answers)?));
    rows.into_iter().map(read).collect()
}

/// Keeps what was sent about an organisation, over what was kept before.
pub fn keep(
    tx: &mut Tx,
    may: &MayEdit,
    organisation: OrganisationId,
    section: &str,
    answers: &Answers,
) -> Result<(), StoreError> {
    let values = (
        kept::answers.eq(answers_json(answers)),
        kept::saved_at.eq(tx.now()),
        kept::saved_by.eq(may.editor()),
    );
    let row = kept::table.find((organisation, section));
    let changed = diesel::update(row).set(values).execute(tx.connection())?;
    if changed == 0 {
        let values = (
            kept::organisation_id.eq(organisation),
            kept::section.eq(section),
            kept::answers.eq(answers_json(answers)),
            kept::saved_at.eq(tx.now()),
            kept::saved_by.eq(may.editor()),
        );
        diesel::insert_into(kept::table)
            .values(values)
            .execute(tx.connection())?;
    }
    Ok(())
}
