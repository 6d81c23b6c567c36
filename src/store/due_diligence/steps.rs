//! Steps that were taken for an application. All are kept; the latest of a step counts.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::check::CheckOutcome;
use crate::domain::due_diligence::{Step, Taken};
use crate::domain::{AccountId, ApplicationId, DiligenceStepId, Moment};
use crate::policy::due_diligence::{MayExamine, MaySecond};
use crate::store::account::names;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::schema::diligence_steps;
use crate::store::sealed_columns::{Cells, of_application};

/// Steps of one application that are looked through at most.
const MOST: i64 = 200;

#[derive(Queryable, Selectable)]
#[diesel(table_name = diligence_steps, check_for_backend(MultiBackend))]
struct Row {
    id: DiligenceStepId,
    step: Step,
    outcome: CheckOutcome,
    note: String,
    taken_by: AccountId,
    taken_at: Moment,
    second_by: Option<AccountId>,
    second_at: Option<Moment>,
}

/// A step, with the names of who took it and who looked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    pub id: DiligenceStepId,
    pub taken: Taken,
    pub note: String,
    pub taken_at: Moment,
    pub name: String,
    /// The name of who looked again, and when.
    pub second: Option<(String, Moment)>,
}

/// The latest of each step for an application within the caller's reach.
pub fn steps(reader: &mut Reader, application: ApplicationId) -> Result<Vec<StepRow>, StoreError> {
    let mut rows: Vec<Row> = diligence_steps::table
        .filter(diligence_steps::application_id.eq(application))
        .order(diligence_steps::id.desc())
        .limit(MOST)
        .select(Row::as_select())
        .load(reader.connection())?;
    let mut cells = Cells::of("diligence_steps");
    for row in &mut rows {
        cells.add(&[row.id.as_str()], [("note", &mut row.note)]);
    }
    cells.open(reader)?;
    let people = rows
        .iter()
        .flat_map(|row| [Some(row.taken_by), row.second_by]);
    let people: Vec<AccountId> = people.flatten().collect();
    let names = names(reader, &people)?;
    let name = |id: AccountId| names.get(&id).cloned().unwrap_or_default();
    let mut latest: BTreeMap<Step, StepRow> = BTreeMap::new();
    for row in rows {
        latest.entry(row.step).or_insert_with(|| StepRow {
            id: row.id,
            taken: Taken {
                step: row.step,
                outcome: row.outcome,
                by: row.taken_by,
                second: row.second_by,
            },
            note: row.note,
            taken_at: row.taken_at,
            name: name(row.taken_by),
            second: row.second_by.map(name).zip(row.second_at),
        });
    }
    Ok(latest.into_values().collect())
}

/// Keeps a step for the capability's application.
pub fn insert_step(
    tx: &mut Tx,
    may: &MayExamine,
    step: Step,
    (outcome, note): (CheckOutcome, &str),
) -> Result<(), StoreError> {
    let (id, now): (DiligenceStepId, _) = (mint(), tx.now());
    let sealed = of_application(tx, may.application(), ("diligence_steps", &[id.as_str()]))?;
    diesel::insert_into(diligence_steps::table)
        .values((
            diligence_steps::id.eq(id),
            diligence_steps::application_id.eq(may.application()),
            diligence_steps::step.eq(step),
            diligence_steps::outcome.eq(outcome),
            diligence_steps::note.eq(sealed.seal("note", note)?),
            diligence_steps::taken_by.eq(may.by()),
            diligence_steps::taken_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes a second person's look at the capability's step.
pub fn second(tx: &mut Tx, may: &MaySecond) -> Result<(), StoreError> {
    let now = tx.now();
    let once = diligence_steps::table
        .find(may.step())
        .filter(diligence_steps::second_at.is_null());
    diesel::update(once)
        .set((
            diligence_steps::second_by.eq(may.by()),
            diligence_steps::second_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
