//! The decision board of a round: its ranking with targets, funding line and bands, in a
//! number of queries that is the same for any number of applications. The targets, the
//! shortlist and the lots each read the part of it that they need.

mod marks;

pub use marks::{Marks, marks};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::certainty::places;
use super::kept_ranking;
use super::rank_round::{Entry, RoundRanking, SENT, is_running, rank_of};
use crate::domain::application::Status;
use crate::domain::balance::{STANDINGS, Target, Traits, size_of};
use crate::domain::decision::{Outcome, Ruling, Stage};
use crate::domain::form::SMALLEST_USEFUL;
use crate::domain::fraction::percent_tenths;
use crate::domain::funding_line::FundingLine;
use crate::domain::organisation::Organisation;
use crate::domain::rate::Currencies;
use crate::domain::round::Round;
use crate::domain::shortlist::Candidate;
use crate::domain::{ApplicationId, Money, OrganisationId};
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::{Reader, StoreError, balance, decision, organisation, submission};

/// Balance targets with the awards that are held against them, proposed ones too.
#[derive(Debug)]
pub struct Aims {
    pub targets: Vec<Target>,
    /// What targets go by, and minor units.
    pub awards: Arc<[(Traits, i64)]>,
}

/// A ranked round with what its awards are held against.
#[derive(Debug)]
pub struct Board {
    pub ranking: Arc<RoundRanking>,
    pub aims: Aims,
    pub line: FundingLine,
}

/// A ranked round as a shortlist is put together from it.
#[derive(Debug)]
pub struct Pool {
    pub ranking: Arc<RoundRanking>,
    pub targets: Vec<Target>,
    /// Had an award of another round.
    known: BTreeSet<OrganisationId>,
    /// The least that would still help, where it was said.
    least: BTreeMap<ApplicationId, Money>,
}

/// A ranked round as lots are drawn in it.
#[derive(Debug)]
pub struct Equals {
    ranking: Arc<RoundRanking>,
    pub line: FundingLine,
    bands: BTreeMap<ApplicationId, u32>,
}

/// Reads the board of the round of a name in URLs, for a page.
pub fn board(reader: &mut Reader, reach: Reach, slug: &str) -> Result<Option<Board>, StoreError> {
    let Some(ranking) = kept_ranking::by_slug(reader, reach, slug)? else {
        return Ok(None);
    };
    let targets = balance::of_round(reader, ranking.round.id)?;
    let known = ranking.known(reader, reach)?;
    let awards = ranking.once.awards.get_or_init(|| awards(&ranking, known));
    Ok(Some(Board {
        aims: Aims {
            targets,
            awards: Arc::clone(awards),
        },
        line: *ranking.once.line.get_or_init(|| funding_line(&ranking)),
        ranking,
    }))
}

fn awards(ranking: &RoundRanking, known: &BTreeSet<OrganisationId>) -> Arc<[(Traits, i64)]> {
    let decided = ranking.running().filter_map(|entry| {
        let decision = entry.decision.as_deref()?;
        Some((&entry.application, &*entry.organisation, decision))
    });
    awards_among(&ranking.round, known, decided)
}

/// What applications of a round that are in the running take, by the decision on each.
fn awards_among<'a>(
    round: &Round,
    known: &BTreeSet<OrganisationId>,
    decided: impl Iterator<Item = (&'a ApplicationRow, &'a Organisation, &'a Ruling)>,
) -> Arc<[(Traits, i64)]> {
    let award = |(row, owner, decision): (&ApplicationRow, &Organisation, &Ruling)| {
        let award = decision.committed_minor()?;
        Some((traits(round, row, owner, known), award))
    };
    decided.filter_map(award).collect()
}

/// Reads the targets of a round with its awards, but no review.
pub fn aims(reader: &mut Reader, reach: Reach, round: &Round) -> Result<Aims, StoreError> {
    let running = SENT.into_iter().filter(|status| is_running(*status));
    let filter = Filter {
        round: Some(round.id),
        statuses: running.collect(),
        ..Filter::default()
    };
    let applications = application::list(reader, reach, &filter, None, i64::MAX)?;
    let decisions = decision::of_round(reader, reach, round.id)?;
    let owners = organisation::of_round(reader, round.id)?.into_iter();
    let owners: BTreeMap<OrganisationId, Organisation> = owners.map(|one| (one.id, one)).collect();
    let known = balance::known(reader, reach, round.id)?;
    let decided = applications.iter().filter_map(|row| {
        let owner = owners.get(&row.organisation_id)?;
        Some((row, owner, decisions.get(&row.id)?))
    });
    Ok(Aims {
        targets: balance::of_round(reader, round.id)?,
        awards: awards_among(round, &known, decided),
    })
}

/// Reads what a shortlist of the round of a name in URLs is put together from, for a page.
pub fn pool(reader: &mut Reader, reach: Reach, slug: &str) -> Result<Option<Pool>, StoreError> {
    let Some(ranking) = kept_ranking::by_slug(reader, reach, slug)? else {
        return Ok(None);
    };
    Ok(Some(Pool {
        targets: balance::of_round(reader, ranking.round.id)?,
        known: ranking.known(reader, reach)?.clone(),
        least: submission::smallest_useful(reader, ranking.round.id)?,
        ranking,
    }))
}

/// Reads among whom lots could be drawn in a round.
pub fn equals(reader: &mut Reader, reach: Reach, round: Round) -> Result<Equals, StoreError> {
    let ranking = rank_of(reader, reach, round)?;
    // The statistics are worked out now, one after the other.
    reader.rest();
    Ok(Equals::of(Arc::new(ranking)))
}

fn traits(
    round: &Round,
    application: &ApplicationRow,
    organisation: &Organisation,
    known: &BTreeSet<OrganisationId>,
) -> Traits {
    let requested = application.requested_minor.unwrap_or(0);
    let standing = usize::from(known.contains(&organisation.id));
    Traits {
        community: organisation.community.clone(),
        base: organisation.base.clone(),
        size: size_of(requested, round.most_minor).to_owned(),
        standing: STANDINGS[standing].to_owned(),
    }
}

/// Where the budget of a ranked round ends: awards, proposals included, count what they
/// are, all others what they ask for.
pub fn funding_line(ranking: &RoundRanking) -> FundingLine {
    funding_line_by(ranking, |entry| entry.ranked.rank)
}

/// The same by other ranks, as where lots settled a tie.
pub fn funding_line_by(
    ranking: &RoundRanking,
    rank: impl Fn(&Entry) -> Option<u32>,
) -> FundingLine {
    let ranked = ranking.running().filter_map(|entry| {
        let asked = entry.application.requested_minor.unwrap_or(0);
        let ended = open_of(entry).is_some_and(|one| one.outcome == Outcome::Award);
        // An award that was given back in full takes nothing; what is decided otherwise
        // stands in the order with what it asks for.
        let takes = award_of(entry).unwrap_or(if ended { 0 } else { asked });
        Some((rank(entry)?, takes))
    });
    let mut ranked: Vec<(u32, i64)> = ranked.collect();
    ranked.sort_by_key(|one| one.0);
    FundingLine::of(ranking.round.budget_minor, &ranked)
}

/// Of each application the band of those that cannot be told apart, from 1, the best.
/// With several panels every panel has bands of its own, which do not compare.
fn bands(ranking: &RoundRanking) -> BTreeMap<ApplicationId, u32> {
    let found = places(ranking);
    match found.panels.is_empty() {
        true => found.of.iter().map(|(id, one)| (*id, one.band)).collect(),
        false => BTreeMap::new(),
    }
}

/// What an application takes from the budget now, proposals included, in minor units.
pub fn award_of(entry: &Entry) -> Option<i64> {
    entry.decision.as_deref()?.committed_minor()
}

/// What the others leave of the budget for an application, in minor units; below 0 where
/// they take more than there is.
pub fn left_for(ranking: &RoundRanking, entry: &Entry) -> i64 {
    let own = award_of(entry).unwrap_or(0);
    let left = ranking.figures().portfolio.left_minor();
    left.saturating_add(own)
}

/// The decision that stands or is proposed; a released referral back makes room, and so
/// does any released one of what is deliberated anew.
pub fn open_of(entry: &Entry) -> Option<&Ruling> {
    let anew = entry.application.status == Status::Deliberation;
    let spent = |one: &&Ruling| {
        one.stage() == Stage::Released && (one.outcome == Outcome::ReferBack || anew)
    };
    entry.decision.as_deref().filter(|one| !spent(one))
}

impl Pool {
    /// What a shortlist is put together from: those with a score and a request that
    /// nothing else was decided about, and the awards. An award takes its money from the
    /// budget also where nobody scored it: then it counts for no score.
    pub fn candidates(&self) -> Vec<Candidate> {
        let candidate = |entry: &Entry| {
            let award_minor = award_of(entry);
            let open = open_of(entry).is_none() || award_minor.is_some();
            let score = entry.ranked.score.mean.map(percent_tenths);
            let score = score.or_else(|| award_minor.map(|_| 0))?;
            let requested_minor = entry
                .application
                .requested_minor
                .filter(|asked| *asked > 0)?;
            open.then_some(Candidate {
                application: entry.application.id,
                organisation: entry.organisation.id,
                score: score.into(),
                requested_minor,
                least_minor: self.least_minor(entry),
                traits: traits(
                    &self.ranking.round,
                    &entry.application,
                    &entry.organisation,
                    &self.known,
                ),
                award_minor,
            })
        };
        self.ranking.running().filter_map(candidate).collect()
    }

    /// The least that would still help one, in minor units of the round's currency.
    pub fn least_minor(&self, entry: &Entry) -> Option<i64> {
        let said = self.least.get(&entry.application.id)?;
        useful_minor(*said, &entry.application, &self.ranking.round)
    }
}

/// An amount that would still help an application, in minor units of the round's currency:
/// by the rate at which what it asks for was converted. Nothing for an amount in a currency
/// that there is no rate of.
fn useful_minor(said: Money, row: &ApplicationRow, round: &Round) -> Option<i64> {
    let currencies = Currencies::only(round.currency);
    let currencies = match row.conversion() {
        Some(conversion) => currencies.pinned(&conversion),
        None => currencies,
    };
    let minor = currencies.measure(said).ok()?.reference.minor;
    (minor > 0).then_some(minor)
}

/// The least that would still help one application within the caller's reach, by its own
/// word.
pub fn least_of(
    reader: &mut Reader,
    row: &ApplicationRow,
    round: &Round,
) -> Result<Option<Money>, StoreError> {
    let answers = submission::latest_answers(reader, &[row.id])?.remove(&row.id);
    let said = answers.and_then(|answers| answers.money(SMALLEST_USEFUL));
    let minor = said.and_then(|said| useful_minor(said, row, round));
    Ok(minor.map(|minor| Money::new(minor, round.currency)))
}

impl Equals {
    /// Of a ranking. Takes as long as its [`places`].
    pub fn of(ranking: Arc<RoundRanking>) -> Self {
        Self {
            line: funding_line(&ranking),
            bands: bands(&ranking),
            ranking,
        }
    }

    /// Groups of two or more that could be drawn lots among: equal means by `tie:` and
    /// rank, bands by `band:` and number. Only what waits for a decision is in one.
    pub fn lot_groups(&self) -> Vec<(String, Vec<&Entry>)> {
        let mut groups: BTreeMap<(bool, u32), Vec<&Entry>> = BTreeMap::new();
        for entry in self.ranking.running() {
            let waits = entry.application.status == Status::Deliberation;
            if !waits || open_of(entry).is_some() {
                continue;
            }
            if let Some(rank) = entry.ranked.rank {
                groups.entry((false, rank)).or_default().push(entry);
            }
            if let Some(band) = self.bands.get(&entry.application.id) {
                groups.entry((true, *band)).or_default().push(entry);
            }
        }
        let several = groups.into_iter().filter(|(_, own)| own.len() > 1);
        let named = several.map(|((band, number), own)| {
            let kind = if band { "band" } else { "tie" };
            (format!("{kind}:{number}"), own)
        });
        named.collect()
    }
}
