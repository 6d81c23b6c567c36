//! Targets and holidays of programmes, and the days on which applications reached
//! their milestones.

mod awards;

pub use awards::{Awarded, WaitingAward, awarded, waiting_awards};

use std::collections::BTreeMap;

use diesel::dsl::{exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{
    applications, decisions, holidays, organisations, rounds, screenings, turnaround_settings,
};
use crate::domain::application::Status;
use crate::domain::decision::Outcome;
use crate::domain::moment::Day;
use crate::domain::turnaround::{Holiday, Milestone, Place, Settings};
use crate::domain::{ApplicationId, Moment, ProgrammeId, RoundId};
use crate::policy::Reach;
use crate::policy::turnaround::MaySetTurnaround;

/// What one programme promises, with its holidays.
#[derive(Debug, Clone)]
pub struct Promise {
    pub settings: Settings,
    pub holidays: Vec<Holiday>,
}

impl Promise {
    /// That of a programme which said nothing.
    pub fn standard() -> Self {
        Self {
            settings: Settings::default(),
            holidays: Holiday::standard(),
        }
    }
}

/// The promises of the programmes that made their own.
pub fn promises(reader: &mut Reader) -> Result<BTreeMap<ProgrammeId, Promise>, StoreError> {
    let rows: Vec<(ProgrammeId, String, String)> = turnaround_settings::table
        .select((
            turnaround_settings::programme_id,
            turnaround_settings::offices,
            turnaround_settings::targets,
        ))
        .load(reader.connection())?;
    let promise = |(programme, offices, targets): (ProgrammeId, String, String)| {
        let promise = Promise {
            settings: settings(&offices, &targets),
            holidays: Vec::new(),
        };
        (programme, promise)
    };
    let mut found: BTreeMap<ProgrammeId, Promise> = rows.into_iter().map(promise).collect();
    let kept: Vec<(ProgrammeId, String, Day, String)> = holidays::table
        .order((holidays::programme_id, holidays::on_day, holidays::place))
        .select((
            holidays::programme_id,
            holidays::place,
            holidays::on_day,
            holidays::name,
        ))
        .load(reader.connection())?;
    for (programme, place, day, name) in kept {
        if let (Some(own), Some(place)) = (found.get_mut(&programme), Place::from_code(&place)) {
            own.holidays.push(Holiday { place, day, name });
        }
    }
    Ok(found)
}

/// Reads `il ps` and `acknowledged:1 eligible:2`; what is not there keeps its default.
fn settings(offices: &str, targets: &str) -> Settings {
    let mut settings = Settings {
        offices: offices
            .split_whitespace()
            .filter_map(Place::from_code)
            .collect(),
        ..Settings::default()
    };
    for (target, milestone) in settings.targets.iter_mut().zip(Milestone::ALL) {
        let pairs = targets
            .split_whitespace()
            .filter_map(|one| one.split_once(':'));
        let mut own = pairs.filter(|(code, _)| *code == milestone.code());
        if let Some(days) = own.next().and_then(|(_, days)| days.parse().ok()) {
            *target = days;
        }
    }
    settings
}

/// Targets in the form that they are kept in.
pub fn targets_text(settings: &Settings) -> String {
    let pairs = settings.targets.iter().zip(Milestone::ALL);
    let pairs = pairs.map(|(days, milestone)| format!("{}:{days}", milestone.code()));
    pairs.collect::<Vec<_>>().join(" ")
}

/// Replaces the promise of the capability's programme.
pub fn set(tx: &mut Tx, may: &MaySetTurnaround, promise: &Promise) -> Result<(), StoreError> {
    let programme = may.programme();
    diesel::delete(turnaround_settings::table.find(programme)).execute(tx.connection())?;
    let old = holidays::table.filter(holidays::programme_id.eq(programme));
    diesel::delete(old).execute(tx.connection())?;
    let offices = promise.settings.offices.iter().map(|place| place.code());
    diesel::insert_into(turnaround_settings::table)
        .values((
            turnaround_settings::programme_id.eq(programme),
            turnaround_settings::offices.eq(offices.collect::<Vec<_>>().join(" ")),
            turnaround_settings::targets.eq(targets_text(&promise.settings)),
        ))
        .execute(tx.connection())?;
    for one in &promise.holidays {
        diesel::insert_into(holidays::table)
            .values((
                holidays::programme_id.eq(programme),
                holidays::place.eq(one.place.code()),
                holidays::on_day.eq(one.day.iso()),
                holidays::name.eq(&one.name),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// An application with the instants that its clocks are read from.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ClockRow {
    pub application: ApplicationId,
    pub reference: String,
    pub title: String,
    /// Code of the organisation's base.
    pub base: String,
    pub status: Status,
    pub round: RoundId,
    pub submitted_at: Option<Moment>,
}

/// The columns of a [`ClockRow`].
const CLOCK: (
    applications::id,
    applications::reference,
    applications::title,
    organisations::base,
    applications::status,
    applications::round_id,
    applications::submitted_at,
) = (
    applications::id,
    applications::reference,
    applications::title,
    organisations::base,
    applications::status,
    applications::round_id,
    applications::submitted_at,
);

/// That an application waits for us. Written out as in the index of those that do: it
/// serves no query that binds the statuses.
const WAITING: &str = "applications.status IN ('submitted', 'in_review', 'deliberation')";

/// Every application of a round that was sent and is within reach, the oldest first.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<Vec<ClockRow>, StoreError> {
    Ok(reachable(reach)
        .filter(applications::round_id.eq(round))
        .filter(applications::submitted_at.is_not_null())
        .inner_join(organisations::table)
        .order((applications::submitted_at, applications::id))
        .select(CLOCK)
        .load(reader.connection())?)
}

/// Those within reach that wait for us in any round, the oldest first, except those
/// that were told an outcome and are decided anew.
pub fn waiting(reader: &mut Reader, reach: Reach, limit: i64) -> Result<Vec<ClockRow>, StoreError> {
    still_waiting(reader, reachable(reach), limit)
}

/// The same among some.
pub fn waiting_of(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<Vec<ClockRow>, StoreError> {
    let some = reachable(reach).filter(applications::id.eq_any(ids.to_vec()));
    still_waiting(reader, some, i64::MAX)
}

fn still_waiting(
    reader: &mut Reader,
    among: applications::BoxedQuery<'static, MultiBackend>,
    limit: i64,
) -> Result<Vec<ClockRow>, StoreError> {
    let told = decisions::table
        .filter(decisions::application_id.eq(applications::id))
        .filter(decisions::released_at.is_not_null())
        .filter(decisions::outcome.ne(Outcome::ReferBack));
    Ok(among
        .inner_join(organisations::table)
        .filter(sql::<Bool>(WAITING))
        .filter(applications::submitted_at.is_not_null())
        .filter(not(exists(told)))
        .order((applications::submitted_at, applications::id))
        .limit(limit)
        .select(CLOCK)
        .load(reader.connection())?)
}

/// When the applications of a round within reach were first screened.
pub fn screened(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, Moment>, StoreError> {
    let rows: Vec<(ApplicationId, Moment)> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(screenings::table)
        .order(screenings::screened_at.desc())
        .select((applications::id, screenings::screened_at))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// When the applications of a round within reach were first told an outcome.
pub fn decided(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, Moment>, StoreError> {
    let rows: Vec<(ApplicationId, Option<Moment>)> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(decisions::table)
        .filter(decisions::released_at.is_not_null())
        .filter(decisions::outcome.ne(Outcome::ReferBack))
        .order(decisions::released_at.desc())
        .select((applications::id, decisions::released_at))
        .load(reader.connection())?;
    let at = rows.into_iter().filter_map(|(id, at)| Some((id, at?)));
    Ok(at.collect())
}

/// Programme and time zone of these rounds.
pub fn zones(
    reader: &mut Reader,
    ids: &[RoundId],
) -> Result<BTreeMap<RoundId, (ProgrammeId, String)>, StoreError> {
    let rows: Vec<(RoundId, ProgrammeId, String)> = rounds::table
        .filter(rounds::id.eq_any(ids.to_vec()))
        .select((rounds::id, rounds::programme_id, rounds::time_zone))
        .load(reader.connection())?;
    let keyed = rows
        .into_iter()
        .map(|(id, programme, zone)| (id, (programme, zone)));
    Ok(keyed.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_what_the_text_says() {
        let waiting = [Status::Submitted, Status::InReview, Status::Deliberation];
        let codes: Vec<String> = waiting.map(|one| format!("'{}'", one.code())).to_vec();
        let said = format!("applications.status IN ({})", codes.join(", "));
        assert_eq!(said, WAITING);
        let index = include_str!("../../migrations/2026-11-30-000190_hot_paths/up.sql");
        assert!(index.contains(&format!("WHERE status IN ({});", codes.join(", "))));
    }
}
