//! The lowest point of a smooth function of one or two numbers, without
//! derivatives: J. A. Nelder & R. Mead, *A simplex method for function
//! minimization*, The Computer Journal 7 (1965), with their coefficients.

/// Steps after which what has been found is taken.
const STEPS: usize = 200;
/// Spread of the function over the simplex at which it is small enough.
const ENOUGH: f64 = 1e-9;

type Corner = (f64, Vec<f64>);

/// Where `f` is lowest near `start`; `step` is the size of the first simplex.
pub fn minimum(start: &[f64], step: f64, f: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let at = |point: Vec<f64>| -> Corner { (f(&point), point) };
    let mut simplex: Vec<Corner> = vec![at(start.to_vec())];
    for axis in 0..start.len() {
        let mut point = start.to_vec();
        point[axis] += step;
        simplex.push(at(point));
    }
    for _ in 0..STEPS {
        simplex.sort_by(|left, right| left.0.total_cmp(&right.0));
        let worst = simplex.len() - 1;
        let flat = simplex[worst].0 - simplex[0].0 <= ENOUGH;
        if flat && width(&simplex) < 1e-4 {
            break;
        }
        let centre = centre(&simplex[..worst]);
        let towards = |factor: f64| {
            let pairs = centre.iter().zip(&simplex[worst].1);
            at(pairs.map(|(c, w)| c + factor * (w - c)).collect())
        };
        let reflected = towards(-1.0);
        let better = if reflected.0 < simplex[0].0 {
            let expanded = towards(-2.0);
            Some(if expanded.0 < reflected.0 {
                expanded
            } else {
                reflected
            })
        } else if reflected.0 < simplex[worst - 1].0 {
            Some(reflected)
        } else {
            let outside = reflected.0 < simplex[worst].0;
            let contracted = towards(if outside { -0.5 } else { 0.5 });
            (contracted.0 < simplex[worst].0.min(reflected.0)).then_some(contracted)
        };
        match better {
            Some(corner) => simplex[worst] = corner,
            None => {
                let best = simplex[0].1.clone();
                for corner in &mut simplex[1..] {
                    let pairs = corner.1.iter().zip(&best);
                    *corner = at(pairs.map(|(c, b)| b + 0.5 * (c - b)).collect());
                }
            }
        }
    }
    simplex.sort_by(|left, right| left.0.total_cmp(&right.0));
    simplex.swap_remove(0).1
}

fn centre(corners: &[Corner]) -> Vec<f64> {
    let mut sum = vec![0.0; corners[0].1.len()];
    for (_, point) in corners {
        sum.iter_mut().zip(point).for_each(|(s, p)| *s += p);
    }
    sum.iter_mut().for_each(|s| *s /= corners.len() as f64);
    sum
}

/// The largest extent along any axis.
fn width(corners: &[Corner]) -> f64 {
    let first = &corners[0].1;
    let distances = corners.iter().flat_map(|(_, point)| {
        point
            .iter()
            .zip(first)
            .map(|(one, other)| (one - other).abs())
    });
    distances.fold(0.0, f64::max)
}
