//! The sections of an application as last saved. A section is saved whole and
//! counts its versions, so that two browsers can't overwrite each other unseen.

use diesel::prelude::*;

use super::answers::answers_json;
use super::application::find;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::application_sections as sections;
use super::sealed_answers::{Kept, Keys, key_of, of_draft, opened, ring, sealed};
use crate::domain::answers::Answers;
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::Reach;
use crate::policy::application::MayEdit;

/// A section as last saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSection {
    /// Code of the form's section.
    pub section: String,
    pub answers: Answers,
    /// 1 when saved for the first time; 0 stands for never saved.
    pub version: i32,
    pub saved_at: Moment,
    pub saved_by: AccountId,
    /// Somebody looked at it in this application; not so where it was carried
    /// over from the organisation and waits for a look.
    pub confirmed: bool,
}

type Columns = (String, Kept, i32, Moment, AccountId, bool);

/// Every saved section of an application within reach.
pub fn of_application(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Vec<SavedSection>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(Vec::new());
    }
    let rows: Vec<Columns> = sections::table
        .filter(sections::application_id.eq(application))
        .order(sections::section)
        .select((
            sections::section,
            (sections::answers, sections::sealed),
            sections::version,
            sections::saved_at,
            sections::saved_by,
            sections::confirmed,
        ))
        .load(reader.connection())?;
    let ring = ring(reader, rows.iter().map(|row| &row.1))?;
    let keys = (reader.vault(), &ring);
    let rows = rows.into_iter();
    rows.map(|row| saved(keys, application, row)).collect()
}

fn saved(
    keys: Keys,
    application: ApplicationId,
    (section, kept, version, saved_at, saved_by, confirmed): Columns,
) -> Result<SavedSection, StoreError> {
    let answers = opened(
        &kept,
        keys,
        &of_draft(&[application.as_str(), section.as_str()]),
    )?;
    Ok(SavedSection {
        section,
        answers,
        version,
        saved_at,
        saved_by,
        confirmed,
    })
}

/// Codes of the sections that wait for a look, in the order of their names.
pub fn unconfirmed(saved: &[SavedSection]) -> impl Iterator<Item = &str> {
    let waiting = saved.iter().filter(|section| !section.confirmed);
    waiting.map(|section| section.section.as_str())
}

/// The answers of all sections together.
pub fn merged(saved: &[SavedSection]) -> Answers {
    let all = saved.iter().flat_map(|section| section.answers.0.clone());
    Answers(all.collect())
}

/// Saves a section over its version `over` (0: it was never saved) and returns it
/// as it is kept; when another save came first, nothing happens and [`StoreError::LostRace`] tells.
pub fn save(
    tx: &mut Tx,
    may: &MayEdit,
    section: &str,
    over: i32,
    answers: &Answers,
) -> Result<SavedSection, StoreError> {
    put(tx, may, section, over, (answers, true))
}

/// The same with answers that nobody has looked at in this application yet.
pub fn carry_over(
    tx: &mut Tx,
    may: &MayEdit,
    section: &str,
    over: i32,
    answers: &Answers,
) -> Result<(), StoreError> {
    put(tx, may, section, over, (answers, false)).map(|_| ())
}

fn put(
    tx: &mut Tx,
    may: &MayEdit,
    section: &str,
    over: i32,
    (answers, confirmed): (&Answers, bool),
) -> Result<SavedSection, StoreError> {
    let saved = SavedSection {
        section: section.to_owned(),
        answers: answers.clone(),
        version: over + 1,
        saved_at: tx.now(),
        saved_by: may.editor(),
        confirmed,
    };
    let application = may.application();
    let own = key_of(tx, application)?;
    let place = [application.as_str(), section];
    let (clear, hidden) = sealed(&own, &of_draft(&place), &answers_json(answers))?;
    let values = (
        sections::answers.eq(clear),
        sections::sealed.eq(hidden),
        sections::version.eq(saved.version),
        sections::saved_at.eq(saved.saved_at),
        sections::saved_by.eq(saved.saved_by),
        sections::confirmed.eq(saved.confirmed),
    );
    let key = (may.application(), section);
    let kept = if over == 0 {
        let id = (
            sections::application_id.eq(key.0),
            sections::section.eq(key.1),
        );
        diesel::insert_into(sections::table)
            .values((id, values))
            .execute(tx.connection())?
    } else {
        let row = sections::table.find(key).filter(sections::version.eq(over));
        diesel::update(row).set(values).execute(tx.connection())?
    };
    if kept == 1 {
        Ok(saved)
    } else {
        Err(StoreError::LostRace)
    }
}
