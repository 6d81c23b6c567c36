//! The state of the sampler and one sweep over it. Scores are scaled to 0..=1.

use rand_chacha::ChaCha8Rng;
use rand_distr::{ChiSquared, Distribution, StandardNormal};

use super::super::{Panel, Table};

/// Upper limit of every standard deviation: half the range.
const MOST: f64 = 0.5;
/// Lower limit of the standard deviation of chance: a thousandth of the range.
const LEAST: f64 = 1e-3;
/// Attempts at a draw within the limits before the old value is kept.
const ATTEMPTS: usize = 20;

/// Scores with their partner (reviewer or application), side by side in memory.
struct Side {
    begins: Vec<usize>,
    cells: Vec<(f64, usize)>,
}

impl Side {
    fn of(lists: impl Iterator<Item = Vec<(f64, usize)>>) -> Self {
        let (mut begins, mut cells) = (vec![0], Vec::new());
        for list in lists {
            cells.extend(list);
            begins.push(cells.len());
        }
        Self { begins, cells }
    }

    fn own(&self, at: usize) -> &[(f64, usize)] {
        &self.cells[self.begins[at]..self.begins[at + 1]]
    }

    /// Number of scores of one, and what they are above the mean and their partners.
    fn left(&self, at: usize, mean: f64, partners: &[f64]) -> (f64, f64) {
        let own = self.own(at);
        let sum: f64 = own.iter().map(|(score, at)| score - partners[*at]).sum();
        let n = own.len() as f64;
        (n, sum - n * mean)
    }
}

/// Everything that is drawn.
pub struct State<'a> {
    panels: &'a [Panel],
    by_application: Side,
    by_reviewer: Side,
    has_severity: bool,
    /// Applications with reviews, and reviewers who gave some.
    reviewed: Vec<usize>,
    active: Vec<usize>,
    /// μ.
    pub mean: f64,
    /// θ.
    pub quality: Vec<f64>,
    /// ν.
    pub severity: Vec<f64>,
    /// τ.
    pub sd_quality: f64,
    /// ω.
    pub sd_severity: f64,
    /// σ.
    pub sd_chance: f64,
}

impl<'a> State<'a> {
    /// Begins at the applications' means.
    pub fn begin(table: &Table, panels: &'a [Panel], has_severity: bool) -> Self {
        let scores = table.ratings().iter().map(|one| one.score);
        let mean = scores.sum::<f64>() / table.ratings().len().max(1) as f64;
        let quality = (0..table.applications()).map(|at| {
            let own = table.of_application(at);
            let off: f64 = own.iter().map(|one| one.score - mean).sum();
            off / own.len().max(1) as f64
        });
        let active = (0..table.reviewers()).filter(|at| table.given(*at) > 0);
        let reviewed = (0..table.applications()).filter(|at| !table.of_application(*at).is_empty());
        let own = |at: usize| table.of_application(at).iter();
        let own = |at| own(at).map(|one| (one.score, one.reviewer)).collect();
        let given = |at| {
            table
                .by_reviewer(at)
                .map(|one| (one.score, one.application))
        };
        Self {
            by_application: Side::of((0..table.applications()).map(own)),
            by_reviewer: Side::of((0..table.reviewers()).map(|at| given(at).collect())),
            quality: quality.collect(),
            severity: vec![0.0; table.reviewers()],
            reviewed: reviewed.collect(),
            active: active.collect(),
            panels,
            has_severity,
            mean,
            sd_quality: 0.2,
            sd_severity: 0.1,
            sd_chance: 0.2,
        }
    }

    /// Draws everything once, each given the rest.
    pub fn sweep(&mut self, random: &mut ChaCha8Rng) {
        self.draw_quality(random);
        if self.has_severity {
            self.draw_severity(random);
        }
        self.shift(random);
        self.sd_quality = self.scale_quality(random);
        if self.has_severity {
            self.sd_severity = self.scale_severity(random);
        }
        self.draw_chance(random);
    }

    /// θ given the rest: normal, precision n/σ² + 1/τ².
    fn draw_quality(&mut self, random: &mut ChaCha8Rng) {
        let (chance, prior) = (self.sd_chance.powi(-2), self.sd_quality.powi(-2));
        for at in &self.reviewed {
            let (n, left) = self.by_application.left(*at, self.mean, &self.severity);
            let precision = n * chance + prior;
            let centre = left * chance / precision;
            self.quality[*at] = centre + normal(random) / precision.sqrt();
        }
    }

    /// ν given the rest.
    fn draw_severity(&mut self, random: &mut ChaCha8Rng) {
        let (chance, prior) = (self.sd_chance.powi(-2), self.sd_severity.powi(-2));
        for at in &self.active {
            let (n, left) = self.by_reviewer.left(*at, self.mean, &self.quality);
            let precision = n * chance + prior;
            let centre = left * chance / precision;
            self.severity[*at] = centre + normal(random) / precision.sqrt();
        }
    }

    /// Moves that change no residual: between θ and μ, ν and μ, and θ and ν of a panel.
    fn shift(&mut self, random: &mut ChaCha8Rng) {
        let by = level(&self.quality, &self.reviewed, self.sd_quality, random);
        self.reviewed.iter().for_each(|at| self.quality[*at] -= by);
        self.mean += by;
        if !self.has_severity {
            return;
        }
        let by = level(&self.severity, &self.active, self.sd_severity, random);
        self.active.iter().for_each(|at| self.severity[*at] -= by);
        self.mean += by;
        let (quality, severity) = (self.sd_quality.powi(-2), self.sd_severity.powi(-2));
        for panel in self.panels {
            let sum = |ids: &[usize], of: &[f64]| ids.iter().map(|at| of[*at]).sum::<f64>();
            let sizes = (
                panel.applications.len() as f64,
                panel.reviewers.len() as f64,
            );
            let precision = sizes.0 * quality + sizes.1 * severity;
            let pull = sum(&panel.applications, &self.quality) * quality
                - sum(&panel.reviewers, &self.severity) * severity;
            let by = pull / precision + normal(random) / precision.sqrt();
            panel
                .applications
                .iter()
                .for_each(|at| self.quality[*at] -= by);
            panel
                .reviewers
                .iter()
                .for_each(|at| self.severity[*at] += by);
        }
    }

    /// τ, first from the spread of θ, then as a factor of θ/τ.
    fn scale_quality(&mut self, random: &mut ChaCha8Rng) -> f64 {
        let spread = spread(&self.quality, &self.reviewed, self.sd_quality, random);
        let (mut squares, mut cross) = (0.0, 0.0);
        for at in &self.reviewed {
            let scaled = self.quality[*at] / spread;
            let (n, left) = self.by_application.left(*at, self.mean, &self.severity);
            cross += scaled * left;
            squares += scaled * scaled * n;
        }
        let factor = factor((squares, cross), self.sd_chance, spread, random);
        self.reviewed
            .iter()
            .for_each(|at| self.quality[*at] *= factor / spread);
        factor.abs()
    }

    /// ω in the same way.
    fn scale_severity(&mut self, random: &mut ChaCha8Rng) -> f64 {
        let spread = spread(&self.severity, &self.active, self.sd_severity, random);
        let (mut squares, mut cross) = (0.0, 0.0);
        for at in &self.active {
            let scaled = self.severity[*at] / spread;
            let (n, left) = self.by_reviewer.left(*at, self.mean, &self.quality);
            cross += scaled * left;
            squares += scaled * scaled * n;
        }
        let factor = factor((squares, cross), self.sd_chance, spread, random);
        self.active
            .iter()
            .for_each(|at| self.severity[*at] *= factor / spread);
        factor.abs()
    }

    /// σ from what is left of the scores. It stands for two things, chance and the
    /// reviewer's own view of this application; with flat priors on the standard
    /// deviations of both, the prior of their sum σ² is flat, which takes two
    /// degrees of freedom.
    fn draw_chance(&mut self, random: &mut ChaCha8Rng) {
        let left = self.reviewed.iter().map(|at| {
            let expected = self.mean + self.quality[*at];
            let own = self.by_application.own(*at).iter();
            let off = own.map(|(score, by)| (score - expected - self.severity[*by]).powi(2));
            off.sum::<f64>()
        });
        let n = self.by_application.cells.len();
        self.sd_chance = sd(
            left.sum(),
            n.saturating_sub(2),
            (LEAST, self.sd_chance),
            random,
        );
    }
}

/// How far effects lie from zero as a whole: normal around their mean.
fn level(effects: &[f64], ids: &[usize], sd: f64, random: &mut ChaCha8Rng) -> f64 {
    let n = ids.len() as f64;
    let mean = ids.iter().map(|at| effects[*at]).sum::<f64>() / n;
    mean + normal(random) * sd / n.sqrt()
}

/// The standard deviation of effects given themselves.
fn spread(effects: &[f64], ids: &[usize], old: f64, random: &mut ChaCha8Rng) -> f64 {
    let squares = ids.iter().map(|at| effects[*at].powi(2)).sum();
    // A flat prior on the standard deviation takes one degree of freedom.
    sd(squares, ids.len().saturating_sub(1), (1e-9, old), random)
}

/// A standard deviation: squares / σ² is chi-squared; drawn until within the limits.
fn sd(squares: f64, freedom: usize, (least, old): (f64, f64), random: &mut ChaCha8Rng) -> f64 {
    let Ok(chi) = ChiSquared::new(freedom as f64) else {
        return old;
    };
    let draws = (0..ATTEMPTS).map(|_| (squares / chi.sample(random)).sqrt());
    let mut inside = draws.filter(|sd| (least..=MOST).contains(sd));
    inside.next().unwrap_or(old)
}

/// The factor of scaled effects: regression of what is left on them, within the
/// limits; its sign is free because the effects' is.
fn factor((squares, cross): (f64, f64), chance: f64, old: f64, random: &mut ChaCha8Rng) -> f64 {
    let (centre, sd) = (cross / squares, chance / squares.sqrt());
    let draws = (0..ATTEMPTS).map(|_| centre + sd * normal(random));
    let mut inside = draws.filter(|one| (1e-9..=MOST).contains(&one.abs()));
    inside.next().unwrap_or(old)
}

fn normal(random: &mut ChaCha8Rng) -> f64 {
    StandardNormal.sample(random)
}
