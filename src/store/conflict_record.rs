//! Conflicts of interest with their history. Records are added and ended, never
//! changed or deleted; `conflicts` holds the pairs with a record that stands, which
//! every query filters by.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::max;
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::notice;
use super::schema::{
    account_roles, accounts, applications, assignments, conflict_records, conflicts, memberships,
    sponsorships,
};
use super::sealed_columns::{Cells, SealedRow, of_application as sealed_of};
use crate::domain::account::Role;
use crate::domain::conflict::Found;
use crate::domain::review::ConflictKind;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{AccountId, ApplicationId, Moment, OrganisationId, RoundId};
use crate::policy::conflict::{MayBar, MayLift};

/// One record.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = conflict_records, check_for_backend(MultiBackend))]
pub struct ConflictRecord {
    pub account_id: AccountId,
    pub number: i32,
    pub kind: ConflictKind,
    pub found: Found,
    pub reason: String,
    pub added_at: Moment,
    pub added_by: Option<AccountId>,
    /// `None` while it stands.
    pub ended_at: Option<Moment>,
    pub ended_by: Option<AccountId>,
    pub ended_reason: String,
}

/// An application and somebody.
pub type Pair = (ApplicationId, AccountId);

/// Records of one application that are listed at most.
const MOST: i64 = 500;

/// Every record of an application within the caller's reach, the first first.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<ConflictRecord>, StoreError> {
    let mut records: Vec<ConflictRecord> = conflict_records::table
        .filter(conflict_records::application_id.eq(application))
        .order((
            conflict_records::added_at,
            conflict_records::account_id,
            conflict_records::number,
        ))
        .limit(MOST)
        .select(ConflictRecord::as_select())
        .load(reader.connection())?;
    let mut cells = Cells::of("conflict_records");
    for record in &mut records {
        let (account, number) = (record.account_id, record.number.to_string());
        let ids = [application.as_str(), account.as_str(), number.as_str()];
        let texts = [
            ("reason", &mut record.reason),
            ("ended_reason", &mut record.ended_reason),
        ];
        cells.add(&ids, texts);
    }
    cells.open(reader)?;
    Ok(records)
}

/// A record whose words are being sealed.
fn row_of(tx: &mut Tx, (application, account): Pair, number: i32) -> Result<SealedRow, StoreError> {
    let number = number.to_string();
    let ids = [application.as_str(), account.as_str(), number.as_str()];
    sealed_of(tx, application, ("conflict_records", &ids))
}

/// Whether a pair has a conflict on record that stands.
pub fn stands(
    reader: &mut Reader,
    application: ApplicationId,
    account: AccountId,
) -> Result<bool, StoreError> {
    let found: Option<AccountId> = conflicts::table
        .find((application, account))
        .select(conflicts::account_id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// How many people have a conflict with each of these applications, those without one
/// left out.
pub fn counts(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, i64>, StoreError> {
    let rows: Vec<(ApplicationId, i64)> = conflicts::table
        .filter(conflicts::application_id.eq_any(ids.to_vec()))
        .group_by(conflicts::application_id)
        .select((conflicts::application_id, diesel::dsl::count_star()))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// Puts a conflict on record, takes the person off the application and drops what
/// they were to be told of it. From here on it is out of their reach.
pub fn add(tx: &mut Tx, may: &MayBar, reason: &str) -> Result<(), StoreError> {
    let (key, now) = ((may.application(), may.account()), tx.now());
    let last: Option<i32> = conflict_records::table
        .filter(conflict_records::application_id.eq(key.0))
        .filter(conflict_records::account_id.eq(key.1))
        .select(max(conflict_records::number))
        .first(tx.connection())?;
    let number = last.unwrap_or(0) + 1;
    let sealed = row_of(tx, key, number)?;
    diesel::insert_into(conflict_records::table)
        .values((
            conflict_records::application_id.eq(key.0),
            conflict_records::account_id.eq(key.1),
            conflict_records::number.eq(number),
            conflict_records::kind.eq(may.kind()),
            conflict_records::found.eq(may.found()),
            conflict_records::reason.eq(sealed.seal("reason", reason)?),
            conflict_records::added_at.eq(now),
            conflict_records::added_by.eq(may.by()),
            conflict_records::ended_reason.eq(""),
        ))
        .execute(tx.connection())?;
    if !stands(tx, key.0, key.1)? {
        diesel::insert_into(conflicts::table)
            .values((
                conflicts::application_id.eq(key.0),
                conflicts::account_id.eq(key.1),
                conflicts::kind.eq(may.kind()),
                conflicts::found_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    let assigned = assignments::table
        .find(key)
        .filter(assignments::recused_at.is_null());
    diesel::update(assigned)
        .set(assignments::recused_at.eq(now))
        .execute(tx.connection())?;
    notice::drop_waiting(tx, key.1, Some(key.0))
}

/// Ends every record of a pair. An assignment that the conflict ended stays ended.
pub fn end(tx: &mut Tx, may: &MayLift, reason: &str) -> Result<(), StoreError> {
    let (key, now) = ((may.application(), may.account()), tx.now());
    let standing: Vec<i32> = conflict_records::table
        .filter(conflict_records::application_id.eq(key.0))
        .filter(conflict_records::account_id.eq(key.1))
        .filter(conflict_records::ended_at.is_null())
        .select(conflict_records::number)
        .load(tx.connection())?;
    // A few.
    for number in standing {
        let sealed = row_of(tx, key, number)?;
        diesel::update(conflict_records::table.find((key.0, key.1, number)))
            .set((
                conflict_records::ended_at.eq(now),
                conflict_records::ended_by.eq(may.by()),
                conflict_records::ended_reason.eq(sealed.seal("ended_reason", reason)?),
            ))
            .execute(tx.connection())?;
    }
    diesel::delete(conflicts::table.find(key)).execute(tx.connection())?;
    Ok(())
}

/// The applications of an organisation, and those that it sponsors, which are
/// assigned to a person who has not left them.
pub fn assigned_of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Vec<ApplicationId>, StoreError> {
    let sponsored = sponsorships::table
        .filter(sponsorships::organisation_id.eq(organisation))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .select(sponsorships::application_id);
    Ok(assignments::table
        .inner_join(applications::table)
        .filter(assignments::reviewer_id.eq(account))
        .filter(assignments::recused_at.is_null())
        .filter(
            applications::organisation_id
                .eq(organisation)
                .or(applications::id.eq_any(sponsored)),
        )
        .order(assignments::application_id)
        .select(assignments::application_id)
        .load(reader.connection())?)
}

/// The applications of a round with admins in conflict, and who they are: by
/// record, by membership, or as members of the fiscal sponsor. Whose reach they
/// are in is the caller's to ask.
pub fn admins_in_conflict(
    reader: &mut Reader,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, BTreeSet<AccountId>>, StoreError> {
    let of_round = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let recorded: Vec<Pair> = conflicts::table
        .filter(conflicts::application_id.eq_any(of_round))
        .filter(conflicts::account_id.eq_any(active_admins()))
        .select((conflicts::application_id, conflicts::account_id))
        .load(reader.connection())?;
    let belonging: Vec<Pair> = applications::table
        .inner_join(
            memberships::table.on(memberships::organisation_id.eq(applications::organisation_id)),
        )
        .filter(applications::round_id.eq(round))
        .filter(memberships::account_id.eq_any(active_admins()))
        .select((applications::id, memberships::account_id))
        .load(reader.connection())?;
    let sponsoring: Vec<Pair> = sponsorships::table
        .inner_join(
            memberships::table
                .on(sponsorships::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .filter(sponsorships::application_id.eq_any(of_round))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .filter(memberships::account_id.eq_any(active_admins()))
        .select((sponsorships::application_id, memberships::account_id))
        .load(reader.connection())?;
    let mut found: BTreeMap<ApplicationId, BTreeSet<AccountId>> = BTreeMap::new();
    for (application, admin) in recorded.into_iter().chain(belonging).chain(sponsoring) {
        found.entry(application).or_default().insert(admin);
    }
    Ok(found)
}

/// Everybody who is kept away from an application, by record or as a member.
pub fn barred_from(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let pairs = barred(reader, &[application])?;
    Ok(pairs.into_iter().map(|(_, account)| account).collect())
}

/// Everybody who is kept away from these applications, with the one they are kept from.
pub fn barred(reader: &mut Reader, ids: &[ApplicationId]) -> Result<BTreeSet<Pair>, StoreError> {
    let mut barred = members(reader, ids)?;
    let recorded: Vec<Pair> = conflicts::table
        .filter(conflicts::application_id.eq_any(ids.to_vec()))
        .select((conflicts::application_id, conflicts::account_id))
        .load(reader.connection())?;
    barred.extend(recorded);
    Ok(barred)
}

/// The ids of the admins who may sign in.
#[diesel::dsl::auto_type]
fn active_admins() -> _ {
    let admin: Role = Role::Admin;
    account_roles::table
        .inner_join(accounts::table)
        .filter(account_roles::role.eq(admin))
        .filter(accounts::disabled_at.is_null())
        .select(account_roles::account_id)
}

/// The admins who may sign in.
pub fn admins(reader: &mut Reader) -> Result<Vec<AccountId>, StoreError> {
    Ok(active_admins()
        .order(account_roles::account_id)
        .load(reader.connection())?)
}

/// Somebody of the inside.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct InsiderRow {
    pub id: AccountId,
    pub name: String,
    pub email: String,
}

/// Everybody who reviews, runs rounds or reads them, and may sign in, by name.
pub fn insiders(reader: &mut Reader) -> Result<Vec<InsiderRow>, StoreError> {
    let inside = [Role::Reviewer, Role::Admin, Role::Auditor];
    let holders = account_roles::table
        .filter(account_roles::role.eq_any(inside))
        .select(account_roles::account_id);
    Ok(accounts::table
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::id.eq_any(holders))
        .order((accounts::name, accounts::id))
        .limit(MOST)
        .select((accounts::id, accounts::name, accounts::email))
        .load(reader.connection())?)
}

/// Whether somebody belongs to the applying organisation or its fiscal sponsor.
pub fn is_member(
    reader: &mut Reader,
    application: ApplicationId,
    account: AccountId,
) -> Result<bool, StoreError> {
    let organisations = members_of(reader, application)?;
    Ok(organisations.contains(&account))
}

/// Everybody who belongs to the applying organisation or its fiscal sponsor.
pub fn members_of(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let pairs = members(reader, &[application])?;
    Ok(pairs.into_iter().map(|(_, account)| account).collect())
}

/// Everybody who belongs to an organisation that applies or to its fiscal sponsor, with
/// the application. Apart: with an “or” between them PostgreSQL would read every member.
fn members(reader: &mut Reader, ids: &[ApplicationId]) -> Result<BTreeSet<Pair>, StoreError> {
    let applying: Vec<Pair> = applications::table
        .inner_join(
            memberships::table.on(memberships::organisation_id.eq(applications::organisation_id)),
        )
        .filter(applications::id.eq_any(ids.to_vec()))
        .select((applications::id, memberships::account_id))
        .load(reader.connection())?;
    let sponsoring: Vec<Pair> = sponsorships::table
        .inner_join(
            memberships::table
                .on(sponsorships::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .filter(sponsorships::application_id.eq_any(ids.to_vec()))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .select((sponsorships::application_id, memberships::account_id))
        .load(reader.connection())?;
    Ok(applying.into_iter().chain(sponsoring).collect())
}
