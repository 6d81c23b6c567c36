//! Screenings: one for each time that an application was found in or out of scope.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::schema::{accounts, screenings};
use super::sealed_columns::{Cells, of_application};
use crate::domain::screening::{Screening, Verdict};
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::application::MayAdvance;

/// A screening with the name of who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreeningRow {
    pub screening: Screening,
    pub screened_by: String,
    pub screened_at: Moment,
}

type Columns = (
    ApplicationId,
    String,
    Option<String>,
    String,
    String,
    Moment,
);

/// The latest screening of an application.
pub fn latest(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Option<ScreeningRow>, StoreError> {
    let mut found: Option<Columns> = screenings::table
        .inner_join(accounts::table)
        .filter(screenings::application_id.eq(application))
        .order((screenings::screened_at.desc(), screenings::id.desc()))
        .select((
            screenings::id,
            screenings::outcome,
            screenings::reason,
            screenings::note,
            accounts::name,
            screenings::screened_at,
        ))
        .first(reader.connection())
        .optional()?;
    let mut cells = Cells::of("screenings");
    if let Some(row) = &mut found {
        cells.add(&[row.0.as_str()], [("note", &mut row.3)]);
    }
    cells.open(reader)?;
    Ok(found.map(
        |(_, outcome, reason, note, screened_by, screened_at)| ScreeningRow {
            screening: Screening {
                verdict: if outcome == Verdict::Eligible.code() {
                    Verdict::Eligible
                } else {
                    Verdict::NotEligible(reason.unwrap_or_default())
                },
                note,
            },
            screened_by,
            screened_at,
        },
    ))
}

/// Records a screening of the application that the capability was issued for.
pub fn insert(
    tx: &mut Tx,
    may: &MayAdvance,
    screening: &Screening,
    by: AccountId,
) -> Result<(), StoreError> {
    // Any id type serves to mint: nothing refers to a screening.
    let (id, now): (ApplicationId, _) = (mint(), tx.now());
    let sealed = of_application(tx, may.application(), ("screenings", &[id.as_str()]))?;
    diesel::insert_into(screenings::table)
        .values((
            screenings::id.eq(id),
            screenings::application_id.eq(may.application()),
            screenings::outcome.eq(screening.verdict.code()),
            screenings::reason.eq(screening.verdict.reason()),
            screenings::note.eq(sealed.seal("note", &screening.note)?),
            screenings::screened_by.eq(by),
            screenings::screened_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
