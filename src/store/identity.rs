//! What names an applicant: its organisation, its fiscal sponsor, their numbers
//! and people. Asked where reviewers may not know who applies.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::Reader;
use super::organisation;
use super::schema::{accounts, memberships};
use super::sponsorship::sponsors_of;
use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, OrganisationId};

/// Every name by which an applicant is known, for each of these applications, in
/// a constant number of queries. The ids are of applications within reach.
pub fn names_of(
    reader: &mut Reader,
    of: &[(ApplicationId, OrganisationId)],
) -> Result<BTreeMap<ApplicationId, Vec<String>>, StoreError> {
    if of.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<ApplicationId> = of.iter().map(|(id, _)| *id).collect();
    let mut pairs = of.to_vec();
    pairs.extend(sponsors_of(reader, &ids)?);
    let owners: Vec<OrganisationId> = pairs.iter().map(|(_, owner)| *owner).collect();
    let organisations = organisation::named(reader, &owners)?;
    let people: Vec<(OrganisationId, String, String)> = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::organisation_id.eq_any(owners))
        .select((
            memberships::organisation_id,
            accounts::name,
            accounts::email,
        ))
        .load(reader.connection())?;
    let mut found: BTreeMap<ApplicationId, Vec<String>> = BTreeMap::new();
    for (application, owner) in pairs {
        let names = found.entry(application).or_default();
        let one = organisations.iter().find(|one| one.id == owner);
        names.extend(one.into_iter().flat_map(own_names));
        let members = people.iter().filter(|(of, _, _)| *of == owner);
        names.extend(members.flat_map(|(_, name, email)| [name.clone(), email.clone()]));
    }
    Ok(found)
}

fn own_names(one: &Organisation) -> Vec<String> {
    let host = one.website.split("://").last().unwrap_or_default();
    let host = host.trim_start_matches("www.").trim_end_matches('/');
    let numbers = one.registrations.iter().map(|row| row.number.clone());
    [
        one.name_latin.clone(),
        one.name_arabic.clone(),
        one.name_hebrew.clone(),
        host.to_owned(),
    ]
    .into_iter()
    .chain(numbers)
    .collect()
}
