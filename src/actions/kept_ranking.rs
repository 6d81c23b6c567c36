//! Rankings for pages, kept in memory until anything is written. Ranking 10,000
//! applications takes half a second; a panel that decides opens pages that need it all
//! the time. Every change appends to the audit log, so a ranking holds as long as the log
//! ends where it ended before the ranking was read: in whichever process the change was
//! made, no reader is shown an older one.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::rank_round::{RoundRanking, rank_of};
use crate::domain::RoundId;
use crate::domain::round::Round;
use crate::policy::Reach;
use crate::store::{Reader, StoreError, audit_end, round};

/// Applications in all the rankings that are kept: two of the largest rounds. Each takes
/// three to four kilobytes.
const KEPT_APPLICATIONS: usize = 20_000;
/// Rankings that are kept, of small rounds.
const KEPT: usize = 24;

/// What a ranking was read from, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    /// The hash of the last event: of another database it is another one.
    log: String,
    round: RoundId,
    reach: Reach,
}

/// The place of a ranking: whoever finds it empty fills it, while others wait for that.
type Place = Arc<Mutex<Option<Arc<RoundRanking>>>>;

static RANKINGS: Mutex<VecDeque<(Key, Place)>> = Mutex::new(VecDeque::new());

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
    let Some((_, log)) = log else {
        return rank_of(reader, reach, round).map(Arc::new);
    };
    let place = place(Key {
        log,
        round: round.id,
        reach,
    });
    let mut kept = held(&place);
    if let Some(ranking) = kept.as_ref().filter(|one| one.round == round) {
        return Ok(Arc::clone(ranking));
    }
    let ranking = Arc::new(rank_of(reader, reach, round)?);
    *kept = Some(Arc::clone(&ranking));
    Ok(ranking)
}

/// Finds or makes the place of a ranking, and lets go of what is out of date.
fn place(key: Key) -> Place {
    let mut all = held(&RANKINGS);
    if let Some(at) = all.iter().position(|(other, _)| *other == key) {
        let found = all.remove(at);
        all.extend(found);
    } else {
        // What was written may have been an erasure: nothing older stays in memory.
        all.retain(|(other, _)| other.log == key.log);
        all.push_back((key, Place::default()));
    }
    while all.len() > 1 && (all.len() > KEPT || size(&all) > KEPT_APPLICATIONS) {
        all.pop_front();
    }
    all.back()
        .map(|(_, place)| Arc::clone(place))
        .unwrap_or_default()
}

/// Applications in what is ready; what is being read is not waited for.
fn size(all: &VecDeque<(Key, Place)>) -> usize {
    let ready = all.iter().filter_map(|(_, place)| place.try_lock().ok());
    let sizes = ready.map(|kept| kept.as_ref().map_or(0, |one| one.entries.len()));
    sizes.sum()
}

/// What a lock guards is whole even where somebody who held it panicked.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
