//! What makes the system suggest a conflict: applicants and people of the inside,
//! read for comparison. The applications are ones that were found within reach.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::affiliation;
use super::certification;
use super::conflict::StoreError;
use super::conflict_record::{self, InsiderRow};
use super::connection::Reader;
use super::organisation;
use super::schema::{accounts, memberships, submissions};
use super::sealed_answers::{Kept, ring, submitted};
use super::sponsorship::sponsors_of;
use crate::domain::answers::{Answer, Answers};
use crate::domain::conflict::{Applicant, Hint, Insider, hints};
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::{AccountId, ApplicationId, OrganisationId};
use crate::policy::code_name::MayIdentify;

/// The question whose rows name who leads the organisation, and the columns with
/// names in them.
const BOARD: &str = "board";
const BOARD_NAMES: [&str; 2] = ["name", "name_original"];

/// Applicants that are held at a time: their answers are long.
const HELD: usize = 500;

diesel::alias!(submissions as later_submissions: LaterSubmissions);

/// Everything that speaks for a conflict of these people with an application, by
/// person; who has no hint is left out. Nine queries for any number of people.
pub fn of_people(
    reader: &mut Reader,
    pair: (ApplicationId, OrganisationId),
    people: &[InsiderRow],
    today: Day,
) -> Result<BTreeMap<AccountId, Vec<Hint>>, StoreError> {
    let applicants = applicants(reader, &[pair], Names::Shown)?;
    let applicant = applicants.get(&pair.0).cloned().unwrap_or_default();
    let insiders = compared(reader, people)?;
    let hinted = insiders.into_iter().filter_map(|(id, insider)| {
        let hints = hints(&insider, &applicant, today);
        (!hints.is_empty()).then_some((id, hints))
    });
    Ok(hinted.collect())
}

/// The same for pairs of applications, with their organisations, and people of the
/// inside. Seven queries for every 500 applications.
pub fn of_pairs(
    reader: &mut Reader,
    of: &[(ApplicationId, OrganisationId)],
    pairs: &BTreeSet<(ApplicationId, AccountId)>,
    today: Day,
) -> Result<BTreeMap<(ApplicationId, AccountId), Vec<Hint>>, StoreError> {
    let people = conflict_record::insiders(reader)?;
    let insiders = compared(reader, &people)?;
    let mut found = BTreeMap::new();
    for some in of.chunks(HELD) {
        let applicants = applicants(reader, some, Names::Shown)?;
        let hinted = pairs.iter().filter_map(|pair| {
            let (applicant, insider) = (applicants.get(&pair.0)?, insiders.get(&pair.1)?);
            let hints = hints(insider, applicant, today);
            (!hints.is_empty()).then_some((*pair, hints))
        });
        found.extend(hinted);
    }
    Ok(found)
}

/// Everything that speaks for a conflict of people of the inside with the confidential
/// organisation of the capability, of whose applications these are, by name.
pub fn of_identified(
    reader: &mut Reader,
    may: &MayIdentify,
    applications: &[ApplicationId],
    today: Day,
) -> Result<Vec<(String, Vec<Hint>)>, StoreError> {
    let pairs = applications.iter().map(|id| (*id, may.organisation()));
    let pairs: Vec<(ApplicationId, OrganisationId)> = pairs.collect();
    let mut whole = Applicant::default();
    for one in applicants(reader, &pairs, Names::Own)?.into_values() {
        whole.names.extend(one.names);
        whole.websites.extend(one.websites);
        whole.emails.extend(one.emails);
        whole.people.extend(one.people);
    }
    whole.people.sort();
    whole.people.dedup();
    let people = conflict_record::insiders(reader)?;
    let insiders = compared(reader, &people)?;
    let hinted = people.into_iter().filter_map(|one| {
        let hints = hints(insiders.get(&one.id)?, &whole, today);
        (!hints.is_empty()).then_some((one.name, hints))
    });
    Ok(hinted.collect())
}

/// By which names confidential applicants are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    /// By the code name. Domains of their addresses are left out too: what is in common
    /// would tell the name.
    Shown,
    /// By their own.
    Own,
}

/// People of the inside with where they belong.
fn compared(
    reader: &mut Reader,
    people: &[InsiderRow],
) -> Result<BTreeMap<AccountId, Insider>, StoreError> {
    let ids: Vec<AccountId> = people.iter().map(|one| one.id).collect();
    let mut lists = affiliation::of_people(reader, &ids)?;
    let insider = |one: &InsiderRow| {
        let list = lists.remove(&one.id).unwrap_or_default();
        let insider = Insider {
            name: one.name.clone(),
            email: one.email.clone(),
            affiliations: list.into_iter().map(|(_, one)| one).collect(),
        };
        (one.id, insider)
    };
    Ok(people.iter().map(insider).collect())
}

/// The applicants of applications, with the fiscal sponsors that consented.
fn applicants(
    reader: &mut Reader,
    of: &[(ApplicationId, OrganisationId)],
    by: Names,
) -> Result<BTreeMap<ApplicationId, Applicant>, StoreError> {
    let ids: Vec<ApplicationId> = of.iter().map(|(id, _)| *id).collect();
    let mut parties = of.to_vec();
    parties.extend(sponsors_of(reader, &ids)?);
    let owners: Vec<OrganisationId> = parties.iter().map(|(_, owner)| *owner).collect();
    let organisations = match by {
        Names::Shown => organisation::by_ids(reader, &owners)?,
        Names::Own => organisation::named(reader, &owners)?,
    };
    let organisations: BTreeMap<_, _> =
        organisations.into_iter().map(|one| (one.id, one)).collect();
    let members = members(reader, owners)?;
    let mut found: BTreeMap<ApplicationId, Applicant> = BTreeMap::new();
    for (id, owner) in parties {
        let applicant = found.entry(id).or_default();
        let one = organisations.get(&owner);
        let secret = one.is_some_and(|one| one.code_name.is_some()) && by == Names::Shown;
        if let Some(one) = one {
            applicant.names.extend(names_of(one));
            applicant.websites.push(one.website.clone());
        }
        for (name, email) in members.get(&owner).into_iter().flatten() {
            applicant.people.push(name.clone());
            if !secret {
                applicant.emails.push(email.clone());
            }
        }
    }
    let leading = certification::names(reader, &ids)?.into_iter();
    for (id, name) in leading.chain(boards(reader, &ids)?) {
        found.entry(id).or_default().people.push(name);
    }
    for applicant in found.values_mut() {
        applicant.people.sort();
        applicant.people.dedup();
    }
    Ok(found)
}

type Members = BTreeMap<OrganisationId, Vec<(String, String)>>;

/// Names and addresses of the members of organisations.
fn members(reader: &mut Reader, owners: Vec<OrganisationId>) -> Result<Members, StoreError> {
    let rows: Vec<(OrganisationId, String, String)> = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::organisation_id.eq_any(owners))
        .select((
            memberships::organisation_id,
            accounts::name,
            accounts::email,
        ))
        .load(reader.connection())?;
    let mut members = Members::new();
    for (owner, name, email) in rows {
        members.entry(owner).or_default().push((name, email));
    }
    Ok(members)
}

type Named = Vec<(ApplicationId, String)>;

fn names_of(one: &Organisation) -> Vec<String> {
    let names = [&one.name_latin, &one.name_arabic, &one.name_hebrew];
    names.into_iter().cloned().collect()
}

/// The names in the board's rows of what was sent last.
fn boards(reader: &mut Reader, ids: &[ApplicationId]) -> Result<Named, StoreError> {
    let later = later_submissions
        .filter(
            later_submissions
                .field(submissions::application_id)
                .eq(submissions::application_id),
        )
        .filter(
            later_submissions
                .field(submissions::version)
                .gt(submissions::version),
        );
    let sent: Vec<(ApplicationId, i32, Kept)> = submissions::table
        .filter(submissions::application_id.eq_any(ids.to_vec()))
        .filter(not(exists(later)))
        .select((
            submissions::application_id,
            submissions::version,
            (submissions::answers, submissions::sealed),
        ))
        .load(reader.connection())?;
    let ring = ring(reader, sent.iter().map(|row| &row.2))?;
    let mut found = Named::new();
    for (id, version, kept) in sent {
        let answers = submitted(&kept, (reader.vault(), &ring), (id, version))?;
        let names = named(&answers).into_iter();
        found.extend(names.map(|name| (id, name)));
    }
    Ok(found)
}

fn named(answers: &Answers) -> Vec<String> {
    let cells = answers.rows(BOARD).iter().flat_map(|row| {
        let cell = |code: &&str| row.get(*code);
        BOARD_NAMES.iter().filter_map(cell).collect::<Vec<_>>()
    });
    let text = |cell: &Answer| match cell {
        Answer::Text(text) => Some(text.clone()),
        _ => None,
    };
    cells.filter_map(text).collect()
}
