//! Looking for overlaps in the ledger, and saying what they are. What was found is kept
//! with the application, so that everybody speaks of the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Refusal;
use crate::domain::ledger::{EntryKind, MOST_TEXT, needed};
use crate::domain::organisation::Organisation;
use crate::domain::overlap::{Key, Overlap, Sought, Standing, Work, keys, words};
use crate::domain::{ApplicationId, Message, Problems};
use crate::policy::ledger::MayJudgeOverlaps;
use crate::policy::{Actor, Reach};
use crate::store::ledger::{self, Count, Entry};
use crate::store::overlap::{self, Found};
use crate::store::{Reader, StoreError, Tx, application, audit, organisation, submission};

/// An entry with what it has in common with a work.
pub struct Alike {
    pub entry: Entry,
    pub overlap: Overlap,
}

/// Keys of a work that are looked up at most, the most telling first.
const MOST_KEYS: usize = 64;
/// Up to how many published grants the least effort is enough.
const SMALL: f64 = 100_000.0;
/// Overlaps that are kept for an application at most.
const KEPT: usize = 20;
/// What a key that stands in a single entry of a million weighs, at most, in hundredths.
const SCALE: f64 = 100.0;

/// How much of the ledger a search looks at. The larger it is, the more entries share a
/// key, so that fewer keys tell them apart and more stand equal at the end: with each
/// tenfold, as many rows more are read and three times as many entries more compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Effort {
    /// Rows of the index that are read at most.
    rows: i64,
    /// Entries that are compared in full.
    compared: usize,
}

impl Effort {
    /// For a ledger with so many published grants.
    fn of(published: i64) -> Self {
        let tenfolds = (published as f64 / SMALL).log10().max(0.0);
        Self {
            rows: (20_000.0 * (1.0 + tenfolds)) as i64,
            compared: (120.0 * (1.0 + 3.0 * tenfolds)) as usize,
        }
    }
}

/// The entries of the ledger within reach that have most in common with a work, best
/// first; those of its own application are left out.
pub fn find(
    reader: &mut Reader,
    reach: Reach,
    (work, own): (&Work, Option<ApplicationId>),
    top: usize,
) -> Result<Vec<Alike>, StoreError> {
    let seeker = Seeker::of(reader, work)?;
    let effort = Effort::of(seeker.total);
    let candidates = ledger::candidates(reader, &seeker.rarest(effort), effort.compared)?;
    let numbers: Vec<i64> = candidates.iter().map(|one| one.number).collect();
    let mut entries = ledger::by_numbers(reader, reach, &numbers)?;
    entries.retain(|entry| (own.is_none() || entry.application != own) && is_support(entry));
    let works = works(reader, &entries)?;
    let sought = seeker.sought();
    let alike = entries.into_iter().zip(&works).map(|(entry, work)| Alike {
        overlap: sought.against(work),
        entry,
    });
    let mut alike: Vec<Alike> = alike.collect();
    alike.sort_by(|one, other| {
        let by_score = other.overlap.score.total_cmp(&one.overlap.score);
        by_score.then(other.entry.number.cmp(&one.entry.number))
    });
    alike.truncate(top);
    Ok(alike)
}

/// A work with what the index knows of its keys and of every word of it.
struct Seeker<'a> {
    work: &'a Work,
    keys: Vec<Key>,
    counts: BTreeMap<Key, Count>,
    /// Published grants in all.
    total: i64,
}

impl<'a> Seeker<'a> {
    fn of(reader: &mut Reader, work: &'a Work) -> Result<Self, StoreError> {
        let keys = keys(work);
        // The keys hold the first words alone, the comparison looks at all.
        let words = words(&work.title, &work.description);
        let words = words.iter().map(|word| Key::of_word(word));
        let asked: BTreeSet<Key> = keys.iter().copied().chain(words).collect();
        let asked: Vec<Key> = asked.into_iter().collect();
        Ok(Self {
            work,
            counts: ledger::counts(reader, &asked)?,
            total: ledger::published(reader)?,
            keys,
        })
    }

    fn count(&self, key: Key) -> Count {
        self.counts.get(&key).copied().unwrap_or_default()
    }

    /// How telling a key is: the logarithm of how rare it is among what funders published.
    fn weight(&self, key: Key) -> f64 {
        let published = self.count(key).published as f64;
        (2.0 + self.total as f64 / (1.0 + published)).ln()
    }

    /// The work taken apart, to be compared.
    fn sought(&self) -> Sought<'a> {
        Sought::new(self.work, |word| self.weight(Key::of_word(word)))
    }

    /// The rarest keys that some entry has, with what they weigh, as many as few rows hold.
    fn rarest(&self, effort: Effort) -> Vec<(Key, i64)> {
        let rows = |key: Key| self.count(key).published + self.count(key).others;
        let there = self.keys.iter().map(|key| (*key, rows(*key)));
        let mut there: Vec<(Key, i64)> = there.filter(|(_, rows)| *rows > 0).collect();
        there.sort_by_key(|(key, rows)| (*rows, *key));
        let mut read = 0;
        let few = there.into_iter().take(MOST_KEYS).take_while(|(_, rows)| {
            read += rows;
            read <= effort.rows
        });
        few.map(|(key, _)| (key, (self.weight(key) * SCALE) as i64))
            .collect()
    }
}

/// Whether an entry can pay for something: what was refused cannot.
fn is_support(entry: &Entry) -> bool {
    entry.kind != EntryKind::Declared || entry.standing != "refused"
}

/// What the entries are about; of requests with people and budget lines.
fn works(reader: &mut Reader, entries: &[Entry]) -> Result<Vec<Work>, StoreError> {
    let requests = entries.iter().filter(|one| one.kind == EntryKind::Request);
    let requests: Vec<ApplicationId> = requests.filter_map(|one| one.application).collect();
    let answers = submission::latest_answers(reader, &requests)?;
    let work = |entry: &Entry| {
        let asked = entry.application.and_then(|id| answers.get(&id));
        match asked.filter(|_| entry.kind == EntryKind::Request) {
            Some(answers) => Work::asked_by(&entry.grant, answers),
            None => Work::of(&entry.grant),
        }
    };
    Ok(entries.iter().map(work).collect())
}

/// What an application asks for, as it was sent last; nothing before that.
pub fn work_of(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
) -> Result<Option<Work>, StoreError> {
    let Some(row) = application::find(reader, reach, id)? else {
        return Ok(None);
    };
    let Some(owner) = organisation::by_ids(reader, &[row.organisation_id])?.pop() else {
        return Ok(None);
    };
    let sent = submission::latest(reader, reach, id)?;
    Ok(sent.map(|sent| Work::asked(&owner, &sent.answers)))
}

/// Looks for overlaps of an application that was just sent, and keeps what is worth a
/// look; applications that it overlaps with and that are not decided yet are told of it.
pub(super) fn look_at(
    tx: &mut Tx,
    id: ApplicationId,
    organisation: &Organisation,
    answers: &crate::domain::answers::Answers,
) -> Result<(), StoreError> {
    let work = Work::asked(organisation, answers);
    let alike = keep(tx, id, &work)?;
    let own = ledger::of_application(tx, id, &[EntryKind::Request])?.pop();
    let Some(own) = own.map(|entry| entry.number) else {
        return Ok(());
    };
    let others = alike
        .iter()
        .filter(|one| one.entry.kind == EntryKind::Request);
    let others = others.filter_map(|one| Some((one.entry.application?, thousandths(one))));
    let others: BTreeMap<ApplicationId, i32> = others.collect();
    overlap::tell(tx, (id, own), &others)
}

fn thousandths(one: &Alike) -> i32 {
    (one.overlap.score * 1_000.0).round() as i32
}

/// Keeps what is worth a look, and answers with it.
fn keep(tx: &mut Tx, id: ApplicationId, work: &Work) -> Result<Vec<Alike>, StoreError> {
    let mut found = find(tx, Reach::operator(), (work, Some(id)), KEPT)?;
    found.retain(|one| one.overlap.is_worth_a_look());
    let worth = found.iter().map(|one| Found {
        entry: one.entry.number,
        score: thousandths(one),
    });
    let worth: Vec<Found> = worth.collect();
    let published = ledger::published(tx)?;
    overlap::keep(tx, id, &worth, published)?;
    Ok(found)
}

/// Looks again: the ledger may have grown.
pub fn look_again(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    let may = judge(tx, actor, id)?;
    let work = work_of(tx, Reach::staff(actor), may.application())?;
    let work = work.ok_or(Refusal::NotFound)?;
    keep(tx, id, &work)?;
    audit(tx, "search_overlaps", ("application", id.as_str()), "", "")?;
    Ok(())
}

/// Says what an overlap is. To dismiss one takes a reason.
pub fn say(
    tx: &mut Tx,
    actor: &Actor,
    (id, handle): (ApplicationId, &str),
    (standing, reason): (&str, &str),
) -> Result<(), Refusal> {
    let may = judge(tx, actor, id)?;
    let reach = Reach::staff(actor);
    let rows = overlap::of_application(tx, id)?;
    let numbers: Vec<i64> = rows.iter().map(|row| row.entry).collect();
    let with = ledger::by_numbers(tx, reach, &numbers)?.into_iter();
    let mut with = with.filter(|entry| Key::handle(&entry.grant.grant_id) == handle);
    let entry = with.next().ok_or(Refusal::NotFound)?.number;
    let before = rows.iter().find(|row| row.entry == entry.0);
    let before = before.map_or(Standing::Open, |row| row.state);
    let mut problems = Problems::default();
    let standing = Standing::from_code(standing).filter(|one| *one != Standing::Open);
    let standing = standing.ok_or_else(|| Message::new("error-choice"));
    let standing = problems.take("standing", standing);
    let reason = match standing {
        Some(Standing::Dismissed) => problems.take("reason", needed(reason, MOST_TEXT)),
        _ if reason.trim().is_empty() => Some(String::new()),
        _ => problems.take("reason", needed(reason, MOST_TEXT)),
    };
    let (Some(standing), Some(reason)) = (standing, reason) else {
        return Err(problems.into());
    };
    overlap::say(tx, &may, entry, (standing, &reason))?;
    let object = ("application", id.as_str());
    let state = |standing: Standing| format!("{handle} {}", standing.code());
    audit(
        tx,
        "judge_overlap",
        object,
        &state(before),
        &state(standing),
    )?;
    Ok(())
}

fn judge(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<MayJudgeOverlaps, Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    Ok(MayJudgeOverlaps::on(actor, id, row.status)?)
}

/// The overlaps of an application that were kept, as far as a reach has what they are
/// with, best first, each with its parts as things stand now.
pub struct Kept {
    pub alike: Alike,
    pub found: overlap::Row,
}

/// Reads them.
pub fn kept(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
    work: &Work,
) -> Result<Vec<Kept>, StoreError> {
    let rows = overlap::of_application(reader, id)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<i64> = rows.iter().map(|row| row.entry).collect();
    let entries = ledger::by_numbers(reader, reach, &numbers)?;
    let works = works(reader, &entries)?;
    let seeker = Seeker::of(reader, work)?;
    let sought = seeker.sought();
    let mut alike: HashMap<i64, Alike> = HashMap::new();
    for (entry, work) in entries.into_iter().zip(&works) {
        let overlap = sought.against(work);
        alike.insert(entry.number.0, Alike { entry, overlap });
    }
    let kept = rows.into_iter().filter_map(|found| {
        let alike = alike.remove(&found.entry)?;
        Some(Kept { alike, found })
    });
    Ok(kept.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_effort_grows_with_the_logarithm_of_the_ledger() {
        let effort = |published| {
            let Effort { rows, compared } = Effort::of(published);
            (rows, compared)
        };
        for small in [0, 1, 100_000] {
            assert_eq!(effort(small), (20_000, 120), "{small}");
        }
        assert_eq!(effort(1_000_000), (40_000, 480));
        assert_eq!(effort(10_000_000), (60_000, 840));
    }
}
