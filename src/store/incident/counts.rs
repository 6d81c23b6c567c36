//! Incidents counted in the database, never row by row: distinct happenings, and the
//! distinct organisations that they happened to.

use diesel::dsl::count;
use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::{MultiBackend, Reader};
use super::super::schema::{
    account_roles, accounts, applications, conflicts, incidents, memberships, rounds, sponsorships,
};
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::moment::Day;
use crate::domain::pressure::State;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{AccountId, OrganisationId, ProgrammeId, RoundId};
use crate::policy::pressure::MayBrief;
use crate::policy::{Reach, Within};

/// Which incidents are counted; empty fields don't narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Of organisations that sent an application in this programme.
    pub programme: Option<ProgrammeId>,
    /// Of organisations that sent an application in this round.
    pub round: Option<RoundId>,
    pub since: Option<Day>,
}

/// By what they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    Total,
    Kind,
    Place,
    Month,
    KindAndPlace,
    KindAndMonth,
}

/// How many there are; what they are not counted by is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    pub kind: String,
    /// Code of a country; empty where it isn't told.
    pub place: String,
    /// `2026-03`; empty where it isn't told.
    pub month: String,
    pub incidents: i64,
    pub organisations: i64,
}

/// Nobody but its organisation reads what was never sent.
const UNSENT: [Status; 2] = [Status::Draft, Status::Discarded];

/// The counts of what is within the reach of staff; nothing within any other's.
pub fn counts(
    reader: &mut Reader,
    reach: Reach,
    scope: &Scope,
    axes: &[Axis],
) -> Result<Vec<Vec<Count>>, StoreError> {
    let hidden = match reach.within() {
        Within::Everything => Vec::new(),
        Within::NotInConflict(me) => hidden_from(reader, vec![me])?,
        Within::AssignedTo(..)
        | Within::OrganisationsOf(_)
        | Within::FiledBy(_)
        | Within::OrganisationsAndFiledBy(_)
        | Within::Nothing => return Ok(vec![Vec::new(); axes.len()]),
    };
    let each = axes.iter();
    each.map(|axis| counted(reader, &hidden, scope, *axis))
        .collect()
}

/// The counts of what every admin and auditor may read: whoever makes a briefing, it
/// says the same, so that no two of them can be subtracted to find what somebody is
/// kept away from.
pub fn briefed(
    reader: &mut Reader,
    _: &MayBrief,
    scope: &Scope,
    axes: &[Axis],
) -> Result<Vec<Vec<Count>>, StoreError> {
    let hidden = hidden_from_staff(reader)?;
    let each = axes.iter();
    each.map(|axis| counted(reader, &hidden, scope, *axis))
        .collect()
}

/// What is counted, of a query that begins at all incidents.
macro_rules! narrowed {
    ($query:expr, $of:expr) => {{
        let (hidden, scope): (&[OrganisationId], &Scope) = $of;
        let mut query = $query
            .filter(incidents::latest.eq(true))
            .filter(incidents::state.eq(State::Standing))
            .filter(incidents::organisation_id.ne_all(hidden.to_vec()));
        if let Some(since) = scope.since {
            query = query.filter(incidents::day.ge(since.iso()));
        }
        if let Some(round) = scope.round {
            let applied = applications::table
                .filter(applications::round_id.eq(round))
                .filter(applications::status.ne_all(UNSENT))
                .select(applications::organisation_id);
            query = query.filter(incidents::organisation_id.eq_any(applied));
        }
        if let Some(programme) = scope.programme {
            let applied = applications::table
                .inner_join(rounds::table)
                .filter(rounds::programme_id.eq(programme))
                .filter(applications::status.ne_all(UNSENT))
                .select(applications::organisation_id);
            query = query.filter(incidents::organisation_id.eq_any(applied));
        }
        query
    }};
}

/// One statement that counts by these columns.
macro_rules! grouped {
    ($reader:expr, $of:expr, ($($column:ident),+)) => {{
        let query = incidents::table
            .group_by(($(incidents::$column,)+))
            .select((
                ($(incidents::$column,)+),
                count(incidents::sameness).aggregate_distinct(),
                count(incidents::organisation_id).aggregate_distinct(),
            ))
            .into_boxed::<MultiBackend>();
        narrowed!(query, $of).load($reader.connection())?
    }};
}

type One = ((String,), i64, i64);
type Two = ((String, String), i64, i64);

fn by_one(rows: Vec<One>, read: fn(String) -> Count) -> Vec<Count> {
    let count = |((code,), incidents, organisations): One| Count {
        incidents,
        organisations,
        ..read(code)
    };
    rows.into_iter().map(count).collect()
}

fn by_two(rows: Vec<Two>, read: fn(String, String) -> Count) -> Vec<Count> {
    let count = |((kind, other), incidents, organisations): Two| Count {
        incidents,
        organisations,
        ..read(kind, other)
    };
    rows.into_iter().map(count).collect()
}

fn counted(
    reader: &mut Reader,
    hidden: &[OrganisationId],
    scope: &Scope,
    axis: Axis,
) -> Result<Vec<Count>, StoreError> {
    let of = (hidden, scope);
    Ok(match axis {
        Axis::Total => {
            let query = incidents::table
                .select((
                    count(incidents::sameness).aggregate_distinct(),
                    count(incidents::organisation_id).aggregate_distinct(),
                ))
                .into_boxed::<MultiBackend>();
            let (incidents, organisations) = narrowed!(query, of).first(reader.connection())?;
            vec![Count {
                incidents,
                organisations,
                ..Count::default()
            }]
        }
        Axis::Kind => by_one(grouped!(reader, of, (kind)), |kind| Count {
            kind,
            ..Count::default()
        }),
        Axis::Place => by_one(grouped!(reader, of, (country)), |place| Count {
            place,
            ..Count::default()
        }),
        Axis::Month => by_one(grouped!(reader, of, (month)), |month| Count {
            month,
            ..Count::default()
        }),
        Axis::KindAndPlace => by_two(grouped!(reader, of, (kind, country)), |kind, place| Count {
            kind,
            place,
            ..Count::default()
        }),
        Axis::KindAndMonth => by_two(grouped!(reader, of, (kind, month)), |kind, month| Count {
            kind,
            month,
            ..Count::default()
        }),
    })
}

/// The organisations that any admin or auditor is kept away from.
pub(in crate::store) fn hidden_from_staff(
    reader: &mut Reader,
) -> Result<Vec<OrganisationId>, StoreError> {
    let staff: Vec<AccountId> = account_roles::table
        .inner_join(accounts::table)
        .filter(account_roles::role.eq_any([Role::Admin, Role::Auditor]))
        .filter(accounts::disabled_at.is_null())
        .select(accounts::id)
        .distinct()
        .load(reader.connection())?;
    hidden_from(reader, staff)
}

/// The organisations that somebody among these people is kept away from, as
/// `organisation::find` goes by: by a conflict on record, by belonging to them or to
/// their sponsor. Few.
fn hidden_from(
    reader: &mut Reader,
    people: Vec<AccountId>,
) -> Result<Vec<OrganisationId>, StoreError> {
    let mut hidden: Vec<OrganisationId> = conflicts::table
        .inner_join(applications::table)
        .filter(conflicts::account_id.eq_any(people.clone()))
        .select(applications::organisation_id)
        .load(reader.connection())?;
    let own: Vec<OrganisationId> = memberships::table
        .filter(memberships::account_id.eq_any(people))
        .select(memberships::organisation_id)
        .load(reader.connection())?;
    let sponsored: Vec<OrganisationId> = sponsorships::table
        .inner_join(applications::table)
        .filter(sponsorships::organisation_id.eq_any(own.clone()))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .select(applications::organisation_id)
        .load(reader.connection())?;
    hidden.extend(own);
    hidden.extend(sponsored);
    hidden.sort_unstable();
    hidden.dedup();
    Ok(hidden)
}
