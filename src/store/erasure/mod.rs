//! Erasing: what goes, what stays empty, and which files are still to be removed from the
//! disk. Nothing here says why; who calls it has shown that.

mod kinds;
#[macro_use]
mod macros;
mod of_applications;
mod of_organisations;
mod waiting;

pub use kinds::{Due, dequeue, due, erase, look};

use diesel::dsl::count_star;
use diesel::prelude::*;

use self::of_applications::{
    ANSWERS, FILES, MAIL, MESSAGES, NOTES, REFEREES, REVIEWS, SEALED, STATES,
};
use self::of_organisations::{
    ENGAGEMENT, KEYS, LEAVING, MARK, NAMES, ORGANISATION, PEOPLE, UNMARK,
};
use super::conflict::StoreError;
use super::connection::{Database, Reader, Tx};
use super::schema::{doomed_files, erasures, outbox};
use super::{dialect, referee, review_version};
use crate::domain::{AccountId, ApplicationId};

/// The kind of an erasure that leaves nothing.
pub(super) const EVERYTHING: &str = "everything";

/// How much was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Erased {
    pub applications: i64,
    pub organisations: i64,
    /// Accounts that nobody signs in with any more.
    pub people: i64,
    /// Files that are to be removed from the disk, those on their way included.
    pub files: i64,
}

/// Erases everything about what purges are that were confirmed and not carried out yet:
/// keys of organisations and sealed values first, then letters, files and words.
pub fn purge(tx: &mut Tx) -> Result<Erased, StoreError> {
    run(tx, MARK)?;
    let doomed = count_doomed(tx)?;
    let erased = Erased {
        applications: count_marked(tx, "application")?,
        organisations: count_marked(tx, "organisation")?,
        people: count_marked(tx, "account")?,
        files: 0,
    };
    // They are found by addresses that open no more once the keys are gone.
    drop_letters_to_referees(tx)?;
    let groups = [
        KEYS, SEALED, MAIL, FILES, ANSWERS, NOTES, REVIEWS, MESSAGES, REFEREES, STATES,
    ];
    for group in groups
        .into_iter()
        .chain([ENGAGEMENT, NAMES, ORGANISATION, PEOPLE])
    {
        run(tx, group)?;
    }
    review_version::empty_marked(tx)?;
    run(tx, &[UNMARK])?;
    Ok(Erased {
        files: count_doomed(tx)? - doomed,
        ..erased
    })
}

/// Erases who somebody is: what they did stays told by the id of their account, which
/// nobody signs in with any more.
pub fn person(tx: &mut Tx, id: AccountId) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::delete(erasures::table.find((id.as_str(), EVERYTHING))).execute(tx.connection())?;
    diesel::insert_into(erasures::table)
        .values((
            erasures::subject_id.eq(id.as_str()),
            erasures::kind.eq(EVERYTHING),
            erasures::subject.eq("account"),
            erasures::running.eq(true),
            erasures::erased_at.eq(now),
        ))
        .execute(tx.connection())?;
    run(tx, LEAVING)?;
    run(tx, PEOPLE)?;
    run(tx, &[UNMARK])
}

/// Applications whose referees are looked up at once.
const SOME: usize = 1_000;

fn drop_letters_to_referees(tx: &mut Tx) -> Result<(), StoreError> {
    let marked: Vec<ApplicationId> = erasures::table
        .filter(erasures::running.eq(true))
        .filter(erasures::subject.eq("application"))
        .select(erasures::subject_id)
        .load(tx.connection())?;
    for some in marked.chunks(SOME) {
        let addresses = referee::addresses(tx, some)?;
        diesel::delete(outbox::table.filter(outbox::recipient.eq_any(addresses)))
            .execute(tx.connection())?;
    }
    Ok(())
}

fn run(tx: &mut Tx, statements: &[&str]) -> Result<(), StoreError> {
    for words in statements {
        diesel::sql_query(*words).execute(tx.connection())?;
    }
    Ok(())
}

fn count_marked(reader: &mut Reader, subject: &str) -> Result<i64, StoreError> {
    Ok(erasures::table
        .filter(erasures::running.eq(true))
        .filter(erasures::subject.eq(subject))
        .select(count_star())
        .first(reader.connection())?)
}

fn count_doomed(reader: &mut Reader) -> Result<i64, StoreError> {
    Ok(doomed_files::table
        .select(count_star())
        .first(reader.connection())?)
}

/// Some of the files that are still to be removed, each with whether it was still on its way.
pub fn doomed(reader: &mut Reader, limit: i64) -> Result<Vec<(String, bool)>, StoreError> {
    Ok(doomed_files::table
        .order(doomed_files::name)
        .limit(limit)
        .select((doomed_files::name, doomed_files::unfinished))
        .load(reader.connection())?)
}

/// Forgets files that were removed.
pub fn forget_doomed(tx: &mut Tx, names: &[String]) -> Result<(), StoreError> {
    diesel::delete(doomed_files::table.filter(doomed_files::name.eq_any(names.to_vec())))
        .execute(tx.connection())?;
    Ok(())
}

/// Rewrites the database, so that the bytes of what was erased stand in none of its files;
/// false where somebody still read an older state: then it has to be done again. Without
/// `whole`, PostgreSQL frees them alone.
pub fn scrub(database: &Database, whole: bool) -> Result<bool, StoreError> {
    database.raw(|connection| Ok(dialect::scrub(connection, whole)?))
}
