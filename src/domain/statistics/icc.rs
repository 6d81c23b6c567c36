//! Intraclass correlations: the share of the differences between scores that is
//! difference between applications.
//!
//! P. E. Shrout & J. L. Fleiss, *Intraclass correlations: uses in assessing rater
//! reliability*, Psychological Bulletin 86 (1979). The six forms need every
//! reviewer's score of every application ([`balanced`]); reality has panels, for
//! which only the one-way form is defined ([`one_way`]).

use super::{Answer, Table, Undefined};

/// Mean squares and the six forms of a complete table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Balanced {
    /// Between applications.
    pub bms: f64,
    /// Within applications.
    pub wms: f64,
    /// Between reviewers.
    pub jms: f64,
    /// Residual.
    pub ems: f64,
    /// ICC(1,1), ICC(2,1), ICC(3,1).
    pub single: [f64; 3],
    /// ICC(1,k), ICC(2,k), ICC(3,k).
    pub mean: [f64; 3],
}

/// The one-way form on panels of any size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneWay {
    /// Reliability of one review.
    pub icc1: f64,
    /// Reliability of the mean of `k`.
    pub icck: f64,
    /// n₀ = (N − Σ nᵢ²/N)/(a − 1), the number of reviews each application would
    /// have in a balanced table as informative as this one (Fleiss 1981; Searle
    /// et al. 1992). Equal to the number of reviews where all have the same.
    pub k: f64,
}

/// The six forms; `None` unless every reviewer scored every application exactly
/// once, there are two of both, and the scores differ.
///
/// ```text
/// ICC(1,1) = (BMS − WMS) / (BMS + (k−1) WMS)                     ICC(1,k) = (BMS − WMS) / BMS
/// ICC(2,1) = (BMS − EMS) / (BMS + (k−1) EMS + k (JMS − EMS)/n)   ICC(2,k) = (BMS − EMS) / (BMS + (JMS − EMS)/n)
/// ICC(3,1) = (BMS − EMS) / (BMS + (k−1) EMS)                     ICC(3,k) = (BMS − EMS) / BMS
/// ```
pub fn balanced(table: &Table) -> Option<Balanced> {
    let (n, k) = (table.applications(), table.reviewers());
    let complete = (0..n).all(|at| {
        let reviewers = table.of_application(at).iter().map(|one| one.reviewer);
        reviewers.eq(0..k)
    });
    if !complete || n < 2 || k < 2 {
        return None;
    }
    let total = squares(table.ratings().iter().map(|one| one.score));
    let (nf, kf) = (n as f64, k as f64);
    let between = kf * squares((0..n).map(|at| table.scores(at).sum::<f64>() / kf));
    let judges = (0..k).map(|at| table.by_reviewer(at).map(|one| one.score).sum::<f64>() / nf);
    let judges = nf * squares(judges);
    let bms = between / (nf - 1.0);
    let wms = (total - between) / (nf * (kf - 1.0));
    let jms = judges / (kf - 1.0);
    let ems = (total - between - judges) / ((nf - 1.0) * (kf - 1.0));
    let over = (jms - ems) / nf;
    (total > 0.0 && bms > 0.0).then(|| Balanced {
        bms,
        wms,
        jms,
        ems,
        single: [
            (bms - wms) / (bms + (kf - 1.0) * wms),
            (bms - ems) / (bms + (kf - 1.0) * ems + kf * over),
            (bms - ems) / (bms + (kf - 1.0) * ems),
        ],
        mean: [
            (bms - wms) / bms,
            (bms - ems) / (bms + over),
            (bms - ems) / bms,
        ],
    })
}

/// The one-way random model over panels of any size, by analysis of variance:
///
/// ```text
/// ICC(1) = (BMS − WMS) / (BMS + (n₀ − 1) WMS)        ICC(k) = (BMS − WMS) / BMS, k = n₀
/// ```
///
/// Both may be negative when applications differ less than chance would have them.
pub fn one_way(table: &Table) -> Answer<OneWay> {
    let groups = (0..table.applications()).filter(|at| !table.of_application(*at).is_empty());
    let groups: Vec<usize> = groups.collect();
    let (a, n) = (groups.len(), table.ratings().len());
    match (a, n) {
        (0, _) => return Err(Undefined::NoReviews),
        (1, _) => return Err(Undefined::OneApplication),
        _ if n == a => return Err(Undefined::SingleReviews),
        _ => (),
    }
    let (af, nf) = (a as f64, n as f64);
    let total = squares(table.ratings().iter().map(|one| one.score));
    let within: f64 = groups.iter().map(|at| squares(table.scores(*at))).sum();
    let between = total - within;
    // Equal means leave nothing to be reliable about.
    if between <= 1e-12 * total {
        return Err(Undefined::NoVariation);
    }
    let sizes = groups
        .iter()
        .map(|at| table.of_application(*at).len() as f64);
    let k = (nf - sizes.map(|size| size * size).sum::<f64>() / nf) / (af - 1.0);
    let (bms, wms) = (between / (af - 1.0), within / (nf - af));
    let icc1 = (bms - wms) / (bms + (k - 1.0) * wms);
    let icck = (bms - wms) / bms;
    Ok(OneWay { icc1, icck, k })
}

/// Sum of squared distances from the mean.
fn squares(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let n = values.clone().count().max(1) as f64;
    let mean = values.clone().sum::<f64>() / n;
    values.map(|value| (value - mean).powi(2)).sum()
}
