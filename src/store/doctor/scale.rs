//! Whether every point that was given is on the scale of its criterion.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::Finding;
use crate::domain::CriterionId;
use crate::domain::score::Judgement;
use crate::store::columns::TranslatedJson;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::json::from_json;
use crate::store::schema::{criteria, scores};

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
