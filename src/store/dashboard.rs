//! What the dashboard counts over applications within reach: each question is one
//! statement that groups in the database, but for reviews, which are read once and
//! answer several. Sent ones only, but for those withdrawn where it says so.

pub(super) mod figures;

use std::collections::BTreeMap;

use diesel::connection::DefaultLoadingMode;
use diesel::dsl::{count_star, not, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Text};
use figures::{ASKED, COMMITTED, FIRST_TOLD, LATEST, awards, given};

use super::application::out_of_conflict;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::review::{counts, withheld};
use super::schema::{applications, assignments, decisions, organisations, reviews};
use crate::domain::application::Status;
use crate::domain::dashboard::Totals;
use crate::domain::decision::Outcome;
use crate::domain::{AccountId, ApplicationId, RoundId};
use crate::policy::{Reach, Within};

/// Nobody but its organisation reads what was never sent.
const UNSENT: [Status; 2] = [Status::Draft, Status::Discarded];

/// Microseconds of a day, as moments are kept.
const DAY: i64 = 86_400_000_000;

/// A query in which applications stand, without those out of reach and those of other
/// rounds.
macro_rules! within {
    ($query:expr, $reach:expr, $rounds:expr) => {{
        let query = $query
            .into_boxed::<MultiBackend>()
            .filter(applications::round_id.eq_any($rounds.to_vec()));
        match $reach.within() {
            Within::Everything => query,
            Within::NotInConflict(me) => out_of_conflict!(query, me),
            // These counts are for staff.
            Within::AssignedTo(..)
            | Within::OrganisationsOf(_)
            | Within::FiledBy(_)
            | Within::OrganisationsAndFiledBy(_)
            | Within::Nothing => query.filter(applications::reference.eq("")),
        }
    }};
}

/// A query of reviews with those alone that count, of applications of a round within
/// reach that were not withdrawn.
macro_rules! reviewed {
    ($query:expr, $reach:expr, $round:expr) => {{
        let query = $query.into_boxed::<MultiBackend>().filter(counts());
        let query = match $reach.judge() {
            None => query,
            Some((me, now)) => query.filter(not(reviews::application_id.eq_any(withheld(me, now)))),
        };
        let standing = applications::table
            .filter(applications::round_id.eq($round))
            .filter(applications::status.ne(Status::Withdrawn));
        match $reach.within() {
            Within::Everything => {
                let ids = standing.select(applications::id);
                query.filter(reviews::application_id.eq_any(ids))
            }
            Within::NotInConflict(me) => {
                let ids = out_of_conflict!(standing, me).select(applications::id);
                query.filter(reviews::application_id.eq_any(ids))
            }
            // These counts are for staff.
            Within::AssignedTo(..)
            | Within::OrganisationsOf(_)
            | Within::FiledBy(_)
            | Within::OrganisationsAndFiledBy(_)
            | Within::Nothing => query.filter(reviews::application_id.eq("")),
        }
    }};
}

/// Applications of a round that stand at a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Standing {
    pub round: RoundId,
    pub status: Status,
    pub count: i64,
    /// Minor units of the round's currency.
    pub asked: i64,
}

/// How many sent applications of these rounds stand where, withdrawn ones too.
pub fn standings(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
) -> Result<Vec<Standing>, StoreError> {
    let query = applications::table
        .group_by(sql::<Integer>("1, 2"))
        .select((
            sql::<Text>("applications.round_id"),
            sql::<Text>("applications.status"),
            count_star(),
            sql::<BigInt>(ASKED),
        ));
    let query = within!(query, reach, rounds).filter(applications::status.ne_all(UNSENT));
    Ok(query.load(reader.connection())?)
}

/// Decisions of a round that say the same and have come as far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Decided {
    pub round: RoundId,
    pub outcome: Outcome,
    /// 0 proposed, 1 signed off, 2 released.
    pub stage: i32,
    pub count: i64,
    /// How many of them give something by now: an award may have been given back, and what
    /// was paid stays paid when another decision follows.
    pub awards: i64,
    /// Minor units of the round's currency.
    pub given: i64,
}

/// How many decisions of these rounds say what, the latest of each application.
pub fn decided(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
) -> Result<Vec<Decided>, StoreError> {
    let stage = "CASE WHEN decisions.released_at IS NOT NULL THEN 2 \
        WHEN decisions.signed_at IS NOT NULL THEN 1 ELSE 0 END";
    let query = decisions::table
        .inner_join(applications::table)
        .group_by(sql::<Integer>("1, 2, 3"))
        .select((
            sql::<Text>("applications.round_id"),
            sql::<Text>("decisions.outcome"),
            sql::<Integer>(stage),
            count_star(),
            sql::<BigInt>(&awards()),
            sql::<BigInt>(&given()),
        ));
    let query = within!(query, reach, rounds)
        .filter(applications::status.ne(Status::Withdrawn))
        .filter(decisions::dropped_at.is_null())
        .filter(sql::<Bool>(LATEST));
    Ok(query.load(reader.connection())?)
}

/// In how many whole days after they were sent applications of these rounds were first
/// told a decision, with how many of each round took as long. A correction takes none of
/// that back.
pub fn taken(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
) -> Result<Vec<(RoundId, i64, i64)>, StoreError> {
    let days = format!("(decisions.released_at - applications.submitted_at) / {DAY}");
    let query = decisions::table
        .inner_join(applications::table)
        .group_by(sql::<Integer>("1, 2"))
        .select((
            sql::<Text>("applications.round_id"),
            sql::<BigInt>(&days),
            count_star(),
        ));
    let query = within!(query, reach, rounds)
        .filter(decisions::released_at.is_not_null())
        .filter(decisions::outcome.ne(Outcome::ReferBack))
        .filter(applications::submitted_at.is_not_null())
        .filter(sql::<Bool>(FIRST_TOLD));
    Ok(query.load(reader.connection())?)
}

/// A part of a round that is kept in balance: base and community of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Part {
    pub base: String,
    pub community: String,
    pub count: i64,
    /// Minor units of the round's currency.
    pub money: i64,
}

/// What was sent in a round and not withdrawn, and what it asks for, part by part.
pub fn sent_by_part(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<Vec<Part>, StoreError> {
    let query = applications::table
        .inner_join(organisations::table)
        .group_by(sql::<Integer>("1, 2"))
        .select((
            sql::<Text>("organisations.base"),
            sql::<Text>("organisations.community"),
            count_star(),
            sql::<BigInt>(ASKED),
        ));
    let gone = [Status::Draft, Status::Discarded, Status::Withdrawn];
    let query = within!(query, reach, [round]).filter(applications::status.ne_all(gone));
    Ok(query.load(reader.connection())?)
}

/// Awards of a round, proposed ones too, and what they give by now, part by part.
pub fn awarded_by_part(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<Vec<Part>, StoreError> {
    let query = decisions::table
        .inner_join(applications::table.inner_join(organisations::table))
        .group_by(sql::<Integer>("1, 2"))
        .select((
            sql::<Text>("organisations.base"),
            sql::<Text>("organisations.community"),
            count_star(),
            sql::<BigInt>(&given()),
        ));
    let query = within!(query, reach, [round])
        .filter(applications::status.ne(Status::Withdrawn))
        .filter(sql::<Bool>(&format!("{COMMITTED} > 0")))
        .filter(decisions::dropped_at.is_null())
        .filter(sql::<Bool>(LATEST));
    Ok(query.load(reader.connection())?)
}

/// How many applications of a round each reviewer is to review, those done included,
/// most first.
pub fn assigned(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    limit: i64,
) -> Result<Vec<(AccountId, i64)>, StoreError> {
    let query = assignments::table
        .inner_join(applications::table)
        .group_by(assignments::reviewer_id)
        .select((assignments::reviewer_id, count_star()));
    let query = within!(query, reach, [round])
        .filter(applications::status.ne(Status::Withdrawn))
        .filter(assignments::recused_at.is_null());
    let order = (count_star().desc(), assignments::reviewer_id);
    Ok(query.order(order).limit(limit).load(reader.connection())?)
}

/// What a reviewer has sent in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sent {
    pub count: i64,
    /// How many have a total.
    pub complete: i64,
    /// Sum of their totals in hundredths of a point.
    pub sum: i64,
}

/// The reviews of a round that count, summed up in each way that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviewed {
    pub sent: BTreeMap<AccountId, Sent>,
    /// How many complete reviews have a total in which step of ten points: the step's
    /// number, 0 for totals below ten.
    pub steps: BTreeMap<i64, i64>,
    /// The totals of each application's complete reviews.
    pub totals: BTreeMap<ApplicationId, Totals>,
}

impl Reviewed {
    fn add(&mut self, application: ApplicationId, reviewer: AccountId, total: Option<i64>) {
        let sent = self.sent.entry(reviewer).or_default();
        sent.count += 1;
        let Some(total) = total else {
            return;
        };
        sent.complete += 1;
        sent.sum += total;
        *self.steps.entry(total / 1000).or_default() += 1;
        let (number, sum, squares) = self.totals.entry(application).or_default();
        *number += 1;
        *sum += total;
        *squares += total * total;
    }
}

/// The reviews of a round, withdrawn applications aside. Which reviews count is dear to
/// ask and no grouping serves all three sums: it is asked once, and the rows are added
/// up as they come.
pub fn reviewed(reader: &mut Reader, reach: Reach, round: RoundId) -> Result<Reviewed, StoreError> {
    let query = reviews::table.select((
        reviews::application_id,
        reviews::reviewer_id,
        reviews::total,
    ));
    let query = reviewed!(query, reach, round);
    let rows = query.load_iter::<(ApplicationId, AccountId, Option<i32>), DefaultLoadingMode>(
        reader.connection(),
    )?;
    let mut all = Reviewed::default();
    for row in rows {
        let (application, reviewer, total) = row?;
        all.add(application, reviewer, total.map(i64::from));
    }
    Ok(all)
}
