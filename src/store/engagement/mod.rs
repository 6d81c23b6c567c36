//! The engagement log of organisations. Rows are only added: a correction is another
//! version of its entry. Whose reach they are in is the caller's to ask.

mod files;
mod quotes;
mod seal;
mod uploads;

pub use files::{Offered, offered, pointed_at};
pub use quotes::{QuoteRow, end_quote, find_quote, insert_quote, is_quoted, of_entry, quoted};
pub use seal::{entries_batch, quotes_batch};
pub(in crate::store) use uploads::lying;
pub use uploads::{
    UploadedRow, add_upload, find_upload, move_upload, remove_upload, uploads, uploads_in_clear,
};

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::envelope::Ring;
use super::schema::{accounts, engagement_files, engagements};
use super::sealed_answers::Keys;
use crate::domain::engagement::{Correction, EngagementKind, Entry};
use crate::domain::moment::Day;
use crate::domain::{EngagementId, Moment, OrganisationId};
use crate::policy::engagement::MayLog;
use seal::{sealed_texts, texts};

/// One version of an entry. Its files are kept apart: see [`pointed_at`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngagementRow {
    pub id: EngagementId,
    /// 1 for the first.
    pub version: i32,
    pub organisation: OrganisationId,
    pub kind: EngagementKind,
    pub day: Day,
    pub place: String,
    pub theirs: String,
    pub ours: String,
    pub notes: String,
    /// By name.
    pub author: String,
    pub written_at: Moment,
    /// Why it was corrected; empty for the first version.
    pub reason: String,
    pub mistaken: bool,
}

type Columns = (
    (EngagementId, i32, OrganisationId, EngagementKind, Day),
    (String, String, String, String),
    (String, Moment, String, bool),
    Option<String>,
);

/// The columns of an [`EngagementRow`].
macro_rules! columns {
    () => {
        (
            (
                engagements::id,
                engagements::version,
                engagements::organisation_id,
                engagements::kind,
                engagements::day,
            ),
            (
                engagements::place,
                engagements::theirs,
                engagements::ours,
                engagements::notes,
            ),
            (
                accounts::name,
                engagements::written_at,
                engagements::reason,
                engagements::mistaken,
            ),
            engagements::sealed,
        )
    };
}

fn row(keys: Keys, (what, said, written, sealed): Columns) -> Result<EngagementRow, StoreError> {
    let (id, version, organisation, kind, day) = what;
    let (place, theirs, ours, notes) = said;
    let (author, written_at, reason, mistaken) = written;
    let clear = [place, theirs, ours, notes, reason];
    let [place, theirs, ours, notes, reason] = texts(
        (sealed.as_deref(), clear),
        keys,
        (organisation, id, version),
    )?;
    Ok(EngagementRow {
        id,
        version,
        organisation,
        kind,
        day,
        place,
        theirs,
        ours,
        notes,
        author,
        written_at,
        reason,
        mistaken,
    })
}

fn rows(reader: &mut Reader, found: Vec<Columns>) -> Result<Vec<EngagementRow>, StoreError> {
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.3.as_deref()))?;
    let keys = (reader.vault(), &ring);
    found.into_iter().map(|one| row(keys, one)).collect()
}

/// A page of the log of an organisation as it stands, latest day first, after the entry
/// of a day.
pub fn list(
    reader: &mut Reader,
    organisation: OrganisationId,
    after: Option<(Day, EngagementId)>,
    limit: i64,
) -> Result<Vec<EngagementRow>, StoreError> {
    let mut query = engagements::table
        .inner_join(accounts::table)
        .filter(engagements::organisation_id.eq(organisation))
        .filter(engagements::latest.eq(true))
        .into_boxed::<MultiBackend>();
    if let Some((day, id)) = after {
        let same = engagements::day.eq(day.iso()).and(engagements::id.lt(id));
        query = query.filter(engagements::day.lt(day.iso()).or(same));
    }
    let found: Vec<Columns> = query
        .order((engagements::day.desc(), engagements::id.desc()))
        .limit(limit)
        .select(columns!())
        .load(reader.connection())?;
    rows(reader, found)
}

/// Every version of an entry of an organisation, latest first; few.
pub fn versions(
    reader: &mut Reader,
    organisation: OrganisationId,
    id: EngagementId,
) -> Result<Vec<EngagementRow>, StoreError> {
    let found: Vec<Columns> = engagements::table
        .inner_join(accounts::table)
        .filter(engagements::id.eq(id))
        .filter(engagements::organisation_id.eq(organisation))
        .order(engagements::version.desc())
        .select(columns!())
        .load(reader.connection())?;
    rows(reader, found)
}

/// The entry that this press of the button made or corrected already.
pub fn pressed(
    reader: &mut Reader,
    organisation: OrganisationId,
    press: &str,
) -> Result<Option<EngagementId>, StoreError> {
    Ok(engagements::table
        .filter(engagements::organisation_id.eq(organisation))
        .filter(engagements::press.eq(press))
        .select(engagements::id)
        .first(reader.connection())
        .optional()?)
}

/// Adds an entry.
pub fn insert(
    tx: &mut Tx,
    may: &MayLog,
    press: &str,
    entry: &Entry,
) -> Result<EngagementId, StoreError> {
    let id = mint();
    let first = Correction {
        entry: entry.clone(),
        reason: String::new(),
        mistaken: false,
    };
    add(tx, may, (id, 1, press), &first)?;
    Ok(id)
}

/// Adds the version of an entry that comes after `last`.
pub fn correct(
    tx: &mut Tx,
    may: &MayLog,
    (id, last, press): (EngagementId, i32, &str),
    correction: &Correction,
) -> Result<(), StoreError> {
    let standing = engagements::table
        .find((id, last))
        .filter(engagements::organisation_id.eq(may.organisation()))
        .filter(engagements::latest.eq(true));
    let ended = diesel::update(standing)
        .set(engagements::latest.eq(false))
        .execute(tx.connection())?;
    if ended != 1 {
        return Err(StoreError::LostRace);
    }
    add(tx, may, (id, last + 1, press), correction)
}

fn add(
    tx: &mut Tx,
    may: &MayLog,
    (id, version, press): (EngagementId, i32, &str),
    said: &Correction,
) -> Result<(), StoreError> {
    let (entry, now) = (&said.entry, tx.now());
    let written = [
        &entry.place,
        &entry.theirs,
        &entry.ours,
        &entry.notes,
        &said.reason,
    ];
    let hidden = sealed_texts(tx, (may.organisation(), id, version), written)?;
    diesel::insert_into(engagements::table)
        .values((
            engagements::id.eq(id),
            engagements::version.eq(version),
            engagements::latest.eq(true),
            engagements::organisation_id.eq(may.organisation()),
            engagements::kind.eq(entry.kind),
            engagements::day.eq(entry.day.iso()),
            // The columns of former releases.
            engagements::place.eq(""),
            engagements::theirs.eq(""),
            engagements::ours.eq(""),
            engagements::notes.eq(""),
            engagements::author_id.eq(may.author()),
            engagements::written_at.eq(now),
            engagements::reason.eq(""),
            engagements::mistaken.eq(said.mistaken),
            engagements::press.eq(press),
            engagements::sealed.eq(hidden),
        ))
        .execute(tx.connection())?;
    for file in &entry.files {
        diesel::insert_into(engagement_files::table)
            .values((
                engagement_files::engagement_id.eq(id),
                engagement_files::version.eq(version),
                engagement_files::file_id.eq(*file),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}
