//! Adjusted scores: what an application would get from an average reviewer, as
//! far as its reviews support it.
//!
//! The model, for the score that reviewer r gives application i:
//!
//! ```text
//! y_ir = μ + θ_i + ν_r + ε_ir,   θ ~ N(0, τ²), ν ~ N(0, ω²), ε ~ N(0, σ²)
//! ```
//!
//! Variance components by restricted maximum likelihood (H. D. Patterson &
//! R. Thompson, Biometrika 58, 1971), profiled over σ²; with a = τ²/σ², b = ω²/σ²
//! and H = V/σ² = I + a·ZZᵀ + b·WWᵀ it is the minimum of
//!
//! ```text
//! (N − 1) ln σ² + ln|H| + ln(1ᵀH⁻¹1),   σ² = (yᵀH⁻¹y − (1ᵀH⁻¹y)²/1ᵀH⁻¹1)/(N − 1)
//! ```
//!
//! over √a and √b, which may be 0. Given them, μ is the generalised least squares
//! mean and θ, ν are best linear unbiased predictions (C. R. Henderson,
//! Biometrics 31, 1975); the adjusted score is μ + θ_i, its standard error the
//! root of the prediction error's variance, that of μ included:
//!
//! ```text
//! Var(μ̂ + θ̂_i − μ − θ_i) = σ²·a·[C⁻¹]_ii + Var(μ̂)·(1 − k_i)²,   k_i = Σ of θ̂_i's weights on y
//! ```
//!
//! The equations are solved block by block (one for each panel): the larger side
//! is diagonal and eliminated, the smaller one goes through a dense Cholesky
//! factor. A reviewer with one review gets ν shrunk by 1/(1 + (1 + a)/b) and more,
//! so moves little.

use super::equations::{Block, Ratios, Solved, blocks};
use super::minimum::minimum;
use super::{Panel, Table};

/// Most rows of a dense factor; panels whose smaller side is larger are left to
/// the draws.
pub const DENSE: usize = 600;
/// Largest τ/σ and ω/σ that is looked at: beyond, a score is as good as exact.
const MOST_RATIO: f64 = 1e3;

/// Variance components.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variance {
    /// τ²: between applications.
    pub application: f64,
    /// ω²: between reviewers' severities.
    pub reviewer: f64,
    /// σ²: everything else.
    pub residual: f64,
}

/// A predicted effect and the standard error of its prediction.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    pub value: f64,
    pub se: f64,
}

/// The fitted model.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    pub variance: Variance,
    /// μ + θ of each application; without a review it is μ, with se √(τ² + Var μ).
    pub applications: Vec<Estimate>,
    /// ν of each reviewer: positive gives higher scores than others.
    pub reviewers: Vec<Estimate>,
}

/// Whether the equations of all panels are small enough for [`fit`].
pub fn is_dense(panels: &[Panel]) -> bool {
    let smaller = |one: &Panel| one.applications.len().min(one.reviewers.len());
    panels.iter().all(|one| smaller(one) <= DENSE)
}

/// Fits the model. `severity` is false where no reviewer's can be seen; ω is then 0.
pub fn fit(table: &Table, panels: &[Panel], severity: bool) -> Fit {
    let blocks = blocks(table, panels);
    let centre = centre(table);
    let start = [1.0, 0.7];
    let start = if severity { &start[..] } else { &start[..1] };
    let ratios = |point: &[f64]| {
        let square = |at: usize| {
            point
                .get(at)
                .map_or(0.0, |x| x.abs().min(MOST_RATIO).powi(2))
        };
        Ratios {
            application: square(0),
            reviewer: square(1),
        }
    };
    let best = minimum(start, 0.5, |point| {
        Solution::at(&blocks, centre, ratios(point)).criterion()
    });
    let solution = Solution::at(&blocks, centre, ratios(&best));
    predict(table, &solution, true)
}

/// Means of applications at known variance ratios, without standard errors: for
/// asking what a change of the data does.
pub fn refit(table: &Table, panels: &[Panel], variance: &Variance) -> Vec<f64> {
    let blocks = blocks(table, panels);
    let residual = variance.residual.max(f64::MIN_POSITIVE);
    let cap = MOST_RATIO * MOST_RATIO;
    let ratios = Ratios {
        application: (variance.application / residual).min(cap),
        reviewer: (variance.reviewer / residual).min(cap),
    };
    let solution = Solution::at(&blocks, centre(table), ratios);
    let fit = predict(table, &solution, false);
    fit.applications.iter().map(|one| one.value).collect()
}

/// The mean of all scores, taken off while calculating.
fn centre(table: &Table) -> f64 {
    let scores = table.ratings().iter().map(|one| one.score);
    scores.sum::<f64>() / table.ratings().len().max(1) as f64
}

/// All panels solved at the same ratios, and what follows for μ and σ².
struct Solution<'a> {
    parts: Vec<(&'a Block<'a>, Solved)>,
    ratios: Ratios,
    centre: f64,
    scores: f64,
    /// 1ᵀH⁻¹1.
    information: f64,
    /// μ less the centre.
    mean: f64,
    residual: f64,
}

impl<'a> Solution<'a> {
    fn at(blocks: &'a [Block<'a>], centre: f64, ratios: Ratios) -> Self {
        let solve = |block: &'a Block<'a>| (block, block.solve(centre, ratios));
        let parts: Vec<_> = blocks.iter().map(solve).collect();
        let form = |at: usize| parts.iter().map(|(_, one)| one.forms[at]).sum::<f64>();
        let (information, cross, squares) = (form(0), form(1), form(2));
        let scores = parts.iter().map(|(_, one)| one.scores).sum::<f64>();
        let mean = cross / information;
        let left = (squares - cross * mean).max(f64::MIN_POSITIVE);
        Self {
            residual: left / (scores - 1.0).max(1.0),
            parts,
            ratios,
            centre,
            scores,
            information,
            mean,
        }
    }

    /// Minus twice the restricted log-likelihood, less constants.
    fn criterion(&self) -> f64 {
        let logs = self.parts.iter().map(|(_, one)| one.log_determinant);
        (self.scores - 1.0) * self.residual.ln() + logs.sum::<f64>() + self.information.ln()
    }

    /// Var(μ̂).
    fn mean_variance(&self) -> f64 {
        self.residual / self.information
    }
}

/// Predictions, with standard errors if wanted.
fn predict(table: &Table, solution: &Solution, errors: bool) -> Fit {
    let Ratios {
        application: a,
        reviewer: b,
    } = solution.ratios;
    let (residual, mean) = (solution.residual, solution.centre + solution.mean);
    let alone = |ratio: f64, value: f64, spread: f64| Estimate {
        value,
        se: (residual * ratio + spread).sqrt(),
    };
    let mut applications = vec![alone(a, mean, solution.mean_variance()); table.applications()];
    let mut reviewers = vec![alone(b, 0.0, 0.0); table.reviewers()];
    for (block, solved) in &solution.parts {
        let variances = if errors {
            block.variances(solved, solution.ratios)
        } else {
            [vec![0.0; block.kept.len()], vec![0.0; block.gone.len()]]
        };
        let sides = [(block.kept, &solved.kept), (block.gone, &solved.gone)];
        for (side, ((ids, effects), variances)) in sides.into_iter().zip(&variances).enumerate() {
            let is_reviewer = block.keeps_reviewers == (side == 0);
            let root = if is_reviewer { b.sqrt() } else { a.sqrt() };
            for (at, id) in ids.iter().enumerate() {
                let weights = root * effects[0][at];
                let effect = root * effects[1][at] - weights * solution.mean;
                let own = residual * root * root * variances[at];
                let spread = solution.mean_variance();
                if is_reviewer {
                    let se = (own + spread * weights * weights).sqrt();
                    reviewers[*id] = Estimate { value: effect, se };
                } else {
                    let se = (own + spread * (1.0 - weights).powi(2)).sqrt();
                    let value = mean + effect;
                    applications[*id] = Estimate { value, se };
                }
            }
        }
    }
    Fit {
        variance: Variance {
            application: residual * a,
            reviewer: residual * b,
            residual,
        },
        applications,
        reviewers,
    }
}
