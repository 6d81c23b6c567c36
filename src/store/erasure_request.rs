//! Requests for erasure: who asked about whom, and what was answered.

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::erasure::EVERYTHING;
use super::schema::{applications, awards, disbursements, erasure_requests, erasures, memberships};
use super::sealed_words::{self, REQUESTS};
use super::vault::{Vault, VaultError};
use crate::domain::erasure_request::{Answer, Whose};
use crate::domain::member::MemberRole;
use crate::domain::{AccountId, ErasureRequestId, Moment, OrganisationId};
use crate::policy::erasure_request::{MayAnswerErasure, MayAskErasure};

diesel::alias!(erasure_requests as later_requests: LaterRequests);

/// A request as it is kept.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = erasure_requests, check_for_backend(MultiBackend))]
pub struct RequestRow {
    pub id: ErasureRequestId,
    subject: String,
    subject_id: String,
    pub asked_by: AccountId,
    pub asked_at: Moment,
    /// Nothing until it is answered.
    pub granted: Option<bool>,
    pub reason: String,
    sealed: Option<String>,
    pub answered_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

impl RequestRow {
    /// About whom it is.
    pub fn whose(&self) -> Result<Whose, StoreError> {
        let whose = Whose::from_code(&self.subject, &self.subject_id);
        whose.ok_or_else(|| StoreError::Damaged(format!("a request about no {}", self.subject)))
    }

    fn opened(mut self, vault: &Vault) -> Result<Self, VaultError> {
        let kept = (self.sealed.as_deref(), std::mem::take(&mut self.reason));
        self.reason = sealed_words::open(vault, (REQUESTS, self.id.as_str()), kept)?;
        Ok(self)
    }

    /// Whether nobody has answered it or taken it back.
    pub fn waits(&self) -> bool {
        self.answered_at.is_none() && self.withdrawn_at.is_none()
    }
}

/// The last request about somebody.
pub fn latest(reader: &mut Reader, whose: Whose) -> Result<Option<RequestRow>, StoreError> {
    let row: Option<RequestRow> = erasure_requests::table
        .filter(erasure_requests::subject_id.eq(whose.id()))
        .order(erasure_requests::id.desc())
        .select(RequestRow::as_select())
        .first(reader.connection())
        .optional()?;
    Ok(row.map(|row| row.opened(reader.vault())).transpose()?)
}

/// The request of an id.
pub fn by_id(reader: &mut Reader, id: ErasureRequestId) -> Result<Option<RequestRow>, StoreError> {
    let row: Option<RequestRow> = erasure_requests::table
        .find(id)
        .select(RequestRow::as_select())
        .first(reader.connection())
        .optional()?;
    Ok(row.map(|row| row.opened(reader.vault())).transpose()?)
}

/// Requests that wait, the oldest first, up to `limit`.
pub fn waiting(reader: &mut Reader, limit: i64) -> Result<Vec<RequestRow>, StoreError> {
    Ok(erasure_requests::table
        .filter(erasure_requests::answered_at.is_null())
        .filter(erasure_requests::withdrawn_at.is_null())
        .order(erasure_requests::id)
        .limit(limit)
        .select(RequestRow::as_select())
        .load(reader.connection())?)
}

/// The last requests of organisations that were granted while nothing is erased, the
/// oldest first, up to `limit`.
pub fn unfulfilled(reader: &mut Reader, limit: i64) -> Result<Vec<RequestRow>, StoreError> {
    let later = later_requests
        .filter(
            later_requests
                .field(erasure_requests::subject_id)
                .eq(erasure_requests::subject_id),
        )
        .filter(
            later_requests
                .field(erasure_requests::id)
                .gt(erasure_requests::id),
        );
    let gone = erasures::table
        .filter(erasures::subject_id.eq(erasure_requests::subject_id))
        .filter(erasures::kind.eq(EVERYTHING));
    Ok(erasure_requests::table
        .filter(erasure_requests::granted.eq(true))
        .filter(erasure_requests::subject.eq("organisation"))
        .filter(not(exists(later)))
        .filter(not(exists(gone)))
        .order(erasure_requests::id)
        .limit(limit)
        .select(RequestRow::as_select())
        .load(reader.connection())?)
}

/// How many transfers to an organisation were paid.
pub fn paid(reader: &mut Reader, organisation: OrganisationId) -> Result<i64, StoreError> {
    Ok(applications::table
        .inner_join(awards::table.inner_join(disbursements::table))
        .filter(applications::organisation_id.eq(organisation))
        .filter(disbursements::paid_on.is_not_null())
        .select(count_star())
        .first(reader.connection())?)
}

/// Whether somebody alone answers for an organisation that has other people.
pub fn answers_alone(reader: &mut Reader, account: AccountId) -> Result<bool, StoreError> {
    let own = memberships::table
        .filter(memberships::account_id.eq(account))
        .filter(memberships::role.eq(MemberRole::Owner))
        .select(memberships::organisation_id);
    let own: Vec<OrganisationId> = own.load(reader.connection())?;
    let others: Vec<(OrganisationId, MemberRole)> = memberships::table
        .filter(memberships::organisation_id.eq_any(own.clone()))
        .filter(memberships::account_id.ne(account))
        .select((memberships::organisation_id, memberships::role))
        .load(reader.connection())?;
    Ok(own.iter().any(|id| {
        let mut theirs = others.iter().filter(|(of, _)| of == id).peekable();
        theirs.peek().is_some() && theirs.all(|(_, role)| *role != MemberRole::Owner)
    }))
}

/// Adds the capability's request.
pub fn insert(tx: &mut Tx, may: &MayAskErasure) -> Result<ErasureRequestId, StoreError> {
    let (id, now): (ErasureRequestId, _) = (mint(), tx.now());
    let whose = may.whose();
    diesel::insert_into(erasure_requests::table)
        .values((
            erasure_requests::id.eq(id),
            erasure_requests::subject.eq(whose.code()),
            erasure_requests::subject_id.eq(whose.id()),
            erasure_requests::asked_by.eq(may.by()),
            erasure_requests::asked_at.eq(now),
            erasure_requests::reason.eq(""),
            erasure_requests::sealed.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Notes the answer to the capability's request.
pub fn answer(tx: &mut Tx, may: &MayAnswerErasure, answer: &Answer) -> Result<(), StoreError> {
    let (id, now) = (may.request(), tx.now());
    let sealed = sealed_words::seal(tx.vault(), (REQUESTS, id.as_str()), &answer.reason)?;
    diesel::update(erasure_requests::table.find(id))
        .set((
            erasure_requests::granted.eq(answer.granted),
            erasure_requests::reason.eq(""),
            erasure_requests::sealed.eq(sealed),
            erasure_requests::answered_by.eq(may.by()),
            erasure_requests::answered_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes back what waits about somebody.
pub fn take_back(tx: &mut Tx, whose: Whose) -> Result<usize, StoreError> {
    let now = tx.now();
    let waiting = erasure_requests::table
        .filter(erasure_requests::subject_id.eq(whose.id()))
        .filter(erasure_requests::answered_at.is_null())
        .filter(erasure_requests::withdrawn_at.is_null());
    Ok(diesel::update(waiting)
        .set(erasure_requests::withdrawn_at.eq(now))
        .execute(tx.connection())?)
}
