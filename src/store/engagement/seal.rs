//! Texts of entries and quotations at rest, sealed with the key of the organisation.

use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::Tx;
use super::super::envelope::{self, SealedBatch, waiting};
use super::super::schema::{engagement_quotes, engagements};
use super::super::sealed_answers::{Keys, key_of};
use super::super::sealed_texts::{opened, sealed};
use super::super::vault::Place;
use crate::domain::{ApplicationId, EngagementId, OrganisationId, QuoteId};

/// An entry's organisation, the entry, its version.
type Version = (OrganisationId, EngagementId, i32);

fn of_entry<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "engagements",
        ids,
    }
}

fn of_quote<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "engagement_quotes",
        ids,
    }
}

/// Place, their people, our people, notes and reason of a version of an entry.
pub(super) fn texts(
    kept: (Option<&str>, [String; 5]),
    keys: Keys,
    (organisation, id, version): Version,
) -> Result<[String; 5], StoreError> {
    let version = version.to_string();
    let ids = [organisation.as_str(), id.as_str(), version.as_str()];
    opened(kept, keys, &of_entry(&ids))
}

/// Seals them.
pub(super) fn sealed_texts(
    tx: &mut Tx,
    (organisation, id, version): Version,
    texts: [&String; 5],
) -> Result<String, StoreError> {
    let key = envelope::current(tx, organisation)?;
    let version = version.to_string();
    let ids = [organisation.as_str(), id.as_str(), version.as_str()];
    sealed(&key, &of_entry(&ids), &texts.map(String::as_str))
}

/// The words of a quotation about an application.
pub(super) fn words(
    (kept, clear): (Option<&str>, String),
    keys: Keys,
    (application, id): (ApplicationId, QuoteId),
) -> Result<String, StoreError> {
    let ids = [application.as_str(), id.as_str()];
    let [words] = opened((kept, [clear]), keys, &of_quote(&ids))?;
    Ok(words)
}

/// Seals them.
pub(super) fn sealed_words(
    tx: &mut Tx,
    (application, id): (ApplicationId, QuoteId),
    words: &str,
) -> Result<String, StoreError> {
    let key = key_of(tx, application)?;
    let ids = [application.as_str(), id.as_str()];
    sealed(&key, &of_quote(&ids), &[words])
}

type Clear = (
    (EngagementId, i32, OrganisationId),
    (String, String, String, String, String),
);

/// Seals up to 100 entries behind this one that lie in clear, in all their versions.
pub fn entries_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<EngagementId> = waiting!(tx, engagements, id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<Clear> = engagements::table
        .filter(engagements::id.eq_any(ids))
        .filter(engagements::sealed.is_null())
        .select((
            (
                engagements::id,
                engagements::version,
                engagements::organisation_id,
            ),
            (
                engagements::place,
                engagements::theirs,
                engagements::ours,
                engagements::notes,
                engagements::reason,
            ),
        ))
        .load(tx.connection())?;
    for ((id, version, owner), (place, theirs, ours, notes, reason)) in rows {
        let written = [&place, &theirs, &ours, &notes, &reason];
        let made = sealed_texts(tx, (owner, id, version), written);
        let Some(hidden) = batch.counted(made)? else {
            continue;
        };
        diesel::update(engagements::table.find((id, version)))
            .set((
                engagements::sealed.eq(hidden),
                engagements::place.eq(""),
                engagements::theirs.eq(""),
                engagements::ours.eq(""),
                engagements::notes.eq(""),
                engagements::reason.eq(""),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}

/// Seals up to 100 quotations behind this one that lie in clear.
pub fn quotes_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<QuoteId> = waiting!(tx, engagement_quotes, id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<(QuoteId, ApplicationId, String)> = engagement_quotes::table
        .filter(engagement_quotes::id.eq_any(ids))
        .select((
            engagement_quotes::id,
            engagement_quotes::application_id,
            engagement_quotes::words,
        ))
        .load(tx.connection())?;
    for (id, application, words) in rows {
        let made = sealed_words(tx, (application, id), &words);
        let Some(hidden) = batch.counted(made)? else {
            continue;
        };
        diesel::update(engagement_quotes::table.find(id))
            .set((
                engagement_quotes::sealed.eq(hidden),
                engagement_quotes::words.eq(""),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}
