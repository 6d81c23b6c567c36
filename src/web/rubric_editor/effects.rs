//! What another version of a rubric does to the reviews of a round, in words.

use std::collections::BTreeSet;

use super::round::Found;
use super::text::label;
use crate::domain::rubric::{Class, Criterion, Difference, Rubric};
use crate::domain::{CriterionId, Message};
use crate::i18n::Locale;
use crate::policy::review::UNDER_REVIEW;
use crate::store::touched::TouchedReview;
use crate::web::ui::{Badge, Tone};
use crate::web::{url, words};

/// A review that would be touched.
pub struct ShownReview {
    pub reviewer: String,
    pub href: String,
    pub reference: String,
    pub title: String,
    pub status: Badge,
    pub state: Badge,
    /// What becomes of it.
    pub effect: String,
}

/// What a move would touch.
pub struct Touched {
    pub wanted: Rubric,
    pub counts: (i64, i64),
    pub reviews: Vec<TouchedReview>,
    /// What each of them answers.
    pub answered: Vec<BTreeSet<CriterionId>>,
    pub more: bool,
}

/// Criteria that are judged on another scale or were not asked before.
fn new_ones(found: &Found, wanted: &Rubric) -> Vec<CriterionId> {
    let known = |id: &CriterionId| found.rubric.criteria.iter().any(|one| one.id == *id);
    let ids = wanted.criteria.iter().map(|one| one.id);
    ids.filter(|id| !known(id)).collect()
}

fn name(t: Locale, criterion: &Criterion) -> String {
    label(t, &criterion.name, &criterion.code)
}

/// The names of what is judged anew, in a row.
pub fn asked_again(t: Locale, found: &Found, touched: &Touched) -> String {
    let new = new_ones(found, &touched.wanted);
    let criteria = touched.wanted.criteria.iter();
    let names: Vec<String> = criteria
        .filter(|one| new.contains(&one.id))
        .map(|one| name(t, one))
        .collect();
    names.join(" · ")
}

/// What each kind of change does, in words; `again` names what is judged anew.
pub fn effects(t: Locale, differing: &[Difference], again: &str) -> Vec<String> {
    let has = |wanted: Class| differing.iter().any(|one| one.class() == wanted);
    let mut effects = Vec::new();
    if has(Class::Words) {
        effects.push(t.say("rubric-effect-words"));
    }
    if has(Class::Weight) {
        effects.push(t.say("rubric-effect-weight"));
    }
    if has(Class::Gone) {
        effects.push(t.say("rubric-effect-gone"));
    }
    if !again.is_empty() {
        effects.push(t.with("rubric-effect-again", "criteria", again));
        effects.push(t.say("rubric-effect-unjudged"));
    }
    effects.push(t.say("rubric-effect-sealed"));
    effects
}

/// "7 reviews, 5 of them sent".
pub fn counted(t: Locale, (all, sent): (i64, i64)) -> String {
    let words = Message::new("rubric-touched")
        .with("n", all)
        .with("sent", sent);
    t.tell(&words)
}

/// The reviews of a page with what becomes of each.
pub fn reviews(t: Locale, found: &Found, touched: &Touched) -> Vec<ShownReview> {
    let with = touched.reviews.iter().zip(&touched.answered);
    with.map(|(review, answered)| {
        let sent = review.submitted_at.is_some();
        let (key, tone) = match sent {
            true => ("review-state-sent", Tone::Good),
            false => ("review-state-draft", Tone::Info),
        };
        ShownReview {
            reviewer: review.reviewer.clone(),
            href: url::dossier(review.application),
            reference: review.reference.clone(),
            title: review.title.clone(),
            status: words::status(t, review.status),
            state: Badge {
                text: t.say(key),
                tone,
            },
            effect: effect(t, (found, touched), review, answered),
        }
    })
    .collect()
}

/// What becomes of a review: of a draft, that it goes on; of one that was sent, what
/// it lacks, unless its application can't be reviewed any more.
fn effect(
    t: Locale,
    (found, touched): (&Found, &Touched),
    review: &TouchedReview,
    answered: &BTreeSet<CriterionId>,
) -> String {
    if review.submitted_at.is_none() {
        let new = new_ones(found, &touched.wanted);
        let key = match new.is_empty() {
            true => "rubric-review-stays",
            false => "rubric-review-goes-on",
        };
        return t.say(key);
    }
    let lacking = touched.wanted.lacking(answered);
    if lacking.is_empty() {
        return t.say("rubric-review-stays");
    }
    let names: Vec<String> = lacking.into_iter().map(|one| name(t, one)).collect();
    let key = match UNDER_REVIEW.contains(&review.status) {
        true => "rubric-review-lacks",
        false => "rubric-review-ended",
    };
    t.with(key, "criteria", names.join(" · "))
}
