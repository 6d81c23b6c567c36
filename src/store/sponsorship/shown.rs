//! Fiscal sponsors that stand under a code name, on the pages of whom they sponsor.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::{SponsorshipRow, latest};
use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, OrganisationId};
use crate::policy::{Reach, Within};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::organisation::{by_ids, is_member, named};
use crate::store::schema::{accounts, applications, memberships, sponsorships};

/// The latest question about an application, which an organisation makes, as a reach shows
/// it: to its own people as they wrote it, to others with the code name of a confidential
/// sponsor in place of the name.
pub fn seen(
    reader: &mut Reader,
    reach: Reach,
    (application, owner): (ApplicationId, OrganisationId),
) -> Result<Option<SponsorshipRow>, StoreError> {
    let Some(mut row) = latest(reader, application)? else {
        return Ok(None);
    };
    let own = match reach.within() {
        Within::OrganisationsOf(me) | Within::OrganisationsAndFiledBy(me) => {
            is_member(reader, me, owner)?
        }
        Within::Everything
        | Within::NotInConflict(_)
        | Within::AssignedTo(..)
        | Within::FiledBy(_)
        | Within::Nothing => false,
    };
    if !own {
        row.sponsor_name = told(reader, &row)?;
    }
    Ok(Some(row))
}

/// What others are told in place of the name. Before anybody answered, those may be meant
/// to whom the person belongs who was asked.
fn told(reader: &mut Reader, row: &SponsorshipRow) -> Result<String, StoreError> {
    let ids = match row.organisation_id {
        Some(id) => vec![id],
        None => organisations_at(reader, &row.email)?,
    };
    let meant = by_ids(reader, &ids)?;
    let written = &row.sponsor_name;
    let open = meant.iter().any(|one| {
        let names = [&one.name_latin, &one.name_arabic, &one.name_hebrew];
        one.code_name.is_none() && names.contains(&written)
    });
    let mut code_names = meant.iter().filter_map(|one| one.code_name.as_ref());
    Ok(match code_names.next().filter(|_| !open) {
        Some(name) => name.to_string(),
        None => written.clone(),
    })
}

/// The organisations of the person at an address; few.
fn organisations_at(reader: &mut Reader, email: &str) -> Result<Vec<OrganisationId>, StoreError> {
    Ok(memberships::table
        .inner_join(accounts::table)
        .filter(accounts::email.eq(email))
        .order(memberships::organisation_id)
        .select(memberships::organisation_id)
        .load(reader.connection())?)
}

/// Whoever consented to be a sponsor of these organisations, whatever became of it, by
/// their names: for covering these.
pub fn sponsors_behind(
    reader: &mut Reader,
    owners: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Vec<Organisation>>, StoreError> {
    let rows: Vec<(OrganisationId, Option<OrganisationId>)> = sponsorships::table
        .inner_join(applications::table)
        .filter(applications::organisation_id.eq_any(owners.to_vec()))
        .select((applications::organisation_id, sponsorships::organisation_id))
        .load(reader.connection())?;
    let ids: Vec<OrganisationId> = rows.iter().filter_map(|(_, sponsor)| *sponsor).collect();
    let known = named(reader, &ids)?;
    let mut found: BTreeMap<OrganisationId, Vec<Organisation>> = BTreeMap::new();
    for (owner, sponsor) in rows {
        let behind = found.entry(owner).or_default();
        let one = known.iter().find(|one| Some(one.id) == sponsor);
        if let Some(one) = one.filter(|one| !behind.contains(one)) {
            behind.push(one.clone());
        }
    }
    Ok(found)
}
