//! Entries about an organisation that stands under a code name from now on: its names go
//! out of what they say, and what is made of these out of the index.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::index::{drop_keys, index};
use crate::domain::code_name::CodeName;
use crate::domain::ledger::EntryNumber;
use crate::domain::organisation::Organisation;
use crate::domain::overlap::{Key, Work, keys, names};
use crate::domain::{ApplicationId, OrganisationId};
use crate::policy::code_name::MayConceal;
use crate::store::conflict::StoreError;
use crate::store::connection::Tx;
use crate::store::json::{from_json, to_json};
use crate::store::schema::{applications, ledger_entries};

/// What stands between the names of a recipient.
const BETWEEN: &str = " / ";

/// A recipient as it is kept: its name and its numbers.
type Recipient = (String, String);

/// Puts the code name of the capability's organisation in the place of its names and
/// numbers. Entries whose contents were erased stay as they are.
pub fn rename(
    tx: &mut Tx,
    may: &MayConceal,
    organisation: &Organisation,
    name: &CodeName,
) -> Result<(), StoreError> {
    let entries = about(tx, may.organisation())?;
    let numbers: Vec<i64> = entries.keys().copied().collect();
    let mut known = names(organisation);
    let mut identifiers = Vec::new();
    for (recipient, ids) in entries.values() {
        known.push(recipient.clone());
        known.extend(recipient.split(BETWEEN).map(str::to_owned));
        identifiers.extend(from_json::<Vec<String>>(ids)?);
    }
    known.sort_unstable();
    known.dedup();
    identifiers.sort_unstable();
    identifiers.dedup();
    let new = keyed(vec![name.to_string()], Vec::new());
    let mut old = keyed(known, identifiers);
    // An entry can have some of the new ones already.
    old.extend(&new);
    drop_keys(tx, &numbers, &old)?;
    let indexed = numbers.iter().map(|number| {
        let number = EntryNumber(*number);
        (number, false, new.clone())
    });
    let indexed: Vec<_> = indexed.collect();
    index(tx, &indexed)?;
    diesel::update(ledger_entries::table.filter(ledger_entries::number.eq_any(numbers)))
        .set((
            ledger_entries::recipient.eq(name.as_str()),
            ledger_entries::recipient_ids.eq(to_json(&Vec::<String>::new())),
            // Whoever guesses the name could prove it by the hash of all.
            ledger_entries::digest.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(())
}

fn keyed(names: Vec<String>, identifiers: Vec<String>) -> Vec<Key> {
    keys(&Work {
        names,
        identifiers,
        ..Work::default()
    })
}

/// The entries about an organisation and its applications, none of them of a file.
fn about(tx: &mut Tx, id: OrganisationId) -> Result<BTreeMap<i64, Recipient>, StoreError> {
    let own: Vec<ApplicationId> = applications::table
        .filter(applications::organisation_id.eq(id))
        .select(applications::id)
        .load(tx.connection())?;
    let told = (
        ledger_entries::number,
        ledger_entries::recipient,
        ledger_entries::recipient_ids,
    );
    let noted: Vec<(i64, String, String)> = ledger_entries::table
        .filter(ledger_entries::organisation_id.eq(id))
        .select(told)
        .load(tx.connection())?;
    let asked: Vec<(i64, String, String)> = ledger_entries::table
        .filter(ledger_entries::application_id.eq_any(own))
        .select(told)
        .load(tx.connection())?;
    let all = noted.into_iter().chain(asked);
    let kept = all.filter(|(_, recipient, _)| !recipient.is_empty());
    Ok(kept
        .map(|(number, name, ids)| (number, (name, ids)))
        .collect())
}
