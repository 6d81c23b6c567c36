//! What stands in the way of starting another application or of changing a form,
//! as far as somebody's reach goes.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::{Filter, UNSENT, countable, counts_of_rounds, filtered};
use crate::domain::round::Round;
use crate::domain::{ApplicationId, OrganisationId, RoundId};
use crate::policy::Reach;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::applications;

/// Those of these applications that are within reach, drafts included: for counts alone.
pub fn in_sight(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<Vec<ApplicationId>, StoreError> {
    Ok(countable(reach)
        .filter(applications::id.eq_any(ids.to_vec()))
        .select(applications::id)
        .load(reader.connection())?)
}

/// Whether an organisation has an application in a round that takes its place
/// there; drafts count, what is out of reach does not.
pub fn holds_place(
    reader: &mut Reader,
    reach: Reach,
    round: &Round,
    organisation: OrganisationId,
) -> Result<bool, StoreError> {
    let filter = Filter {
        round: Some(round.id),
        organisation: Some(organisation),
        statuses: round.holding(),
        ..Filter::default()
    };
    let count: i64 = filtered(countable(reach), &filter)
        .select(count_star())
        .first(reader.connection())?;
    Ok(count > 0)
}

/// Whether everything that an organisation ever sent is within reach.
pub fn is_all_in_reach(
    reader: &mut Reader,
    reach: Reach,
    organisation: OrganisationId,
) -> Result<bool, StoreError> {
    let filter = Filter {
        organisation: Some(organisation),
        ..Filter::default()
    };
    let mut count = |reach| -> Result<i64, StoreError> {
        let query = filtered(countable(reach), &filter).filter(applications::status.ne_all(UNSENT));
        Ok(query.select(count_star()).first(reader.connection())?)
    };
    Ok(count(reach)? == count(Reach::operator())?)
}

/// Those of these rounds in which somebody has sent an application within reach
/// of staff.
pub fn taken_up(
    reader: &mut Reader,
    reach: Reach,
    ids: &[RoundId],
) -> Result<Vec<RoundId>, StoreError> {
    let counts = counts_of_rounds(reader, reach, ids)?;
    let sent = counts
        .into_iter()
        .filter(|(_, status, count)| *count > 0 && !UNSENT.contains(status));
    Ok(sent.map(|(round, ..)| round).collect())
}
