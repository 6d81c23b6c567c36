//! Rankings for pages, kept in memory until anything that they are read from is written.
//! Ranking 10,000 applications takes half a second; a panel that decides opens pages that
//! need it all the time. Every change appends to the audit log, so a ranking holds as long
//! as nothing was done since but what [spares] it: in whichever process the change was
//! made, no reader is shown an older one. Nothing that is kept sealed is in a ranking, so
//! that it is the same with a master key and without.
//!
//! What `seed` writes into an empty database has no event; nobody works in that.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};

use super::rank_round::{RoundRanking, rank_of};
use crate::domain::RoundId;
use crate::domain::round::Round;
use crate::policy::{Reach, Within};
use crate::store::{Database, Reader, StoreError, actions_after, application, audit_end, round};

/// Bytes of all the rankings that are kept: one of the largest rounds.
const MOST: usize = 30_000_000;
/// Bytes of an application in a ranking, about, with three reviews and a decision.
const APPLICATION: usize = 2_500;
/// Rankings that are kept, of small rounds.
const KEPT: usize = 24;

/// Events since a ranking that are looked through; behind more it is read anew.
const LOOKED_AT: usize = 1_000;

/// What people do all the time and no ranking is read from: signing in, and what is not
/// sent yet. Readings, which are noted too, all begin with [`READING`].
const SPARING: [&str; 6] = [
    "sign_up",
    "sign_in",
    "sign_out",
    "start_application",
    "save_section",
    "save_review",
];
const READING: &str = "read_";

/// Whether what was done leaves every ranking as it is.
fn spares(action: &str) -> bool {
    action.starts_with(READING) || SPARING.contains(&action)
}

/// The last event of the log with its number. The hash of another database is another one.
type End = (i64, String);

/// What a ranking was read from, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    log: End,
    round: RoundId,
    /// `None` for everybody of the staff from whom nothing is kept: they share it.
    reach: Option<Reach>,
}

/// A ranking with its bytes.
struct Kept {
    bytes: usize,
    ranking: Arc<RoundRanking>,
}

/// The place of a ranking: whoever finds it empty fills it, while others wait for that.
type Place = Arc<Mutex<Option<Kept>>>;
/// In the order in which they were asked for.
type Places = VecDeque<(Key, Place)>;

static RANKINGS: Mutex<Places> = Mutex::new(VecDeque::new());
/// Held by whoever ranks for a page: what a ranking is made from takes as much memory as the
/// ranking, and there is that of one round at a time.
static RANKING: Mutex<()> = Mutex::new(());

/// The ranking of the round of a name in URLs, for a page. What writes ranks anew within
/// its transaction instead, where the log may not have its event yet.
pub fn by_slug(
    reader: &mut Reader,
    reach: Reach,
    slug: &str,
) -> Result<Option<Arc<RoundRanking>>, StoreError> {
    match round::by_slug(reader, slug)? {
        Some(round) => of(reader, reach, round).map(Some),
        None => Ok(None),
    }
}

/// The same for a round.
pub fn of(
    reader: &mut Reader,
    reach: Reach,
    round: Round,
) -> Result<Arc<RoundRanking>, StoreError> {
    // What is still to be judged depends on the time of the reading as well.
    let log = audit_end(reader)?.filter(|_| !reach.depends_on_time());
    let Some(log) = log else {
        return in_turn(reader, reach, round);
    };
    let key = Key {
        log,
        round: round.id,
        reach: own(reader, reach)?,
    };
    carry_on(reader, &key)?;
    let place = place(&mut held(&RANKINGS), key);
    reader.rest();
    let mut kept = held(&place);
    if let Some(one) = kept.as_ref().filter(|one| one.ranking.round == round) {
        return Ok(Arc::clone(&one.ranking));
    }
    let ranking = in_turn(reader, reach, round)?;
    *kept = Some(Kept {
        bytes: ranking.entries.len() * APPLICATION,
        ranking: Arc::clone(&ranking),
    });
    // What is held is not counted.
    drop(kept);
    bound(&mut held(&RANKINGS));
    Ok(ranking)
}

/// Ranks a round when nobody else does.
fn in_turn(
    reader: &mut Reader,
    reach: Reach,
    round: Round,
) -> Result<Arc<RoundRanking>, StoreError> {
    // The database is not asked meanwhile, and not silent.
    reader.rest();
    let _turn = held(&RANKING);
    rank_of(reader, reach, round).map(Arc::new)
}

/// The reach that a ranking is for, where it is not the same for all.
fn own(reader: &mut Reader, reach: Reach) -> Result<Option<Reach>, StoreError> {
    Ok(match reach.within() {
        Within::NotInConflict(me) if !application::is_kept_away(reader, me)? => None,
        _ => Some(reach),
    })
}

/// Whether nothing was done since that a ranking could show.
fn holds(reader: &mut Reader, since: &End) -> Result<bool, StoreError> {
    let done = actions_after(reader, since, LOOKED_AT)?;
    Ok(done.is_some_and(|done| done.iter().all(|action| spares(action))))
}

/// Lets rankings of the round go on under the end that the log has now, where they hold.
fn carry_on(reader: &mut Reader, now: &Key) -> Result<(), StoreError> {
    let older: BTreeSet<End> = held(&RANKINGS)
        .iter()
        .filter(|(key, _)| key.round == now.round && key.log != now.log)
        .map(|(key, _)| key.log.clone())
        .collect();
    for log in older {
        if holds(reader, &log)? {
            move_on(&mut held(&RANKINGS), (&log, now));
        }
    }
    Ok(())
}

fn move_on(all: &mut Places, (log, now): (&End, &Key)) {
    let here: Vec<Option<Reach>> = all
        .iter()
        .filter(|(key, _)| key.round == now.round && key.log == now.log)
        .map(|(key, _)| key.reach)
        .collect();
    for (key, _) in all.iter_mut() {
        if key.round == now.round && key.log == *log && !here.contains(&key.reach) {
            key.log.clone_from(&now.log);
        }
    }
}

/// Lets go of what is out of date though nobody asks for a ranking: what was written, in
/// whichever process, may have been an erasure.
pub fn let_go(database: &Database) -> Result<(), StoreError> {
    let logs: BTreeSet<End> = held(&RANKINGS)
        .iter()
        .map(|(key, _)| key.log.clone())
        .collect();
    for log in logs {
        if !database.read(|reader| holds(reader, &log))? {
            held(&RANKINGS).retain(|(key, _)| key.log != log);
        }
    }
    Ok(())
}

/// Finds or makes the place of a ranking, and lets go of what is out of date.
fn place(all: &mut Places, key: Key) -> Place {
    if let Some(at) = all.iter().position(|(other, _)| *other == key) {
        let found = all.remove(at);
        all.extend(found);
    } else {
        // Of other rounds it stays until somebody asks, or the next look for what is old.
        all.retain(|(other, _)| other.log == key.log || other.round != key.round);
        all.push_back((key, Place::default()));
    }
    bound(all);
    all.back()
        .map(|(_, place)| Arc::clone(place))
        .unwrap_or_default()
}

/// Lets go of what nobody asked for longest, where there is too much.
fn bound(all: &mut Places) {
    while all.len() > 1 && (all.len() > KEPT || size(all) > MOST) {
        all.pop_front();
    }
}

/// Bytes of what is ready; what is being read is not waited for.
fn size(all: &Places) -> usize {
    let ready = all.iter().filter_map(|(_, place)| place.try_lock().ok());
    let sizes = ready.map(|kept| kept.as_ref().map_or(0, |one| one.bytes));
    sizes.sum()
}

/// What a lock guards is whole even where somebody who held it panicked.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(|left| {
        lock.clear_poison();
        left.into_inner()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::install::install;
    use crate::domain::round::{Closing, RoundState};
    use crate::domain::{Currency, Translated};
    use crate::store::trial::{database, stamp};
    use crate::store::{Tx, audit, form, mint, rubric};

    /// A round in which nobody applied.
    fn made(database: &Database) -> Round {
        let make = |tx: &mut Tx| -> Result<Round, StoreError> {
            let of = install(tx)?.unwrap();
            let now = tx.now();
            let made = Round {
                id: mint(),
                programme_id: of,
                rubric_id: rubric::latest(tx, of)?.unwrap().id,
                form_id: form::latest(tx, of)?.unwrap().id,
                slug: "winter".to_owned(),
                title: Translated::default(),
                purpose: Translated::default(),
                currency: Currency::USD,
                budget_minor: 50_000_000,
                least_minor: 100_000,
                most_minor: 2_500_000,
                opens_at: now,
                closing: Closing::Rolling { review_days: 5 },
                grace_minutes: 15,
                time_zone: "Asia/Hebron".to_owned(),
                turnaround_days: 21,
                sign_off: true,
                emergency: false,
                state: RoundState::Open,
                created_at: now,
            };
            round::insert(tx, &made)?;
            Ok(made)
        };
        database.write(stamp(), make).unwrap()
    }

    #[test]
    fn a_ranking_is_kept_until_something_is_written_and_no_longer() {
        let (_folder, database) = database();
        let round = made(&database);
        let ranking = || {
            let read = |reader: &mut Reader| of(reader, Reach::operator(), round.clone());
            database.read(read).unwrap()
        };
        let done = |verb: &'static str| {
            let about = ("round", "winter");
            let written = database.write(stamp(), |tx| audit(tx, verb, about, "", ""));
            written.unwrap();
        };
        let write = || done("open_round");
        let first = ranking();
        assert!(Arc::ptr_eq(&first, &ranking()));
        for action in SPARING.into_iter().chain(["read_answers"]) {
            done(action);
            assert!(Arc::ptr_eq(&first, &ranking()), "{action}");
        }
        write();
        done("sign_in");
        let second = ranking();
        assert!(!Arc::ptr_eq(&first, &second));
        assert_eq!(Arc::strong_count(&first), 1, "it stays with nobody else");
        let_go(&database).unwrap();
        assert!(Arc::ptr_eq(&second, &ranking()), "nothing was written");
        done("save_section");
        let_go(&database).unwrap();
        assert!(Arc::ptr_eq(&second, &ranking()), "it shows no drafts");
        write();
        let_go(&database).unwrap();
        assert_eq!(Arc::strong_count(&second), 1, "nobody asked since");
    }

    #[test]
    fn what_nobody_asked_for_longest_goes_where_there_is_too_much() {
        let (_folder, database) = database();
        let round = made(&database);
        let read = |reader: &mut Reader| rank_of(reader, Reach::operator(), round.clone());
        let ranking = Arc::new(database.read(read).unwrap());
        let key = |log: &str| Key {
            log: (1, log.to_owned()),
            round: round.id,
            reach: None,
        };
        let of = |bytes: usize| -> Place {
            Arc::new(Mutex::new(Some(Kept {
                bytes,
                ranking: Arc::clone(&ranking),
            })))
        };
        let mut all = Places::from([(key("1"), of(MOST)), (key("2"), of(1))]);
        bound(&mut all);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].0, key("2"));
        let mut all = Places::from([(key("1"), of(MOST + 1))]);
        bound(&mut all);
        assert_eq!(all.len(), 1, "the last one stays");
        let mut all: Places = (0..=KEPT).map(|_| (key("1"), of(0))).collect();
        bound(&mut all);
        assert_eq!(all.len(), KEPT);
    }

    #[test]
    fn a_place_that_was_left_in_a_panic_is_filled_and_counted_again() {
        let place = Place::default();
        let left = std::thread::scope(|scope| {
            let fill = scope.spawn(|| {
                let _kept = held(&place);
                assert!(place.try_lock().is_ok(), "it is held");
            });
            fill.join()
        });
        assert!(left.is_err() && place.is_poisoned());
        drop(held(&place));
        assert!(!place.is_poisoned());
    }
}
