//! Organisations as staff find them. Reading goes by reach: whoever is kept away from an
//! application finds nothing of the organisation that sent it either.

use std::collections::BTreeSet;

use diesel::dsl::{count_star, not};
use diesel::prelude::*;

use super::by_ids;
use super::search::{Query, Walk, load, named_like, walked};
use crate::domain::OrganisationId;
use crate::domain::organisation::Organisation;
use crate::policy::{Reach, Within};
use crate::store::application::conflicted;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader};
use crate::store::member::own_organisations;
use crate::store::schema::{applications, organisations};
use crate::store::sponsorship::sponsored_by;

/// The organisations within the reach of staff; nothing within any other's.
pub(in crate::store) fn reachable_organisations(reach: Reach) -> Query {
    let query = organisations::table.into_boxed::<MultiBackend>();
    match reach.within() {
        Within::Everything => query,
        Within::NotInConflict(me) => {
            // Apart: with an “or” between them PostgreSQL would read every application.
            let in_conflict = applications::table
                .filter(applications::id.eq_any(conflicted(me)))
                .select(applications::organisation_id);
            let sponsored = applications::table
                .filter(applications::id.eq_any(sponsored_by(me)))
                .select(applications::organisation_id);
            query
                .filter(not(organisations::id.eq_any(own_organisations(me))))
                .filter(not(organisations::id.eq_any(in_conflict)))
                .filter(not(organisations::id.eq_any(sponsored)))
        }
        Within::AssignedTo(..)
        | Within::OrganisationsOf(_)
        | Within::FiledBy(_)
        | Within::OrganisationsAndFiledBy(_)
        | Within::Nothing => query.filter(organisations::name_latin.is_null()),
    }
}

/// One organisation, if it is within reach.
pub fn find(
    reader: &mut Reader,
    reach: Reach,
    id: OrganisationId,
) -> Result<Option<Organisation>, StoreError> {
    let found: Option<OrganisationId> = reachable_organisations(reach)
        .filter(organisations::id.eq(id))
        .select(organisations::id)
        .first(reader.connection())
        .optional()?;
    match found {
        Some(id) => Ok(by_ids(reader, &[id])?.pop()),
        None => Ok(None),
    }
}

/// Whether all of these are within reach; one query, however many there are.
pub fn all_reachable(
    reader: &mut Reader,
    reach: Reach,
    ids: &BTreeSet<OrganisationId>,
) -> Result<bool, StoreError> {
    let wanted: Vec<OrganisationId> = ids.iter().copied().collect();
    let found: i64 = reachable_organisations(reach)
        .filter(organisations::id.eq_any(wanted))
        .select(count_star())
        .first(reader.connection())?;
    Ok(usize::try_from(found).is_ok_and(|found| found == ids.len()))
}

/// A page of those within reach, latest first, after the organisation `before`; with a
/// text, those that have it in one of their names.
pub fn list(
    reader: &mut Reader,
    reach: Reach,
    text: &str,
    before: Option<OrganisationId>,
    limit: i64,
) -> Result<Vec<Organisation>, StoreError> {
    let (within, walk) = (|| reachable_organisations(reach), Walk::Latest(before));
    let ids = match text {
        "" => load(reader, walked(within(), walk), limit)?,
        text => named_like(reader, within, (text, walk), limit)?,
    };
    let mut found = by_ids(reader, &ids)?;
    found.sort_by_key(|organisation| std::cmp::Reverse(organisation.id));
    Ok(found)
}
