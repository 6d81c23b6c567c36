//! Reports as they were sent. Each is written once; afterwards only how it was judged is
//! noted.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::{AccountId, AwardId, Moment};
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::schema::{award_report_versions as versions, award_reports};
use crate::store::sealed_columns::{Cells, SealedRow, of_award};

/// A report as it was sent once.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct SentReport {
    pub words: String,
    /// Spent so far, in minor units of the award's currency.
    pub spent_minor: Option<i64>,
    pub sent_at: Moment,
    /// What staff asked to be mended of it; empty for nothing.
    pub note: String,
}

/// Whatever was sent as a report of an award, the last first.
pub fn sent_reports(
    reader: &mut Reader,
    award: AwardId,
    position: i32,
) -> Result<Vec<SentReport>, StoreError> {
    let found: Vec<(i32, SentReport)> = versions::table
        .filter(versions::award_id.eq(award))
        .filter(versions::position.eq(position))
        .order(versions::number.desc())
        .select((
            versions::number,
            (
                versions::words,
                versions::spent_minor,
                versions::sent_at,
                versions::note,
            ),
        ))
        .load(reader.connection())?;
    let position = position.to_string();
    let (numbers, mut reports): (Vec<i32>, Vec<SentReport>) = found.into_iter().unzip();
    let mut cells = Cells::of("award_report_versions");
    for (number, report) in numbers.iter().zip(&mut reports) {
        let number = number.to_string();
        let ids = [award.as_str(), position.as_str(), number.as_str()];
        let texts = [("words", &mut report.words), ("note", &mut report.note)];
        cells.add(&ids, texts);
    }
    cells.open(reader)?;
    Ok(reports)
}

/// A version whose words are being sealed.
fn row_of(
    tx: &mut Tx,
    (award, position, number): (AwardId, i32, i32),
) -> Result<SealedRow, StoreError> {
    let (position, number) = (position.to_string(), number.to_string());
    let ids = [award.as_str(), position.as_str(), number.as_str()];
    of_award(tx, award, ("award_report_versions", &ids))
}

/// Keeps what is sent now beside what was sent before.
pub(super) fn keep_sent(
    tx: &mut Tx,
    (award, position): (AwardId, i32),
    by: AccountId,
) -> Result<(), StoreError> {
    let now = tx.now();
    let (mut words, spent): (String, Option<i64>) = award_reports::table
        .find((award, position))
        .select((award_reports::words, award_reports::spent_minor))
        .first(tx.connection())?;
    let before: i64 = versions::table
        .filter(versions::award_id.eq(award))
        .filter(versions::position.eq(position))
        .select(count_star())
        .first(tx.connection())?;
    let number = i32::try_from(before).unwrap_or(i32::MAX).saturating_add(1);
    let (kept, mut cells) = (position.to_string(), Cells::of("award_reports"));
    cells.add(&[award.as_str(), kept.as_str()], [("words", &mut words)]);
    cells.open(tx)?;
    let sealed = row_of(tx, (award, position, number))?;
    diesel::insert_into(versions::table)
        .values((
            versions::award_id.eq(award),
            versions::position.eq(position),
            versions::number.eq(number),
            versions::words.eq(sealed.seal("words", &words)?),
            versions::spent_minor.eq(spent),
            versions::sent_by.eq(by),
            versions::sent_at.eq(now),
            versions::note.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes with what was sent last how it was judged.
pub(super) fn keep_verdict(
    tx: &mut Tx,
    (award, position): (AwardId, i32),
    (by, note): (AccountId, &str),
) -> Result<(), StoreError> {
    let now = tx.now();
    let own = versions::table
        .filter(versions::award_id.eq(award))
        .filter(versions::position.eq(position));
    let waiting: Vec<i32> = own
        .filter(versions::judged_at.is_null())
        .select(versions::number)
        .load(tx.connection())?;
    // One: a report is judged before it is sent again.
    for number in waiting {
        let sealed = row_of(tx, (award, position, number))?;
        diesel::update(versions::table.find((award, position, number)))
            .set((
                versions::note.eq(sealed.seal("note", note)?),
                versions::judged_by.eq(by),
                versions::judged_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}
