//! Everything about one table at once, with a reason wherever there is no number.

use super::alpha::{Level, alpha};
use super::disagreement::{Disagreement, disagreement};
use super::draws::{Posterior, Source, draw};
use super::icc::{OneWay, one_way};
use super::measure::{Best, Moments, Scale, moments, ridits};
use super::shrinkage::{Fit, fit, is_dense};
use super::{Answer, Estimate, Panel, Place, Table, Undefined, Variance};

/// How a table is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Question {
    pub best: Best,
    pub scale: Scale,
    /// Highest less lowest point of the scale; what was used of it if absent.
    pub width: Option<f64>,
    /// Of the draws.
    pub seed: u64,
    /// Most draws, where fewer than usual are enough.
    pub draws: Option<usize>,
}

/// What a table says.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    pub applications: Vec<Standing>,
    pub reviewers: Vec<ReviewerStanding>,
    pub agreement: Agreement,
    pub variance: Answer<Variance>,
    /// More than one where panels without a common reviewer are ranked apart.
    pub panels: Vec<Vec<usize>>,
    pub seed: u64,
}

/// One application.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub scores: Moments,
    /// What an average reviewer would give; with [`Scale::Ordinal`] in ridits.
    pub adjusted: Answer<Estimate>,
    pub place: Answer<Place>,
    /// Present where its reviewers differ remarkably.
    pub disagreement: Option<Disagreement>,
}

/// One reviewer.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewerStanding {
    /// Of the scores that they gave; the deviation is their spread.
    pub scores: Moments,
    /// Positive is stricter than the others, by so many points.
    pub severity: Answer<Estimate>,
}

/// How far reviewers agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    pub nominal: Answer<f64>,
    pub ordinal: Answer<f64>,
    pub interval: Answer<f64>,
    pub ratio: Answer<f64>,
    pub icc: Answer<OneWay>,
}

/// Analyses a table.
pub fn analysis(table: &Table, question: &Question) -> Analysis {
    let panels = table.panels();
    let hindrance = hindrance(table);
    let severity = hindrance.is_none_or(|one| one == Undefined::NoVariation);
    let severity = severity && (0..table.reviewers()).any(|at| table.given(at) > 1);
    let groups = groups(table, &panels);
    let modelled = match question.scale {
        Scale::Interval => table.clone(),
        Scale::Ordinal => {
            let scores = table.ratings().iter().map(|one| one.score);
            table.with_scores(&ridits(&scores.collect::<Vec<f64>>()))
        }
    };
    let answer = match hindrance {
        Some(reason) => Err(reason),
        None => {
            let source = Source {
                table: &modelled,
                panels: &panels,
                groups: &groups,
                severity,
                sign: question.best.sign(),
                draws: question.draws,
            };
            let posterior = draw(&source, question.seed);
            Ok((modelled_fit(&source, &posterior), posterior.ranks.places()))
        }
    };
    let width = question
        .width
        .or_else(|| table.range().map(|(low, high)| high - low));
    let flags = disagreement(table, width.unwrap_or(0.0));
    let standing = |(at, flag)| standing(table, at, &answer, flag);
    let model = answer
        .as_ref()
        .map(|(fit, _)| fit)
        .map_err(|reason| *reason);
    let reviewer = |at| reviewer(table, at, model, severity, question.best);
    Analysis {
        applications: flags.into_iter().enumerate().map(standing).collect(),
        reviewers: (0..table.reviewers()).map(reviewer).collect(),
        agreement: agreement(table),
        variance: model.map(|fit| fit.variance),
        panels: apart(&groups),
        seed: question.seed,
    }
}

/// What keeps a table from being modelled at all.
fn hindrance(table: &Table) -> Option<Undefined> {
    let reviewed = (0..table.applications()).filter(|at| !table.of_application(*at).is_empty());
    let active = (0..table.reviewers()).filter(|at| table.given(*at) > 0);
    let reviewed = reviewed.count();
    if reviewed == 0 {
        return Some(Undefined::NoReviews);
    }
    if reviewed == 1 {
        return Some(Undefined::OneApplication);
    }
    if active.count() == 1 {
        return Some(Undefined::OneReviewer);
    }
    if table.ratings().len() == reviewed {
        return Some(Undefined::SingleReviews);
    }
    let same = table.range().is_none_or(|(low, high)| low == high);
    same.then_some(Undefined::NoVariation)
}

/// The group in which each application is ranked. All with a review are ranked
/// together, unless two panels of several applications have no reviewer in
/// common: then each panel is ranked by itself, and what belongs to none is not.
fn groups(table: &Table, panels: &[Panel]) -> Vec<Option<usize>> {
    let mut groups = vec![None; table.applications()];
    let several = |one: &&Panel| one.applications.len() > 1;
    if panels.iter().filter(several).count() < 2 {
        let all = panels.iter().flat_map(|one| &one.applications);
        all.for_each(|at| groups[*at] = Some(0));
        return groups;
    }
    for (number, panel) in panels.iter().filter(several).enumerate() {
        panel
            .applications
            .iter()
            .for_each(|at| groups[*at] = Some(number));
    }
    groups
}

/// The applications of each group.
fn apart(groups: &[Option<usize>]) -> Vec<Vec<usize>> {
    let count = groups.iter().flatten().max().map_or(0, |most| most + 1);
    let mut apart = vec![Vec::new(); count];
    for (at, group) in groups.iter().enumerate() {
        if let Some(group) = group {
            apart[*group].push(at);
        }
    }
    apart
}

/// The restricted maximum likelihood fit; where its equations are too large, the
/// means and spreads of the draws, which come to nearly the same there.
fn modelled_fit(source: &Source, posterior: &Posterior) -> Fit {
    if is_dense(source.panels) {
        return fit(source.table, source.panels, source.severity);
    }
    Fit {
        variance: posterior.variance,
        applications: posterior.applications.clone(),
        reviewers: posterior.reviewers.clone(),
    }
}

type Modelled = (Fit, Vec<Option<Place>>);

fn standing(
    table: &Table,
    at: usize,
    answer: &Answer<Modelled>,
    disagreement: Option<Disagreement>,
) -> Standing {
    let scores = moments(table.scores(at));
    let model = if scores.n == 0 {
        Err(Undefined::NoReviews)
    } else {
        answer.as_ref().map_err(|reason| *reason)
    };
    Standing {
        scores,
        adjusted: model.map(|(fit, _)| fit.applications[at]),
        place: model.and_then(|(_, places)| places[at].ok_or(Undefined::Unconnected)),
        disagreement,
    }
}

fn reviewer(
    table: &Table,
    at: usize,
    model: Answer<&Fit>,
    severity: bool,
    best: Best,
) -> ReviewerStanding {
    let estimate = |fit: &Fit| Estimate {
        // Zero is printed without a sign.
        value: 0.0 - best.sign() * fit.reviewers[at].value,
        se: fit.reviewers[at].se,
    };
    let seen = if severity {
        model
    } else {
        model.and(Err(Undefined::ReviewersOnce))
    };
    ReviewerStanding {
        scores: moments(table.by_reviewer(at).map(|one| one.score)),
        severity: seen.map(estimate),
    }
}

fn agreement(table: &Table) -> Agreement {
    Agreement {
        nominal: alpha(table, Level::Nominal),
        ordinal: alpha(table, Level::Ordinal),
        interval: alpha(table, Level::Interval),
        ratio: alpha(table, Level::Ratio),
        icc: one_way(table),
    }
}
