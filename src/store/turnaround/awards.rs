//! The days on which awards were released, agreed to and paid.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::{CLOCK, ClockRow};
use crate::domain::award::AwardState;
use crate::domain::moment::Day;
use crate::domain::{ApplicationId, AwardId, DecisionId, Moment, RoundId};
use crate::policy::Reach;
use crate::store::application::reachable;
use crate::store::award::of_decision;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::{applications, awards, decisions, disbursements, organisations};

/// States in which an award waits for its agreement or for money.
const OPEN: [AwardState; 2] = [AwardState::Agreement, AwardState::Disbursements];

/// How far the award of an application has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awarded {
    pub state: AwardState,
    /// With the release of its decision.
    pub opened_at: Moment,
    pub agreed_at: Option<Moment>,
    /// When the first of its disbursements was executed.
    pub paid_on: Option<Day>,
}

/// The awards of a round within reach, each of the decision in force; cancelled ones
/// are left out.
pub fn awarded(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, Awarded>, StoreError> {
    let rows: Vec<(ApplicationId, AwardId, AwardState, Moment, Option<Moment>)> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(awards::table)
        .filter(awards::state.ne(AwardState::Cancelled))
        .select((
            applications::id,
            awards::id,
            awards::state,
            awards::opened_at,
            awards::agreed_at,
        ))
        .load(reader.connection())?;
    let paid = first_paid(reader, reach, round)?;
    let corrected = corrected(reader, reach, round)?;
    let in_force = rows.into_iter().filter(|row| !corrected.contains(&row.1));
    let keyed = in_force.map(|(application, award, state, opened_at, agreed_at)| {
        let awarded = Awarded {
            state,
            opened_at,
            agreed_at,
            paid_on: paid.get(&award).copied(),
        };
        (application, awarded)
    });
    Ok(keyed.collect())
}

/// The day on which awards of a round were first paid; one that is paid was not dropped.
fn first_paid(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeMap<AwardId, Day>, StoreError> {
    let rows: Vec<(AwardId, Option<Day>)> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(awards::table.inner_join(disbursements::table))
        .filter(disbursements::paid_on.is_not_null())
        .order(disbursements::paid_on.desc())
        .select((awards::id, disbursements::paid_on))
        .load(reader.connection())?;
    // The earliest comes last and stays.
    let on = rows.into_iter().filter_map(|(id, day)| Some((id, day?)));
    Ok(on.collect())
}

/// The awards, whether there were any, of decisions that a later one corrected.
fn corrected(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeSet<AwardId>, StoreError> {
    let rows: Vec<Option<DecisionId>> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(decisions::table)
        .filter(decisions::released_at.is_not_null())
        .filter(decisions::corrects.is_not_null())
        .select(decisions::corrects)
        .load(reader.connection())?;
    rows.into_iter().flatten().map(of_decision).collect()
}

/// An award that waits, with its application and when it was opened.
pub type WaitingAward = (ClockRow, AwardId, AwardState, Moment);

/// Awards within reach in any round that wait for their agreement or their first money,
/// the oldest first. Those of corrected decisions are never among them: a correction
/// cancels what waits for its agreement and is refused for what is agreed to.
pub fn waiting_awards(
    reader: &mut Reader,
    reach: Reach,
    limit: i64,
) -> Result<Vec<WaitingAward>, StoreError> {
    let paid = disbursements::table
        .filter(disbursements::award_id.eq(awards::id))
        .filter(disbursements::paid_on.is_not_null());
    Ok(reachable(reach)
        .inner_join(awards::table)
        .inner_join(organisations::table)
        .filter(awards::state.eq_any(OPEN))
        .filter(not(exists(paid)))
        .order((awards::opened_at, awards::id))
        .limit(limit)
        .select((CLOCK, awards::id, awards::state, awards::opened_at))
        .load(reader.connection())?)
}
