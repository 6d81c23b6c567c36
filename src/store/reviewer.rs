//! What is known of reviewers. Lists of codes are kept as words of a line.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::reviewer_profiles as kept;
use crate::domain::AccountId;
use crate::domain::allocation::Reads;
use crate::domain::reviewer::ReviewerProfile;
use crate::policy::reviewer::MayDescribe;

type Row = (AccountId, String, String, String, Option<i32>);

fn codes(line: &str) -> BTreeSet<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

fn line(codes: &BTreeSet<String>) -> String {
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    codes.join(" ")
}

fn profile((_, languages, places, expertise, cap): &Row) -> ReviewerProfile {
    ReviewerProfile {
        reads: Reads {
            languages: codes(languages),
            places: codes(places),
            expertise: codes(expertise),
        },
        cap: cap.and_then(|cap| u32::try_from(cap).ok()),
    }
}

/// What is known of everybody who said something or of whom staff did.
pub fn all(reader: &mut Reader) -> Result<BTreeMap<AccountId, ReviewerProfile>, StoreError> {
    let rows: Vec<Row> = kept::table
        .select((
            kept::account_id,
            kept::languages,
            kept::places,
            kept::expertise,
            kept::cap,
        ))
        .load(reader.connection())?;
    Ok(rows.iter().map(|row| (row.0, profile(row))).collect())
}

/// What is known of one person; nothing is an empty profile.
pub fn of(reader: &mut Reader, account: AccountId) -> Result<ReviewerProfile, StoreError> {
    let row: Option<Row> = kept::table
        .find(account)
        .select((
            kept::account_id,
            kept::languages,
            kept::places,
            kept::expertise,
            kept::cap,
        ))
        .first(reader.connection())
        .optional()?;
    Ok(row.as_ref().map(profile).unwrap_or_default())
}

/// Keeps a profile over the one that was there.
pub fn keep(tx: &mut Tx, may: &MayDescribe, profile: &ReviewerProfile) -> Result<(), StoreError> {
    let values = (
        kept::languages.eq(line(&profile.reads.languages)),
        kept::places.eq(line(&profile.reads.places)),
        kept::expertise.eq(line(&profile.reads.expertise)),
        kept::cap.eq(profile.cap.and_then(|cap| i32::try_from(cap).ok())),
        kept::saved_at.eq(tx.now()),
    );
    let row = kept::table.find(may.reviewer());
    let changed = diesel::update(row)
        .set(values.clone())
        .execute(tx.connection())?;
    if changed == 0 {
        diesel::insert_into(kept::table)
            .values((kept::account_id.eq(may.reviewer()), values))
            .execute(tx.connection())?;
    }
    Ok(())
}
