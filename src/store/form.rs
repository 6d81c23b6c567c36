//! Versions of application forms. A version is one JSON document, because it is
//! always read whole, and never changes once it is kept.

mod kept;

use std::collections::BTreeSet;
use std::sync::Arc;

use diesel::prelude::*;
use kept::Parsed;

pub(super) use kept::KeptForms;

use super::application::ApplicationRow;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::form_json::{form_json, form_of_json};
use super::schema::forms;
use crate::domain::form::Form;
use crate::domain::{FormId, Moment, ProgrammeId};

/// One version of a programme's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormVersion {
    pub id: FormId,
    /// 1 for a programme's first, then without gaps.
    pub version: i32,
    pub form: Arc<Form>,
}

/// The form of an id.
pub fn by_id(reader: &mut Reader, id: FormId) -> Result<Option<FormVersion>, StoreError> {
    let parsed = parsed(reader, &[id])?.pop();
    Ok(parsed.map(|parsed| parsed.version.clone()))
}

/// Those of these forms that there are, each once; only those are read that were not
/// before.
fn parsed(reader: &mut Reader, ids: &[FormId]) -> Result<Vec<Arc<Parsed>>, StoreError> {
    let ids: BTreeSet<FormId> = ids.iter().copied().collect();
    let mut all = Vec::new();
    let mut others = Vec::new();
    for id in ids {
        match reader.forms().get(id) {
            Some(parsed) => all.push(parsed),
            None => others.push(id),
        }
    }
    if others.is_empty() {
        return Ok(all);
    }
    let found: Vec<Columns> = forms::table
        .filter(forms::id.eq_any(others))
        .select((forms::id, forms::version, forms::body))
        .load(reader.connection())?;
    for columns in found {
        let bytes = columns.2.len();
        let version = form_version(columns)?;
        all.push(reader.forms().keep(version, bytes));
    }
    Ok(all)
}

/// The form of an application as it is asked at its stage: the version that it
/// is answered on, whatever its round pins by now.
pub fn of_application(
    reader: &mut Reader,
    row: &ApplicationRow,
) -> Result<Option<Arc<Form>>, StoreError> {
    let parsed = parsed(reader, &[row.form_id])?.pop();
    Ok(parsed.map(|parsed| parsed.at(row.stage)))
}

/// A programme's latest version.
pub fn latest(
    reader: &mut Reader,
    programme: ProgrammeId,
) -> Result<Option<FormVersion>, StoreError> {
    let found: Option<Columns> = forms::table
        .filter(forms::programme_id.eq(programme))
        .order(forms::version.desc())
        .select((forms::id, forms::version, forms::body))
        .first(reader.connection())
        .optional()?;
    found.map(form_version).transpose()
}

/// A version without its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    pub id: FormId,
    pub version: i32,
    pub created_at: Moment,
}

/// The latest versions of a programme, the last first.
pub fn versions(
    reader: &mut Reader,
    programme: ProgrammeId,
    limit: i64,
) -> Result<Vec<VersionRow>, StoreError> {
    let rows: Vec<(FormId, i32, Moment)> = forms::table
        .filter(forms::programme_id.eq(programme))
        .order(forms::version.desc())
        .limit(limit)
        .select((forms::id, forms::version, forms::created_at))
        .load(reader.connection())?;
    let row = |(id, version, created_at)| VersionRow {
        id,
        version,
        created_at,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// One version of a programme by its number.
pub fn by_version(
    reader: &mut Reader,
    programme: ProgrammeId,
    version: i32,
) -> Result<Option<FormVersion>, StoreError> {
    let found: Option<Columns> = forms::table
        .filter(forms::programme_id.eq(programme))
        .filter(forms::version.eq(version))
        .select((forms::id, forms::version, forms::body))
        .first(reader.connection())
        .optional()?;
    found.map(form_version).transpose()
}

/// Those of these forms that begin with a quiz.
pub fn with_quiz(reader: &mut Reader, ids: &[FormId]) -> Result<Vec<FormId>, StoreError> {
    let all = parsed(reader, ids)?.into_iter();
    let asking = all.filter(|parsed| !parsed.version.form.quiz.is_empty());
    Ok(asking.map(|parsed| parsed.version.id).collect())
}

/// Every version of a programme, for what must hold for all of them.
pub fn all_of(reader: &mut Reader, programme: ProgrammeId) -> Result<Vec<Form>, StoreError> {
    let bodies: Vec<String> = forms::table
        .filter(forms::programme_id.eq(programme))
        .select(forms::body)
        .load(reader.connection())?;
    bodies.iter().map(|body| form_of_json(body)).collect()
}

/// Adds a version to a programme.
pub fn insert(tx: &mut Tx, programme: ProgrammeId, form: &FormVersion) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(forms::table)
        .values((
            forms::id.eq(form.id),
            forms::programme_id.eq(programme),
            forms::version.eq(form.version),
            forms::body.eq(form_json(&form.form)),
            forms::created_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

type Columns = (FormId, i32, String);

fn form_version((id, version, body): Columns) -> Result<FormVersion, StoreError> {
    Ok(FormVersion {
        id,
        version,
        form: Arc::new(form_of_json(&body)?),
    })
}
