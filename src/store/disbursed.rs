//! The transfers of a round's awards, as an export reads them. How they come about is
//! not known here.

use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::schema::{applications, awards, disbursements};
use crate::domain::moment::Day;
use crate::domain::rate::Rate;
use crate::domain::{AccountId, Currency, Moment, OrganisationId, RoundId};
use crate::policy::Reach;

/// A transfer.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = disbursements, check_for_backend(MultiBackend))]
pub struct TransferRow {
    pub id: String,
    /// Of the award's transfers, from 1 on.
    pub position: i32,
    /// In the award's currency.
    pub amount_minor: i64,
    pub paid_minor: i64,
    pub paid_currency: Currency,
    pub rate: Option<Rate>,
    pub rate_day: Option<Day>,
    pub rate_source: Option<String>,
    pub prepared_by: AccountId,
    pub prepared_at: Moment,
    pub programme_by: Option<AccountId>,
    pub programme_at: Option<Moment>,
    pub finance_by: Option<AccountId>,
    pub finance_at: Option<Moment>,
    pub exported_at: Option<Moment>,
    pub paid_on: Option<Day>,
    pub dropped_at: Option<Moment>,
}

/// A transfer with its application's reference and organisation, and the currency of
/// the award.
pub type Transfer = (String, OrganisationId, Currency, TransferRow);

/// A page of the transfers of a round within reach, the first first, after an id.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    after: &str,
    limit: i64,
) -> Result<Vec<Transfer>, StoreError> {
    Ok(reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(awards::table.inner_join(disbursements::table))
        .filter(disbursements::id.gt(after.to_owned()))
        .order(disbursements::id)
        .limit(limit)
        .select((
            applications::reference,
            applications::organisation_id,
            awards::currency,
            TransferRow::as_select(),
        ))
        .load(reader.connection())?)
}
