//! Draws from what may be true given the scores: the same model as
//! [`shrinkage`](super::shrinkage), with the variances themselves uncertain.
//!
//! R. Heyard, M. Ott, G. Salanti & M. Egger, *Rethinking the Funding Line at the
//! Swiss National Science Foundation: Bayesian Ranking and Lottery*, Statistics
//! and Public Policy 9 (2022), with flat priors for the standard deviations τ, ω
//! and of the two parts of σ², between 0 and half the range of the scores, which no
//! standard deviation of numbers in that range can exceed (Popoviciu). Theirs are
//! limited by 2 on grades 1 to 6, which is 0.4 of the range, and ω is set to 0.5;
//! here it is learned from the scores like the others.
//!
//! Gibbs sampling, one draw a sweep over the ratings, so that the time grows with
//! the ratings alone. Three moves keep it from getting stuck: μ, θ and ν are
//! shifted against each other (J. S. Liu & C. Sabatti, Biometrika 87, 2000) as a
//! whole and panel by panel, and the standard deviations are drawn both as spread
//! of the effects and as factor of scaled effects (Y. Yu & X.-L. Meng, Journal of
//! Computational and Graphical Statistics 20, 2011). The first tenth is dropped.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::places::Ranks;
use super::{Estimate, Panel, Table, Variance};
use state::State;

mod state;

/// Work that is spent in all, in ratings and effects visited.
const WORK: usize = 30_000_000;
/// Fewest and most draws.
const DRAWS: (usize, usize) = (1_500, 60_000);

/// What the draws say.
#[derive(Debug, Clone)]
pub struct Posterior {
    /// The places of each application in the draws.
    pub ranks: Ranks,
    /// Medians of the variances.
    pub variance: Variance,
    /// Mean and standard deviation of μ + θ, of each application with a review.
    pub applications: Vec<Estimate>,
    /// The same of ν.
    pub reviewers: Vec<Estimate>,
}

/// What is drawn from.
pub struct Source<'a> {
    pub table: &'a Table,
    pub panels: &'a [Panel],
    /// The group within which each application is ranked, if it is.
    pub groups: &'a [Option<usize>],
    /// Whether reviewers' severity can be seen at all.
    pub severity: bool,
    /// 1 when high scores are the better ones, else −1.
    pub sign: f64,
    /// Most draws, where fewer than usual are enough.
    pub draws: Option<usize>,
}

/// Draws with a seed. The scores must differ.
pub fn draw(source: &Source, seed: u64) -> Posterior {
    let table = source.table;
    let (low, high) = table.range().unwrap_or((0.0, 1.0));
    let width = high - low;
    let scores = table.ratings().iter().map(|one| (one.score - low) / width);
    let scores: Vec<f64> = scores.collect();
    let standard = table.with_scores(&scores);
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut state = State::begin(&standard, source.panels, source.severity);
    let effects = table.applications() + table.reviewers();
    let each = table.ratings().len() + 4 * effects;
    let most = source.draws.map_or(DRAWS.1, |most| most.max(DRAWS.0));
    let draws = (WORK / each.max(1)).clamp(DRAWS.0, most);
    let mut ranks = Ranks::new(source.groups, draws);
    let mut applications = vec![Running::default(); table.applications()];
    let mut reviewers = vec![Running::default(); table.reviewers()];
    let mut variances = [const { Vec::new() }; 3];
    for sweep in 0..draws + draws / 9 {
        state.sweep(&mut random);
        if sweep < draws / 9 {
            continue;
        }
        let quality = |at: usize| source.sign * state.quality[at];
        ranks.add(quality);
        for (running, effect) in applications.iter_mut().zip(&state.quality) {
            running.add(state.mean + effect);
        }
        for (running, effect) in reviewers.iter_mut().zip(&state.severity) {
            running.add(*effect);
        }
        let sds = [state.sd_quality, state.sd_severity, state.sd_chance];
        for (all, sd) in variances.iter_mut().zip(sds) {
            all.push(sd * sd * width * width);
        }
    }
    let [application, reviewer, residual] = variances.map(median);
    let scaled = |running: &Running, from: f64| running.estimate(width, from);
    Posterior {
        ranks,
        variance: Variance {
            application,
            reviewer,
            residual,
        },
        applications: applications.iter().map(|one| scaled(one, low)).collect(),
        reviewers: reviewers.iter().map(|one| scaled(one, 0.0)).collect(),
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Mean and spread of a stream (Welford).
#[derive(Debug, Clone, Copy, Default)]
struct Running {
    n: f64,
    mean: f64,
    squares: f64,
}

impl Running {
    fn add(&mut self, value: f64) {
        self.n += 1.0;
        let off = value - self.mean;
        self.mean += off / self.n;
        self.squares += off * (value - self.mean);
    }

    /// In the scores' own units.
    fn estimate(&self, width: f64, from: f64) -> Estimate {
        Estimate {
            value: from + width * self.mean,
            se: width * (self.squares / (self.n - 1.0).max(1.0)).sqrt(),
        }
    }
}
