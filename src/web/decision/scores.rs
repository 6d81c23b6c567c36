//! The table of scores: reviewers by criteria, with means and spread.

use crate::actions::first_scores::FirstMean;
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::domain::fraction::percent_tenths;
use crate::domain::score::{Judgement, criterion_means, score_review};
use crate::domain::{Fraction, Message};
use crate::i18n::Locale;
use crate::web::review::{both, moved_key, verdict};

/// The scores of one application.
#[derive(Default)]
pub struct ScoreTable {
    pub criteria: Vec<Column>,
    pub rows: Vec<ScoreRow>,
    /// Mean of each criterion; empty where nobody judged it.
    pub means: Vec<String>,
    pub total: String,
    /// How far the mean moved since the first scores; empty if nothing moved.
    pub moved: String,
    /// Whether they are kept from the reader, who is still to judge too.
    pub withheld: bool,
}

/// A criterion at the head of its column.
pub struct Column {
    pub name: String,
    pub weight: String,
    /// "0–5".
    pub scale: String,
}

/// One reviewer's scores.
pub struct ScoreRow {
    pub reviewer: String,
    pub cells: Vec<Cell>,
    pub total: String,
    pub recommendation: String,
    pub confidence: String,
    /// Too much is unjudged for it to count.
    pub incomplete: bool,
}

/// One judgement.
pub struct Cell {
    /// Name of the criterion, for small screens.
    pub label: String,
    pub text: String,
    pub abstained: bool,
}

/// Lays out the scores of an entry.
pub fn table(t: Locale, ranking: &RoundRanking, entry: &Entry) -> ScoreTable {
    let criteria = &ranking.rubric.criteria;
    let name = |at: usize| criteria[at].name.get(t.language()).to_owned();
    let columns = criteria.iter().enumerate().map(|(at, one)| Column {
        name: name(at),
        weight: match one.weight {
            0 => t.say("rubric-kind-gate"),
            weight => t.with("ranking-percent", "n", weight),
        },
        scale: t.with("rubric-scale", "most", i64::from(one.most())),
    });
    let rows = entry.reviews.iter().map(|review| {
        let score = score_review(&ranking.rubric, &review.judgements);
        let judged = criteria.iter().enumerate().map(|(at, criterion)| {
            let judgement = review.judgements.get(&criterion.id).copied();
            cell(t, name(at), judgement.unwrap_or_default())
        });
        ScoreRow {
            reviewer: ranking
                .names
                .get(&review.reviewer)
                .cloned()
                .unwrap_or_default(),
            cells: judged.collect(),
            total: both(
                t,
                percent(t, ranking.first_score(review).total),
                percent(t, score.total),
            ),
            recommendation: verdict::recommendation(t, review.recommendation),
            confidence: verdict::confidence(t, review.confidence),
            incomplete: !score.complete,
        }
    });
    let score = &entry.ranked.score;
    let judged = entry.reviews.iter().map(|review| &review.judgements);
    let means = criterion_means(&ranking.rubric, judged).into_iter();
    ScoreTable {
        criteria: columns.collect(),
        rows: rows.collect(),
        means: means
            .map(|mean| mean.map(|mean| t.tenths(mean.tenths())).unwrap_or_default())
            .collect(),
        total: percent(t, score.mean),
        moved: moved(t, ranking, entry),
        withheld: entry.withheld,
    }
}

/// How far the mean of an application moved since the first scores, in words; empty
/// if it did not.
pub fn moved(t: Locale, ranking: &RoundRanking, entry: &Entry) -> String {
    moved_mean(t, ranking.first_mean(entry), entry.ranked.score.mean)
}

/// How far a mean moved from another first one, in words; empty without one.
pub fn moved_mean(t: Locale, first: Option<FirstMean>, now: Option<Fraction>) -> String {
    let Some(FirstMean { mean, former }) = first else {
        return String::new();
    };
    let told = Message::new(moved_key(former))
        .with("first", percent(t, Some(mean)))
        .with("now", percent(t, now));
    t.tell(&told)
}

fn cell(t: Locale, label: String, judgement: Judgement) -> Cell {
    let text = match judgement {
        Judgement::Points(_) => judgement.code().to_owned(),
        Judgement::CannotJudge => t.say("decision-cannot-judge"),
        Judgement::Unanswered => String::new(),
    };
    Cell {
        label,
        text,
        abstained: judgement == Judgement::CannotJudge,
    }
}

/// A share on 0–100 with one decimal; empty for none.
pub fn percent(t: Locale, share: Option<Fraction>) -> String {
    share
        .map(|share| t.tenths(percent_tenths(share)))
        .unwrap_or_default()
}
