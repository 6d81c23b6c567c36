//! The reserve list of a round: who stands on it, in which order, and who is next when
//! money is free.

use std::collections::BTreeSet;

use super::Refusal;
use super::rank_round::{Entry, RoundRanking};
use crate::domain::application::Status;
use crate::domain::decision::{Outcome, Stage};
use crate::domain::reserve::{Waiting, order};
use crate::domain::round::{Round, RoundState};
use crate::domain::{ApplicationId, RoundId};
use crate::policy::reserve::MayOrderReserve;
use crate::policy::{Actor, Reach};
use crate::store::{Reader, StoreError, Tx, audit, reserve, round};

/// The reserve list as far as it is within reach, in its order.
pub fn list<'a>(
    reader: &mut Reader,
    reach: Reach,
    ranking: &'a RoundRanking,
) -> Result<Vec<&'a Entry>, StoreError> {
    let places = reserve::places(reader, reach, ranking.round.id)?;
    let on_it = |entry: &&Entry| {
        let released = entry
            .decision
            .as_ref()
            .is_some_and(|one| one.outcome == Outcome::Reserve && one.stage() == Stage::Released);
        released && entry.application.status == Status::Decided
    };
    // The ranking's own order is that of those without a place.
    let entries: Vec<&Entry> = ranking.running().filter(on_it).collect();
    let waiting = entries.iter().enumerate().map(|(n, entry)| Waiting {
        application: entry.application.id,
        place: places.get(&entry.application.id).copied(),
        ranked: n,
    });
    let ordered = order(waiting.collect());
    let find = |id: ApplicationId| {
        let mut all = entries.iter();
        all.find(|entry| entry.application.id == id).copied()
    };
    Ok(ordered.into_iter().filter_map(find).collect())
}

/// A round in which somebody on the reserve list could be funded.
#[derive(Debug, Clone)]
pub struct Freed {
    pub round: Round,
    /// What is left of its budget, in minor units.
    pub free_minor: i64,
    /// How many requests fit into that, each by itself.
    pub fitting: usize,
}

/// Rounds where applications on the reserve list fit into what is free, the latest first,
/// as far as that is within reach.
pub fn freed(reader: &mut Reader, reach: Reach) -> Result<Vec<Freed>, StoreError> {
    let requests = reserve::requests(reader, reach)?;
    let ids: BTreeSet<RoundId> = requests.iter().map(|(round, _)| *round).collect();
    let ids: Vec<RoundId> = ids.into_iter().collect();
    let committed = reserve::committed(reader, reach, &ids)?;
    let rounds = round::list(reader, &RoundState::ALL, None, i64::MAX)?;
    let freed = rounds.into_iter().filter_map(|round| {
        let taken = committed.get(&round.id).copied().unwrap_or(0);
        let free_minor = round.budget_minor - taken;
        let own = requests.iter().filter(|(id, _)| *id == round.id);
        let fitting = own.filter(|(_, asked)| *asked <= free_minor).count();
        (fitting > 0).then_some(Freed {
            round,
            free_minor,
            fitting,
        })
    });
    Ok(freed.collect())
}

/// Puts the list in the order of these applications of a round.
pub fn arrange(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    wanted: &[ApplicationId],
) -> Result<(), Refusal> {
    let reach = Reach::staff(actor);
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MayOrderReserve::of(actor, round.id)?;
    let rows = crate::store::application::find_many(tx, reach, wanted)?;
    if rows.len() != wanted.len() || rows.iter().any(|row| row.round_id != round.id) {
        return Err(Refusal::NotFound);
    }
    let placed: Vec<(ApplicationId, i32)> = wanted.iter().copied().zip(1..).collect();
    reserve::set(tx, &may, &placed)?;
    for (id, place) in &placed {
        let object = ("application", id.as_str());
        audit(tx, "place_reserve", object, "", &place.to_string())?;
    }
    Ok(())
}
