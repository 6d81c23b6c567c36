//! How sure a round's ranking is: the statistics of its complete reviews, as far
//! as the reader's reach gives them. Nothing of it is stored: what was calculated
//! is kept in memory under a digest of what went in, so that a page is quick, no
//! reading writes, and a changed review or another reach is another calculation.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use super::rank_round::RoundRanking;
use crate::domain::rubric::SCALE_USUAL;
use crate::domain::score::{Judgements, score_review};
use crate::domain::statistics::influence::{Shift, reweighted, with_scores, without_each};
use crate::domain::statistics::{Analysis, Answer, Best, Place, Question, Rating, Table, analysis};
use crate::domain::{AccountId, ApplicationId, CriterionId, RoundId};

/// Calculations that are kept: some rounds, each as some people may see it.
const KEPT: usize = 12;
/// Of one round among them: of former scores and of other reaches.
const OF_A_ROUND: usize = 3;
/// Draws: enough for ranks that are printed with one decimal.
const DRAWS: usize = 10_000;
/// A weight is changed by this much up and down.
const CHANGES: [f64; 2] = [1.2, 0.8];

/// The statistics of a round, with whom its numbers stand for.
#[derive(Debug)]
pub struct Certainty {
    pub applications: Vec<ApplicationId>,
    pub reviewers: Vec<AccountId>,
    /// Totals of the complete reviews, 0 to 100.
    pub table: Table,
    pub analysis: Analysis,
    /// The ranking without each reviewer.
    pub without: Answer<Vec<Shift>>,
    /// The ranking with each criterion's weight a fifth higher, and a fifth lower.
    pub reweighted: Answer<Vec<(CriterionId, [Shift; 2])>>,
    places: Arc<Places>,
}

type Kept = VecDeque<([u8; 32], RoundId, Arc<Certainty>)>;
static CALCULATED: Mutex<Kept> = Mutex::new(VecDeque::new());
/// Held by whoever calculates. Draws take more memory than what comes of them: there are
/// those of one round at a time, and who waits may find the same calculated.
static CALCULATING: Mutex<()> = Mutex::new(());

/// The statistics of a ranked round. The seed of the draws comes from the round,
/// so that everybody reads the same numbers again.
pub fn certainty(ranking: &RoundRanking) -> Arc<Certainty> {
    Arc::clone(ranking.once.certainty.get_or_init(|| calculated(ranking)))
}

fn calculated(ranking: &RoundRanking) -> Arc<Certainty> {
    let scores = Scores::of(ranking);
    let digest = scores.digest(ranking);
    if let Some(found) = found(&digest) {
        return found;
    }
    let _turn = CALCULATING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = found(&digest) {
        return found;
    }
    let made = Arc::new(scores.certainty(ranking));
    keep(&mut kept(), (digest, ranking.round.id, Arc::clone(&made)));
    made
}

fn kept() -> MutexGuard<'static, Kept> {
    CALCULATED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn found(digest: &[u8; 32]) -> Option<Arc<Certainty>> {
    let all = kept();
    let found = all.iter().find(|(key, _, _)| key == digest);
    found.map(|(_, _, found)| Arc::clone(found))
}

/// Keeps what was calculated last, and lets go of what was before it.
fn keep(all: &mut Kept, one: ([u8; 32], RoundId, Arc<Certainty>)) {
    let mut of_the_round = 1;
    all.retain(|(_, round, _)| {
        of_the_round += usize::from(*round == one.1);
        *round != one.1 || of_the_round <= OF_A_ROUND
    });
    all.truncate(KEPT - 1);
    all.push_front(one);
}

/// Where the applications of a ranking could stand.
#[derive(Debug, Default)]
pub struct Places {
    pub of: BTreeMap<ApplicationId, Place>,
    /// Where panels have nobody in common, the number of the panel within which each is
    /// told, from 1; empty otherwise.
    pub panels: BTreeMap<ApplicationId, u32>,
}

/// Where each application could stand, as far as that can be told beside its ranking.
/// Takes about a second for 10,000 applications, once until something changes: pages
/// work it out when they hold no connection to the database any more.
pub fn places(ranking: &RoundRanking) -> Arc<Places> {
    Arc::clone(&certainty(ranking).places)
}

impl Places {
    fn of(applications: &[ApplicationId], analysis: &Analysis) -> Self {
        let standings = applications.iter().zip(&analysis.applications);
        let placed = standings.filter_map(|(id, one)| Some((*id, one.place.ok()?)));
        let panels = &analysis.panels;
        let numbered = (1..).zip(panels).filter(|_| panels.len() > 1);
        let numbered = numbered.flat_map(|(number, own)| {
            let own = own.iter().filter_map(|at| applications.get(*at));
            own.map(move |id| (*id, number))
        });
        Self {
            of: placed.collect(),
            panels: numbered.collect(),
        }
    }
}

/// The complete reviews of those in the running, numbered.
struct Scores<'a> {
    applications: Vec<ApplicationId>,
    reviewers: Vec<AccountId>,
    ratings: Vec<Rating>,
    /// Of each rating.
    judgements: Vec<&'a Judgements>,
}

impl<'a> Scores<'a> {
    fn of(ranking: &'a RoundRanking) -> Self {
        let mut entries: Vec<_> = ranking.running().collect();
        // By what people call them: ids are random, and the draws go by this order.
        entries.sort_by(|one, other| one.application.reference.cmp(&other.application.reference));
        let reviewers = entries.iter().flat_map(|entry| &entry.reviews);
        let mut numbers: BTreeMap<AccountId, usize> = reviewers
            .filter(|review| score_review(&ranking.rubric, &review.judgements).complete)
            .map(|review| (review.reviewer, 0))
            .collect();
        numbers
            .values_mut()
            .enumerate()
            .for_each(|(at, number)| *number = at);
        let mut scores = Self {
            applications: entries.iter().map(|entry| entry.application.id).collect(),
            reviewers: numbers.keys().copied().collect(),
            ratings: Vec::new(),
            judgements: Vec::new(),
        };
        for (application, entry) in entries.iter().enumerate() {
            let mut reviews: Vec<_> = entry.reviews.iter().collect();
            reviews.sort_by_key(|review| review.reviewer);
            for review in reviews {
                let score = score_review(&ranking.rubric, &review.judgements);
                let Some(total) = score.total.filter(|_| score.complete) else {
                    continue;
                };
                scores.judgements.push(&review.judgements);
                scores.ratings.push(Rating {
                    application,
                    reviewer: numbers[&review.reviewer],
                    score: total.approximate() * 100.0,
                });
            }
        }
        scores
    }

    /// Everything that the calculation depends on.
    fn digest(&self, ranking: &RoundRanking) -> [u8; 32] {
        let mut digest = Sha256::new();
        digest.update(ranking.round.id.to_string());
        // The draws begin with it.
        digest.update(seed(ranking).to_le_bytes());
        digest.update(ranking.rubric.id.to_string());
        for id in &self.applications {
            digest.update(id.to_string());
        }
        for id in &self.reviewers {
            digest.update(id.to_string());
        }
        for (one, judgements) in self.ratings.iter().zip(&self.judgements) {
            digest.update(one.application.to_le_bytes());
            digest.update(one.reviewer.to_le_bytes());
            for criterion in &ranking.rubric.criteria {
                let judgement = judgements.get(&criterion.id).copied().unwrap_or_default();
                digest.update(judgement.code());
                digest.update(",");
            }
        }
        digest.finalize().into()
    }

    fn certainty(self, ranking: &RoundRanking) -> Certainty {
        let (applications, reviewers) = (self.applications.len(), self.reviewers.len());
        let table = Table::new(applications, reviewers, &self.ratings);
        let question = Question {
            width: Some(100.0),
            seed: seed(ranking),
            draws: Some(DRAWS),
            ..Question::default()
        };
        let analysis = analysis(&table, &question);
        let variance = &analysis.variance;
        let without = variance.as_ref().map_err(|reason| *reason);
        Certainty {
            without: without.and_then(|one| without_each(&table, one, Best::High)),
            reweighted: without.map(|one| {
                let shift = |at: usize, factor: f64| {
                    let other = self.reweighted(ranking, at, factor);
                    with_scores(&table, &table.with_scores(&other), one, Best::High)
                };
                let criteria = ranking.rubric.criteria.iter().enumerate();
                // A mere gate has no weight to change.
                let criteria = criteria.filter(|(_, one)| one.weight > 0);
                criteria
                    .map(|(at, one)| (one.id, CHANGES.map(|factor| shift(at, factor))))
                    .collect()
            }),
            places: Arc::new(Places::of(&self.applications, &analysis)),
            applications: self.applications,
            reviewers: self.reviewers,
            analysis,
            table,
        }
    }

    /// The totals with one weight changed. The ratings stand in the table's order:
    /// by application, then reviewer.
    fn reweighted(&self, ranking: &RoundRanking, at: usize, factor: f64) -> Vec<f64> {
        let criteria = &ranking.rubric.criteria;
        let weights: Vec<f64> = criteria.iter().map(|one| f64::from(one.weight)).collect();
        let weights = reweighted(&weights, at, factor);
        let total = |judgements: &&Judgements| {
            let judged = criteria.iter().zip(&weights).filter_map(|(one, weight)| {
                let points = judgements.get(&one.id)?.points_on(one)?;
                // As if every scale had the usual length.
                let step = f64::from(SCALE_USUAL) / f64::from(one.most().max(1));
                Some((f64::from(points) * step * weight, weight))
            });
            let (points, weight) =
                judged.fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            100.0 * points / (f64::from(SCALE_USUAL) * weight)
        };
        self.judgements.iter().map(total).collect()
    }
}

/// The first eight bytes of the digest of the round's id.
fn seed(ranking: &RoundRanking) -> u64 {
    let digest = Sha256::digest(&ranking.round.slug);
    let first = digest.iter().take(8);
    first.fold(0, |seed, byte| (seed << 8) | u64::from(*byte))
}
