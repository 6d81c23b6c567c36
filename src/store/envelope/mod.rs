//! Keys of organisations, each in a row, sealed with a master key. What is kept of an
//! organisation is sealed with its key: once that is gone, all of it is, in every copy
//! that is made from then on.

mod batch;

pub(in crate::store) use batch::waiting;
pub use batch::{SealedBatch, keys_in_use, renew_batch, scrub, unopened};
pub(super) use batch::{each_key, keys_named};

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use diesel::prelude::*;
use zeroize::Zeroizing;

use super::bulk::Sheet;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::organisation_keys as table;
use super::vault::{DataKey, KeyId, Place, Vault, VaultError};
use crate::domain::OrganisationId;

#[derive(Queryable, Selectable)]
#[diesel(table_name = table, check_for_backend(MultiBackend))]
struct Row {
    id: String,
    organisation_id: OrganisationId,
    wrapped: Option<String>,
}

impl Row {
    fn open(&self, vault: &Vault) -> Result<DataKey, VaultError> {
        let wrapped = self.wrapped.as_deref().ok_or(VaultError::Lost)?;
        let ids = [self.organisation_id.as_str(), self.id.as_str()];
        let key = vault.open_key(&place(&ids), wrapped)?;
        if key.id().to_string() == self.id {
            Ok(key)
        } else {
            Err(VaultError::Altered)
        }
    }
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "organisation_keys",
        ids,
    }
}

/// Keys that a query asks for at most.
const ASKED: usize = 10_000;

/// The keys that open some sealed values.
pub(in crate::store) struct Ring(BTreeMap<KeyId, Result<DataKey, VaultError>>);

impl Ring {
    /// The keys that these values name, in one query for 10,000 of them and none for none.
    pub(in crate::store) fn of<'a>(
        reader: &mut Reader,
        values: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, StoreError> {
        let named: BTreeSet<KeyId> = values.into_iter().filter_map(DataKey::named).collect();
        let ids: Vec<String> = named.iter().map(KeyId::to_string).collect();
        let mut rows: Vec<Row> = Vec::new();
        for some in ids.chunks(ASKED) {
            let found: Vec<Row> = table::table
                .filter(table::id.eq_any(some.to_vec()))
                .select(Row::as_select())
                .load(reader.connection())?;
            rows.extend(found);
        }
        let vault = reader.vault();
        let opened = |row: Row| Some((KeyId::parse(&row.id)?, row.open(vault)));
        Ok(Self(rows.into_iter().filter_map(opened).collect()))
    }

    /// Opens a value at its place: with the key that it names, or with the master key
    /// where that sealed it itself, as former releases did.
    pub(in crate::store) fn open(
        &self,
        vault: &Vault,
        place: &Place,
        sealed: &str,
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        if sealed.is_empty() {
            // Erased: no key opens what is not there.
            return Err(VaultError::Lost);
        }
        let Some(named) = DataKey::named(sealed) else {
            return vault.open(place, sealed);
        };
        match self.0.get(&named) {
            Some(Ok(key)) => key.open(place, sealed),
            Some(Err(problem)) => Err(*problem),
            None => Err(VaultError::Altered),
        }
    }
}

/// The key with which is sealed from now on what is kept of an organisation; made where
/// there is none. An error where it can't be opened: no other one is made beside it.
pub(in crate::store) fn current(
    tx: &mut Tx,
    organisation: OrganisationId,
) -> Result<DataKey, StoreError> {
    let standing: Option<Row> = table::table
        .filter(table::organisation_id.eq(organisation))
        .filter(table::wrapped.is_not_null())
        .order((table::made_at.desc(), table::id))
        .select(Row::as_select())
        .first(tx.connection())
        .optional()?;
    match standing {
        Some(row) => Ok(row.open(tx.vault())?),
        None => make(tx, organisation),
    }
}

fn make(tx: &mut Tx, organisation: OrganisationId) -> Result<DataKey, StoreError> {
    let mut row = no_keys();
    let key = fresh(tx, organisation, &mut row)?;
    row.write(tx)?;
    Ok(key)
}

/// Rows of keys that are to be written: none yet.
fn no_keys() -> Sheet<'static> {
    Sheet::new("organisation_keys", "id organisation_id wrapped made_at")
}

/// A new key of an organisation; its row waits to be written.
fn fresh(tx: &Tx, organisation: OrganisationId, rows: &mut Sheet) -> Result<DataKey, VaultError> {
    let key = DataKey::fresh()?;
    let id = key.id().to_string();
    let ids = [organisation.as_str(), id.as_str()];
    let wrapped = tx.vault().seal_key(&place(&ids), &key)?;
    let (owner, now) = (organisation.to_string(), tx.now().micros());
    rows.add([id.into(), owner.into(), wrapped.into(), now.into()]);
    Ok(key)
}

/// The same keys as [`current`] gives, of many organisations, each opened once.
pub(in crate::store) struct Currents(BTreeMap<OrganisationId, Result<Rc<DataKey>, VaultError>>);

impl Currents {
    /// Of these organisations, in one query for 10,000 of them; those that have none are
    /// made at once.
    pub(in crate::store) fn of(
        tx: &mut Tx,
        owners: impl IntoIterator<Item = OrganisationId>,
    ) -> Result<Self, StoreError> {
        let owners: BTreeSet<OrganisationId> = owners.into_iter().collect();
        let owners: Vec<OrganisationId> = owners.into_iter().collect();
        let mut keys: BTreeMap<OrganisationId, Result<Rc<DataKey>, VaultError>> = BTreeMap::new();
        for some in owners.chunks(ASKED) {
            let standing: Vec<Row> = table::table
                .filter(table::organisation_id.eq_any(some.to_vec()))
                .filter(table::wrapped.is_not_null())
                .order((table::made_at.desc(), table::id))
                .select(Row::as_select())
                .load(tx.connection())?;
            for row in standing {
                // The first of several is the one that seals.
                let key = keys.entry(row.organisation_id);
                key.or_insert_with(|| row.open(tx.vault()).map(Rc::new));
            }
        }
        let mut rows = no_keys();
        for owner in owners {
            let key = keys.entry(owner);
            key.or_insert_with(|| fresh(tx, owner, &mut rows).map(Rc::new));
        }
        rows.write(tx)?;
        Ok(Self(keys))
    }

    /// That of one of them.
    pub(in crate::store) fn get(&self, owner: OrganisationId) -> Result<Rc<DataKey>, StoreError> {
        match self.0.get(&owner) {
            Some(Ok(key)) => Ok(Rc::clone(key)),
            Some(Err(problem)) => Err((*problem).into()),
            None => Err(VaultError::NoKey.into()),
        }
    }
}

/// Puts an end to a key: nothing opens again that it sealed.
fn end(tx: &mut Tx, id: &str) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(table::table.find(id))
        .set((table::wrapped.eq(None::<String>), table::gone_at.eq(now)))
        .execute(tx.connection())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use diesel::connection::SimpleConnection;

    use super::*;
    use crate::store::trial::{self, stamp};
    use crate::store::vault::MasterKeys;

    #[test]
    fn each_of_many_organisations_has_the_key_that_it_has_alone() {
        let (_folder, database) = trial::database();
        let vault = Vault::of_keys(MasterKeys::parse(&"1".repeat(64)).unwrap());
        let database = database.with_vault(vault);
        let off = "PRAGMA foreign_keys = OFF";
        let done = database.raw(|connection| Ok(connection.batch_execute(off)?));
        done.unwrap();
        let owners = ["a", "b", "c"].map(|end| {
            let id = format!("0193a1b2-0000-7000-8000-0123456789a{end}");
            OrganisationId::parse(&id).unwrap()
        });
        // The first has one already; the others are made one, once.
        let alone = |tx: &mut Tx| -> Result<KeyId, StoreError> { Ok(current(tx, owners[0])?.id()) };
        let first = database.write(stamp(), alone).unwrap();
        let together = |tx: &mut Tx| -> Result<Vec<KeyId>, StoreError> {
            let keys = Currents::of(tx, owners.into_iter().chain(owners))?;
            let each = owners.iter().map(|owner| keys.get(*owner));
            each.map(|key| Ok(key?.id())).collect()
        };
        let ids = database.write(stamp(), together).unwrap();
        assert_eq!(ids[0], first);
        assert!(ids[1] != ids[0] && ids[2] != ids[0] && ids[1] != ids[2]);
        assert_eq!(database.write(stamp(), together).unwrap(), ids);
        let apart = |tx: &mut Tx| -> Result<Vec<KeyId>, StoreError> {
            let each = owners.iter().map(|owner| current(tx, *owner));
            each.map(|key| Ok(key?.id())).collect()
        };
        assert_eq!(database.write(stamp(), apart).unwrap(), ids);
        // Where one can't be opened, none is made beside it.
        let strange = Vault::of_keys(MasterKeys::parse(&"2".repeat(64)).unwrap());
        let strange = database.clone().with_vault(strange);
        let refused = |tx: &mut Tx| -> Result<[bool; 3], StoreError> {
            let keys = Currents::of(tx, owners)?;
            Ok(owners.map(|owner| keys.get(owner).is_err()))
        };
        assert_eq!(strange.write(stamp(), refused).unwrap(), [true; 3]);
        let kept = database.read(|reader| -> Result<i64, StoreError> {
            Ok(table::table.count().get_result(reader.connection())?)
        });
        assert_eq!(kept.unwrap(), 3);
    }

    #[test]
    fn a_key_that_lies_in_the_row_of_another_is_refused() {
        let vault = Vault::of_keys(MasterKeys::parse(&"1".repeat(64)).unwrap());
        let owner = OrganisationId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap();
        let (own, other) = (DataKey::fresh().unwrap(), DataKey::fresh().unwrap());
        // Each sealed for the row of the first, as only who holds the master key can.
        let opened = |lying: &DataKey| {
            let id = own.id().to_string();
            let ids = [owner.as_str(), id.as_str()];
            let wrapped = vault.seal_key(&place(&ids), lying).unwrap();
            let row = Row {
                id,
                organisation_id: owner,
                wrapped: Some(wrapped),
            };
            row.open(&vault).map(|key| key.id())
        };
        assert_eq!(opened(&own), Ok(own.id()));
        assert_eq!(opened(&other), Err(VaultError::Altered));
    }
}
