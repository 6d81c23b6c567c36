//! Which decisions deviate from the ranking of a round, and the reason that they need.

use std::collections::BTreeMap;

use super::board::funding_line;
use super::rank_round::RoundRanking;
use crate::domain::ApplicationId;
use crate::domain::decision::Outcome;
use crate::domain::funding_line::FundingLine;

/// The applications of a round by rank, and where the budget ends among them.
#[derive(Debug, Clone)]
pub struct Order {
    line: FundingLine,
    ranks: BTreeMap<ApplicationId, u32>,
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
    /// The order of a ranking, as far as it is within reach.
    pub fn of(ranking: &RoundRanking) -> Self {
        let ranked = ranking.running();
        let ranked = ranked.filter_map(|entry| Some((entry.application.id, entry.ranked.rank?)));
        Self {
            line: funding_line(ranking),
            ranks: ranked.collect(),
        }
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
