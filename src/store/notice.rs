//! Notices that wait for a letter or had one, whom each tells, and how often
//! people want letters.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::not;
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::schema::{
    account_roles, accounts, applications, clarifications, conflicts, memberships, messages,
    notices, sponsorships,
};
use crate::domain::account::Role;
use crate::domain::notice::{Frequency, NoticeKind};
use crate::domain::sponsorship::SponsorState;
use crate::domain::{AccountId, ApplicationId, Language, Moment, OrganisationId};

/// Somebody who can be told.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Recipient {
    pub id: AccountId,
    pub email: String,
    pub language: Language,
    pub time_zone: String,
    pub frequency: Frequency,
}

/// The columns of a [`Recipient`].
pub(super) const RECIPIENT: (
    accounts::id,
    accounts::email,
    accounts::language,
    accounts::time_zone,
    accounts::notice_frequency,
) = (
    accounts::id,
    accounts::email,
    accounts::language,
    accounts::time_zone,
    accounts::notice_frequency,
);

/// The members of the organisation that applies.
pub fn members(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<Recipient>, StoreError> {
    Ok(accounts::table
        .inner_join(memberships::table)
        .filter(memberships::organisation_id.eq(organisation))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::id)
        .select(RECIPIENT)
        .load(reader.connection())?)
}

/// The admins who see to an application: those who asked or wrote about it, or
/// else all; never one who may not see it.
pub fn staff(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<Recipient>, StoreError> {
    let conflicted = conflicts::table
        .filter(conflicts::application_id.eq(application))
        .select(conflicts::account_id);
    let own = memberships::table
        .inner_join(
            applications::table.on(applications::organisation_id.eq(memberships::organisation_id)),
        )
        .filter(applications::id.eq(application))
        .select(memberships::account_id);
    let sponsors = memberships::table
        .inner_join(
            sponsorships::table
                .on(sponsorships::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .filter(sponsorships::application_id.eq(application))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .select(memberships::account_id);
    let all: Vec<Recipient> = accounts::table
        .inner_join(account_roles::table)
        .filter(account_roles::role.eq(Role::Admin))
        .filter(accounts::disabled_at.is_null())
        .filter(not(accounts::id.eq_any(conflicted)))
        .filter(not(accounts::id.eq_any(own)))
        .filter(not(accounts::id.eq_any(sponsors)))
        .order(accounts::id)
        .select(RECIPIENT)
        .load(reader.connection())?;
    let involved = involved(reader, application)?;
    let some: Vec<Recipient> = all
        .iter()
        .filter(|one| involved.contains(&one.id))
        .cloned()
        .collect();
    Ok(if some.is_empty() { all } else { some })
}

fn involved(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let wrote: Vec<AccountId> = messages::table
        .filter(messages::application_id.eq(application))
        .filter(messages::from_staff.eq(true))
        .select(messages::author_id)
        .load(reader.connection())?;
    let asked: Vec<AccountId> = clarifications::table
        .filter(clarifications::application_id.eq(application))
        .select(clarifications::asked_by)
        .load(reader.connection())?;
    Ok(wrote.into_iter().chain(asked).collect())
}

/// Notes that a person is told of something: by a letter that leaves with this
/// transaction, or later.
pub fn insert(
    tx: &mut Tx,
    recipient: AccountId,
    application: ApplicationId,
    kind: NoticeKind,
    mailed: bool,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(notices::table)
        .values((
            // Any id type serves to mint: nothing refers to a notice.
            notices::id.eq(mint::<ApplicationId>()),
            notices::account_id.eq(recipient),
            notices::application_id.eq(application),
            notices::kind.eq(kind),
            notices::created_at.eq(now),
            notices::mailed_at.eq(mailed.then_some(now)),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// People with notices that wait for their morning, in order of their ids, after
/// `after`.
pub fn waiting(
    reader: &mut Reader,
    after: Option<AccountId>,
    limit: i64,
) -> Result<Vec<Recipient>, StoreError> {
    let noted = notices::table
        .filter(notices::mailed_at.is_null())
        .select(notices::account_id);
    let after = after.map_or_else(String::new, |id| id.to_string());
    Ok(accounts::table
        .filter(accounts::id.eq_any(noted))
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::id.gt(after))
        .order(accounts::id)
        .limit(limit)
        .select(RECIPIENT)
        .load(reader.connection())?)
}

/// When each notice that these people wait for was written.
pub fn unmailed(
    reader: &mut Reader,
    people: &[AccountId],
) -> Result<BTreeMap<AccountId, Vec<Moment>>, StoreError> {
    let rows: Vec<(AccountId, Moment)> = notices::table
        .filter(notices::mailed_at.is_null())
        .filter(notices::account_id.eq_any(people.to_vec()))
        .select((notices::account_id, notices::created_at))
        .load(reader.connection())?;
    let mut found: BTreeMap<AccountId, Vec<Moment>> = BTreeMap::new();
    for (account, created_at) in rows {
        found.entry(account).or_default().push(created_at);
    }
    Ok(found)
}

/// Notes that a letter told a person of everything written before an instant.
pub fn mark_mailed(tx: &mut Tx, account: AccountId, before: Moment) -> Result<(), StoreError> {
    let now = tx.now();
    let told = notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::mailed_at.is_null())
        .filter(notices::created_at.lt(before));
    diesel::update(told)
        .set(notices::mailed_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Drops what waits for a person's morning: of one application, which they have
/// read meanwhile, or of all, when they want no more such letters.
pub fn drop_waiting(
    tx: &mut Tx,
    account: AccountId,
    application: Option<ApplicationId>,
) -> Result<(), StoreError> {
    let waiting = notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::mailed_at.is_null());
    match application {
        Some(id) => {
            diesel::delete(waiting.filter(notices::application_id.eq(id))).execute(tx.connection())
        }
        None => diesel::delete(waiting).execute(tx.connection()),
    }?;
    Ok(())
}

/// Throws away what was told before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let told = notices::table.filter(notices::mailed_at.lt(before));
    diesel::delete(told).execute(tx.connection())?;
    Ok(())
}

/// How often a person wants letters.
pub fn frequency(reader: &mut Reader, account: AccountId) -> Result<Frequency, StoreError> {
    let found: Option<Frequency> = accounts::table
        .find(account)
        .select(accounts::notice_frequency)
        .first(reader.connection())
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Keeps how often a person wants letters.
pub fn set_frequency(
    tx: &mut Tx,
    account: AccountId,
    frequency: Frequency,
) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(account))
        .set(accounts::notice_frequency.eq(frequency))
        .execute(tx.connection())?;
    Ok(())
}
