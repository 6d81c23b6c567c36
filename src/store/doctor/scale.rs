//! Whether every point that was given is on the scale of its criterion, and every
//! total what the points come to.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::Finding;
use crate::domain::score::Judgement;
use crate::domain::{CriterionId, ReviewId};
use crate::store::columns::TranslatedJson;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::json::from_json;
use crate::store::schema::{criteria, scores};
use crate::store::total;

/// The first criterion that was judged beyond its scale: how long that is, its
/// anchors say.
pub(super) fn beyond(reader: &mut Reader) -> Result<Option<Finding>, StoreError> {
    let given: Vec<(CriterionId, String)> = scores::table
        .select((scores::criterion_id, scores::judgement))
        .distinct()
        .load(reader.connection())?;
    let rows: Vec<(CriterionId, String)> = criteria::table
        .select((criteria::id, criteria::anchors))
        .load(reader.connection())?;
    let mut points: BTreeMap<CriterionId, usize> = BTreeMap::new();
    for (id, anchors) in rows {
        points.insert(id, from_json::<Vec<TranslatedJson>>(&anchors)?.len());
    }
    let wrong = given.iter().find(|(id, code)| {
        let judgement = Judgement::from_code(code);
        let given = judgement.and_then(Judgement::points).map(usize::from);
        let points = points.get(id).copied().unwrap_or(0);
        judgement.is_none() || given.is_some_and(|given| given >= points)
    });
    Ok(wrong.map(|(id, _)| Finding {
        problem: "a score is outside the scale",
        example: id.to_string(),
    }))
}

/// The first review whose total is not what its scores come to.
pub(super) fn totals(reader: &mut Reader) -> Result<Option<Finding>, StoreError> {
    let finding = |review: ReviewId| Finding {
        problem: "the total that is kept of a review is not what its scores come to",
        example: review.to_string(),
    };
    Ok(total::wrong(reader)?.map(finding))
}
