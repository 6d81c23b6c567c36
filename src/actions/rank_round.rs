//! A whole round, ranked: the one reading of applications, reviews and decisions
//! that the ranking page and the decision page share. The number of
//! queries is the same for any number of applications.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::certainty::Certainty;
use super::deviation::Order;
use super::first_scores::{self, FirstMean, FirstScore};
use super::flags::Flags;
use super::round_figures::Figures;
use crate::domain::application::Status;
use crate::domain::balance::Traits;
use crate::domain::decision::Ruling;
use crate::domain::funding_line::FundingLine;
use crate::domain::organisation::Organisation;
use crate::domain::ranking::{Ranked, rank};
use crate::domain::round::Round;
use crate::domain::rubric::Rubric;
use crate::domain::score::{
    ApplicationScore, Judgements, ReviewScore, mean_of, score_application, score_review,
};
use crate::domain::{AccountId, ApplicationId, OrganisationId, ReviewId};
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::review::{self, SubmittedReview};
use crate::store::{Reader, StoreError, account, balance, decision, organisation, round, rubric};

/// A round with every application that was sent and is within reach.
#[derive(Debug, Clone)]
pub struct RoundRanking {
    pub round: Round,
    pub rubric: Rubric,
    /// Best first, then those without a score, then those out of the running.
    pub entries: Vec<Entry>,
    /// How many of them are in the running.
    running: usize,
    /// Of everybody who reviewed, proposed, signed or released.
    pub names: BTreeMap<AccountId, String>,
    /// What was judged first, where the review or the rubric is another one by now.
    pub firsts: BTreeMap<ReviewId, FirstScore>,
    pub(super) once: Once,
}

/// What is worked out of a ranking once somebody asks for it, and then kept with it.
#[derive(Debug, Clone, Default)]
pub(super) struct Once {
    /// Its statistics.
    pub(super) certainty: OnceLock<Arc<Certainty>>,
    /// Where its reviews differ widely.
    pub(super) flags: OnceLock<Flags>,
    /// What is said of it as a whole.
    figures: OnceLock<Figures>,
    /// Where its budget ends.
    pub(super) line: OnceLock<FundingLine>,
    /// Its order while no lots are drawn.
    pub(super) order: OnceLock<Arc<Order>>,
    /// What its awards are held against.
    pub(super) awards: OnceLock<Arc<[(Traits, i64)]>>,
    /// Its organisations that had an award of another round.
    known: OnceLock<BTreeSet<OrganisationId>>,
}

/// One application in its round.
#[derive(Debug, Clone)]
pub struct Entry {
    pub application: ApplicationRow,
    /// As [lists show it](Organisation::as_listed).
    pub organisation: Arc<Organisation>,
    pub ranked: Ranked,
    /// The submitted reviews, in order of their making.
    pub reviews: Box<[SubmittedReview]>,
    /// The latest decision that was not dropped. What was written in it is read only
    /// where it is shown.
    pub decision: Option<Box<Ruling>>,
    /// Whether a review scored an older version than the latest.
    pub overtaken: bool,
    /// Whether reviews are kept from the reader, who is still to judge it too: there
    /// are none here then.
    pub withheld: bool,
}

/// Statuses of an application that was sent.
pub const SENT: [Status; 6] = [
    Status::Submitted,
    Status::Withdrawn,
    Status::Ineligible,
    Status::InReview,
    Status::Deliberation,
    Status::Decided,
];

/// Whether an application in this status is in the running and gets a rank.
pub fn is_running(status: Status) -> bool {
    matches!(
        status,
        Status::InReview | Status::Deliberation | Status::Decided
    )
}

impl Entry {
    /// Whether it is in the running.
    pub fn is_running(&self) -> bool {
        is_running(self.application.status)
    }
}

impl RoundRanking {
    /// What is said of it as a whole.
    pub fn figures(&self) -> &Figures {
        self.once.figures.get_or_init(|| Figures::of(self))
    }

    /// Its organisations that had an award of another round, as far as that is within the
    /// reach of the ranking.
    pub fn known(
        &self,
        reader: &mut Reader,
        reach: Reach,
    ) -> Result<&BTreeSet<OrganisationId>, StoreError> {
        if let Some(known) = self.once.known.get() {
            return Ok(known);
        }
        let known = balance::known(reader, reach, self.round.id)?;
        Ok(self.once.known.get_or_init(|| known))
    }

    /// The mean of the first scores of an application, where the discussion or new
    /// papers moved it; `None` where nothing moved.
    pub fn first_mean(&self, entry: &Entry) -> Option<FirstMean> {
        let sent = entry.reviews.iter();
        let firsts = sent
            .clone()
            .filter_map(|one| self.firsts.get(&one.review))
            .collect::<Vec<_>>();
        if firsts.is_empty() {
            return None;
        }
        let mean = mean_of(sent.map(|one| self.first_score(one)));
        let mean = mean.filter(|mean| Some(*mean) != entry.ranked.score.mean)?;
        let former = firsts.iter().any(|first| first.former);
        Some(FirstMean { mean, former })
    }

    /// What a review came to when it was first sent, by the rubric of that time.
    pub fn first_score(&self, review: &SubmittedReview) -> ReviewScore {
        let first = self.firsts.get(&review.review).map(|first| first.score);
        first.unwrap_or_else(|| score_review(&self.rubric, &review.judgements))
    }

    /// The applications in the running, which stand before the others.
    pub fn running(&self) -> std::slice::Iter<'_, Entry> {
        self.entries[..self.running].iter()
    }

    /// One application of the round.
    pub fn entry(&self, application: ApplicationId) -> Option<&Entry> {
        let mut entries = self.entries.iter();
        entries.find(|entry| entry.application.id == application)
    }
}

/// Reads and ranks the round of a name in URLs.
pub fn rank_round(
    reader: &mut Reader,
    reach: Reach,
    slug: &str,
) -> Result<Option<RoundRanking>, StoreError> {
    match round::by_slug(reader, slug)? {
        Some(round) => rank_of(reader, reach, round).map(Some),
        None => Ok(None),
    }
}

/// Reads and ranks a round.
pub fn rank_of(
    reader: &mut Reader,
    reach: Reach,
    round: Round,
) -> Result<RoundRanking, StoreError> {
    let rubric = rubric::by_id(reader, round.rubric_id)?;
    let rubric = rubric.ok_or_else(|| StoreError::Damaged("a round without rubric".to_owned()))?;
    let filter = Filter {
        round: Some(round.id),
        statuses: SENT.to_vec(),
        ..Filter::default()
    };
    let applications = application::list(reader, reach, &filter, None, i64::MAX)?;
    let mut reviews: BTreeMap<ApplicationId, Vec<SubmittedReview>> = BTreeMap::new();
    for review in review::of_round(reader, reach, round.id)? {
        reviews.entry(review.application).or_default().push(review);
    }
    let overtaken = review::overtaken(reader, round.id)?;
    let withheld = review::withheld_of_round(reader, reach, round.id)?;
    let mut decisions = decision::of_round(reader, reach, round.id)?;
    let organisations = organisation::of_round(reader, round.id)?.into_iter();
    let organisations: BTreeMap<OrganisationId, Arc<Organisation>> =
        organisations.map(|one| (one.id, Arc::new(one))).collect();
    let scores = ranked(&rubric, &applications, &reviews);
    let mut applications: BTreeMap<ApplicationId, ApplicationRow> =
        applications.into_iter().map(|row| (row.id, row)).collect();
    let mut entries: Vec<Entry> = Vec::with_capacity(scores.len());
    entries.extend(scores.into_iter().filter_map(|ranked| {
        let application = applications.remove(&ranked.application)?;
        let withdrawn = application.status == Status::Withdrawn;
        let decision = decisions.remove(&application.id);
        Some(Entry {
            organisation: Arc::clone(organisations.get(&application.organisation_id)?),
            reviews: reviews.remove(&application.id).unwrap_or_default().into(),
            // What was proposed before a withdrawal came to nothing.
            decision: decision.filter(|_| !withdrawn).map(Box::new),
            overtaken: overtaken.contains(&application.id),
            withheld: withheld.contains(&application.id),
            application,
            ranked,
        })
    }));
    let running = entries.partition_point(Entry::is_running);
    let names = account::names(reader, &people(&entries))?;
    let firsts = first_scores::of_round(reader, round.id, &rubric)?;
    Ok(RoundRanking {
        round,
        rubric,
        entries,
        running,
        names,
        firsts,
        once: Once::default(),
    })
}

/// Those in the running by rank; the others behind them, scored but unranked.
fn ranked(
    rubric: &Rubric,
    applications: &[ApplicationRow],
    reviews: &BTreeMap<ApplicationId, Vec<SubmittedReview>>,
) -> Vec<Ranked> {
    let score = |row: &ApplicationRow| -> (ApplicationId, ApplicationScore) {
        let own = reviews.get(&row.id).map_or(&[][..], Vec::as_slice);
        let own: Vec<Judgements> = own.iter().map(|one| one.judgements.clone()).collect();
        (row.id, score_application(rubric, &own))
    };
    let (running, out): (Vec<_>, Vec<_>) =
        applications.iter().partition(|row| is_running(row.status));
    let mut ranked = rank(running.into_iter().map(score).collect());
    ranked.extend(out.into_iter().map(|row| {
        let (application, score) = score(row);
        Ranked {
            application,
            score,
            rank: None,
            tied: false,
        }
    }));
    ranked
}

fn people(entries: &[Entry]) -> Vec<AccountId> {
    let reviewers = entries.iter().flat_map(|entry| &entry.reviews);
    let reviewers = reviewers.map(|review| review.reviewer);
    let decisions = entries.iter().filter_map(|entry| entry.decision.as_deref());
    let deciders = decisions.flat_map(|one| {
        let acts = [one.signed, one.released].into_iter().flatten();
        acts.map(|(by, _)| by).chain([one.proposed_by])
    });
    let all: BTreeSet<AccountId> = reviewers.chain(deciders).collect();
    all.into_iter().collect()
}
