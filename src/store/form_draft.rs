//! The form that staff are writing: at most one of a programme. Its counter only
//! goes up, so that nobody saves or publishes what they have not seen.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::form_json::{form_json, form_of_json};
use super::schema::form_drafts;
use crate::domain::form::Form;
use crate::domain::{AccountId, Moment, ProgrammeId};

/// A draft as it was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraft {
    pub form: Form,
    /// Counts how often it was saved.
    pub version: i32,
    pub saved_at: Moment,
    pub saved_by: AccountId,
}

/// The draft of a programme's form.
pub fn of_programme(
    reader: &mut Reader,
    programme: ProgrammeId,
) -> Result<Option<FormDraft>, StoreError> {
    let found: Option<(String, i32, Moment, AccountId)> = form_drafts::table
        .find(programme)
        .select((
            form_drafts::body,
            form_drafts::version,
            form_drafts::saved_at,
            form_drafts::saved_by,
        ))
        .first(reader.connection())
        .optional()?;
    let draft = |(body, version, saved_at, saved_by): (String, _, _, _)| {
        Ok(FormDraft {
            form: form_of_json(&body)?,
            version,
            saved_at,
            saved_by,
        })
    };
    found.map(draft).transpose()
}

/// Saves the draft of a programme over the one of a version, 0 for none.
pub fn save(
    tx: &mut Tx,
    programme: ProgrammeId,
    form: &Form,
    over: i32,
    by: AccountId,
) -> Result<(), StoreError> {
    let (now, body) = (tx.now(), form_json(form));
    if over == 0 {
        diesel::insert_into(form_drafts::table)
            .values((
                form_drafts::programme_id.eq(programme),
                form_drafts::body.eq(body),
                form_drafts::version.eq(1),
                form_drafts::saved_at.eq(now),
                form_drafts::saved_by.eq(by),
            ))
            .execute(tx.connection())?;
        return Ok(());
    }
    diesel::update(form_drafts::table.find(programme))
        .filter(form_drafts::version.eq(over))
        .set((
            form_drafts::body.eq(body),
            form_drafts::version.eq(over + 1),
            form_drafts::saved_at.eq(now),
            form_drafts::saved_by.eq(by),
        ))
        .execute(tx.connection())?;
    Ok(())
}
