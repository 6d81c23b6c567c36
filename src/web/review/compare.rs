//! What a review comes to, what it came to before, and how it stands beside
//! others'. Other reviewers are told apart by letters, or by their names where the
//! phase shows these.

use std::collections::BTreeMap;

use super::blind::reviewer;
use super::form::{KeptMark, anchor, kept, place, points};
use super::verdict;
use crate::actions::first_scores::FirstScore;
use crate::domain::fraction::percent_tenths;
use crate::domain::review::{Confidence, Recommendation, ReviewDraft};
use crate::domain::rubric::{Criterion, CriterionKind, Rubric};
use crate::domain::score::{Judgement, Judgements, ReviewScore, mean_of, score_review};
use crate::domain::{Fraction, Message, ReviewId};
use crate::i18n::Locale;
use crate::store::own_review::OwnReview;
use crate::store::review::WrittenReview;
use crate::web::ui::{Bar, Tone};

/// What a review comes to.
pub struct ScoreCard {
    pub total: String,
    /// Of the sealed first version, where it was another; empty otherwise.
    pub first: String,
    pub merit: String,
    pub priority: String,
    /// One for each criterion.
    pub marks: Vec<CardMark>,
    /// Says that too much is unjudged for the review to count; empty otherwise.
    pub incomplete: String,
    /// The same with "{weight}" for the weight that was judged.
    pub incomplete_words: String,
}

/// The points of a criterion.
pub struct CardMark {
    /// Where they are given; empty where nothing can be changed.
    pub href: String,
    /// The id of the criterion on the page.
    pub anchor: String,
    pub bar: Bar,
}

/// The card of a review; `first` is what it came to when it was first sent, `open`
/// says whether it can be changed.
pub fn score_card(
    t: Locale,
    rubric: &Rubric,
    (draft, first): (&ReviewDraft, Option<ReviewScore>),
    open: bool,
) -> ScoreCard {
    let judgements = draft.judgements();
    let score = score_review(rubric, &judgements);
    let weight = score.judged_weight;
    let moved = first.map(|first| first.total);
    let moved = moved.filter(|first| *first != score.total);
    ScoreCard {
        total: share(t, score.total),
        first: moved.map_or_else(String::new, |first| {
            t.with("review-first-total", "total", share(t, first))
        }),
        merit: share(t, score.merit),
        priority: share(t, score.priority),
        marks: marks(t, rubric, &judgements, open),
        incomplete: if score.complete {
            String::new()
        } else {
            t.with("review-incomplete", "weight", weight)
        },
        incomplete_words: t.with("review-incomplete", "weight", "{weight}"),
    }
}

/// The total of a review, as the card shows it.
pub fn total(t: Locale, rubric: &Rubric, draft: &ReviewDraft) -> String {
    share(t, score_review(rubric, &draft.judgements()).total)
}

/// A share as points of a hundred, or a dash where nothing was judged.
pub fn share(t: Locale, share: Option<Fraction>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| t.tenths(percent_tenths(share)))
}

fn marks(t: Locale, rubric: &Rubric, judgements: &Judgements, open: bool) -> Vec<CardMark> {
    let mark = |criterion: &Criterion| {
        let judgement = judgements.get(&criterion.id).copied().unwrap_or_default();
        let given = judgement.points_on(criterion).unwrap_or(0);
        let bar = Bar {
            label: criterion.name.get(t.language()).to_owned(),
            value: points(t, criterion, judgement),
            percent: u32::from(given) * 100 / u32::from(criterion.most().max(1)),
            tone: match criterion.kind {
                CriterionKind::Merit => Tone::Neutral,
                CriterionKind::Priority => Tone::Warn,
                CriterionKind::Gate => Tone::Info,
            },
        };
        CardMark {
            anchor: anchor(criterion),
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

/// Total, merit and priority in a line.
pub fn totals(t: Locale, score: &ReviewScore) -> String {
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
    /// How far the mean moved since the first scores; empty if nothing moved.
    pub moved: String,
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
    pub verdict: String,
    pub marks: Vec<KeptMark>,
    pub comment: String,
}

/// A review as it stands in the comparison.
struct Compared {
    now: Judgements,
    score: ReviewScore,
    /// Its sealed first judgements, where it was sent otherwise.
    first: Judgements,
    first_score: ReviewScore,
    /// Those were given on another version of the criteria.
    former: bool,
    verdict: (Option<Recommendation>, Option<Confidence>),
}

impl Compared {
    fn of(rubric: &Rubric, draft: &ReviewDraft, first: Option<&FirstScore>) -> Self {
        let now = draft.judgements();
        let score = score_review(rubric, &now);
        Self {
            first: first.map_or(&now, |first| &first.judgements).clone(),
            first_score: first.map_or(score, |first| first.score),
            former: first.is_some_and(|first| first.former),
            verdict: (draft.recommendation, draft.confidence),
            score,
            now,
        }
    }
}

/// Puts one's own review, once it is sent, beside others'; `others` come with
/// their place, whose letter is their name unless reviewers are named. `firsts`
/// holds what was judged first by those who sent again.
pub fn comparison(
    t: Locale,
    rubric: &Rubric,
    (zone, named): (&str, bool),
    own: Option<&OwnReview>,
    (others, firsts): (&[(usize, WrittenReview)], &BTreeMap<ReviewId, FirstScore>),
) -> Comparison {
    let own = own.filter(|own| own.submitted_at.is_some());
    let name = |(place, one): &(usize, WrittenReview)| match named {
        true => one.reviewer_name.clone(),
        false => reviewer(t, *place),
    };
    let mine = own.map(|own| Compared::of(rubric, &own.draft, firsts.get(&own.id)));
    let theirs = others
        .iter()
        .map(|(_, one)| Compared::of(rubric, &one.draft(), firsts.get(&one.submitted.review)));
    let all: Vec<Compared> = mine.into_iter().chain(theirs).collect();
    let you = own.map(|_| t.say("review-you"));
    let mut totals = sums(t, &all);
    totals.extend(verdicts(t, &all));
    Comparison {
        heads: you.into_iter().chain(others.iter().map(name)).collect(),
        rows: rows(t, rubric, &all),
        totals,
        moved: moved(t, &all),
        others: others
            .iter()
            .map(|one| other(t, rubric, zone, name(one), &one.1))
            .collect(),
        nameless: !named,
    }
}

fn rows(t: Locale, rubric: &Rubric, all: &[Compared]) -> Vec<ComparedRow> {
    let row = |criterion: &Criterion| {
        let of = |judged: &Judgements| judged.get(&criterion.id).copied();
        let told = |one: &Compared| {
            let now = of(&one.now).unwrap_or_default();
            // Where the scale is new, there is no first judgement on it.
            let first = of(&one.first).unwrap_or(now);
            both(t, short(t, first), short(t, now))
        };
        ComparedRow {
            label: criterion.name.get(t.language()).to_owned(),
            cells: all.iter().map(told).collect(),
        }
    };
    rubric.criteria.iter().map(row).collect()
}

/// What is said now, with what was said first where it differs.
pub fn both(t: Locale, first: String, now: String) -> String {
    if first == now {
        return now;
    }
    let told = Message::new("review-moved")
        .with("now", now)
        .with("first", first);
    t.tell(&told)
}

fn sums(t: Locale, all: &[Compared]) -> Vec<ComparedRow> {
    let row = |label: String, part: fn(&ReviewScore) -> Option<Fraction>| ComparedRow {
        label,
        cells: all
            .iter()
            .map(|one| {
                let first = share(t, part(&one.first_score));
                both(t, first, share(t, part(&one.score)))
            })
            .collect(),
    };
    vec![
        row(t.say("review-merit"), |score| score.merit),
        row(t.say("review-priority"), |score| score.priority),
        row(t.say("review-total"), |score| score.total),
    ]
}

fn verdicts(t: Locale, all: &[Compared]) -> [ComparedRow; 2] {
    let recommended = all
        .iter()
        .map(|one| verdict::recommendation(t, one.verdict.0));
    let sure = all.iter().map(|one| verdict::confidence(t, one.verdict.1));
    [
        ComparedRow {
            label: t.say("review-recommendation"),
            cells: recommended.collect(),
        },
        ComparedRow {
            label: t.say("review-confidence"),
            cells: sure.collect(),
        },
    ]
}

/// The sentence that tells how far a mean moved: where criteria were others, a new
/// mean need not be a change of mind.
pub fn moved_key(former: bool) -> &'static str {
    match former {
        true => "review-mean-moved-criteria",
        false => "review-mean-moved",
    }
}

/// How far the mean of the totals moved since the first scores.
fn moved(t: Locale, all: &[Compared]) -> String {
    let first = mean_of(all.iter().map(|one| one.first_score));
    let now = mean_of(all.iter().map(|one| one.score));
    if first == now {
        return String::new();
    }
    let (first, now) = (share(t, first), share(t, now));
    let told = Message::new(moved_key(all.iter().any(|one| one.former)))
        .with("first", first)
        .with("now", now);
    t.tell(&told)
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
    let (submitted, draft) = (&review.submitted, review.draft());
    OtherReview {
        name,
        when: t.when(submitted.submitted_at, zone),
        machine: submitted.submitted_at.rfc3339(),
        totals: totals(t, &score_review(rubric, &submitted.judgements)),
        verdict: verdict::told(t, draft.recommendation, draft.confidence),
        marks: kept(t, rubric, &draft),
        comment: draft.comment,
    }
}
