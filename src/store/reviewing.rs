//! How far the reviewing of a round is, for staff: reviewer by reviewer and
//! application by application, counted without what is out of the reader's reach.

use std::collections::BTreeMap;

use diesel::dsl::{count, count_star, exists, max, not};
use diesel::prelude::*;

use super::application::{ApplicationRow, hidden, reachable};
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::schema::{
    accounts, applications, assignments, declarations, reminded_reviews, review_versions, reviews,
};
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, Moment, RoundId};
use crate::policy::review::UNDER_REVIEW;
use crate::policy::{Reach, Within};

/// Statuses of applications whose reviews are somebody's work in the round.
const REVIEWED: [Status; 3] = [Status::InReview, Status::Deliberation, Status::Decided];

/// Which lines are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    All,
    /// With a review that is still owed of an application sent before an instant.
    Late(Moment),
    /// With a review that is owed and whose application nobody opened.
    Unopened,
}

/// The reviewing of a round as one member of staff may see it.
pub struct Overview {
    reach: Reach,
    round: RoundId,
    /// Applications out of reach: few, as they are kept back for conflicts alone.
    hidden: Vec<ApplicationId>,
}

/// A reviewer with their work in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewerLine {
    pub id: AccountId,
    pub name: String,
    /// Wants no reminders.
    pub muted: bool,
    pub assigned: i64,
    /// Declared by themself, with which the content opens.
    pub opened: i64,
    pub begun: i64,
    pub sent: i64,
    /// Still to be sent.
    pub owed: i64,
    pub last_at: Option<Moment>,
    pub reminded_at: Option<Moment>,
}

/// A reviewer's work on one application.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Step {
    pub application: ApplicationId,
    pub name: String,
    /// When the application opened to them.
    pub opened_at: Option<Moment>,
    pub saved_at: Option<Moment>,
    pub sent_at: Option<Moment>,
    /// Who brought the review out of a file.
    pub imported_by: Option<AccountId>,
}

/// The assignments of a round that count, without those out of reach.
macro_rules! given {
    ($overview:expr, $statuses:expr) => {
        assignments::table
            .inner_join(applications::table)
            .left_join(
                declarations::table.on(declarations::application_id
                    .eq(assignments::application_id)
                    .and(declarations::account_id.eq(assignments::reviewer_id))
                    .and(declarations::imported_by.is_null())),
            )
            .left_join(
                reviews::table.on(reviews::application_id
                    .eq(assignments::application_id)
                    .and(reviews::reviewer_id.eq(assignments::reviewer_id))),
            )
            .filter(assignments::recused_at.is_null())
            .filter(applications::round_id.eq($overview.round))
            .filter(applications::status.eq_any($statuses))
            .filter(not(
                assignments::application_id.eq_any($overview.hidden.clone())
            ))
    };
}

/// Those of them that are still to be sent.
macro_rules! owed {
    ($overview:expr) => {
        given!($overview, UNDER_REVIEW).filter(reviews::submitted_at.is_null())
    };
}

impl Overview {
    /// The overview of a round within a reach of staff; nothing within any other.
    pub fn of(
        reader: &mut Reader,
        reach: Reach,
        round: RoundId,
    ) -> Result<Option<Self>, StoreError> {
        let hidden = match reach.within() {
            Within::Everything => Vec::new(),
            Within::NotInConflict(me) => hidden(reader, me, round)?,
            Within::AssignedTo(..)
            | Within::OrganisationsOf(_)
            | Within::FiledBy(_)
            | Within::OrganisationsAndFiledBy(_)
            | Within::Nothing => return Ok(None),
        };
        Ok(Some(Self {
            reach,
            round,
            hidden,
        }))
    }

    /// How many reviews each of these people owes of applications that were sent before
    /// an instant; who owes none is left out.
    pub fn late(
        &self,
        reader: &mut Reader,
        ids: &[AccountId],
        sent: Moment,
    ) -> Result<BTreeMap<AccountId, i64>, StoreError> {
        let rows: Vec<(AccountId, i64)> = owed!(self)
            .filter(applications::submitted_at.lt(sent))
            .filter(assignments::reviewer_id.eq_any(ids.to_vec()))
            .group_by(assignments::reviewer_id)
            .select((assignments::reviewer_id, count_star()))
            .load(reader.connection())?;
        Ok(rows.into_iter().collect())
    }

    /// A page of reviewers by name, after one of them.
    pub fn reviewers(
        &self,
        reader: &mut Reader,
        lines: Lines,
        after: Option<AccountId>,
        limit: i64,
    ) -> Result<Vec<ReviewerLine>, StoreError> {
        let mut query = accounts::table.into_boxed::<MultiBackend>();
        let (who, one) = (accounts::id, assignments::reviewer_id);
        query = match lines {
            Lines::All => query.filter(who.eq_any(given!(self, REVIEWED).select(one))),
            Lines::Late(sent) => {
                let late = owed!(self).filter(applications::submitted_at.lt(sent));
                query.filter(who.eq_any(late.select(one)))
            }
            Lines::Unopened => {
                let unopened = owed!(self).filter(declarations::declared_at.is_null());
                query.filter(who.eq_any(unopened.select(one)))
            }
        };
        if let Some(id) = after {
            let names = accounts::table.find(id).select(accounts::name);
            let name: Option<String> = names.first(reader.connection()).optional()?;
            let name = name.unwrap_or_default();
            let same_name = accounts::name.eq(name.clone()).and(accounts::id.gt(id));
            query = query.filter(accounts::name.gt(name).or(same_name));
        }
        let people: Vec<(AccountId, String, Option<Moment>)> = query
            .order((accounts::name, accounts::id))
            .limit(limit)
            .select((accounts::id, accounts::name, accounts::reminders_muted_at))
            .load(reader.connection())?;
        let ids: Vec<AccountId> = people.iter().map(|one| one.0).collect();
        let mut counts = self.counts(reader, &ids)?;
        let owed = self.owed(reader, &ids)?;
        let reminded = self.reminded(reader, &ids)?;
        let line = |(id, name, muted): (AccountId, String, Option<Moment>)| ReviewerLine {
            name,
            muted: muted.is_some(),
            owed: owed.get(&id).copied().unwrap_or(0),
            reminded_at: reminded.get(&id).copied(),
            ..counts.remove(&id).unwrap_or_else(|| ReviewerLine::of(id))
        };
        Ok(people.into_iter().map(line).collect())
    }

    fn counts(
        &self,
        reader: &mut Reader,
        ids: &[AccountId],
    ) -> Result<BTreeMap<AccountId, ReviewerLine>, StoreError> {
        type Latest = (Option<Moment>, Option<Moment>, Option<Moment>);
        let rows: Vec<(AccountId, i64, i64, i64, i64, Latest)> = given!(self, REVIEWED)
            .filter(assignments::reviewer_id.eq_any(ids.to_vec()))
            .group_by(assignments::reviewer_id)
            .select((
                assignments::reviewer_id,
                count_star(),
                count(declarations::declared_at.nullable()),
                count(reviews::saved_at.nullable()),
                count(reviews::submitted_at.nullable()),
                (
                    max(declarations::declared_at.nullable()),
                    max(reviews::saved_at.nullable()),
                    max(reviews::submitted_at.nullable()),
                ),
            ))
            .load(reader.connection())?;
        let line = |(id, assigned, opened, begun, sent, latest): (_, _, _, _, _, Latest)| {
            let line = ReviewerLine {
                assigned,
                opened,
                begun,
                sent,
                last_at: latest.0.max(latest.1).max(latest.2),
                ..ReviewerLine::of(id)
            };
            (id, line)
        };
        Ok(rows.into_iter().map(line).collect())
    }

    fn owed(
        &self,
        reader: &mut Reader,
        ids: &[AccountId],
    ) -> Result<BTreeMap<AccountId, i64>, StoreError> {
        let rows: Vec<(AccountId, i64)> = owed!(self)
            .filter(assignments::reviewer_id.eq_any(ids.to_vec()))
            .group_by(assignments::reviewer_id)
            .select((assignments::reviewer_id, count_star()))
            .load(reader.connection())?;
        Ok(rows.into_iter().collect())
    }

    /// When each was last reminded of something in sight.
    fn reminded(
        &self,
        reader: &mut Reader,
        ids: &[AccountId],
    ) -> Result<BTreeMap<AccountId, Moment>, StoreError> {
        let rows: Vec<(AccountId, Option<Moment>)> = reminded_reviews::table
            .inner_join(
                applications::table.on(applications::id.eq(reminded_reviews::application_id)),
            )
            .filter(applications::round_id.eq(self.round))
            .filter(not(
                reminded_reviews::application_id.eq_any(self.hidden.clone())
            ))
            .filter(reminded_reviews::account_id.eq_any(ids.to_vec()))
            .group_by(reminded_reviews::account_id)
            .select((reminded_reviews::account_id, max(reminded_reviews::sent_at)))
            .load(reader.connection())?;
        let rows = rows.into_iter();
        Ok(rows.filter_map(|(id, at)| Some((id, at?))).collect())
    }

    /// A page of applications, latest first: only one of them, or those before one.
    pub fn applications(
        &self,
        reader: &mut Reader,
        lines: Lines,
        (only, before): (Option<ApplicationId>, Option<ApplicationId>),
        limit: i64,
    ) -> Result<Vec<ApplicationRow>, StoreError> {
        let mut query = reachable(self.reach).filter(applications::round_id.eq(self.round));
        let sent = reviews::table
            .filter(reviews::application_id.eq(assignments::application_id))
            .filter(reviews::reviewer_id.eq(assignments::reviewer_id))
            .filter(reviews::submitted_at.is_not_null());
        let opened = declarations::table
            .filter(declarations::application_id.eq(assignments::application_id))
            .filter(declarations::account_id.eq(assignments::reviewer_id))
            .filter(declarations::imported_by.is_null());
        let own = assignments::table
            .filter(assignments::application_id.eq(applications::id))
            .filter(assignments::recused_at.is_null());
        query = match lines {
            Lines::All => query
                .filter(applications::status.eq_any(REVIEWED))
                .filter(exists(own)),
            Lines::Late(before) => query
                .filter(applications::status.eq_any(UNDER_REVIEW))
                .filter(applications::submitted_at.lt(before))
                .filter(exists(own.filter(not(exists(sent))))),
            Lines::Unopened => query
                .filter(applications::status.eq_any(UNDER_REVIEW))
                .filter(exists(
                    own.filter(not(exists(sent))).filter(not(exists(opened))),
                )),
        };
        if let Some(id) = only {
            query = query.filter(applications::id.eq(id));
        }
        if let Some(id) = before {
            query = query.filter(applications::id.lt(id));
        }
        Ok(query
            .order(applications::id.desc())
            .limit(limit)
            .select(ApplicationRow::as_select())
            .load(reader.connection())?)
    }

    /// The steps of everybody on these applications, by name.
    pub fn steps(
        &self,
        reader: &mut Reader,
        ids: &[ApplicationId],
    ) -> Result<Vec<Step>, StoreError> {
        let first = review_versions::review_id
            .eq(reviews::id)
            .and(review_versions::version.eq(1));
        Ok(given!(self, REVIEWED)
            .inner_join(accounts::table.on(accounts::id.eq(assignments::reviewer_id)))
            .left_join(review_versions::table.on(first))
            .filter(assignments::application_id.eq_any(ids.to_vec()))
            .order((assignments::application_id, accounts::name, accounts::id))
            .select((
                assignments::application_id,
                accounts::name,
                declarations::declared_at.nullable(),
                reviews::saved_at.nullable(),
                reviews::submitted_at.nullable(),
                review_versions::imported_by.nullable(),
            ))
            .load(reader.connection())?)
    }
}

impl ReviewerLine {
    fn of(id: AccountId) -> Self {
        Self {
            id,
            name: String::new(),
            muted: false,
            assigned: 0,
            opened: 0,
            begun: 0,
            sent: 0,
            owed: 0,
            last_at: None,
            reminded_at: None,
        }
    }
}
