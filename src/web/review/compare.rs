//! What a review comes to, what it came to before, and how it stands beside
//! others'. Other reviewers are told apart by letters, or by their names where the
//! phase shows these.

use super::form::{KeptMark, kept, place, points};
use crate::domain::fraction::percent_tenths;
use crate::domain::review::ReviewDraft;
use crate::domain::rubric::{Criterion, CriterionKind, Rubric};
use crate::domain::score::{Judgement, Judgements, MOST_POINTS, ReviewScore, score_review};
use crate::domain::{Fraction, Message};
use crate::i18n::Locale;
use crate::store::own_review::{OwnReview, ReviewVersion};
use crate::store::review::WrittenReview;
use crate::web::ui::{Bar, Moment, Tone};

/// What a review comes to.
pub struct ScoreCard {
    pub total: String,
    pub merit: String,
    pub priority: String,
    /// One for each criterion.
    pub marks: Vec<CardMark>,
    /// Says that too much is unjudged for the review to count; empty otherwise.
    pub incomplete: String,
}

/// The points of a criterion.
pub struct CardMark {
    /// Where they are given; empty where nothing can be changed.
    pub href: String,
    pub bar: Bar,
}

/// The card of a review; `open` says whether it can be changed.
pub fn score_card(t: Locale, rubric: &Rubric, draft: &ReviewDraft, open: bool) -> ScoreCard {
    let judgements = draft.judgements();
    let score = score_review(rubric, &judgements);
    let weight = score.judged_weight;
    ScoreCard {
        total: share(t, score.total),
        merit: share(t, score.merit),
        priority: share(t, score.priority),
        marks: marks(t, rubric, &judgements, open),
        incomplete: if score.complete {
            String::new()
        } else {
            t.with("review-incomplete", "weight", weight)
        },
    }
}

/// A share as points of a hundred, or a dash where nothing was judged.
fn share(t: Locale, share: Option<Fraction>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| t.tenths(percent_tenths(share)))
}

fn marks(t: Locale, rubric: &Rubric, judgements: &Judgements, open: bool) -> Vec<CardMark> {
    let mark = |criterion: &Criterion| {
        let judgement = judgements.get(&criterion.id).copied().unwrap_or_default();
        let given = judgement.points().unwrap_or(0);
        let bar = Bar {
            label: criterion.name.get(t.language()).to_owned(),
            value: points(t, judgement),
            percent: u32::from(given) * 100 / u32::from(MOST_POINTS),
            tone: match criterion.kind {
                CriterionKind::Merit => Tone::Neutral,
                CriterionKind::Priority => Tone::Warn,
            },
        };
        CardMark {
            href: if open {
                place(criterion)
            } else {
                String::new()
            },
            bar,
        }
    };
    rubric.criteria.iter().map(mark).collect()
}

/// The versions of a review as a timeline.
pub fn history(t: Locale, rubric: &Rubric, zone: &str, versions: &[ReviewVersion]) -> Vec<Moment> {
    let moment = |version: &ReviewVersion| {
        let score = score_review(rubric, &version.draft.judgements());
        Moment {
            title: t.with("review-version", "number", version.number),
            when: t.when(version.submitted_at, zone),
            machine: version.submitted_at.rfc3339(),
            text: Some(totals(t, &score)),
            done: true,
        }
    };
    versions.iter().map(moment).collect()
}

fn totals(t: Locale, score: &ReviewScore) -> String {
    t.tell(
        &Message::new("review-totals")
            .with("total", share(t, score.total))
            .with("merit", share(t, score.merit))
            .with("priority", share(t, score.priority)),
    )
}

/// Every submitted review of an application, side by side.
pub struct Comparison {
    /// "You" first if one's own is sent, then the others.
    pub heads: Vec<String>,
    pub rows: Vec<ComparedRow>,
    pub totals: Vec<ComparedRow>,
    pub others: Vec<OtherReview>,
    /// Letters stand for names.
    pub nameless: bool,
}

/// A criterion or a total with one text per head.
pub struct ComparedRow {
    pub label: String,
    pub cells: Vec<String>,
}

/// Another reviewer's words.
pub struct OtherReview {
    pub name: String,
    pub when: String,
    pub machine: String,
    pub totals: String,
    pub marks: Vec<KeptMark>,
    pub comment: String,
}

/// Puts one's own review, once it is sent, beside others'; `others` come with
/// their place, whose letter is their name unless reviewers are named.
pub fn comparison(
    t: Locale,
    rubric: &Rubric,
    (zone, named): (&str, bool),
    own: Option<&OwnReview>,
    others: &[(usize, WrittenReview)],
) -> Comparison {
    let own = own.filter(|own| own.submitted_at.is_some());
    let name = |(place, one): &(usize, WrittenReview)| match named {
        true => one.reviewer_name.clone(),
        false => reviewer(t, *place),
    };
    let all: Vec<Judgements> = own
        .map(|own| own.draft.judgements())
        .into_iter()
        .chain(
            others
                .iter()
                .map(|(_, one)| one.submitted.judgements.clone()),
        )
        .collect();
    let you = own.map(|_| t.say("review-you"));
    Comparison {
        heads: you.into_iter().chain(others.iter().map(name)).collect(),
        rows: rows(t, rubric, &all),
        totals: sums(t, rubric, &all),
        others: others
            .iter()
            .map(|one| other(t, rubric, zone, name(one), &one.1))
            .collect(),
        nameless: !named,
    }
}

fn rows(t: Locale, rubric: &Rubric, all: &[Judgements]) -> Vec<ComparedRow> {
    let row = |criterion: &Criterion| {
        let judged = all.iter().map(|one| one.get(&criterion.id));
        ComparedRow {
            label: criterion.name.get(t.language()).to_owned(),
            cells: judged
                .map(|judgement| short(t, judgement.copied().unwrap_or_default()))
                .collect(),
        }
    };
    rubric.criteria.iter().map(row).collect()
}

fn sums(t: Locale, rubric: &Rubric, all: &[Judgements]) -> Vec<ComparedRow> {
    let scores: Vec<ReviewScore> = all.iter().map(|one| score_review(rubric, one)).collect();
    let row = |label: String, part: fn(&ReviewScore) -> Option<Fraction>| ComparedRow {
        label,
        cells: scores.iter().map(|score| share(t, part(score))).collect(),
    };
    vec![
        row(t.say("review-merit"), |score| score.merit),
        row(t.say("review-priority"), |score| score.priority),
        row(t.say("review-total"), |score| score.total),
    ]
}

/// A judgement for a narrow cell.
fn short(t: Locale, judgement: Judgement) -> String {
    match judgement.points() {
        Some(points) => t.number(points.into()),
        None => "–".to_owned(),
    }
}

fn other(
    t: Locale,
    rubric: &Rubric,
    zone: &str,
    name: String,
    review: &WrittenReview,
) -> OtherReview {
    let draft = ReviewDraft {
        marks: review.marks(),
        comment: review.comment.clone(),
    };
    let submitted = &review.submitted;
    OtherReview {
        name,
        when: t.when(submitted.submitted_at, zone),
        machine: submitted.submitted_at.rfc3339(),
        totals: totals(t, &score_review(rubric, &submitted.judgements)),
        marks: kept(t, rubric, &draft),
        comment: draft.comment,
    }
}

/// "Reviewer A", "Reviewer B"; after Z come numbers.
fn reviewer(t: Locale, place: usize) -> String {
    let letter = u8::try_from(place).ok().filter(|place| *place < 26);
    let name = match letter {
        Some(place) => char::from(b'A' + place).to_string(),
        None => (place + 1).to_string(),
    };
    t.with("review-other", "letter", name)
}
