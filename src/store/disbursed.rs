//! The transfers of a round's awards, as an export reads them. How they come about is
//! not known here.

use diesel::prelude::*;

use super::application::reachable;
use super::award::{DisbursementRow, open_transfers};
use super::conflict::StoreError;
use super::connection::Reader;
use super::schema::{applications, awards, disbursements};
use crate::domain::{Currency, DisbursementId, OrganisationId, RoundId};
use crate::policy::Reach;

/// A transfer with its application's reference and organisation, and the currency of
/// the award.
pub type Transfer = (String, OrganisationId, Currency, DisbursementRow);

/// A page of the transfers of a round within reach, the first first, after an id.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    after: Option<DisbursementId>,
    limit: i64,
) -> Result<Vec<Transfer>, StoreError> {
    let mut query = reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(awards::table.inner_join(disbursements::table));
    if let Some(after) = after {
        query = query.filter(disbursements::id.gt(after));
    }
    let mut found: Vec<Transfer> = query
        .order(disbursements::id)
        .limit(limit)
        .select((
            applications::reference,
            applications::organisation_id,
            awards::currency,
            DisbursementRow::as_select(),
        ))
        .load(reader.connection())?;
    open_transfers(reader, found.iter_mut().map(|transfer| &mut transfer.3))?;
    Ok(found)
}
