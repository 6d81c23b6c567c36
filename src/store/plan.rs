//! The plan to assign that an admin looks at: one of each admin in each round,
//! as others may not see what it is about. Its body is JSON of our own.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::assignment_plans as kept;
use crate::domain::{AccountId, ApplicationId, Moment, RoundId};

/// Where the pairs of a plan come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    #[default]
    Proposal,
    File,
}

/// A pair of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    pub application: String,
    pub reviewer: String,
    /// Why: `language:ar`, `place:gaza`, `topic:legal_aid`, `domain`, `load`, `room`.
    pub reasons: Vec<String>,
}

impl Pair {
    /// The ids; nothing when the text was not written by us.
    pub fn ids(&self) -> Option<(ApplicationId, AccountId)> {
        let application = self.application.parse().ok()?;
        Some((application, self.reviewer.parse().ok()?))
    }
}

/// What can't be done, as [`crate::domain::allocation::Shortage`] says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lack {
    /// References of the applications that lack a review.
    pub short: Vec<String>,
    pub applications: u32,
    /// Names are looked up when it is shown.
    pub reviewers: Vec<String>,
    pub wanted: u32,
    pub room: u32,
    pub elsewhere: u32,
}

/// A pair that could not be assigned any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub application: String,
    pub reviewer: String,
    /// `member`, `conflict`, `not_reviewer`, `assigned`, `status` or `gone`.
    pub why: String,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Proposal {
    pub source: Source,
    /// Reviews that each application should have.
    pub number: u32,
    /// Its proof was checked: no plan is better.
    pub proved: bool,
    /// By application, in the order of the list of applications.
    pub pairs: Vec<Pair>,
    pub lacks: Vec<Lack>,
    /// Reviews missing in all.
    pub missing: u32,
    /// Pairs of a file that were assigned already.
    pub already: u32,
    /// After it was applied: how many were assigned, and which were not.
    pub assigned: u32,
    pub left: Vec<Left>,
}

/// A kept plan.
#[derive(Debug, Clone)]
pub struct PlanRow {
    pub made_at: Moment,
    pub applied_at: Option<Moment>,
    pub proposal: Proposal,
}

/// An admin's plan in a round.
pub fn find(
    reader: &mut Reader,
    round: RoundId,
    account: AccountId,
) -> Result<Option<PlanRow>, StoreError> {
    let row: Option<(Moment, Option<Moment>, String)> = kept::table
        .find((round, account))
        .select((kept::made_at, kept::applied_at, kept::body))
        .first(reader.connection())
        .optional()?;
    let Some((made_at, applied_at, body)) = row else {
        return Ok(None);
    };
    let proposal = serde_json::from_str(&body);
    Ok(Some(PlanRow {
        made_at,
        applied_at,
        proposal: proposal.map_err(|e| StoreError::Damaged(format!("a plan: {e}")))?,
    }))
}

fn body(proposal: &Proposal) -> Result<String, StoreError> {
    serde_json::to_string(proposal).map_err(|e| StoreError::Damaged(format!("a plan: {e}")))
}

/// Keeps a new plan over the one that was there.
pub fn keep(
    tx: &mut Tx,
    (round, account): (RoundId, AccountId),
    proposal: &Proposal,
) -> Result<(), StoreError> {
    let row = kept::table.find((round, account));
    diesel::delete(row).execute(tx.connection())?;
    diesel::insert_into(kept::table)
        .values((
            kept::round_id.eq(round),
            kept::account_id.eq(account),
            kept::made_at.eq(tx.now()),
            kept::body.eq(body(proposal)?),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Changes a plan that was not applied yet; `applied` notes that it is now.
pub fn change(
    tx: &mut Tx,
    (round, account): (RoundId, AccountId),
    proposal: &Proposal,
    applied: bool,
) -> Result<(), StoreError> {
    let applied_at = applied.then(|| tx.now());
    let row = kept::table.find((round, account));
    let changed = diesel::update(row.filter(kept::applied_at.is_null()))
        .set((
            kept::body.eq(body(proposal)?),
            kept::applied_at.eq(applied_at),
        ))
        .execute(tx.connection())?;
    if changed == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}
