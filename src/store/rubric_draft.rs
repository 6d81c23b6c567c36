//! The rubric that staff are writing: at most one of a programme. Its counter only
//! goes up, so that nobody saves or publishes what they have not seen.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::columns::TranslatedJson;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::json::{from_json, to_json};
use super::schema::rubric_drafts;
use crate::domain::rubric::{CriterionDraft, CriterionKind, RubricDraft};
use crate::domain::{AccountId, ProgrammeId, Translated};

/// The draft of a programme's rubric with how often it was saved.
pub fn of_programme(
    reader: &mut Reader,
    programme: ProgrammeId,
) -> Result<Option<(RubricDraft, i32)>, StoreError> {
    let found: Option<(String, i32)> = rubric_drafts::table
        .find(programme)
        .select((rubric_drafts::body, rubric_drafts::version))
        .first(reader.connection())
        .optional()?;
    let draft = |(body, version): (String, i32)| Ok((read(&body)?, version));
    found.map(draft).transpose()
}

/// Saves the draft of a programme over the one of a version, 0 for none.
pub fn save(
    tx: &mut Tx,
    programme: ProgrammeId,
    rubric: &RubricDraft,
    over: i32,
    by: AccountId,
) -> Result<(), StoreError> {
    let (now, body) = (tx.now(), body(rubric));
    if over == 0 {
        diesel::insert_into(rubric_drafts::table)
            .values((
                rubric_drafts::programme_id.eq(programme),
                rubric_drafts::body.eq(body),
                rubric_drafts::version.eq(1),
                rubric_drafts::saved_at.eq(now),
                rubric_drafts::saved_by.eq(by),
            ))
            .execute(tx.connection())?;
        return Ok(());
    }
    diesel::update(rubric_drafts::table.find(programme))
        .filter(rubric_drafts::version.eq(over))
        .set((
            rubric_drafts::body.eq(body),
            rubric_drafts::version.eq(over + 1),
            rubric_drafts::saved_at.eq(now),
            rubric_drafts::saved_by.eq(by),
        ))
        .execute(tx.connection())?;
    Ok(())
}

#[derive(Serialize, Deserialize)]
struct RubricJson {
    criteria: Vec<CriterionJson>,
}

#[derive(Serialize, Deserialize)]
struct CriterionJson {
    code: String,
    kind: String,
    gate: bool,
    weight: u32,
    justified: bool,
    name: TranslatedJson,
    guidance: TranslatedJson,
    anchors: Vec<TranslatedJson>,
    evidence: Vec<String>,
}

fn body(rubric: &RubricDraft) -> String {
    let criterion = |one: &CriterionDraft| CriterionJson {
        code: one.code.clone(),
        kind: one.kind.code().to_owned(),
        gate: one.gate,
        weight: one.weight,
        justified: one.justified,
        name: TranslatedJson::from(&one.name),
        guidance: TranslatedJson::from(&one.guidance),
        anchors: one.anchors.iter().map(TranslatedJson::from).collect(),
        evidence: one.evidence.clone(),
    };
    to_json(&RubricJson {
        criteria: rubric.criteria.iter().map(criterion).collect(),
    })
}

fn read(body: &str) -> Result<RubricDraft, StoreError> {
    let criterion = |one: CriterionJson| {
        let unknown = || StoreError::Damaged(format!("no kind of criterion: {:?}", one.kind));
        Ok(CriterionDraft {
            kind: CriterionKind::from_code(&one.kind).ok_or_else(unknown)?,
            code: one.code,
            gate: one.gate,
            weight: one.weight,
            justified: one.justified,
            name: one.name.into(),
            guidance: one.guidance.into(),
            anchors: one.anchors.into_iter().map(Translated::from).collect(),
            evidence: one.evidence,
        })
    };
    let criteria = from_json::<RubricJson>(body)?.criteria.into_iter();
    Ok(RubricDraft {
        criteria: criteria.map(criterion).collect::<Result<_, StoreError>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rubric::generated::rubric;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_draft_comes_back_as_it_was_kept(rubric in rubric()) {
            prop_assert_eq!(read(&body(&rubric)).unwrap(), rubric);
        }
    }
}
