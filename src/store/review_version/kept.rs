//! A submitted version as its row keeps it, and sealing what lies there in clear.

use std::rc::Rc;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::TABLE;
use crate::domain::review::{Confidence, Mark, Recommendation, ReviewDraft};
use crate::domain::score::Judgement;
use crate::domain::{CriterionId, OrganisationId, ReviewId};
use crate::store::bulk::Texts;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::envelope::{Currents, SealedBatch};
use crate::store::json::{from_json, to_json};
use crate::store::schema::{applications, review_versions, reviews};
use crate::store::sealed_columns::SealedRow;
use crate::store::vault::DataKey;

#[derive(Serialize, Deserialize)]
pub(super) struct VersionJson {
    pub(super) marks: Vec<MarkJson>,
    pub(super) comment: String,
    /// Absent from versions that were sent before reviews had them.
    #[serde(default)]
    confidence: Option<String>,
    #[serde(default)]
    recommendation: Option<String>,
    /// The comment and the justifications in the order of the marks, as a list, sealed;
    /// these are empty then. Absent where they lie in clear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sealed: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MarkJson {
    criterion: String,
    judgement: String,
    pub(super) justification: String,
}

impl From<&ReviewDraft> for VersionJson {
    fn from(draft: &ReviewDraft) -> Self {
        let mark = |mark: &Mark| MarkJson {
            criterion: mark.criterion.to_string(),
            judgement: mark.judgement.code().to_owned(),
            justification: mark.justification.clone(),
        };
        Self {
            marks: draft.marks.iter().map(mark).collect(),
            comment: draft.comment.clone(),
            confidence: draft.confidence.map(|one| one.code().to_owned()),
            recommendation: draft.recommendation.map(|one| one.code().to_owned()),
            sealed: None,
        }
    }
}

impl VersionJson {
    /// Takes the words out and seals them.
    pub(super) fn sealed(mut self, row: &SealedRow) -> Result<Self, StoreError> {
        let mut words = vec![std::mem::take(&mut self.comment)];
        let given = self.marks.iter_mut();
        words.extend(given.map(|mark| std::mem::take(&mut mark.justification)));
        let none = words.iter().all(String::is_empty);
        let text = if none { String::new() } else { to_json(&words) };
        self.sealed = Some(row.seal("body", &text)?);
        Ok(self)
    }

    /// Puts the words back, which were opened where they stand.
    pub(super) fn opened(mut self) -> Result<Self, StoreError> {
        let Some(text) = self.sealed.take().filter(|text| !text.is_empty()) else {
            return Ok(self);
        };
        let words: Vec<String> = from_json(&text)?;
        let mut words = words.into_iter();
        self.comment = words.next().unwrap_or_default();
        for (mark, given) in self.marks.iter_mut().zip(words) {
            mark.justification = given;
        }
        Ok(self)
    }

    pub(super) fn draft(self) -> Result<ReviewDraft, StoreError> {
        let damaged = |text: &str| StoreError::Damaged(format!("not a mark: {text:?}"));
        let mark = |mark: MarkJson| {
            Ok(Mark {
                criterion: CriterionId::parse(&mark.criterion)
                    .map_err(|_| damaged(&mark.criterion))?,
                judgement: Judgement::from_code(&mark.judgement)
                    .ok_or_else(|| damaged(&mark.judgement))?,
                justification: mark.justification,
            })
        };
        Ok(ReviewDraft {
            marks: self
                .marks
                .into_iter()
                .map(mark)
                .collect::<Result<_, StoreError>>()?,
            comment: self.comment,
            confidence: self.confidence.as_deref().and_then(Confidence::from_code),
            recommendation: self
                .recommendation
                .as_deref()
                .and_then(Recommendation::from_code),
        })
    }
}

/// How a body looks whose words are sealed, or were erased. Whatever somebody wrote has its
/// quotation marks escaped.
const SEALED: &str = "%\"sealed\":\"%";

/// Whether the words of some version lie in clear; reads versions until it finds one.
pub fn lies_in_clear(reader: &mut Reader) -> Result<bool, StoreError> {
    let clear = review_versions::table.filter(review_versions::body.not_like(SEALED));
    Ok(diesel::select(diesel::dsl::exists(clear)).get_result(reader.connection())?)
}

/// Seals the words of versions that lie in clear, of up to 200 reviews behind this one: of
/// each there are few, all of which are in memory together.
pub fn versions_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<ReviewId> = review_versions::table
        .filter(review_versions::body.not_like(SEALED))
        .filter(review_versions::review_id.gt(after))
        .select(review_versions::review_id)
        .distinct()
        .order(review_versions::review_id)
        .limit(200)
        .load(tx.connection())?;
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<(OrganisationId, ReviewId, i32, String)> = review_versions::table
        .inner_join(reviews::table.inner_join(applications::table))
        .filter(review_versions::review_id.eq_any(ids))
        .filter(review_versions::body.not_like(SEALED))
        .select((
            applications::organisation_id,
            review_versions::review_id,
            review_versions::version,
            review_versions::body,
        ))
        .load(tx.connection())?;
    let keys = Currents::of(tx, rows.iter().map(|row| row.0))?;
    let mut texts = Texts::of(TABLE, &["review_id", "version"], &["body"]);
    for (owner, id, version, clear) in rows {
        let version = version.to_string();
        let ids = [id.as_str(), version.as_str()];
        let key = keys.get(owner);
        let made = key.and_then(|key| sealed_body(&key, ids, &clear));
        let Some(hidden) = batch.counted(made)? else {
            continue;
        };
        texts.set(tx, &ids, &[Some(&hidden)])?;
    }
    texts.write(tx)?;
    Ok(batch)
}

fn sealed_body(key: &Rc<DataKey>, ids: [&str; 2], clear: &str) -> Result<String, StoreError> {
    let row = SealedRow::new(key, TABLE, &ids);
    let body = from_json::<VersionJson>(clear)?.sealed(&row)?;
    Ok(to_json(&body))
}
