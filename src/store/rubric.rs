//! Rubrics with their criteria. A version never changes once it is kept.

use diesel::prelude::*;

use super::columns::{TranslatedJson, translated_json};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::json::{from_json, to_json};
use super::schema::{criteria, rubrics};
use crate::domain::rubric::{Criterion, CriterionKind, Rubric};
use crate::domain::{CriterionId, ProgrammeId, RubricId, Translated};

/// The rubric of an id.
pub fn by_id(reader: &mut Reader, id: RubricId) -> Result<Option<Rubric>, StoreError> {
    let rows: Vec<(i32, Columns)> = rubrics::table
        .inner_join(criteria::table)
        .filter(rubrics::id.eq(id))
        .order(criteria::position)
        .select((rubrics::version, COLUMNS))
        .load(reader.connection())?;
    let Some((version, _)) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(Rubric {
        id,
        version: *version,
        criteria: rows
            .into_iter()
            .map(|(_, columns)| criterion(columns))
            .collect::<Result<_, _>>()?,
    }))
}

/// A programme's latest version.
pub fn latest(reader: &mut Reader, programme: ProgrammeId) -> Result<Option<Rubric>, StoreError> {
    let id: Option<RubricId> = rubrics::table
        .filter(rubrics::programme_id.eq(programme))
        .order(rubrics::version.desc())
        .select(rubrics::id)
        .first(reader.connection())
        .optional()?;
    match id {
        Some(id) => by_id(reader, id),
        None => Ok(None),
    }
}

/// Adds a version to a programme.
pub fn insert(tx: &mut Tx, programme: ProgrammeId, rubric: &Rubric) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(rubrics::table)
        .values((
            rubrics::id.eq(rubric.id),
            rubrics::programme_id.eq(programme),
            rubrics::version.eq(rubric.version),
            rubrics::created_at.eq(now),
        ))
        .execute(tx.connection())?;
    for (position, criterion) in (0..).zip(&rubric.criteria) {
        insert_criterion(tx, rubric.id, position, criterion)?;
    }
    Ok(())
}

fn insert_criterion(
    tx: &mut Tx,
    rubric: RubricId,
    position: i32,
    criterion: &Criterion,
) -> Result<(), StoreError> {
    let anchors = criterion.anchors.iter().map(TranslatedJson::from);
    let anchors: Vec<TranslatedJson> = anchors.collect();
    // A checked weight is at most 100.
    let weight = i32::try_from(criterion.weight).unwrap_or(i32::MAX);
    diesel::insert_into(criteria::table)
        .values((
            criteria::id.eq(criterion.id),
            criteria::rubric_id.eq(rubric),
            criteria::position.eq(position),
            criteria::code.eq(&criterion.code),
            criteria::kind.eq(criterion.kind.code()),
            criteria::gate.eq(criterion.gate),
            criteria::weight.eq(weight),
            criteria::name.eq(translated_json(&criterion.name)),
            criteria::guidance.eq(translated_json(&criterion.guidance)),
            criteria::anchors.eq(to_json(&anchors)),
            criteria::evidence.eq(to_json(&criterion.evidence)),
        ))
        .execute(tx.connection())?;
    Ok(())
}

type Columns = (
    CriterionId,
    String,
    CriterionKind,
    bool,
    i32,
    Translated,
    Translated,
    String,
    String,
);

const COLUMNS: (
    criteria::id,
    criteria::code,
    criteria::kind,
    criteria::gate,
    criteria::weight,
    criteria::name,
    criteria::guidance,
    criteria::anchors,
    criteria::evidence,
) = (
    criteria::id,
    criteria::code,
    criteria::kind,
    criteria::gate,
    criteria::weight,
    criteria::name,
    criteria::guidance,
    criteria::anchors,
    criteria::evidence,
);

fn criterion(
    (id, code, kind, gate, weight, name, guidance, anchors, evidence): Columns,
) -> Result<Criterion, StoreError> {
    let anchors: Vec<TranslatedJson> = from_json(&anchors)?;
    Ok(Criterion {
        id,
        code,
        kind,
        gate,
        weight: u32::try_from(weight).map_err(|e| StoreError::Damaged(e.to_string()))?,
        name,
        guidance,
        anchors: anchors.into_iter().map(Translated::from).collect(),
        evidence: from_json(&evidence)?,
    })
}
