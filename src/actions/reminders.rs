//! Reminding reviewers of what they have not sent: in their morning, as the round's
//! schedule says, or at once when an admin asks. At most one letter for each person
//! and day, with numbers and a link, over all that is open.

use std::collections::{BTreeMap, BTreeSet};

use super::{Refusal, letters};
use crate::domain::reminder::{Schedule, is_due, is_morning, numbers};
use crate::domain::{AccountId, ApplicationId, Message, Moment, Problems, RoundId};
use crate::policy::reminder::{MayRemind, MaySetReminders};
use crate::policy::{Actor, Reach};
use crate::store::reminder::{self, Open, Remindable};
use crate::store::{Database, Reader, Stamp, StoreError, Tx, application, audit, round};

/// People looked at in one go.
const BATCH: i64 = 100;
/// People written to in one transaction.
const WRITTEN_TO: usize = 8;

/// Reminds people whose morning has come. What waits for them is looked through while
/// others write; of those who are to have a letter so few are written to at a time that
/// nobody waits long.
pub fn remind_due(database: &Database, stamp: &Stamp, site: &str) -> Result<(), StoreError> {
    let mut after = None;
    loop {
        let (due, last) = database.read(|reader| due(reader, after, stamp.now))?;
        for some in due.chunks(WRITTEN_TO) {
            database.write(stamp.clone(), |tx| remind(tx, some, site))?;
        }
        if last.is_none() {
            return Ok(());
        }
        after = last;
    }
}

/// Who is to be reminded of the people after the person `after`, and the last one that was
/// looked at, while there may be more.
fn due(
    reader: &mut Reader,
    after: Option<AccountId>,
    now: Moment,
) -> Result<(Vec<AccountId>, Option<AccountId>), StoreError> {
    let all = reminder::people(reader, after, BATCH)?;
    let last = all.last().map(|one| one.id);
    let full = i64::try_from(all.len()).unwrap_or(0) == BATCH;
    let awake = all
        .into_iter()
        .filter(|one| is_morning(now, &one.time_zone));
    let awake: Vec<Remindable> = awake.collect();
    let desk = Desk::of(reader, &awake, now)?;
    let due = awake.iter().filter(|one| desk.is_due(one, now));
    let due = due.map(|one| one.id).collect();
    Ok((due, last.filter(|_| full)))
}

/// Reminds those of these people to whom it is still due.
fn remind(tx: &mut Tx, some: &[AccountId], site: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let people = reminder::of_people(tx, some)?;
    let desk = Desk::of(tx, &people, now)?;
    for one in people.iter().filter(|one| desk.is_due(one, now)) {
        post(tx, &desk, one, (&desk.open_of(one.id), None), site)?;
    }
    Ok(())
}

/// What is known about some people.
struct Desk {
    open: BTreeMap<AccountId, Vec<Open>>,
    schedules: BTreeMap<RoundId, Schedule>,
    /// Who had a reminder on which of their days.
    reminded: BTreeSet<(AccountId, String)>,
}

impl Desk {
    fn of(reader: &mut Reader, people: &[Remindable], now: Moment) -> Result<Self, StoreError> {
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

    /// Whether a person had a reminder on their day.
    fn was_reminded(&self, one: &Remindable, now: Moment) -> bool {
        let day = now.day(&one.time_zone).iso();
        self.reminded.contains(&(one.id, day))
    }

    /// Whether something that is open to a person is to be reminded of now.
    fn is_due(&self, one: &Remindable, now: Moment) -> bool {
        let due = |open: &Open| {
            let schedule = &self.schedules[&open.round];
            is_due(schedule, &open.review, now, &one.time_zone)
        };
        !self.was_reminded(one, now) && self.open_of(one.id).into_iter().any(due)
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
    if open.is_empty() || desk.was_reminded(one, now) {
        return Ok(false);
    }
    let day = now.day(&one.time_zone).iso();
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
    let now = tx.now();
    let desk = Desk::of(tx, &people, now)?;
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
