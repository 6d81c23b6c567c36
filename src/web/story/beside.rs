//! What stands beside an application in the ranking: those next to it, and those that
//! fared otherwise than their places would say. Why this and not that.

use std::collections::{BTreeMap, BTreeSet};

use super::place;
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::domain::ApplicationId;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::fraction::percent_tenths;
use crate::i18n::Locale;
use crate::web::decision::badge;
use crate::web::ui::Badge;

/// Neighbours on each side.
const NEXT: usize = 3;
/// The most that are shown of those that fared otherwise; the nearest.
const OTHERWISE: usize = 5;

/// One application in the ranking.
pub struct Beside {
    pub place: String,
    /// Where its own story is; empty for the one that is read.
    pub href: String,
    pub title: String,
    pub organisation: String,
    pub score: String,
    pub decision: Option<Badge>,
    /// What it is awarded; empty for nothing.
    pub amount: String,
    pub why: String,
}

/// The ranks of the applications beside one with these, best first; nothing while it has
/// no place.
pub fn neighbours(ranking: &RoundRanking, id: ApplicationId) -> Vec<(u32, &Entry)> {
    let placed: Vec<(u32, &Entry)> = ranking
        .running()
        .filter_map(|entry| Some((entry.ranked.rank?, entry)))
        .collect();
    let own = placed
        .iter()
        .position(|(_, entry)| entry.application.id == id);
    let Some(own) = own else {
        return Vec::new();
    };
    let fates: Vec<Fate> = placed
        .iter()
        .map(|(rank, entry)| (*rank, is_funded(entry)))
        .collect();
    let shown = chosen(&fates, own).into_iter();
    shown.map(|at| placed[at]).collect()
}

/// What is told of them, with the decisions on them.
pub fn beside(
    t: Locale,
    (ranking, id): (&RoundRanking, ApplicationId),
    decisions: &BTreeMap<ApplicationId, Decision>,
) -> Vec<Beside> {
    let shown = neighbours(ranking, id).into_iter();
    let told = shown.map(|(rank, entry)| {
        let whole = entry.decision.as_deref();
        let whole = whole.and_then(|one| one.whole_in(decisions));
        one(t, (rank, entry), entry.application.id == id, whole)
    });
    told.collect()
}

fn one(t: Locale, (rank, entry): (u32, &Entry), is_own: bool, whole: Option<&Decision>) -> Beside {
    let decision = entry.decision.as_deref();
    let mean = entry.ranked.score.mean;
    let amount = decision.and_then(|one| one.amount);
    Beside {
        place: t.number(rank.into()),
        href: if is_own {
            String::new()
        } else {
            place(entry.application.id)
        },
        title: entry.application.title.clone(),
        organisation: entry.organisation.name(t.language()).to_owned(),
        score: mean.map_or_else(String::new, |mean| t.tenths(percent_tenths(mean))),
        decision: decision.map(|one| badge(t, one)),
        amount: amount.map_or_else(String::new, |money| t.money(money)),
        why: whole.map(reasons).unwrap_or_default(),
    }
}

/// Why it was decided so, and why against the ranking where that was said.
pub fn reasons(one: &Decision) -> String {
    let all = [Some(one.rationale.as_str()), one.deviation.as_deref()];
    let said: Vec<&str> = all.into_iter().flatten().collect();
    said.join("\n\n")
}

/// Rank, and whether it is funded; nothing while that is open.
type Fate = (u32, Option<bool>);

/// Whether the decision that stands funds it; a referral back decides nothing.
fn is_funded(entry: &Entry) -> Option<bool> {
    let decision = entry.decision.as_deref();
    let decided = decision.filter(|one| one.outcome != Outcome::ReferBack);
    decided.map(|one| one.outcome == Outcome::Award)
}

/// The places in a list of fates, best first, that are shown beside one's own.
fn chosen(fates: &[Fate], own: usize) -> BTreeSet<usize> {
    let last = fates.len().saturating_sub(1);
    let near = own.saturating_sub(NEXT)..=(own + NEXT).min(last);
    let otherwise = |at: &usize| {
        let ((rank, funded), (mine, us)) = (fates[*at], fates[own]);
        match (us, funded) {
            (Some(true), Some(false)) => rank < mine,
            (Some(false), Some(true)) => rank > mine,
            _ => false,
        }
    };
    let above = (0..own).rev().filter(otherwise).take(OTHERWISE);
    let below = (own + 1..fates.len()).filter(otherwise).take(OTHERWISE);
    near.chain(above).chain(below).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(fates: &[Fate], own: usize) -> Vec<usize> {
        chosen(fates, own).into_iter().collect()
    }

    #[test]
    fn neighbours_stand_beside_it_and_whoever_fared_otherwise() {
        let mut fates: Vec<Fate> = (1..=20).map(|rank| (rank, None)).collect();
        assert_eq!(shown(&fates, 0), [0, 1, 2, 3]);
        assert_eq!(shown(&fates, 19), [16, 17, 18, 19]);
        assert_eq!(shown(&fates, 10), [7, 8, 9, 10, 11, 12, 13]);
        assert_eq!(shown(&fates[..1], 0), [0]);
        // Above it one was declined and one funded, below it one was declined.
        fates[10].1 = Some(true);
        (fates[2].1, fates[3].1, fates[18].1) = (Some(false), Some(true), Some(false));
        assert_eq!(shown(&fates, 10), [2, 7, 8, 9, 10, 11, 12, 13]);
        // Whoever is declined is shown who was funded from further below.
        assert_eq!(shown(&fates, 2), [0, 1, 2, 3, 4, 5, 10]);
        // Equal scores are no better place.
        fates[2].0 = fates[10].0;
        assert_eq!(shown(&fates, 10), [7, 8, 9, 10, 11, 12, 13]);
    }

    #[test]
    fn of_many_that_fared_otherwise_the_nearest_are_shown() {
        let fates: Vec<Fate> = (1..=30).map(|rank| (rank, Some(rank == 30))).collect();
        let nearest: Vec<usize> = (24..30).collect();
        assert_eq!(shown(&fates, 29), nearest);
    }
}
