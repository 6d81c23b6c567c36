//! What awards ask of their organisations: agreements to accept, reports to write.

use diesel::prelude::*;

use crate::domain::award::{AwardState, ReportState};
use crate::domain::moment::Day;
use crate::domain::{AwardId, OrganisationId};
use crate::policy::Reach;
use crate::store::application::reachable;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::{applications, award_reports, awards};

/// An award that waits for its organisation: with title and reference of its application.
pub type Waits = (AwardId, String, String, OrganisationId);

/// Awards within reach whose agreement lies before the organisation, the first first.
pub fn to_accept(reader: &mut Reader, reach: Reach, limit: i64) -> Result<Vec<Waits>, StoreError> {
    Ok(reachable(reach)
        .inner_join(awards::table)
        .filter(awards::state.eq(AwardState::Agreement))
        .filter(awards::offered_at.is_not_null())
        .order(awards::id)
        .limit(limit)
        .select((
            awards::id,
            applications::title,
            applications::reference,
            applications::organisation_id,
        ))
        .load(reader.connection())?)
}

/// Reports of awards within reach that are owed and due until a day, by their number, the
/// first due first.
pub fn to_report(
    reader: &mut Reader,
    reach: Reach,
    until: Day,
    limit: i64,
) -> Result<Vec<(Waits, i32, Day)>, StoreError> {
    Ok(reachable(reach)
        .inner_join(awards::table.inner_join(award_reports::table))
        .filter(awards::state.eq_any([AwardState::Disbursements, AwardState::Reports]))
        .filter(award_reports::state.eq_any([ReportState::Due, ReportState::Returned]))
        .filter(award_reports::due_on.le(until.iso()))
        .order((
            award_reports::due_on,
            award_reports::award_id,
            award_reports::position,
        ))
        .limit(limit)
        .select((
            (
                awards::id,
                applications::title,
                applications::reference,
                applications::organisation_id,
            ),
            award_reports::position,
            award_reports::due_on,
        ))
        .load(reader.connection())?)
}
