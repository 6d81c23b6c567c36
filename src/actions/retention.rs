//! How long what is kept: setting periods, keeping one application longer, erasing what
//! has had its time, and telling beforehand what will go.

use std::collections::BTreeSet;

use super::Refusal;
use crate::domain::retention::{AHEAD_DAYS, GRACE_DAYS, Kind, Owner, read_days, read_keep};
use crate::domain::{ApplicationId, Moment, OrganisationId, Problems};
use crate::policy::retention::{MayKeep, MaySetPeriods};
use crate::policy::{Actor, Reach};
use crate::store::erasure::{self, Due};
use crate::store::retention::{self, PeriodRow};
use crate::store::{Database, Reader, Stamp, StoreError, Tx, application, audit};

/// Hours that pass at least between two days' looking and erasing.
const PAUSE_HOURS: i64 = 20;
/// How much is looked at in one transaction.
const LOOKED_AT: usize = 1_000;
/// Days that a look sees further than its preview, which lasts until the next look.
const FURTHER_DAYS: i64 = 2;

/// Sets every period as typed, fields by the code of the kind. A period that stays as it
/// is keeps the instant at which it was set.
pub fn set_periods(tx: &mut Tx, actor: &Actor, typed: &[(Kind, String)]) -> Result<(), Refusal> {
    let may = MaySetPeriods::by_actor(actor)?;
    let mut problems = Problems::default();
    let mut wanted = Vec::new();
    for (kind, text) in typed {
        if let Some(days) = problems.take(kind.code(), read_days(text)) {
            wanted.push((*kind, days));
        }
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let former = retention::periods(tx)?;
    for (kind, days) in wanted {
        let standing = former.iter().find(|row| row.kind == kind);
        if standing.map(|row| row.days) != days {
            retention::set_period(tx, &may, kind, days)?;
        }
    }
    let (before, after) = (in_words(&former), in_words(&retention::periods(tx)?));
    if before != after {
        let object = ("retention", "periods");
        audit(tx, "set_retention", object, &before, &after)?;
    }
    Ok(())
}

fn in_words(periods: &[PeriodRow]) -> String {
    let one = |row: &PeriodRow| format!("{} {}", row.kind.code(), row.days);
    periods.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Keeps an application longer, with what is known about its organisation.
pub fn keep(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (reason, until): (&str, &str),
) -> Result<(), Refusal> {
    application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayKeep::on(actor, id)?;
    let (reason, until) = read_keep(reason, until, tx.now().day(&actor.time_zone))?;
    retention::keep(tx, &may, &reason, until)?;
    let object = ("application", id.as_str());
    audit(tx, "keep_contents", object, "", &until.iso())?;
    Ok(())
}

/// Looks for what has had its time and erases it, once a day, in batches of one transaction
/// each; answers whether something went. Its files are removed by [`super::purge::finish`].
pub fn erase_daily(database: &Database, stamp: &Stamp) -> Result<bool, StoreError> {
    let pause = stamp.now.plus_minutes(-PAUSE_HOURS * 60);
    look_ahead(database, stamp, pause)?;
    let last = database.read(retention::last_erasure)?;
    if last.is_some_and(|last| last > pause) {
        return Ok(false);
    }
    let mut went = false;
    while let Some(some) = database.write(stamp.clone(), erase_due)? {
        went |= some;
    }
    if went && !erasure::scrub(database, false)? {
        tracing::warn!("an older state of the database is read: freed bytes stay for a day");
    }
    Ok(went)
}

/// Looks at each kind with a period that was looked at before an instant or never.
fn look_ahead(database: &Database, stamp: &Stamp, before: Moment) -> Result<(), StoreError> {
    let looks = database.read(retention::looks)?;
    for period in database.read(retention::periods)? {
        let is_fresh = |look: &(Kind, Moment)| look.0 == period.kind && look.1 > before;
        if !looks.iter().any(is_fresh) {
            look_at(database, stamp, &period)?;
        }
    }
    Ok(())
}

/// Looks at all that there is of a kind, so much at a time that others write in between.
fn look_at(database: &Database, stamp: &Stamp, period: &PeriodRow) -> Result<(), StoreError> {
    let days = AHEAD_DAYS + FURTHER_DAYS - i64::from(period.days);
    let (kind, before) = (period.kind, stamp.now.plus_days(days));
    let mut after = String::new();
    loop {
        let look = |tx: &mut Tx| erasure::look(tx, kind, (after.as_str(), LOOKED_AT), before);
        match database.write(stamp.clone(), look)? {
            Some(last) => after = last,
            None => break,
        }
    }
    // Whoever set another period meanwhile has the kind looked at anew.
    database.write(stamp.clone(), |tx| {
        match retention::periods(tx)?.contains(period) {
            true => retention::looked(tx, kind),
            false => Ok(()),
        }
    })
}

/// Erases one batch of each kind; nothing where none waited, else whether something went.
fn erase_due(tx: &mut Tx) -> Result<Option<bool>, StoreError> {
    let now = tx.now();
    let (mut waited, mut went) = (false, false);
    for period in retention::periods(tx)? {
        if period.set_at.plus_days(GRACE_DAYS) > now {
            continue;
        }
        let before = now.plus_days(-i64::from(period.days));
        let (kind, day) = (period.kind, now.day("UTC"));
        let due = erasure::due(tx, kind, before, day)?;
        waited |= erasure::dequeue(tx, kind, before, day)? > 0;
        if due.is_empty() {
            continue;
        }
        let along = erasure::erase(tx, kind, &due)?;
        note(tx, kind, &due)?;
        for person in along {
            let object = ("account", person.as_str());
            audit(tx, "erase_contents", object, "", kind.code())?;
        }
        went = true;
    }
    Ok(waited.then_some(went))
}

/// Tells the log of what each erased thing belonged to, and of which kind it was.
fn note(tx: &mut Tx, kind: Kind, due: &[Due]) -> Result<(), StoreError> {
    let (what, ids): (&str, BTreeSet<&str>) = match kind.owner() {
        Owner::Application => ("application", owners(due)),
        Owner::Organisation => ("organisation", owners(due)),
        Owner::Person => {
            let ids = due.iter().map(|one| one.subject_id.as_str());
            ("account", ids.collect())
        }
        Owner::Nobody => ("retention", BTreeSet::from([kind.code()])),
    };
    for id in ids {
        audit(tx, "erase_contents", (what, id), "", kind.code())?;
    }
    Ok(())
}

fn owners(due: &[Due]) -> BTreeSet<&str> {
    due.iter().map(|one| one.owner_id.as_str()).collect()
}

/// What will go of a kind within the next days, as far as somebody may know of it.
#[derive(Debug, Default)]
pub struct Ahead {
    /// How many; 500 stands for that many or more.
    pub count: usize,
    /// Applications that it is about, as far as staff read them.
    pub applications: Vec<ApplicationId>,
    pub organisations: Vec<OrganisationId>,
}

/// Looks ahead for one period, as the last look of the day found it. Letters and accounts are
/// not counted: their number would tell of what somebody is kept away from.
pub fn ahead(
    reader: &mut Reader,
    reach: Reach,
    period: &PeriodRow,
    now: Moment,
) -> Result<Ahead, StoreError> {
    let then = now.plus_days(AHEAD_DAYS);
    let before = then.plus_days(-i64::from(period.days));
    let owner = period.kind.owner();
    if matches!(owner, Owner::Person | Owner::Nobody) {
        return Ok(Ahead::default());
    }
    let due = erasure::due(reader, period.kind, before, then.day("UTC"))?;
    if owner == Owner::Application {
        let ids = due.iter().map(|one| ApplicationId::parse(&one.owner_id));
        let ids: Vec<ApplicationId> = ids.filter_map(Result::ok).collect();
        let seen = application::in_sight(reader, reach, &ids)?;
        return Ok(Ahead {
            count: seen.len(),
            applications: seen,
            organisations: Vec::new(),
        });
    }
    let ids = due.iter().map(|one| OrganisationId::parse(&one.owner_id));
    let ids: Vec<OrganisationId> = ids.filter_map(Result::ok).collect();
    let seen = retention::organisations_in_sight(reader, reach, &ids)?;
    Ok(Ahead {
        count: ids.iter().filter(|id| seen.contains(id)).count(),
        applications: Vec::new(),
        organisations: seen,
    })
}
