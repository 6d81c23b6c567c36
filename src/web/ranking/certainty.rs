//! The page that tells how sure a ranking is: agreement, expected ranks with their
//! intervals, reviewers' strictness, and what single reviewers and weights decide.

use std::collections::BTreeMap;

use askama::Template;

use super::Shown;
use super::lines::{Influence, Placed, Strictness, influences, is_even, placed, strictness};
use crate::actions::certainty::Certainty;
use crate::actions::flags::{Flags, flags_of_ranking};
use crate::actions::rank_round::RoundRanking;
use crate::domain::ApplicationId;
use crate::domain::statistics::{Analysis, Answer, ReviewerStanding, Undefined};
use crate::i18n::Locale;
use crate::web::chrome::Chrome;
use crate::web::ui::{Bar, Link, Pager, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// Classes of the distribution of scores, and how wide they are.
const CLASSES: usize = 10;
const CLASS: f64 = 10.0;

/// How sure the ranking of a round is.
#[derive(Template)]
#[template(path = "ranking/certainty.html")]
pub struct CertaintyPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub round: String,
    pub agreement: Vec<Measure>,
    /// How the agreement is to be read; the reason where there is none.
    pub reading: String,
    /// Why there are no ranks; empty where there are.
    pub reason: String,
    /// Told where panels are ranked by themselves; empty otherwise.
    pub panels: String,
    /// Each names its panel where the row before it is of another.
    pub rows: Vec<Placed>,
    pub pager: Pager,
    pub distribution: Vec<Bar>,
    pub strictness: Vec<Strictness>,
    /// Why no strictness can be seen; empty where it can.
    pub strictness_reason: String,
    pub reviewers: Vec<Influence>,
    /// Why reviewers are not left out one by one; empty where they are.
    pub reviewers_reason: String,
    pub weights: Vec<Influence>,
    pub seed: String,
}

/// One number on agreement.
pub struct Measure {
    pub name: String,
    pub value: String,
    pub meaning: String,
}

/// What the lines of the page are built from.
pub struct Sources<'a> {
    pub t: Locale,
    pub ranking: &'a RoundRanking,
    pub certainty: &'a Certainty,
    /// Titles of the applications, by their numbers in the table.
    pub titles: Vec<String>,
    pub flags: &'a Flags,
}

/// Builds the page.
pub fn page(
    visit: &Visit,
    ranking: &RoundRanking,
    certainty: &Certainty,
    shown: &Shown,
) -> CertaintyPage {
    let t = visit.t;
    let slug = ranking.round.slug.as_str();
    let round = ranking.round.title.get(t.language()).to_owned();
    let task = t.with("certainty-page-title", "round", round.as_str());
    let back = Link::new(url::ranking(slug), t.say("ranking-title"));
    let sources = Sources {
        t,
        ranking,
        certainty,
        titles: titles(ranking, certainty),
        flags: flags_of_ranking(ranking),
    };
    let analysis = &certainty.analysis;
    let all = placed(&sources);
    CertaintyPage {
        chrome: Chrome::new(visit, &task).wide().back(back),
        t,
        agreement: agreement(t, certainty),
        reading: reading(t, certainty),
        reason: why(t, &analysis.variance),
        panels: panels(t, certainty),
        pager: Pager::by_offset(&url::certainty(slug), shown.after, all.len()),
        rows: shown_rows(all, shown.after),
        distribution: distribution(t, certainty),
        strictness: strictness(&sources),
        strictness_reason: strictness_reason(t, analysis),
        reviewers: certainty.without.as_ref().map_or_else(
            |_| Vec::new(),
            |shifts| {
                let people = certainty.reviewers.iter().zip(shifts);
                let named = people.map(|(id, shift)| {
                    let name = ranking.names.get(id).cloned().unwrap_or_default();
                    (name, shift)
                });
                influences(&sources, named)
            },
        ),
        reviewers_reason: why(t, &certainty.without),
        weights: weights(&sources),
        seed: analysis.seed.to_string(),
        round,
    }
}

/// The reason of a missing number in words; empty for a number.
fn why<T>(t: Locale, answer: &Answer<T>) -> String {
    let reason = answer.as_ref().err();
    reason.map(|one| t.say(one.key())).unwrap_or_default()
}

/// Why nobody is called stricter than the others: it cannot be seen, or they differ
/// no more than chance would have it.
fn strictness_reason(t: Locale, analysis: &Analysis) -> String {
    let Some(first) = analysis.reviewers.first() else {
        return String::new();
    };
    let even = |one: &ReviewerStanding| one.severity.is_ok_and(is_even);
    if analysis.reviewers.iter().all(even) {
        t.say("certainty-all-even")
    } else {
        why(t, &first.severity)
    }
}

fn titles(ranking: &RoundRanking, certainty: &Certainty) -> Vec<String> {
    let rows = ranking.running().map(|entry| {
        let row = &entry.application;
        let title = if row.title.is_empty() {
            &row.reference
        } else {
            &row.title
        };
        (row.id, title.as_str())
    });
    let rows: BTreeMap<ApplicationId, &str> = rows.collect();
    let title = |id: &ApplicationId| rows.get(id).copied().unwrap_or_default().to_owned();
    certainty.applications.iter().map(title).collect()
}

fn agreement(t: Locale, certainty: &Certainty) -> Vec<Measure> {
    let found = &certainty.analysis.agreement;
    let number = |answer: Answer<f64>| match answer {
        Ok(number) => t.measured(number, 2),
        Err(_) => t.say("certainty-no-number"),
    };
    let k = found.icc.map_or(String::new(), |icc| t.measured(icc.k, 1));
    vec![
        Measure {
            name: t.say("certainty-alpha"),
            value: number(found.interval),
            meaning: t.say("certainty-alpha-meaning"),
        },
        Measure {
            name: t.say("certainty-alpha-ordinal"),
            value: number(found.ordinal),
            meaning: t.say("certainty-alpha-ordinal-meaning"),
        },
        Measure {
            name: t.say("certainty-icc-one"),
            value: number(found.icc.map(|icc| icc.icc1)),
            meaning: t.say("certainty-icc-one-meaning"),
        },
        Measure {
            name: t.say("certainty-icc-mean"),
            value: number(found.icc.map(|icc| icc.icck)),
            meaning: t.with("certainty-icc-mean-meaning", "k", k),
        },
    ]
}

/// One sentence on how to read the agreement, by the customary limits.
fn reading(t: Locale, certainty: &Certainty) -> String {
    match certainty.analysis.agreement.interval {
        Err(reason) => t.say(reason.key()),
        Ok(alpha) if alpha >= 0.8 => t.say("certainty-reading-good"),
        Ok(alpha) if alpha >= 0.667 => t.say("certainty-reading-fair"),
        Ok(alpha) if alpha > 0.0 => t.say("certainty-reading-low"),
        Ok(_) => t.say("certainty-reading-none"),
    }
}

fn panels(t: Locale, certainty: &Certainty) -> String {
    match certainty.analysis.panels.len() {
        0 | 1 => String::new(),
        several => t.with("certainty-panels", "count", several as i64),
    }
}

/// The lines of one page. Its first names its panel, and so does each that begins
/// another.
fn shown_rows(all: Vec<Placed>, after: usize) -> Vec<Placed> {
    let mut rows: Vec<Placed> = all.into_iter().skip(after).take(Pager::ROWS).collect();
    let mut last = String::new();
    for row in &mut rows {
        if row.panel == last {
            row.panel.clear();
        } else {
            last.clone_from(&row.panel);
        }
    }
    rows
}

/// How many reviews gave which total.
fn distribution(t: Locale, certainty: &Certainty) -> Vec<Bar> {
    let mut counts = [0_usize; CLASSES];
    for one in certainty.table.ratings() {
        let class = (one.score.max(0.0) / CLASS) as usize;
        counts[class.min(CLASSES - 1)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |(class, count): (usize, usize)| {
        let low = class * CLASS as usize;
        let high = if class + 1 == CLASSES { 100 } else { low + 9 };
        let (low, high) = (t.number(low as i64), t.number(high as i64));
        Bar {
            label: format!("{low}–{high}"),
            value: t.number(count as i64),
            percent: u32::try_from(count * 100 / most).unwrap_or(100),
            tone: Tone::Neutral,
        }
    };
    counts.into_iter().enumerate().map(bar).collect()
}

/// Each weight a fifth higher, then a fifth lower.
fn weights(sources: &Sources) -> Vec<Influence> {
    let (t, criteria) = (sources.t, &sources.ranking.rubric.criteria);
    let Ok(shifts) = &sources.certainty.reweighted else {
        return Vec::new();
    };
    let named = shifts.iter().flat_map(|(id, [higher, lower])| {
        let criterion = criteria.iter().find(|one| one.id == *id);
        let name = criterion.map_or("", |one| one.name.get(t.language()));
        [
            (t.with("certainty-weight-higher", "name", name), higher),
            (t.with("certainty-weight-lower", "name", name), lower),
        ]
    });
    influences(sources, named)
}

/// Whether a reason concerns one application and not the whole round.
pub fn is_own(reason: Undefined) -> bool {
    matches!(reason, Undefined::NoReviews | Undefined::Unconnected)
}
