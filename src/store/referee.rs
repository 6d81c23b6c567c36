//! Referees: who was asked about an application, and what they answered in confidence.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{accounts, referees};
use crate::domain::referee::{Advice, NewReferee, RefereeState};
use crate::domain::{ApplicationId, Language, Moment, RefereeId};
use crate::policy::referee::{MayAskReferee, MayMoveReferee};

/// Referees of one application that are listed at most.
const MOST: i64 = 50;

/// A referee, with the name of who asked.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = referees, check_for_backend(MultiBackend))]
pub struct RefereeRow {
    pub id: RefereeId,
    pub application_id: ApplicationId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub asked_at: Moment,
    pub expires_at: Moment,
    pub state: RefereeState,
    pub advice: Option<Advice>,
    /// Empty until it came.
    pub answer: String,
    pub answered_at: Option<Moment>,
    #[diesel(select_expression = accounts::name)]
    pub asked_by: String,
}

/// The referees of an application within the caller's reach, in the order of asking.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<RefereeRow>, StoreError> {
    Ok(referees::table
        .inner_join(accounts::table)
        .filter(referees::application_id.eq(application))
        .order(referees::id)
        .limit(MOST)
        .select(RefereeRow::as_select())
        .load(reader.connection())?)
}

/// The question of a link's token while it can be answered.
pub fn usable(
    reader: &mut Reader,
    token_hash: &str,
    now: Moment,
) -> Result<Option<RefereeRow>, StoreError> {
    Ok(referees::table
        .inner_join(accounts::table)
        .filter(referees::token_hash.eq(token_hash))
        .filter(referees::state.eq(RefereeState::Asked))
        .filter(referees::expires_at.gt(now))
        .select(RefereeRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Keeps a question about the capability's application.
pub fn insert(
    tx: &mut Tx,
    may: &MayAskReferee,
    (token_hash, expires_at): (&str, Moment),
    new: &NewReferee,
) -> Result<RefereeId, StoreError> {
    let (id, now): (RefereeId, _) = (mint(), tx.now());
    diesel::insert_into(referees::table)
        .values((
            referees::id.eq(id),
            referees::application_id.eq(may.application()),
            referees::name.eq(&new.name),
            referees::email.eq(new.email.as_str()),
            referees::language.eq(new.language),
            referees::token_hash.eq(token_hash),
            referees::asked_by.eq(may.by()),
            referees::asked_at.eq(now),
            referees::expires_at.eq(expires_at),
            referees::state.eq(RefereeState::Asked),
            referees::answer.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Gives the capability's question another link; the former one is dead.
pub fn renew(
    tx: &mut Tx,
    may: &MayMoveReferee,
    (token_hash, expires_at): (&str, Moment),
) -> Result<(), StoreError> {
    let open = referees::table
        .find(may.referee())
        .filter(referees::state.eq(RefereeState::Asked));
    diesel::update(open)
        .set((
            referees::token_hash.eq(token_hash),
            referees::expires_at.eq(expires_at),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes the capability's question back.
pub fn withdraw(tx: &mut Tx, may: &MayMoveReferee) -> Result<(), StoreError> {
    let open = referees::table
        .find(may.referee())
        .filter(referees::state.eq(RefereeState::Asked));
    diesel::update(open)
        .set(referees::state.eq(RefereeState::Withdrawn))
        .execute(tx.connection())?;
    Ok(())
}

/// Keeps the answer to the capability's question.
pub fn answer(
    tx: &mut Tx,
    may: &MayMoveReferee,
    (advice, answer): (Advice, &str),
) -> Result<(), StoreError> {
    let now = tx.now();
    let open = referees::table
        .find(may.referee())
        .filter(referees::state.eq(RefereeState::Asked));
    let done = diesel::update(open)
        .set((
            referees::state.eq(RefereeState::Answered),
            referees::advice.eq(advice),
            referees::answer.eq(answer),
            referees::answered_at.eq(now),
        ))
        .execute(tx.connection())?;
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}
