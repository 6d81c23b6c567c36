//! Reading the clocks of applications, and saying what a programme promises.

use std::collections::BTreeMap;

use super::Refusal;
use crate::domain::moment::Day;
use crate::domain::round::Round;
use crate::domain::turnaround::{
    AwardWay, Calendar, Clock, MILESTONES, Milestone, Place, SettingsDraft, Way, awaited,
    awaited_of_award, clock, percentile, read_settings,
};
use crate::domain::{ApplicationId, AwardId, Moment, ProgrammeId, RoundId};
use crate::policy::turnaround::MaySetTurnaround;
use crate::policy::{Actor, Reach};
use crate::store::turnaround::{self as store, Awarded, ClockRow, Promise};
use crate::store::{Reader, StoreError, Tx, audit, outbox, programme};

/// Applications that are looked at for what is late, and likewise awards; the oldest
/// come first.
const WAITING_MOST: i64 = 500;

/// An application that is late, by the first milestone that it waits for.
#[derive(Debug, Clone)]
pub struct Late {
    pub row: ClockRow,
    /// The award that waits; nothing where the application does.
    pub award: Option<AwardId>,
    pub milestone: Milestone,
    pub due: Day,
    /// In working days.
    pub over: u32,
}

/// Those of some applications within reach that wait too long for screening or their
/// decision, the longest overdue first.
pub fn late_among(
    reader: &mut Reader,
    (reach, ids): (Reach, &[ApplicationId]),
    now: Moment,
) -> Result<Vec<Late>, StoreError> {
    let rows = store::waiting_of(reader, reach, ids)?;
    overdue(reader, applications(rows), now)
}

/// The same of all in any round, with awards that wait too long for their agreement or
/// their first money.
pub fn late_with_awards(
    reader: &mut Reader,
    reach: Reach,
    now: Moment,
) -> Result<Vec<Late>, StoreError> {
    let mut waiting = applications(store::waiting(reader, reach, WAITING_MOST)?);
    let awards = store::waiting_awards(reader, reach, WAITING_MOST)?;
    waiting.extend(
        awards
            .into_iter()
            .map(|(row, award, state, since)| Waiting {
                row,
                award: Some(award),
                since,
                steps: awaited_of_award(state),
            }),
    );
    overdue(reader, waiting, now)
}

/// What waits, since when, and for which milestones in their order.
struct Waiting {
    row: ClockRow,
    award: Option<AwardId>,
    since: Moment,
    steps: &'static [Milestone],
}

fn applications(rows: Vec<ClockRow>) -> Vec<Waiting> {
    let waiting = rows.into_iter().filter_map(|row| {
        Some(Waiting {
            award: None,
            since: row.submitted_at?,
            steps: awaited(row.status),
            row,
        })
    });
    waiting.collect()
}

fn overdue(
    reader: &mut Reader,
    waiting: Vec<Waiting>,
    now: Moment,
) -> Result<Vec<Late>, StoreError> {
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let rounds: Vec<RoundId> = waiting.iter().map(|one| one.row.round).collect();
    let zones = store::zones(reader, &rounds)?;
    let promises = store::promises(reader)?;
    let standard = Watch::new(&Promise::standard());
    let own = promises
        .iter()
        .map(|(id, promise)| (*id, Watch::new(promise)));
    let own: BTreeMap<ProgrammeId, Watch> = own.collect();
    let late = waiting.into_iter().filter_map(|one| {
        let (programme, zone) = zones.get(&one.row.round)?;
        let watch = own.get(programme).unwrap_or(&standard);
        watch.late(one, now.day(zone), zone)
    });
    let mut late: Vec<Late> = late.collect();
    late.sort_by_key(|one| std::cmp::Reverse(one.over));
    Ok(late)
}

/// A promise, ready to read clocks by.
pub(super) struct Watch {
    pub(super) promise: Promise,
    calendar: Calendar,
}

impl Watch {
    pub(super) fn new(promise: &Promise) -> Self {
        Self {
            calendar: Calendar::of(&promise.holidays),
            promise: promise.clone(),
        }
    }

    pub(super) fn clock(
        &self,
        places: &[Place],
        (milestone, started): (Milestone, Day),
        (reached, today): (Option<Day>, Day),
    ) -> Clock {
        clock(
            (&self.calendar, places),
            (started, self.promise.settings.target(milestone)),
            (reached, today),
        )
    }

    fn late(&self, one: Waiting, today: Day, zone: &str) -> Option<Late> {
        let places = self.promise.settings.places(&one.row.base);
        let started = one.since.day(zone);
        let found = one.steps.iter().find_map(|milestone| {
            match self.clock(&places, (*milestone, started), (None, today)) {
                Clock::Late { due, over } => Some((*milestone, due, over)),
                Clock::Running { .. } | Clock::Reached { .. } => None,
            }
        });
        let (milestone, due, over) = found?;
        Some(Late {
            row: one.row,
            award: one.award,
            milestone,
            due,
            over,
        })
    }
}

/// An application of a round with its clocks, in the order of the milestones; none
/// where it ended before, or has no award.
#[derive(Debug, Clone)]
pub struct Clocks {
    pub row: ClockRow,
    pub clocks: [Option<Clock>; MILESTONES],
    /// Working days from its sending to the first money; nothing before that.
    pub to_money: Option<u32>,
}

impl Clocks {
    /// Whether any of its clocks waits and is late.
    pub fn is_late(&self) -> bool {
        self.clocks.iter().flatten().any(|clock| clock.is_late())
    }
}

/// How long something took, in working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Took {
    /// How many were measured.
    pub count: usize,
    pub median: Option<u32>,
    /// The 90th percentile.
    pub p90: Option<u32>,
}

impl Took {
    fn of(days: &[u32]) -> Self {
        Self {
            count: days.len(),
            median: percentile(days, 50),
            p90: percentile(days, 90),
        }
    }
}

/// What was measured of one milestone in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    pub milestone: Milestone,
    pub target: u32,
    /// Of those that reached it.
    pub took: Took,
    /// How many of those did in time.
    pub in_time: usize,
    /// How many wait for it behind its day.
    pub late: usize,
}

/// The clocks of a round within reach.
#[derive(Debug, Clone)]
pub struct Turnaround {
    /// The oldest first.
    pub applications: Vec<Clocks>,
    pub measured: Vec<Measured>,
    /// From the sending to the first money.
    pub to_money: Took,
}

impl Turnaround {
    /// From the sending to the outcome.
    pub fn to_decision(&self) -> Option<Took> {
        self.measured_of(Milestone::Decided).map(|one| one.took)
    }

    /// What was measured of one milestone.
    pub fn measured_of(&self, milestone: Milestone) -> Option<&Measured> {
        let mut all = self.measured.iter();
        all.find(|one| one.milestone == milestone)
    }

    /// The clocks of one milestone, of those that have one.
    pub fn clocks_of(&self, milestone: Milestone) -> impl Iterator<Item = Clock> {
        let of = move |one: &Clocks| {
            let mut all = Milestone::ALL.into_iter().zip(one.clocks);
            all.find(|(own, _)| *own == milestone)?.1
        };
        self.applications.iter().filter_map(of)
    }
}

/// Reads the clocks of a round.
pub fn turnaround(
    reader: &mut Reader,
    reach: Reach,
    (round, now): (&Round, Moment),
) -> Result<Turnaround, StoreError> {
    let promise = store::promises(reader)?.remove(&round.programme_id);
    let watch = Watch::new(&promise.unwrap_or_else(Promise::standard));
    let screened = store::screened(reader, reach, round.id)?;
    let decided = store::decided(reader, reach, round.id)?;
    let awarded = store::awarded(reader, reach, round.id)?;
    let rows = store::of_round(reader, reach, round.id)?;
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.application).collect();
    let receipts = outbox::receipts(reader, &ids)?;
    let (zone, today) = (round.time_zone.as_str(), now.day(&round.time_zone));
    let day = |at: Option<&Moment>| at.map(|at| at.day(zone));
    let clocks = |row: ClockRow| {
        let id = row.application;
        let sent = row.submitted_at?;
        // Without a letter on record it was acknowledged on paper, or before letters were.
        let left = receipts.get(&id).map_or(Some(sent), |left| *left);
        let way = Way {
            status: row.status,
            sent: sent.day(zone),
            acknowledged: left.map(|at| at.day(zone)),
            screened: day(screened.get(&id)),
            decided: day(decided.get(&id)),
            award: awarded.get(&id).map(|one| way_of(one, zone)),
        };
        let places = watch.promise.settings.places(&row.base);
        let read = |milestone: Milestone| {
            let (started, reached) = way.clock(milestone)?;
            Some(watch.clock(&places, (milestone, started), (reached, today)))
        };
        Some(Clocks {
            clocks: Milestone::ALL.map(read),
            to_money: way.days_to_money((&watch.calendar, &places)),
            row,
        })
    };
    let applications: Vec<Clocks> = rows.into_iter().filter_map(clocks).collect();
    let measured = Milestone::ALL.into_iter().enumerate();
    let measured = measured.map(|(at, milestone)| {
        let target = watch.promise.settings.target(milestone);
        let own = applications.iter().filter_map(|one| one.clocks[at]);
        measure((milestone, target), own)
    });
    let to_money: Vec<u32> = applications.iter().filter_map(|one| one.to_money).collect();
    Ok(Turnaround {
        measured: measured.collect(),
        to_money: Took::of(&to_money),
        applications,
    })
}

fn way_of(award: &Awarded, zone: &str) -> AwardWay {
    AwardWay {
        state: award.state,
        released: award.opened_at.day(zone),
        agreed: award.agreed_at.map(|at| at.day(zone)),
        paid: award.paid_on,
    }
}

fn measure((milestone, target): (Milestone, u32), clocks: impl Iterator<Item = Clock>) -> Measured {
    let (mut days, mut in_time, mut waiting) = (Vec::new(), 0, 0);
    for clock in clocks {
        match clock {
            Clock::Reached { days: took, late } => {
                days.push(took);
                in_time += usize::from(!late);
            }
            Clock::Late { .. } => waiting += 1,
            Clock::Running { .. } => (),
        }
    }
    Measured {
        milestone,
        target,
        took: Took::of(&days),
        in_time,
        late: waiting,
    }
}

/// Says what a programme promises and when its places rest.
pub fn set(tx: &mut Tx, actor: &Actor, slug: &str, draft: &SettingsDraft) -> Result<(), Refusal> {
    let programme = programme::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MaySetTurnaround::of(actor, programme.id)?;
    let (settings, holidays) = read_settings(draft)?;
    let before = store::promises(tx)?.remove(&programme.id);
    let before = before.unwrap_or_else(Promise::standard);
    let after = Promise { settings, holidays };
    store::set(tx, &may, &after)?;
    let words = |one: &Promise| {
        let targets = store::targets_text(&one.settings);
        format!("{targets} holidays:{}", one.holidays.len())
    };
    let object = ("programme", programme.id.as_str());
    audit(
        tx,
        "set_turnaround",
        object,
        &words(&before),
        &words(&after),
    )?;
    Ok(())
}
