//! Erasing what has had its time, kind by kind.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::of_applications::{ANSWERS, FILES, MESSAGES, NOTES, REFEREES, REVIEWS, SEALED, STATES};
use super::of_organisations::{
    ALONG, ENTRIES, HITS, INCIDENTS, LEAVING, LETTERS, MEMBERS, NAMES, PEOPLE, UNMARK,
};
use super::run;
use super::waiting;
use crate::domain::moment::Day;
use crate::domain::retention::Kind;
use crate::domain::{AccountId, Moment};
use crate::store::conflict::StoreError;
use crate::store::connection::{AnyConnection, Reader, Tx};
use crate::store::review_version;
use crate::store::schema::{erasures, retention_waiting};

/// Something that has had its time.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Due {
    #[diesel(sql_type = Text)]
    pub subject_id: String,
    /// The application or the organisation that it belongs to; empty where it belongs to
    /// neither.
    #[diesel(sql_type = Text)]
    pub owner_id: String,
}

/// Up to 500 of a kind that were found to have had their time before an instant, have it
/// still and are not kept on a day, the longest waiting first.
pub fn due(
    reader: &mut Reader,
    kind: Kind,
    before: Moment,
    day: Day,
) -> Result<Vec<Due>, StoreError> {
    let (words, before, day) = (waiting::due(kind), before.micros(), day.iso());
    Ok(match reader.connection() {
        AnyConnection::Sqlite(connection) => diesel::sql_query(words)
            .bind::<BigInt, _>(before)
            .bind::<Text, _>(day)
            .load(connection)?,
        AnyConnection::Postgres(connection) => diesel::sql_query(words)
            .bind::<BigInt, _>(before)
            .bind::<Text, _>(day)
            .load(connection)?,
    })
}

/// Lets those that [`due`] looked at wait no longer; answers how many there were.
pub fn dequeue(tx: &mut Tx, kind: Kind, before: Moment, day: Day) -> Result<usize, StoreError> {
    let (words, before, day) = (waiting::dequeue(kind), before.micros(), day.iso());
    Ok(match tx.connection() {
        AnyConnection::Sqlite(connection) => diesel::sql_query(words)
            .bind::<BigInt, _>(before)
            .bind::<Text, _>(day)
            .execute(connection)?,
        AnyConnection::Postgres(connection) => diesel::sql_query(words)
            .bind::<BigInt, _>(before)
            .bind::<Text, _>(day)
            .execute(connection)?,
    })
}

#[derive(QueryableByName)]
struct End {
    #[diesel(sql_type = Text)]
    last_id: String,
}

fn page_end(
    reader: &mut Reader,
    kind: Kind,
    (after, most): (&str, usize),
) -> Result<Option<String>, StoreError> {
    let (words, after) = (waiting::page_end(kind, most), after.to_owned());
    let end: End = match reader.connection() {
        AnyConnection::Sqlite(connection) => diesel::sql_query(words)
            .bind::<Text, _>(after)
            .get_result(connection)?,
        AnyConnection::Postgres(connection) => diesel::sql_query(words)
            .bind::<Text, _>(after)
            .get_result(connection)?,
    };
    Ok(Some(end.last_id).filter(|last| !last.is_empty()))
}

/// Looks at so many of a kind behind an id, and lets those wait whose time began before an
/// instant, and no others of these. Answers the last of them, by which the next look goes
/// on; nothing when there are no more.
pub fn look(
    tx: &mut Tx,
    kind: Kind,
    (after, most): (&str, usize),
    before: Moment,
) -> Result<Option<String>, StoreError> {
    let behind = retention_waiting::table
        .filter(retention_waiting::kind.eq(kind))
        .filter(retention_waiting::subject_id.gt(after.to_owned()));
    let Some(last) = page_end(tx, kind, (after, most))? else {
        diesel::delete(behind).execute(tx.connection())?;
        return Ok(None);
    };
    let these = behind.filter(retention_waiting::subject_id.le(last.clone()));
    diesel::delete(these).execute(tx.connection())?;
    let (words, before) = (waiting::enqueue(kind), before.micros());
    let (after, until) = (after.to_owned(), last.clone());
    match tx.connection() {
        AnyConnection::Sqlite(connection) => diesel::sql_query(words)
            .bind::<Text, _>(after)
            .bind::<Text, _>(until)
            .bind::<BigInt, _>(before)
            .execute(connection)?,
        AnyConnection::Postgres(connection) => diesel::sql_query(words)
            .bind::<Text, _>(after)
            .bind::<Text, _>(until)
            .bind::<BigInt, _>(before)
            .execute(connection)?,
    };
    Ok(Some(last))
}

/// What stands in a mark for what contents of a kind belong to.
fn subject(kind: Kind) -> &'static str {
    match kind {
        Kind::Declined
        | Kind::Drafts
        | Kind::Awards
        | Kind::Reviews
        | Kind::Messages
        | Kind::Referees
        | Kind::Files => "application",
        Kind::Engagement => "entry",
        Kind::Incidents => "incident",
        Kind::Hits => "hit",
        Kind::Mail => "letter",
        Kind::Organisations => "organisation",
        Kind::Accounts => "account",
    }
}

/// What is done to each kind.
fn groups(kind: Kind) -> &'static [&'static [&'static str]] {
    match kind {
        Kind::Declined => &[FILES, ANSWERS, NOTES, REVIEWS, MESSAGES, REFEREES],
        Kind::Drafts => &[FILES, ANSWERS, STATES],
        Kind::Awards => &[SEALED, FILES, ANSWERS, NOTES, REVIEWS, MESSAGES, REFEREES],
        Kind::Reviews => &[REVIEWS],
        Kind::Messages => &[MESSAGES],
        Kind::Referees => &[REFEREES],
        Kind::Files => &[FILES],
        Kind::Engagement => &[ENTRIES],
        Kind::Incidents => &[INCIDENTS],
        Kind::Hits => &[HITS],
        Kind::Mail => &[LETTERS],
        Kind::Organisations => &[ALONG, ENTRIES, INCIDENTS, NAMES, LEAVING, PEOPLE, MEMBERS],
        Kind::Accounts => &[PEOPLE],
    }
}

/// Erases what is due of a kind; answers the people who went along with organisations.
pub fn erase(tx: &mut Tx, kind: Kind, due: &[Due]) -> Result<Vec<AccountId>, StoreError> {
    let now = tx.now();
    for one in due {
        diesel::insert_into(erasures::table)
            .values((
                erasures::subject_id.eq(&one.subject_id),
                erasures::kind.eq(kind.code()),
                erasures::subject.eq(subject(kind)),
                erasures::running.eq(true),
                erasures::erased_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    for group in groups(kind) {
        run(tx, group)?;
    }
    if groups(kind).contains(&REVIEWS) {
        review_version::empty_marked(tx)?;
    }
    let along = along(tx, kind)?;
    run(tx, &[UNMARK])?;
    Ok(along)
}

/// The people who are being erased along with organisations.
fn along(reader: &mut Reader, kind: Kind) -> Result<Vec<AccountId>, StoreError> {
    if kind != Kind::Organisations {
        return Ok(Vec::new());
    }
    Ok(erasures::table
        .filter(erasures::running.eq(true))
        .filter(erasures::subject.eq("account"))
        .order(erasures::subject_id)
        .select(erasures::subject_id)
        .load(reader.connection())?)
}
