//! Clarifications: what was asked, which sections it opens, what came back.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::application::find;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{clarification_sections as opened, clarifications};
use super::sealed_columns::{Cells, of_application as sealed_of};
use crate::domain::clarification::{Ask, Kind, Standing, standing};
use crate::domain::{AccountId, ApplicationId, ClarificationId, Moment};
use crate::policy::Reach;
use crate::policy::clarification::{Asked, MayAnswer, MayAsk, MayRun};

/// A clarification without its sections.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = clarifications, check_for_backend(MultiBackend))]
pub struct ClarificationRow {
    pub id: ClarificationId,
    pub application_id: ApplicationId,
    pub kind: Kind,
    pub question: String,
    pub asked_by: AccountId,
    pub asked_at: Moment,
    pub due_at: Moment,
    /// In words; a draft until it is sent.
    pub answer: String,
    /// Counts the saves of the draft.
    pub answer_version: i32,
    pub answered_by: Option<AccountId>,
    pub answered_at: Option<Moment>,
    /// The submitted version that the answer made.
    pub submission_version: Option<i32>,
    pub closed_by: Option<AccountId>,
    pub closed_at: Option<Moment>,
}

impl ClarificationRow {
    /// How it stands at an instant.
    pub fn standing(&self, now: Moment) -> Standing {
        standing(self.answered_at, self.closed_at, self.due_at, now)
    }

    /// Whether it waits for its answer, in time or not.
    pub fn is_pending(&self) -> bool {
        self.answered_at.is_none() && self.closed_at.is_none()
    }
}

/// A clarification with the sections that it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clarification {
    pub row: ClarificationRow,
    /// Codes of sections, and whether they came back changed.
    pub sections: Vec<(String, bool)>,
}

impl Clarification {
    /// Codes of the sections that it opens.
    pub fn codes(&self) -> Vec<String> {
        self.sections.iter().map(|(code, _)| code.clone()).collect()
    }

    /// What policy decides by.
    pub fn asked(&self, now: Moment) -> Asked {
        Asked {
            id: self.row.id,
            standing: self.row.standing(now),
            sections: self.codes(),
        }
    }
}

/// Everything that was asked about an application within reach, the latest first.
pub fn of_application(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Vec<Clarification>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<ClarificationRow> = clarifications::table
        .filter(clarifications::application_id.eq(application))
        .order(clarifications::id.desc())
        .select(ClarificationRow::as_select())
        .load(reader.connection())?;
    cells(&mut rows).open(reader)?;
    with_sections(reader, rows)
}

/// What was asked and answered.
fn cells(rows: &mut [ClarificationRow]) -> Cells<'_> {
    let mut cells = Cells::of("clarifications");
    for row in rows {
        let texts = [("question", &mut row.question), ("answer", &mut row.answer)];
        cells.add(&[row.id.as_str()], texts);
    }
    cells
}

fn with_sections(
    reader: &mut Reader,
    rows: Vec<ClarificationRow>,
) -> Result<Vec<Clarification>, StoreError> {
    let ids: Vec<ClarificationId> = rows.iter().map(|row| row.id).collect();
    let found: Vec<(ClarificationId, String, bool)> = opened::table
        .filter(opened::clarification_id.eq_any(ids))
        .order((opened::clarification_id, opened::section))
        .load(reader.connection())?;
    let mut sections: BTreeMap<ClarificationId, Vec<(String, bool)>> = BTreeMap::new();
    for (id, section, changed) in found {
        sections.entry(id).or_default().push((section, changed));
    }
    let whole = |row: ClarificationRow| Clarification {
        sections: sections.remove(&row.id).unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(whole).collect())
}

/// Those of these applications' clarifications that wait for an answer. The ids
/// are of applications that were found within reach.
pub fn pending(
    reader: &mut Reader,
    applications: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, ClarificationRow>, StoreError> {
    let mut rows: Vec<ClarificationRow> = clarifications::table
        .filter(clarifications::application_id.eq_any(applications.to_vec()))
        .filter(clarifications::answered_at.is_null())
        .filter(clarifications::closed_at.is_null())
        .select(ClarificationRow::as_select())
        .load(reader.connection())?;
    cells(&mut rows).open_beside(reader)?;
    let by_application = rows.into_iter().map(|row| (row.application_id, row));
    Ok(by_application.collect())
}

/// Asks an applicant for more.
pub fn insert(
    tx: &mut Tx,
    may: &MayAsk,
    kind: Kind,
    ask: &Ask,
) -> Result<ClarificationId, StoreError> {
    let (id, now): (ClarificationId, _) = (mint(), tx.now());
    let sealed = sealed_of(tx, may.application(), ("clarifications", &[id.as_str()]))?;
    diesel::insert_into(clarifications::table)
        .values((
            clarifications::id.eq(id),
            clarifications::application_id.eq(may.application()),
            clarifications::kind.eq(kind),
            clarifications::question.eq(sealed.seal("question", &ask.question)?),
            clarifications::asked_by.eq(may.admin()),
            clarifications::asked_at.eq(now),
            clarifications::due_at.eq(ask.due_at),
            clarifications::answer.eq(""),
            clarifications::answer_version.eq(0),
        ))
        .execute(tx.connection())?;
    for section in &ask.sections {
        diesel::insert_into(opened::table)
            .values((
                opened::clarification_id.eq(id),
                opened::section.eq(section),
                opened::changed.eq(false),
            ))
            .execute(tx.connection())?;
    }
    Ok(id)
}

/// Moves the due date.
pub fn set_due(tx: &mut Tx, may: &MayRun, due_at: Moment) -> Result<(), StoreError> {
    diesel::update(clarifications::table.find(may.clarification()))
        .set(clarifications::due_at.eq(due_at))
        .execute(tx.connection())?;
    Ok(())
}

/// Ends it without an answer.
pub fn close(tx: &mut Tx, may: &MayRun) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(clarifications::table.find(may.clarification()))
        .set((
            clarifications::closed_by.eq(may.admin()),
            clarifications::closed_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Keeps a draft of the answer over its version `over`; when another save came
/// first, nothing happens and [`StoreError::LostRace`] tells.
pub fn save_answer(
    tx: &mut Tx,
    may: &MayAnswer,
    over: i32,
    answer: &str,
) -> Result<(), StoreError> {
    let id = may.clarification();
    let sealed = sealed_of(tx, may.application(), ("clarifications", &[id.as_str()]))?;
    let row = clarifications::table.find(id);
    let kept = diesel::update(row.filter(clarifications::answer_version.eq(over)))
        .set((
            clarifications::answer.eq(sealed.seal("answer", answer)?),
            clarifications::answer_version.eq(over + 1),
        ))
        .execute(tx.connection())?;
    if kept == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}

/// Notes that it is answered: by which submitted version, if answers changed,
/// and in which sections.
pub fn mark_answered(
    tx: &mut Tx,
    may: &MayAnswer,
    version: Option<i32>,
    changed: &[&str],
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(clarifications::table.find(may.clarification()))
        .set((
            clarifications::answered_by.eq(may.member()),
            clarifications::answered_at.eq(now),
            clarifications::submission_version.eq(version),
        ))
        .execute(tx.connection())?;
    let sections = opened::table.filter(opened::clarification_id.eq(may.clarification()));
    diesel::update(sections.filter(opened::section.eq_any(changed.to_vec())))
        .set(opened::changed.eq(true))
        .execute(tx.connection())?;
    Ok(())
}
