//! Assignments of applications to reviewers, and what is known about who may
//! not get which. Reads take ids of applications that were found within reach.

mod taking;

pub use taking::{in_review, take};

use std::collections::BTreeMap;

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{
    account_roles, accounts, applications, assignments, conflicts, memberships, reviews, rounds,
};
use super::sponsorship::sponsored_by;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, Language, Moment, RoundId};
use crate::policy::assignment::{MayAssign, MayUnassign};
use crate::policy::{Reach, Within};

/// An assignment with its reviewer and how far the review is.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct AssignmentRow {
    pub reviewer_id: AccountId,
    pub name: String,
    pub email: String,
    pub assigned_at: Moment,
    /// Left because of a conflict.
    pub recused_at: Option<Moment>,
    /// Last save of the review; `None` until the reviewer has begun.
    pub review_saved_at: Option<Moment>,
    pub review_submitted_at: Option<Moment>,
}

/// The assignments of an application, oldest first.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<AssignmentRow>, StoreError> {
    let review = reviews::application_id
        .eq(assignments::application_id)
        .and(reviews::reviewer_id.eq(assignments::reviewer_id));
    Ok(assignments::table
        .inner_join(accounts::table.on(accounts::id.eq(assignments::reviewer_id)))
        .left_join(reviews::table.on(review))
        .filter(assignments::application_id.eq(application))
        .order((assignments::assigned_at, accounts::name, accounts::id))
        .select((
            assignments::reviewer_id,
            accounts::name,
            accounts::email,
            assignments::assigned_at,
            assignments::recused_at,
            reviews::saved_at.nullable(),
            reviews::submitted_at.nullable(),
        ))
        .load(reader.connection())?)
}

/// Whether an application is assigned to a person who has not left it.
pub fn is_assigned(
    reader: &mut Reader,
    application: ApplicationId,
    reviewer: AccountId,
) -> Result<bool, StoreError> {
    let found: Option<AccountId> = assignments::table
        .find((application, reviewer))
        .filter(assignments::recused_at.is_null())
        .select(assignments::reviewer_id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// How many reviews are due and how many of them are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub assigned: i64,
    pub submitted: i64,
}

impl Progress {
    fn add(&mut self, submitted: bool) {
        self.assigned += 1;
        self.submitted += i64::from(submitted);
    }
}

/// The progress of each of these applications; recused reviewers don't count.
pub fn progress(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Progress>, StoreError> {
    let review = reviews::application_id
        .eq(assignments::application_id)
        .and(reviews::reviewer_id.eq(assignments::reviewer_id));
    let rows: Vec<(ApplicationId, Option<Moment>)> = assignments::table
        .left_join(reviews::table.on(review))
        .filter(assignments::application_id.eq_any(ids.to_vec()))
        .filter(assignments::recused_at.is_null())
        .select((
            assignments::application_id,
            reviews::submitted_at.nullable(),
        ))
        .load(reader.connection())?;
    let mut found: BTreeMap<ApplicationId, Progress> = BTreeMap::new();
    for (id, submitted) in rows {
        found.entry(id).or_default().add(submitted.is_some());
    }
    Ok(found)
}

type Query = assignments::BoxedQuery<'static, MultiBackend>;

/// Assignments that count, of applications within a reach of staff.
fn countable(reach: Reach) -> Query {
    let query = assignments::table
        .into_boxed::<MultiBackend>()
        .filter(assignments::recused_at.is_null());
    match reach.within() {
        Within::Everything => query,
        Within::NotInConflict(me) => out_of_conflict(query, me),
        Within::AssignedTo(me, _) => {
            out_of_conflict(query.filter(assignments::reviewer_id.eq(me)), me)
        }
        Within::OrganisationsOf(_)
        | Within::FiledBy(_)
        | Within::OrganisationsAndFiledBy(_)
        | Within::Nothing => query.filter(assignments::application_id.eq("")),
    }
}

/// The same bounds as of lists of applications.
fn out_of_conflict(query: Query, me: AccountId) -> Query {
    let conflicted = conflicts::table
        .filter(conflicts::account_id.eq(me))
        .select(conflicts::application_id);
    let own = applications::table
        .inner_join(
            memberships::table.on(memberships::organisation_id.eq(applications::organisation_id)),
        )
        .filter(memberships::account_id.eq(me))
        .select(applications::id);
    query
        .filter(not(assignments::application_id.eq_any(conflicted)))
        .filter(not(assignments::application_id.eq_any(own)))
        .filter(not(assignments::application_id.eq_any(sponsored_by(me))))
}

/// The progress of a whole round, as far as it is within reach.
pub fn of_round(reader: &mut Reader, reach: Reach, round: RoundId) -> Result<Progress, StoreError> {
    let due = || {
        let alive = applications::table
            .filter(applications::round_id.eq(round))
            .filter(applications::status.ne(Status::Withdrawn))
            .select(applications::id);
        countable(reach).filter(assignments::application_id.eq_any(alive))
    };
    let submitted = reviews::table
        .filter(reviews::application_id.eq(assignments::application_id))
        .filter(reviews::reviewer_id.eq(assignments::reviewer_id))
        .filter(reviews::submitted_at.is_not_null());
    let assigned = due().select(count_star()).first(reader.connection())?;
    let submitted = due().filter(exists(submitted)).select(count_star());
    Ok(Progress {
        assigned,
        submitted: submitted.first(reader.connection())?,
    })
}

/// Somebody who can review.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ReviewerRow {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// Most reviewers that are offered; an installation has dozens.
const REVIEWERS: i64 = 500;

/// Everybody with the role who may sign in, by name.
pub fn reviewers(reader: &mut Reader) -> Result<Vec<ReviewerRow>, StoreError> {
    Ok(accounts::table
        .inner_join(account_roles::table)
        .filter(account_roles::role.eq(Role::Reviewer))
        .filter(accounts::disabled_at.is_null())
        .order((accounts::name, accounts::id))
        .limit(REVIEWERS)
        .select((
            accounts::id,
            accounts::name,
            accounts::email,
            accounts::language,
        ))
        .load(reader.connection())?)
}

/// How many reviews each person still owes, as far as the applications are
/// within reach: a count must not tell what lists keep back.
pub fn loads(reader: &mut Reader, reach: Reach) -> Result<BTreeMap<AccountId, i64>, StoreError> {
    // By round, as the index has them: there is none of their status alone.
    let rounds = rounds::table.select(rounds::id);
    let reviewed = applications::table
        .filter(applications::round_id.eq_any(rounds))
        .filter(applications::status.eq(Status::InReview))
        .select(applications::id);
    let submitted = reviews::table
        .filter(reviews::application_id.eq(assignments::application_id))
        .filter(reviews::reviewer_id.eq(assignments::reviewer_id))
        .filter(reviews::submitted_at.is_not_null());
    let owing: Vec<AccountId> = countable(reach)
        .filter(assignments::application_id.eq_any(reviewed))
        .filter(not(exists(submitted)))
        .select(assignments::reviewer_id)
        .load(reader.connection())?;
    let mut loads = BTreeMap::new();
    for reviewer in owing {
        *loads.entry(reviewer).or_default() += 1;
    }
    Ok(loads)
}

/// Assigns as the capability says.
pub fn insert(tx: &mut Tx, may: &MayAssign) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(assignments::table)
        .values((
            assignments::application_id.eq(may.application()),
            assignments::reviewer_id.eq(may.reviewer()),
            assignments::assigned_by.eq(may.by()),
            assignments::assigned_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes an assignment away.
pub fn delete(tx: &mut Tx, may: &MayUnassign) -> Result<(), StoreError> {
    let row = assignments::table.find((may.application(), may.reviewer()));
    diesel::delete(row).execute(tx.connection())?;
    Ok(())
}
