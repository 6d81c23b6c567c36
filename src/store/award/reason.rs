//! Why money of an award went back, and why it ended. Reasons are added, never changed.

use diesel::prelude::*;

use crate::domain::{AccountId, AwardId, DisbursementId, Moment, PostId};
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx, mint};
use crate::store::schema::{accounts, award_amendments, award_reasons, disbursements};
use crate::store::sealed_columns::{Cells, of_award};

/// A reason that was given.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ReasonRow {
    pub words: String,
    pub by: String,
    pub at: Moment,
}

/// The reasons of an award in order.
pub fn reasons(reader: &mut Reader, award: AwardId) -> Result<Vec<ReasonRow>, StoreError> {
    let found: Vec<(PostId, ReasonRow)> = award_reasons::table
        .inner_join(accounts::table)
        .filter(award_reasons::award_id.eq(award))
        .order(award_reasons::id)
        .select((
            award_reasons::id,
            (
                award_reasons::words,
                accounts::name,
                award_reasons::given_at,
            ),
        ))
        .load(reader.connection())?;
    let (ids, mut rows): (Vec<PostId>, Vec<ReasonRow>) = found.into_iter().unzip();
    let mut cells = Cells::of("award_reasons");
    for (id, row) in ids.iter().zip(&mut rows) {
        cells.add(&[id.as_str()], [("words", &mut row.words)]);
    }
    cells.open_beside(reader)?;
    Ok(rows)
}

/// Whatever staff wrote when they changed or ended these awards, or took transfers back,
/// with the instant at which they did.
pub fn whys(reader: &mut Reader, awards: &[AwardId]) -> Result<Vec<(Moment, String)>, StoreError> {
    let mut given: Vec<(PostId, Moment, String)> = award_reasons::table
        .filter(award_reasons::award_id.eq_any(awards.to_vec()))
        .select((
            award_reasons::id,
            award_reasons::given_at,
            award_reasons::words,
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("award_reasons");
    for (id, _, words) in &mut given {
        cells.add(&[id.as_str()], [("words", words)]);
    }
    cells.open(reader)?;
    let mut amended: Vec<(AwardId, i32, Moment, String)> = award_amendments::table
        .filter(award_amendments::award_id.eq_any(awards.to_vec()))
        .select((
            award_amendments::award_id,
            award_amendments::number,
            award_amendments::made_at,
            award_amendments::words,
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("award_amendments");
    for (award, number, _, words) in &mut amended {
        let number = number.to_string();
        cells.add(&[award.as_str(), number.as_str()], [("words", words)]);
    }
    cells.open(reader)?;
    let mut dropped: Vec<(DisbursementId, Option<Moment>, String)> = disbursements::table
        .filter(disbursements::award_id.eq_any(awards.to_vec()))
        .filter(disbursements::dropped_at.is_not_null())
        .select((
            disbursements::id,
            disbursements::dropped_at,
            disbursements::dropped_reason,
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("disbursements");
    for (id, _, words) in &mut dropped {
        cells.add(&[id.as_str()], [("dropped_reason", words)]);
    }
    cells.open(reader)?;
    let given = given.into_iter().map(|(_, at, words)| (at, words));
    let mut all: Vec<(Moment, String)> = given.collect();
    all.extend(amended.into_iter().map(|(_, _, at, words)| (at, words)));
    all.extend(
        dropped
            .into_iter()
            .filter_map(|(_, at, words)| Some((at?, words))),
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
    let sealed = of_award(tx, award, ("award_reasons", &[id.as_str()]))?;
    diesel::insert_into(award_reasons::table)
        .values((
            award_reasons::id.eq(id),
            award_reasons::award_id.eq(award),
            award_reasons::words.eq(sealed.seal("words", words)?),
            award_reasons::given_by.eq(by),
            award_reasons::given_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
