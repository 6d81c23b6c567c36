//! Applications that staff filed for an organisation: by whom, and how the
//! organisation had reached them.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{accounts, filings};
use super::sealed_columns::{Cells, of_application as sealed_of};
use crate::domain::filing::{Channel, Filing};
use crate::domain::moment::Day;
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::filing::MayFile;

/// A filing with the filer's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingRow {
    pub filed_by: AccountId,
    pub filer: String,
    pub filing: Filing,
    pub filed_at: Moment,
}

type Columns = (AccountId, String, Channel, String, String, Moment);

/// How an application within somebody's reach came to be filed; nothing when its
/// organisation wrote it itself.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Option<FilingRow>, StoreError> {
    let mut found: Option<Columns> = filings::table
        .inner_join(accounts::table)
        .filter(filings::application_id.eq(application))
        .select((
            filings::filed_by,
            accounts::name,
            filings::channel,
            filings::reached_on,
            filings::note,
            filings::filed_at,
        ))
        .first(reader.connection())
        .optional()?;
    let mut cells = Cells::of("filings");
    if let Some(columns) = &mut found {
        cells.add(&[application.as_str()], [("note", &mut columns.4)]);
    }
    cells.open(reader)?;
    found.map(row).transpose()
}

fn row((filed_by, filer, channel, day, note, filed_at): Columns) -> Result<FilingRow, StoreError> {
    let day = Day::parse(&day).map_err(|_| StoreError::Damaged(day))?;
    Ok(FilingRow {
        filed_by,
        filer,
        filing: Filing { channel, day, note },
        filed_at,
    })
}

/// Who filed an application, if staff did.
pub fn filer(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Option<AccountId>, StoreError> {
    Ok(filings::table
        .find(application)
        .select(filings::filed_by)
        .first(reader.connection())
        .optional()?)
}

/// Those of these applications that staff filed.
pub fn among(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let found: Vec<ApplicationId> = filings::table
        .filter(filings::application_id.eq_any(ids.to_vec()))
        .select(filings::application_id)
        .load(reader.connection())?;
    Ok(found.into_iter().collect())
}

/// Notes how the capability's application came.
pub fn insert(
    tx: &mut Tx,
    may: &MayFile,
    application: ApplicationId,
    filing: &Filing,
) -> Result<(), StoreError> {
    let now = tx.now();
    let sealed = sealed_of(tx, application, ("filings", &[application.as_str()]))?;
    diesel::insert_into(filings::table)
        .values((
            filings::application_id.eq(application),
            filings::filed_by.eq(may.by()),
            filings::channel.eq(filing.channel),
            filings::reached_on.eq(filing.day.iso()),
            filings::note.eq(sealed.seal("note", &filing.note)?),
            filings::filed_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
