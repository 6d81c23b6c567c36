//! Letters as they are kept: sealed with the master key, for the links in them open what is
//! kept sealed. They belong to no organisation.

use diesel::prelude::*;

use super::NEVER;
use crate::domain::Moment;
use crate::store::bulk::Texts;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::envelope::{SealedBatch, each_key, keys_named, waiting as in_clear};
use crate::store::json::{from_json, to_json};
use crate::store::schema::outbox;
use crate::store::vault::{KeyId, Place, Vault, VaultError};

/// Letters of one batch.
const BATCH: i64 = 200;

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "outbox",
        ids,
    }
}

/// Seals subject and body of a letter for its row.
pub(super) fn seal(vault: &Vault, id: &str, texts: [&str; 2]) -> Result<String, VaultError> {
    vault.seal(&place(&[id]), to_json(&texts).as_bytes())
}

/// Subject and body of a letter; of one that was erased, nothing.
pub(in crate::store) fn open(
    vault: &Vault,
    id: &str,
    sealed: &str,
) -> Result<[String; 2], VaultError> {
    if sealed.is_empty() {
        return Ok([String::new(), String::new()]);
    }
    let opened = vault.open(&place(&[id]), sealed)?;
    let text = std::str::from_utf8(&opened).map_err(|_| VaultError::Altered)?;
    from_json(text).map_err(|_| VaultError::Altered)
}

/// Seals up to 100 letters behind this one that lie in clear, as former releases kept them.
pub fn letters_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<String> = in_clear!(tx, outbox, id, after);
    let mut batch = SealedBatch::until(ids.last().cloned());
    let rows: Vec<(String, String, String, Moment)> = outbox::table
        .filter(outbox::id.eq_any(ids))
        .select((outbox::id, outbox::subject, outbox::body, outbox::due_at))
        .load(tx.connection())?;
    for (id, subject, body, due) in rows {
        let made = if subject.is_empty() && body.is_empty() {
            Ok(String::new())
        } else {
            seal(tx.vault(), &id, [&subject, &body])
        };
        let Some(sealed) = batch.counted(made.map_err(StoreError::from))? else {
            continue;
        };
        diesel::update(outbox::table.find(&id))
            .set((
                outbox::sealed.eq(sealed),
                outbox::subject.eq(""),
                outbox::body.eq(""),
                outbox::leaves_at.eq(due),
                outbox::due_at.eq(NEVER),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}

/// Seals up to 200 letters behind this one anew with this key, the newest of the vault.
/// `lost` gives up those that were sealed with a key that is not there.
pub fn renew_batch(
    tx: &mut Tx,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<SealedBatch, StoreError> {
    // Every start asks, and letters may be many.
    if keys_in_use(tx)?.iter().all(|one| *one == key) {
        return Ok(SealedBatch::default());
    }
    let newest = format!("{}%", key.beginning());
    let rows: Vec<(String, String, Option<Moment>)> = outbox::table
        .filter(outbox::id.gt(after))
        .filter(outbox::sealed.assume_not_null().ne(""))
        .filter(outbox::sealed.assume_not_null().not_like(newest))
        .order(outbox::id)
        .limit(BATCH)
        .select((
            outbox::id,
            outbox::sealed.assume_not_null(),
            outbox::sent_at,
        ))
        .load(tx.connection())?;
    let mut batch = SealedBatch::until(rows.last().map(|(id, ..)| id.clone()));
    let mut texts = Texts::of("outbox", &["id"], &["sealed"]);
    for (id, sealed, sent_at) in rows {
        match open(tx.vault(), &id, &sealed) {
            Ok([subject, body]) => {
                let anew = seal(tx.vault(), &id, [&subject, &body])?;
                texts.set(tx, &[&id], &[Some(&anew)])?;
                batch.renewed += 1;
            }
            Err(VaultError::UnknownKey(_)) if lost => {
                give_up(tx, (&id, sent_at))?;
                batch.lost += 1;
            }
            Err(problem) => {
                tracing::warn!(letter = %id, %problem, "a letter is not sealed anew");
                batch.left += 1;
            }
        }
    }
    texts.write(tx)?;
    Ok(batch)
}

/// One that has left stays as a mark of that; one that has not would leave empty.
fn give_up(tx: &mut Tx, (id, sent_at): (&str, Option<Moment>)) -> Result<(), StoreError> {
    let letter = outbox::table.find(id);
    if sent_at.is_some() {
        let emptied = diesel::update(letter).set(outbox::sealed.eq(""));
        emptied.execute(tx.connection())?;
    } else {
        diesel::delete(letter).execute(tx.connection())?;
    }
    Ok(())
}

/// The keys with which letters are sealed.
pub fn keys_in_use(reader: &mut Reader) -> Result<Vec<KeyId>, StoreError> {
    let words = concat!(each_key!("outbox", "sealed"), "ORDER BY key_id");
    keys_named(reader, words)
}

/// The letters that have not left and can't be opened, and why.
pub fn unopened(reader: &mut Reader) -> Result<Vec<(String, VaultError)>, StoreError> {
    let rows: Vec<(String, String)> = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::sealed.is_not_null())
        .order(outbox::id)
        .select((outbox::id, outbox::sealed.assume_not_null()))
        .load(reader.connection())?;
    let vault = reader.vault();
    let failed = rows.into_iter().filter_map(|(id, sealed)| {
        let problem = open(vault, &id, &sealed).err()?;
        Some((id, problem))
    });
    Ok(failed.collect())
}
