//! What the reviews of a file are worth as things stand: whose they are, of which
//! application, and whether they can be kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::actions::Refusal;
use crate::domain::account::Email;
use crate::domain::application::Status;
use crate::domain::review::{Mark, ReviewDraft};
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, ApplicationId, Message, Moment, RoundId};
use crate::exchange::review_file::{Brought, Says};
use crate::exchange::table::{Findings, Wrong};
use crate::policy::review::{MayImport, MayImportReviews, Standing};
use crate::policy::{Actor, Reach};
use crate::store::application::ApplicationRow;
use crate::store::assignment::{self, ReviewerRow};
use crate::store::candidate::{Candidates, candidates};
use crate::store::imported::{self, Kept};
use crate::store::own_review::OwnReview;
use crate::store::{Reader, StoreError, phase, round, rubric};

/// What every review of a file is held against.
pub struct Desk {
    pub may: MayImportReviews,
    pub reach: Reach,
    pub rubric: Rubric,
    /// Reviews that an application needs.
    pub needed: u8,
    people: BTreeMap<String, ReviewerRow>,
}

impl Desk {
    /// Opens a round to somebody who may bring reviews into it.
    pub fn open(
        reader: &mut Reader,
        (actor, now): (&Actor, Moment),
        slug: &str,
    ) -> Result<Self, Refusal> {
        let round = round::by_slug(reader, slug)?.ok_or(Refusal::NotFound)?;
        let phase = phase::in_force(reader, round.id, now)?;
        let open = (round.id, round.takes_reviews());
        let may = MayImportReviews::into(actor, open, &phase, now)?;
        let missing = || StoreError::Damaged("a rubric is missing".to_owned());
        let people = assignment::reviewers(reader)?.into_iter();
        Ok(Self {
            may,
            reach: Reach::staff(actor),
            rubric: rubric::by_id(reader, round.rubric_id)?.ok_or_else(missing)?,
            needed: phase.needed,
            people: people.map(|one| (one.email.clone(), one)).collect(),
        })
    }

    /// Everybody who reviews.
    pub fn reviewers(&self) -> impl Iterator<Item = &ReviewerRow> {
        self.people.values()
    }

    fn within(&self) -> (Reach, RoundId) {
        (self.reach, self.may.round())
    }
}

/// A review of a file.
pub enum Weighed {
    /// It is kept already, with all that the file says.
    Same,
    New(Box<New>),
}

/// A review that can be kept.
pub struct New {
    pub may: MayImport,
    pub status: Status,
    pub assigned: bool,
    pub declared: bool,
    /// The submitted version of the application that it is about.
    pub scored: i32,
    pub draft: ReviewDraft,
}

/// Looks at some reviews of a file. What is wrong goes to the findings.
pub fn weigh(
    reader: &mut Reader,
    desk: &Desk,
    (says, brought): (&Says, Vec<Brought>),
    findings: &mut Findings,
) -> Result<Vec<Weighed>, StoreError> {
    let facts = Facts::of(reader, desk, &brought)?;
    let mut weighed = Vec::new();
    for one in brought {
        let application = facts.application(&one).map_err(|message| {
            findings.add(Wrong::at(one.row, "application", message));
        });
        let reviewer = reviewer(desk, &one).map_err(|message| {
            findings.add(Wrong::at(one.row, "reviewer", message));
        });
        let (Ok(Some(row)), Ok(Some(who))) = (application, reviewer) else {
            continue;
        };
        match facts.weigh(desk, (row, who), says, &one) {
            Ok(found) if one.sound => weighed.push(found),
            Ok(_) => {}
            Err((column, message)) => findings.add(Wrong::at(one.row, column, message)),
        }
    }
    Ok(weighed)
}

/// The reviewer of a review; an empty cell was told of already.
fn reviewer(desk: &Desk, one: &Brought) -> Result<Option<AccountId>, Message> {
    if one.reviewer.is_empty() {
        return Ok(None);
    }
    let email = Email::parse(&one.reviewer)?;
    let found = desk.people.get(email.as_str());
    let found = found.ok_or_else(|| Message::new("error-file-reviewer"))?;
    Ok(Some(found.id))
}

/// What there is of the applications and reviewers of some reviews.
struct Facts {
    applications: BTreeMap<String, ApplicationRow>,
    candidates: Candidates,
    kept: Kept,
}

impl Facts {
    fn of(reader: &mut Reader, desk: &Desk, brought: &[Brought]) -> Result<Self, StoreError> {
        let references: BTreeSet<String> = brought
            .iter()
            .map(|one| one.application.to_uppercase())
            .collect();
        let references = references.into_iter().collect();
        let rows = imported::applications(reader, desk.within(), references)?;
        let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
        let owners: Vec<_> = rows
            .iter()
            .map(|row| (row.id, row.organisation_id))
            .collect();
        let people: BTreeSet<AccountId> = brought
            .iter()
            .filter_map(|one| reviewer(desk, one).ok()?)
            .collect();
        let people: Vec<AccountId> = people.into_iter().collect();
        Ok(Self {
            candidates: candidates(reader, &owners)?,
            kept: imported::kept(reader, (&ids, &people))?,
            applications: rows
                .into_iter()
                .map(|row| (row.reference.to_uppercase(), row))
                .collect(),
        })
    }

    /// The application of a review. What is not there and what is out of reach are
    /// told alike.
    fn application(&self, one: &Brought) -> Result<Option<&ApplicationRow>, Message> {
        if one.application.is_empty() {
            return Ok(None);
        }
        let found = self.applications.get(&one.application.to_uppercase());
        let found = found.ok_or_else(|| Message::new("error-reviews-not-found"))?;
        Ok(Some(found))
    }

    fn weigh(
        &self,
        desk: &Desk,
        (row, reviewer): (&ApplicationRow, AccountId),
        says: &Says,
        one: &Brought,
    ) -> Result<Weighed, (&'static str, Message)> {
        let pair = (row.id, reviewer);
        let kept = self.kept.reviews.get(&pair);
        let sent = kept.filter(|own| own.submitted_at.is_some());
        let assigned = self.kept.assigned.get(&pair).copied();
        let standing = Standing {
            candidate: self.candidates.candidate(row.id, reviewer),
            left: assigned.unwrap_or(false),
            begun: kept.is_some() && sent.is_none(),
        };
        standing.check().map_err(|message| ("reviewer", message))?;
        match sent {
            Some(own) if !one.sound || says_the_same(own, says, one) => return Ok(Weighed::Same),
            Some(_) => return Err(("", Message::new("error-reviews-sent"))),
            None => {}
        }
        let may = MayImport::of(&desk.may, (row.id, row.status), &standing);
        Ok(Weighed::New(Box::new(New {
            may: may.map_err(|message| ("application", message))?,
            status: row.status,
            assigned: assigned.is_some(),
            declared: self.kept.declared.contains(&pair),
            scored: self.kept.versions.get(&row.id).copied().unwrap_or(1),
            draft: one.draft.clone(),
        })))
    }
}

/// Whether a review that was sent holds all that a file says of it.
fn says_the_same(own: &OwnReview, says: &Says, one: &Brought) -> bool {
    let sorted = |mut draft: ReviewDraft| {
        draft.marks.sort_by_key(|mark: &Mark| mark.criterion);
        draft
    };
    sorted(says.over(&own.draft, &one.draft)) == sorted(own.draft.clone())
}
