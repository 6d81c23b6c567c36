//! What an analysis of a score table says, as JSON: numbers where there are some,
//! `null` with a note where there is none. Knows only names and numbers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::score_table::ScoreTable;
use crate::domain::numerals::is_bidi_control;
use crate::domain::statistics::{Analysis, Answer, Undefined};
use crate::domain::{Language, Message};
use crate::i18n::Locale;

/// The whole answer.
#[derive(Debug, Serialize)]
pub struct ScoreReport<'a> {
    pub applications: Vec<ApplicationLine<'a>>,
    pub reviewers: Vec<ReviewerLine<'a>>,
    pub agreement: AgreementLine,
    pub variance: VarianceLine,
    pub seed: u64,
    /// Applications whose reviewers differ remarkably.
    pub disagreements: Vec<DisagreementLine<'a>>,
    /// Why numbers are missing.
    pub notes: Vec<Note<'a>>,
}

/// One application, in order of expected rank.
#[derive(Debug, Clone, Serialize)]
pub struct ApplicationLine<'a> {
    pub application: &'a str,
    pub n: usize,
    pub mean: Option<f64>,
    pub sd: Option<f64>,
    pub adjusted: Option<f64>,
    pub se: Option<f64>,
    pub expected_rank: Option<f64>,
    pub rank_low: Option<u32>,
    pub rank_high: Option<u32>,
    pub pcer: Option<f64>,
    pub band: Option<u32>,
}

/// One reviewer, the strictest first.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewerLine<'a> {
    pub reviewer: &'a str,
    pub n: usize,
    pub mean: Option<f64>,
    pub severity: Option<f64>,
    pub se: Option<f64>,
}

/// How far reviewers agree.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementLine {
    pub alpha_nominal: Option<f64>,
    pub alpha_ordinal: Option<f64>,
    pub alpha_interval: Option<f64>,
    pub alpha_ratio: Option<f64>,
    pub icc1: Option<f64>,
    pub icck: Option<f64>,
    pub k: Option<f64>,
}

/// Variance components.
#[derive(Debug, Clone, Serialize)]
pub struct VarianceLine {
    pub application: Option<f64>,
    pub reviewer: Option<f64>,
    pub residual: Option<f64>,
}

/// An application to talk about.
#[derive(Debug, Clone, Serialize)]
pub struct DisagreementLine<'a> {
    pub application: &'a str,
    pub range: f64,
    pub sd: f64,
    pub pooled_sd: f64,
}

/// Why something has no number, or what its numbers mean.
#[derive(Debug, Clone, Serialize)]
pub struct Note<'a> {
    pub code: &'static str,
    pub text: String,
    /// What it concerns, where it does not concern everything.
    pub applications: Vec<&'a str>,
}

/// Puts names to an analysis.
pub fn report<'a>(scores: &'a ScoreTable, analysis: &Analysis) -> ScoreReport<'a> {
    let agreement = &analysis.agreement;
    let icc = agreement.icc.ok();
    let variance = analysis.variance.ok();
    ScoreReport {
        applications: applications(scores, analysis),
        reviewers: reviewers(scores, analysis),
        agreement: AgreementLine {
            alpha_nominal: agreement.nominal.ok(),
            alpha_ordinal: agreement.ordinal.ok(),
            alpha_interval: agreement.interval.ok(),
            alpha_ratio: agreement.ratio.ok(),
            icc1: icc.map(|one| one.icc1),
            icck: icc.map(|one| one.icck),
            k: icc.map(|one| one.k),
        },
        variance: VarianceLine {
            application: variance.map(|one| one.application),
            reviewer: variance.map(|one| one.reviewer),
            residual: variance.map(|one| one.residual),
        },
        seed: analysis.seed,
        disagreements: disagreements(scores, analysis),
        notes: notes(scores, analysis),
    }
}

/// In order of panels, expected rank and name; what is unranked comes last, by
/// what is known of it.
fn applications<'a>(scores: &'a ScoreTable, analysis: &Analysis) -> Vec<ApplicationLine<'a>> {
    let mut group = vec![usize::MAX; scores.applications.len()];
    for (number, own) in analysis.panels.iter().enumerate() {
        own.iter().for_each(|at| group[*at] = number);
    }
    let mut order: Vec<usize> = (0..scores.applications.len()).collect();
    let key = |at: &usize| {
        let one = &analysis.applications[*at];
        let expected = one.place.map_or(f64::INFINITY, |place| place.expected);
        (expected, group[*at], *at)
    };
    order.sort_by(|left, right| {
        let (left, right) = (key(left), key(right));
        left.0
            .total_cmp(&right.0)
            .then_with(|| (left.1, left.2).cmp(&(right.1, right.2)))
    });
    let line = |at: usize| {
        let one = &analysis.applications[at];
        let (adjusted, place) = (one.adjusted.ok(), one.place.ok());
        ApplicationLine {
            application: &scores.applications[at],
            n: one.scores.n,
            mean: one.scores.mean,
            sd: one.scores.sd,
            adjusted: adjusted.map(|one| one.value),
            se: adjusted.map(|one| one.se),
            expected_rank: place.map(|one| one.expected),
            rank_low: place.map(|one| one.low),
            rank_high: place.map(|one| one.high),
            pcer: place.map(|one| one.pcer),
            band: place.map(|one| one.band),
        }
    };
    order.into_iter().map(line).collect()
}

fn reviewers<'a>(scores: &'a ScoreTable, analysis: &Analysis) -> Vec<ReviewerLine<'a>> {
    let lines = scores
        .reviewers
        .iter()
        .zip(&analysis.reviewers)
        .map(|(name, one)| {
            let severity = one.severity.ok();
            ReviewerLine {
                reviewer: name,
                n: one.scores.n,
                mean: one.scores.mean,
                severity: severity.map(|one| one.value),
                se: severity.map(|one| one.se),
            }
        });
    let mut lines: Vec<ReviewerLine> = lines.collect();
    let severity = |one: &ReviewerLine| one.severity.unwrap_or(0.0);
    lines.sort_by(|left, right| severity(right).total_cmp(&severity(left)));
    lines
}

fn disagreements<'a>(scores: &'a ScoreTable, analysis: &Analysis) -> Vec<DisagreementLine<'a>> {
    let pairs = scores.applications.iter().zip(&analysis.applications);
    let mut lines: Vec<DisagreementLine> = pairs
        .filter_map(|(name, one)| {
            let flag = one.disagreement?;
            Some(DisagreementLine {
                application: name,
                range: flag.range,
                sd: flag.sd,
                pooled_sd: flag.pooled,
            })
        })
        .collect();
    lines.sort_by(|left, right| right.sd.total_cmp(&left.sd));
    lines
}

/// One note for each reason, with the applications that it concerns, and one for
/// panels that are ranked apart.
fn notes<'a>(scores: &'a ScoreTable, analysis: &Analysis) -> Vec<Note<'a>> {
    let english = Locale::of(Language::English);
    let mut reasons: BTreeMap<Undefined, Vec<&'a str>> = BTreeMap::new();
    if let Err(reason) = analysis.variance {
        reasons.entry(reason).or_default();
    }
    for (name, one) in scores.applications.iter().zip(&analysis.applications) {
        if let Some(reason) = reason(&one.place).filter(|one| analysis.variance != Err(*one)) {
            reasons.entry(reason).or_default().push(name);
        }
    }
    let agreement = &analysis.agreement;
    let icc = agreement.icc.map(|one| one.icc1);
    let numbers = [&agreement.interval, &agreement.ratio, &icc];
    let severities = analysis
        .reviewers
        .iter()
        .filter_map(|one| reason(&one.severity));
    for reason in numbers.into_iter().filter_map(reason).chain(severities) {
        reasons.entry(reason).or_default();
    }
    let notes = reasons.into_iter().map(|(reason, applications)| Note {
        code: reason.code(),
        text: bare(&english.tell(&Message::new(reason.key()))),
        applications,
    });
    let mut notes: Vec<Note> = notes.collect();
    if analysis.panels.len() > 1 {
        let panels = analysis.panels.iter().enumerate();
        notes.extend(panels.map(|(at, own)| Note {
            code: "panel",
            text: bare(&english.with("statistics-panel", "number", (at + 1) as i64)),
            applications: own.iter().map(|at| &*scores.applications[*at]).collect(),
        }));
    }
    notes
}

/// A sentence without the marks that isolate directions: terminals and programs
/// show them as rubbish.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !is_bidi_control(*c)).collect()
}

fn reason<T>(answer: &Answer<T>) -> Option<Undefined> {
    answer.as_ref().err().copied()
}
