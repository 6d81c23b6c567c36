//! Why money of an award went back, and why it ended. Reasons are added, never changed.

use diesel::prelude::*;

use crate::domain::{AccountId, AwardId, Moment, PostId};
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx, mint};
use crate::store::schema::{accounts, award_amendments, award_reasons, disbursements};

/// A reason that was given.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ReasonRow {
    pub words: String,
    pub by: String,
    pub at: Moment,
}

/// The reasons of an award in order.
pub fn reasons(reader: &mut Reader, award: AwardId) -> Result<Vec<ReasonRow>, StoreError> {
    Ok(award_reasons::table
        .inner_join(accounts::table)
        .filter(award_reasons::award_id.eq(award))
        .order(award_reasons::id)
        .select((
            award_reasons::words,
            accounts::name,
            award_reasons::given_at,
        ))
        .load(reader.connection())?)
}

/// Whatever staff wrote when they changed or ended these awards, or took transfers back,
/// with the instant at which they did.
pub fn whys(reader: &mut Reader, awards: &[AwardId]) -> Result<Vec<(Moment, String)>, StoreError> {
    let mut all: Vec<(Moment, String)> = award_reasons::table
        .filter(award_reasons::award_id.eq_any(awards.to_vec()))
        .select((award_reasons::given_at, award_reasons::words))
        .load(reader.connection())?;
    let amended: Vec<(Moment, String)> = award_amendments::table
        .filter(award_amendments::award_id.eq_any(awards.to_vec()))
        .select((award_amendments::made_at, award_amendments::words))
        .load(reader.connection())?;
    let dropped: Vec<(Option<Moment>, String)> = disbursements::table
        .filter(disbursements::award_id.eq_any(awards.to_vec()))
        .filter(disbursements::dropped_at.is_not_null())
        .select((disbursements::dropped_at, disbursements::dropped_reason))
        .load(reader.connection())?;
    all.extend(amended);
    all.extend(
        dropped
            .into_iter()
            .filter_map(|(at, words)| Some((at?, words))),
    );
    Ok(all)
}

/// Keeps a reason beside those that were given before; none where nothing was written.
pub(super) fn add_reason(
    tx: &mut Tx,
    (award, by): (AwardId, AccountId),
    words: &str,
) -> Result<(), StoreError> {
    if words.is_empty() {
        return Ok(());
    }
    // Any id type serves to mint: nothing refers to a reason.
    let (id, now): (PostId, _) = (mint(), tx.now());
    diesel::insert_into(award_reasons::table)
        .values((
            award_reasons::id.eq(id),
            award_reasons::award_id.eq(award),
            award_reasons::words.eq(words),
            award_reasons::given_by.eq(by),
            award_reasons::given_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
