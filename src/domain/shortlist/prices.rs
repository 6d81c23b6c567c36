//! Prices of the limits: what one more of each would be worth. With any prices of 0 or
//! more, every group takes the choice that is worth most after paying for what it uses,
//! and no set within the limits is worth more than the sum of that and the price of the
//! limits themselves (Lagrange). The lower that bound, the better the prices.
//!
//! The best prices are found by cutting planes (Kelley 1960) with a small linear program
//! over them, and may be a little off: the bound is calculated anew in whole numbers, so
//! that it holds with whatever comes out here.

use super::model::{Choice, Model};
use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// Prices are kept in this part of one of value: 2 to the power of 60.
pub const ONE: i128 = 1 << 60;
/// Tries at most.
const TRIES: usize = 400;
/// A bound this close to the best is good enough.
const CLOSE: f64 = 0.02;

/// Prices of all limits in parts of [`ONE`], 0 or more.
pub fn prices(model: &Model) -> Vec<i128> {
    let scale = scales(model);
    let float = best(model, &scale);
    let whole = |(price, scale): (f64, f64)| ((price / scale) * ONE as f64) as i128;
    float
        .into_iter()
        .zip(scale)
        .map(whole)
        .map(|one| one.max(0))
        .collect()
}

/// The largest use of each limit, so that prices are about as large as values.
fn scales(model: &Model) -> Vec<f64> {
    let mut scale = vec![1_i64; model.limits.len()];
    for choice in model.groups.iter().flatten() {
        for (most, used) in scale.iter_mut().zip(&choice.uses) {
            *most = (*most).max(used.abs());
        }
    }
    scale.into_iter().map(|one| one as f64).collect()
}

/// The bound at some prices, and how it changes with each of them.
fn bound(model: &Model, scale: &[f64], prices: &[f64]) -> (f64, Vec<f64>) {
    let limits = model.limits.iter().zip(scale);
    let mut slope: Vec<f64> = limits.map(|(limit, scale)| *limit as f64 / scale).collect();
    let each = prices.iter().zip(scale);
    let each: Vec<f64> = each.map(|(price, scale)| price / scale).collect();
    let mut sum: f64 = slope
        .iter()
        .zip(prices)
        .map(|(one, price)| one * price)
        .sum();
    for group in &model.groups {
        let worth = |choice: &Choice| {
            let paid = choice.uses.iter().zip(&each);
            choice.value as f64 - paid.map(|(used, price)| *used as f64 * price).sum::<f64>()
        };
        let mut best = (f64::NEG_INFINITY, None);
        for choice in group {
            let own = worth(choice);
            if own > best.0 {
                best = (own, Some(choice));
            }
        }
        let Some(choice) = best.1 else { continue };
        sum += best.0;
        for ((slope, used), scale) in slope.iter_mut().zip(&choice.uses).zip(scale) {
            *slope -= *used as f64 / scale;
        }
    }
    (sum, slope)
}

fn best(model: &Model, scale: &[f64]) -> Vec<f64> {
    let highest = model
        .groups
        .iter()
        .flatten()
        .map(|one| one.value)
        .max()
        .unwrap_or(0);
    let ceiling = 50.0 * (highest as f64 + 1.0);
    let mut at = vec![0.0; model.limits.len()];
    let mut found = (f64::INFINITY, at.clone());
    let mut cuts: Vec<(f64, Vec<f64>)> = Vec::new();
    for n in 0..TRIES {
        let (value, slope) = bound(model, scale, &at);
        if value < found.0 {
            found = (value, at.clone());
        }
        let flat: f64 = slope
            .iter()
            .zip(&at)
            .map(|(slope, price)| slope * price)
            .sum();
        cuts.push((value - flat, slope));
        let Some((floor, next)) = lowest(&cuts, ceiling) else {
            break;
        };
        if found.0 - floor < CLOSE {
            break;
        }
        // Between the best so far and what the cuts say: steadier than going there.
        let part = if n % 5 == 4 { 1.0 } else { 0.4 };
        at = next
            .iter()
            .zip(&found.1)
            .map(|(next, best)| part * next + (1.0 - part) * best)
            .collect();
    }
    found.1
}

/// The prices at which all cuts together are lowest, and how low that is.
fn lowest(cuts: &[(f64, Vec<f64>)], ceiling: f64) -> Option<(f64, Vec<f64>)> {
    let mut program = Problem::new(OptimizationDirection::Minimize);
    let floor = program.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY));
    let prices: Vec<_> = cuts[0]
        .1
        .iter()
        .map(|_| program.add_var(0.0, (0.0, ceiling)))
        .collect();
    for (flat, slope) in cuts {
        let mut row = vec![(floor, 1.0)];
        row.extend(
            prices
                .iter()
                .zip(slope)
                .map(|(price, slope)| (*price, -slope)),
        );
        program.add_constraint(&row, ComparisonOp::Ge, *flat);
    }
    let solved = program.solve().ok()?.into_solution().ok()?;
    let at = prices.iter().map(|one| solved.var_value(*one)).collect();
    Some((solved.objective(), at))
}
