//! Amendments. They are added and agreed to, never changed.

use diesel::prelude::*;

use super::once;
use crate::domain::award::AmendmentKind;
use crate::domain::moment::Day;
use crate::domain::{AwardId, Moment};
use crate::policy::award::{MayActOnAward, MayRun};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx};
use crate::store::schema::{accounts, award_amendments};
use crate::store::sealed_columns::{Cells, legible_award, of_award};

/// A change of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = award_amendments, check_for_backend(MultiBackend))]
pub struct AmendmentRow {
    pub number: i32,
    pub kind: AmendmentKind,
    /// New terms, or why there is more time.
    pub words: String,
    /// Only of an extension.
    pub ends_after: Option<Day>,
    pub made_at: Moment,
    pub agreed_at: Option<Moment>,
    /// When staff took it back, before it was agreed to.
    pub dropped_at: Option<Moment>,
    #[diesel(select_expression = accounts::name)]
    pub made_by: String,
}

impl AmendmentRow {
    /// Whether the organisation's answer is waited for.
    pub fn waits(&self) -> bool {
        self.kind == AmendmentKind::Terms && self.agreed_at.is_none() && self.dropped_at.is_none()
    }
}

/// The amendments of an award in order.
pub fn amendments(reader: &mut Reader, award: AwardId) -> Result<Vec<AmendmentRow>, StoreError> {
    let mut rows: Vec<AmendmentRow> = award_amendments::table
        .inner_join(accounts::table)
        .filter(award_amendments::award_id.eq(award))
        .order(award_amendments::number)
        .select(AmendmentRow::as_select())
        .load(reader.connection())?;
    let mut cells = Cells::of("award_amendments");
    for row in &mut rows {
        let number = row.number.to_string();
        let ids = [award.as_str(), number.as_str()];
        cells.add(&ids, [("words", &mut row.words)]);
    }
    cells.open_beside(reader)?;
    Ok(rows)
}

/// Adds an amendment; `ends` are the old and the new end of an extension.
pub fn amend(
    tx: &mut Tx,
    may: &MayRun,
    (number, kind, words): (i32, AmendmentKind, &str),
    ends: Option<(Day, Day)>,
) -> Result<(), StoreError> {
    let (now, award, place) = (tx.now(), may.award(), number.to_string());
    let ids = [award.as_str(), place.as_str()];
    let sealed = of_award(tx, award, ("award_amendments", &ids))?;
    diesel::insert_into(award_amendments::table)
        .values((
            award_amendments::award_id.eq(award),
            award_amendments::number.eq(number),
            award_amendments::kind.eq(kind),
            award_amendments::words.eq(sealed.seal("words", words)?),
            award_amendments::ends_before.eq(ends.map(|(before, _)| before.iso())),
            award_amendments::ends_after.eq(ends.map(|(_, after)| after.iso())),
            award_amendments::made_by.eq(may.by()),
            award_amendments::made_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that the organisation agrees.
pub fn agree_amendment(tx: &mut Tx, may: &MayActOnAward, number: i32) -> Result<(), StoreError> {
    legible_award(tx, may.award())?;
    let now = tx.now();
    let row = award_amendments::table.find((may.award(), number));
    let open = row
        .filter(award_amendments::agreed_at.is_null())
        .filter(award_amendments::dropped_at.is_null());
    let done = diesel::update(open)
        .set((
            award_amendments::agreed_by.eq(may.by()),
            award_amendments::agreed_at.eq(now),
        ))
        .execute(tx.connection())?;
    once(done)
}

/// Notes that staff take back what the organisation has not agreed to.
pub fn drop_amendment(tx: &mut Tx, may: &MayRun, number: i32) -> Result<(), StoreError> {
    let now = tx.now();
    let row = award_amendments::table.find((may.award(), number));
    let open = row
        .filter(award_amendments::agreed_at.is_null())
        .filter(award_amendments::dropped_at.is_null());
    let done = diesel::update(open)
        .set((
            award_amendments::dropped_by.eq(may.by()),
            award_amendments::dropped_at.eq(now),
        ))
        .execute(tx.connection())?;
    once(done)
}
