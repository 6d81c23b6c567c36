//! What the decisions of a round take from its budget.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

use crate::domain::application::Status;
use crate::domain::decision::Outcome;
use crate::domain::{ApplicationId, RoundId};
use crate::policy::Reach;
use crate::store::application::reachable;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::dashboard::figures::{IN_FORCE, KEPT_BY_AWARDS, LATEST, given};
use crate::store::schema::{applications, decisions};

/// Which decisions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// The latest, proposed ones too.
    All,
    /// Those that applicants were told of and that no other money was named for.
    Released,
}

/// What the applications of a round take from its budget, but for one, in minor units of
/// the round's currency; as far as they are within reach.
pub fn taken_by_others(
    reader: &mut Reader,
    reach: Reach,
    (round, but): (RoundId, ApplicationId),
    counted: Counted,
) -> Result<i64, StoreError> {
    let query = reachable(reach)
        .filter(applications::round_id.eq(round))
        .filter(applications::id.ne(but))
        .filter(applications::status.ne(Status::Withdrawn))
        .inner_join(decisions::table)
        .filter(decisions::dropped_at.is_null());
    let query = match counted {
        Counted::All => query.filter(sql::<Bool>(LATEST)),
        Counted::Released => query
            .filter(decisions::released_at.is_not_null())
            .filter(decisions::outcome.ne(Outcome::ReferBack))
            .filter(decisions::over_budget.is_null())
            .filter(sql::<Bool>(IN_FORCE)),
    };
    let sum = query.select(sql::<BigInt>(&given()));
    Ok(sum.first(reader.connection())?)
}

/// What awards that an application had keep of the budget, in minor units of their
/// currency: those that were agreed to, or ended after that. The application is within
/// reach.
pub fn kept_by_awards(reader: &mut Reader, id: ApplicationId) -> Result<i64, StoreError> {
    Ok(applications::table
        .find(id)
        .select(sql::<BigInt>(KEPT_BY_AWARDS))
        .first(reader.connection())?)
}
