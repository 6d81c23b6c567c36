//! Applications whose reviews are kept from somebody of the staff who reviews too:
//! whoever still owes or may give a first score of their own judges without the
//! others'. The twin, for sets, of what [`MayCompare`](crate::policy::review::MayCompare)
//! says of one application.

use std::collections::BTreeSet;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::phase::{Others, Scope};
use crate::domain::{AccountId, ApplicationId, Moment, RoundId};
use crate::policy::Reach;
use crate::policy::review::UNDER_REVIEW;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::phase;
use crate::store::schema::{
    account_roles, applications, assignments, review_phases, reviews, rounds,
};

diesel::alias!(reviews as first_reviews: FirstReviews);

/// The ids, to stand in a query: of what this person is [to judge](to_judge), in a phase
/// that does not open others' reviews from the start.
#[diesel::dsl::auto_type]
pub(in crate::store) fn withheld(me: AccountId, now: Moment) -> _ {
    let always: Others = Others::Always;
    let in_force: phase::in_force_of = phase::in_force_of(now);
    let hides = in_force.filter(review_phases::others.ne(always));
    let all: to_judge = to_judge(me, now);
    all.filter(exists(hides))
}

/// The ids of applications under review that are
///
/// - assigned to this person, whose review is not sent; or
/// - open to every reviewer, not left by this one, whose review is not sent, while
///   reviews are still needed; or
/// - assigned to this person in a phase that never opens others' reviews, while
///   reviews are still needed.
#[diesel::dsl::auto_type]
pub(in crate::store) fn to_judge(me: AccountId, now: Moment) -> _ {
    let reviewer: Role = Role::Reviewer;
    let under_review: [Status; 2] = UNDER_REVIEW;
    let needing: Status = Status::InReview;
    let all: Scope = Scope::All;
    let never: Others = Others::Never;
    let reviews_too = account_roles::table
        .filter(account_roles::account_id.eq(me))
        .filter(account_roles::role.eq(reviewer));
    let assigned = assignments::table
        .filter(assignments::application_id.eq(applications::id))
        .filter(assignments::reviewer_id.eq(me))
        .filter(assignments::recused_at.is_null());
    let left = assignments::table
        .filter(assignments::application_id.eq(applications::id))
        .filter(assignments::reviewer_id.eq(me))
        .filter(assignments::recused_at.is_not_null());
    let sent = first_reviews
        .filter(
            first_reviews
                .field(reviews::application_id)
                .eq(applications::id),
        )
        .filter(first_reviews.field(reviews::reviewer_id).eq(me))
        .filter(first_reviews.field(reviews::submitted_at).is_not_null());
    let closing: phase::in_force_of = phase::in_force_of(now);
    let hides_for_ever = closing.filter(review_phases::others.eq(never));
    let open: phase::opens = phase::opens(now, all);
    let owed = exists(assigned).and(not(exists(sent)));
    // By round, as the index has them: there is none of their status alone.
    let every_round = rounds::table.select(rounds::id);
    let takeable = exists(open).and(not(exists(left))).and(not(exists(sent)));
    let closed = exists(assigned).and(exists(hides_for_ever));
    applications::table
        .filter(exists(reviews_too))
        .filter(applications::round_id.eq_any(every_round))
        .filter(applications::status.eq_any(under_review))
        .filter(owed.or(applications::status.eq(needing).and(takeable.or(closed))))
        .select(applications::id)
}

/// Those of a round, for a reach; none for people who don't review beside.
pub fn withheld_of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let Some((me, now)) = reach.judge() else {
        return Ok(BTreeSet::new());
    };
    let found: Vec<ApplicationId> = withheld(me, now)
        .filter(applications::round_id.eq(round))
        .load(reader.connection())?;
    Ok(found.into_iter().collect())
}

/// Whether the reviews of an application are kept from a reach.
pub fn is_withheld(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<bool, StoreError> {
    let Some((me, now)) = reach.judge() else {
        return Ok(false);
    };
    let found: Option<ApplicationId> = withheld(me, now)
        .filter(applications::id.eq(application))
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}
