//! Submitted versions of reviews. Each submission adds one; the first is sealed:
//! nothing here changes what a version judged or deletes one, so that what somebody
//! thought before the discussion stays told. Erasing takes words alone, and sealing seals
//! them alone: what was judged is counted by.

mod kept;

use std::collections::BTreeMap;
use std::sync::Arc;

use diesel::dsl::exists;
use diesel::prelude::*;

pub use kept::{lies_in_clear, versions_batch};

use kept::VersionJson;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::json::{from_json, to_json};
use super::schema::{accounts, applications, erasures, review_versions, reviews};
use super::sealed_columns::{Cells, SealedRow, key_of_review};
use crate::domain::review::ReviewDraft;
use crate::domain::score::Judgements;
use crate::domain::{AccountId, ApplicationId, Moment, ReviewId, RoundId, RubricId};

/// A submitted version of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewVersion {
    /// 1 for the first.
    pub number: i32,
    pub submitted_at: Moment,
    pub draft: ReviewDraft,
    /// Why it was sent again; empty for the first.
    pub reason: String,
    /// The rubric that it was given on.
    pub rubric: RubricId,
    /// Who brought it out of a file, by name; nobody where the reviewer sent it.
    pub imported_by: Option<String>,
}

/// Adds what was submitted as the next version, whose number it answers with: why
/// it was sent again, and who brought it if that was not the reviewer.
pub(super) fn add(
    tx: &mut Tx,
    (id, rubric): (ReviewId, RubricId),
    draft: &ReviewDraft,
    (reason, imported_by): (&str, Option<AccountId>),
) -> Result<i32, StoreError> {
    let now = tx.now();
    let last: Option<i32> = review_versions::table
        .filter(review_versions::review_id.eq(id))
        .order(review_versions::version.desc())
        .select(review_versions::version)
        .first(tx.connection())
        .optional()?;
    let number = last.unwrap_or(0) + 1;
    let (key, place) = (key_of_review(tx, id)?, number.to_string());
    let sealed = SealedRow::new(&key, TABLE, &[id.as_str(), place.as_str()]);
    let body = VersionJson::from(draft).sealed(&sealed)?;
    diesel::insert_into(review_versions::table)
        .values((
            review_versions::review_id.eq(id),
            review_versions::version.eq(number),
            review_versions::submitted_at.eq(now),
            review_versions::body.eq(to_json(&body)),
            review_versions::reason.eq(sealed.seal("reason", reason)?),
            review_versions::rubric_id.eq(rubric),
            review_versions::imported_by.eq(imported_by),
        ))
        .execute(tx.connection())?;
    Ok(number)
}

/// Reviews whose versions are emptied at once.
const AT_ONCE: i64 = 500;

const TABLE: &str = "review_versions";

/// A review as its versions kept it in clear: what is filled in bulk is sealed later.
pub(super) fn body(draft: &ReviewDraft) -> String {
    to_json(&VersionJson::from(draft))
}

/// Every submitted version of a review, the latest first.
pub fn versions(reader: &mut Reader, id: ReviewId) -> Result<Vec<ReviewVersion>, StoreError> {
    type Row = (
        i32,
        Moment,
        String,
        String,
        Option<RubricId>,
        Option<String>,
    );
    let mut rows: Vec<Row> = review_versions::table
        .left_join(accounts::table.on(review_versions::imported_by.eq(accounts::id.nullable())))
        .filter(review_versions::review_id.eq(id))
        .order(review_versions::version.desc())
        .select((
            review_versions::version,
            review_versions::submitted_at,
            review_versions::body,
            review_versions::reason,
            review_versions::rubric_id,
            accounts::name.nullable(),
        ))
        .load(reader.connection())?;
    let mut bodies: Vec<VersionJson> = Vec::new();
    for row in &rows {
        bodies.push(from_json(&row.2)?);
    }
    let mut cells = Cells::of(TABLE);
    for (row, body) in rows.iter_mut().zip(&mut bodies) {
        let number = row.0.to_string();
        let ids = [id.as_str(), number.as_str()];
        cells.add(&ids, [("reason", &mut row.3)]);
        if let Some(words) = &mut body.sealed {
            cells.add(&ids, [("body", words)]);
        }
    }
    cells.open(reader)?;
    let version = |(row, body): (Row, VersionJson)| {
        let (number, submitted_at, _, reason, rubric, imported_by) = row;
        Ok(ReviewVersion {
            number,
            submitted_at,
            draft: body.opened()?.draft()?,
            reason,
            rubric: given_on(rubric)?,
            imported_by,
        })
    };
    rows.into_iter().zip(bodies).map(version).collect()
}

/// Every version says so since rounds can change their rubric.
fn given_on(rubric: Option<RubricId>) -> Result<RubricId, StoreError> {
    rubric.ok_or_else(|| StoreError::Damaged("a version of a review has no rubric".to_owned()))
}

/// What was judged first, and the rubric that it was judged on.
pub type First = (RubricId, Judgements);

diesel::alias!(review_versions as later: Later);

/// Whether a first version was followed by another.
#[diesel::dsl::auto_type]
fn followed() -> _ {
    let second = later
        .filter(
            later
                .field(review_versions::review_id)
                .eq(review_versions::review_id),
        )
        .filter(later.field(review_versions::version).eq(2_i32));
    exists(second)
}

/// Whether a version was given on another rubric than this one.
#[diesel::dsl::auto_type]
fn given_elsewhere(rubric: RubricId) -> _ {
    review_versions::rubric_id.assume_not_null().ne(rubric)
}

/// The columns of the first versions that were followed by another, or were given
/// on another rubric.
macro_rules! firsts {
    ($rubric:expr) => {
        review_versions::table
            .inner_join(reviews::table.inner_join(applications::table))
            .filter(review_versions::version.eq(1))
            .filter(given_elsewhere($rubric).or(followed()))
            .select((
                review_versions::review_id,
                review_versions::body,
                review_versions::rubric_id,
            ))
    };
}

/// What was judged first, of those reviews of an application that were sent more
/// than once or on another rubric than this one. Asks for no reach: the reviews
/// themselves do.
pub fn firsts_of_application(
    reader: &mut Reader,
    application: ApplicationId,
    rubric: RubricId,
) -> Result<BTreeMap<ReviewId, First>, StoreError> {
    let rows = firsts!(rubric)
        .filter(applications::id.eq(application))
        .load(reader.connection())?;
    judged(rows)
}

/// The same of a whole round.
pub fn firsts_of_round(
    reader: &mut Reader,
    round: RoundId,
    rubric: RubricId,
) -> Result<BTreeMap<ReviewId, First>, StoreError> {
    let rows = firsts!(rubric)
        .filter(applications::round_id.eq(round))
        .load(reader.connection())?;
    judged(rows)
}

/// The same of these reviews.
pub fn firsts_of(
    reader: &mut Reader,
    ids: &[ReviewId],
    rubric: RubricId,
) -> Result<BTreeMap<ReviewId, First>, StoreError> {
    let rows = firsts!(rubric)
        .filter(reviews::id.eq_any(ids.to_vec()))
        .load(reader.connection())?;
    judged(rows)
}

type FirstRow = (ReviewId, String, Option<RubricId>);

fn judged(rows: Vec<FirstRow>) -> Result<BTreeMap<ReviewId, First>, StoreError> {
    // Rankings hold them for as long as they are kept themselves.
    let mut list = Arc::default();
    let one = |(id, body, rubric): FirstRow| {
        let draft = from_json::<VersionJson>(&body)?.draft()?;
        let judgements = draft.judgements().sharing(&mut list);
        Ok((id, (given_on(rubric)?, judgements)))
    };
    rows.into_iter().map(one).collect()
}

/// What was judged in the last version of each review of a round that was sent by an
/// instant. Asks for no reach: the reviews themselves do.
pub fn until(
    reader: &mut Reader,
    round: RoundId,
    at: Moment,
) -> Result<BTreeMap<ReviewId, Judgements>, StoreError> {
    let rows: Vec<(ReviewId, String)> = review_versions::table
        .inner_join(reviews::table.inner_join(applications::table))
        .filter(applications::round_id.eq(round))
        .filter(review_versions::submitted_at.le(at))
        .order((review_versions::review_id, review_versions::version))
        .select((review_versions::review_id, review_versions::body))
        .load(reader.connection())?;
    // In order of the versions: the latest stays.
    let bodies: BTreeMap<ReviewId, String> = rows.into_iter().collect();
    let one = |(id, body): (ReviewId, String)| {
        let draft = from_json::<VersionJson>(&body)?.draft()?;
        Ok((id, draft.judgements()))
    };
    bodies.into_iter().map(one).collect()
}

/// The number of the latest version of each of these reviews.
pub fn latest_of(
    reader: &mut Reader,
    ids: &[ReviewId],
) -> Result<BTreeMap<ReviewId, i32>, StoreError> {
    let rows: Vec<(ReviewId, i32)> = review_versions::table
        .filter(review_versions::review_id.eq_any(ids.to_vec()))
        .order((review_versions::review_id, review_versions::version))
        .select((review_versions::review_id, review_versions::version))
        .load(reader.connection())?;
    // In order of the versions: the latest stays.
    Ok(rows.into_iter().collect())
}

/// Empties the words of every version of reviews of applications that are being erased;
/// what was judged stays, by which totals and ranks are proven.
pub(super) fn empty_marked(tx: &mut Tx) -> Result<(), StoreError> {
    let marked = || {
        erasures::table
            .filter(erasures::running.eq(true))
            .filter(erasures::subject.eq("application"))
            .select(erasures::subject_id)
    };
    let mut after = String::new();
    loop {
        let some: Vec<ReviewId> = reviews::table
            .filter(reviews::application_id.eq_any(marked()))
            .filter(reviews::id.gt(after))
            .order(reviews::id)
            .limit(AT_ONCE)
            .select(reviews::id)
            .load(tx.connection())?;
        let Some(last) = some.last() else {
            return Ok(());
        };
        after = last.to_string();
        empty(tx, &some)?;
    }
}

/// Empties the words in every version of these reviews.
fn empty(tx: &mut Tx, of: &[ReviewId]) -> Result<(), StoreError> {
    let rows: Vec<(ReviewId, i32, String)> = review_versions::table
        .filter(review_versions::review_id.eq_any(of.to_vec()))
        .select((
            review_versions::review_id,
            review_versions::version,
            review_versions::body,
        ))
        .load(tx.connection())?;
    for (id, version, body) in rows {
        let mut kept: VersionJson = from_json(&body)?;
        kept.comment.clear();
        for mark in &mut kept.marks {
            mark.justification.clear();
        }
        kept.sealed = Some(String::new());
        diesel::update(review_versions::table.find((id, version)))
            .set(review_versions::body.eq(to_json(&kept)))
            .execute(tx.connection())?;
    }
    Ok(())
}
