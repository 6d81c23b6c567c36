//! Rubrics with their criteria. A version never changes once it is kept. Judgements
//! are kept under the first criterion whose points mean the same, so that a later
//! version with other words or weights asks nobody again.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::columns::{TranslatedJson, translated_json};
use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::json::{from_json, to_json};
use super::schema::{criteria, rubrics};
use crate::domain::rubric::{Criterion, CriterionKind, Rubric};
use crate::domain::{CriterionId, Moment, ProgrammeId, RubricId, Translated};

type Texts = (Translated, Translated, String, String);
type Columns = (
    (CriterionId, Option<CriterionId>),
    String,
    CriterionKind,
    (bool, bool),
    i32,
    Texts,
);

/// The columns of [`Columns`].
macro_rules! columns {
    () => {
        (
            (criteria::id, criteria::measure),
            criteria::code,
            criteria::kind,
            (criteria::gate, criteria::justified),
            criteria::weight,
            (
                criteria::name,
                criteria::guidance,
                criteria::anchors,
                criteria::evidence,
            ),
        )
    };
}

/// The rubric of an id.
pub fn by_id(reader: &mut Reader, id: RubricId) -> Result<Option<Rubric>, StoreError> {
    Ok(by_ids(reader, &[id])?.remove(&id))
}

/// The rubrics of these ids, in one query.
pub fn by_ids(
    reader: &mut Reader,
    ids: &[RubricId],
) -> Result<BTreeMap<RubricId, Rubric>, StoreError> {
    let rows: Vec<(RubricId, i32, Columns)> = rubrics::table
        .inner_join(criteria::table)
        .filter(rubrics::id.eq_any(ids.to_vec()))
        .order((rubrics::id, criteria::position))
        .select((rubrics::id, rubrics::version, columns!()))
        .load(reader.connection())?;
    let mut found: BTreeMap<RubricId, Rubric> = BTreeMap::new();
    for (id, version, columns) in rows {
        let rubric = found.entry(id).or_insert_with(|| Rubric {
            id,
            version,
            criteria: Vec::new(),
        });
        rubric.criteria.push(criterion(columns)?);
    }
    Ok(found)
}

/// A programme's latest version.
pub fn latest(reader: &mut Reader, programme: ProgrammeId) -> Result<Option<Rubric>, StoreError> {
    match versions(reader, programme, 1)?.first() {
        Some(row) => by_id(reader, row.id),
        None => Ok(None),
    }
}

/// A version without its criteria.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct VersionRow {
    pub id: RubricId,
    pub version: i32,
    pub created_at: Moment,
}

/// The latest versions of a programme, the last first.
pub fn versions(
    reader: &mut Reader,
    programme: ProgrammeId,
    limit: i64,
) -> Result<Vec<VersionRow>, StoreError> {
    Ok(rubrics::table
        .filter(rubrics::programme_id.eq(programme))
        .order(rubrics::version.desc())
        .limit(limit)
        .select((rubrics::id, rubrics::version, rubrics::created_at))
        .load(reader.connection())?)
}

/// One version of a programme by its number.
pub fn by_version(
    reader: &mut Reader,
    programme: ProgrammeId,
    version: i32,
) -> Result<Option<Rubric>, StoreError> {
    let id: Option<RubricId> = rubrics::table
        .filter(rubrics::programme_id.eq(programme))
        .filter(rubrics::version.eq(version))
        .select(rubrics::id)
        .first(reader.connection())
        .optional()?;
    match id {
        Some(id) => by_id(reader, id),
        None => Ok(None),
    }
}

/// Every version of a programme, the latest first.
pub fn all_of(reader: &mut Reader, programme: ProgrammeId) -> Result<Vec<Rubric>, StoreError> {
    let ids: Vec<RubricId> = rubrics::table
        .filter(rubrics::programme_id.eq(programme))
        .select(rubrics::id)
        .load(reader.connection())?;
    let mut all: Vec<Rubric> = by_ids(reader, &ids)?.into_values().collect();
    all.sort_by_key(|rubric| std::cmp::Reverse(rubric.version));
    Ok(all)
}

/// The codes of criteria, of whichever version.
pub fn codes(
    reader: &mut Reader,
    ids: &[CriterionId],
) -> Result<BTreeMap<CriterionId, String>, StoreError> {
    let rows: Vec<(CriterionId, String)> = criteria::table
        .filter(criteria::id.eq_any(ids.to_vec()))
        .select((criteria::id, criteria::code))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
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
    let ids: Vec<CriterionId> = rubric.criteria.iter().map(|one| one.id).collect();
    let known: BTreeSet<CriterionId> = codes(tx, &ids)?.into_keys().collect();
    for (position, criterion) in (0..).zip(&rubric.criteria) {
        let measure = known.contains(&criterion.id).then_some(criterion.id);
        let id = measure.map_or(criterion.id, |_| mint());
        insert_criterion(tx, rubric.id, (position, id, measure), criterion)?;
    }
    Ok(())
}

fn insert_criterion(
    tx: &mut Tx,
    rubric: RubricId,
    (position, id, measure): (i32, CriterionId, Option<CriterionId>),
    criterion: &Criterion,
) -> Result<(), StoreError> {
    let anchors = criterion.anchors.iter().map(TranslatedJson::from);
    let anchors: Vec<TranslatedJson> = anchors.collect();
    // A checked weight is at most 100.
    let weight = i32::try_from(criterion.weight).unwrap_or(i32::MAX);
    diesel::insert_into(criteria::table)
        .values((
            criteria::id.eq(id),
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
            criteria::justified.eq(criterion.justified),
            criteria::measure.eq(measure),
        ))
        .execute(tx.connection())?;
    Ok(())
}

fn criterion(
    ((id, measure), code, kind, (gate, justified), weight, texts): Columns,
) -> Result<Criterion, StoreError> {
    let (name, guidance, anchors, evidence) = texts;
    let anchors: Vec<TranslatedJson> = from_json(&anchors)?;
    Ok(Criterion {
        id: measure.unwrap_or(id),
        code,
        kind,
        gate,
        weight: u32::try_from(weight).map_err(|e| StoreError::Damaged(e.to_string()))?,
        justified,
        name,
        guidance,
        anchors: anchors.into_iter().map(Translated::from).collect(),
        evidence: from_json(&evidence)?,
    })
}
