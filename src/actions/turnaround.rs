//! Reading the clocks of applications, and saying what a programme promises.

use super::Refusal;
use crate::domain::application::Status;
use crate::domain::moment::Day;
use crate::domain::round::Round;
use crate::domain::turnaround::{
    Calendar, Clock, Milestone, SettingsDraft, clock, percentile, read_settings,
};
use crate::domain::{Moment, RoundId};
use crate::policy::turnaround::MaySetTurnaround;
use crate::policy::{Actor, Reach};
use crate::store::turnaround::{self as store, ClockRow, Promise};
use crate::store::{Reader, StoreError, Tx, audit, programme};

/// Applications that are looked at for what is late; the oldest come first.
const WAITING_MOST: i64 = 500;

/// An application that is late, by the first milestone that it waits for.
#[derive(Debug, Clone)]
pub struct Late {
    pub row: ClockRow,
    pub milestone: Milestone,
    pub due: Day,
    /// In working days.
    pub over: u32,
}

/// What is late within reach, in any round, the longest overdue first.
pub fn late(reader: &mut Reader, reach: Reach, now: Moment) -> Result<Vec<Late>, StoreError> {
    let rows = store::waiting(reader, reach, WAITING_MOST)?;
    let rounds: Vec<RoundId> = rows.iter().map(|row| row.round).collect();
    let zones = store::zones(reader, &rounds)?;
    let promises = store::promises(reader)?;
    let standard = Watch::new(&Promise::standard());
    let own = promises
        .iter()
        .map(|(id, promise)| (*id, Watch::new(promise)));
    let own: std::collections::BTreeMap<_, _> = own.collect();
    let mut late: Vec<Late> = rows
        .into_iter()
        .filter_map(|row| {
            let (programme, zone) = zones.get(&row.round)?;
            let watch = own.get(programme).unwrap_or(&standard);
            watch.late(row, now.day(zone), zone)
        })
        .collect();
    late.sort_by_key(|one| std::cmp::Reverse(one.over));
    Ok(late)
}

/// A promise, ready to read clocks by.
struct Watch {
    promise: Promise,
    calendar: Calendar,
}

impl Watch {
    fn new(promise: &Promise) -> Self {
        Self {
            calendar: Calendar::of(&promise.holidays),
            promise: promise.clone(),
        }
    }

    fn clock(
        &self,
        (row, milestone): (&ClockRow, Milestone),
        (reached, today): (Option<Day>, Day),
        zone: &str,
    ) -> Option<Clock> {
        let settings = &self.promise.settings;
        let started = row.submitted_at?.day(zone);
        Some(clock(
            (&self.calendar, &settings.places(&row.base)),
            (started, settings.target(milestone)),
            (reached, today),
        ))
    }

    fn late(&self, row: ClockRow, today: Day, zone: &str) -> Option<Late> {
        let waits: &[Milestone] = match row.status {
            Status::Submitted => &[Milestone::Eligible, Milestone::Decided],
            _ => &[Milestone::Decided],
        };
        let found = waits.iter().find_map(|milestone| {
            match self.clock((&row, *milestone), (None, today), zone)? {
                Clock::Late { due, over } => Some((*milestone, due, over)),
                Clock::Running { .. } | Clock::Reached { .. } => None,
            }
        });
        let (milestone, due, over) = found?;
        Some(Late {
            row,
            milestone,
            due,
            over,
        })
    }
}

/// An application of a round with its clocks, in the order of the milestones; none
/// where it ended before.
#[derive(Debug, Clone)]
pub struct Clocks {
    pub row: ClockRow,
    pub clocks: [Option<Clock>; 3],
}

impl Clocks {
    /// Whether any of its clocks waits and is late.
    pub fn is_late(&self) -> bool {
        self.clocks.iter().flatten().any(|clock| clock.is_late())
    }
}

/// What was measured of one milestone in a round, in working days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    pub milestone: Milestone,
    pub target: u32,
    /// How many reached it, and how many of those in time.
    pub reached: usize,
    pub in_time: usize,
    /// How many wait for it behind its day.
    pub late: usize,
    pub median: Option<u32>,
    /// The 90th percentile.
    pub p90: Option<u32>,
}

/// The clocks of a round within reach.
#[derive(Debug, Clone)]
pub struct Turnaround {
    /// The oldest first.
    pub applications: Vec<Clocks>,
    pub measured: Vec<Measured>,
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
    let (zone, today) = (round.time_zone.as_str(), now.day(&round.time_zone));
    let day = |at: Option<&Moment>| at.map(|at| at.day(zone));
    let clocks = |row: ClockRow| {
        let id = row.application;
        let reached = |milestone: Milestone| match milestone {
            // The receipt is posted in the transaction that sends it.
            Milestone::Acknowledged => day(row.submitted_at.as_ref()),
            Milestone::Eligible => day(screened.get(&id)),
            Milestone::Decided => day(decided.get(&id)),
        };
        let read = |milestone: Milestone| {
            let reached = reached(milestone);
            let over = matches!(row.status, Status::Withdrawn | Status::Ineligible);
            if over && reached.is_none() {
                return None;
            }
            watch.clock((&row, milestone), (reached, today), zone)
        };
        Clocks {
            clocks: Milestone::ALL.map(read),
            row,
        }
    };
    let rows = store::of_round(reader, reach, round.id)?;
    let applications: Vec<Clocks> = rows.into_iter().map(clocks).collect();
    let measured = Milestone::ALL.into_iter().enumerate();
    let measured = measured.map(|(at, milestone)| {
        let target = watch.promise.settings.target(milestone);
        let own = applications.iter().filter_map(|one| one.clocks[at]);
        measure((milestone, target), own)
    });
    Ok(Turnaround {
        measured: measured.collect(),
        applications,
    })
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
        reached: days.len(),
        in_time,
        late: waiting,
        median: percentile(&days, 50),
        p90: percentile(&days, 90),
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
