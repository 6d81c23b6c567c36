//! Where people of the inside say that they belong or belonged. What is taken off
//! the list is kept with the day of its removal.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::schema::affiliations;
use crate::domain::conflict::Affiliation;
use crate::domain::moment::Day;
use crate::domain::{AccountId, AffiliationId};

/// Affiliations that one person keeps at most.
pub const MOST: usize = 50;

type Columns = (
    AffiliationId,
    AccountId,
    String,
    String,
    String,
    Option<Day>,
);

/// The lists of these people, each in the order of its making.
pub fn of_people(
    reader: &mut Reader,
    people: &[AccountId],
) -> Result<BTreeMap<AccountId, Vec<(AffiliationId, Affiliation)>>, StoreError> {
    let rows: Vec<Columns> = affiliations::table
        .filter(affiliations::account_id.eq_any(people.to_vec()))
        .filter(affiliations::removed_at.is_null())
        .order((affiliations::account_id, affiliations::id))
        .select((
            affiliations::id,
            affiliations::account_id,
            affiliations::organisation,
            affiliations::domain,
            affiliations::role,
            affiliations::until_day,
        ))
        .load(reader.connection())?;
    let mut found: BTreeMap<AccountId, Vec<_>> = BTreeMap::new();
    for (id, account, organisation, domain, role, until) in rows {
        let one = Affiliation {
            organisation,
            domain,
            role,
            until,
        };
        found.entry(account).or_default().push((id, one));
    }
    Ok(found)
}

/// The list of one person.
pub fn of_person(
    reader: &mut Reader,
    person: AccountId,
) -> Result<Vec<(AffiliationId, Affiliation)>, StoreError> {
    Ok(of_people(reader, &[person])?
        .remove(&person)
        .unwrap_or_default())
}

/// Adds an entry to a person's own list.
pub fn insert(tx: &mut Tx, person: AccountId, one: &Affiliation) -> Result<(), StoreError> {
    let (id, now): (AffiliationId, _) = (mint(), tx.now());
    diesel::insert_into(affiliations::table)
        .values((
            affiliations::id.eq(id),
            affiliations::account_id.eq(person),
            affiliations::organisation.eq(&one.organisation),
            affiliations::domain.eq(&one.domain),
            affiliations::role.eq(&one.role),
            affiliations::until_day.eq(one.until.map(Day::iso)),
            affiliations::added_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes an entry off a person's own list; whether it was there.
pub fn remove(tx: &mut Tx, person: AccountId, id: AffiliationId) -> Result<bool, StoreError> {
    let now = tx.now();
    let row = affiliations::table
        .find(id)
        .filter(affiliations::account_id.eq(person))
        .filter(affiliations::removed_at.is_null());
    let removed = diesel::update(row)
        .set(affiliations::removed_at.eq(now))
        .execute(tx.connection())?;
    Ok(removed == 1)
}
