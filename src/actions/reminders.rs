//! Reminding reviewers of what they have not sent: in their morning, as the round's
//! schedule says, or at once when an admin asks. At most one letter for each person
//! and day, with numbers and a link, over all that is open.

use std::collections::{BTreeMap, BTreeSet};

use super::{Refusal, letters};
use crate::domain::reminder::{Schedule, is_due, is_morning, numbers};
use crate::domain::{AccountId, ApplicationId, Message, Problems, RoundId};
use crate::policy::reminder::{MayRemind, MaySetReminders};
use crate::policy::{Actor, Reach};
use crate::store::reminder::{self, Open, Remindable};
use crate::store::{Reader, StoreError, Tx, application, audit, round};

/// People looked at in one transaction.
const BATCH: i64 = 100;

/// Reminds people whose morning has come, after the person `after`; answers with the
/// last one that was looked at, while there may be more.
pub fn remind_due(
    tx: &mut Tx,
    after: Option<AccountId>,
    site: &str,
) -> Result<Option<AccountId>, StoreError> {
    let now = tx.now();
    let all = reminder::people(tx, after, BATCH)?;
    let last = all.last().map(|one| one.id);
    let full = i64::try_from(all.len()).unwrap_or(0) == BATCH;
    let awake = all
        .into_iter()
        .filter(|one| is_morning(now, &one.time_zone));
    let awake: Vec<Remindable> = awake.collect();
    let desk = Desk::of(tx, &awake)?;
    for one in &awake {
        let due = |open: &Open| {
            let schedule = &desk.schedules[&open.round];
            is_due(schedule, &open.review, now, &one.time_zone)
        };
        let open = desk.open_of(one.id);
        if open.iter().any(|open| due(open)) {
            post(tx, &desk, one, (&open, None), site)?;
        }
    }
    Ok(last.filter(|_| full))
}

/// What is known about some people.
struct Desk {
    open: BTreeMap<AccountId, Vec<Open>>,
    schedules: BTreeMap<RoundId, Schedule>,
    /// Who had a reminder on which of their days.
    reminded: BTreeSet<(AccountId, String)>,
}

impl Desk {
    fn of(reader: &mut Tx, people: &[Remindable]) -> Result<Self, StoreError> {
        let now = reader.now();
        let ids: Vec<AccountId> = people.iter().map(|one| one.id).collect();
        let mut open: BTreeMap<AccountId, Vec<Open>> = BTreeMap::new();
        let mut rounds = BTreeSet::new();
        for one in reminder::open(reader, &ids, now)? {
            rounds.insert(one.round);
            open.entry(one.reviewer).or_default().push(one);
        }
        let rounds: Vec<RoundId> = rounds.into_iter().collect();
        Ok(Self {
            schedules: reminder::schedules(reader, &rounds)?,
            // A day is at most 26 hours long, and zones lie 26 hours apart.
            reminded: reminder::days(reader, &ids, now.plus_days(-3))?,
            open,
        })
    }

    /// What is open to a person in rounds that remind.
    fn open_of(&self, id: AccountId) -> Vec<&Open> {
        let own = self.open.get(&id).into_iter().flatten();
        own.filter(|open| self.schedules[&open.round].active)
            .collect()
    }
}

/// Writes the letter, unless there was one today.
fn post(
    tx: &mut Tx,
    desk: &Desk,
    one: &Remindable,
    (open, may): (&[&Open], Option<&MayRemind>),
    site: &str,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let day = now.day(&one.time_zone).iso();
    if open.is_empty() || desk.reminded.contains(&(one.id, day.clone())) {
        return Ok(false);
    }
    let reviews = open.iter().map(|open| &open.review);
    let numbers = numbers(reviews, now, &one.time_zone);
    letters::post_reminder(tx, one, &numbers, site)?;
    let about: Vec<ApplicationId> = open.iter().map(|open| open.application).collect();
    reminder::note(tx, (one.id, &day), &about, may)?;
    Ok(true)
}

/// Reminds these reviewers of a round at once of what is open to them there, as far
/// as the admin may see it. Who mutes reminders, had one today or has nothing open
/// gets none.
pub fn remind_now(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    (reviewers, site): (&[AccountId], &str),
) -> Result<(), Refusal> {
    let may = MayRemind::of(actor).map_err(Refusal::Denied)?;
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?.id;
    if reviewers.is_empty() {
        let message = Message::new("error-choose-reviewers");
        return Err(Problems::one("reviewer", message).into());
    }
    let people = reminder::of_people(tx, reviewers)?;
    let desk = Desk::of(tx, &people)?;
    let open = desk.open.values().flatten();
    let open: Vec<&Open> = open.filter(|open| open.round == round).collect();
    let ids: Vec<ApplicationId> = open.iter().map(|open| open.application).collect();
    let seen = application::find_many(tx, Reach::staff(actor), &ids)?;
    let seen: BTreeSet<ApplicationId> = seen.into_iter().map(|row| row.id).collect();
    for one in &people {
        let own = open.iter().copied();
        let own = own.filter(|open| open.reviewer == one.id && seen.contains(&open.application));
        let own: Vec<&Open> = own.collect();
        if post(tx, &desk, one, (&own, Some(&may)), site)? {
            let whom = format!("reviewer {}", one.id);
            for open in own {
                let about = ("application", open.application.as_str());
                audit(tx, "remind", about, "", &whom)?;
            }
        }
    }
    Ok(())
}

/// Says when the reviewers of a round are reminded.
pub fn set_schedule(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    (active, days): (bool, &str),
) -> Result<(), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?.id;
    let may = MaySetReminders::by(actor, round).map_err(Refusal::Denied)?;
    let schedule = Schedule::read(active, days)?;
    let before = reminder::schedule(tx, round)?;
    if before == schedule {
        return Ok(());
    }
    reminder::set_schedule(tx, &may, &schedule)?;
    let about = ("round", round.to_string());
    audit(
        tx,
        "set_reminders",
        (about.0, &about.1),
        &in_words(&before),
        &in_words(&schedule),
    )?;
    Ok(())
}

fn in_words(schedule: &Schedule) -> String {
    let state = if schedule.active { "on" } else { "off" };
    format!("{state}, days before {}", schedule.text())
}

/// Keeps whether a person wants reminders; `wanted` is `on` or `off`, or nothing
/// where that was not asked.
pub fn choose(tx: &mut Tx, owner: AccountId, wanted: &str) -> Result<(), Refusal> {
    let muted = match wanted {
        "" => return Ok(()),
        "on" => false,
        "off" => true,
        _ => {
            let message = Message::new("error-choice");
            return Err(Refusal::field("reminders", message));
        }
    };
    let before = reminder::muted_at(tx, owner)?.is_some();
    if before == muted {
        return Ok(());
    }
    reminder::set_muted(tx, owner, muted)?;
    let word = |muted: bool| if muted { "off" } else { "on" };
    let about = ("account", owner.as_str());
    audit(tx, "mute_reminders", about, word(before), word(muted))?;
    Ok(())
}

/// Whether a person wants reminders, as [`choose`] takes it.
pub fn chosen(reader: &mut Reader, owner: AccountId) -> Result<&'static str, StoreError> {
    let muted = reminder::muted_at(reader, owner)?.is_some();
    Ok(if muted { "off" } else { "on" })
}
