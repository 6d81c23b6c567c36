//! Candidates: who can be assigned what, of every reviewer and some applications, in a fixed number
//! of queries. Judges nobody; what bars, `domain::assignment` says.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::abstention;
use super::assignment::reviewers;
use super::conflict::StoreError;
use super::connection::Reader;
use super::schema::{accounts, assignments, conflicts, declarations, memberships};
use super::sponsorship::sponsors_of;
use crate::domain::assignment::{Candidate, same_domain};
use crate::domain::{AccountId, ApplicationId, OrganisationId};

/// Who can be assigned what among some applications and reviewers.
#[derive(Debug, Default)]
pub struct Candidates {
    reviewers: BTreeMap<AccountId, String>,
    /// The applicant, and the fiscal sponsor that consented.
    organisations: BTreeMap<ApplicationId, Vec<OrganisationId>>,
    members: BTreeMap<OrganisationId, Vec<(AccountId, String)>>,
    conflicted: BTreeSet<(ApplicationId, AccountId)>,
    assigned: BTreeSet<(ApplicationId, AccountId)>,
    declined: BTreeSet<(ApplicationId, AccountId)>,
}

impl Candidates {
    /// A person as a possible reviewer of one of the applications.
    pub fn candidate(&self, application: ApplicationId, account: AccountId) -> Candidate {
        let key = (application, account);
        let mut members = self.members_of(application);
        Candidate {
            account,
            reviews: self.reviewers.contains_key(&account),
            member: members.any(|(member, _)| member == account),
            conflicted: self.conflicted.contains(&key),
            assigned: self.assigned.contains(&key),
        }
    }

    /// Whether the reviewer's address is of the same domain as a member's.
    pub fn shares_domain(&self, application: ApplicationId, account: AccountId) -> bool {
        let address = self.reviewers.get(&account).map_or("", String::as_str);
        let mut members = self.members_of(application);
        members.any(|(_, email)| same_domain(email, address))
    }

    /// Whether the reviewer declined the application: no bar, they may be asked
    /// again by somebody who talked to them.
    pub fn declined(&self, application: ApplicationId, account: AccountId) -> bool {
        self.declined.contains(&(application, account))
    }

    fn members_of(&self, application: ApplicationId) -> impl Iterator<Item = (AccountId, &str)> {
        let owners = self.organisations.get(&application).into_iter().flatten();
        owners
            .filter_map(|owner| self.members.get(owner))
            .flatten()
            .map(|(account, email)| (*account, email.as_str()))
    }
}

/// What is known about these applications and every reviewer, in seven queries.
pub fn candidates(
    reader: &mut Reader,
    of: &[(ApplicationId, OrganisationId)],
) -> Result<Candidates, StoreError> {
    let ids: Vec<ApplicationId> = of.iter().map(|(id, _)| *id).collect();
    let mut organisations = of.to_vec();
    organisations.extend(sponsors_of(reader, &ids)?);
    let owners: Vec<OrganisationId> = organisations.iter().map(|(_, owner)| *owner).collect();
    let reviewers = reviewers(reader)?;
    let rows: Vec<(OrganisationId, AccountId, String)> = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::organisation_id.eq_any(owners))
        .select((
            memberships::organisation_id,
            memberships::account_id,
            accounts::email,
        ))
        .load(reader.connection())?;
    let assigned: Vec<(ApplicationId, AccountId)> = assignments::table
        .filter(assignments::application_id.eq_any(ids.clone()))
        .select((assignments::application_id, assignments::reviewer_id))
        .load(reader.connection())?;
    let mut members: BTreeMap<OrganisationId, Vec<_>> = BTreeMap::new();
    for (owner, account, email) in rows {
        members.entry(owner).or_default().push((account, email));
    }
    let mut owned: BTreeMap<ApplicationId, Vec<_>> = BTreeMap::new();
    for (application, owner) in organisations {
        owned.entry(application).or_default().push(owner);
    }
    Ok(Candidates {
        reviewers: reviewers.into_iter().map(|r| (r.id, r.email)).collect(),
        organisations: owned,
        members,
        conflicted: conflicted(reader, &ids)?,
        assigned: assigned.into_iter().collect(),
        declined: abstention::of_applications(reader, ids)?,
    })
}

/// Conflicts found by the system, and those that people declared.
fn conflicted(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeSet<(ApplicationId, AccountId)>, StoreError> {
    let found: Vec<(ApplicationId, AccountId)> = conflicts::table
        .filter(conflicts::application_id.eq_any(ids.to_vec()))
        .select((conflicts::application_id, conflicts::account_id))
        .load(reader.connection())?;
    let declared: Vec<(ApplicationId, AccountId)> = declarations::table
        .filter(declarations::application_id.eq_any(ids.to_vec()))
        .filter(declarations::kind.ne("none"))
        .select((declarations::application_id, declarations::account_id))
        .load(reader.connection())?;
    Ok(found.into_iter().chain(declared).collect())
}
