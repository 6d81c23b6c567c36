//! Erasing what has had its time, kind by kind.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::of_applications::{ANSWERS, FILES, MESSAGES, NOTES, REFEREES, REVIEWS, SEALED, STATES};
use super::of_organisations::{ENTRIES, HITS, INCIDENTS, LETTERS, PEOPLE, UNMARK};
use super::run;
use super::waiting::query;
use crate::domain::Moment;
use crate::domain::moment::Day;
use crate::domain::retention::Kind;
use crate::store::conflict::StoreError;
use crate::store::connection::{AnyConnection, Reader, Tx};
use crate::store::review_version;
use crate::store::schema::erasures;

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

/// Up to 500 of a kind whose time began before an instant and which nobody keeps until a
/// day, the longest waiting first.
pub fn due(
    reader: &mut Reader,
    kind: Kind,
    before: Moment,
    day: Day,
) -> Result<Vec<Due>, StoreError> {
    let (words, before, day) = (query(kind), before.micros(), day.iso());
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
        Kind::Accounts => &[PEOPLE],
    }
}

/// Erases what is due of a kind.
pub fn erase(tx: &mut Tx, kind: Kind, due: &[Due]) -> Result<(), StoreError> {
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
    run(tx, &[UNMARK])
}
