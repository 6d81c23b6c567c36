//! Submitted reviews, as staff and other reviewers read them. Knows no drafts;
//! see [`own_review`](super::own_review).

mod gathered;
mod judging;
mod overtaken;

pub(in crate::store) use gathered::{Gathered, Scored};
pub use judging::{is_withheld, withheld_of_round};
pub(in crate::store) use judging::{to_judge, withheld};
pub use overtaken::overtaken;

use std::collections::{BTreeMap, BTreeSet};

use diesel::connection::DefaultLoadingMode;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::abstention;
use super::application::{find, reachable};
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::review_words::{marks_of, open_comments};
use super::schema::{
    accounts, applications, assignments, conflicts, memberships, reviews, scores, sponsorships,
};
use crate::domain::review::{Confidence, Mark, Recommendation, ReviewDraft};
use crate::domain::score::Judgements;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{AccountId, ApplicationId, CriterionId, Moment, ReviewId, RoundId};
use crate::policy::review::MayCompare;
use crate::policy::{Reach, Within};

/// A submitted review, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmittedReview {
    pub application: ApplicationId,
    pub review: ReviewId,
    pub reviewer: AccountId,
    /// When it was last submitted.
    pub submitted_at: Moment,
    /// One for each criterion of the rubric.
    pub judgements: Judgements,
    /// Absent from reviews that were sent before there were such.
    pub confidence: Option<Confidence>,
    pub recommendation: Option<Recommendation>,
}

/// A submitted review with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenReview {
    pub submitted: SubmittedReview,
    pub reviewer_name: String,
    /// Why each judgement was given; empty texts are left out.
    pub justifications: BTreeMap<CriterionId, String>,
    /// To the panel, about the whole application; may be empty.
    pub comment: String,
}

impl WrittenReview {
    /// The review as its writer sent it.
    pub fn draft(&self) -> ReviewDraft {
        ReviewDraft {
            marks: self.marks(),
            comment: self.comment.clone(),
            confidence: self.submitted.confidence,
            recommendation: self.submitted.recommendation,
        }
    }

    /// Judgements with their justifications.
    fn marks(&self) -> Vec<Mark> {
        let judged = self.submitted.judgements.iter();
        judged
            .map(|(criterion, judgement)| Mark {
                criterion,
                judgement,
                justification: self
                    .justifications
                    .get(&criterion)
                    .cloned()
                    .unwrap_or_default(),
            })
            .collect()
    }
}

type Verdict = (Option<Confidence>, Option<Recommendation>);
type Heading = (ReviewId, ApplicationId, AccountId, Option<Moment>, Verdict);
/// The columns of a [`Heading`].
macro_rules! heading {
    () => {
        (
            reviews::id,
            reviews::application_id,
            reviews::reviewer_id,
            reviews::submitted_at,
            (reviews::confidence, reviews::recommendation),
        )
    };
}
type Query = reviews::BoxedQuery<'static, MultiBackend>;

/// The submitted reviews of a round that count, oldest application first, then
/// in order of their making. Three queries, however many there are; judgements, of which
/// there are most, are read as they come.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<Vec<SubmittedReview>, StoreError> {
    let within: BTreeSet<ApplicationId> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .select(applications::id)
        .load(reader.connection())?
        .into_iter()
        .collect();
    // The reach is asked apart: a boxed query can't stand inside another here.
    let in_round = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let found: Vec<Heading> = submitted(reach)
        .filter(reviews::application_id.eq_any(in_round))
        .order((reviews::application_id, reviews::id))
        .select(heading!())
        .load(reader.connection())?;
    let of_round = reviews::table
        .filter(reviews::application_id.eq_any(in_round))
        .filter(reviews::submitted_at.is_not_null())
        .select(reviews::id);
    let scored = scores::table
        .filter(scores::review_id.eq_any(of_round))
        .select((scores::review_id, scores::criterion_id, scores::judgement));
    let judged = scored
        .load_iter::<Scored, DefaultLoadingMode>(reader.connection())?
        .collect::<QueryResult<Gathered>>()?;
    let reachable = found.into_iter().filter(|one| within.contains(&one.1));
    Ok(assembled(reachable, judged))
}

fn assembled(found: impl Iterator<Item = Heading>, mut judged: Gathered) -> Vec<SubmittedReview> {
    let reviews = found.filter_map(|heading| {
        let own = judged.take(heading.0);
        assemble(heading, own)
    });
    reviews.collect()
}

/// The submitted reviews of these applications that count, in the same order. The
/// applications are within reach. Two queries, however many there are.
pub fn of_applications(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<Vec<SubmittedReview>, StoreError> {
    let found: Vec<Heading> = submitted(reach)
        .filter(reviews::application_id.eq_any(ids.to_vec()))
        .order((reviews::application_id, reviews::id))
        .select(heading!())
        .load(reader.connection())?;
    let sent: Vec<ReviewId> = found.iter().map(|heading| heading.0).collect();
    let scored: Vec<Scored> = scores::table
        .filter(scores::review_id.eq_any(sent))
        .select((scores::review_id, scores::criterion_id, scores::judgement))
        .load(reader.connection())?;
    let judged = scored.into_iter().collect();
    Ok(assembled(found.into_iter(), judged))
}

/// The submitted reviews of an application with their words, in order of their
/// making. A reviewer's reach holds only their own; [`others`] gives the rest.
pub fn of_application(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Vec<WrittenReview>, StoreError> {
    if find(reader, reach, application)?.is_none() {
        return Ok(Vec::new());
    }
    let query = submitted(reach).filter(reviews::application_id.eq(application));
    written(reader, query)
}

/// The reviewers of an application, all who were ever assigned, in the order that
/// gives them their letters: the same for everybody who reads, whoever submits
/// first, is recused or abstains. The id is of an application within reach.
pub fn places(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<AccountId>, StoreError> {
    let assigned: Vec<(AccountId, Moment)> = assignments::table
        .filter(assignments::application_id.eq(application))
        .select((assignments::reviewer_id, assignments::assigned_at))
        .load(reader.connection())?;
    let mut since = abstention::places(reader, application)?;
    for (who, at) in assigned {
        since.entry(who).or_insert(at);
    }
    let mut places: Vec<_> = since.into_iter().map(|(who, at)| (at, who)).collect();
    places.sort_unstable();
    Ok(places.into_iter().map(|(_, who)| who).collect())
}

/// What the other reviewers of an application submitted, each with the reviewer's
/// place.
pub fn others(
    reader: &mut Reader,
    may: &MayCompare,
) -> Result<Vec<(usize, WrittenReview)>, StoreError> {
    let places = places(reader, may.application())?;
    let query = counted()
        .filter(reviews::application_id.eq(may.application()))
        .filter(reviews::reviewer_id.ne(may.reviewer()));
    let found = written(reader, query)?.into_iter().filter_map(|review| {
        let same = |one: &AccountId| *one == review.submitted.reviewer;
        Some((places.iter().position(same)?, review))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(place, _)| *place);
    Ok(found)
}

fn written(reader: &mut Reader, query: Query) -> Result<Vec<WrittenReview>, StoreError> {
    let mut found: Vec<(Heading, String)> = query
        .order(reviews::id)
        .select((heading!(), reviews::comment))
        .load(reader.connection())?;
    let words = found
        .iter_mut()
        .map(|(heading, comment)| (heading.0, comment));
    open_comments(reader, words)?;
    let ids: Vec<ReviewId> = found.iter().map(|(heading, _)| heading.0).collect();
    let people: Vec<AccountId> = found.iter().map(|(heading, _)| heading.2).collect();
    let names: Vec<(AccountId, String)> = accounts::table
        .filter(accounts::id.eq_any(people))
        .select((accounts::id, accounts::name))
        .load(reader.connection())?;
    let names: BTreeMap<AccountId, String> = names.into_iter().collect();
    let mut marks = marks_of(reader, &ids)?;
    let with_words = found.into_iter().filter_map(|(heading, comment)| {
        let marks = marks.remove(&heading.0).unwrap_or_default();
        let judged = marks.iter().map(|mark| (mark.criterion, mark.judgement));
        Some(WrittenReview {
            reviewer_name: names.get(&heading.2).cloned().unwrap_or_default(),
            submitted: assemble(heading, judged.collect())?,
            justifications: marks
                .into_iter()
                .filter(|mark| !mark.justification.is_empty())
                .map(|mark| (mark.criterion, mark.justification))
                .collect(),
            comment,
        })
    });
    Ok(with_words.collect())
}

/// The submitted reviews that count and that a reach may read: of active
/// assignments, by people without a conflict. Applicants read none, reviewers
/// their own.
fn submitted(reach: Reach) -> Query {
    let query = match reach.judge() {
        None => counted(),
        Some((me, now)) => counted().filter(not(reviews::application_id.eq_any(withheld(me, now)))),
    };
    match reach.within() {
        Within::Everything | Within::NotInConflict(_) => query,
        Within::AssignedTo(me, _) => query.filter(reviews::reviewer_id.eq(me)),
        Within::OrganisationsOf(_)
        | Within::FiledBy(_)
        | Within::OrganisationsAndFiledBy(_)
        | Within::Nothing => query.filter(reviews::version.lt(0)),
    }
}

/// Submitted reviews by people who are still assigned, not recused and not in
/// conflict with the application.
fn counted() -> Query {
    reviews::table.into_boxed::<MultiBackend>().filter(counts())
}

/// That a review counts; to stand in a query of reviews.
#[diesel::dsl::auto_type]
pub(super) fn counts() -> _ {
    let consented: SponsorState = SponsorState::Consented;
    let active = assignments::table.filter(
        assignments::application_id
            .eq(reviews::application_id)
            .and(assignments::reviewer_id.eq(reviews::reviewer_id))
            .and(assignments::recused_at.is_null()),
    );
    let conflicted = conflicts::table.filter(
        conflicts::application_id
            .eq(reviews::application_id)
            .and(conflicts::account_id.eq(reviews::reviewer_id)),
    );
    let belongs = memberships::table
        .inner_join(
            applications::table.on(applications::organisation_id.eq(memberships::organisation_id)),
        )
        .filter(memberships::account_id.eq(reviews::reviewer_id))
        .filter(applications::id.eq(reviews::application_id));
    let sponsors = memberships::table
        .inner_join(
            sponsorships::table
                .on(sponsorships::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .filter(memberships::account_id.eq(reviews::reviewer_id))
        .filter(sponsorships::state.eq(consented))
        .filter(sponsorships::application_id.eq(reviews::application_id));
    reviews::submitted_at
        .is_not_null()
        .and(exists(active))
        .and(not(exists(conflicted)))
        .and(not(exists(belongs)))
        .and(not(exists(sponsors)))
}

fn assemble(
    (review, application, reviewer, submitted_at, verdict): Heading,
    judgements: Judgements,
) -> Option<SubmittedReview> {
    Some(SubmittedReview {
        application,
        review,
        reviewer,
        submitted_at: submitted_at?,
        judgements,
        confidence: verdict.0,
        recommendation: verdict.1,
    })
}
