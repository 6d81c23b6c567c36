//! Flagged disagreement as somebody may see it: worked out from nothing but what is
//! within their reach, in a constant number of queries. A reviewer's typical spread is
//! that of the applications which they have reviewed themselves.

use std::collections::BTreeMap;

use super::rank_round::{Entry, RoundRanking};
use crate::domain::flag::{Flag, Pool, Spread, WideCriterion, flag};
use crate::domain::score::{Judgements, score_review};
use crate::domain::{ApplicationId, RoundId};
use crate::policy::Reach;
use crate::store::spread::{self, Spreads};
use crate::store::{Reader, StoreError};

/// Flags by application.
pub type Flags = BTreeMap<ApplicationId, Flag>;

/// The flags of these applications, which are of these rounds. Whether their reviews
/// may be known is the caller's to ask.
pub fn flags(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
    asked: &[ApplicationId],
) -> Result<Flags, StoreError> {
    let spreads = spread::of_rounds(reader, reach, rounds, asked)?;
    let wide = spread::wide_criteria(reader, rounds, Some(asked))?;
    let mut flags = raised(&spreads, wide);
    flags.retain(|id, _| asked.contains(id));
    Ok(flags)
}

/// The flags of whole rounds.
pub fn flags_of_rounds(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
) -> Result<Flags, StoreError> {
    let spreads = spread::of_rounds(reader, reach, rounds, &[])?;
    let wide = spread::wide_criteria(reader, rounds, None)?;
    Ok(raised(&spreads, wide))
}

fn raised(spreads: &Spreads, mut wide: BTreeMap<ApplicationId, Vec<WideCriterion>>) -> Flags {
    let mut of_rounds: BTreeMap<RoundId, Vec<&Spread>> = BTreeMap::new();
    for (round, spread) in spreads.values() {
        of_rounds.entry(*round).or_default().push(spread);
    }
    let pool = |(round, spreads): (RoundId, Vec<&Spread>)| (round, Pool::of(spreads));
    let pools: BTreeMap<RoundId, Pool> = of_rounds.into_iter().map(pool).collect();
    let raise = |(id, (round, own)): (&ApplicationId, &(RoundId, Spread))| {
        let wide = wide.remove(id).unwrap_or_default();
        Some((*id, flag(own, pools.get(round)?, wide)?))
    };
    spreads.iter().filter_map(raise).collect()
}

/// The flags of a ranked round, without another query. Every review is scored for them,
/// once for as long as the ranking is kept.
pub fn flags_of_ranking(ranking: &RoundRanking) -> &Flags {
    ranking.once.flags.get_or_init(|| found_in(ranking))
}

fn found_in(ranking: &RoundRanking) -> Flags {
    let spreads: BTreeMap<ApplicationId, (RoundId, Spread)> = ranking
        .running()
        .filter_map(|entry| {
            let totals: Vec<u32> = complete(ranking, entry).map(|(total, _)| total).collect();
            let spread = Spread::of(&totals)?;
            Some((entry.application.id, (ranking.round.id, spread)))
        })
        .collect();
    let wide = ranking.running().map(|entry| {
        let judged: Vec<&Judgements> = complete(ranking, entry).map(|(_, of)| of).collect();
        (entry.application.id, wide_criteria(ranking, &judged))
    });
    raised(&spreads, wide.collect())
}

/// The complete reviews of an entry: their totals in hundredths, and the judgements.
fn complete<'a>(
    ranking: &'a RoundRanking,
    entry: &'a Entry,
) -> impl Iterator<Item = (u32, &'a Judgements)> {
    entry.reviews.iter().filter_map(|review| {
        let score = score_review(&ranking.rubric, &review.judgements);
        Some((score.hundredths()?, &review.judgements))
    })
}

fn wide_criteria(ranking: &RoundRanking, judged: &[&Judgements]) -> Vec<WideCriterion> {
    let wide = ranking.rubric.criteria.iter().filter_map(|criterion| {
        let of = |one: &&Judgements| one.get(&criterion.id)?.points_on(criterion);
        let points = || judged.iter().filter_map(of);
        let ends = (points().min()?, points().max()?);
        WideCriterion::of((criterion.id, criterion.most()), ends)
    });
    wide.collect()
}
