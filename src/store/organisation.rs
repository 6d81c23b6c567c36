//! Organisations, their registrations and their people.

mod confidential;
mod directory;
mod grams;
mod profile;
mod search;

pub use confidential::{
    code_names, conceal, concealed_since, identity, is_confidential, write_over_names,
};
pub(super) use directory::reachable_organisations;
pub use directory::{all_reachable, find, list};
pub use grams::fill_grams;

use diesel::dsl::not;
use diesel::prelude::*;

use self::grams::renew;
use self::profile::{Kept, Shut, sealed};
use self::search::{Walk, named_like};
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::member::{self, own_organisations};
use super::schema::{memberships, organisations, registrations};
use super::vault::VaultError;
use crate::domain::member::MemberRole;
use crate::domain::organisation::{Organisation, Registration};
use crate::domain::{AccountId, OrganisationId, RoundId};
use crate::policy::organisation::MayActFor;
use crate::policy::{Reach, Within};

/// Organisations of these ids with their registrations, as others than their own people
/// are shown them, in two queries: whatever tells a name reads it here or in [`of_round`].
pub fn by_ids(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<Vec<Organisation>, StoreError> {
    Ok(Kept::of(reader, ids)?.shown())
}

/// The same as a reach shows them: to applicants their own by its names.
pub fn seen_by(
    reader: &mut Reader,
    reach: Reach,
    ids: &[OrganisationId],
) -> Result<Vec<Organisation>, StoreError> {
    let (Within::OrganisationsOf(me) | Within::OrganisationsAndFiledBy(me)) = reach.within() else {
        return by_ids(reader, ids);
    };
    let own: Vec<OrganisationId> = memberships::table
        .filter(memberships::account_id.eq(me))
        .filter(memberships::organisation_id.eq_any(ids.to_vec()))
        .select(memberships::organisation_id)
        .load(reader.connection())?;
    let others = ids.iter().copied().filter(|id| !own.contains(id));
    let others: Vec<OrganisationId> = others.collect();
    let mut found = named(reader, &own)?;
    found.extend(by_ids(reader, &others)?);
    Ok(found)
}

/// The same by their names, confidential ones too: for their own people, and where names
/// are compared or covered and not shown. An error where they can't be opened now; none
/// are left where their key is gone.
pub fn named(reader: &mut Reader, ids: &[OrganisationId]) -> Result<Vec<Organisation>, StoreError> {
    let (found, shut) = opened(reader, ids)?;
    let mut problems = shut.into_values();
    match problems.find(|problem| *problem != VaultError::Lost) {
        Some(problem) => Err(problem.into()),
        None => Ok(found),
    }
}

/// The same as far as they can be opened, and of which not.
pub(super) fn opened(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<(Vec<Organisation>, Shut), StoreError> {
    Kept::of(reader, ids)?.opened(reader)
}

/// Those that have an application in a round, as others are shown them in lists. Asks for
/// no reach: who reads goes by the applications, which do. One query, however many there
/// are.
pub fn of_round(reader: &mut Reader, round: RoundId) -> Result<Vec<Organisation>, StoreError> {
    let shown = Kept::of_round(reader, round)?.shown().into_iter();
    Ok(shown.map(Organisation::as_listed).collect())
}

/// The organisations that a person belongs to; few.
pub fn of_member(reader: &mut Reader, account: AccountId) -> Result<Vec<Organisation>, StoreError> {
    let ids: Vec<OrganisationId> = memberships::table
        .filter(memberships::account_id.eq(account))
        .order(memberships::organisation_id)
        .limit(200)
        .select(memberships::organisation_id)
        .load(reader.connection())?;
    let mut found = named(reader, &ids)?;
    found.sort_by_key(|organisation| organisation.id);
    Ok(found)
}

/// Organisations with a text in one of their names, in the order of their making,
/// but for those that this person belongs to.
pub fn search(
    reader: &mut Reader,
    text: &str,
    but: AccountId,
    limit: i64,
) -> Result<Vec<Organisation>, StoreError> {
    let others = || {
        organisations::table
            .into_boxed::<MultiBackend>()
            .filter(not(organisations::id.eq_any(own_organisations(but))))
    };
    let ids = named_like(reader, others, (text, Walk::Earliest(None)), limit)?;
    let mut found = by_ids(reader, &ids)?;
    found.sort_by_key(|organisation| organisation.id);
    Ok(found)
}

/// Whether a person belongs to an organisation.
pub fn is_member(
    reader: &mut Reader,
    account: AccountId,
    organisation: OrganisationId,
) -> Result<bool, StoreError> {
    let found: Option<AccountId> = memberships::table
        .find((account, organisation))
        .select(memberships::account_id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Adds an organisation with its first owner.
pub fn insert(
    tx: &mut Tx,
    organisation: &Organisation,
    founder: AccountId,
) -> Result<(), StoreError> {
    insert_unowned(tx, organisation, founder)?;
    member::insert(tx, organisation.id, founder, MemberRole::Owner)
}

/// Adds an organisation that nobody belongs to yet.
pub fn insert_unowned(
    tx: &mut Tx,
    organisation: &Organisation,
    by: AccountId,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(organisations::table)
        .values((
            organisations::id.eq(organisation.id),
            columns(organisation),
            organisations::created_at.eq(now),
            organisations::created_by.eq(by),
        ))
        .execute(tx.connection())?;
    renew(tx, &[organisation.id])?;
    insert_registrations(tx, organisation.id, &organisation.registrations)
}

type Columns<'a> = (
    diesel::dsl::Eq<organisations::name_latin, &'a String>,
    diesel::dsl::Eq<organisations::name_arabic, &'a String>,
    diesel::dsl::Eq<organisations::name_hebrew, &'a String>,
    diesel::dsl::Eq<organisations::base, &'a String>,
    diesel::dsl::Eq<organisations::community, &'a String>,
    diesel::dsl::Eq<organisations::legal_form, &'a String>,
    diesel::dsl::Eq<organisations::website, &'a String>,
);

fn columns(organisation: &Organisation) -> Columns<'_> {
    (
        organisations::name_latin.eq(&organisation.name_latin),
        organisations::name_arabic.eq(&organisation.name_arabic),
        organisations::name_hebrew.eq(&organisation.name_hebrew),
        organisations::base.eq(&organisation.base),
        organisations::community.eq(&organisation.community),
        organisations::legal_form.eq(&organisation.legal_form),
        organisations::website.eq(&organisation.website),
    )
}

/// Replaces the profile and the registrations of the capability's organisation.
pub fn update(tx: &mut Tx, may: &MayActFor, organisation: &Organisation) -> Result<(), StoreError> {
    replace(tx, may.organisation(), organisation)
}

/// The same, sealed where it stands under a code name.
fn replace(tx: &mut Tx, id: OrganisationId, organisation: &Organisation) -> Result<(), StoreError> {
    let kept = match is_confidential(tx, id)? {
        true => sealed(tx, id, organisation)?,
        false => organisation.clone(),
    };
    diesel::update(organisations::table.find(id))
        .set(columns(&kept))
        .execute(tx.connection())?;
    renew(tx, &[id])?;
    let old = registrations::table.filter(registrations::organisation_id.eq(id));
    diesel::delete(old).execute(tx.connection())?;
    insert_registrations(tx, id, &kept.registrations)
}

fn insert_registrations(
    tx: &mut Tx,
    id: OrganisationId,
    list: &[Registration],
) -> Result<(), StoreError> {
    for (position, registration) in (0_i32..).zip(list) {
        diesel::insert_into(registrations::table)
            .values((
                registrations::organisation_id.eq(id),
                registrations::position.eq(position),
                registrations::register.eq(&registration.register),
                registrations::number.eq(&registration.number),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}
