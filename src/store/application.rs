//! Applications: every read goes through a [`Reach`], every change of status
//! through a [`MayAdvance`].

mod copies;
mod hidden;
mod place;

pub use copies::{set_requested, set_stage, set_submitted, set_title};
pub(super) use hidden::hidden;
pub use hidden::is_kept_away;
pub use place::{holds_place, in_sight, is_all_in_reach, taken_up};

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::member::own_organisations;
use super::phase;
use super::schema::{applications, assignments, conflicts, filings};
use crate::domain::application::Status;
use crate::domain::form::Stage;
use crate::domain::moment::Day;
use crate::domain::phase::Scope;
use crate::domain::rate::{Conversion, Rate};
use crate::domain::{
    AccountId, ApplicationId, Currency, FormId, Moment, Money, OrganisationId, RoundId,
};
use crate::policy::application::MayAdvance;
use crate::policy::review::UNDER_REVIEW;
use crate::policy::{Reach, Within};

/// An application without its answers.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = applications, check_for_backend(MultiBackend))]
pub struct ApplicationRow {
    pub id: ApplicationId,
    /// What people quote; not guessable and no credential.
    pub reference: String,
    pub round_id: RoundId,
    pub organisation_id: OrganisationId,
    pub status: Status,
    /// Copy of the answer `title`, for lists.
    pub title: String,
    /// Copy of the answer `amount`, in minor units of the round's currency.
    pub requested_minor: Option<i64>,
    pub created_at: Moment,
    pub created_by: AccountId,
    pub submitted_at: Option<Moment>,
    /// Came within the grace period after the deadline.
    pub late: bool,
    /// The version that it is answered on, whatever its round pins by now.
    pub form_id: FormId,
    /// How much of the form it is asked.
    pub stage: Stage,
    /// How `requested_minor` was converted; a draft starts without.
    #[diesel(embed, skip_insertion)]
    pub converted: Converted,
}

/// What was asked for in another currency than the round's: all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Queryable, Selectable)]
#[diesel(table_name = applications, check_for_backend(MultiBackend))]
pub struct Converted {
    asked_minor: Option<i64>,
    asked_currency: Option<Currency>,
    rate: Option<Rate>,
    rate_day: Option<Day>,
    rate_source: Option<String>,
}

impl ApplicationRow {
    /// The conversion of what was asked for; nothing where the round's currency
    /// was.
    pub fn conversion(&self) -> Option<Conversion> {
        let kept = &self.converted;
        Some(Conversion {
            asked: Money::new(kept.asked_minor?, kept.asked_currency?),
            rate: kept.rate?,
            day: kept.rate_day?,
            source: kept.rate_source.clone()?,
        })
    }
}

/// Narrows a list; empty fields don't.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub round: Option<RoundId>,
    pub organisation: Option<OrganisationId>,
    pub statuses: Vec<Status>,
    pub stage: Option<Stage>,
}

type Query = applications::BoxedQuery<'static, MultiBackend>;

/// Nobody but its organisation reads what was never sent; it is only counted.
const UNSENT: [Status; 2] = [Status::Draft, Status::Discarded];

/// A query in which applications stand, without those that a person of the inside is
/// kept away from: in conflict, of an organisation of their own, or sponsored by one.
macro_rules! out_of_conflict {
    ($query:expr, $me:expr) => {{
        use $crate::store::{application, member, schema::applications, sponsorship};
        let me = $me;
        $query
            .filter(diesel::dsl::not(
                applications::id.eq_any(application::conflicted(me)),
            ))
            .filter(diesel::dsl::not(
                applications::organisation_id.eq_any(member::own_organisations(me)),
            ))
            .filter(diesel::dsl::not(
                applications::id.eq_any(sponsorship::sponsored_by(me)),
            ))
    }};
}
pub(super) use out_of_conflict;

/// The applications within a reach: the start of every read. Statuses are compared one by
/// one: a statement with a list of values is prepared anew each time.
pub(super) fn reachable(reach: Reach) -> Query {
    let query = countable(reach);
    match reach.within() {
        Within::NotInConflict(_) => {
            let sent = |status: Status| applications::status.ne(status);
            query.filter(sent(UNSENT[0])).filter(sent(UNSENT[1]))
        }
        _ => query,
    }
}

/// The same with drafts, for counts alone.
fn countable(reach: Reach) -> Query {
    let query = applications::table.into_boxed::<MultiBackend>();
    match reach.within() {
        Within::Everything => query,
        Within::NotInConflict(me) => out_of_conflict!(query, me),
        Within::AssignedTo(me, now) => {
            let mine = assigned(me).filter(assignments::recused_at.is_null());
            let left = assigned(me).filter(assignments::recused_at.is_not_null());
            let is = |status: Status| applications::status.eq(status);
            let open = is(UNDER_REVIEW[0])
                .or(is(UNDER_REVIEW[1]))
                .and(applications::round_id.eq_any(phase::rounds_open(now, Scope::All)))
                .and(not(exists(left)));
            out_of_conflict!(query.filter(exists(mine).or(open)), me)
        }
        Within::OrganisationsOf(me) => {
            query.filter(applications::organisation_id.eq_any(own_organisations(me)))
        }
        Within::FiledBy(me) => query
            .filter(applications::id.eq_any(filed_by(me)))
            .filter(not(applications::id.eq_any(conflicted(me)))),
        Within::OrganisationsAndFiledBy(me) => {
            let mine = own_organisations(me);
            // Filing is work of staff, and a conflict ends it; a member stays one.
            let filed = applications::id
                .eq_any(filed_by(me))
                .and(not(applications::id.eq_any(conflicted(me))));
            query.filter(applications::organisation_id.eq_any(mine).or(filed))
        }
        Within::Nothing => query.filter(applications::reference.eq("")),
    }
}

/// The assignment of an application to a reviewer; to stand in a query of applications.
/// Whoever reads as a reviewer names what they look for: a list of all that was ever
/// assigned to them would be made for each of those questions.
#[diesel::dsl::auto_type]
fn assigned(me: AccountId) -> _ {
    assignments::table
        .filter(assignments::application_id.eq(applications::id))
        .filter(assignments::reviewer_id.eq(me))
}

/// The applications that a person has a conflict with on record.
#[diesel::dsl::auto_type]
pub(super) fn conflicted(me: AccountId) -> _ {
    conflicts::table
        .filter(conflicts::account_id.eq(me))
        .select(conflicts::application_id)
}

/// The applications that a person filed for organisations.
#[diesel::dsl::auto_type]
fn filed_by(me: AccountId) -> _ {
    filings::table
        .filter(filings::filed_by.eq(me))
        .select(filings::application_id)
}

fn filtered(mut query: Query, filter: &Filter) -> Query {
    if let Some(round) = filter.round {
        query = query.filter(applications::round_id.eq(round));
    }
    if let Some(organisation) = filter.organisation {
        query = query.filter(applications::organisation_id.eq(organisation));
    }
    if let Some(stage) = filter.stage {
        query = query.filter(applications::stage.eq(stage));
    }
    if !filter.statuses.is_empty() {
        query = query.filter(applications::status.eq_any(filter.statuses.clone()));
    }
    query
}

/// One application, if it is within reach.
pub fn find(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
) -> Result<Option<ApplicationRow>, StoreError> {
    Ok(reachable(reach)
        .filter(applications::id.eq(id))
        .select(ApplicationRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Those of these applications that are within reach.
pub fn find_many(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<Vec<ApplicationRow>, StoreError> {
    Ok(reachable(reach)
        .filter(applications::id.eq_any(ids.to_vec()))
        .order(applications::id.desc())
        .select(ApplicationRow::as_select())
        .load(reader.connection())?)
}

/// A page of a list, latest first, after the application `before`.
pub fn list(
    reader: &mut Reader,
    reach: Reach,
    filter: &Filter,
    before: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<ApplicationRow>, StoreError> {
    let mut query = filtered(reachable(reach), filter);
    if let Some(id) = before {
        query = query.filter(applications::id.lt(id));
    }
    Ok(query
        .order(applications::id.desc())
        .limit(limit)
        .select(ApplicationRow::as_select())
        .load(reader.connection())?)
}

/// Ids and statuses alone, in the same order: for lists that are held whole.
pub fn standing(
    reader: &mut Reader,
    reach: Reach,
    filter: &Filter,
    before: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<(ApplicationId, Status)>, StoreError> {
    let mut query = filtered(reachable(reach), filter);
    if let Some(id) = before {
        query = query.filter(applications::id.lt(id));
    }
    Ok(query
        .order(applications::id.desc())
        .limit(limit)
        .select((applications::id, applications::status))
        .load(reader.connection())?)
}

/// How many applications stand where, within reach.
pub fn count_by_status(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<Vec<(Status, i64)>, StoreError> {
    let mut counts = Vec::new();
    for status in Status::ALL {
        let filter = Filter {
            round: Some(round),
            statuses: vec![status],
            ..Filter::default()
        };
        let count: i64 = filtered(countable(reach), &filter)
            .select(count_star())
            .first(reader.connection())?;
        if count > 0 {
            counts.push((status, count));
        }
    }
    Ok(counts)
}

/// How many applications of each of these rounds stand where, within reach of
/// staff.
pub fn counts_of_rounds(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
) -> Result<Vec<(RoundId, Status, i64)>, StoreError> {
    let query = applications::table
        .group_by((applications::round_id, applications::status))
        .select((applications::round_id, applications::status, count_star()))
        .into_boxed::<MultiBackend>()
        .filter(applications::round_id.eq_any(rounds.to_vec()));
    let within = match reach.within() {
        Within::Everything => query,
        Within::NotInConflict(me) => out_of_conflict!(query, me),
        // These counts are for staff.
        Within::AssignedTo(..)
        | Within::OrganisationsOf(_)
        | Within::FiledBy(_)
        | Within::OrganisationsAndFiledBy(_)
        | Within::Nothing => query.filter(applications::reference.eq("")),
    };
    Ok(within.load(reader.connection())?)
}

/// Adds a draft.
pub fn insert(tx: &mut Tx, row: &ApplicationRow) -> Result<(), StoreError> {
    diesel::insert_into(applications::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// Moves an application to where the capability says; nothing happens when it
/// has moved meanwhile, which [`StoreError::LostRace`] tells.
pub fn advance(tx: &mut Tx, may: &MayAdvance) -> Result<(), StoreError> {
    let row = applications::table.find(may.application());
    let moved = diesel::update(row.filter(applications::status.eq(may.from())))
        .set(applications::status.eq(may.to()))
        .execute(tx.connection())?;
    if moved == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}
