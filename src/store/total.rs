//! What submitted reviews come to, kept beside them for the questions that are asked
//! of whole rounds: by the rubric that the round uses now, worked out anew when it
//! takes another one. What was sealed is not touched.

use diesel::connection::DefaultLoadingMode;
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::review::{Gathered, Scored};
use super::rubric;
use super::schema::{applications, reviews, rounds, scores};
use crate::domain::rubric::Rubric;
use crate::domain::score::{Judgements, score_review};
use crate::domain::{ReviewId, RoundId, RubricId};
use crate::policy::rubric::MayPinRubric;

/// Works out the totals of a round anew by the rubric that it takes.
pub fn renew(tx: &mut Tx, may: &MayPinRubric, rubric: &Rubric) -> Result<(), StoreError> {
    for (review, kept, judgements) in submitted(tx, may.round())? {
        let total = total(rubric, &judgements);
        if total != kept {
            diesel::update(reviews::table.find(review))
                .set(reviews::total.eq(total))
                .execute(tx.connection())?;
        }
    }
    Ok(())
}

/// The first review whose total is not what its scores come to.
pub(super) fn wrong(reader: &mut Reader) -> Result<Option<ReviewId>, StoreError> {
    let used: Vec<(RoundId, RubricId)> = rounds::table
        .select((rounds::id, rounds::rubric_id))
        .load(reader.connection())?;
    let ids: Vec<RubricId> = used.iter().map(|(_, rubric)| *rubric).collect();
    let rubrics = rubric::by_ids(reader, &ids)?;
    for (round, rubric) in used {
        let Some(rubric) = rubrics.get(&rubric) else {
            continue;
        };
        let all = submitted(reader, round)?;
        let wrong = all.iter().find(|one| one.1 != total(rubric, &one.2));
        if let Some((review, _, _)) = wrong {
            return Ok(Some(*review));
        }
    }
    Ok(None)
}

/// The total of judgements as it is kept.
pub(super) fn total(rubric: &Rubric, judgements: &Judgements) -> Option<i32> {
    let total = score_review(rubric, judgements).hundredths()?;
    i32::try_from(total).ok()
}

type Submitted = (ReviewId, Option<i32>, Judgements);

/// The submitted reviews of a round with the totals that are kept, in two queries.
fn submitted(reader: &mut Reader, round: RoundId) -> Result<Vec<Submitted>, StoreError> {
    let sent: Vec<(ReviewId, Option<i32>)> = reviews::table
        .inner_join(applications::table)
        .filter(applications::round_id.eq(round))
        .filter(reviews::submitted_at.is_not_null())
        .order(reviews::id)
        .select((reviews::id, reviews::total))
        .load(reader.connection())?;
    let scored = scores::table
        .inner_join(reviews::table.inner_join(applications::table))
        .filter(applications::round_id.eq(round))
        .filter(reviews::submitted_at.is_not_null())
        .select((scores::review_id, scores::criterion_id, scores::judgement));
    let mut judged = scored
        .load_iter::<Scored, DefaultLoadingMode>(reader.connection())?
        .collect::<QueryResult<Gathered>>()?;
    let whole = |(id, total)| (id, total, judged.take(id));
    Ok(sent.into_iter().map(whole).collect())
}
