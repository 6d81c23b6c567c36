//! Which decisions deviate from the ranking of a round, and the reason that they need. A
//! tie that lots were drawn in is no tie any more: the draw is its order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::board::funding_line_by;
use super::rank_round::{RoundRanking, rank_of};
use crate::domain::ApplicationId;
use crate::domain::decision::Outcome;
use crate::domain::funding_line::FundingLine;
use crate::domain::lots::{Seed, draw};
use crate::domain::round::Round;
use crate::policy::Reach;
use crate::store::lots::{self, LotRow};
use crate::store::{Reader, StoreError};

/// The applications of a round by rank, and where the budget ends among them.
#[derive(Debug, Clone)]
pub struct Order {
    line: FundingLine,
    ranks: BTreeMap<ApplicationId, u32>,
    /// Places in the draws that settled ties, from 1.
    drawn: BTreeMap<ApplicationId, u32>,
}

/// The order of a round as it stands now, as far as it is within reach. Whoever writes by it
/// reads it in the transaction that writes: reviews, statuses, conflicts, decisions and lots
/// all move it, and to compare them with what was read before is to read them again.
pub fn order(reader: &mut Reader, reach: Reach, round: Round) -> Result<Order, StoreError> {
    let lots = lots::of_round(reader, reach, round.id)?;
    Ok(Order::of(&rank_of(reader, reach, round)?, &lots))
}

/// Where an application stands to the funding line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Above,
    Below,
    /// In a tie that the line cuts, or without a rank: nothing deviates.
    Neither,
}

impl Order {
    /// The order of a ranking for a page: kept with it where no lots were drawn.
    pub fn shown(ranking: &RoundRanking, lots: &[LotRow]) -> Arc<Self> {
        if lots.iter().any(|lot| lot.drawn.is_some()) {
            return Arc::new(Self::of(ranking, lots));
        }
        let kept = ranking
            .once
            .order
            .get_or_init(|| Arc::new(Self::of(ranking, &[])));
        Arc::clone(kept)
    }

    /// The order of a ranking with the draws of its round, as far as it is within reach.
    pub fn of(ranking: &RoundRanking, lots: &[LotRow]) -> Self {
        let ranked = ranking.running();
        let ranked = ranked.filter_map(|entry| Some((entry.application.id, entry.ranked.rank?)));
        let ranked: Vec<(ApplicationId, u32)> = ranked.collect();
        let drawn = places(&ranked, lots);
        let rank = |(id, rank): &(ApplicationId, u32)| {
            let place = drawn.get(id).copied().unwrap_or(1);
            (*id, rank + place - 1)
        };
        let ranks: BTreeMap<ApplicationId, u32> = ranked.iter().map(rank).collect();
        Self {
            line: funding_line_by(ranking, |entry| ranks.get(&entry.application.id).copied()),
            ranks,
            drawn,
        }
    }

    /// The place of an application in the draw that settled its tie.
    pub fn drawn(&self, application: ApplicationId) -> Option<u32> {
        self.drawn.get(&application).copied()
    }

    /// Whether an outcome for an application deviates.
    pub fn deviates(&self, application: ApplicationId, outcome: Outcome) -> bool {
        let rank = self.ranks.get(&application).copied();
        self.line.deviates(rank, outcome)
    }

    /// On which side of the line an application is.
    pub fn side(&self, application: ApplicationId) -> Side {
        let deviates = |outcome| self.deviates(application, outcome);
        match (deviates(Outcome::Award), deviates(Outcome::Decline)) {
            (true, _) => Side::Below,
            (false, true) => Side::Above,
            (false, false) => Side::Neither,
        }
    }
}

/// The places that lots gave in ties of a ranking, which comes in its order. A draw that
/// not all of a tie took part in settles nothing.
fn places(ranked: &[(ApplicationId, u32)], lots: &[LotRow]) -> BTreeMap<ApplicationId, u32> {
    let mut places = BTreeMap::new();
    let equals = ranked.chunk_by(|one, other| one.1 == other.1);
    for equal in equals.filter(|equal| equal.len() > 1) {
        let ids: Vec<ApplicationId> = equal.iter().map(|(id, _)| *id).collect();
        let settled = lots.iter().find_map(|lot| {
            let (_, _, seed) = lot.drawn.as_ref()?;
            lot.settles(&ids).then(|| drawn_order(lot, seed))
        });
        let own = settled.unwrap_or_default().into_iter();
        places.extend(own.filter(|id| ids.contains(id)).zip(1_u32..));
    }
    places
}

/// Who takes part in a draw, in its order.
fn drawn_order(lot: &LotRow, seed: &Seed) -> Vec<ApplicationId> {
    let references: Vec<String> = lot.tickets.iter().map(|(_, own)| own.clone()).collect();
    let order = draw(seed, &references).into_iter();
    let of = |reference: String| {
        let mut tickets = lot.tickets.iter();
        tickets
            .find(|(_, own)| *own == reference)
            .map(|(id, _)| *id)
    };
    order.filter_map(|(reference, _)| of(reference)).collect()
}
