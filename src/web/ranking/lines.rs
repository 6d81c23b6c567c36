//! The lines of the certainty page's tables: applications, reviewers, influences.

use super::certainty::{Sources, is_own};
use crate::domain::Message;
use crate::domain::statistics::influence::Shift;
use crate::domain::statistics::{Estimate, Place};
use crate::i18n::Locale;
use crate::web::ui::Range;
use crate::web::url;

/// One application with its place and how sure it is.
pub struct Placed {
    pub href: String,
    pub title: String,
    /// Name of its panel where there are several; those without a rank have none.
    pub panel: String,
    pub mean: String,
    pub adjusted: String,
    pub expected: String,
    /// From–to, in words.
    pub interval: String,
    pub picture: Option<Range>,
    pub band: String,
    /// Whether it opens a band.
    pub opens: bool,
    pub percentile: String,
    /// Why it has no rank; empty otherwise.
    pub reason: String,
    /// Told where its reviewers disagree; empty otherwise.
    pub flag: String,
}

/// One reviewer's strictness.
pub struct Strictness {
    pub name: String,
    pub reviews: String,
    pub mean: String,
    pub spread: String,
    /// `3.2 stricter`; empty where it cannot be seen.
    pub severity: String,
    /// Around the middle, which is the average reviewer.
    pub picture: Option<Range>,
}

/// What one change does to the order.
pub struct Influence {
    pub name: String,
    /// How many applications get another place.
    pub moved: String,
    pub farthest: String,
    pub tau: String,
}

/// Every application: by panel and expected rank, those without a rank last.
pub fn placed(sources: &Sources) -> Vec<Placed> {
    let analysis = &sources.certainty.analysis;
    let mut order: Vec<(usize, f64, usize)> = Vec::new();
    let mut group = vec![usize::MAX; analysis.applications.len()];
    for (number, own) in analysis.panels.iter().enumerate() {
        own.iter().for_each(|at| group[*at] = number);
    }
    for (at, one) in analysis.applications.iter().enumerate() {
        let expected = one.place.map_or(f64::INFINITY, |place| place.expected);
        let panel = if one.place.is_ok() {
            group[at]
        } else {
            usize::MAX
        };
        order.push((panel, expected, at));
    }
    order.sort_by(|left, right| {
        let by_panel = left.0.cmp(&right.0);
        by_panel
            .then_with(|| left.1.total_cmp(&right.1))
            .then_with(|| left.2.cmp(&right.2))
    });
    let (mut last, several) = (None, analysis.panels.len() > 1);
    let line = |(panel, _, at): (usize, f64, usize)| {
        let mut line = application(sources, at);
        let band = analysis.applications[at]
            .place
            .ok()
            .map(|place| (panel, place.band));
        line.opens = band.is_some() && band != last;
        last = band;
        if several && panel != usize::MAX {
            line.panel = sources
                .t
                .with("certainty-panel", "number", panel as i64 + 1);
        }
        line
    };
    order.into_iter().map(line).collect()
}

fn application(sources: &Sources, at: usize) -> Placed {
    let t = sources.t;
    let one = &sources.certainty.analysis.applications[at];
    let place = one.place.ok();
    let measured = |number: Option<f64>| number.map(|one| t.measured(one, 1)).unwrap_or_default();
    Placed {
        href: url::decision(sources.certainty.applications[at]),
        title: sources.titles[at].clone(),
        panel: String::new(),
        mean: measured(one.scores.mean),
        adjusted: measured(one.adjusted.ok().map(|one| one.value)),
        expected: measured(place.map(|place| place.expected)),
        interval: place.map(|place| interval(t, &place)).unwrap_or_default(),
        picture: place.map(|place| drawn(&place)),
        band: place
            .map(|place| t.number(place.band.into()))
            .unwrap_or_default(),
        opens: false,
        percentile: measured(place.map(|place| place.pcer)),
        reason: match one.place {
            Err(reason) if is_own(reason) => t.say(reason.key()),
            _ => String::new(),
        },
        flag: match sources
            .flags
            .contains_key(&sources.certainty.applications[at])
        {
            true => t.say("flag-title"),
            false => String::new(),
        },
    }
}

/// "2–9".
pub fn interval(t: Locale, place: &Place) -> String {
    let message = Message::new("certainty-interval")
        .with("low", i64::from(place.low))
        .with("high", i64::from(place.high));
    t.tell(&message)
}

/// The interval on a line from the first to the last rank.
fn drawn(place: &Place) -> Range {
    let last = f64::from(place.among.saturating_sub(1)).max(1.0);
    let at = |rank: f64| (100.0 * (rank - 1.0) / last).round().clamp(0.0, 99.0) as u32;
    Range {
        low: at(place.low.into()),
        high: at(place.high.into()),
        mean: at(place.expected),
    }
}

/// Every reviewer, the strictest first.
pub fn strictness(sources: &Sources) -> Vec<Strictness> {
    let (t, certainty) = (sources.t, sources.certainty);
    let all = &certainty.analysis.reviewers;
    let value = |at: usize| all[at].severity.map_or(0.0, |one| one.value);
    let reach = |one: Estimate| one.value.abs() + 2.0 * one.se;
    let widest = all.iter().filter_map(|one| one.severity.ok()).map(reach);
    let widest = widest.fold(1.0, f64::max);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|left, right| value(*right).total_cmp(&value(*left)));
    let line = |at: usize| {
        let one = &all[at];
        let name = sources.ranking.names.get(&certainty.reviewers[at]);
        let measured = |number: Option<f64>| number.map(|one| t.measured(one, 1));
        Strictness {
            name: name.cloned().unwrap_or_default(),
            reviews: t.number(one.scores.n as i64),
            mean: measured(one.scores.mean).unwrap_or_default(),
            spread: measured(one.scores.sd).unwrap_or_default(),
            severity: one
                .severity
                .map_or(String::new(), |one| direction(t, one.value)),
            picture: one.severity.ok().map(|one| around(one, widest)),
        }
    };
    order.into_iter().map(line).collect()
}

/// What is shown as zero.
const NOTHING: f64 = 0.05;

/// Whether a strictness is zero as surely as if the model had none.
pub fn is_even(one: Estimate) -> bool {
    one.value.abs() < NOTHING && one.se < NOTHING
}

/// A strictness in words instead of a sign.
fn direction(t: Locale, value: f64) -> String {
    let points = t.measured(value.abs(), 1);
    if value.abs() < NOTHING {
        t.say("certainty-even")
    } else if value > 0.0 {
        t.with("certainty-stricter", "points", points)
    } else {
        t.with("certainty-kinder", "points", points)
    }
}

/// Twice the standard error to either side, the average in the middle.
fn around(one: Estimate, widest: f64) -> Range {
    let at = |value: f64| (50.0 + 50.0 * value / widest).round().clamp(0.0, 99.0) as u32;
    Range {
        low: at(one.value - 2.0 * one.se),
        high: at(one.value + 2.0 * one.se),
        mean: at(one.value),
    }
}

/// Changes with what they do.
pub fn influences<'a>(
    sources: &Sources,
    named: impl Iterator<Item = (String, &'a Shift)>,
) -> Vec<Influence> {
    let t = sources.t;
    let line = |(name, shift): (String, &Shift)| Influence {
        name,
        moved: t.number(shift.moved as i64),
        farthest: shift.farthest.map_or(String::new(), |(at, from, to)| {
            let message = Message::new("certainty-farthest")
                .with("title", sources.titles[at].as_str())
                .with("from", i64::from(from))
                .with("to", i64::from(to));
            t.tell(&message)
        }),
        tau: t.measured(shift.tau, 2),
    };
    named.map(line).collect()
}
