//! Referees: who was asked about an application, and what they answered in confidence.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::envelope::{Ring, SealedBatch, waiting};
use super::schema::{accounts, referees};
use super::sealed_answers::{Keys, key_of};
use super::sealed_texts::{opened, sealed};
use super::vault::Place;
use crate::domain::referee::{Advice, NewReferee, RefereeState};
use crate::domain::{ApplicationId, Language, Moment, RefereeId};
use crate::policy::referee::{MayAskReferee, MayMoveReferee};

/// Referees of one application that are listed at most.
const MOST: i64 = 50;

/// A referee, with the name of who asked.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub asked_by: String,
}

/// A referee as it is kept. Name, address and answer are sealed; their columns are of
/// former releases.
#[derive(Queryable, Selectable)]
#[diesel(table_name = referees, check_for_backend(MultiBackend))]
struct Kept {
    id: RefereeId,
    application_id: ApplicationId,
    name: String,
    email: String,
    language: Language,
    asked_at: Moment,
    expires_at: Moment,
    state: RefereeState,
    advice: Option<Advice>,
    answer: String,
    answered_at: Option<Moment>,
    sealed: Option<String>,
    #[diesel(select_expression = accounts::name)]
    asked_by: String,
}

impl Kept {
    fn open(self, keys: Keys) -> Result<RefereeRow, StoreError> {
        let ids = [self.application_id.as_str(), self.id.as_str()];
        let kept = (self.sealed.as_deref(), [self.name, self.email, self.answer]);
        let [name, email, answer] = opened(kept, keys, &place(&ids))?;
        Ok(RefereeRow {
            id: self.id,
            application_id: self.application_id,
            name,
            email,
            language: self.language,
            asked_at: self.asked_at,
            expires_at: self.expires_at,
            state: self.state,
            advice: self.advice,
            answer,
            answered_at: self.answered_at,
            asked_by: self.asked_by,
        })
    }
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "referees",
        ids,
    }
}

fn open(reader: &mut Reader, found: Vec<Kept>) -> Result<Vec<RefereeRow>, StoreError> {
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.sealed.as_deref()))?;
    let keys = (reader.vault(), &ring);
    found.into_iter().map(|one| one.open(keys)).collect()
}

/// Seals name, address and answer of a referee.
fn seal(
    tx: &mut Tx,
    (application, id): (ApplicationId, RefereeId),
    texts: [&str; 3],
) -> Result<String, StoreError> {
    let key = key_of(tx, application)?;
    let ids = [application.as_str(), id.as_str()];
    sealed(&key, &place(&ids), &texts)
}

/// Addresses of the referees about these applications; without those whose key is not there,
/// so that erasing needs no key.
pub(super) fn addresses(
    reader: &mut Reader,
    applications: &[ApplicationId],
) -> Result<Vec<String>, StoreError> {
    let found: Vec<Kept> = referees::table
        .inner_join(accounts::table)
        .filter(referees::application_id.eq_any(applications.to_vec()))
        .select(Kept::as_select())
        .load(reader.connection())?;
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.sealed.as_deref()))?;
    let keys = (reader.vault(), &ring);
    let mut addresses = Vec::new();
    for one in found {
        match one.open(keys) {
            Ok(row) => addresses.push(row.email),
            Err(StoreError::Sealed(problem)) => {
                tracing::warn!(%problem, "letters to a referee can’t be found");
            }
            Err(other) => return Err(other),
        }
    }
    addresses.retain(|address| !address.is_empty());
    Ok(addresses)
}

/// The referees of an application within the caller's reach, in the order of asking.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<RefereeRow>, StoreError> {
    let found: Vec<Kept> = referees::table
        .inner_join(accounts::table)
        .filter(referees::application_id.eq(application))
        .order(referees::id)
        .limit(MOST)
        .select(Kept::as_select())
        .load(reader.connection())?;
    open(reader, found)
}

/// The question of a link's token while it can be answered.
pub fn usable(
    reader: &mut Reader,
    token_hash: &str,
    now: Moment,
) -> Result<Option<RefereeRow>, StoreError> {
    let found: Option<Kept> = referees::table
        .inner_join(accounts::table)
        .filter(referees::token_hash.eq(token_hash))
        .filter(referees::state.eq(RefereeState::Asked))
        .filter(referees::expires_at.gt(now))
        .select(Kept::as_select())
        .first(reader.connection())
        .optional()?;
    Ok(open(reader, found.into_iter().collect())?.pop())
}

/// Keeps a question about the capability's application.
pub fn insert(
    tx: &mut Tx,
    may: &MayAskReferee,
    (token_hash, expires_at): (&str, Moment),
    new: &NewReferee,
) -> Result<RefereeId, StoreError> {
    let (id, now): (RefereeId, _) = (mint(), tx.now());
    let texts = [new.name.as_str(), new.email.as_str(), ""];
    let hidden = seal(tx, (may.application(), id), texts)?;
    diesel::insert_into(referees::table)
        .values((
            referees::id.eq(id),
            referees::application_id.eq(may.application()),
            referees::name.eq(""),
            referees::email.eq(""),
            referees::language.eq(new.language),
            referees::token_hash.eq(token_hash),
            referees::asked_by.eq(may.by()),
            referees::asked_at.eq(now),
            referees::expires_at.eq(expires_at),
            referees::state.eq(RefereeState::Asked),
            referees::answer.eq(""),
            referees::sealed.eq(hidden),
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
    let asked: Vec<Kept> = referees::table
        .inner_join(accounts::table)
        .filter(referees::id.eq(may.referee()))
        .select(Kept::as_select())
        .load(tx.connection())?;
    let asked = open(tx, asked)?.pop().ok_or(StoreError::LostRace)?;
    let texts = [asked.name.as_str(), asked.email.as_str(), answer];
    let hidden = seal(tx, (asked.application_id, asked.id), texts)?;
    let standing = referees::table
        .find(may.referee())
        .filter(referees::state.eq(RefereeState::Asked));
    let done = diesel::update(standing)
        .set((
            referees::state.eq(RefereeState::Answered),
            referees::advice.eq(advice),
            referees::name.eq(""),
            referees::email.eq(""),
            referees::sealed.eq(hidden),
            referees::answered_at.eq(now),
        ))
        .execute(tx.connection())?;
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}

/// Seals up to 100 referees behind this one that lie in clear.
pub fn referees_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<RefereeId> = waiting!(tx, referees, id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let found: Vec<Kept> = referees::table
        .inner_join(accounts::table)
        .filter(referees::id.eq_any(ids))
        .select(Kept::as_select())
        .load(tx.connection())?;
    for one in found {
        let texts = [&*one.name, &*one.email, &*one.answer];
        let made = seal(tx, (one.application_id, one.id), texts);
        let Some(hidden) = batch.counted(made)? else {
            continue;
        };
        diesel::update(referees::table.find(one.id))
            .set((
                referees::sealed.eq(hidden),
                referees::name.eq(""),
                referees::email.eq(""),
                referees::answer.eq(""),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}
