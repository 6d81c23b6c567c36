//! Whose names are screened: read from profiles, from what was sent last in every
//! application that stands, the sponsors' too, and from the accounts to which awards are
//! paid. The organisations are ones that were found within reach.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::domain::answers::Answers;
use crate::domain::application::Status;
use crate::domain::list_screening::{
    Bearer, Role, bearers_of_answers, merged, name_text, people_of_sponsor,
};
use crate::domain::names::Kind;
use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, AwardId, OrganisationId, ProgrammeId, RoundId};
use crate::policy::Reach;
use crate::store::award::SealedBank;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::envelope::Ring;
use crate::store::incident::hidden_from_staff;
use crate::store::organisation::{opened, reachable_organisations};
use crate::store::schema::{
    applications, awards, bank_accounts, organisations as table, rounds, submissions,
};
use crate::store::sealed_answers::{Kept, ring, submitted};
use crate::store::sha256;
use crate::store::sponsorship::sponsors_of;
use crate::store::vault::VaultError;

/// Where an application stands whose organisation is screened: sent, and neither
/// withdrawn nor out of scope.
pub const SCREENED: [Status; 4] = [
    Status::Submitted,
    Status::InReview,
    Status::Deliberation,
    Status::Decided,
];

/// What is compared of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub bearers: Vec<Bearer>,
    /// SHA-256 of the names.
    pub print: String,
    /// Why names are missing that are sealed: they can't be opened. Then what is there is
    /// not all that has to be compared.
    pub missing: Option<VaultError>,
}

/// The names of these organisations, in a few queries however many they are.
pub fn named(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Named>, StoreError> {
    let mut found: BTreeMap<OrganisationId, Vec<Bearer>> = BTreeMap::new();
    let (organisations, mut unopened) = opened(reader, ids)?;
    for one in organisations {
        found.insert(
            one.id,
            profile(&one, Role::Organisation).into_iter().collect(),
        );
    }
    let mut owners: BTreeMap<ApplicationId, OrganisationId> = BTreeMap::new();
    for (owner, application, answers) in sent(reader, ids)? {
        owners.insert(application, owner);
        match (answers, found.get_mut(&owner)) {
            (Ok(answers), Some(bearers)) => bearers.extend(bearers_of_answers(&answers)),
            (Ok(_), None) => (),
            (Err(StoreError::Sealed(problem)), _) => {
                unopened.insert(owner, problem);
            }
            (Err(other), _) => return Err(other),
        }
    }
    unopened.extend(sponsors(reader, &owners, &mut found)?);
    unopened.extend(holders(reader, &owners, &mut found)?);
    let named = |(id, bearers): (OrganisationId, Vec<Bearer>)| {
        let bearers = merged(bearers);
        let missing = unopened.get(&id).copied();
        let print = match missing {
            None => sha256(name_text(&bearers)),
            // Of no names, so that no run counts as one of these.
            Some(_) => String::new(),
        };
        let named = Named {
            bearers,
            print,
            missing,
        };
        (id, named)
    };
    Ok(found.into_iter().map(named).collect())
}

fn profile(one: &Organisation, role: Role) -> Option<Bearer> {
    let names = [&one.name_latin, &one.name_arabic, &one.name_hebrew];
    let names = names.into_iter().map(String::as_str);
    Bearer::new(Some(Kind::Organisation), role, names)
}

/// An application, and what was sent last in it as far as that can be opened.
type Sent = (OrganisationId, ApplicationId, Result<Answers, StoreError>);

/// The last version of every application that stands.
fn sent(reader: &mut Reader, ids: &[OrganisationId]) -> Result<Vec<Sent>, StoreError> {
    let rows: Vec<(OrganisationId, ApplicationId, i32, Kept)> = applications::table
        .inner_join(submissions::table.on(submissions::application_id.eq(applications::id)))
        .filter(applications::organisation_id.eq_any(ids.to_vec()))
        .filter(applications::status.eq_any(SCREENED))
        .order((applications::id, submissions::version))
        .select((
            applications::organisation_id,
            applications::id,
            submissions::version,
            (submissions::answers, submissions::sealed),
        ))
        .load(reader.connection())?;
    let mut last: BTreeMap<ApplicationId, (OrganisationId, i32, Kept)> = BTreeMap::new();
    for (owner, application, version, kept) in rows {
        last.insert(application, (owner, version, kept));
    }
    let ring = ring(reader, last.values().map(|row| &row.2))?;
    let keys = (reader.vault(), &ring);
    let sent = last
        .into_iter()
        .map(|(application, (owner, version, kept))| {
            let answers = submitted(&kept, keys, (application, version));
            (owner, application, answers)
        });
    Ok(sent.collect())
}

/// Adds the fiscal sponsors, to whom the money goes, and their people. Answers with whose
/// sponsor bears names that can't be opened, and why.
fn sponsors(
    reader: &mut Reader,
    owners: &BTreeMap<ApplicationId, OrganisationId>,
    found: &mut BTreeMap<OrganisationId, Vec<Bearer>>,
) -> Result<BTreeMap<OrganisationId, VaultError>, StoreError> {
    let applications: Vec<ApplicationId> = owners.keys().copied().collect();
    let consented = sponsors_of(reader, &applications)?;
    let ids: Vec<OrganisationId> = consented.iter().map(|(_, sponsor)| *sponsor).collect();
    let (sponsors, shut) = opened(reader, &ids)?;
    let people = people(reader, &ids)?;
    let mut unopened = BTreeMap::new();
    for (application, sponsor) in consented {
        let Some(owner) = owners.get(&application) else {
            continue;
        };
        if let Some(problem) = shut.get(&sponsor) {
            unopened.insert(*owner, *problem);
        }
        let profiled = sponsors.iter().find(|one| one.id == sponsor);
        if let (Some(bearers), Some(profiled)) = (found.get_mut(owner), profiled) {
            bearers.extend(profile(profiled, Role::Sponsor));
            bearers.extend(people.get(&sponsor).into_iter().flatten().cloned());
        }
    }
    Ok(unopened)
}

/// Who leads sponsors and signs for them, as far as they applied themselves. Of sponsors
/// that any of the staff is kept away from nobody is added: a hit would tell of an
/// application that is not there for its reader.
fn people(
    reader: &mut Reader,
    sponsors: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Vec<Bearer>>, StoreError> {
    let mut found: BTreeMap<OrganisationId, Vec<Bearer>> = BTreeMap::new();
    if sponsors.is_empty() {
        return Ok(found);
    }
    let hidden = hidden_from_staff(reader)?;
    for (sponsor, _, answers) in sent(reader, sponsors)? {
        if !hidden.contains(&sponsor) {
            let people = people_of_sponsor(&answers?);
            found.entry(sponsor).or_default().extend(people);
        }
    }
    Ok(found)
}

/// Adds in whose names the accounts are to which awards are paid, and their banks: of the
/// latest account of each. Answers whose account can't be opened, and why.
fn holders(
    reader: &mut Reader,
    owners: &BTreeMap<ApplicationId, OrganisationId>,
    found: &mut BTreeMap<OrganisationId, Vec<Bearer>>,
) -> Result<BTreeMap<OrganisationId, VaultError>, StoreError> {
    let applications: Vec<ApplicationId> = owners.keys().copied().collect();
    let given: Vec<(AwardId, ApplicationId, SealedBank)> = bank_accounts::table
        .inner_join(awards::table.on(awards::id.eq(bank_accounts::award_id)))
        .filter(awards::application_id.eq_any(applications))
        .order(bank_accounts::id)
        .select((awards::id, awards::application_id, SealedBank::as_select()))
        .load(reader.connection())?;
    let mut last: BTreeMap<AwardId, (ApplicationId, SealedBank)> = BTreeMap::new();
    for (award, application, kept) in given {
        last.insert(award, (application, kept));
    }
    let ring = Ring::of(reader, last.values().filter_map(|(_, kept)| kept.value()))?;
    let mut unopened = BTreeMap::new();
    for (award, (application, kept)) in last {
        let Some(owner) = owners.get(&application) else {
            continue;
        };
        match (
            kept.open((reader.vault(), &ring), award),
            found.get_mut(owner),
        ) {
            (Ok(account), Some(bearers)) => {
                bearers.extend(Bearer::new(None, Role::Holder, [account.holder.as_str()]));
                let bank = [account.bank.as_str()];
                bearers.extend(Bearer::new(Some(Kind::Organisation), Role::Bank, bank));
            }
            // Nothing is paid there any more.
            (Err(VaultError::Lost), _) | (_, None) => (),
            (Err(problem), Some(_)) => {
                unopened.insert(*owner, problem);
            }
        }
    }
    Ok(unopened)
}

/// The programmes in which these organisations have an application that stands.
pub fn programmes(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, BTreeSet<ProgrammeId>>, StoreError> {
    let rows: Vec<(OrganisationId, ProgrammeId)> = applications::table
        .inner_join(rounds::table)
        .filter(applications::organisation_id.eq_any(ids.to_vec()))
        .filter(applications::status.eq_any(SCREENED))
        .select((applications::organisation_id, rounds::programme_id))
        .distinct()
        .load(reader.connection())?;
    let mut found: BTreeMap<OrganisationId, BTreeSet<ProgrammeId>> = BTreeMap::new();
    for (organisation, programme) in rows {
        found.entry(organisation).or_default().insert(programme);
    }
    Ok(found)
}

/// The organisations within reach that have an application that stands, in a round or
/// anywhere, in order.
pub fn organisations(
    reader: &mut Reader,
    reach: Reach,
    round: Option<RoundId>,
) -> Result<Vec<OrganisationId>, StoreError> {
    let standing = applications::table
        .filter(applications::status.eq_any(SCREENED))
        .select(applications::organisation_id);
    let query = reachable_organisations(reach);
    let query = match round {
        None => query.filter(table::id.eq_any(standing)),
        Some(round) => {
            query.filter(table::id.eq_any(standing.filter(applications::round_id.eq(round))))
        }
    };
    Ok(query
        .order(table::id)
        .select(table::id)
        .load(reader.connection())?)
}
