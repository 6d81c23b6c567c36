//! What a plan to assign a whole round is made from, in a fixed number of queries.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::application::reachable;
use super::assignment::{ReviewerRow, reviewers};
use super::candidate::{Candidates, candidates};
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::reviewer;
use super::schema::{applications, assignments, organisations, reviews};
use crate::domain::allocation::Traits;
use crate::domain::application::Status;
use crate::domain::reviewer::ReviewerProfile;
use crate::domain::{AccountId, ApplicationId, Language, Moment, OrganisationId, RoundId};
use crate::policy::Reach;

/// An application as a plan sees it.
#[derive(Debug, Clone)]
pub struct Candidature {
    pub id: ApplicationId,
    pub reference: String,
    pub status: Status,
    pub traits: Traits,
}

/// An assignment that nobody left.
#[derive(Debug, Clone)]
pub struct Given {
    pub application: ApplicationId,
    pub reviewer: AccountId,
    /// The review was saved once.
    pub begun: bool,
    pub submitted: bool,
}

/// Everything that a plan of a round rests on, as far as it is within reach.
#[derive(Debug, Default)]
pub struct Facts {
    /// Those that are or were reviewed, latest first.
    pub applications: Vec<Candidature>,
    pub reviewers: Vec<ReviewerRow>,
    pub profiles: BTreeMap<AccountId, ReviewerProfile>,
    pub candidates: Candidates,
    pub given: Vec<Given>,
}

impl Facts {
    /// Reviews that each person has in the round.
    pub fn loads(&self) -> BTreeMap<AccountId, u32> {
        let mut loads = BTreeMap::new();
        for given in &self.given {
            *loads.entry(given.reviewer).or_default() += 1;
        }
        loads
    }
}

/// Statuses of applications whose reviews count as somebody's work in the round.
const REVIEWED: [Status; 3] = [Status::InReview, Status::Deliberation, Status::Decided];

type Row = (
    ApplicationId,
    String,
    OrganisationId,
    Status,
    String,
    String,
    String,
);

/// The facts of a round.
pub fn facts(reader: &mut Reader, reach: Reach, round: RoundId) -> Result<Facts, StoreError> {
    let rows: Vec<Row> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .filter(applications::status.eq_any(REVIEWED))
        .order(applications::id.desc())
        .select((
            applications::id,
            applications::reference,
            applications::organisation_id,
            applications::status,
            applications::title,
            applications::written_in,
            applications::topic,
        ))
        .load(reader.connection())?;
    let owners: BTreeSet<OrganisationId> = rows.iter().map(|row| row.2).collect();
    let bases: Vec<(OrganisationId, String)> = organisations::table
        .filter(organisations::id.eq_any(owners))
        .select((organisations::id, organisations::base))
        .load(reader.connection())?;
    let bases: BTreeMap<OrganisationId, String> = bases.into_iter().collect();
    let pairs: Vec<_> = rows.iter().map(|row| (row.0, row.2)).collect();
    let ids = rows.iter().map(|row| row.0).collect();
    Ok(Facts {
        reviewers: reviewers(reader)?,
        profiles: reviewer::all(reader)?,
        candidates: candidates(reader, &pairs)?,
        given: given(reader, ids)?,
        applications: rows.into_iter().map(|row| shown(row, &bases)).collect(),
    })
}

/// Says nothing about where somebody works.
const UNDISCLOSED: &str = "undisclosed";

fn shown(row: Row, bases: &BTreeMap<OrganisationId, String>) -> Candidature {
    let (id, reference, owner, status, title, written_in, topic) = row;
    let place = bases.get(&owner).filter(|base| *base != UNDISCLOSED);
    // What was sent before its language was kept shows it by its title.
    let titled = || Traits::language_of([title.as_str()].into_iter());
    Candidature {
        id,
        reference,
        status,
        traits: Traits {
            language: Language::from_code(&written_in).or_else(titled),
            place: place.cloned().unwrap_or_default(),
            topics: topic.split_whitespace().map(str::to_owned).collect(),
        },
    }
}

/// The assignments of these applications that nobody left.
fn given(reader: &mut Reader, ids: Vec<ApplicationId>) -> Result<Vec<Given>, StoreError> {
    let review = reviews::application_id
        .eq(assignments::application_id)
        .and(reviews::reviewer_id.eq(assignments::reviewer_id));
    type Found = (ApplicationId, AccountId, Option<Moment>, Option<Moment>);
    let rows: Vec<Found> = assignments::table
        .left_join(reviews::table.on(review))
        .filter(assignments::application_id.eq_any(ids))
        .filter(assignments::recused_at.is_null())
        .order((assignments::application_id, assignments::reviewer_id))
        .select((
            assignments::application_id,
            assignments::reviewer_id,
            reviews::saved_at.nullable(),
            reviews::submitted_at.nullable(),
        ))
        .load(reader.connection())?;
    let read = |(application, reviewer, saved, submitted): Found| Given {
        application,
        reviewer,
        begun: saved.is_some(),
        submitted: submitted.is_some(),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Keeps what the answers say about who could read them.
pub fn set_traits(tx: &mut Tx, id: ApplicationId, traits: &Traits) -> Result<(), StoreError> {
    let topics: Vec<&str> = traits.topics.iter().map(String::as_str).collect();
    diesel::update(applications::table.find(id))
        .set((
            applications::written_in.eq(traits.language.map_or("", Language::code)),
            applications::topic.eq(topics.join(" ")),
        ))
        .execute(tx.connection())?;
    Ok(())
}
