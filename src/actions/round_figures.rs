//! What pages say of a ranked round as a whole: counted once for a ranking, and kept with it.

use std::collections::BTreeMap;

use super::rank_round::{Entry, RoundRanking};
use crate::domain::application::Status;
use crate::domain::decision::{Outcome, may_release};
use crate::domain::portfolio::Portfolio;

/// Totals of a ranked round.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Budget, commitments and balance over the decided applications. A referral back
    /// decides nothing, and gives nothing back that was paid before.
    pub portfolio: Portfolio,
    /// How many applications share each rank.
    pub sharing: BTreeMap<u32, usize>,
    /// Applications in the running, by the community of who applied.
    pub by_community: BTreeMap<String, usize>,
    /// The same by the base.
    pub by_base: BTreeMap<String, usize>,
    /// Of those in the running: how many wait for a decision.
    pub deliberated: usize,
    /// How many have a decision that can be released now.
    pub ready: usize,
    /// Of how many reviews are kept from the reader.
    pub withheld: usize,
}

impl Figures {
    pub(super) fn of(ranking: &RoundRanking) -> Self {
        let deliberated = |entry: &&Entry| entry.application.status == Status::Deliberation;
        let ready = |entry: &&Entry| {
            let decision = entry.decision.as_deref();
            decision.is_some_and(|one| may_release(one, ranking.round.sign_off).is_ok())
        };
        Self {
            portfolio: portfolio(ranking),
            sharing: counted(ranking.running().filter_map(|entry| entry.ranked.rank)),
            by_community: counted(ranking.running().map(|e| e.organisation.community.clone())),
            by_base: counted(ranking.running().map(|e| e.organisation.base.clone())),
            deliberated: ranking.running().filter(deliberated).count(),
            ready: ranking.running().filter(deliberated).filter(ready).count(),
            withheld: ranking.running().filter(|entry| entry.withheld).count(),
        }
    }

    /// How many applications have this one’s rank; 1 where it has none.
    pub fn sharing(&self, entry: &Entry) -> usize {
        let rank = entry.ranked.rank.and_then(|rank| self.sharing.get(&rank));
        rank.copied().unwrap_or(1)
    }
}

fn portfolio(ranking: &RoundRanking) -> Portfolio {
    let decided = ranking.entries.iter().filter_map(|entry| {
        let decision = entry.decision.as_deref()?;
        let organisation = &entry.organisation;
        let award = decision.committed_minor();
        let place = (organisation.community.as_str(), organisation.base.as_str());
        let counts = decision.outcome != Outcome::ReferBack || award.is_some();
        counts.then_some((place.0, place.1, award))
    });
    Portfolio::of(ranking.round.budget_minor, decided)
}

fn counted<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}
