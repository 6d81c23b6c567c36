//! The mixed model equations of one panel at given variance ratios. The larger
//! side is diagonal and eliminated; the smaller one goes through a dense Cholesky
//! factor. Knows the model of [`shrinkage`](super::shrinkage), chooses nothing.
//!
//! With the effects scaled by the roots of their ratios, C = [[aA + I, √(ab)·M],
//! [√(ab)·Mᵀ, bR + I]] for A, R the numbers of reviews and M who reviewed what;
//! then |H| = |C| and xᵀH⁻¹y = xᵀy − (Xᵀx)ᵀC⁻¹(Xᵀy), also where a ratio is 0.

use super::cholesky::{Factor, Matrix};
use super::{Panel, Table};

/// τ²/σ² and ω²/σ².
#[derive(Debug, Clone, Copy)]
pub struct Ratios {
    pub application: f64,
    pub reviewer: f64,
}

/// One panel's equations, with the side that stays and the side that goes.
pub struct Block<'a> {
    table: &'a Table,
    pub keeps_reviewers: bool,
    pub kept: &'a [usize],
    pub gone: &'a [usize],
    /// For each that goes, the places in `kept` of its partners.
    links: Vec<Vec<usize>>,
}

/// A block solved at given ratios, for the right sides 1 and y.
pub struct Solved {
    factor: Factor,
    /// ln|C|.
    pub log_determinant: f64,
    /// Diagonal of the side that goes.
    diagonal: Vec<f64>,
    /// Scaled effects for the right sides 1 and y, of the side that stays.
    pub kept: [Vec<f64>; 2],
    /// The same of the side that goes.
    pub gone: [Vec<f64>; 2],
    /// 1ᵀH⁻¹1, 1ᵀH⁻¹y, yᵀH⁻¹y.
    pub forms: [f64; 3],
    /// Number of scores.
    pub scores: f64,
}

/// The number of an application's or reviewer's scores, and their sum: Xᵀ1 and Xᵀy.
type Sums = [f64; 2];

/// The equations of each panel.
pub fn blocks<'a>(table: &'a Table, panels: &'a [Panel]) -> Vec<Block<'a>> {
    let mut place = vec![0; table.applications().max(table.reviewers())];
    let blocks = panels.iter().map(|panel| {
        let keeps_reviewers = panel.reviewers.len() <= panel.applications.len();
        let (kept, gone) = if keeps_reviewers {
            (&panel.reviewers, &panel.applications)
        } else {
            (&panel.applications, &panel.reviewers)
        };
        for (at, id) in kept.iter().enumerate() {
            place[*id] = at;
        }
        let links = gone.iter().map(|id| -> Vec<usize> {
            if keeps_reviewers {
                let own = table.of_application(*id).iter();
                own.map(|one| place[one.reviewer]).collect()
            } else {
                let own = table.by_reviewer(*id);
                own.map(|one| place[one.application]).collect()
            }
        });
        Block {
            table,
            keeps_reviewers,
            links: links.collect(),
            kept,
            gone,
        }
    });
    blocks.collect()
}

impl Block<'_> {
    /// Square roots of the ratios of the side that stays and the side that goes.
    fn roots(&self, ratios: Ratios) -> (f64, f64) {
        let (a, b) = (ratios.application.sqrt(), ratios.reviewer.sqrt());
        if self.keeps_reviewers { (b, a) } else { (a, b) }
    }

    /// Xᵀ1 and Xᵀy of one side, y being the scores less `centre`.
    fn sums(&self, of_reviewers: bool, ids: &[usize], centre: f64) -> Vec<Sums> {
        let add = |[n, sum]: Sums, score: f64| [n + 1.0, sum + score - centre];
        let sums = ids.iter().map(|id| {
            if of_reviewers {
                let own = self.table.by_reviewer(*id).map(|one| one.score);
                own.fold([0.0, 0.0], add)
            } else {
                self.table.scores(*id).fold([0.0, 0.0], add)
            }
        });
        sums.collect()
    }

    /// Solves the equations.
    pub fn solve(&self, centre: f64, ratios: Ratios) -> Solved {
        let (rk, rg) = self.roots(ratios);
        let kept = self.sums(self.keeps_reviewers, self.kept, centre);
        let gone = self.sums(!self.keeps_reviewers, self.gone, centre);
        let diagonal: Vec<f64> = gone.iter().map(|[n, _]| rg * rg * n + 1.0).collect();
        let (factor, log) = self.reduced(&kept, &diagonal, (rk, rg)).factor();
        let effects = [0, 1].map(|side| {
            let mut right: Vec<f64> = kept.iter().map(|sums| rk * sums[side]).collect();
            for ((links, d), sums) in self.links.iter().zip(&diagonal).zip(&gone) {
                links
                    .iter()
                    .for_each(|row| right[*row] -= rk * rg / d * rg * sums[side]);
            }
            let ahead = factor.solve(&right);
            let each = self.links.iter().zip(&diagonal).zip(&gone);
            let behind = each.map(|((links, d), sums)| {
                let partners: f64 = links.iter().map(|row| ahead[*row]).sum();
                (rg * sums[side] - rk * rg * partners) / d
            });
            let behind: Vec<f64> = behind.collect();
            (ahead, behind)
        });
        let form = |left: usize, right: usize| -> f64 {
            let ahead = kept.iter().zip(&effects[right].0);
            let ahead: f64 = ahead.map(|(sums, u)| rk * sums[left] * u).sum();
            let behind = gone.iter().zip(&effects[right].1);
            ahead + behind.map(|(sums, u)| rg * sums[left] * u).sum::<f64>()
        };
        let total = gone
            .iter()
            .fold([0.0, 0.0], |sum, one| [sum[0] + one[0], sum[1] + one[1]]);
        let forms = [
            total[0] - form(0, 0),
            total[1] - form(0, 1),
            self.squares(centre) - form(1, 1),
        ];
        let [ones, scores] = effects;
        Solved {
            factor,
            log_determinant: log + diagonal.iter().map(|d| d.ln()).sum::<f64>(),
            diagonal,
            kept: [ones.0, scores.0],
            gone: [ones.1, scores.1],
            forms,
            scores: total[0],
        }
    }

    /// C with the larger side eliminated.
    fn reduced(&self, kept: &[Sums], diagonal: &[f64], (rk, rg): (f64, f64)) -> Matrix {
        let mut matrix = Matrix::zero(kept.len());
        for (at, [n, _]) in kept.iter().enumerate() {
            matrix.add(at, at, rk * rk * n + 1.0);
        }
        for (links, d) in self.links.iter().zip(diagonal) {
            let weight = -(rk * rg).powi(2) / d;
            for (at, row) in links.iter().enumerate() {
                for column in &links[..=at] {
                    matrix.add(*row.max(column), *row.min(column), weight);
                }
            }
        }
        matrix
    }

    /// yᵀy.
    fn squares(&self, centre: f64) -> f64 {
        let square = |id: &usize| -> f64 {
            if self.keeps_reviewers {
                self.table.scores(*id).map(|y| (y - centre).powi(2)).sum()
            } else {
                let own = self.table.by_reviewer(*id);
                own.map(|one| (one.score - centre).powi(2)).sum()
            }
        };
        self.gone.iter().map(square).sum()
    }

    /// The diagonal of C⁻¹: of the side that stays, of the side that goes.
    pub fn variances(&self, solved: &Solved, ratios: Ratios) -> [Vec<f64>; 2] {
        let (rk, rg) = self.roots(ratios);
        let inverse = solved.factor.inverse();
        let kept = (0..inverse.len()).map(|at| inverse[at][at]).collect();
        let gone = self.links.iter().zip(&solved.diagonal).map(|(links, d)| {
            let row = |left: &usize| {
                links
                    .iter()
                    .map(|right| inverse[*left][*right])
                    .sum::<f64>()
            };
            let around: f64 = links.iter().map(row).sum();
            1.0 / d + (rk * rg / d).powi(2) * around
        });
        [kept, gone.collect()]
    }
}
